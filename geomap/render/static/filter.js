/**
 * The one meaning of the page's filters. Pure: columns and a state in; a mask, counts and reasons out.
 *
 * Within a facet *or*, between facets *and*. Each question is asked once for each code (see codes.js); a row's failures
 * are bits, so one pass gives what is shown, what each choice would leave, and why the rest is hidden.
 */

import { COMBINED } from './codes.js';
import { yearsOf } from './colours.js';

// prettier-ignore
export const BITS = {
  actor: 1, status: 2, kind: 4, weapon: 8, where: 16, confidence: 32, source: 64, text: 128, time: 256, rough: 512,
  year: 1024,
};
const FAILS = 2047;
const MAY_TIME = 2048; // beside the failures: only possibly in the window,
const MAY_PLACE = 4096; // only possibly in the place
const SLOTS = 9;
const DIVISION = /^([A-Z]{2})-/; // ISO 3166-2
export const SHOWN = 2;
export const ONLY_TIME = 1; // hidden by the time window alone

export const CERTAIN = 2;
export const POSSIBLE = 1;

/** Whether a span of days lies in a window: certainly, possibly, not. `null` days are possible. */
export function inWindow(first, last, from, to) {
  if (from === null && to === null) return CERTAIN;
  if (first === null) return POSSIBLE;
  if ((from === null || first >= from) && (to === null || last <= to)) return CERTAIN;
  return (to === null || first <= to) && (from === null || last >= from) ? POSSIBLE : 0;
}

const chosen = (set, value) => !set.size || set.has(value);
const chosenAny = (set, values) =>
  !set.size || (values.length ? values : ['']).some((value) => set.has(value));

/** Failures by code: of actors (`who`), of what is asked together (`combo`), of periods, of sites. */
export function compile(data, actors, state) {
  const who = actors.get(state.role);
  const wanted = [...state.actor];
  return {
    who,
    actor: Uint8Array.from(who.tokens, (tokens) =>
      !wanted.length || wanted.some((token) => tokens.has(token)) ? 0 : BITS.actor,
    ),
    combo: comboFails(data, state),
    when: whenFails(data, state),
    site: siteFails(data, state),
  };
}

function comboFails({ dict, combo, offMap }, state) {
  const tests = {
    status: (i) => (state.status.size ? state.status.has(dict.status[i]) : !offMap.has(i)),
    kind: (i) => chosen(state.kind, dict.kind[i]),
    weapons: (i) => chosenAny(state.weapon, dict.weapons[i]),
    confidence: (i) => chosen(state.confidence, dict.confidence[i]),
    outlets: (i) => chosenAny(state.source, dict.outlets[i]),
  };
  const fails = new Uint16Array(combo.parts[0].length);
  COMBINED.forEach((name, at) => {
    const bit = [BITS.status, BITS.kind, BITS.weapon, BITS.confidence, BITS.source][at];
    const failing = Uint8Array.from(dict[name], (_, i) => (tests[name](i) ? 0 : 1));
    for (let code = 0; code < fails.length; code++) if (failing[combo.parts[at][code]]) fails[code] |= bit;
  });
  return fails;
}

function whenFails({ when, axis }, state) {
  const least = state.possible ? POSSIBLE : CERTAIN;
  const years = state.year.size ? yearsOf(when) : null;
  return Uint16Array.from(when.start, (start, code) => {
    const answer = inTime(start, when.span[code], state, axis?.first);
    let fail = answer < least ? BITS.time : 0;
    if (answer === POSSIBLE) fail |= MAY_TIME;
    if (!start && state.hide.has('undated')) fail |= BITS.rough;
    if (years && !state.year.has(years[code])) fail |= BITS.year;
    return fail;
  });
}

function siteFails(data, state) {
  const { site } = data;
  const least = state.possible ? POSSIBLE : CERTAIN;
  const hidden = state.hide.has('area');
  return Uint16Array.from(site.has, (has, i) => {
    const answer = inPlaces(data, i, state.where);
    let fail = answer < least ? BITS.where : 0;
    if (answer === POSSIBLE) fail |= MAY_PLACE;
    if (hidden && (!has || site.is_area[i])) fail |= BITS.rough;
    return fail;
  });
}

function inTime(start, span, state, axisStart) {
  if (state.only === 'undated') return start === 0 ? CERTAIN : 0;
  if (state.only === 'earlier') return start !== 0 && start - 1 + span < axisStart ? CERTAIN : 0;
  return start === 0
    ? inWindow(null, null, state.from, state.to)
    : inWindow(start - 1, start - 1 + span, state.from, state.to);
}

/** Whether a site lies in one of the chosen countries (`SY`), governorates (`SY/SY-DY`) or places (`SY/SY-DY/id`). */
export function inPlaces({ site, dict }, i, places) {
  if (!places.size) return CERTAIN;
  const country = dict.country[site.country[i]];
  const [admin, adminName] = dict.admin1[site.admin1[i]];
  const own = pathOf(country, admin || adminName, dict.place[i]);
  if (own.some((path) => places.has(path))) return CERTAIN;
  const vague = dict.precision[site.precision[i]];
  if (vague === 'unknown' && !country) return POSSIBLE;
  const head = vague === 'country' ? `${country}/` : vague === 'governorate' ? `${own[1]}/` : null;
  return head && [...places].some((path) => path.startsWith(head)) ? POSSIBLE : 0;
}

/** Country, governorate, place as paths. A division's code says whose it is, whatever country the row names beside it. */
export function pathOf(named, admin, place) {
  const country = DIVISION.exec(admin)?.[1] ?? named;
  const inAdmin = `${country}/${admin}`;
  return [country, inAdmin, `${inAdmin}/${place[0] || place[1]}`];
}

