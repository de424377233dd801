/** The axis of time and its bins. Pure. A row lies in a bin only if it is known to the bin. */

import { ONLY_TIME, SHOWN } from './filter.js';
import { UNITS, add, floor } from './days.js';

export const UNDATED = -1;
export const EARLIER = -2;
export const SPAN = -3;
const FEWEST = 30;
const MOST = 120;
const SLOTS = 9;

/** Where the axis begins: at the first day, or later if the earliest 1 % alone would make it twice as long. */
export function axisStart(starts, last) {
  if (!starts.length) return null;
  const sorted = Float64Array.from(starts).sort();
  const spare = Math.max(1, Math.floor(sorted.length / 100));
  const span = last - sorted[0];
  for (let i = 1; i <= spare && i < sorted.length; i++) {
    if (span > 60 && last - sorted[i] <= span / 2) return sorted[i];
  }
  return sorted[0];
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

/** A bin a row: its number, or why it has none. */
export function binRows({ row, rows }, axis) {
  const bins = new Int16Array(rows).fill(UNDATED);
  if (!axis) return bins;
  for (let i = 0; i < rows; i++) {
    if (row.start[i] === 0) continue;
    const start = row.start[i] - 1;
    const end = start + row.span[i];
    if (end < axis.first) bins[i] = EARLIER;
    else if (start < axis.first) bins[i] = SPAN;
    else {
      const bin = binAt(axis, start);
      bins[i] = bin === binAt(axis, end) ? bin : SPAN;
    }
  }
  return bins;
}

/**
 * Rows by bin and colour: `lit` those shown, `dim` those that only the window hides; the same for both buckets; and
 * the spans, one for each that looks different.
 */
export function histogram(data, bins, axis, mask) {
  const { row, rows } = data;
  const count = axis?.count ?? 0;
  const table = () => ({ lit: new Uint32Array(SLOTS), dim: new Uint32Array(SLOTS) });
  const found = {
    lit: new Uint32Array(count * SLOTS),
    dim: new Uint32Array(count * SLOTS),
    earlier: table(),
    undated: table(),
    spans: new Map(),
  };
  for (let i = 0; i < rows; i++) {
    if (mask[i] !== SHOWN && mask[i] !== ONLY_TIME) continue;
    const kind = mask[i] === SHOWN ? 'lit' : 'dim';
    const bin = bins[i];
    if (bin >= 0) found[kind][bin * SLOTS + row.slot[i]]++;
    else if (bin === UNDATED) found.undated[kind][row.slot[i]]++;
    else if (bin === EARLIER) found.earlier[kind][row.slot[i]]++;
    else addSpan(found.spans, row, i, kind);
  }
  return {
    ...found,
    spans: [...found.spans.values()].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from),
  };
}

function addSpan(spans, row, i, kind) {
  const from = row.start[i] - 1;
  const to = from + row.span[i];
  const key = `${from} ${to} ${row.slot[i]} ${kind}`;
  const same = spans.get(key);
  if (same) same.n++;
  else spans.set(key, { from, to, slot: row.slot[i], lit: kind === 'lit', n: 1 });
}

/** All rows by bin, whatever is filtered: the outline behind the blocks. */
export function outlineOf({ rows }, bins, axis) {
  const sums = new Uint32Array(axis?.count ?? 0);
  for (let i = 0; i < rows; i++) if (bins[i] >= 0) sums[bins[i]]++;
  return sums;
}

export const sumOf = (table, bin) => {
  let sum = 0;
  for (let slot = 0; slot < SLOTS; slot++) sum += table[bin * SLOTS + slot];
  return sum;
};
