/**
 * The one meaning of the page's filters. Pure: columns and a state in; a mask, counts and reasons out.
 *
 * Within a facet *or*, between facets *and*. Each facet is a look-up table over a column; a row's failures are bits, so
 * one pass gives what is shown, what each choice would leave, and why the rest is hidden.
 */

// prettier-ignore
export const BITS = {
  actor: 1, status: 2, kind: 4, weapon: 8, where: 16, confidence: 32, source: 64, text: 128, time: 256,
};
const ALL_BITS = 512;
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

const table = (length, test) => Uint8Array.from({ length }, (_, i) => (test(i) ? 1 : 0));
const chosen = (set, values) => table(values.length, (i) => !set.size || set.has(values[i]));
const chosenAny = (set, groups) =>
  table(
    groups.length,
    (i) => !set.size || (groups[i].length ? groups[i] : ['']).some((value) => set.has(value)),
  );

/** Look-up tables of a state. `where` answers 2, 1 or 0. */
export function compile(data, actors, state) {
  const { dict, site } = data;
  const who = actors.get(state.role);
  const wanted = [...state.actor];
  return {
    who,
    actor: table(
      who.tokens.length,
      (i) => !wanted.length || wanted.some((token) => who.tokens[i].has(token)),
    ),
    status: table(dict.status.length, (i) =>
      state.status.size ? state.status.has(dict.status[i]) : !data.offMap.has(i),
    ),
    kind: chosen(state.kind, dict.kind),
    weapon: chosenAny(state.weapon, dict.weapons),
    confidence: chosen(state.confidence, dict.confidence),
    source: chosenAny(state.source, dict.outlets),
    where: Uint8Array.from({ length: site.has.length }, (_, i) => inPlaces(data, i, state.where)),
  };
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

export function pathOf(country, admin, place) {
  const inAdmin = `${country}/${admin}`;
  return [country, inAdmin, `${inAdmin}/${place[0] || place[1]}`];
}

/**
 * Run a compiled state over all rows.
 * @param textMask 1 for each row that holds the words searched for, or null
 * @returns `mask` (2 shown, 1 hidden by time alone, 0 hidden), `shown`, `possible`, `counts` by facet over its
 *   column's codes with the other facets applied, `hidden` incidents by the bits that hide them
 */
export function run(data, tables, state, textMask) {
  const { row, rows, dict, site, axis } = data;
  const mask = new Uint8Array(rows);
  const hidden = new Uint32Array(ALL_BITS);
  const counts = {
    actor: new Uint32Array(tables.who.tokens.length),
    status: new Uint32Array(dict.status.length),
    kind: new Uint32Array(dict.kind.length),
    weapon: new Uint32Array(dict.weapons.length),
    where: new Uint32Array(site.has.length),
    confidence: new Uint32Array(dict.confidence.length),
    source: new Uint32Array(dict.outlets.length),
  };
  const who = tables.who.keys;
  const least = state.possible ? POSSIBLE : CERTAIN;
  let possible = 0;
  let undated = 0;
  for (let i = 0; i < rows; i++) {
    const where = tables.where[row.site[i]];
    const time = inTime(row, i, state, axis?.first);
    let fail = 0;
    if (!tables.actor[who[i]]) fail |= 1;
    if (!tables.status[row.status[i]]) fail |= 2;
    if (!tables.kind[row.kind[i]]) fail |= 4;
    if (!tables.weapon[row.weapons[i]]) fail |= 8;
    if (!tables.confidence[row.confidence[i]]) fail |= 32;
    if (!tables.source[row.outlets[i]]) fail |= 64;
    if (textMask && !textMask[i]) fail |= 128;
    if (fail === 0 && where && time && (where === POSSIBLE || time === POSSIBLE)) possible++;
    if (where < least) fail |= 16;
    if (time < least) fail |= 256;
    hidden[fail]++;
    if (fail === 256 && row.start[i] === 0) undated++;
    if (fail === 0) mask[i] = SHOWN;
    else if (fail === 256) mask[i] = ONLY_TIME;
    else if (fail & (fail - 1)) continue;
    count(counts, fail, row, who, i);
  }
  return { mask, shown: hidden[0], possible, undated, counts, hidden };
}

/** Count a row for each facet that alone may hide it. */
function count(counts, fail, row, who, i) {
  if (fail === 0 || fail === 1) counts.actor[who[i]]++;
  if (fail === 0 || fail === 2) counts.status[row.status[i]]++;
  if (fail === 0 || fail === 4) counts.kind[row.kind[i]]++;
  if (fail === 0 || fail === 8) counts.weapon[row.weapons[i]]++;
  if (fail === 0 || fail === 16) counts.where[row.site[i]]++;
  if (fail === 0 || fail === 32) counts.confidence[row.confidence[i]]++;
  if (fail === 0 || fail === 64) counts.source[row.outlets[i]]++;
}

function inTime(row, i, state, axisStart) {
  const start = row.start[i];
  if (state.only === 'undated') return start === 0 ? CERTAIN : 0;
  if (state.only === 'earlier') return start !== 0 && start - 1 + row.span[i] < axisStart ? CERTAIN : 0;
  if (state.from === null && state.to === null) return CERTAIN;
  if (start === 0) return POSSIBLE;
  return inWindow(start - 1, start - 1 + row.span[i], state.from, state.to);
}

/** The same state with one facet left out: what relaxing it would show. */
export function relaxed(state, facet) {
  if (facet === 'time') return { ...state, from: null, to: null, only: null };
  if (facet === 'text') return { ...state, q: '' };
  return { ...state, [facet]: new Set() };
}
