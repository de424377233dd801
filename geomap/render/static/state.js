/** What the reader has chosen. Plain values; sets are replaced, never changed in place. */

// prettier-ignore
export const FILTERS = [
  'role', 'actor', 'status', 'kind', 'weapon', 'where', 'confidence', 'source', 'year', 'hide', 'q', 'from', 'to', 'only',
  'possible',
];
/** Choices within a facet; `hide` holds what is left out: incidents without a date, or known only to an area. */
export const SETS = ['actor', 'status', 'kind', 'weapon', 'where', 'confidence', 'source', 'year', 'hide'];

/** Nothing chosen. Days are whole numbers since 1900-01-01; `sel` is a row, `place` a site. */
export function nothingChosen() {
  return {
    role: 'a',
    actor: new Set(),
    status: new Set(),
    kind: new Set(),
    weapon: new Set(),
    where: new Set(),
    confidence: new Set(),
    source: new Set(),
    year: new Set(),
    hide: new Set(),
    q: '',
    from: null,
    to: null,
    only: null, // 'undated' or 'earlier': a bucket beside the axis
    possible: false,
  };
}

export function initialState(page) {
  return {
    ...nothingChosen(),
    lang: page.lang,
    theme: '',
    sel: null,
    place: null,
    sort: 'new',
    view: 'map',
    colour: 'actor',
    ghosts: true,
    letters: false,
    sheet: 0,
  };
}

/** The facets that hide something, in the order of the bar. */
export function active(state) {
  const found = [];
  if (state.from !== null || state.to !== null || state.only) found.push('time');
  found.push(...SETS.filter((name) => state[name].size).map((name) => (name === 'hide' ? 'rough' : name)));
  if (state.q.trim()) found.push('text');
  return found;
}

/** The patch that takes a facet's choices back. */
export function cleared(facet) {
  if (facet === 'time') return { from: null, to: null, only: null, possible: false };
  if (facet === 'text') return { q: '' };
  if (facet === 'rough') return { hide: new Set() };
  return { [facet]: new Set() };
}

/** A set with a value put in or taken out. */
export function flipped(set, value) {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
