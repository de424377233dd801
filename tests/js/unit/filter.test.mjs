import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromIso } from '../../../geomap/render/static/days.js';
import { BITS, ONLY_TIME, SHOWN, compile, inWindow, relaxed } from '../../../geomap/render/static/filter.js';
import { run } from '../../../geomap/render/static/run.js';
import { actorsOf, dataOf, stateOf } from './sample.mjs';

const INCIDENTS = [
  { day: '2024-01-10', status: 'claimed', attackers: ['front'], targets: ['base'], weapons: ['drone'] },
  {
    day: '2024-02-04',
    status: 'confirmed',
    attackers: ['brigade'],
    targets: ['base'],
    weapons: ['rocket', 'drone'],
  },
  { day: '2023-06-01', attackers: ['brigade'] },
  { day: '2024-02-01', last: '2024-02-29', date_precision: 'month', attackers: ['state'], kind: 'airstrike' },
  { status: 'denied', attackers: ['front'] },
  { attackers: [], place: 'Somewhere', country: 'IQ', admin1: 'IQ-AN' },
];

function filtered(patch = {}, textMask = null) {
  const data = dataOf(INCIDENTS);
  const actors = actorsOf(data);
  const state = stateOf(patch);
  const tables = compile(data, actors, state);
  return { data, tables, ...run(data, tables, textMask) };
}

const countOf = ({ tables, counts }, token) =>
  counts.actor.reduce((sum, n, key) => sum + (tables.who.tokens[key].has(token) ? n : 0), 0);

test('shown and hidden always add up to all', () => {
  for (const patch of [
    {},
    { actor: new Set(['front']) },
    { status: new Set(['denied']) },
    { kind: new Set(['raid']) },
  ]) {
    const { shown, hidden } = filtered(patch);
    assert.equal(hidden[0], shown);
    assert.equal(
      hidden.reduce((a, b) => a + b),
      INCIDENTS.length,
    );
  }
});

test('denied, planned and threatened are hidden until they are asked for', () => {
  assert.equal(filtered().shown, 5);
  assert.equal(filtered().hidden[BITS.status], 1);
  assert.equal(filtered({ status: new Set(['denied']) }).shown, 1);
});

test('a body includes its parts, but only from the day they joined', () => {
  const { shown } = filtered({ actor: new Set(['front']) });
  assert.equal(shown, 2); // the front itself, and the brigade in 2024; not the brigade in 2023
  assert.equal(filtered({ actor: new Set(['brigade']) }).shown, 2);
  assert.equal(filtered({ actor: new Set(['=front']) }).shown, 1);
});

test('backing is a choice of its own, and includes the backer', () => {
  assert.equal(filtered({ actor: new Set(['^state']) }).shown, 3);
  assert.equal(filtered({ actor: new Set(['state']) }).shown, 1);
});

test('not stated is a choice', () => {
  assert.equal(filtered({ actor: new Set(['-']) }).shown, 1);
});

test('the target role asks for targets, either asks for both', () => {
  assert.equal(filtered({ role: 't', actor: new Set(['base']) }).shown, 2);
  assert.equal(filtered({ role: 'e', actor: new Set(['base', 'state']) }).shown, 3);
  assert.equal(filtered({ role: 'a', actor: new Set(['base']) }).shown, 0);
});

test('counts say what a choice would leave, with the other facets applied', () => {
  const result = filtered({ status: new Set(['confirmed']), actor: new Set(['front']) });
  assert.equal(result.shown, 1);
  assert.equal(countOf(result, 'front'), 1); // confirmed ones by the front
  assert.equal(countOf(result, 'state'), 0);
  assert.equal(result.counts.status[1], 1); // claimed ones by the front
  const kinds = result.counts.kind;
  assert.equal(kinds[0], 1);
  assert.equal(kinds[1], 0);
});

test('an incident with two weapons answers to both', () => {
  assert.equal(filtered({ weapon: new Set(['drone']) }).shown, 2);
  assert.equal(filtered({ weapon: new Set(['rocket']) }).shown, 1);
  assert.equal(filtered({ weapon: new Set(['']) }).shown, 3);
});

test('a window shows what certainly lies in it, and counts what only may', () => {
  const window = { from: fromIso('2024-02-03'), to: fromIso('2024-02-20') };
  const certain = filtered(window);
  assert.equal(certain.shown, 1);
  assert.equal(certain.possible, 2); // the month, and the one without a date
  assert.equal(certain.undated, 1);
  const possible = filtered({ ...window, possible: true });
  assert.equal(possible.shown, 3);
  assert.equal(possible.possible, 2);
});

test('what the window alone hides stays in the timeline', () => {
  const { mask } = filtered({ from: fromIso('2024-02-04'), to: fromIso('2024-02-04') });
  assert.equal(mask.filter((m) => m === SHOWN).length, 1);
  assert.equal(mask.filter((m) => m === ONLY_TIME).length, 4);
});

test('only those without a date', () => {
  assert.equal(filtered({ only: 'undated' }).shown, 1);
});

test('places answer by country, by governorate and by their own name', () => {
  assert.equal(filtered({ where: new Set(['IQ']) }).shown, 1);
  assert.equal(filtered({ where: new Set(['SY/SY-DY']) }).shown, 4);
  assert.equal(filtered({ where: new Set(['SY/SY-DY/place', 'IQ/IQ-AN']) }).shown, 5);
});

test('what is known only to the country may lie in its governorates', () => {
  const data = dataOf([{ place: 'Syria', precision: 'country', admin1: '' }, { place: 'Omar' }]);
  const actors = actorsOf(data);
  const ask = (patch) => {
    const state = stateOf({ where: new Set(['SY/SY-DY']), ...patch });
    return run(data, compile(data, actors, state), null);
  };
  assert.deepEqual([ask({}).shown, ask({}).possible, ask({ possible: true }).shown], [1, 1, 2]);
});

test('words searched for hide the rest', () => {
  const mask = new Uint8Array(INCIDENTS.length);
  assert.equal(filtered({}, mask).shown, 0);
});

test('leaving a facet out takes back its choices and no others', () => {
  const state = stateOf({ actor: new Set(['front']), kind: new Set(['raid']), from: 1, to: 2 });
  assert.equal(relaxed(state, 'actor').actor.size, 0);
  assert.equal(relaxed(state, 'actor').kind.size, 1);
  assert.equal(relaxed(state, 'time').from, null);
});

test('a window open on one side', () => {
  assert.equal(inWindow(10, 20, null, 20), 2);
  assert.equal(inWindow(10, 20, 15, null), 1);
  assert.equal(inWindow(10, 20, 21, null), 0);
  assert.equal(inWindow(null, null, 5, 6), 1);
});
