/** What a colour stands for: actor, kind, weapon or year. Pure: a slot a row, and a slot a value for the legend. */

import { gather } from './codes.js';
import { fromYmd, toDate } from './days.js';

export const COLOURS = ['actor', 'kind', 'weapon', 'year'];
const SLOTS = 8; // slot 0 is grey

/** `{row, of}`: the slot of each row, and a Map from the values of the legend to their slots. */
export function slotsBy(data, by) {
  return { kind: byKind, weapon: byWeapon, year: byYear }[by]?.(data) ?? byActor(data);
}

function byActor({ row, dict }) {
  const slots = dict.attackers.map((actors) => (actors.length ? (dict.actor[actors[0]].slot ?? 0) : 0));
  return {
    row: gather(row.attackers, slots),
    of: new Map(dict.actor.map(({ id, slot }) => [id, slot ?? 0])),
  };
}

function byKind({ row, dict }) {
  const of = ranked(dict.kind, tally(row.kind, dict.kind.length));
  return { row: gather(row.kind, dict.kind.map((kind) => of.get(kind))), of }; // prettier-ignore
}

/** By the first weapon that is named. */
function byWeapon({ row, dict }) {
  const counts = tally(row.weapons, dict.weapons.length);
  const names = [...new Set(dict.weapons.map(([first]) => first).filter(Boolean))];
  const sums = names.map((name) =>
    counts.reduce((sum, n, code) => sum + (dict.weapons[code][0] === name ? n : 0), 0),
  );
  const of = ranked(names, sums);
  return { row: gather(row.weapons, dict.weapons.map(([first]) => of.get(first) ?? 0)), of }; // prettier-ignore
}

/** Slots by frequency, so that the most frequent values are the ones told apart; none for what does not occur. */
function ranked(values, counts) {
  const order = values.map((_, i) => i).filter((i) => counts[i] > 0);
  order.sort((a, b) => counts[b] - counts[a] || a - b);
  return new Map(values.map((value, i) => [value, slotOfRank(order.indexOf(i))]));
}

const slotOfRank = (rank) => (rank >= 0 && rank < SLOTS ? rank + 1 : 0);

function tally(codes, length) {
  const counts = new Array(length).fill(0);
  for (let i = 0; i < codes.length; i++) counts[codes[i]]++;
  return counts;
}

/** One hue in steps of lightness, from the first year to the last; neighbours share a step where there are many. */
function byYear({ when }) {
  const years = yearsOf(when);
  const found = [...new Set(years)].filter(Boolean).sort();
  const [first, last] = [Number(found[0]), Number(found.at(-1))];
  const step = (year) =>
    last === first ? SLOTS : 1 + Math.round(((year - first) / (last - first)) * (SLOTS - 1));
  const of = new Map(found.map((year) => [year, step(Number(year))]));
  return { row: gather(when.codes, years.map((year) => of.get(year) ?? 0)), of }; // prettier-ignore
}

const known = new WeakMap();

/** The year of each period as text; empty where it is not known to the year. Asked at each filter step, so kept. */
export function yearsOf(when) {
  if (!known.has(when)) known.set(when, yearsAnew(when));
  return known.get(when);
}

function yearsAnew({ start, span }) {
  return Array.from(start, (day, code) => {
    if (!day) return '';
    const year = toDate(day - 1).getUTCFullYear();
    return day - 1 + span[code] < fromYmd(year + 1, 0) ? String(year) : '';
  });
}
