/** The reader's choices in words, for chips and for what to relax. */

export function facetName({ say, state }, facet) {
  return facet === 'actor' ? say.t(`role.${state.role}`) : say.t(`facet.${facet}`);
}

/** The choices of a facet; more than three are counted. */
export function facetText(app, facet) {
  const { state, say, words } = app;
  if (facet === 'time') return state.only ? say.t(state.only) : app.parts.timeline.windowText();
  if (facet === 'text') return state.q.trim();
  const nameOf = {
    actor: (token) => tokenName(app, token),
    status: words.status,
    kind: words.kind,
    weapon: words.weapon,
    confidence: (value) => say.t(`confidence.${value}`),
    source: (value) => value,
    year: (value) => value || say.t('noYear'),
    rough: (value) => say.t(`hiding.${value}`),
    where: (path) => app.parts.rail.labelOf('where', path),
  }[facet];
  const names = [...state[facet === 'rough' ? 'hide' : facet]].map(nameOf);
  return names.length > 3 ? `${names[0]} +${names.length - 1}` : names.join(say.t('or'));
}

/** An actor's token (see actors.js) in words. */
function tokenName({ data, say, words }, token) {
  const id = token.replace(/^[=^&]/, '');
  if (id === '-') return say.t('notStated');
  const actor = data.dict.actor.findIndex((each) => each.id === id);
  const name = actor < 0 ? id : words.actor(actor);
  return token.startsWith('^') ? say.t('backs', { p: name }) : name;
}
