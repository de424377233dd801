/** The rail: filters that are the legend. Counts say what a choice would leave. Built once, then updated. */

import { ActorRows } from './actorrows.js';
import { COMBINED } from './codes.js';
import { yearsOf } from './colours.js';
import { h, iconButton } from './dom.js';
import { colourChoice, mapSwitches } from './mapswitches.js';
import { pathOf } from './filter.js';
import { RailSection } from './railsection.js';
import { flipped } from './state.js';
import { glyph, inkOf } from './symbols.js';
import { marks, seenFirst, toggled, walk } from './tree.js';

const BACKERS = 12; // backers that are seen from the start
const CLOSED = new Set(['weapon', 'year', 'where', 'confidence', 'source']);

export class Rail {
  constructor(app, element) {
    Object.assign(this, { app, element });
    this.numbers = {}; // how many values of a facet are chosen
    this.sections = {};
    this.rows = []; // {facet, value, label, …}; input, number, row, mark once they are made
    this.build();
  }

  build() {
    const { t } = this.app.say;
    this.done = h('button', { type: 'button', class: 'btn primary' });
    this.closeButton = iconButton('close', t('close'), null, { class: 'quiet' });
    this.element.replaceChildren(
      h('div', { class: 'rail-head only-narrow' }, h('h2', {}, t('filters')), this.closeButton),
      h(
        'div',
        { class: 'rail-body' },
        h('section', { class: 'facet colours' }, colourChoice(this.app)),
        this.actorFacet(),
        ...this.facets(),
        this.roughFacet(),
        mapSwitches(this.app),
        credits(this.app),
      ),
      h('div', { class: 'rail-foot' }, this.done),
    );
    this.markLegend();
  }

  actorFacet() {
    const { app } = this;
    const { t } = app.say;
    const roles = app.backers.length ? ['a', 't', 'e', 'b'] : ['a', 't', 'e'];
    this.roles = roles.map((role) =>
      h(
        'button',
        { type: 'button', data: { role }, on: { click: () => app.update(roleChosen(app, role)) } },
        t(`role.${role}`),
      ),
    );
    const rows = (some) => ({
      rows: some,
      label: t('actors'),
      words: { find: t('find'), showAll: t('showAll') },
      make: (row) => this.made(row).row,
      seen: () => this.update(),
    });
    this.tree = new ActorRows({
      ...rows([...walk(app.tree)].map(([node, depth]) => this.actorRow(node, depth))),
      first: seenFirst(app.tree, app.data.dict.actor),
    });
    this.backers = new ActorRows({
      ...rows(app.backers.map((token) => this.backerRow(token))),
      first: app.backers.slice(0, BACKERS),
    });
    return h(
      'section',
      { class: 'facet actors' },
      h('h3', {}, t('actors')),
      h('div', { class: 'seg', role: 'group', 'aria-label': t('actors') }, this.roles),
      this.tree.element,
      this.backers.element,
    );
  }

  backerRow(token) {
    const { app } = this;
    const actor = app.data.dict.actor.findIndex(({ id }) => id === token.slice(1));
    return this.valueRow('actor', token, app.words.actor(actor), () => actorSwatch(app, actor));
  }

  actorRow(node, depth) {
    const { app } = this;
    const { say, words, data } = app;
    const actor = node.actor === null ? null : data.dict.actor[node.actor];
    const name = actor ? words.actor(node.actor) : say.t('notStated');
    const label = node.group ? say.t('backs', { p: name }) : name;
    const swatch = node.group ? () => h('span') : () => actorSwatch(app, node.actor);
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
    const slot = (by, value) => (data.colour === by ? (data.slotOf.get(value) ?? 0) : null);
    const shape = (kind) => glyph({ shape: this.app.shapeOf(kind), ink: 'solid', slot: slot('kind', kind) });
    const disc = (by) => (value) =>
      data.colour === by ? glyph({ shape: 0, ink: 'solid', slot: slot(by, value) }) : null;
    const used = (name) => {
      const codes = new Set(data.combo.parts[COMBINED.indexOf(name)]);
      return dict[name].filter((_, i) => codes.has(i));
    };
    const order = ['confirmed', 'reported', 'claimed', 'disputed', 'denied', 'planned', 'threatened'];
    const statuses = order.filter((s) => used('status').includes(s));
    const weapons = [...new Set(dict.weapons.flatMap((each) => (each.length ? each : [''])))];
    weapons.sort((a, b) => !a - !b || say.compare(words.weapon(a), words.weapon(b)));
    return [
      this.facet('status', statuses, words.status, ink),
      this.facet('kind', used('kind'), words.kind, shape),
      this.facet('weapon', weapons, words.weapon, disc('weapon')),
      this.facet('year', years(data), (year) => year || say.t('noYear'), disc('year')),
      this.whereFacet(),
      this.facet('confidence', used('confidence'), (c) => say.t(`confidence.${c}`)),
      this.facet('source', this.sources(), (outlet) => outlet),
    ];
  }

  sources() {
    return [...new Set(this.app.data.dict.outlets.flat())].sort(this.app.say.compare);
  }

