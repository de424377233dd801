/** The page as a whole: one state, one data, the parts that show them. Parts call `update`; nobody else changes state. */

import { actorIndex, tokensOf } from './actors.js';
import { facetCounts } from './counts.js';
import { colourBy } from './data.js';
import { compile, recompiled } from './filter.js';
import { language } from './i18n.js';
import { Listing, ranksOf } from './order.js';
import { rerun, run } from './run.js';
import { NOWHERE } from './scene.js';
import { FILTERS, initialState } from './state.js';
import { inkOf } from './symbols.js';
import { TextSearch } from './search.js';
import { searchIndex, textMask, wordsOf } from './text.js';
import { actorTree, walk } from './tree.js';
import { wording } from './wording.js';

const WINDOW = new Set(['from', 'to', 'only']); // choices of time alone

export class App {
  constructor(data, ground) {
    Object.assign(this, { data, ground, parts: {} });
    this.actors = actorIndex(data);
    this.tree = actorTree(data.dict.actor, ...namedCounts(data));
    this.backers = backersOf(data);
    this.texts = new TextSearch(data);
    this.state = initialState(data.page);
    this.recolour();
    this.update = this.update.bind(this);
    this.speak();
  }

  /** Words of the state's language. */
  speak() {
    this.say = language(this.state.lang);
    this.words = wording(this.data, this.say);
    this.index = null;
    this.masked = null;
  }

  /** Change the state, filter anew if need be, and let the parts show it. */
  update(patch) {
    Object.assign(this.state, patch);
    const changed = new Set(Object.keys(patch));
    if ('lang' in patch) this.speak();
    if ('colour' in patch) this.recolour();
    const filtered = changed.has('colour') || FILTERS.some((key) => changed.has(key));
    if (filtered || changed.has('lang')) this.filter();
    this.show(changed, filtered);
  }

  /** Let colours stand for what the state says. */
  recolour() {
    const { data, state } = this;
    if (data.colour !== state.colour) colourBy(data, state.colour);
    this.slotOrder = slotOrder(data, this.tree);
  }

  filter() {
    const began = performance.now();
    this.result = this.moved() ?? this.runWith(this.state);
    this.filtered = { ...this.state, slot: this.data.row.slot };
    this.rowsListed = null;
    performance.measure('geomap:filter', { start: began, end: performance.now() });
  }

  /** What is shown where nothing but the window of time has changed: the rest need not be counted again. */
  moved() {
    const { data, state, filtered, result } = this;
    const same = (key) => WINDOW.has(key) || filtered[key] === state[key];
    const mask = this.textMask(state.q);
    if (!filtered || filtered.slot !== data.row.slot || !FILTERS.every(same) || result.textMask !== mask)
      return null;
    return rerun(data, recompiled(data, result.tables, state), mask, result);
  }

  runWith(state) {
    return run(this.data, compile(this.data, this.actors, state), this.textMask(state.q));
  }

  countWith(state) {
    return this.runWith(state).shown;
  }

  /** Rows that hold the words searched for: in names at once, in titles and articles once these have been read. */
  textMask(query) {
    const words = wordsOf(query);
    if (!words.length) return null;
    const key = `${this.say.lang} ${words.join(' ')} ${this.texts.ready}`;
    if (this.masked?.key !== key) this.masked = { key, mask: this.makeMask(words) };
    return this.masked.mask;
  }

  makeMask(words) {
    const { data } = this;
    const bothNames = (actor) => `${data.dict.actor[actor].name} ${data.dict.actor[actor].ar ?? ''}`;
    const siteNames = (i) =>
      [data.dict.place[i][1], data.dict.place[i][2], ...this.words.around(i)].join(' ');
    this.index ??= searchIndex(data, {
      site: siteNames,
      actor: bothNames,
      kind: this.words.kind,
      weapon: this.words.weapon,
    });
    const found = words.map((word) => this.texts.found.get(word));
    return textMask(data, this.index, words, found.every(Boolean) ? found : null);
  }

  /** Search as one types: names answer at once, the articles' words as soon as they have been read. */
  async search(q) {
    const words = wordsOf(q);
    this.wanted = q;
    if (!this.texts.ready || !words.length) this.update({ q });
    if (!words.length) return;
    await this.texts.read((part) => this.parts.barView.reading(part));
    await this.texts.find(words);
    if (this.wanted !== q) return; // something else was typed meanwhile
    this.masked = null;
    this.update({ q });
  }

  facetCounts(sitePaths, names) {
    return facetCounts(this.data, this.actors.get(this.state.role), this.result, sitePaths, names);
  }

  /** Rows of the list in their order: all that is shown, or those of the selected place. */
  listed() {
    const { data, state, result } = this;
    const key = `${state.sort} ${state.place} ${this.parts.view?.placeKey() ?? ''}`;
    if (this.rowsListed?.key !== key) {
      const sites = state.place === null ? null : new Uint8Array(data.head.sites);
      if (sites) for (const site of this.placeSites()) sites[site] = 1;
      const ranks = state.sort === 'place' ? siteRanks(this) : null;
      this.rowsListed = { key, rows: new Listing(data, result, { sort: state.sort, sites, ranks }) };
    }
    return this.rowsListed.rows;
  }

