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
    for (let i = 0; i < data.rows; i++) {
      const site = data.row.site[i];
      if (result.mask[i] !== SHOWN || this.view.modes[site] !== NOWHERE) continue;
      const country = data.dict.country[data.site.country[site]];
      byCountry.set(country, [...(byCountry.get(country) ?? []), i]);
    }
    const total = [...byCountry.values()].reduce((sum, rows) => sum + rows.length, 0);
    this.element.hidden = !total;
    if (!total) return;
    const entries = [...byCountry].sort((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1));
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
        entries.map(([country, rows]) => this.entry(country, rows)),
      ),
    );
  }

  entry(country, rows) {
    const { say } = this.app;
    const open = () =>
      rows.length === 1
        ? this.app.select(rows[0])
        : this.app.update({ sel: null, place: this.siteOf(rows[0]) });
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
          rows.slice(0, MOST_GLYPHS).map((row) => glyph(this.app.glyphOf(row), 14)),
        ),
        h('span', { class: 'num' }, say.number(rows.length)),
      ),
    );
  }

  siteOf(row) {
    return this.app.data.row.site[row];
  }

  /** Into the bottom corner with fewer symbols. */
  choose(view) {
    const half = view.width / 2;
    const low = this.view.symbols.filter((each) => screenY(view, each.v) > view.height * 0.6);
    const left = low.filter((each) => screenX(view, each.u) < half).length;
    this.element.classList.toggle('at-left', left < low.length - left);
  }
}
