/**
 * A compiled filter run over the rows: a mask, counts and reasons. Pure. One pass over all of them, or, where only the
 * window of time is another one, over those that it reaches or leaves.
 */

import { COMBINED } from './codes.js';
import { BITS, FAILS, MAY_PLACE, MAY_TIME } from './filter.js';

const SLOTS = 9;

/**
 * Run a compiled state over all rows.
 * @param textMask 1 for each row that holds the words searched for, or null
 * @returns `mask` (2 shown, 1 hidden by time alone, 0 hidden), `shown`, `possible`, `undated` hidden by a window alone,
 *   `hidden` incidents by the bits that hide them, `counts` by facet over its codes with the other facets applied,
 *   `sites` and `times`: what is shown by place and by period, each by colour
 */
export function run(data, tables, textMask) {
  const tallies = emptyTallies(data, tables);
  tally(data, tables, textMask, tallies, { order: null, from: 0, to: data.rows, by: 1 });
  return outcome(data, tables, textMask, tallies);
}

const LEAST_SAVED = 4; // rows in the order of time are scattered: to count one again takes four times as long

/**
 * What `run` gives, from the outcome of another window of time over the same rows: only those of the periods whose answer
 * is another one are taken back and counted anew. Null where that would be no quicker.
 * @param before what `run` or `rerun` gave; everything but its periods was compiled as now. It is not changed.
 */
export function rerun(data, tables, textMask, before) {
  const changed = changedPeriods(data.when, before.tables.when, tables.when);
  const rows = changed.reduce((sum, { from, to }) => sum + to - from, 0);
  if (rows * LEAST_SAVED > data.rows) return null;
  const tallies = copied(before.tallies);
  for (const piece of changed) {
    const order = data.byDate;
    tally(data, before.tables, textMask, tallies, { order, ...piece, by: -1 });
    tally(data, tables, textMask, tallies, { order, ...piece, by: 1 });
  }
  return outcome(data, tables, textMask, tallies);
}

/** Pieces of `data.byDate` whose periods fail otherwise than before. */
function changedPeriods({ rows }, before, now) {
  const pieces = [];
  let from = 0;
  for (let code = 0; code < now.length; code++) {
    const to = from + rows[code];
    if (before[code] !== now[code]) {
      if (pieces.at(-1)?.to === from) pieces.at(-1).to = to;
      else pieces.push({ from, to });
    }
    from = to;
  }
  return pieces;
}

function outcome(data, tables, textMask, tallies) {
  const { hidden, mask, possible, where, timed, lit, dim } = tallies;
  const sites = { count: sums(tallies.bySlot), bySlot: tallies.bySlot, where, rough: tallies.roughSites };
  const times = { lit, dim, year: timed, rough: tallies.roughTimes };
  return {
    mask,
    hidden,
    possible,
    shown: hidden[0],
    undated: sumWhere(dim, (i) => data.when.start[Math.floor(i / SLOTS)] === 0),
    counts: {
      ...comboCounts(data, tables.combo, tallies.byCombo),
      ...otherCounts(data, sites, times),
      actor: tallies.byWho,
    },
    sites,
    times,
    tables,
    textMask,
    tallies,
  };
}

function emptyTallies({ rows, site, when }, tables) {
  const counted = (length) => new Uint32Array(length);
  const [nSites, nWhen] = [site.has.length, when.start.length];
  return {
    mask: new Uint8Array(rows),
    possible: 0,
    hidden: counted(FAILS + 1),
    byWho: counted(tables.actor.length),
    byCombo: counted(tables.combo.length),
    bySlot: counted(nSites * SLOTS),
    where: counted(nSites),
    roughSites: counted(nSites),
    lit: counted(nWhen * SLOTS),
    dim: counted(nWhen * SLOTS),
    timed: counted(nWhen),
    roughTimes: counted(nWhen),
  };
}

const copied = (tallies) =>
  Object.fromEntries(
    Object.entries(tallies).map(([name, value]) => [name, name === 'possible' ? value : value.slice()]),
  );

/**
 * The loop over rows, and nothing that could be done outside of it: counts rows in (`by` 1) or takes them back (-1).
 * @param order row numbers of which those from `from` to `to` are meant; null for the numbers themselves
 */
function tally({ row, combo, when }, tables, textMask, tallies, { order, from, to, by }) {
  const { actor: actorFail, combo: comboFail, when: whenFail, site: siteFail } = tables;
  const { keys } = tables.who;
  const { slot, site: siteOf } = row;
  const { codes: comboOf } = combo;
  const { codes: whenOf } = when;
  const { mask, hidden, byWho, byCombo, bySlot, where, roughSites, lit, dim, timed, roughTimes } = tallies;
  let possible = 0;
  for (let at = from; at < to; at++) {
    const i = order === null ? at : order[at];
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
    hidden[fail] += by;
    mask[i] = 0;
    if (fail === 0) {
      mask[i] = 2;
      byWho[k] += by;
      byCombo[c] += by;
      bySlot[s * SLOTS + slot[i]] += by;
      lit[w * SLOTS + slot[i]] += by;
    } else if (fail === 256) {
      mask[i] = 1;
      dim[w * SLOTS + slot[i]] += by;
    } else if ((fail & (fail - 1)) === 0) {
      if (fail === 1) byWho[k] += by;
      else if (fail === 16) where[s] += by;
      else if (fail === 1024) timed[w] += by;
      else if (fail === 512) {
        roughSites[s] += by;
        roughTimes[w] += by;
      } else if (fail !== 128) byCombo[c] += by;
    }
  }
  tallies.possible += by * possible;
}

/** Sums over the colours. */
function sums(bySlot) {
  const found = new Uint32Array(bySlot.length / SLOTS);
  for (let i = 0, at = 0; i < found.length; i++)
    for (let slot = 0; slot < SLOTS; slot++) found[i] += bySlot[at++];
  return found;
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

function otherCounts({ when, site }, sites, times) {
  const lit = sums(times.lit);
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