  facet(name, values, labelOf, swatchOf = null) {
    const rows = values.map((value) =>
      this.valueRow(name, value, labelOf(value), swatchOf && (() => swatchOf(value))),
    );
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

  /** Switches for what has no day or no point: shown unless switched off, and counted either way. */
  roughFacet() {
    const { app } = this;
    const { say, data } = app;
    const { undated, area } = countsOfAll(data);
    const rows = Object.entries({ undated, area })
      .filter(([, count]) => count)
      .map(([value]) => {
        const toggle = () => app.update({ hide: flipped(app.state.hide, value) });
        return this.row({
          facet: 'hide',
          value,
          label: say.t(`hide.${value}`),
          depth: 0,
          toggle,
          only: toggle,
        });
      });
    return this.section('hide', rows);
  }

  section(name, rows) {
    if (!rows.length) return null;
    const { t } = this.app.say;
    const number = h('small', { class: 'num' });
    this.numbers[name] = number;
    this.sections[name] = new RailSection({
      title: [name === 'hide' ? t('rough') : t(`facet.${name}`), ' ', number],
      rows,
      open: !CLOSED.has(name),
      words: { find: t('find'), showAll: t('showAll') },
      make: (row) => this.made(row).row,
      seen: () => this.update(),
    });
    return h('section', { class: 'facet' }, this.sections[name].element);
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
      paths.set(country, [0, this.app.countryName(country)]);
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

  /** A value of the rail; `made` makes its elements when they are first seen. */
  row(row) {
    this.rows.push(row);
    return row;
  }

  made(each) {
    if (each.row) return each;
    const { facet, value, label, swatch = null, depth, className = '', toggle, only } = each;
    const mark = swatch?.() ?? h('span', { class: 'no-swatch' });
    const input = h('input', {
      type: 'checkbox',
      'aria-label': label,
      data: { facet, value },
      on: { change: toggle },
    });
    const number = h('span', { class: 'count num' });
    const name = h('button', { type: 'button', class: 'name', dir: 'auto', on: { click: only } }, label);
    name.title = this.app.say.t('onlyThis', { p: label });
    const row = h('div', { class: `row ${className}`.trim() }, input, mark, name, number);
    row.style.setProperty('--depth', depth);
    row.addEventListener('click', (event) => {
      if (event.target === row || event.target === number) input.click();
    });
    return Object.assign(each, { input, number, row, mark });
  }

  /** Swatches follow what colours stand for. */
  recolour() {
    for (const each of this.rows) {
      if (!each.swatch || !each.row) continue;
      const mark = each.swatch() ?? h('span', { class: 'no-swatch' });
      each.mark.replaceWith(mark);
      each.mark = mark;
    }
    this.markLegend();
  }

  /** The facet that colours stand for comes first and is open, for it is the legend. */
  markLegend() {
    for (const [name, section] of Object.entries(this.sections)) {
      const legend = name === this.app.state.colour;
      section.element.parentElement.classList.toggle('legend', legend);
      if (legend) section.open();
    }
  }

  /** The name under which a value stands in the rail. */
  labelOf(facet, value) {
    const found = this.rows.find((row) => row.facet === facet && row.value === value);
    return found?.label ?? value;
  }

  /** Values whose rows the reader sees, or would see by scrolling. */
  seen() {
    const actors = this.app.state.role === 'b' ? this.backers : this.tree;
    return [...actors.seen(), ...Object.values(this.sections).flatMap((section) => section.seen())];
  }

  update() {
    const { app } = this;
    if (!app.result) return;
    const { state, say, result } = app;
    this.roles.forEach((button) =>
      button.setAttribute('aria-pressed', String(button.dataset.role === state.role)),
    );
    const backed = state.role === 'b';
    this.tree.element.hidden = backed;
    this.backers.element.hidden = !backed;
    (backed ? this.backers : this.tree).reveal(state.actor);
    const seen = this.seen();
    const counts = app.facetCounts(this.sitePaths, [...new Set(seen.map(({ facet }) => facet))]);
    const marked = marks(app.tree, state.actor);
    for (const { facet, value, input, number, row } of seen) {
      const count = counts[facet].get(value) ?? 0;
      const text = say.number(count);
      if (number.textContent !== text) number.textContent = text;
      row.classList.toggle('zero', !count);
      const inTree = facet === 'actor' && !value.startsWith('&');
      input.checked = inTree ? marked.get(value) === 'on' : state[facet].has(value) !== (facet === 'hide');
      input.indeterminate = inTree && marked.get(value) === 'some';
    }
    for (const [name, element] of Object.entries(this.numbers)) element.textContent = state[name].size || '';
    this.done.textContent = say.plural('done', result.shown);
  }
}

/** Whom the licences of the data require to be named. */
function credits({ data, say }) {
  const lines = data.head.attribution ?? [];
  if (!lines.length) return null;
  return h(
    'section',
    { class: 'facet' },
    h(
      'details',
      { class: 'credits' },
      h('summary', {}, say.t('credits')),
      lines.map((line) => h('p', { lang: 'en', dir: 'auto' }, line)),
    ),
  );
}

/** A role; backers and attackers are chosen apart. */
function roleChosen({ state }, role) {
  const turns = (role === 'b') !== (state.role === 'b');
  return turns ? { role, actor: new Set() } : { role };
}

function actorSwatch({ data }, at) {
  const actor = at === null ? null : data.dict.actor[at];
  const slot = data.colour === 'actor' ? (actor?.slot ?? 0) : 0;
  return glyph({ shape: 0, ink: 'solid', slot, letter: actor ? (actor.letter ?? '·') : '–' });
}

/** Years of the store, the latest first, then those that are not known to the year; none where there is one only. */
function years({ when }) {
  const found = [...new Set(yearsOf(when))].sort().reverse();
  return found.filter(Boolean).length > 1 ? found : [];
}

/** How many incidents of the store have no date, and how many no point of their own. */
function countsOfAll({ when, site, row, rows }) {
  const vague = Uint8Array.from(site.has, (has, i) => (has && !site.is_area[i] ? 0 : 1));
  let area = 0;
  for (let i = 0; i < rows; i++) area += vague[row.site[i]];
  return { undated: when.rows.reduce((sum, n, code) => sum + (when.start[code] ? 0 : n), 0), area };
}

const isOnly = (set, value) => set.size === 1 && set.has(value);
