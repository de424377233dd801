/** What is shown, as a file: GeoJSON or CSV, named with its count and day. Written in slices, so that the page stays alive. */

import { h } from './dom.js';
import { CSV_COLUMNS, csvLine, feature } from './exports.js';

const SLICE = 12; // ms of writing before the page is given its turn
const IN_ORDER = 20_000; // incidents that are written in the order of the list
const PART = 4000; // lines

const FORMATS = {
  GeoJSON: {
    suffix: 'geojson',
    type: 'application/geo+json',
    head: '{"type": "FeatureCollection", "features": [\n',
    between: ',\n',
    end: '\n]}\n',
    line: (...args) => JSON.stringify(feature(...args)),
  },
  CSV: {
    suffix: 'csv',
    type: 'text/csv',
    // A byte order mark, so that spreadsheets read Arabic as it is.
    head: `\ufeff${CSV_COLUMNS.join(',')}\r\n`,
    between: '\r\n',
    end: '\r\n',
    line: csvLine,
  },
};

/** A menu of the two formats. */
export function downloadMenu(app) {
  const { t } = app.say;
  const summary = h('summary', {}, t('download'));
  const item = (name) => {
    const button = h('button', { type: 'button', class: 'link' }, name);
    button.addEventListener('click', () => save(app, FORMATS[name], button));
    return button;
  };
  return h('details', { class: 'download' }, summary, h('div', {}, Object.keys(FORMATS).map(item)));
}

async function save(app, format, button) {
  const name = button.textContent;
  button.disabled = true;
  const listing = app.listed();
  const progress = (done) => (button.textContent = `${name} ${app.say.number(Math.floor(done * 100))} %`);
  const parts = await written(app, listing, format, progress);
  button.disabled = false;
  button.textContent = name;
  offer(
    `incidents-${listing.length}-${new Date().toISOString().slice(0, 10)}.${format.suffix}`,
    format,
    parts,
  );
}

/**
 * The file in parts, in the order of the list. So many that their texts cannot all be in memory at once come in the order of
 * the map, where texts lie side by side.
 */
async function written(app, listing, format, progress) {
  const rows = listing.length > IN_ORDER ? listing.rows.slice().sort() : listing.rows;
  const parts = [format.head];
  const lines = [];
  let began = performance.now();
  for (let i = 0; i < rows.length; i++) {
    const record = (await app.data.texts.of(rows[i])) ?? {};
    lines.push((i ? format.between : '') + format.line(app, rows[i], record));
    if (performance.now() - began < SLICE) continue;
    if (lines.length > PART) parts.push(new Blob(lines.splice(0))); // which need not stay in memory
    progress(i / rows.length);
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return [...parts, ...lines, rows.length ? format.end : format.end.trimStart()];
}

function offer(name, { type }, parts) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
