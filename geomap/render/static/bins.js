/** The axis of time and its bins. Pure. A row lies in a bin only if it is known to the bin. */

import { UNITS, add, floor } from './days.js';

export const UNDATED = -1;
export const EARLIER = -2;
export const SPAN = -3;
const FEWEST = 30;
const MOST = 120;
const SLOTS = 9;

/**
 * Where the axis begins: at the first day, or later if the earliest 1 % alone would make it twice as long.
 * @param days in order, each `counts[i]` times (once without `counts`)
 */
export function axisStart(days, last, counts = null) {
  if (!days.length) return null;
  const rows = (i) => (counts ? counts[i] : 1);
  const spare = Math.max(1, Math.floor(Array.from(days.keys()).reduce((sum, i) => sum + rows(i), 0) / 100));
  const span = last - days[0];
  let left = 0;
  for (let i = 1; i < days.length && span > 60; i++) {
    left += rows(i - 1);
    if (left > spare) break;
    if (last - days[i] <= span / 2) return days[i];
  }
  return days[0];
}

function countBins(first, last, unit) {
  const days = { day: 1, week: 7, month: 30.44, year: 365.25 }[unit];
  return Math.ceil((floor(last, unit === 'day' ? 'day' : unit) - floor(first, unit)) / days) + 1;
}

/** The finest unit with at most 120 bins; one finer where those would be fewer than 30 and the others not too many. */
function unitFor(first, last) {
  const at = UNITS.findIndex((each) => countBins(first, last, each) <= MOST);
  if (at < 0) return 'year';
  const coarse = at > 0 && countBins(first, last, UNITS[at]) < FEWEST;
  return coarse && countBins(first, last, UNITS[at - 1]) <= 2 * MOST ? UNITS[at - 1] : UNITS[at];
}

/** Unit and edges for an axis. */
export function makeAxis(first, last) {
  const unit = unitFor(first, last);
  const edges = [floor(first, unit)];
  while (edges.at(-1) <= last || edges.length < (unit === 'day' ? FEWEST : 8) + 1)
    edges.push(add(edges.at(-1), unit, 1));
  return { unit, edges, first: edges[0], end: edges.at(-1), count: edges.length - 1 };
}

/** The bin that a day lies in. */
export function binAt({ edges, unit, first, count }, day) {
  if (unit === 'day') return day - first;
  if (unit === 'week') return Math.floor((day - first) / 7);
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A bin for each period of `data.when`: its number, or why it has none. */
export function binPeriods({ when }, axis) {
  const bins = new Int16Array(when.start.length).fill(UNDATED);
  if (!axis) return bins;
  for (let code = 0; code < bins.length; code++) {
    if (when.start[code] === 0) continue;
    const start = when.start[code] - 1;
    const end = start + when.span[code];
    if (end < axis.first) bins[code] = EARLIER;
    else if (start < axis.first) bins[code] = SPAN;
    else {
      const bin = binAt(axis, start);
      bins[code] = bin === binAt(axis, end) ? bin : SPAN;
    }
  }
  return bins;
}

/**
 * Incidents by bin and colour: `lit` those shown, `dim` those that only the window hides; the same for both buckets; and
 * the spans, one for each that looks different.
 * @param times `lit` and `dim` by period and colour, as a filter's run gives them
 */
export function histogram({ when }, bins, axis, times) {
  const count = axis?.count ?? 0;
  const table = () => ({ lit: new Uint32Array(SLOTS), dim: new Uint32Array(SLOTS) });
  const found = {
    lit: new Uint32Array(count * SLOTS),
    dim: new Uint32Array(count * SLOTS),
    earlier: table(),
    undated: table(),
    spans: [],
  };
  for (const kind of ['lit', 'dim']) {
    const counts = times[kind];
    for (let at = 0; at < counts.length; at++) {
      if (!counts[at]) continue;
      const code = Math.floor(at / SLOTS);
      const slot = at % SLOTS;
      const bin = bins[code];
      if (bin >= 0) found[kind][bin * SLOTS + slot] += counts[at];
      else if (bin === UNDATED) found.undated[kind][slot] += counts[at];
      else if (bin === EARLIER) found.earlier[kind][slot] += counts[at];
      else found.spans.push(spanOf(when, code, { slot, lit: kind === 'lit', n: counts[at] }));
    }
  }
  found.spans.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return found;
}

function spanOf(when, code, more) {
  const from = when.start[code] - 1;
  return { from, to: from + when.span[code], ...more };
}

/** All incidents by bin, whatever is filtered: the outline behind the blocks. */
export function outlineOf({ when }, bins, axis) {
  const sums = new Uint32Array(axis?.count ?? 0);
  bins.forEach((bin, code) => bin >= 0 && (sums[bin] += when.rows[code]));
  return sums;
}

export const sumOf = (table, bin) => {
  let sum = 0;
  for (let slot = 0; slot < SLOTS; slot++) sum += table[bin * SLOTS + slot];
  return sum;
};
