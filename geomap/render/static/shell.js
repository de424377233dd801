/** The frame of the page: header, rail, bar, map, time, side. Built anew when the language changes. */

import { DRAWINGS, drawing, h, iconButton } from './dom.js';

/** Make the frame around the map's element; returns its parts by name. */
export function buildShell({ say, state, update }, mapElement, headings) {
  const { t } = say;
  const parts = {};
  const keep = (name, element) => (parts[name] = element);
  const header = h(
    'header',
    { class: 'top' },
    h(
      'div',
      { class: 'titles' },
      h('h1', { dir: 'auto' }, headings.title),
      h(
        'p',
        { class: 'sub' },
        h('span', { class: 'provenance' }, headings.subtitle),
        headings.coarsened ? h('b', { class: 'coarsened' }, headings.coarsened) : null,
      ),
    ),
    tools(keep, { say, state, update }),
  );
  const map = keep('map', h('main', { class: 'map', 'aria-label': t('map') }));
  map.append(
    h('p', { id: 'map-help', class: 'vh' }, t('mapHelp')),
    mapElement,
    keep('symbols', h('div', { class: 'symbols' })),
    keep('fan', h('div', { class: 'fan', hidden: true })),
    zoomButtons(keep, t),
    keep('tray', h('section', { class: 'tray', hidden: true, 'aria-label': t('tray') })),
    footOf(keep, t),
    keep('empty', h('div', { class: 'empty', hidden: true })),
  );
  const app = keep('app', h('div', { class: 'app', data: { view: state.view, sheet: state.sheet } }));
  app.append(
    keep('rail', h('aside', { class: 'rail', id: 'rail', 'aria-label': t('filters') })),
    keep('bar', h('div', { class: 'bar' })),
    map,
    keep('table', h('section', { class: 'table-view', hidden: true, 'aria-label': t('table') })),
    keep('time', h('section', { class: 'time', id: 'time', 'aria-label': t('time') })),
    keep('side', h('section', { class: 'side', id: 'list', 'aria-label': t('list'), tabindex: -1 })),
    keep('scrim', h('div', { class: 'scrim' })),
  );
  parts.header = header;
  parts.root = h(
    'div',
    { class: 'geomap' },
    h('a', { class: 'skip', href: '#list', on: { click: (event) => skip(event, parts.side) } }, t('skip')),
    header,
    app,
    keep('print', h('div', { class: 'print-only' })),
  );
  return parts;
}

function skip(event, side) {
  event.preventDefault(); // the address holds the view
  side.focus();
}

function tools(keep, { say, state, update }) {
  const { t } = say;
  const input = keep(
    'query',
    h('input', { type: 'search', autocomplete: 'off', placeholder: t('search'), 'aria-label': t('search') }),
  );
  input.value = state.q;
  const views = ['map', 'table'].map((view) =>
    h('button', { type: 'button', data: { view }, 'aria-pressed': String(state.view === view) }, t(view)),
  );
  for (const view of views) view.addEventListener('click', () => update({ view: view.dataset.view }));
  keep('views', views);
  return h(
    'div',
    { class: 'tools' },
    h('label', { class: 'search' }, drawing(...DRAWINGS.search), input),
    keep('openSearch', iconButton('search', t('search'), null, { class: 'quiet only-phone' })),
    keep(
      'openRail',
      h(
        'button',
        {
          type: 'button',
          class: 'btn only-narrow',
          'aria-expanded': 'false',
          'aria-controls': 'rail',
          'aria-label': t('filters'),
        },
        drawing(...DRAWINGS.filters),
        h('span', {}, t('filters')),
        ' ',
        keep('chosen', h('b', { class: 'badge' })),
      ),
    ),
    h('div', { class: 'seg wide-only', role: 'group', 'aria-label': t('view') }, views),
    keep(
      'language',
      h('button', { type: 'button', class: 'btn quiet', lang: say.rtl ? 'en' : 'ar' }, t('language')),
    ),
    keep('theme', iconButton('theme', t('theme'), null, { class: 'quiet theme-button' })),
  );
}

function footOf(keep, t) {
  return keep(
    'foot',
    h(
      'div',
      { class: 'map-foot' },
      keep('scale', h('span', { class: 'scale' })),
      keep('dense', h('span', { class: 'attribution', hidden: true }, t('density'))),
      keep('outside', h('button', { type: 'button', class: 'outside link', dir: 'auto', hidden: true })),
      h('span', { class: 'attribution' }, t('attribution')),
    ),
  );
}

function zoomButtons(keep, t) {
  return keep(
    'zoom',
    h(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': t('map') },
      keep('zoomIn', iconButton('plus', t('zoomIn'))),
      keep('zoomOut', iconButton('minus', t('zoomOut'))),
      keep('zoomFit', iconButton('fit', t('zoomFit'))),
    ),
  );
}
