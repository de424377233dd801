/**
 * Who belongs to whom, and when. An incident's actors are resolved once, at its date, to the set of tokens that would
 * choose it; a filter is then a look-up.
 *
 * Tokens: `id` the actor with its parts, `=id` the actor alone, `^id` the actor and all that it backs, `-` not stated.
 */

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
  const backing = new Set(own);
  for (const body of own) {
    tokens.add(actors[body].id);
    for (const link of actors[body].backed_by ?? []) {
      if (within(link, day)) for (const backer of bodies(actors, link[0], day)) backing.add(backer);
    }
  }
  for (const backer of backing) tokens.add(`^${actors[backer].id}`);
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
 */
export function actorKeys(actors, groups, codes, start) {
  const turns = turningDays(actors);
  const periods = turns.length + 2; // one more for no date
  const keyOf = new Map();
  const tokens = [];
  const keys = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const period = start[i] === 0 ? turns.length + 1 : periodOf(turns, start[i] - 1);
    const combined = codes[i] * periods + period;
    let key = keyOf.get(combined);
    if (key === undefined) {
      key = tokens.length;
      keyOf.set(combined, key);
      tokens.push(tokensOfGroup(actors, groups[codes[i]], start[i] === 0 ? null : start[i] - 1));
    }
    keys[i] = key;
  }
  return { keys, tokens };
}

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

/** Keys for "either": an incident is chosen by its attackers' tokens or its targets'. */
export function eitherKeys(attackers, targets) {
  const keyOf = new Map();
  const tokens = [];
  const keys = new Uint32Array(attackers.keys.length);
  const width = targets.tokens.length;
  for (let i = 0; i < keys.length; i++) {
    const combined = attackers.keys[i] * width + targets.keys[i];
    let key = keyOf.get(combined);
    if (key === undefined) {
      key = tokens.length;
      keyOf.set(combined, key);
      tokens.push(new Set([...attackers.tokens[attackers.keys[i]], ...targets.tokens[targets.keys[i]]]));
    }
    keys[i] = key;
  }
  return { keys, tokens };
}

/** Keys of all roles; `e` is made when it is first asked for. */
export function actorIndex({ dict, row }) {
  const index = {
    a: actorKeys(dict.actor, dict.attackers, row.attackers, row.start),
    t: actorKeys(dict.actor, dict.targets, row.targets, row.start),
  };
  let either = null;
  return {
    ...index,
    get: (role) => (role === 'e' ? (either ??= eitherKeys(index.a, index.t)) : index[role]),
  };
}
