/** The incidents of list and table in their order. Pure. A million rows are ordered by counting, never by comparing. */

import { SHOWN } from './filter.js';

const SLOTS = 9;
const QUICK = 100; // rows that are found by looking, without ordering all

/** Shown rows, of some places or of all, made as far as they are asked for. */
export class Listing {
  /**
   * @param sites 1 for each site whose incidents are listed; null for all
   * @param sort 'new', 'old', or 'place' with `ranks`, a rank by site
   */
  constructor(data, result, { sort = 'new', sites = null, ranks = null } = {}) {
    Object.assign(this, { data, mask: result.mask, lit: result.times.lit, sort, sites, ranks });
    this.length = sites
      ? result.sites.count.reduce((sum, count, site) => sum + (sites[site] ? count : 0), 0)
      : result.shown;
    this.all = null;
    this.head = null;
  }

  /** Every row, in order. */
  get rows() {
    return (this.all ??= this.make());
  }

  make() {
    const { data, sort } = this;
    const rows = this.first(this.length);
    return sort === 'place' ? sortedBy(rows, (row) => this.ranks[data.row.site[row]], data.head.sites) : rows;
  }

  /** The first so many rows. */
  first(most) {
    const rows = new Uint32Array(Math.min(most, this.length));
    let at = 0;
    if (rows.length) this.walk((row) => (rows[at++] = row) >= 0 && at === rows.length);
    return rows;
  }

  /** Go through the rows until `stop` says so: from the latest or the earliest, those without a date last either way. */
  walk(stop) {
    const { mask, sites } = this;
    const { byDate, row } = this.data;
    for (const { from, to, by } of this.pieces()) {
      for (let i = from; i !== to; i += by) {
        const each = byDate[i];
        if (mask[each] === SHOWN && (sites === null || sites[row.site[each]] === 1) && stop(each)) return;
      }
    }
  }

  /** Pieces of the order of time in which something is shown, in the order of the list. */
  pieces() {
    const { when } = this.data;
    const early = this.sort === 'old';
    const dated = [];
    const undated = [];
    let start = 0;
    when.rows.forEach((rows, code) => {
      const end = start + rows;
      if (this.isLit(code)) {
        if (!when.start[code]) undated.push({ from: start, to: end, by: 1 });
        else dated.push(early ? { from: start, to: end, by: 1 } : { from: end - 1, to: start - 1, by: -1 });
      }
      start = end;
    });
    return [...(early ? dated : dated.reverse()), ...undated];
  }

  isLit(code) {
    for (let at = code * SLOTS; at < (code + 1) * SLOTS; at++) if (this.lit[at]) return true;
    return false;
  }

  /** Where a row stands (-1 before all) and its neighbours, found by counting: `{at, before, after}`. */
  around(row) {
    if (this.all || this.sort === 'place') {
      const at = this.rows.indexOf(row);
      return { at, before: this.rows[at - 1], after: this.rows[at + 1] };
    }
    const found = { at: -1, before: undefined, after: undefined };
    let count = 0;
    let last;
    this.walk((each) => {
      if (found.at >= 0) found.after = each;
      else if (each === row) Object.assign(found, { at: count, before: last });
      count++;
      last = each;
      return found.after !== undefined;
    });
    if (found.at < 0) found.after = this.at(0);
    return found;
  }

  /** Some of the rows; the first ones without ordering the rest. */
  slice(from, to) {
    if (this.all || to > QUICK || this.sort === 'place') return this.rows.subarray(from, to);
    if (!this.head) this.head = this.first(QUICK);
    return this.head.subarray(from, to);
  }

  at(i) {
    return i < 0 ? undefined : this.slice(i, i + 1)[0];
  }

  indexOf(row) {
    return this.rows.indexOf(row);
  }
}

/** Rows by a whole number below `size`, rows of one number in the order they had. */
export function sortedBy(rows, rankOf, size, descending = false) {
  const next = new Uint32Array(size + 1);
  const ranks = Uint32Array.from(rows, (row) => (descending ? size - 1 - rankOf(row) : rankOf(row)));
  for (const rank of ranks) next[rank + 1]++;
  for (let i = 1; i <= size; i++) next[i] += next[i - 1];
  const out = new Uint32Array(rows.length);
  rows.forEach((row, i) => (out[next[ranks[i]]++] = row));
  return out;
}

/** Ranks of names by a comparison, equal names with one rank. */
export function ranksOf(names, compare) {
  const order = names.map((_, i) => i).sort((a, b) => compare(names[a], names[b]));
  const ranks = new Uint32Array(names.length);
  let rank = 0;
  order.forEach((at, i) => {
    if (i && compare(names[order[i - 1]], names[at])) rank++;
    ranks[at] = rank;
  });
  return ranks;
}