  /** The sites that the selected place stands for at this zoom. */
  placeSites() {
    const { place } = this.state;
    const { view } = this.parts;
    const symbol = view?.symbolOf(place);
    if (symbol) return symbol.sites.map(([site]) => site);
    if (view?.modes[place] !== NOWHERE) return [place];
    const { country } = this.data.site;
    return Array.from(country.keys()).filter(
      (i) => view.modes[i] === NOWHERE && country[i] === country[place],
    );
  }

  /** Name of the selected place and how many lie with it; null without one. */
  placeName() {
    const { place } = this.state;
    if (place === null) return null;
    const { view } = this.parts;
    if (view?.modes[place] === NOWHERE)
      return this.countryName(this.data.dict.country[this.data.site.country[place]]);
    const others = this.placeSites().length - 1;
    const name = this.words.site(place);
    return others ? this.say.plural('nearby', others, { p: name }) : name;
  }

  glyphOf(row) {
    const { data } = this;
    return {
      shape: data.shapes[data.row.kind[row]],
      ink: inkOf(data.dict.status[data.row.status[row]]),
      slot: data.row.slot[row],
    };
  }

  shapeOf(kind) {
    return { attack: 0, other: 0, airstrike: 1, interception: 2 }[kind] ?? 3;
  }

  hasActors(row) {
    return this.words.attackers(row).length > 0 || this.words.targets(row).length > 0;
  }

  /** Attacker → target in words. */
  flow(row) {
    if (!this.hasActors(row)) return '';
    const { say } = this;
    const side = (which) => this.side(row, which) || say.t('notStated');
    return `${side('attacker')} ${say.rtl ? '←' : '→'} ${side('target')}`;
  }

  /** The attackers or the targets of a row, as `geomap query` has them: with a question mark where nobody names them. */
  side(row, which) {
    const { data, say, words } = this;
    const attacks = which === 'attacker';
    const names = attacks ? words.attackers(row) : words.targets(row);
    const role = data.dict[`${which}_role`][data.row[`${which}_role`][row]];
    const unsure = role === (attacks ? 'suspected' : 'inferred');
    return (unsure ? names.map((p) => say.t('unsure', { p })) : names).join(say.t('comma'));
  }

  precisionText(site) {
    const { data, say } = this;
    const precision = data.dict.precision[data.site.precision[site]];
    const asArea = data.site.is_area[site] && precision !== 'governorate' && data.site.has[site];
    const km = data.site.km[site];
    const known = km || !/\{r\}/.test(say.words.precision[precision]);
    if (!known) return '';
    return say.t(`precision.${asArea ? 'area' : precision}`, { r: say.number(km) });
  }

  countryName(code) {
    return code ? this.say.country(code) : this.say.t('noPlace');
  }

  /** What the colours stand for: `{label, slot, kind}`, those that occur. */
  legend() {
    const { data, words } = this;
    const nameOf = {
      actor: (id) => words.actor(data.dict.actor.findIndex((actor) => actor.id === id)),
      kind: words.kind,
      weapon: words.weapon,
      year: (year) => year,
    }[data.colour];
    const found = [...data.slotOf].filter(([, slot]) => slot).sort((a, b) => a[1] - b[1]);
    return found.map(([value, slot]) => ({
      label: nameOf(value),
      slot,
      kind: data.colour === 'kind' ? value : null,
    }));
  }

  usedStatuses() {
    return this.data.dict.status.filter((_, i) => this.data.row.status.includes(i));
  }
}

/** How often each actor is named, an attack weighing more than being its target; how many incidents name no one. */
function namedCounts({ dict, row, rows }) {
  const counts = new Array(dict.actor.length).fill(0);
  let unnamed = 0;
  for (const [name, weight] of [
    ['attackers', 1],
    ['targets', 1 / (rows + 1)],
  ]) {
    const times = new Uint32Array(dict[name].length);
    for (let i = 0; i < rows; i++) times[row[name][i]]++;
    dict[name].forEach((actors, code) => {
      for (const actor of actors) counts[actor] += times[code] * weight;
      if (!actors.length) unnamed += times[code];
    });
  }
  return [counts, unnamed];
}

/** Actors that back others who attacked, the one with most first. */
function backersOf({ dict, row }) {
  const times = new Uint32Array(dict.attackers.length);
  for (let i = 0; i < row.attackers.length; i++) times[row.attackers[i]]++;
  const counts = new Map();
  dict.attackers.forEach((actors, code) => {
    const found = new Set(actors.flatMap((actor) => [...tokensOf(dict.actor, actor, null)]));
    for (const token of found)
      if (token.startsWith('&')) counts.set(token, (counts.get(token) ?? 0) + times[code]);
  });
  return [...counts].filter(([, n]) => n).sort((a, b) => b[1] - a[1]).map(([token]) => token); // prettier-ignore
}

/** Colours in the order of the rail, grey last. */
function slotOrder({ dict, colour, slotOf }, tree) {
  const actorSlots = () =>
    [...walk(tree)].map(([{ actor, group }]) =>
      actor === null || group ? 0 : (dict.actor[actor].slot ?? 0),
    );
  const order = colour === 'actor' ? actorSlots() : [...slotOf.values()];
  return [...new Set([...order.filter(Boolean), 1, 2, 3, 4, 5, 6, 7, 8, 0])];
}

/** Rank of each site by its name. */
function siteRanks({ data, words, say }) {
  return ranksOf(
    Array.from({ length: data.head.sites }, (_, i) => words.site(i)),
    say.compare,
  );
}
