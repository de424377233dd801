/** An incident in words: the same ones on the map, in the list, in the table and on the card. */

import { daysOf, known } from './data.js';

/** Everything that names things of `data` in the language `say`. */
export function wording(data, say) {
  const { dict, site, row } = data;
  const arabic = say.rtl;
  const actorName = (actor) => (arabic && dict.actor[actor].ar) || dict.actor[actor].name;
  const siteName = (i) => placeName(i) || countryOf(i) || say.t('noPlace');
  const placeName = (i) => (arabic && dict.place[i][2]) || dict.place[i][1];
  const countryOf = (i) => (dict.country[site.country[i]] ? say.country(dict.country[site.country[i]]) : '');
  const adminOf = (i) => {
    const [, name, ar] = dict.admin1[site.admin1[i]];
    return (arabic && ar) || name;
  };
  const names = (groups, code) => groups[code].map(actorName);
  const self = {
    actor: actorName,
    site: siteName,
    /** The divisions that a place lies in, without its own name again. */
    around: (i) => [...new Set([adminOf(i), countryOf(i)])].filter((name) => name && name !== siteName(i)),
    kind: (kind) => say.t(`kind.${kind}`),
    weapon: (weapon) => say.t(`weapon.${weapon}`),
    /** What was done and with what, from the codes of both. */
    deed: (kind, weapons) =>
      [self.kind(dict.kind[kind]), dict.weapons[weapons].map(self.weapon).join(say.t('comma'))]
        .filter(Boolean)
        .join(' · '),
    weapons: (i) => dict.weapons[row.weapons[i]].map(self.weapon),
    status: (status) => say.t(`status.${status}`),
    attackers: (i) => names(dict.attackers, row.attackers[i]),
    targets: (i) => names(dict.targets, row.targets[i]),
    title: (i) => (arabic ? '' : dict.title[row.title[i]]) || composed(i),
    when: (i, long) => when(data, say, i, long),
    casualties: (i) => casualties(data, say, i),
  };
  const composed = (i) => {
    const kind = dict.kind[row.kind[i]];
    const weapon = dict.weapons[row.weapons[i]][0];
    const exact = say.t(`titleOf.${kind} ${weapon}`);
    const title = exact
      ? say.t(`titleOf.${kind} ${weapon}`, { p: '{p}' })
      : say.t(`titleOf.${kind}`, { p: '{p}' });
    const name = siteName(row.site[i]);
    const put = title.replace(/ (\S+) \{p\}/, (_, at) => ` ${placed(at, name, row.site[i])}`);
    return put.replace('{p}', () => name);
  };
  /** A name behind its preposition: what is only near a place was not on it, and "between A and B" needs none. */
  const placed = (at, name, i) => {
    const { on, in: inside, near, none } = say.words.titleAt;
    if (none.some((word) => name.startsWith(`${word} `)))
      return [on, inside].includes(at) ? name : `${at} ${name}`;
    const precision = dict.precision[site.precision[i]];
    const wide = ['district', 'governorate', 'country', 'sea'].includes(precision);
    const instead = precision === 'near' ? near : wide ? inside : on;
    return `${at === on ? instead : at} ${name}`;
  };
  return self;
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' };
const LONG_DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };

/** The date as precisely as it is known, and no more. */
export function when(data, say, i, long = false) {
  const days = daysOf(data, i);
  if (!days) return say.t('noDate');
  const precision = data.dict.date_precision[data.row.date_precision[i]];
  const month = long ? 'long' : 'short';
  if (precision === 'year') return say.date(days[0], { year: 'numeric' });
  if (precision === 'month') return say.date(days[0], { month, year: 'numeric' });
  if (days[0] !== days[1]) return say.range(days[0], days[1], { ...DAY, month });
  return say.date(days[0], long ? LONG_DAY : DAY);
}

/** The date beside a heading that has the month and year already. */
export function whenInMonth(data, say, i) {
  const days = daysOf(data, i);
  if (!days) return '';
  const precision = data.dict.date_precision[data.row.date_precision[i]];
  if (precision === 'year' || precision === 'month') return when(data, say, i);
  const short = { day: 'numeric', month: 'short' };
  return days[0] === days[1] ? say.date(days[0], short) : say.range(days[0], days[1], short);
}

/** `{best, low, high}` of killed or wounded; null where nothing is said. */
export function toll({ row }, name, i) {
  const best = known(row[name], i);
  const low = known(row[`${name}_low`], i);
  const high = known(row[`${name}_high`], i);
  if (best === null && low === null && high === null) return null;
  return { best: best ?? low ?? high, low: low ?? best, high, open: high === null && low !== null };
}

/** Casualties in a few words, for a row of the list; empty where nobody is said to be hurt. */
function casualties(data, say, i) {
  return ['killed', 'wounded']
    .map((name) => [toll(data, name, i), name])
    .filter(([found]) => found && (found.best > 0 || found.high > 0))
    .map(([found, name]) => `${tollText(found, say)} ${say.t(name)}`)
    .join(' · ');
}

export function tollText({ best, low, high, open }, say) {
  if (open) return say.t('orMore', { n: say.number(low) });
  return low === high || low === null || high === null
    ? say.number(best)
    : `${say.number(low)}–${say.number(high)}`;
}
