import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradiction, sidesOf } from '../../../geomap/render/static/disputes.js';
import { csvCell } from '../../../geomap/render/static/exports.js';
import { isWeb } from '../../../geomap/render/static/cardsources.js';
import { cells } from '../../../geomap/render/static/density.js';
import { group } from '../../../geomap/render/static/group.js';
import { fromHash, toHash, toPosition } from '../../../geomap/render/static/hash.js';
import { beside, groupNames, room, shortName } from '../../../geomap/render/static/labels.js';
import { toLatLng } from '../../../geomap/render/static/project.js';
import { siteModes, siteRows, symbols } from '../../../geomap/render/static/scene.js';
import { heightAfter } from '../../../geomap/render/static/sheet.js';
import { outline, radiusOf, ringOf, shortNumber } from '../../../geomap/render/static/symbols.js';
import { compile } from '../../../geomap/render/static/filter.js';
import { run } from '../../../geomap/render/static/run.js';
import { ACTORS, actorsOf, dataOf, stateOf } from './sample.mjs';

test('an address holds the view and gives it back', () => {
  const page = { lang: 'en' };
  const state = stateOf({
    actor: new Set(['front', '=base']),
    weapon: new Set(['', 'drone']),
    q: 'omar',
    from: 45325,
    to: 45330,
    possible: true,
  });
  const names = { row: () => 'i-1', site: () => 'omar' };
  const hash = toHash({ ...state, sel: 0, place: 0 }, { page, names, position: '34.5,40.1,7.25' });
  const asked = fromHash(`#${hash}`, page);
  assert.deepEqual(asked.patch.actor, state.actor);
  assert.deepEqual(asked.patch.weapon, state.weapon);
  assert.deepEqual(
    [asked.patch.q, asked.patch.from, asked.patch.to, asked.patch.possible],
    ['omar', 45325, 45330, true],
  );
  assert.deepEqual([asked.sel, asked.place], ['i-1', 'omar']);
  assert.deepEqual(asked.position, { lat: 34.5, lon: 40.1, zoom: 7.25 });
});

test('nothing chosen is an empty address', () => {
  assert.equal(toHash(stateOf(), { page: { lang: 'en' }, names: {}, position: '' }), '');
});

test('an address that makes no sense changes nothing', () => {
  const { patch, position } = fromHash('#theme=<script>&role=x&from=soon&at=1,2&lang=xx&view=', {
    lang: 'en',
  });
  assert.deepEqual(
    [patch.theme, patch.role, patch.from, position, patch.lang, patch.view],
    ['', 'a', null, null, 'en', 'map'],
  );
  assert.equal(toPosition('95,0,3'), null);
});

test('places that touch are one symbol, named by the larger; others stay apart', () => {
  const points = [
    { x: 0, y: 0, n: 1, site: 0 },
    { x: 10, y: 0, n: 5, site: 1 },
    { x: 200, y: 0, n: 1, site: 2 },
  ];
  const found = group(points);
  assert.deepEqual(
    found.map(({ n }) => n),
    [6, 1],
  );
  assert.deepEqual(found[0].sites, [
    [1, 5],
    [0, 1],
  ]);
  assert.ok(found[0].x > 5); // nearer to the larger
});

test('thousands of places are grouped without losing one', () => {
  const points = Array.from({ length: 5000 }, (_, i) => ({
    x: (i * 37) % 1000,
    y: (i * 91) % 700,
    n: 1 + (i % 3),
    site: i,
  }));
  const found = group(points);
  const total = (list) => list.reduce((sum, { n }) => sum + n, 0);
  assert.equal(total(found), total(points));
});

const VIEW = { world: 1000, left: 0, top: 0, width: 1000, height: 1000 };

test('thousands of places in view are a grid, and none is lost', () => {
  const points = Array.from({ length: 6000 }, (_, i) => ({
    x: (i * 37) % 900,
    y: (i * 91) % 700,
    n: 2,
    site: i,
  }));
  const grid = cells(points, 1000);
  assert.ok(grid.length <= 27 * 21);
  assert.equal(
    grid.reduce((sum, { n }) => sum + n, 0),
    12000,
  );
  assert.ok(grid[0].share === 1 && grid.at(-1).share <= 1);
});

test('many places in one spot are joined quickly', () => {
  const points = Array.from({ length: 1500 }, (_, i) => ({
    x: (i * 37) % 200,
    y: (i * 91) % 150,
    n: 1 + (i % 3),
    site: i,
  }));
  const began = process.cpuUsage().user;
  assert.ok(group(points).length < 40);
  assert.ok(process.cpuUsage().user - began < 1e6, 'a second of one core, where 20 ms are usual');
});

