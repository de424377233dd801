/** Paper: always light, with a legend and a table of what is shown, made when printing begins. */

import { h } from './dom.js';
import { COLUMNS, cellsOf } from './table.js';
import { glyph, inkOf } from './symbols.js';

const MOST = 2000; // rows that are worth paper

export function printPage(app) {
  let theme = '';
  addEventListener('beforeprint', () => {
    theme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = 'light';
    app.parts.print.replaceChildren(
      legend(app),
      table(app),
      h('p', { class: 'quiet-text' }, leftOut(app), app.say.t('printed')),
      h('p', { class: 'quiet-text', lang: 'en', dir: 'ltr' }, (app.data.head.attribution ?? []).join(' ')),
    );
    redraw(app);
  });
  addEventListener('afterprint', () => {
    document.documentElement.dataset.theme = theme;
    redraw(app);
  });
}

/** That the table is not all, where it is not. */
function leftOut(app) {
  const { length } = app.listed();
  const { t, number } = app.say;
  return length > MOST ? `${t('printedPart', { n: number(MOST), t: number(length) })} ` : '';
}

function redraw(app) {
  app.leaflet.invalidateSize({ animate: false });
  app.parts.view.restyle();
  app.parts.view.base.drawNow();
  app.parts.view.top.drawNow();
  app.parts.timeline.size = null;
  app.parts.timeline.draw();
}

function legend(app) {
  const { data, words } = app;
  const rows = Array.from(app.listed().slice(0, MOST));
  const entry = (symbol, text) => h('span', {}, glyph(symbol, 13), ' ', text);
  const used = (name) => data.dict[name].filter((_, i) => rows.some((row) => data.row[name][row] === i));
  return h(
    'div',
    { class: 'print-legend' },
    app
      .legend()
      .filter(({ slot }) => rows.some((row) => data.row.slot[row] === slot))
      .map(({ label, slot, kind }) =>
        entry({ shape: kind ? app.shapeOf(kind) : 0, ink: 'solid', slot }, label),
      ),
    used('status').map((status) => entry({ shape: 0, ink: inkOf(status) }, words.status(status))),
    used('kind').map((kind) => entry({ shape: app.shapeOf(kind), ink: 'solid' }, words.kind(kind))),
  );
}

function table(app) {
  const rows = Array.from(app.listed().slice(0, MOST));
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        COLUMNS.map((column) => h('th', {}, app.say.t(`columns.${column}`))),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((row) => {
        const cells = cellsOf(app, row);
        return h(
          'tr',
          {},
          COLUMNS.map((column) =>
            h('td', {}, column === 'kind' ? [glyph(app.glyphOf(row), 12), ' ', cells.kind] : cells[column]),
          ),
        );
      }),
    ),
  );
}