/**
 * Run a compiled state over all rows.
 * @param textMask 1 for each row that holds the words searched for, or null
 * @returns `mask` (2 shown, 1 hidden by time alone, 0 hidden), `shown`, `possible`, `undated` hidden by a window alone,
 *   `hidden` incidents by the bits that hide them, `counts` by facet over its codes with the other facets applied,
 *   `sites` and `times`: what is shown by place and by period, each by colour
 */
export function run(data, tables, state, textMask) {
  const tallies = pass(data, tables, textMask);
  const { hidden, mask, possible, sites, times } = tallies;
  return {
    mask,
    hidden,
    possible,
    shown: hidden[0],
    undated: sumWhere(times.dim, (i) => data.when.start[Math.floor(i / SLOTS)] === 0),
    counts: {
      ...comboCounts(data, tables.combo, tallies.combo),
      ...otherCounts(data, tallies),
      actor: tallies.who,
    },
    sites,
    times,
  };
}

/** The loop over all rows, and nothing that could be done outside of it. */
function pass({ row, rows, site, when, combo }, tables, textMask) {
  const nSites = site.has.length;
  const nWhen = when.start.length;
  const counted = (length) => new Uint32Array(length);
  const mask = new Uint8Array(rows);
  const hidden = counted(FAILS + 1);
  const byWho = counted(tables.actor.length);
  const byCombo = counted(tables.combo.length);
  const sites = {
    count: counted(nSites),
    bySlot: counted(nSites * SLOTS),
    where: counted(nSites),
    rough: counted(nSites),
  };
  const times = {
    lit: counted(nWhen * SLOTS),
    dim: counted(nWhen * SLOTS),
    year: counted(nWhen),
    rough: counted(nWhen),
  };
  const { actor: actorFail, combo: comboFail, when: whenFail, site: siteFail } = tables;
  const { keys } = tables.who;
  const { slot, site: siteOf } = row;
  const { codes: comboOf } = combo;
  const { codes: whenOf } = when;
  const { bySlot } = sites; // the loop runs a fifth longer if it has to ask for these
  const { lit, dim } = times;
  let possible = 0;
  for (let i = 0; i < rows; i++) {
    const c = comboOf[i];
    const w = whenOf[i];
    const s = siteOf[i];
    const k = keys[i];
    let fail = comboFail[c] | whenFail[w] | siteFail[s] | actorFail[k];
    if (textMask !== null && textMask[i] === 0) fail |= 128;
    if (fail > FAILS) {
      const may = (fail & MAY_TIME ? 256 : 0) | (fail & MAY_PLACE ? 16 : 0);
      fail &= FAILS;
      // Possible in time and not at all in place is not possible.
      if ((fail & ~may) === 0) possible++;
    }
    hidden[fail]++;
    if (fail === 0) {
      mask[i] = 2;
      byWho[k]++;
      byCombo[c]++;
      bySlot[s * SLOTS + slot[i]]++;
      lit[w * SLOTS + slot[i]]++;
    } else if (fail === 256) {
      mask[i] = 1;
      dim[w * SLOTS + slot[i]]++;
    } else if ((fail & (fail - 1)) === 0) {
      if (fail === 1) byWho[k]++;
      else if (fail === 16) sites.where[s]++;
      else if (fail === 1024) times.year[w]++;
      else if (fail === 512) {
        sites.rough[s]++;
        times.rough[w]++;
      } else if (fail !== 128) byCombo[c]++;
    }
  }
  for (let i = 0; i < sites.bySlot.length; i++) sites.count[Math.floor(i / SLOTS)] += sites.bySlot[i];
  return { mask, hidden, possible, who: byWho, combo: byCombo, sites, times };
}

/** Counts of the facets that are asked together: a code fails none of them, or one that alone hides it. */
function comboCounts({ dict, combo }, fails, tally) {
  const facets = [
    ['status', BITS.status],
    ['kind', BITS.kind],
    ['weapon', BITS.weapon],
    ['confidence', BITS.confidence],
    ['source', BITS.source],
  ];
  return Object.fromEntries(
    facets.map(([facet, bit], at) => {
      const counts = new Uint32Array(dict[COMBINED[at]].length);
      const part = combo.parts[at];
      for (let code = 0; code < tally.length; code++)
        if (fails[code] === 0 || fails[code] === bit) counts[part[code]] += tally[code];
      return [facet, counts];
    }),
  );
}

function otherCounts({ when, site }, { sites, times }) {
  const lit = new Uint32Array(when.start.length);
  for (let i = 0; i < times.lit.length; i++) lit[Math.floor(i / SLOTS)] += times.lit[i];
  const isArea = (i) => !site.has[i] || site.is_area[i];
  return {
    where: sites.count.map((n, i) => n + sites.where[i]),
    year: lit.map((n, i) => n + times.year[i]),
    undated: sumWhere(lit, (i) => !when.start[i]) + sumWhere(times.rough, (i) => !when.start[i]),
    area: sumWhere(sites.count, isArea) + sumWhere(sites.rough, isArea),
  };
}

function sumWhere(counts, test) {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i] && test(i)) sum += counts[i];
  return sum;
}

/** The same state with one facet left out: what relaxing it would show. */
export function relaxed(state, facet) {
  if (facet === 'time') return { ...state, from: null, to: null, only: null };
  if (facet === 'text') return { ...state, q: '' };
  if (facet === 'rough') return { ...state, hide: new Set() };
  return { ...state, [facet]: new Set() };
}
