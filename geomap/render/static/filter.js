/**
 * The one meaning of the page's filters. Pure: columns and a state in; what each code fails out.
 *
 * Within a facet *or*, between facets *and*. Each question is asked once for each code (see codes.js); a row's failures
 * are bits, so one pass (see run.js) gives what is shown, what each choice would leave, and why the rest is hidden.
 */

import { COMBINED } from './codes.js';
import { yearsOf } from './colours.js';

// prettier-ignore
export const BITS = {
  actor: 1, status: 2, kind: 4, weapon: 8, where: 16, confidence: 32, source: 64, text: 128, time: 256, rough: 512,
  year: 1024,
};
export const FAILS = 2047;
export const MAY_TIME = 2048; // beside the failures: only possibly in the window,
export const MAY_PLACE = 4096; // only possibly in the place
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

/** The same tables for another window of time. */
export const recompiled = (data, tables, state) => ({ ...tables, when: whenFails(data, state) });

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

/** The same state with one facet left out: what relaxing it would show. */
export function relaxed(state, facet) {
  if (facet === 'time') return { ...state, from: null, to: null, only: null };
  if (facet === 'text') return { ...state, q: '' };
  if (facet === 'rough') return { ...state, hide: new Set() };
  return { ...state, [facet]: new Set() };
}
