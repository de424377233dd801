// What may lag behind a stream of changes: it follows the first at once, some on the way, and always the last.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Stream } from '../../../geomap/render/static/stream.js';

function streamOf() {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const seen = [];
  const state = { value: 0 };
  const stream = new Stream(
    () => seen.push(state.value),
    () => Date.now(),
  );
  return { seen, state, stream };
}

test('of thirty changes a second a few are followed, the first and the last among them', () => {
  const { seen, state, stream } = streamOf();
  for (state.value = 1; state.value <= 30; state.value++) {
    stream.call(true);
    mock.timers.tick(33);
  }
  state.value = 30;
  mock.timers.tick(1000);
  mock.timers.reset();
  assert.equal(seen[0], 1);
  assert.equal(seen.at(-1), 30);
  assert.ok(seen.length >= 6 && seen.length <= 11, `${seen.length} times`);
});

test('a change by itself is followed at once, and once', () => {
  const { seen, state, stream } = streamOf();
  for (state.value = 1; state.value <= 3; state.value++) stream.call(false);
  mock.timers.tick(1000);
  mock.timers.reset();
  assert.deepEqual(seen, [1, 2, 3]);
});
