/** The list: everything that the map tells, by month, in the same words. More rows are made as they come into view. */

import { daysOf } from './data.js';
import { h } from './dom.js';
import { whenInMonth } from './wording.js';
import { downloadMenu } from './download.js';
import { glyph } from './symbols.js';

const CHUNK = 60;

export class List {
  constructor(app, element) {
    Object.assign(this, { app, element });
    const { t } = app.say;
    this.title = h('h2');
    this.sort = h(
      'select',
      { 'aria-label': t('sort'), on: { change: () => app.update({ sort: this.sort.value }) } },
      ['new', 'old', 'place'].map((sort) => h('option', { value: sort }, t(`sorts.${sort}`))),
    );
    this.list = h('ol', { class: 'list' });
    this.end = h('div', { class: 'list-end' });
    this.wrap = h(
      'div',
      { class: 'list-wrap' },
      h(
        'div',
        { class: 'list-head' },
        this.title,
        downloadMenu(app),
        h('label', { class: 'sort' }, h('span', { 'aria-hidden': 'true' }, t('sort')), ' ', this.sort),
      ),
      this.list,
      this.end,
    );
    element.append(this.wrap);
    new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && this.more(), {
      root: this.wrap,
      rootMargin: '600px',
    }).observe(this.end);
  }

  update() {
    const { app } = this;
    this.rows = app.listed();
    this.sort.value = app.state.sort;
    this.heading();
    this.made = 0;
    this.month = null;
    this.items = new Map();
    this.list.replaceChildren();
    if (this.rows.length) this.more();
    else this.list.append(h('li', { class: 'month' }, app.say.t(app.data.rows ? 'nothing' : 'nothingAtAll')));
    this.wrap.scrollTop = 0;
  }

  heading() {
    const { app } = this;
    const { say } = app;
    const place = app.placeName();
    this.title.replaceChildren(
      place === null
        ? say.plural('incidents', this.rows.length)
        : say.plural('at', this.rows.length, { p: place }),
      place === null ? '' : ' ',
      place === null
        ? ''
        : h(
            'button',
            { type: 'button', class: 'link', on: { click: () => app.update({ place: null, sel: null }) } },
            say.t('allIncidents'),
          ),
    );
    const held = app.heldAt();
    if (held) this.title.append(h('span', { class: 'held' }, held));
  }

  more() {
    if (!this.rows || this.made >= this.rows.length) return;
    const part = [];
    for (const row of Array.from(this.rows.subarray(this.made, this.made + CHUNK))) {
      const heading = this.headingOf(row);
      if (heading !== this.month) part.push(h('li', { class: 'month', dir: 'auto' }, heading));
      this.month = heading;
      part.push(this.item(row));
    }
    this.made += CHUNK;
    this.list.append(...part);
  }

  headingOf(row) {
    const { say, words, data, state } = this.app;
    if (state.sort === 'place') return words.site(data.row.site[row]);
    const days = daysOf(data, row);
    if (!days) return say.t('noDate');
    const precision = data.dict.date_precision[data.row.date_precision[row]];
    return say.date(days[0], precision === 'year' ? { year: 'numeric' } : { month: 'long', year: 'numeric' });
  }

  item(row) {
    const { app } = this;
    const { say, words, data, state } = app;
    const casualties = words.casualties(row);
    const date = state.sort === 'place' ? words.when(row) : whenInMonth(data, say, row);
    const button = h(
      'button',
      { type: 'button', class: 'item', 'aria-current': row === state.sel ? 'true' : null },
      glyph(app.glyphOf(row)),
      h('bdi', { class: 'item-title' }, words.title(row)),
      h('span', { class: 'item-date num' }, date),
      h(
        'span',
        { class: 'item-more' },
        app.flow(row),
        casualties && app.hasActors(row) ? ' · ' : '',
        casualties ? h('b', {}, casualties) : null,
      ),
    );
    button.addEventListener('click', () => app.select(row));
    button.addEventListener('pointerenter', () => app.parts.view.light(row));
    button.addEventListener('pointerleave', () => app.parts.view.light(null));
    this.items.set(row, button);
    return h('li', {}, button);
  }

  /** Mark the selected row, and the one under the pointer on the map. */
  mark(selected) {
    for (const [row, button] of this.items ?? []) {
      if (row === selected) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  light(row) {
    this.lit?.classList.remove('lit');
    this.lit = this.items?.get(row) ?? null;
    this.lit?.classList.add('lit');
  }

  /** Give the focus back to a row when its card closes. */
  focus(row) {
    while (this.rows && !this.items.has(row) && this.made < this.rows.length) this.more();
    const button = this.items?.get(row);
    button?.scrollIntoView({ block: 'nearest' });
    button?.focus({ preventScroll: true });
  }
}
