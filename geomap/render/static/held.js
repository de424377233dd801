/** Who held a place, and when: in a line, on a date, and as bands under the strip of its incidents. */

import { daysOf } from './data.js';
import { fromYmd } from './days.js';
import { h } from './dom.js';

/** Holders of a site `{name, ar, from, to, start, end}`; days, null where the gazetteer does not say. */
export function holdersOf({ dict }, site) {
  const held = site === null ? [] : (dict.place[site]?.[3] ?? []);
  return held.map(([, name, ar, start, end]) => ({
    name,
    ar,
    start,
    end,
    from: edge(start, 0),
    to: edge(end, 1),
  }));
}

/** The first day of 2017, 2017-11 or 2017-11-24, or with `after` 1 its last one. */
function edge(partial, after) {
  if (!partial) return null;
  const [year, month, day] = partial.split('-').map(Number);
  if (day) return fromYmd(year, month - 1, day);
  return month ? fromYmd(year, month - 1 + after) - after : fromYmd(year + after, 0) - after;
}

const nameIn = (say, { name, ar }) => (say.rtl && ar) || name;

/** "2017 – May 2025", "since 2017", "until 2017"; empty where neither is known. */
export function periodText(say, { start, end, from, to }) {
  const word = (partial, day) =>
    say.date(day, partial.length > 4 ? { month: 'short', year: 'numeric' } : { year: 'numeric' });
  if (start && end) return `${word(start, from)}${say.t('dash')}${word(end, to)}`;
  if (start) return say.t('since', { d: word(start, from) });
  return end ? say.t('until', { d: word(end, to) }) : '';
}

const HELD = 2; // holders that stand in a line: the latest, earlier ones on demand

/** "Held by US forces, 2017 – May 2025": a line for the selected place, nothing where nobody is recorded. */
export function heldLines({ data, say }, site) {
  const holders = holdersOf(data, site);
  if (!holders.length) return [];
  const parts = holders.map((holder) => {
    const period = periodText(say, holder);
    return h('li', {}, h('bdi', {}, nameIn(say, holder)), period ? `${say.t('comma')}${period}` : '');
  });
  const line = (items) => [h('span', {}, say.t('heldBy')), ' ', h('ul', {}, items)];
  if (parts.length <= HELD) return line(parts);
  const earlier = say.t('more', { n: say.number(parts.length - HELD) });
  return [
    h(
      'details',
      {},
      h('summary', {}, line(parts.slice(-HELD)), ' · ', earlier),
      h('ul', {}, parts.slice(0, -HELD)),
    ),
  ];
}

const overlaps = ({ from, to }, [first, last]) => (from ?? -Infinity) <= last && first <= (to ?? Infinity);

/** Names of those who held an incident's place at its date; empty without a date. */
export function heldThen({ data, say }, row) {
  const days = daysOf(data, row);
  if (!days) return [];
  return holdersOf(data, data.row.site[row])
    .filter((holder) => overlaps(holder, days))
    .map((holder) => nameIn(say, holder));
}

/** For each holder the first and the last of some dated rows that lie in its time: `{name, first, last}`. */
export function bandsOf({ data, say }, site, rows) {
  return holdersOf(data, site)
    .map((holder) => {
      const inside = rows.map((row) => overlaps(holder, daysOf(data, row)));
      const period = periodText(say, holder);
      const name = nameIn(say, holder) + (period ? `${say.t('comma')}${period}` : '');
      return { name, first: inside.indexOf(true), last: inside.lastIndexOf(true) };
    })
    .filter(({ first }) => first >= 0);
}
