/** Counts of a run, from codes of columns to the values that the rail shows. */

import { yearsOf } from './colours.js';

/**
 * For each of some facets a Map from value to count. An incident with two weapons counts for both.
 * @param names facets that the reader sees now
 */
export function facetCounts(data, who, { counts }, sitePaths, names) {
  const { dict } = data;
  const count = {
    actor: () => byTokens(who.tokens, counts.actor),
    status: () => byValue(dict.status, counts.status),
    kind: () => byValue(dict.kind, counts.kind),
    confidence: () => byValue(dict.confidence, counts.confidence),
    weapon: () => byGroup(dict.weapons, counts.weapon),
    source: () => byGroup(dict.outlets, counts.source),
    year: () => byValues(yearsOf(data.when), counts.year),
    hide: () => new Map([['undated', counts.undated], ['area', counts.area]]),
    where: () => byTokens(sitePaths, counts.where),
  }; // prettier-ignore
  return Object.fromEntries(names.map((name) => [name, count[name]()]));
}

const byValue = (values, counts) => new Map(values.map((value, i) => [value, counts[i]]));

function byGroup(groups, counts) {
  return byTokens(groups.map((group) => new Set(group.length ? group : [''])), counts); // prettier-ignore
}

function byTokens(sets, counts) {
  const found = new Map();
  sets.forEach((set, i) => {
    if (counts[i]) for (const token of set) found.set(token, (found.get(token) ?? 0) + counts[i]);
  });
  return found;
}

function byValues(values, counts) {
  const found = new Map();
  values.forEach((value, i) => counts[i] && found.set(value, (found.get(value) ?? 0) + counts[i]));
  return found;
}
