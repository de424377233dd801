/** What the reports do not agree on: whether it was so, whom it hit, who did it. */

import { tokensOf } from './actors.js';
import { bdi, h } from './dom.js';

/** Sides of a record: `[word, who]`, each once, the affirming ones first. */
export function sidesOf(record) {
  const order = ['confirmed', 'claimed', 'reported', 'disputed', 'denied'];
  const found = new Map();
  for (const { status, by, outlet } of record.evidence ?? []) {
    const who = by || (status === 'reported' ? outlet : '');
    if (who && order.includes(status)) found.set(`${status} ${who}`, [status, who]);
  }
  return [...found.values()].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
}

/**
 * Actors of two reports of which none belongs to, or is backed by, one of the other report; null where all agree. Pure.
 * @param actors the rows of the actors' dictionary
 * @param sides the ids that each report names
 */
export function contradiction(actors, sides = []) {
  const indices = sides.map((ids) => ids.map((id) => actors.findIndex((actor) => actor.id === id)));
  const known = indices.filter((side) => side.length && !side.includes(-1));
  for (const one of known) {
    const other = known.find((each) => !one.some((a) => each.some((b) => related(actors, a, b))));
    if (other) return [one, other];
  }
  return null;
}

function related(actors, a, b) {
  const has = (inner, outer) => {
    const tokens = tokensOf(actors, inner, null);
    return tokens.has(actors[outer].id) || tokens.has(`&${actors[outer].id}`);
  };
  return has(a, b) || has(b, a);
}

function whether(app, row, record) {
  const { data, say } = app;
  if (data.dict.status[data.row.status[row]] !== 'disputed') return null;
  const sides = sidesOf(record).map(([status, who]) => say.t(`side.${status}`, { by: who }));
  const text =
    sides.length > 1
      ? sides.join(say.t('semicolon'))
      : record.status_by
        ? say.t('disputedBy', { by: record.status_by })
        : '';
  return [
    h('b', {}, say.t('disputed')),
    ' ',
    bdi(text ? `${text.replace(/\.$/, '')}.` : say.t('disputedPlain')),
  ];
}

/** The attackers, or the targets, that reports name and that have nothing to do with each other. */
function who({ data, say, words }, sides, label) {
  const found = contradiction(data.dict.actor, sides);
  if (!found) return null;
  const [one, other] = found.map((side) => side.map(words.actor).join(say.t('comma')));
  return [h('b', {}, say.t(label)), ' ', bdi(say.t('disputedNames', { one, other }))];
}

export function disputeBox(app, row, record) {
  const lines = [
    whether(app, row, record),
    who(app, record.targets_named, 'targetDisputed'),
    who(app, record.attackers_named, 'attackerDisputed'),
  ].filter(Boolean);
  return lines.map((line) => h('p', { class: 'dispute' }, line));
}
