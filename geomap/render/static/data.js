/** The data of the page: tables of typed columns, their dictionaries, and the texts behind them. */

import { axisStart, makeAxis } from './bins.js';
import { unpackJson, unpackTable } from './codec.js';
import { COMBINED, combine, ordered, periods } from './codes.js';
import { slotsBy } from './colours.js';

const SITE_STEPS = 2 ** 26; // render/sites.py: WORLD
const TENTHS = 10; // radii are stored in tenths of a km

const blockText = (id) => document.getElementById(id)?.textContent ?? '';

/** Everything but the texts, from the blocks of the page. */
export async function loadData() {
  const block = JSON.parse(blockText('geomap-data'));
  const [site, row, dict] = await Promise.all([
    unpackTable(block.site),
    unpackTable(block.row),
    unpackJson(block.dict),
  ]);
  return makeData(block, site, row, dict, textReader(block));
}

/** The pure part of `loadData`: derived columns beside the stored ones. */
export function makeData(block, site, row, dict, texts) {
  const data = { head: block.head, page: block.page, rows: block.head.rows, site, row, dict, texts };
  site.u = Float64Array.from(site.x, (x) => x / SITE_STEPS);
  site.v = Float64Array.from(site.y, (y) => y / SITE_STEPS);
  site.km = Float64Array.from(site.radius, (r) => r / TENTHS);
  if (block.head.sites <= 2 ** 16) row.site = new Uint16Array(row.site); // half the memory to go through
  data.when = periods(row);
  data.combo = combine(
    COMBINED.map((name) => row[name]),
    COMBINED.map((name) => dict[name].length),
  );
  data.byDate = ordered(data.when.codes, data.when.rows);
  colourBy(data, 'actor');
  data.shapes = dict.kind.map((kind) => SHAPE_OF[kind] ?? 3);
  data.offMap = new Set(block.head.off_map.map((status) => dict.status.indexOf(status)));
  data.firstDay = data.when.start[0] ? data.when.start[0] - 1 : null;
  data.lastDay = lastDay(data);
  data.axis = axisOf(data);
  data.launched = launchedRows(data);
  return data;
}

/** Let colours stand for something else: a slot a row, and a slot a value. */
export function colourBy(data, by) {
  const { row, of } = slotsBy(data, by);
  data.row.slot = row;
  data.slotOf = of;
  data.colour = by;
}

/** Rows whose launch place has a point. */
function launchedRows({ row, dict, rows }) {
  const found = [];
  if (!dict.launch.some((launch) => launch.length > 1)) return found;
  for (let i = 0; i < rows; i++) if (dict.launch[row.launch[i]].length > 1) found.push(i);
  return found;
}

export const SHAPES = ['attack', 'airstrike', 'interception', 'block'];
const SHAPE_OF = { attack: 0, other: 0, airstrike: 1, interception: 2 };

const VAGUE = 31; // days: a longer span says little about when the record ends

function lastDay({ when }) {
  let last = 0;
  let vague = 0;
  when.start.forEach((start, code) => {
    if (!start) return;
    if (when.span[code] <= VAGUE) last = Math.max(last, start + when.span[code]);
    else vague = Math.max(vague, start + when.span[code]);
  });
  return last || vague ? (last || vague) - 1 : null;
}

/** The axis of the timeline; null where nothing has a date. */
function axisOf({ when, lastDay: last }) {
  if (last === null) return null;
  const dated = when.start.findIndex((start) => start === 0);
  const end = dated < 0 ? when.start.length : dated;
  const days = when.start.subarray(0, end).map((start) => start - 1);
  return makeAxis(axisStart(days, last, when.rows), last);
}

/** First day, last day of a row; null if it has no date. */
export function daysOf(data, i) {
  const start = data.row.start[i];
  return start === 0 ? null : [start - 1, start - 1 + data.row.span[i]];
}

/** A number that may be unknown: null, never zero. */
export const known = (column, i) => (column[i] === 0 ? null : column[i] - 1);

const KEPT = 128; // blocks of texts

/** Reads texts a block at a time, and keeps those that were asked for last. */
function textReader({ head: { text_block: size }, dict }) {
  const blocks = new Map();
  const read = (at) => {
    const text = blocks.has(at) ? null : blockText(`geomap-text-${at}`);
    const block = blocks.get(at) ?? (text ? unpackJson(text) : Promise.resolve(null));
    blocks.delete(at); // and put in as the latest
    blocks.set(at, block);
    if (blocks.size > KEPT) blocks.delete(blocks.keys().next().value);
    return block;
  };
  return {
    size,
    here: Boolean(document.getElementById('geomap-text-0')),
    of: async (row) => (await read(Math.floor(row / size)))?.[row % size] ?? null,
    block: read,
    raw: (at) => blockText(`geomap-text-${at}`),
    dict, // packed, for the search
  };
}
