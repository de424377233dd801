// Another window of time over the same rows: what is counted in steps is what would be counted anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromIso } from '../../../geomap/render/static/days.js';
import { compile, recompiled } from '../../../geomap/render/static/filter.js';
import { rerun, run } from '../../../geomap/render/static/run.js';
import { actorsOf, dataOf, stateOf } from './sample.mjs';

const FIRST = fromIso('2023-01-01');
const pick = (list, i) => list[(i * 2654435761) % list.length];
const iso = (day) => new Date(Date.UTC(1900, 0, 1) + day * 864e5).toISOString().slice(0, 10);

// Three hundred incidents: each fifth known to the month only, each eleventh without a date, some off the map.
const INCIDENTS = Array.from({ length: 300 }, (_, i) => {
  const day = FIRST + ((i * 37) % 700);
  const dated = { day: iso(day), ...(i % 5 ? {} : { last: iso(day + 29), date_precision: 'month' }) };
  return {
    ...(i % 11 ? dated : {}),
    kind: pick(['attack', 'airstrike', 'raid'], i),
    status: i % 13 ? 'reported' : 'denied',
    attackers: pick([['front'], ['brigade', 'state'], []], i + 1),
    place: `Place ${i % 9}`,
    precision: i % 9 === 4 ? 'country' : 'site',
  };
});
const data = dataOf(INCIDENTS);
const actors = actorsOf(data);
const textMask = Uint8Array.from(INCIDENTS, (_, i) => (i % 4 ? 1 : 0));

const seen = ({ mask, hidden, possible, shown, undated, counts, sites, times }) =>
  structuredClone({ mask, hidden, possible, shown, undated, counts, sites, times });

for (const [name, patch, words] of [
  ['nothing else chosen', {}, null],
  ['other filters and words chosen', { kind: new Set(['raid']), where: new Set(['SY/SY-DY']) }, textMask],
  ['possible ones and doubts', { possible: true, hide: new Set(['undated']), year: new Set(['2023']) }, null],
]) {
  test(`a window that moves counts as a new one does: ${name}`, () => {
    const ask = (more) => compile(data, actors, stateOf({ ...patch, ...more }));
    let before = run(data, ask({ from: FIRST, to: FIRST + 40 }), words);
    let steps = 0;
    for (let at = 10; at < 700; at += 10) {
      const state = stateOf({ ...patch, from: FIRST + at, to: FIRST + at + 40 });
      const moved = rerun(data, recompiled(data, before.tables, state), words, before);
      if (moved) steps++;
      before = moved ?? run(data, ask({ from: FIRST + at, to: FIRST + at + 40 }), words);
      assert.deepEqual(seen(before), seen(run(data, compile(data, actors, state), words)));
    }
    assert.ok(steps > 60, `only ${steps} of 69 steps were counted as steps`);
  });
}

test('what a run gave stays as it was when another one goes on from it', () => {
  const before = run(data, compile(data, actors, stateOf({ from: FIRST, to: FIRST + 40 })), null);
  const kept = seen(before);
  rerun(data, recompiled(data, before.tables, stateOf({ from: FIRST + 20, to: FIRST + 60 })), null, before);
  assert.deepEqual(seen(before), kept);
});

test('a window that changes most rows is counted anew', () => {
  const before = run(data, compile(data, actors, stateOf()), null);
  const state = stateOf({ from: FIRST, to: FIRST + 10 });
  assert.equal(rerun(data, recompiled(data, before.tables, state), null, before), null);
});
