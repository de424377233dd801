/** The table: the list in columns, only the rows in view. */

import { h } from './dom.js';
import { ranksOf, sortedBy } from './order.js';
import { Virtual } from './virtual.js';
import { toll, tollText } from './wording.js';
import { glyph } from './symbols.js';

const ROW = 32; // px, as .table-view tr in side.css

export const COLUMNS = [
  'when',
  'where',
  'kind',
  'attacker',
  'target',
  'status',
  'killed',
  'wounded',
  'sources',
];
const NUMBERS = new Set(['killed', 'wounded', 'sources']);

export class Table {
  constructor(app, element) {
    Object.assign(this, { app, element });
    const { t } = app.say;
    this.headers = COLUMNS.map((column) =>
      h(
        'th',
        { scope: 'col', class: NUMBERS.has(column) ? 'num' : null },
        h('button', { type: 'button', on: { click: () => this.sortBy(column) } }, t(`columns.${column}`)),
      ),
    );
    this.body = h('tbody');
    const [before, after] = [spacer(), spacer()];
    const columns = COLUMNS.map((column) => h('col', { class: `col-${column}` }));
    this.grid = h(
      'table',
      {},
      h('colgroup', {}, columns),
      h('thead', {}, h('tr', {}, this.headers)),
      before.body,
      this.body,
      after.body,
    );
    this.rowsBox = element;
    element.replaceChildren(this.grid);
    this.virtual = new Virtual({
      scroller: element,
      before: before.cell,
      body: this.body,
      after: after.cell,
      make: (index) => [this.line(this.rows.at(index), index)],
      guess: ROW,
    });
    this.grid.addEventListener('keydown', (event) => this.key(event));
    this.order = null;
  }

  update() {
    if (this.element.hidden) return;
    this.rows = ordered(this.app, this.order);
    this.headers.forEach((header, i) => {
      const on = this.order?.column === COLUMNS[i];
      header.setAttribute('aria-sort', on ? (this.order.up ? 'ascending' : 'descending') : 'none');
    });
    this.grid.setAttribute('aria-rowcount', String(this.rows.length + 1));
    this.virtual.reset(this.rows.length);
  }

  sortBy(column) {
    this.order = { column, up: this.order?.column === column ? !this.order.up : true };
    this.update();
  }

  line(row, i) {
    const { app } = this;
    const cells = cellsOf(app, row);
    const open = h(
      'button',
      { type: 'button', class: 'item-link', data: { row } },
      glyph(app.glyphOf(row), 16),
      ' ',
      cells.kind,
    );
    open.addEventListener('click', () => app.select(row));
    return h(
      'tr',
      { 'aria-rowindex': i + 2, 'aria-current': row === app.state.sel ? 'true' : null, data: { index: i } },
      COLUMNS.map((column) =>
        h(
          'td',
          { class: NUMBERS.has(column) ? 'num' : null, dir: 'auto' },
          column === 'kind' ? open : cells[column],
        ),
      ),
    );
  }

  /** Mark the selected row. */
  mark(selected) {
    for (const button of this.body.querySelectorAll('.item-link')) {
      const line = button.closest('tr');
      if (Number(button.dataset.row) === selected) line.setAttribute('aria-current', 'true');
      else line.removeAttribute('aria-current');
    }
  }

  focus(row) {
    if (!this.element.hidden) this.focusAt(this.rows.indexOf(row));
  }

  focusAt(index) {
    const [line] = this.virtual.show(index) ?? [];
    line?.querySelector('.item-link').focus({ preventScroll: true });
  }

  key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const line = event.target.closest('tbody tr');
    if (!by || !line) return;
    event.preventDefault();
    this.focusAt(Number(line.dataset.index) + by);
  }
}

/** Rows that are not made: one cell as high as they would be. */
function spacer() {
  const cell = h('td', { colspan: COLUMNS.length });
  return { cell, body: h('tbody', { 'aria-hidden': 'true', class: 'spacer' }, h('tr', {}, cell)) };
}

/** The cells of a row as text. */
export function cellsOf(app, row) {
  const { words, say, data } = app;
  const site = data.row.site[row];
  const side = (which) => app.side(row, which) || say.t('notStated');
  const count = (name) => {
    const found = toll(data, name, row);
    return found ? tollText(found, say) : '';
  };
  return {
    when: words.when(row),
    where: [words.site(site), ...words.around(site)].join(say.t('comma')),
    kind: words.deed(data.row.kind[row], data.row.weapons[row]),
    attacker: side('attacker'),
    target: side('target'),
    status: words.status(data.dict.status[data.row.status[row]]),
    killed: count('killed'),
    wounded: count('wounded'),
    sources: say.number(data.row.n_outlets[row]),
  };
}

/** The listed rows by a column: `{length, at, indexOf}`; without one, as the list has them. */
function ordered(app, order) {
  const listed = app.listed();
  if (!order) return listed;
  const rows = sortedBy(listed.rows, ...ranking(app, order.column), !order.up);
  return order.column === 'when' || NUMBERS.has(order.column) ? unknownLast(app, order.column, rows) : rows;
}

/** A rank a row, and how many ranks there are. Names are compared once for each code. */
function ranking({ data, words, say }, column) {
  const { row, dict, combo } = data;
  const byCode = (codes, names) => {
    const ranks = ranksOf(names, say.compare);
    return [(i) => ranks[codes[i]], names.length];
  };
  const people = (groups) => groups.map((actors) => actors.map(words.actor).join(say.t('comma')));
  const value = (name) => (i) => row[name][i] || row[`${name}_low`][i] || row[`${name}_high`][i];
  const counted = (valueOf) => {
    let most = 0;
    for (let i = 0; i < data.rows; i++) most = Math.max(most, valueOf(i));
    return [valueOf, most + 1];
  };
  return {
    when: () => [(i) => data.when.codes[i], data.when.start.length],
    where: () =>
      byCode(
        row.site,
        Array.from(data.site.has, (_, i) => words.site(i)),
      ),
    kind: () =>
      byCode(
        combo.codes,
        Array.from(combo.parts[1], (kind, i) => words.deed(kind, combo.parts[2][i])),
      ),
    attacker: () => byCode(row.attackers, people(dict.attackers)),
    target: () => byCode(row.targets, people(dict.targets)),
    status: () => byCode(row.status, dict.status.map(words.status)),
    killed: () => counted(value('killed')),
    wounded: () => counted(value('wounded')),
    sources: () => counted((i) => row.n_outlets[i]),
  }[column]();
}

/** What is not known is neither the least nor the most: it comes last. */
function unknownLast({ data }, column, rows) {
  if (column === 'sources') return rows;
  const { row } = data;
  const known =
    column === 'when'
      ? (i) => row.start[i] > 0
      : (i) => row[column][i] || row[`${column}_low`][i] || row[`${column}_high`][i];
  return Uint32Array.from([...rows.filter(known), ...rows.filter((i) => !known(i))]);
}
