/** The line that always adds up, a chip a filter, and what to relax when nothing is left. */

import { facetName, facetText } from './choices.js';
import { h, s } from './dom.js';
import { BITS, relaxed } from './filter.js';
import { active, cleared, nothingChosen } from './state.js';

const QUIET = 500; // ms after the last change before a screen reader is told

export class Bar {
  constructor(app, element, empty, badge) {
    Object.assign(this, { app, element, empty, badge });
    const { t } = app.say;
    this.total = h('p', { class: 'total num' });
    this.spoken = h('p', { class: 'vh', role: 'status' });
    this.why = h('div', { class: 'why', hidden: true, role: 'group', 'aria-label': t('why.title') });
    this.chips = h('ul', { class: 'chips' });
    this.progress = h('p', { class: 'quiet-text num', hidden: true });
    element.replaceChildren(this.total, this.spoken, this.progress, this.chips, this.why);
  }

  update() {
    const { app } = this;
    const { say, data, result, state } = app;
    const hidden = data.rows - result.shown;
    const [plus, word, equals] = say.list('addsUp', { n: say.number(hidden), t: say.number(data.rows) });
    const text = say.t('shown', { n: say.number(result.shown) }) + plus + word + equals;
    const why = h(
      'button',
      {
        type: 'button',
        class: 'hidden-word',
        'aria-expanded': String(!this.why.hidden),
        on: { click: () => this.toggle() },
      },
      word,
    );
    this.total.replaceChildren(
      h('b', {}, say.t('shown', { n: say.number(result.shown) })),
      plus,
      hidden ? why : word,
      equals,
    );
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.spoken.textContent = text), QUIET);
    const facets = active(state);
    this.badge.textContent = facets.length || '';
    const opener = this.badge.closest('button');
    opener.setAttribute('aria-label', `${say.t('filters')} ${facets.length || ''}`.trim());
    this.chips.replaceChildren(
      ...facets.map((facet) => this.chip(facet)),
      ...(facets.length ? [this.resetChip()] : []),
    );
    if (!hidden) this.why.hidden = true;
    if (!this.why.hidden) this.fillWhy();
    this.fillEmpty(facets);
  }

  /** How much of the articles has been read for the search. */
  reading(part) {
    this.progress.hidden = part >= 1;
    this.progress.textContent = this.app.say.t('reading', { n: Math.floor(part * 100) });
  }

  chip(facet) {
    const { app } = this;
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'chip', on: { click: () => app.update(cleared(facet)) } },
        h('span', {}, `${facetName(app, facet)}:`),
        ' ',
        h('bdi', {}, facetText(app, facet)),
        s(
          'svg',
          { viewBox: '0 0 10 10', class: 'drawing', 'aria-hidden': 'true' },
          s('path', { d: 'M2 2l6 6M8 2l-6 6' }),
        ),
      ),
    );
  }

  resetChip() {
    const reset = () => this.app.update(nothingChosen());
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'chip clear', on: { click: reset } }, this.app.say.t('reset')),
    );
  }

  toggle() {
    this.why.hidden = !this.why.hidden;
    if (!this.why.hidden) this.fillWhy();
    this.total.querySelector('.hidden-word')?.setAttribute('aria-expanded', String(!this.why.hidden));
  }

  /** Why the rest is hidden: each line a switch. */
  fillWhy() {
    const { app } = this;
    const { say } = app;
    this.why.replaceChildren(
      h('h3', {}, say.t('why.title')),
      h(
        'ul',
        {},
        this.reasons().map(([text, count, patch]) =>
          h(
            'li',
            {},
            patch
              ? h('button', { type: 'button', class: 'link', on: { click: () => app.update(patch) } }, text)
              : h('span', {}, text),
            ' ',
            h('b', { class: 'num' }, say.number(count)),
          ),
        ),
      ),
    );
  }

  reasons() {
    const { app } = this;
    const { say, result, state, data } = app;
    const found = [];
    let left = data.rows - result.shown;
    const push = (text, count, patch) => {
      if (count > 0) found.push([text, count, patch]);
      left -= Math.max(count, 0);
    };
    if (result.undated) push(say.t('why.undated'), result.undated, { possible: true });
    for (const [facet, bit] of Object.entries(BITS)) {
      const count = result.hidden[bit] - (facet === 'time' ? result.undated : 0);
      const offMap = facet === 'status' && !state.status.size;
      const text = offMap ? say.t('why.offMap') : say.t('why.one', { f: facetName(app, facet) });
      push(text, count, offMap ? { status: new Set(app.usedStatuses()) } : cleared(facet));
    }
    if (left > 0) found.push([say.t('why.filters'), left, null]);
    return found;
  }

  fillEmpty(facets) {
    const { app } = this;
    const { say, result, data } = app;
    this.empty.hidden = result.shown > 0;
    if (result.shown) return;
    if (!data.rows) {
      this.empty.replaceChildren(
        h('h2', {}, say.t('nothingAtAll')),
        h('p', {}, say.plural('articles', data.head.read)),
      );
      return;
    }
    const helps = facets
      .map((facet) => [facet, app.countWith(relaxed(app.state, facet))])
      .filter(([, count]) => count)
      .sort((a, b) => b[1] - a[1]);
    this.empty.replaceChildren(
      h('h2', {}, say.t('nothing')),
      h(
        'ul',
        {},
        helps.map(([facet, count]) => this.help(facet, count)),
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', class: 'btn', on: { click: () => app.update(nothingChosen()) } },
            say.t('resetFilters'),
          ),
        ),
      ),
    );
  }

  help(facet, count) {
    const { app } = this;
    const text = app.say.t('without', { f: facetText(app, facet), n: app.say.number(count) });
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'link', on: { click: () => app.update(cleared(facet)) } }, text),
    );
  }
}
