// A small store as the page holds it after decoding: columns and dictionaries, made by hand.
import { actorIndex } from '../../../geomap/render/static/actors.js';
import { makeData } from '../../../geomap/render/static/data.js';
import { fromIso } from '../../../geomap/render/static/days.js';
import { initialState } from '../../../geomap/render/static/state.js';

const STATUS = ['reported', 'claimed', 'confirmed', 'disputed', 'denied', 'planned', 'threatened'];
const KIND = [
  'attack',
  'airstrike',
  'shelling',
  'interception',
  'explosion',
  'clash',
  'raid',
  'seizure',
  'other',
];
const PRECISION = [
  'exact',
  'site',
  'locality',
  'near',
  'district',
  'governorate',
  'country',
  'sea',
  'unknown',
];
const DATE_PRECISION = ['day', 'week', 'month', 'year', 'unknown'];
const CONFIDENCE = ['high', 'medium', 'low'];

/** The actors of the samples: a body, its part since 2024, and a state that backs the body. */
export const ACTORS = [
  { id: 'front', name: 'The Front', slot: 1, letter: 'F', backed_by: [[2, null, null]] },
  { id: 'brigade', name: 'A Brigade', slot: 2, letter: 'B', part_of: [[0, fromIso('2024-01-01'), null]] },
  { id: 'state', name: 'The State', slot: 3, letter: 'S' },
  { id: 'base', name: 'The Base', ar: 'القاعدة' },
];

const at = (id, actors) => actors.findIndex((actor) => actor.id === id);

/** Codes and dictionary of values, compared as JSON. */
function encode(values) {
  const keys = values.map((value) => JSON.stringify(value));
  const dict = [...new Set(keys)];
  return [Uint16Array.from(keys, (key) => dict.indexOf(key)), dict.map((key) => JSON.parse(key))];
}

/** The page's data for incidents `{day, last, status, kind, weapons, attackers, targets, place, country, …}`. */
export function dataOf(incidents, actors = ACTORS) {
  const sites = incidents.map(({ place = 'Place', country = 'SY', admin1 = 'SY-DY', precision = 'site' }) => [
    place,
    country,
    admin1,
    precision,
  ]);
  const [site, places] = encode(sites);
  const order = incidents.map((_, i) => i).sort((a, b) => site[a] - site[b]);
  const rows = order.map((i) => incidents[i]);
  const column = (make) => Uint32Array.from(rows, make);
  const encoded = {};
  const row = { site: Uint16Array.from(order, (i) => site[i]) };
  const put = (name, make) => ([row[name], encoded[name]] = encode(rows.map(make)));
  put('attackers', (r) => (r.attackers ?? []).map((id) => at(id, actors)));
  put('targets', (r) => (r.targets ?? []).map((id) => at(id, actors)));
  put('weapons', (r) => r.weapons ?? []);
  put('outlets', (r) => r.outlets ?? []);
  put('title', (r) => r.title ?? '');
  put('launch', () => []);
  const day = (r) => (r.day ? fromIso(r.day) + 1 : 0);
  row.start = column(day);
  row.span = column((r) => (r.last ? fromIso(r.last) - fromIso(r.day) : 0));
  row.status = column((r) => STATUS.indexOf(r.status ?? 'reported'));
  row.kind = column((r) => KIND.indexOf(r.kind ?? 'attack'));
  row.confidence = column((r) => CONFIDENCE.indexOf(r.confidence ?? 'high'));
  row.date_precision = column((r) => DATE_PRECISION.indexOf(r.date_precision ?? (r.day ? 'day' : 'unknown')));
  for (const name of ['killed', 'wounded']) {
    for (const part of ['', '_low', '_high']) row[name + part] = column((r) => (r[name + part] ?? -1) + 1);
  }
  const zeros = new Uint8Array(places.length);
  const [country, countries] = encode(places.map((place) => place[1]));
  const [admin1, admins] = encode(places.map((place) => [place[2], place[2], '']));
  const tables = {
    x: Uint32Array.from(places, (_, i) => (i + 1) * 1e6),
    y: Uint32Array.from(places, (_, i) => (i + 1) * 1e6),
    has: Uint8Array.from(places, (place) => (place[3] === 'country' ? 0 : 1)),
    radius: Uint16Array.from(places, () => 30),
    precision: Uint8Array.from(places, (place) => PRECISION.indexOf(place[3])),
    is_area: Uint8Array.from(places, (place) => (place[3] === 'governorate' ? 1 : 0)),
    country,
    admin1,
    area: zeros,
  };
  const dict = {
    ...encoded,
    actor: actors,
    status: STATUS,
    kind: KIND,
    precision: PRECISION,
    date_precision: DATE_PRECISION,
    confidence: CONFIDENCE,
    country: countries,
    admin1: admins,
    area: [''],
    place: places.map(([name]) => [name.toLowerCase(), name, '']),
  };
  const head = {
    rows: rows.length,
    sites: places.length,
    off_map: ['denied', 'planned', 'threatened'],
    text_block: 256,
  };
  const page = { lang: 'en', title: 'Test' };
  return makeData({ head, page }, tables, row, dict, { here: false, size: 256, of: async () => null });
}

export const actorsOf = actorIndex;

export const stateOf = (patch = {}) => ({ ...initialState({ lang: 'en' }), ...patch });
