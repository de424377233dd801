// The page answers the table that all compilers of filters share, as far as the page can ask: it has no boxes, circles
// or drawn outlines, and its places are what a store names.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromIso } from '../../../geomap/render/static/days.js';
import { Evidence } from '../../../geomap/render/static/evidence.js';
import { compile } from '../../../geomap/render/static/filter.js';
import { run } from '../../../geomap/render/static/run.js';
import { searchIndex, textMask, wordsOf } from '../../../geomap/render/static/text.js';
import { actorsOf, dataOf, stateOf } from './sample.mjs';

const table = JSON.parse(readFileSync(new URL('../../filters/cases.json', import.meta.url), 'utf8'));
const LEVELS = ['low', 'medium', 'high'];
// `origins` is decided when the page is made.
const NOT_HERE = new Set(['bbox', 'near', 'backed_by', 'origins']);
const PLACES = {
  SY: ['SY'],
  UA: ['UA'],
  'SY-DY': ['SY/SY-DY'],
  'SY-HA': ['SY/SY-HA'],
  kurdistan: ['IQ/IQ-AR', 'IQ/IQ-DA', 'IQ/IQ-SU'],
};

const asked = table.cases.filter(
  ({ filter, incident, expected }) =>
    expected !== 'likely' &&
    incident.origin !== 'gdelt' &&
    !Object.keys(filter).some((key) => NOT_HERE.has(key)) &&
    (filter.regions ?? []).every((region) => PLACES[region]),
);

/** Actors of the table's families. */
function actorsOfTable() {
  const parts = Object.values(table.families).flat();
  const ids = [
    ...new Set([...Object.keys(table.families), ...parts.map(({ id }) => id), 'united-states', 'iran']),
  ];
  return ids.map((id) => ({
    id,
    name: id,
    part_of: Object.entries(table.families)
      .filter(([, family]) => family.some((part) => part.id === id))
      .map(([body, family]) => [
        ids.indexOf(body),
        null,
        fromIso(family.find((part) => part.id === id).until),
      ]),
    backed_by: (table.backers[id] ?? []).map((backer) => [ids.indexOf(backer.id), null, null]),
  }));
}

function stateFor(filter) {
  const role = filter.targets ? 't' : filter.actors ? 'e' : 'a';
  return stateOf({
    role,
    actor: new Set(
      filter.backed_by?.map((id) => `&${id}`) ?? filter.attackers ?? filter.targets ?? filter.actors ?? [],
    ),
    kind: new Set(filter.kinds ?? []),
    weapon: new Set(filter.weapons ?? []),
    status: new Set(filter.statuses ?? []),
    where: new Set((filter.regions ?? []).flatMap((region) => PLACES[region])),
    confidence: new Set(filter.min_confidence ? LEVELS.slice(LEVELS.indexOf(filter.min_confidence)) : []),
    from: fromIso(filter.since),
    to: fromIso(filter.until),
    q: filter.text ?? '',
  });
}

/** The table's incident in the terms of the sample. */
function rowOf(plain) {
  return {
    ...plain,
    day: plain.date_start,
    last: plain.date_end,
    country: plain.country ?? '',
    admin1: plain.admin1 ?? '',
    place: plain.place_id ?? '',
    precision: plain.precision ?? 'unknown',
  };
}

function answer({ filter, incident }) {
  const data = dataOf([rowOf(incident)], actorsOfTable());
  const actors = actorsOf(data);
  const state = stateFor(filter);
  const words = wordsOf(state.q);
  const plain = (value) => value;
  const index = searchIndex(data, { site: () => '', actor: () => '', kind: plain, weapon: plain });
  const [rows, titles] = [new Evidence(), new Evidence()];
  rows.add(0, [incident.evidence ?? '']);
  titles.add(0, data.dict.title);
  const found = words.map((word) => ({ rows: rows.find(word, 1), titles: titles.find(word, 1) }));
  const mask = words.length ? textMask(data, index, words, found) : null;
  const shown = (possible) => {
    const asked = { ...state, possible };
    return run(data, compile(data, actors, asked), mask).shown;
  };
  return shown(false) ? 'certain' : shown(true) ? 'possible' : 'no';
}

for (const each of asked) {
  test(each.name, () => assert.equal(answer(each), each.expected));
}

test('most of the table can be asked of the page', () => assert.ok(asked.length >= 60, `${asked.length}`));
