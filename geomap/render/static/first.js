/**
 * What runs before the page is parsed. The still map and list are for where no script runs: where one does they are not
 * laid out and painted only to be taken away; should the page's script fail, they are shown.
 */

const root = document.documentElement;
const show = () => delete root.dataset.scripted;

root.dataset.scripted = '';
addEventListener('error', show);
addEventListener('unhandledrejection', show);
