/** An incident to take along: as text, as a GeoJSON feature. */

import { daysOf, known } from './data.js';
import { toIso } from './days.js';
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
    line(t('card.attacker'), words.attackers(row).join(t('comma')) || t('notStatedLow')),
    line(t('card.target'), words.targets(row).join(t('comma')) || t('notStatedLow')),
    line(t('card.weapon'), words.weapons(row).join(t('comma'))),
    line(t('card.casualties'), words.casualties(row)),
    ...(record.evidence ?? []).map(
      (quote) => `“${quote.text}” ${[quote.outlet, quote.published, quote.url].filter(Boolean).join(', ')}`,
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The incident with the property names of a store; what is not known is left out. */
export function feature({ data, words }, row, record) {
  const { dict, site } = data;
  const at = data.row.site[row];
  const days = daysOf(data, row);
  const point = toLatLng(site.u[at], site.v[at]).map((degrees) => Number(degrees.toFixed(5)));
  const [code, admin] = dict.admin1[site.admin1[at]];
  const ids = (groups, column) => groups[column[row]].map((actor) => dict.actor[actor].id);
  const properties = {
    id: record.id,
    title: dict.title[data.row.title[row]] || words.title(row),
    kind: dict.kind[data.row.kind[row]],
    status: dict.status[data.row.status[row]],
    status_by: record.status_by,
    date_start: days && toIso(days[0]),
    date_end: days && toIso(days[1]),
    date_precision: dict.date_precision[data.row.date_precision[row]],
    place_id: dict.place[at][0],
    place: dict.place[at][1],
    country: dict.country[site.country[at]],
    admin1: code,
    admin1_name: admin,
    precision: dict.precision[site.precision[at]],
    radius_km: site.km[at] || null,
    attackers: ids(dict.attackers, data.row.attackers),
    targets: ids(dict.targets, data.row.targets),
    weapons: dict.weapons[data.row.weapons[row]],
    killed: known(data.row.killed, row),
    wounded: known(data.row.wounded, row),
    confidence: dict.confidence[data.row.confidence[row]],
    sources: dict.outlets[data.row.outlets[row]],
    articles: record.articles,
    evidence: record.evidence?.[0]?.text,
  };
  return {
    type: 'Feature',
    geometry: site.has[at] ? { type: 'Point', coordinates: [point[1], point[0]] } : null,
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value || value === 0)),
  };
}
