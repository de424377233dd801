/** The rail: filters that are the legend. Counts say what a choice would leave. Built once, then updated. */

import { h, iconButton } from './dom.js';
import { pathOf } from './filter.js';
import { flipped } from './state.js';
import { glyph, inkOf } from './symbols.js';
import { marks, toggled, walk } from './tree.js';

const TOP = 8; // values shown before "show all"
const LONG = 12; // more values than this are cut
const CLOSED = new Set(['weapon', 'where', 'confidence', 'source']);

export class Rail {
  constructor(app, element) {
    Object.assign(this, { app, element });
    this.numbers = {}; // how many values of a facet are chosen
    this.rows = []; // {facet, value, count(), mark(), input, number, row}
    this.build();
  }

  build() {
    const { t } = this.app.say;
    this.done = h('button', { type: 'button', class: 'btn primary' });
    this.closeButton = iconButton('close', t('close'), null, { class: 'quiet' });
    this.element.replaceChildren(
      h('div', { class: 'rail-head only-narrow' }, h('h2', {}, t('filters')), this.closeButton),
      h('div', { class: 'rail-body' }, this.actorFacet(), ...this.facets()),
      h('div', { class: 'rail-foot' }, this.done),
    );
  }

  actorFacet() {
    const { app } = this;
    const { t } = app.say;
    this.roles = ['a', 't', 'e'].map((role) =>
      h(
        'button',
        { type: 'button', data: { role }, on: { click: () => app.update({ role }) } },
        t(`role.${role}`),
      ),
    );
    const rows = [...walk(app.tree)].map(([node, depth]) => this.actorRow(node, depth));
    return h(
      'section',
      { class: 'facet' },
      h('h3', {}, t('actors')),
      h('div', { class: 'seg', role: 'group', 'aria-label': t('actors') }, this.roles),
      h('div', { role: 'group', 'aria-label': t('actors') }, rows),
    );
  }

  actorRow(node, depth) {
    const { app } = this;
    const { say, words, data } = app;
    const actor = node.actor === null ? null : data.dict.actor[node.actor];
    const name = actor ? words.actor(node.actor) : say.t('notStated');
    const label = node.group ? say.t('backs', { p: name }) : name;
    const swatch = node.group
      ? h('span')
      : glyph({
          shape: 0,
          ink: 'solid',
          slot: actor?.slot ?? 0,
          letter: actor ? (actor.letter ?? '·') : '–',
        });
    return this.row({
      facet: 'actor',
      value: node.token,
      label,
      swatch,
      depth,
      className: node.group ? 'backing' : '',
      toggle: () => app.update({ actor: toggled(app.tree, app.state.actor, node.token) }),
      only: () =>
        app.update({ actor: isOnly(app.state.actor, node.token) ? new Set() : new Set([node.token]) }),
    });
  }

  facets() {
    const { words, data, say } = this.app;
    const { dict } = data;
    const ink = (status) => glyph({ shape: 0, ink: inkOf(status) });
    const shape = (kind) => glyph({ shape: this.app.shapeOf(kind), ink: 'solid' });
    const used = (name, column) => dict[name].filter((_, i) => column.includes(i));
    const order = ['confirmed', 'reported', 'claimed', 'disputed', 'denied', 'planned', 'threatened'];
    const statuses = order.filter((s) => used('status', data.row.status).includes(s));
    const weapons = [...new Set(dict.weapons.flatMap((each) => (each.length ? each : [''])))];
    weapons.sort((a, b) => !a - !b || say.compare(words.weapon(a), words.weapon(b)));
    return [
      this.facet('status', statuses, words.status, ink),
      this.facet('kind', used('kind', data.row.kind), words.kind, shape),
      this.facet('weapon', weapons, words.weapon),
      this.whereFacet(),
      this.facet('confidence', used('confidence', data.row.confidence), (c) => say.t(`confidence.${c}`)),
      this.facet('source', this.sources(), (outlet) => outlet),
    ];
  }

  sources() {
    return [...new Set(this.app.data.dict.outlets.flat())].sort(this.app.say.compare);
  }

  facet(name, values, labelOf, swatchOf = null) {
    const rows = values.map((value) => this.valueRow(name, value, labelOf(value), swatchOf?.(value)));
    return this.section(name, rows);
  }

  valueRow(facet, value, label, swatch, depth = 0) {
    const { app } = this;
    return this.row({
      facet,
      value,
      label,
      swatch,
      depth,
      toggle: () => app.update({ [facet]: flipped(app.state[facet], value) }),
      only: () => app.update({ [facet]: isOnly(app.state[facet], value) ? new Set() : new Set([value]) }),
    });
  }

