import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromIso } from '../../../geomap/render/static/days.js';
import { language } from '../../../geomap/render/static/i18n.js';
import { Evidence } from '../../../geomap/render/static/evidence.js';
import { fold, searchIndex, textMask, wordsOf } from '../../../geomap/render/static/text.js';
import ar from '../../../geomap/render/static/words-ar.js';
import en from '../../../geomap/render/static/words-en.js';
import { toll, tollText, wording } from '../../../geomap/render/static/wording.js';
import { dataOf } from './sample.mjs';

const paths = (node, head = '') =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) && !('other' in value)
      ? paths(value, `${head}${key}.`)
      : [head + key],
  );

test('both languages have the same words', () => {
  assert.deepEqual(paths(ar).sort(), paths(en).sort());
});

test('Arabic has its six plurals', () => {
  const { plural } = language('ar');
  const found = [0, 1, 2, 3, 11, 100].map((n) => plural('articles', n));
  assert.deepEqual(found, ['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '11 مقالاً', '100 مقال']);
});

test('digits are Western in Arabic, months are those of Damascus', () => {
  assert.equal(
    language('ar').date(fromIso('2024-01-16'), { day: 'numeric', month: 'long' }),
    '16 كانون الثاني',
  );
});

test('articles, marks and letter forms do not stand in the way of a search', () => {
  assert.equal(fold('al-Omar'), 'omar');
  assert.equal(fold('Dayr az-Zawr'), 'dayr zawr');
  assert.equal(fold('العُمَر'), fold('عمر'));
  assert.equal(fold('إدلب'), fold('ادلب'));
  assert.equal(fold('Şanlıurfa'), 'sanliurfa');
  assert.deepEqual(wordsOf('  Deir ez-Zor '), ['deir', 'ez', 'zor']);
});

test('all words must be there, in whatever field', () => {
  const data = dataOf([
    { place: 'Omar field', attackers: ['front'], title: 'Drone attack' },
    { place: 'Conoco', attackers: ['front'] },
  ]);
  const names = {
    site: (i) => data.dict.place[i][1],
    actor: (i) => data.dict.actor[i].name,
    kind: (k) => k,
    weapon: (w) => w,
  };
  const index = searchIndex(data, names);
  let texts = ['', ''];
  const found = (words) => {
    const [rows, titles] = [new Evidence(), new Evidence()];
    rows.add(0, texts);
    titles.add(0, data.dict.title);
    return words.map((word) => ({
      rows: rows.find(word, 2),
      titles: titles.find(word, data.dict.title.length),
    }));
  };
  const rows = (query) => [...textMask(data, index, wordsOf(query), found(wordsOf(query)))];
  assert.deepEqual(rows('front'), [1, 1]);
  assert.deepEqual(rows('front omar'), [1, 0]);
  assert.deepEqual(rows('omar conoco'), [0, 0]);
  texts = ['', 'A rig burned.'];
  assert.deepEqual(rows('rig front'), [0, 1]);
});

test('a date is as precise as it is known', () => {
  const data = dataOf([
    { day: '2024-02-04', place: 'A' },
    { day: '2024-07-01', last: '2024-07-31', date_precision: 'month', place: 'B' },
    { day: '2024-01-17', last: '2024-01-23', date_precision: 'week', place: 'C' },
    { day: '2024-01-01', last: '2024-12-31', date_precision: 'year', place: 'D' },
    { place: 'E' },
  ]);
  const { when } = wording(data, language('en'));
  const found = [0, 1, 2, 3, 4].map((row) => when(row));
  assert.deepEqual(
    found,
    ['4 Feb 2024', 'Jul 2024', '17–23 Jan 2024', '2024', 'No date in the article'].map((text, i) =>
      i === 2 ? found[2] : text,
    ),
  );
  assert.match(found[2], /17\s?–\s?23 Jan 2024/);
});

test('casualties: empty is not zero, a range is a range, an open end is said', () => {
  const data = dataOf([
    { place: 'A', killed: 4, killed_low: 2, killed_high: 5 },
    { place: 'B', wounded: 40, wounded_low: 40 },
    { place: 'C', killed: 0 },
    { place: 'D' },
  ]);
  const say = language('en');
  assert.equal(tollText(toll(data, 'killed', 0), say), '2–5');
  assert.equal(tollText(toll(data, 'wounded', 1), say), '40 or more');
  assert.equal(toll(data, 'killed', 2).best, 0);
  assert.equal(toll(data, 'killed', 3), null);
  assert.equal(wording(data, say).casualties(2), '');
});

test('an Arabic title is made of what is known', () => {
  const data = dataOf([{ place: 'Omar', weapons: ['drone'], title: 'Drone attack on Omar' }]);
  assert.equal(wording(data, language('ar')).title(0), 'هجوم بطائرة مسيّرة على Omar');
  assert.equal(wording(data, language('en')).title(0), 'Drone attack on Omar');
});

test('an Arabic title says near what it only was near, and puts nothing before between', () => {
  const data = dataOf([
    { place: 'نوى', precision: 'near', title: 'Attack near Nawa' },
    { place: 'درعا', precision: 'district', title: 'Attack in Daraa' },
    { place: 'بين كركوك وداقوق', precision: 'near', title: 'Attack between Kirkuk and Daquq' },
    { place: 'إربد', precision: 'site', title: 'Attack on Irbid' },
  ]);
  const { title } = wording(data, language('ar'));
  const found = [0, 1, 2, 3].map(title).sort();
  const wanted = ['هجوم قرب نوى', 'هجوم في درعا', 'هجوم بين كركوك وداقوق', 'هجوم على إربد'];
  assert.deepEqual(found, wanted.sort());
});
