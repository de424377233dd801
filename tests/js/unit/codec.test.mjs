import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fromPlanes, fromSteps, unpack, unpackJson } from '../../../geomap/render/static/codec.js';

const packed = (bytes) => gzipSync(Uint8Array.from(bytes)).toString('base64');

test('byte planes become numbers of their type', () => {
  assert.deepEqual([...fromPlanes(Uint8Array.from([1, 2, 0, 1]), 'u16')], [1, 258]);
  assert.deepEqual([...fromPlanes(Uint8Array.from([0xff, 0xff, 0xff, 0xff]), 'u32')], [4294967295]);
});

test('zigzag steps become running sums', () => {
  assert.deepEqual([...fromSteps(Uint32Array.from([20, 1, 4, 0]))], [10, 9, 11, 11]);
});

test('a packed column is read back', async () => {
  assert.deepEqual([...(await unpack({ t: 'u8', d: packed([3, 1, 2]) }))], [3, 1, 2]);
  assert.deepEqual([...(await unpack({ t: 'u8', d: packed([2, 2, 1]), z: 1 }))], [1, 2, 1]);
});

test('JSON keeps its letters', async () => {
  const text = gzipSync(JSON.stringify({ name: 'حقل العمر' })).toString('base64');
  assert.deepEqual(await unpackJson(text), { name: 'حقل العمر' });
});

test('what Python packs, the page reads', { skip: !process.env.GEOMAP_PYTHON }, async () => {
  const code =
    'import json; from geomap.render.codec import pack; v=[0, 300, 70000, 5]; print(json.dumps([pack(v), pack(v, delta=True)]))';
  const [plain, stepped] = JSON.parse(execFileSync(process.env.GEOMAP_PYTHON, ['-c', code]).toString());
  assert.deepEqual([...(await unpack(plain))], [0, 300, 70000, 5]);
  assert.deepEqual([...(await unpack(stepped))], [0, 300, 70000, 5]);
});
