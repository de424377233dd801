/** The list: everything that the map tells, by month, in the same words. */

import { daysOf } from './data.js';
import { h } from './dom.js';
import { whenInMonth } from './wording.js';
import { downloadMenu } from './download.js';
import { heldLines } from './held.js';
import { glyph } from './symbols.js';
import { Virtual } from './virtual.js';

const ROW = 47; // px, of most rows

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
    this.held = h('div', { class: 'held' });
    const [before, after] = [h('div'), h('div')];
    this.rowsBox = h('div', { class: 'list-rows' }, before, this.list, after);
    this.wrap = h(
      'div',
      { class: 'list-wrap' },
      h(
        'div',
        { class: 'list-head' },
        this.title,
        downloadMenu(app),
        h('label', { class: 'sort' }, h('span', { 'aria-hidden': 'true' }, t('sort')), ' ', this.sort),
        this.held,
      ),
      this.rowsBox,
    );
    element.append(this.wrap);
    this.virtual = new Virtual({
      scroller: this.rowsBox,
      before,
      body: this.list,
      after,
      make: (index) => this.make(index),
      guess: ROW,
    });
    this.items = new Map();
    this.list.addEventListener('keydown', (event) => this.key(event));
  }

  update() {
    const { app } = this;
    this.rows = app.listed();
    this.sort.value = app.state.sort;
    this.heading();
    this.items.clear();
    this.virtual.reset(this.rows.length);
    if (!this.rows.length)
      this.list.append(h('li', { class: 'month' }, app.say.t(app.data.rows ? 'nothing' : 'nothingAtAll')));
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
    this.held.replaceChildren(...heldLines(app, app.state.place));
  }

  /** The elements of a row: its month before the first of a month. */
  make(index) {
    const [before, row] = index ? this.rows.slice(index - 1, index + 1) : [undefined, this.rows.at(index)];
    const heading = this.headingOf(row);
    const item = this.item(row, index);
    if (before !== undefined && this.headingOf(before) === heading) return [item];
    return [h('li', { class: 'month', dir: 'auto' }, heading), item];
  }

  headingOf(row) {
    const { say, words, data, state } = this.app;
    if (state.sort === 'place') return words.site(data.row.site[row]);
    const days = daysOf(data, row);
    if (!days) return say.t('noDate');
    const precision = data.dict.date_precision[data.row.date_precision[row]];
    return say.date(days[0], precision === 'year' ? { year: 'numeric' } : { month: 'long', year: 'numeric' });
  }

  item(row, index) {
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
    button.addEventListener('pointerenter', () => {
      app.parts.view.light(row);
      data.texts.of(row); // likely to be opened
    });
    button.addEventListener('pointerleave', () => app.parts.view.light(null));
    button.row = row;
    this.items.set(row, button);
    return h('li', { 'aria-setsize': this.rows.length, 'aria-posinset': index + 1, data: { index } }, button);
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

  /** Up and down go from row to row. */
  key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = event.target.closest?.('li')?.dataset.index;
    if (!by || at === undefined) return;
    event.preventDefault();
    this.focusAt(Number(at) + by);
  }

  focusAt(index) {
    const item = this.virtual.show(index)?.at(-1);
    item?.querySelector('.item')?.focus({ preventScroll: true });
  }

  /** Give the focus back to a row when its card closes. */
  focus(row) {
    this.focusAt(this.rows.indexOf(row));
  }
}