  section(name, rows) {
    if (!rows.length) return null;
    const { t } = this.app.say;
    const number = h('small', { class: 'num' });
    this.numbers[name] = number;
    const body = rows.length > LONG ? this.cut(rows) : rows;
    return h(
      'section',
      { class: 'facet' },
      h('details', { open: !CLOSED.has(name) }, h('summary', {}, t(`facet.${name}`), ' ', number), body),
    );
  }

  /** A long list: its first values, a field to find others, a button for all. */
  cut(rows) {
    const { t } = this.app.say;
    rows.slice(TOP).forEach((row) => row.classList.add('beyond'));
    const box = h('div', { class: 'cut' }, rows);
    const all = h('button', { type: 'button', class: 'link' }, t('showAll'));
    all.addEventListener('click', () => {
      box.classList.add('whole');
      all.remove();
    });
    const field = h('input', {
      type: 'search',
      class: 'find',
      placeholder: t('find'),
      'aria-label': t('find'),
    });
    field.addEventListener('input', () => {
      const word = field.value.trim().toLowerCase();
      box.classList.toggle('finding', Boolean(word));
      for (const row of rows) row.classList.toggle('found', row.textContent.toLowerCase().includes(word));
    });
    return [field, box, all];
  }

  /** Country, its governorates, their places; only what the store has. */
  whereFacet() {
    const { data, words } = this.app;
    const { dict, site } = data;
    const paths = new Map();
    this.sitePaths = Array.from(site.has, (_, i) => {
      const [code, name] = dict.admin1[site.admin1[i]];
      return pathOf(dict.country[site.country[i]], code || name, dict.place[i]);
    });
    this.sitePaths.forEach(([country, admin, place], i) => {
      const around = words.around(i);
      paths.set(country, [0, this.app.countryName(dict.country[site.country[i]])]);
      if (admin.length > country.length + 1)
        paths.set(admin, [1, around.length > 1 ? around[0] : words.site(i)]);
      if (site.has[i] && !site.is_area[i])
        paths.set(place, [admin.length > country.length + 1 ? 2 : 1, words.site(i)]);
    });
    const rows = [...paths.keys()]
      .sort()
      .map((path) => this.valueRow('where', path, paths.get(path)[1], null, paths.get(path)[0]));
    return this.section('where', rows);
  }

  row({ facet, value, label, swatch = null, depth, className = '', toggle, only }) {
    const input = h('input', {
      type: 'checkbox',
      'aria-label': label,
      data: { facet, value },
      on: { change: toggle },
    });
    const number = h('span', { class: 'count num' });
    const name = h('button', { type: 'button', class: 'name', dir: 'auto', on: { click: only } }, label);
    name.title = this.app.say.t('onlyThis', { p: label });
    const row = h(
      'div',
      { class: `row ${className}`.trim() },
      input,
      swatch ?? h('span', { class: 'no-swatch' }),
      name,
      number,
    );
    row.style.setProperty('--depth', depth);
    row.addEventListener('click', (event) => {
      if (event.target === row || event.target === number) input.click();
    });
    this.rows.push({ facet, value, input, number, row });
    return row;
  }

  /** The name under which a value stands in the rail. */
  labelOf(facet, value) {
    const found = this.rows.find((row) => row.facet === facet && row.value === value);
    return found?.input.getAttribute('aria-label') ?? value;
  }

  update() {
    const { app } = this;
    const { state, say, result } = app;
    this.roles.forEach((button) =>
      button.setAttribute('aria-pressed', String(button.dataset.role === state.role)),
    );
    const counts = app.facetCounts(this.sitePaths);
    const marked = marks(app.tree, state.actor);
    for (const { facet, value, input, number, row } of this.rows) {
      const count = counts[facet].get(value) ?? 0;
      const text = say.number(count);
      if (number.textContent !== text) number.textContent = text;
      row.classList.toggle('zero', !count);
      input.checked = facet === 'actor' ? marked.get(value) === 'on' : state[facet].has(value);
      input.indeterminate = facet === 'actor' && marked.get(value) === 'some';
    }
    for (const [name, element] of Object.entries(this.numbers)) element.textContent = state[name].size || '';
    this.done.textContent = say.plural('done', result.shown);
  }
}

const isOnly = (set, value) => set.size === 1 && set.has(value);