test('far places stay apart, however many there are', () => {
  const points = Array.from({ length: 2500 }, (_, i) => ({
    x: (i % 50) * 100,
    y: Math.floor(i / 50) * 100,
    n: 1,
    site: i,
  }));
  const found = group(points);
  assert.ok(found.length > 600 && found.every(({ n }) => n === 1) === (found.length === 2500));
});

test('counts by site follow the filter', () => {
  const data = dataOf([{ place: 'A' }, { place: 'A', kind: 'raid' }, { place: 'B', precision: 'country' }]);
  const state = stateOf({ kind: new Set(['attack']) });
  const counts = run(data, compile(data, actorsOf(data), state), null).sites;
  assert.deepEqual([...counts.count], [1, 1]);
  assert.deepEqual([...siteRows(data)], [0, 2, 3]);
  assert.equal(symbols(data, siteModes(data), counts, VIEW).length, 1); // the country has no point
});

test('a label takes another side where one is taken, and is left out where none is free', () => {
  const space = room(300, 200);
  const at = { x: 150, y: 100, r: 7, width: 60, size: 12 };
  assert.equal(beside(space, at).align, 'left');
  assert.equal(beside(space, at).align, 'right');
  assert.equal(beside(space, at).align, 'center');
  beside(space, at);
  assert.equal(beside(space, at), null);
});

test('names on the map lose their kind, groups say how many more', () => {
  assert.equal(shortName('Conoco gas field'), 'Conoco');
  assert.equal(shortName('حقل العمر'), 'العمر');
  assert.deepEqual(groupNames(['Conoco', 'al-Omar', 'Marat', 'Marat'], ', '), [
    'Conoco, al-Omar +1',
    'Conoco +2',
    'Conoco',
  ]);
});

test('symbols grow with their number up to a limit', () => {
  assert.equal(radiusOf(1), 7);
  assert.equal(radiusOf(10000), 40);
  assert.equal(ringOf(2), ringOf(80)); // a disc that can still grow says enough
  assert.ok(ringOf(5000) > ringOf(500) + 2 && ringOf(1e9) < 15);
  assert.deepEqual([999, 1234, 45678, 2500000].map(shortNumber), ['999', '1.2k', '45k', '2.5M']);
  assert.match(outline(2, 5), /^M0 -6.2L/);
});

test('the unit square is Web Mercator', () => {
  assert.deepEqual(toLatLng(0.5, 0.5), [0, 0]);
  assert.ok(Math.abs(toLatLng(0.6, 0.4)[0] - 33.7) < 0.5);
});

test('only addresses of the web are links', () => {
  assert.ok(isWeb('https://example.org/a'));
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '//x', '', undefined]) assert.ok(!isWeb(url));
});

test('a cell of a spreadsheet is never a formula', () => {
  assert.equal(csvCell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"');
  assert.equal(csvCell('-1'), "'-1");
  assert.equal(csvCell('a, b'), '"a, b"');
  assert.equal(csvCell(3), '3');
  assert.equal(csvCell(-3.5, true), '-3.5');
  assert.equal(csvCell(['drone', 'rocket']), 'drone; rocket');
  assert.equal(csvCell(null), '');
});

test('a dispute names both sides, the affirming one first', () => {
  const evidence = [
    { status: 'denied', by: 'the Pentagon' },
    { status: 'claimed', by: 'The Front' },
    { status: 'claimed', by: 'The Front' },
  ];
  assert.deepEqual(sidesOf({ evidence }), [
    ['claimed', 'The Front'],
    ['denied', 'the Pentagon'],
  ]);
});

test('reports contradict each other only where nobody named belongs to, or is backed by, the others', () => {
  assert.equal(contradiction(ACTORS, [['front'], ['brigade']]), null);
  assert.equal(contradiction(ACTORS, [['front'], ['state']]), null);
  assert.equal(contradiction(ACTORS, [['front', 'base'], ['base']]), null);
  assert.equal(contradiction(ACTORS, [['front'], ['someone else']]), null);
  assert.deepEqual(contradiction(ACTORS, [['front'], ['brigade'], ['base']]), [[0], [3]]);
  assert.equal(contradiction(ACTORS, undefined), null);
});

test('a sheet that is let go takes the nearest height, or the next one of a flick', () => {
  const heights = [88, 340, 560];
  assert.equal(heightAfter(heights, 200, 0), 0);
  assert.equal(heightAfter(heights, 230, 0), 1);
  assert.equal(heightAfter(heights, 120, 1), 1);
  assert.equal(heightAfter(heights, 500, -1), 1);
  assert.deepEqual([heightAfter(heights, 560, 1), heightAfter(heights, 88, -1)], [2, 0]);
});
