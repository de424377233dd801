/** How the map is drawn: what colours stand for, letters, places that are filtered out. */

import { COLOURS } from './colours.js';
import { h } from './dom.js';

/** What colours stand for. The facet of that name is then the legend. */
export function colourChoice(app) {
  const { t } = app.say;
  const select = h(
    'select',
    { 'aria-label': t('colourBy') },
    COLOURS.map((by) => h('option', { value: by, selected: by === app.state.colour }, t(`colours.${by}`))),
  );
  select.addEventListener('change', () => app.update({ colour: select.value }));
  return h('label', { class: 'sort' }, h('span', { 'aria-hidden': 'true' }, t('colourBy')), ' ', select);
}

export function mapSwitches(app) {
  const { t } = app.say;
  const one = (name) => {
    const input = h('input', { type: 'checkbox' });
    input.checked = app.state[name];
    input.addEventListener('change', () => app.update({ [name]: input.checked }));
    return h('label', { class: 'switch' }, input, ' ', t(`switches.${name}`));
  };
  return h('section', { class: 'facet' }, h('h3', {}, t('onMap')), ['ghosts', 'letters'].map(one));
}
