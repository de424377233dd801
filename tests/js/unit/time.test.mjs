import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EARLIER,
  SPAN,
  UNDATED,
  axisStart,
  binPeriods,
  histogram,
  makeAxis,
} from '../../../geomap/render/static/bins.js';
import { add, floor, fromIso, toIso } from '../../../geomap/render/static/days.js';
import { compile } from '../../../geomap/render/static/filter.js';
import { run } from '../../../geomap/render/static/run.js';
import { actorsOf, dataOf, stateOf } from './sample.mjs';

test('days and ISO dates go both ways, and nonsense is no day', () => {
  assert.equal(toIso(fromIso('2024-02-29')), '2024-02-29');
  assert.equal(toIso(fromIso('1899-12-31')), '1899-12-31');
  assert.equal(fromIso('2024-13-01'), null);
  assert.equal(fromIso('yesterday'), null);
  assert.equal(fromIso(null), null);
});

test('weeks begin on Monday, months and years where they do', () => {
  assert.equal(toIso(floor(fromIso('2024-02-04'), 'week')), '2024-01-29');
  assert.equal(toIso(floor(fromIso('2024-02-04'), 'month')), '2024-02-01');
  assert.equal(toIso(add(fromIso('2024-12-15'), 'month', 1)), '2025-01-01');
  assert.equal(toIso(add(fromIso('2024-12-15'), 'year', -1)), '2023-01-01');
});

test('bins are as fine as 120 of them allow', () => {
  const unit = (from, to) => makeAxis(fromIso(from), fromIso(to)).unit;
  assert.equal(unit('2024-01-01', '2024-03-01'), 'day');
  assert.equal(unit('2023-11-06', '2024-10-27'), 'week');
  assert.equal(unit('2018-01-01', '2024-10-27'), 'month');
  assert.equal(unit('2014-01-01', '2024-10-27'), 'month');
  assert.equal(unit('1970-01-01', '2024-10-27'), 'year');
});

test('a single day has an axis to be seen on', () => {
  const axis = makeAxis(fromIso('2024-02-04'), fromIso('2024-02-04'));
  assert.equal(axis.count, 30);
});

test('one early incident does not stretch the axis', () => {
  const starts = [fromIso('2020-01-03'), ...Array.from({ length: 50 }, (_, i) => fromIso('2023-11-06') + i)];
  assert.equal(toIso(axisStart(starts, starts.at(-1))), '2023-11-06');
  assert.equal(toIso(axisStart(starts.slice(1), starts.at(-1))), '2023-11-06');
});

test('what is not known to the bin is a span, never a block', () => {
  const data = dataOf([
    { day: '2024-02-04', attackers: ['front'], place: 'A' },
    { day: '2024-02-01', last: '2024-02-29', date_precision: 'month', place: 'B' },
    { place: 'C' },
    { day: '2020-01-03', place: 'D' },
  ]);
  const axis = makeAxis(fromIso('2023-11-06'), fromIso('2024-10-27'));
  const bins = binPeriods(data, axis);
  assert.ok(bins[2] >= 0); // periods lie in the order of time: 2020, the month, its day, none
  assert.deepEqual([bins[0], bins[1], bins[3]], [EARLIER, SPAN, UNDATED]);
  const state = stateOf({
    actor: new Set(['front', '-']),
    from: fromIso('2020-01-01'),
    to: fromIso('2024-12-31'),
  });
  const { times } = run(data, compile(data, actorsOf(data), state), null);
  const hist = histogram(data, bins, axis, times);
  assert.equal(hist.lit[bins[2] * 9 + 1], 1);
  assert.equal(hist.undated.dim[0], 1);
  assert.equal(hist.earlier.lit[0], 1);
  assert.deepEqual(
    hist.spans.map((span) => span.n),
    [1],
  );
});
