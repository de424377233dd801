/** The strip of a place: its incidents in order of time, then those without a date. */

import { h, s } from './dom.js';
import { daysOf } from './data.js';
import { bandsOf } from './held.js';
import { Listing } from './order.js';
import { screenX, screenY } from './project.js';
import { shortName } from './labels.js';
import { glyph } from './symbols.js';

const MOST = 14;
const LATEST = 10;

export class Fan {
  constructor(app, view, element) {
    Object.assign(this, { app, view, element });
  }

  /** After a drawing: over the selected symbol, or away. */
  place(view, symbol) {
    const { app, element } = this;
    const show = symbol && symbol.n > 1 && !app.hidesFan();
    if (!show && !element.hidden) this.view.redraw(); // and take it back
    element.hidden = !show;
    if (!show) return;
    // A regrouping makes new symbols, so the same one has the same incidents.
    if (symbol !== this.symbol || app.state.sel !== this.sel || app.say !== this.say) this.fill(symbol);
    Object.assign(this, { symbol, sel: app.state.sel, say: app.say });
    this.move(view, symbol);
  }

  fill(symbol) {
    const { say, words, data } = this.app;
    const shown = symbol.n > MOST ? this.latest(symbol) : this.view.rowsAt(symbol);
    const dated = shown.filter((row) => daysOf(data, row));
    const names = symbol.sites.map(([site]) => words.site(site));
    const own =
      this.app.state.place ?? (this.app.state.sel === null ? null : data.row.site[this.app.state.sel]);
    const name = own === null ? names[0] : words.site(own);
    const more = names.length > 1 ? ` +${names.length - 1}` : '';
    const undated = shown.length - dated.length;
    this.element.replaceChildren(
      h('p', { class: 'fan-title' }, h('bdi', {}, shortName(name)), more),
      h(
        'div',
        { class: 'fan-row' },
        dated.map((row) => this.button(row)),
        undated && dated.length ? h('span', { class: 'fan-rule' }) : null,
        shown.filter((row) => !daysOf(data, row)).map((row) => this.button(row)),
      ),
      ...this.bands(own ?? symbol.sites[0][0], dated, shown.length),
      h(
        'p',
        { class: 'fan-foot' },
        h('span', {}, dated.length ? monthsOf(data, say, dated) : ''),
        symbol.n > shown.length
          ? h('span', {}, say.t('fanMore', { n: say.number(symbol.n - shown.length) }))
          : undated
            ? h('span', {}, say.t('undated'))
            : null,
      ),
      s('svg', { class: 'fan-lead', 'aria-hidden': 'true' }, s('path', { d: 'M0 0V14' })),
    );
  }

  /** The latest ten, in order of time. */
  latest(symbol) {
    const { data, result } = this.app;
    const sites = new Uint8Array(data.head.sites);
    for (const [site] of symbol.sites) sites[site] = 1;
    return Array.from(new Listing(data, result, { sites }).slice(0, LATEST)).reverse();
  }

  /** Who held the place while these happened: a line under its incidents, and a name. */
  bands(site, dated, columns) {
    const bands = bandsOf(this.app, site, dated);
    if (!bands.length) return [];
    const box = h('ul', { class: 'fan-bands', 'aria-label': this.app.say.t('heldBy') });
    box.style.setProperty('--columns', columns);
    for (const { name, first, last } of bands) {
      const band = h('li', {}, h('i'), h('bdi', {}, name));
      band.style.setProperty('--first', first);
      band.style.setProperty('--last', last + 1);
      box.append(band);
    }
    return [box];
  }

  button(row) {
    const { words, state } = this.app;
    const label = `${words.title(row)}, ${words.when(row)}`;
    return h(
      'button',
      {
        type: 'button',
        title: label,
        'aria-label': label,
        'aria-current': row === state.sel ? 'true' : null,
        on: { click: () => this.app.select(row) },
      },
      glyph(this.app.glyphOf(row), 20),
    );
  }

  /** Above the symbol; below where that covers fewer other symbols. */
  move(view, symbol) {
    const { element } = this;
    const x = screenX(view, symbol.u);
    const y = screenY(view, symbol.v);
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = Math.min(Math.max(x - width / 2, 8), Math.max(view.width - width - 8, 8));
    const above = y - symbol.r - 16 - height;
    const below = y + symbol.r + 16;
    const up =
      above > 6 &&
      (this.covers(view, symbol, left, above) <= this.covers(view, symbol, left, below) ||
        below + height > view.height - 6);
    const place = `translate(${Math.round(left)}px, ${Math.round(up ? above : below)}px)`;
    if (place !== this.placed) this.view.redraw(); // labels make room for the strip
    this.placed = place;
    element.style.transform = place;
    element.classList.toggle('below', !up);
    element.style.setProperty('--lead', `${x - left}px`);
  }

  covers(view, symbol, left, top) {
    const { offsetWidth: width, offsetHeight: height } = this.element;
    return this.view.symbols.filter((each) => {
      const x = screenX(view, each.u);
      const y = screenY(view, each.v);
      return each !== symbol && x > left - 8 && x < left + width + 8 && y > top - 8 && y < top + height + 8;
    }).length;
  }
}

function monthsOf(data, say, rows) {
  const month = (row) => say.date(daysOf(data, row)[0], { month: 'short', year: '2-digit' });
  const [first, last] = [month(rows[0]), month(rows.at(-1))];
  return first === last ? first : `${first} – ${last}`;
}
