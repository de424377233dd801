/** The data of the page: tables of typed columns, their dictionaries, and the texts behind them. */

import { axisStart, makeAxis } from './bins.js';
import { unpackJson, unpackTable } from './codec.js';

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
  return makeData(block, site, row, dict, textReader(block.head.text_block));
}

/** The pure part of `loadData`: derived columns beside the stored ones. */
export function makeData(block, site, row, dict, texts) {
  const data = { head: block.head, page: block.page, rows: block.head.rows, site, row, dict, texts };
  site.u = Float64Array.from(site.x, (x) => x / SITE_STEPS);
  site.v = Float64Array.from(site.y, (y) => y / SITE_STEPS);
  site.km = Float64Array.from(site.radius, (r) => r / TENTHS);
  row.slot = slotOfRows(data);
  row.shape = shapeOfRows(data);
  data.byDate = rowsByDate(row, data.rows);
  data.offMap = new Set(block.head.off_map.map((status) => dict.status.indexOf(status)));
  data.firstDay = firstDay(data);
  data.lastDay = lastDay(data);
  data.axis = axisOf(data);
  return data;
}

/** Colour slot of each row's first attacker; 0 is grey. */
function slotOfRows({ row, dict, rows }) {
  const slots = dict.attackers.map((actors) => (actors.length ? (dict.actor[actors[0]].slot ?? 0) : 0));
  return Uint8Array.from({ length: rows }, (_, i) => slots[row.attackers[i]]);
}

export const SHAPES = ['attack', 'airstrike', 'interception', 'block'];
const SHAPE_OF = { attack: 0, other: 0, airstrike: 1, interception: 2 };

function shapeOfRows({ row, dict, rows }) {
  const shapes = dict.kind.map((kind) => SHAPE_OF[kind] ?? 3);
  return Uint8Array.from({ length: rows }, (_, i) => shapes[row.kind[i]]);
}

/** Rows from the earliest to the latest, those without a date last. */
function rowsByDate(row, rows) {
  const start = row.start;
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  const key = (i) => (start[i] === 0 ? Infinity : start[i]);
  return order.sort((a, b) => key(a) - key(b) || row.span[b] - row.span[a] || a - b);
}

function firstDay({ row, byDate, rows }) {
  return rows && row.start[byDate[0]] ? row.start[byDate[0]] - 1 : null;
}

const VAGUE = 31; // days: a longer span says little about when the record ends

function lastDay({ row, rows }) {
  let last = 0;
  let vague = 0;
  for (let i = 0; i < rows; i++) {
    if (!row.start[i]) continue;
    if (row.span[i] <= VAGUE) last = Math.max(last, row.start[i] + row.span[i]);
    else vague = Math.max(vague, row.start[i] + row.span[i]);
  }
  return last || vague ? (last || vague) - 1 : null;
}

/** The axis of the timeline; null where nothing has a date. */
function axisOf({ row, rows, lastDay: last }) {
  if (last === null) return null;
  const starts = [];
  for (let i = 0; i < rows; i++) if (row.start[i]) starts.push(row.start[i] - 1);
  return makeAxis(axisStart(starts, last), last);
}

/** First day, last day of a row; null if it has no date. */
export function daysOf(data, i) {
  const start = data.row.start[i];
  return start === 0 ? null : [start - 1, start - 1 + data.row.span[i]];
}

/** A number that may be unknown: null, never zero. */
export const known = (column, i) => (column[i] === 0 ? null : column[i] - 1);

/** Reads texts a block at a time, and keeps what was read. */
function textReader(size) {
  const blocks = new Map();
  const read = (at) => {
    if (!blocks.has(at)) {
      const text = blockText(`geomap-text-${at}`);
      blocks.set(at, text ? unpackJson(text) : Promise.resolve(null));
    }
    return blocks.get(at);
  };
  return {
    size,
    here: Boolean(document.getElementById('geomap-text-0')),
    of: async (row) => (await read(Math.floor(row / size)))?.[row % size] ?? null,
    block: read,
  };
}
