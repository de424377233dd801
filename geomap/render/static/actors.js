/**
 * Who belongs to whom, and when. An incident's actors are resolved once, at its date, to the set of tokens that would
 * choose it; a filter is then a look-up.
 *
 * Tokens: `id` the actor with its parts, `=id` the actor alone, `^id` the actor and all that it backs, `&id` only those it
 * backs, `-` not stated.
 */

import { combine, gather } from './codes.js';

const NONE = '-';
const within = (link, day) => day === null || ((link[1] ?? -Infinity) <= day && day <= (link[2] ?? Infinity));

/** The actor and every body that it was part of on a day (null: ever). */
function bodies(actors, actor, day) {
  const found = new Set([actor]);
  for (const each of found) {
    for (const link of actors[each].part_of ?? []) if (within(link, day)) found.add(link[0]);
  }
  return found;
}

/** All tokens that choose an actor on a day. */
export function tokensOf(actors, actor, day) {
  const tokens = new Set([`=${actors[actor].id}`]);
  const own = bodies(actors, actor, day);
  const backers = new Set();
  for (const body of own) {
    tokens.add(actors[body].id);
    for (const link of actors[body].backed_by ?? []) {
      if (within(link, day)) for (const backer of bodies(actors, link[0], day)) backers.add(backer);
    }
  }
  for (const backer of backers) tokens.add(`&${actors[backer].id}`);
  for (const each of [...own, ...backers]) tokens.add(`^${actors[each].id}`);
  return tokens;
}

/** Days on which a membership begins or has ended: between two of them nothing changes. */
function turningDays(actors) {
  const days = new Set();
  for (const actor of actors) {
    for (const [, from, to] of [...(actor.part_of ?? []), ...(actor.backed_by ?? [])]) {
      if (Number.isFinite(from)) days.add(from);
      if (Number.isFinite(to)) days.add(to + 1);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/**
 * A key a row, and the tokens of each key.
 * @param groups for each code the rows of `actors` that it stands for
 * @param codes a code a row
 * @param when the periods of the rows, see codes.js
 */
export function actorKeys(actors, groups, codes, when) {
  const turns = turningDays(actors);
  const eras = turns.length + 2; // one more for no date
  const eraOf = Uint16Array.from(when.start, (start) =>
    start === 0 ? turns.length + 1 : periodOf(turns, start - 1),
  );
  const rowEras = gather(when.codes, eraOf, Uint16Array);
  const { codes: keys, parts } = combine([codes, rowEras], [groups.length, eras]);
  const dayOf = (era) => (era > turns.length ? null : (turns[era - 1] ?? turns[0] - 1));
  const tokens = Array.from(parts[0], (code, key) =>
    tokensOfGroup(actors, groups[code], turns.length ? dayOf(parts[1][key]) : anyDay(parts[1][key])),
  );
  return { keys, tokens };
}

/** Without turning days every day is like another, and only no date differs. */
const anyDay = (era) => (era ? null : 0);

function periodOf(turns, day) {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tokensOfGroup(actors, group, day) {
  if (!group.length) return new Set([NONE, `=${NONE}`]);
  return new Set(group.flatMap((actor) => [...tokensOf(actors, actor, day)]));
}

/** Keys of two roles together: an incident is chosen by the tokens of either. */
export function eitherKeys(attackers, targets) {
  const { codes: keys, parts } = combine(
    [attackers.keys, targets.keys],
    [attackers.tokens.length, targets.tokens.length],
  );
  const tokens = Array.from(
    parts[0],
    (a, key) => new Set([...attackers.tokens[a], ...targets.tokens[parts[1][key]]]),
  );
  return { keys, tokens };
}

/** Keys of all roles, each made when it is first asked for. Backers are asked of the attackers. */
export function actorIndex({ dict, row, when }) {
  const made = new Map();
  const make = {
    a: () => actorKeys(dict.actor, dict.attackers, row.attackers, when),
    t: () => actorKeys(dict.actor, dict.targets, row.targets, when),
    e: () => eitherKeys(get('a'), get('t')),
    b: () => get('a'),
  };
  function get(role) {
    if (!made.has(role)) made.set(role, make[role]());
    return made.get(role);
  }
  return { get };
}
