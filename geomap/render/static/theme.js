/** Light and dark: the tokens of tokens.css as the canvases need them. */

// prettier-ignore
const NAMES = [
  'surface', 'ink', 'ink2', 'ink3', 'line', 'line2', 'accent', 'focus', 'water', 'land', 'land2', 'border', 'adm', 'adm2',
  'coast', 'lab1', 'lab2', 'sans', 'serif',
];

/** The token values of the theme that holds now. `slots[0]` is grey. */
export function tokens(letters = false) {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const found = Object.fromEntries(NAMES.map((name) => [name, value(name)]));
  found.letters = letters || matches('(prefers-contrast: more), (forced-colors: active)');
  found.slots = Array.from({ length: 9 }, (_, slot) => value(`slot-${slot}`));
  return found;
}

const DARK = '(prefers-color-scheme: dark)';

/** Set a theme by name; an empty name follows the system. Returns the one that holds. */
export function applyTheme(name) {
  const theme = name || (matchMedia(DARK).matches ? 'dark' : 'light');
  document.documentElement.dataset.theme = theme;
  return theme;
}

export function onSystemTheme(listener) {
  matchMedia(DARK).addEventListener('change', listener);
}

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const PHONE = '(max-width: 719px)';
export const NARROW = '(max-width: 1199px)';
export const matches = (query) => matchMedia(query).matches;
