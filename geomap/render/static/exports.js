/** An incident to take along: as text, as a GeoJSON feature. */

import { daysOf, known } from './data.js';
import { toIso } from './days.js';
import { further } from './evidence.js';
import { toLatLng } from './project.js';

export function plainText(app, row, record) {
  const { say, words, data } = app;
  const site = data.row.site[row];
  const line = (label, value) => (value ? `${label}: ${value}` : null);
  const { t } = say;
  return [
    words.title(row),
    `${words.when(row, true)} · ${[words.site(site), ...words.around(site)].join(t('comma'))}`,
    app.precisionText(site),
    line(t('columns.status'), words.status(data.dict.status[data.row.status[row]])),
    line(t('card.attacker'), app.side(row, 'attacker') || t('notStatedLow')),
    line(t('card.target'), app.side(row, 'target') || t('notStatedLow')),
    line(t('card.weapon'), words.weapons(row).join(t('comma'))),
    line(t('card.casualties'), words.casualties(row)),
    ...(record.evidence ?? []).map((quote) =>
      [
        ...[quote.text, ...further(quote)].map((text) => `“${text}”`),
        [quote.outlet, quote.published, quote.url].filter(Boolean).join(', '),
      ].join(' '),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The properties of an incident, named and ordered as a store has them. Lists stay lists; what is not known is absent. */
export function properties({ data, words }, row, record) {
  const { dict, site } = data;
  const at = data.row.site[row];
  const days = daysOf(data, row);
  const [code, admin] = dict.admin1[site.admin1[at]];
  const precision = dict.precision[site.precision[at]];
  const [low, high] = record.munitions ?? [];
  const sure = record.confidence ?? [];
  const found = {
    id: record.id,
    slug: record.slug,
    title: dict.title[data.row.title[row]] || words.title(row),
    kind: dict.kind[data.row.kind[row]],
    status: dict.status[data.row.status[row]],
    status_by: record.status_by,
    date_start: days && toIso(days[0]),
    date_end: days && toIso(days[1]),
    date_precision: dict.date_precision[data.row.date_precision[row]],
    date_text: record.date_text,
    time_of_day: record.time_of_day,
    place_id: dict.place[at][0],
    place: dict.place[at][1],
    country: dict.country[site.country[at]],
    admin1: code,
    admin1_name: admin,
    precision,
    radius_km: site.km[at] || null,
    point_is: site.has[at] ? (site.is_area[at] ? 'representative' : 'site') : null,
    launch_place: dict.launch[data.row.launch[row]]?.[0],
    ...people(data, row, 'attacker'),
    ...people(data, row, 'target'),
    weapon: dict.weapons[data.row.weapons[row]][0],
    weapons: dict.weapons[data.row.weapons[row]],
    munitions_low: low,
    munitions_high: high,
    intercepted: record.intercepted,
    ...Object.fromEntries(TOLLS.map((name) => [name, data.row[name] ? known(data.row[name], row) : null])),
    casualties_of: record.casualties_of,
    confidence: dict.confidence[data.row.confidence[row]],
    confidence_place: sure[0],
    confidence_date: sure[1],
    confidence_actor: sure[2],
    n_outlets: data.row.n_outlets?.[row],
    n_origins: data.row.n_origins?.[row],
    sources: dict.outlets[data.row.outlets[row]],
    articles: record.articles,
    evidence: record.evidence?.[0]?.text,
    why: record.why?.join('; '),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => isKnown(value)));
}

const TOLLS = [
  'killed',
  'killed_low',
  'killed_high',
  'wounded',
  'wounded_low',
  'wounded_high',
  'killed_civilians',
];

const isKnown = (value) =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length);

/** Who attacked, or was attacked: the first one's id and name, its role, all names. */
function people({ row, dict }, i, side) {
  const actors = dict[`${side}s`][row[`${side}s`][i]].map((actor) => dict.actor[actor]);
  const roles = dict[`${side}_role`];
  return {
    [`${side}_id`]: actors[0]?.id,
    [side]: actors[0]?.name,
    [`${side}_role`]: roles?.[row[`${side}_role`][i]],
    [`${side}s`]: actors.map(({ name }) => name),
  };
}

/** Degrees east and north of an incident's point; null without one. */
export function pointOf({ site, row }, i) {
  const at = row.site[i];
  if (!site.has[at]) return null;
  const [lat, lon] = toLatLng(site.u[at], site.v[at]).map((degrees) => Number(degrees.toFixed(5)));
  return [lon, lat];
}

/** The incident as a GeoJSON feature. */
export function feature(app, row, record) {
  const point = pointOf(app.data, row);
  return {
    type: 'Feature',
    geometry: point ? { type: 'Point', coordinates: point } : null,
    properties: properties(app, row, record),
  };
}

// prettier-ignore
export const CSV_COLUMNS = [
  'id', 'slug', 'title', 'kind', 'status', 'status_by', 'date_start', 'date_end', 'date_precision', 'date_text',
  'time_of_day', 'place_id', 'place', 'country', 'admin1', 'admin1_name', 'lon', 'lat', 'precision', 'radius_km', 'point_is',
  'launch_place', 'attacker_id', 'attacker', 'attacker_role', 'attackers', 'target_id', 'target', 'target_role', 'targets',
  'weapon', 'weapons', 'munitions_low', 'munitions_high', 'intercepted', ...TOLLS, 'casualties_of', 'confidence',
  'confidence_place', 'confidence_date', 'confidence_actor', 'n_outlets', 'n_origins', 'sources', 'articles', 'evidence',
  'why',
];

/** A line of a CSV file, without its end. */
export function csvLine(app, row, record) {
  const [lon, lat] = pointOf(app.data, row) ?? [];
  const found = { ...properties(app, row, record), lon, lat };
  return CSV_COLUMNS.map((name) => csvCell(found[name], NUMERIC.has(name))).join(',');
}

const NUMERIC = new Set(['lon', 'lat', 'radius_km', ...TOLLS]);

/** A cell that no spreadsheet takes for a formula; lists are joined. */
export function csvCell(value, numeric = false) {
  if (!isKnown(value)) return '';
  const text = Array.isArray(value) ? value.join('; ') : String(value);
  const safe = !numeric && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
