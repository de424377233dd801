import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorTree, marks, seenFirst, toggled, walk } from '../../../geomap/render/static/tree.js';
import { ACTORS } from './sample.mjs';

const tree = () => actorTree(ACTORS, [3, 2, 0, 5], 1);
const tokens = (nodes) => [...walk(nodes)].map(([node, depth]) => '  '.repeat(depth) + node.token);

test('parts stand under their body, bodies under who backs them, not stated last', () => {
  assert.deepEqual(tokens(tree()), ['base', 'front', '  brigade', '-']);
});

test('a backer that is named heads the groups it backs', () => {
  assert.deepEqual(tokens(actorTree(ACTORS, [3, 2, 1, 9], 0)), [
    'base',
    '^state',
    '  front',
    '    brigade',
    '  state',
  ]);
});

test('actors that no incident names are left out', () => {
  assert.deepEqual(tokens(actorTree(ACTORS, [0, 0, 0, 1], 0)), ['base']);
});

test('a circle of memberships ends', () => {
  const circle = [
    { id: 'a', part_of: [[1, null, null]] },
    { id: 'b', part_of: [[0, null, null]] },
  ];
  assert.equal(tokens(actorTree(circle, [1, 1], 0)).length, 2);
});

test('a chosen body marks its parts, a chosen part marks its body in part', () => {
  const body = marks(tree(), new Set(['front']));
  assert.deepEqual([body.get('front'), body.get('brigade'), body.get('base')], ['on', 'on', 'off']);
  const part = marks(tree(), new Set(['brigade']));
  assert.deepEqual([part.get('front'), part.get('brigade')], ['some', 'on']);
});

test('taking a part out of a chosen body leaves the body itself', () => {
  const next = toggled(tree(), new Set(['front']), 'brigade');
  assert.deepEqual([...next].sort(), ['=front']);
  assert.equal(marks(tree(), next).get('front'), 'some');
});

test('choosing a body takes in what was chosen below it', () => {
  assert.deepEqual([...toggled(tree(), new Set(['brigade', 'base']), 'front')].sort(), ['base', 'front']);
});

test('a second click takes the choice back', () => {
  assert.equal(toggled(tree(), new Set(['front']), 'front').size, 0);
});

test('a long tree shows the frequent, the coloured with what they are part of, and not stated', () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ id: `a${i}`, slot: i === 35 ? 1 : undefined }));
  many[35].part_of = [[30, null, null]];
  const counts = many.map((_, i) => 100 - 2 * i);
  const seen = seenFirst(actorTree(many, counts, 1), many);
  assert.ok(['a0', 'a10', 'a30', 'a35', '-'].every((token) => seen.has(token)));
  assert.ok(!seen.has('a20') && seen.size < 20);
  assert.equal(seenFirst(tree(), ACTORS).size, 4); // a short one is shown whole
});
