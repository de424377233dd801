/** What is shown, as a file: GeoJSON or CSV, named with its count and day. */

import { h } from './dom.js';
import { feature } from './exports.js';
import { COLUMNS, cellsOf } from './table.js';

/** A menu of the two formats. */
export function downloadMenu(app) {
  const { t } = app.say;
  const item = (name, make) =>
    h('button', { type: 'button', class: 'link', on: { click: () => make(app) } }, name);
  return h(
    'details',
    { class: 'download' },
    h('summary', {}, t('download')),
    h('div', {}, item('GeoJSON', saveGeoJson), item('CSV', saveCsv)),
  );
}

async function saveGeoJson(app) {
  const features = [];
  for (const row of app.listed()) features.push(feature(app, row, (await app.data.texts.of(row)) ?? {}));
  save(
    app,
    'geojson',
    'application/geo+json',
    JSON.stringify({ type: 'FeatureCollection', features }, null, 1),
  );
}

async function saveCsv(app) {
  const lines = [['id', ...COLUMNS]];
  for (const row of app.listed()) {
    const record = (await app.data.texts.of(row)) ?? {};
    const cells = cellsOf(app, row);
    lines.push([record.id ?? '', ...COLUMNS.map((column) => cells[column])]);
  }
  // A byte order mark, so that spreadsheets read Arabic as it is.
  save(
    app,
    'csv',
    'text/csv',
    `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`,
  );
}

/** A cell that no spreadsheet takes for a formula. */
export function csvCell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function save(app, suffix, type, text) {
  const day = new Date().toISOString().slice(0, 10);
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: url, download: `incidents-${app.listed().length}-${day}.${suffix}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
