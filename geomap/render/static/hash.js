/** The address is the view: filters, selection, position, language, theme. Pure both ways. */

import { COLOURS } from './colours.js';
import { fromIso, toIso } from './days.js';
import { SETS } from './state.js';

const PLAIN = { q: '', role: 'a', sort: 'new', view: 'map', theme: '', colour: 'actor' };
const SWITCHES = { ghosts: true, letters: false, possible: false };
const SEPARATOR = '~'; // stands in no id of ours
const EMPTY = '!'; // "not said" is a choice too

/** The part of the address after `#`. `names` gives lasting names of rows and sites, `position` of the map. */
export function toHash(state, { page, names, position }) {
  const out = new URLSearchParams();
  if (state.lang !== page.lang) out.set('lang', state.lang);
  for (const [key, plain] of Object.entries(PLAIN)) if (state[key] !== plain) out.set(key, state[key]);
  for (const key of SETS)
    if (state[key].size) out.set(key, [...state[key]].map((v) => v || EMPTY).join(SEPARATOR));
  if (state.from !== null) out.set('from', toIso(state.from));
  if (state.to !== null) out.set('to', toIso(state.to));
  if (state.only) out.set('only', state.only);
  for (const [key, plain] of Object.entries(SWITCHES))
    if (state[key] !== plain) out.set(key, plain ? '0' : '1');
  if (state.sel !== null) out.set('sel', names.row(state.sel));
  if (state.place !== null) out.set('place', names.site(state.place));
  if (position) out.set('at', position);
  return out.toString();
}

/** What an address asks for: a patch for the state, names still to look up, and the position. */
export function fromHash(hash, page) {
  const found = new URLSearchParams(hash.replace(/^#/, ''));
  const patch = {
    lang: found.get('lang') === 'ar' || found.get('lang') === 'en' ? found.get('lang') : page.lang,
  };
  for (const [key, plain] of Object.entries(PLAIN)) patch[key] = allowed(key, found.get(key)) ?? plain;
  for (const key of SETS)
    patch[key] = new Set(
      (found.get(key) ?? '')
        .split(SEPARATOR)
        .filter(Boolean)
        .map((value) => (value === EMPTY ? '' : value)),
    );
  patch.from = fromIso(found.get('from'));
  patch.to = fromIso(found.get('to'));
  patch.only = ['undated', 'earlier'].includes(found.get('only')) ? found.get('only') : null;
  for (const [key, plain] of Object.entries(SWITCHES))
    patch[key] = plain ? found.get(key) !== '0' : found.get(key) === '1';
  return { patch, sel: found.get('sel'), place: found.get('place'), position: toPosition(found.get('at')) };
}

const CHOICES = {
  role: ['a', 't', 'e', 'b'],
  colour: COLOURS,
  sort: ['new', 'old', 'place'],
  view: ['map', 'table'],
  theme: ['light', 'dark'],
};

function allowed(key, value) {
  if (value === null) return null;
  return !CHOICES[key] || CHOICES[key].includes(value) ? value : null;
}

/** `lat,lon,zoom` as numbers; null if it is anything else. */
export function toPosition(text) {
  const numbers = (text ?? '').split(',').map(Number);
  const [lat, lon, zoom] = numbers;
  const good =
    numbers.length === 3 && numbers.every(Number.isFinite) && Math.abs(lat) <= 85 && Math.abs(lon) <= 540;
  return good && zoom >= 0 && zoom <= 19 ? { lat, lon, zoom } : null;
}
