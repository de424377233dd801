/** What is known only to the country: listed in a corner, never drawn as a point. */

import { h } from './dom.js';
import { SHOWN } from './filter.js';
import { screenX, screenY } from './project.js';
import { NOWHERE } from './scene.js';
import { glyph } from './symbols.js';

const MOST_GLYPHS = 6;
const MOST_ROWS = 6; // countries; more are shown on demand, for the tray lies over the map

export class Tray {
  constructor(app, view, element) {
    Object.assign(this, { app, view, element, whole: false, made: new Map() });
    const { t } = app.say;
    this.pill = h('button', { type: 'button', class: 'tray-pill only-phone' });
    this.pill.addEventListener('click', () => element.classList.toggle('open'));
    this.list = h('ul');
    this.more = h('button', { type: 'button', class: 'link tray-more num' });
    this.more.addEventListener('click', () => this.showRest());
    const note = h('p', { class: 'quiet-text' }, t('trayNote'));
    element.replaceChildren(this.pill, h('h3', {}, t('tray')), note, this.list, this.more);
  }

  update() {
    const { say } = this.app;
    const entries = this.entries();
    const total = entries.reduce((sum, [, { n }]) => sum + n, 0);
    this.element.hidden = !total;
    if (!total) return;
    this.pill.textContent = say.t('trayShort', { n: say.number(total) });
    const few = this.whole || entries.length <= MOST_ROWS;
    const shown = few ? entries : entries.slice(0, MOST_ROWS - 1);
    this.list.replaceChildren(...shown.map(([country, entry]) => this.entry(country, entry)));
    this.more.hidden = few;
    if (few) return;
    const rest = entries.slice(shown.length);
    const left = rest.reduce((sum, [, { n }]) => sum + n, 0);
    this.more.textContent = `${say.t('more', { n: say.number(rest.length) })}: ${say.number(left)}`;
  }

  /** `[country, {n, sites}]`: the fewest incidents first; of many countries those with most. */
  entries() {
    const { data, result } = this.app;
    const byCountry = new Map();
    this.view.modes.forEach((mode, site) => {
      const n = result.sites.count[site];
      if (mode !== NOWHERE || !n) return;
      const country = data.dict.country[data.site.country[site]];
      const entry = byCountry.get(country) ?? { n: 0, sites: [] };
      entry.n += n;
      entry.sites.push(site);
      byCountry.set(country, entry);
    });
    const up = byCountry.size > MOST_ROWS ? -1 : 1;
    return [...byCountry].sort((a, b) => up * (a[1].n - b[1].n) || (a[0] < b[0] ? -1 : 1));
  }

  showRest() {
    this.whole = true;
    this.update();
    this.list.children[MOST_ROWS - 1]?.querySelector('button').focus();
  }

  /** A country's row: made anew only where other symbols stand for it. */
  entry(country, { n, sites }) {
    const { app } = this;
    const { say, data, result } = app;
    const rows = firstRows(data, result.mask, this.view.firstRow, sites);
    const key = `${rows} ${data.colour}`;
    if (this.made.get(country)?.key !== key) this.made.set(country, { key, ...this.row(country, rows) });
    const made = this.made.get(country);
    made.number.textContent = say.number(n);
    made.button.onclick = () => (n === 1 ? app.select(rows[0]) : app.update({ sel: null, place: sites[0] }));
    return made.item;
  }

  row(country, rows) {
    const { app } = this;
    const number = h('span', { class: 'num' });
    const button = h(
      'button',
      { type: 'button' },
      h('span', { class: 'tray-name' }, country ? app.say.country(country) : app.say.t('noPlace')),
      h(
        'span',
        { class: 'tray-glyphs' },
        rows.map((row) => glyph(app.glyphOf(row), 14)),
      ),
      number,
    );
    return { item: h('li', {}, button), button, number };
  }

  /** Into the bottom corner with fewer symbols. */
  choose(view) {
    const half = view.width / 2;
    const low = this.view.symbols.filter((each) => screenY(view, each.v) > view.height * 0.6);
    const left = low.filter((each) => screenX(view, each.u) < half).length;
    this.element.classList.toggle('at-left', left < low.length - left);
  }
}

/** A few shown rows of some sites. */
function firstRows({ rows }, mask, firstRow, sites) {
  const found = [];
  for (const site of sites) {
    for (let i = firstRow[site]; i < Math.min(firstRow[site + 1], rows); i++) {
      if (found.length >= MOST_GLYPHS) return found;
      if (mask[i] === SHOWN) found.push(i);
    }
  }
  return found;
}
