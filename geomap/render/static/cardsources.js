/** What a card rests on: quotes in their own language, their sources, and ways to take it along. */

import { bdi, h } from './dom.js';
import { fromIso } from './days.js';
import { further } from './evidence.js';
import { feature, plainText } from './exports.js';

const QUOTES = 2; // shown at once

/** The words of the articles; the first two, the rest on demand. */
export function quotes(app, row, record) {
  const { say } = app;
  const all = (record.evidence ?? []).filter((quote) => quote.text);
  if (!all.length) return app.data.texts.here ? null : h('p', { class: 'quiet-text lean' }, say.t('lean'));
  const rest = all.slice(QUOTES);
  return h(
    'section',
    {},
    h('h3', {}, say.t('evidence')),
    all.slice(0, QUOTES).map((quote) => figure(app, quote)),
    rest.length
      ? h(
          'details',
          {},
          h('summary', {}, say.t('more', { n: say.number(rest.length) })),
          rest.map((quote) => figure(app, quote)),
        )
      : null,
  );
}

const isArabic = (text) => /[\u0600-\u06ff]/.test(text.slice(0, 200));

const words = (text) =>
  h(
    'blockquote',
    { lang: isArabic(text) ? 'ar' : 'en', dir: 'auto' },
    isArabic(text) ? `«${text}»` : `“${text}”`,
  );

function figure({ say }, quote) {
  const { text, outlet, url, published, article } = quote;
  const day = fromIso(published);
  const name = outlet || article || '';
  return h(
    'figure',
    { class: 'quote' },
    [text, ...further(quote)].map(words),
    h(
      'figcaption',
      {},
      isWeb(url)
        ? h(
            'a',
            { href: url, rel: 'noopener noreferrer', target: '_blank', referrerpolicy: 'no-referrer' },
            bdi(name || url),
          )
        : bdi(name),
      day === null
        ? ''
        : `${say.t('comma')}${say.date(day, { day: 'numeric', month: 'short', year: 'numeric' })}`,
    ),
  );
}

/** Only addresses of the web are links. */
export function isWeb(url) {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

export function sourcesLine({ say, data }, row) {
  const parts = [
    ['articles', data.row.n_articles[row]],
    ['outlets', data.row.n_outlets[row]],
    ['origins', data.row.n_origins[row]],
  ].filter(([, n]) => n);
  if (!parts.length) return null;
  const outlets = data.dict.outlets[data.row.outlets[row]] ?? [];
  return [
    h('p', { class: 'quiet-text' }, parts.map(([name, n]) => say.plural(name, n)).join(' · ')),
    outlets.length
      ? h('p', { class: 'quiet-text' }, outlets.map((outlet, i) => [i ? say.t('comma') : '', bdi(outlet)])) // prettier-ignore
      : null,
  ];
}

/** Copy a link, the text, the GeoJSON; the text is selected where there is no clipboard. */
export function actions(app, row, record) {
  const { say } = app;
  const box = h('textarea', {
    class: 'copy-box',
    readonly: true,
    hidden: true,
    rows: 6,
    'aria-label': say.t('copyText'),
  });
  const copy = (make) => async (event) => {
    const button = event.currentTarget;
    const text = make();
    try {
      await navigator.clipboard.writeText(text);
      flash(button, say.t('copied'));
    } catch {
      box.hidden = false;
      box.value = text;
      box.select();
    }
  };
  const button = (name, make) =>
    h('button', { type: 'button', class: 'btn', on: { click: copy(make) } }, say.t(name));
  return h(
    'div',
    { class: 'actions' },
    app.address.absent ? null : button('copyLink', () => app.address.linkTo(row, record)),
    button('copyText', () => plainText(app, row, record)),
    button('geojson', () => JSON.stringify(feature(app, row, record), null, 1)),
    box,
  );
}

function flash(button, text) {
  const before = button.textContent;
  button.textContent = text;
  setTimeout(() => (button.textContent = before), 1500);
}
