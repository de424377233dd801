/** What is known only to the country: listed in a corner, never drawn as a point. */

import { h } from './dom.js';
import { SHOWN } from './filter.js';
import { screenX, screenY } from './project.js';
import { NOWHERE } from './scene.js';
import { glyph } from './symbols.js';

const MOST_GLYPHS = 6;

export class Tray {
  constructor(app, view, element) {
    Object.assign(this, { app, view, element });
  }

  update() {
    const { data, say, result } = this.app;
    const byCountry = new Map();
    this.view.modes.forEach((mode, site) => {
      const n = result.sites.count[site];
      if (mode !== NOWHERE || !n) return;
      const country = data.dict.country[data.site.country[site]];
      const entry = byCountry.get(country) ?? { n: 0, sites: [] };
      byCountry.set(country, { n: entry.n + n, sites: [...entry.sites, site] });
    });
    const total = [...byCountry.values()].reduce((sum, { n }) => sum + n, 0);
    this.element.hidden = !total;
    if (!total) return;
    const entries = [...byCountry].sort((a, b) => a[1].n - b[1].n || (a[0] < b[0] ? -1 : 1));
    this.element.replaceChildren(
      h(
        'button',
        {
          type: 'button',
          class: 'tray-pill only-phone',
          on: { click: () => this.element.classList.toggle('open') },
        },
        say.t('trayShort', { n: say.number(total) }),
      ),
      h('h3', {}, say.t('tray')),
      h('p', { class: 'quiet-text' }, say.t('trayNote')),
      h(
        'ul',
        {},
        entries.map(([country, entry]) => this.entry(country, entry)),
      ),
    );
  }

  entry(country, { n, sites }) {
    const { say, data, result } = this.app;
    const rows = firstRows(data, result.mask, this.view.firstRow, sites);
    const open = () => (n === 1 ? this.app.select(rows[0]) : this.app.update({ sel: null, place: sites[0] }));
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', on: { click: open } },
        h('span', { class: 'tray-name' }, country ? say.country(country) : say.t('noPlace')),
        h(
          'span',
          { class: 'tray-glyphs' },
          rows.map((row) => glyph(this.app.glyphOf(row), 14)),
        ),
        h('span', { class: 'num' }, say.number(n)),
      ),
    );
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
