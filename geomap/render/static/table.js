/** The table: the list in columns, rows of one height, only those in view. */

import { h } from './dom.js';
import { toll, tollText } from './wording.js';
import { glyph } from './symbols.js';

const ROW = 32; // px, as .table-view tr in side.css
const SPARE = 12; // rows made beyond the edges

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
    this.before = h('tbody', { 'aria-hidden': 'true' }, h('tr', {}, h('td', { colspan: COLUMNS.length })));
    this.after = h('tbody', { 'aria-hidden': 'true' }, h('tr', {}, h('td', { colspan: COLUMNS.length })));
    this.grid = h('table', {}, h('thead', {}, h('tr', {}, this.headers)), this.before, this.body, this.after);
    element.replaceChildren(this.grid);
    element.addEventListener('scroll', () => this.fill());
    this.grid.addEventListener('keydown', (event) => this.key(event));
    this.order = null;
  }

  update() {
    if (this.element.hidden) return;
    this.rows = sorted(this.app, this.app.listed(), this.order);
    this.headers.forEach((header, i) => {
      const on = this.order?.column === COLUMNS[i];
      header.setAttribute('aria-sort', on ? (this.order.up ? 'ascending' : 'descending') : 'none');
    });
    this.grid.setAttribute('aria-rowcount', String(this.rows.length + 1));
    this.from = -1;
    this.fill();
  }

  sortBy(column) {
    this.order = { column, up: this.order?.column === column ? !this.order.up : true };
    this.element.scrollTop = 0;
    this.update();
  }

  fill() {
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - SPARE);
    const from = Math.floor(first / SPARE) * SPARE;
    if (from === this.from) return;
    this.from = from;
    const to = Math.min(this.rows.length, from + Math.ceil(this.element.clientHeight / ROW) + 3 * SPARE);
    this.body.replaceChildren(
      ...Array.from(this.rows.subarray(from, to), (row, i) => this.line(row, from + i)),
    );
    pad(this.before, from);
    pad(this.after, this.rows.length - to);
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
      { 'aria-rowindex': i + 2, 'aria-current': row === app.state.sel ? 'true' : null },
      COLUMNS.map((column) =>
        h(
          'td',
          { class: NUMBERS.has(column) ? 'num' : null, dir: 'auto' },
          column === 'kind' ? open : cells[column],
        ),
      ),
    );
  }

  key(event) {
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const line = event.target.closest('tbody tr');
    if (!down || !line) return;
    event.preventDefault();
    const next = down > 0 ? line.nextElementSibling : line.previousElementSibling;
    next?.querySelector('.item-link')?.focus();
  }
}

function pad(body, rows) {
  body.firstChild.firstChild.style.height = `${rows * ROW}px`;
  body.hidden = rows <= 0;
}

/** The cells of a row as text. */
export function cellsOf(app, row) {
  const { words, say, data } = app;
  const site = data.row.site[row];
  const list = (names) => (names.length ? names.join(say.t('comma')) : say.t('notStated'));
  const count = (name) => {
    const found = toll(data, name, row);
    return found ? tollText(found, say) : '';
  };
  const weapons = words.weapons(row).join(say.t('comma'));
  return {
    when: words.when(row),
    where: [words.site(site), ...words.around(site)].join(say.t('comma')),
    kind: words.kind(data.dict.kind[data.row.kind[row]]) + (weapons ? ` · ${weapons}` : ''),
    attacker: list(words.attackers(row)),
    target: list(words.targets(row)),
    status: words.status(data.dict.status[data.row.status[row]]),
    killed: count('killed'),
    wounded: count('wounded'),
    sources: say.number(data.row.n_outlets[row]),
  };
}

function sorted(app, rows, order) {
  if (!order || order.column === 'when') {
    return order
      ? rows.slice().sort((a, b) => (order.up ? 1 : -1) * (app.data.row.start[a] - app.data.row.start[b]))
      : rows;
  }
  const keys = new Map(Array.from(rows, (row) => [row, cellsOf(app, row)[order.column]]));
  const sign = order.up ? 1 : -1;
  return rows.slice().sort((a, b) => sign * app.say.compare(keys.get(a), keys.get(b)) || a - b);
}
