import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../../../geomap/render/static/filter.js';
import { run } from '../../../geomap/render/static/run.js';
import { Listing } from '../../../geomap/render/static/order.js';
import { actorsOf, dataOf, stateOf } from './sample.mjs';

const data = dataOf([
  { day: '2024-01-03' },
  { day: '2024-01-01' },
  {},
  { day: '2024-01-02', status: 'denied' },
  { day: '2024-01-02' },
]);
const result = run(data, compile(data, actorsOf(data), stateOf()), null);
const days = (rows) => Array.from(rows, (row) => data.row.start[row]);

test('the latest come first or last, what has no date at the end, what is hidden not at all', () => {
  const newest = days(new Listing(data, result).rows);
  const oldest = days(new Listing(data, result, { sort: 'old' }).rows);
  assert.equal(newest.length, 4);
  assert.deepEqual(newest.slice(0, 3), oldest.slice(0, 3).reverse());
  assert.deepEqual([newest[3], oldest[3]], [0, 0]);
});

test('a row knows its place and its neighbours before the list has been ordered, and after', () => {
  for (const sort of ['new', 'old']) {
    const rows = Array.from(new Listing(data, result, { sort }).rows);
    const fresh = new Listing(data, result, { sort });
    const ask = (listing) => rows.map((row) => listing.around(row));
    const expected = rows.map((_, at) => ({ at, before: rows[at - 1], after: rows[at + 1] }));
    assert.deepEqual(ask(fresh), expected);
    assert.equal(fresh.all, null);
    assert.equal(fresh.rows.length, 4);
    assert.deepEqual(ask(fresh), expected);
  }
});

test('a row that is hidden has no place, and the first one after it', () => {
  const listing = new Listing(data, result);
  const denied = data.row.status.indexOf(data.dict.status.indexOf('denied'));
  assert.deepEqual(listing.around(denied), { at: -1, before: undefined, after: listing.at(0) });
});
