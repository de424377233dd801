/** The timeline on its canvas: stacks of blocks, bars, spans, axis. Time runs with the script. */

import { add, floor, toDate } from './days.js';
import { sumOf } from './bins.js';

const SLOTS = 9;
export const BLOCKS = 12; // a stack higher than this is drawn as a bar
const DIM = 0.28;

/** Where things lie, in px from the side where time begins. */
export function layoutOf(width, height, { phone, earlier }) {
  const bucket = 54;
  const left = earlier ? 46 : 8;
  return {
    width,
    height,
    left,
    right: width - bucket - 10,
    base: height - (phone ? 30 : 32),
    top: 6,
    earlier: earlier ? { x: 0, width: 34 } : null,
    undated: { x: width - bucket, width: bucket },
  };
}

/** Day to px and back, turned for scripts that run to the left. */
export function scaleOf(layout, axis, rtl) {
  const { left, right, width } = layout;
  const days = axis.end - axis.first;
  const turn = (x) => (rtl ? width - x : x);
  return {
    turn,
    plain: (day) => left + ((day - axis.first) / days) * (right - left),
    x: (day) => turn(left + ((day - axis.first) / days) * (right - left)),
    day: (x) => axis.first + ((turn(x) - left) / (right - left)) * days,
  };
}

/** Draw everything but the window and its handles. */
export function drawTime(ctx, { layout, axis, scale, hist, outline, order, look, say }) {
  ctx.clearRect(0, 0, layout.width, layout.height);
  const most = highest(hist, outline, axis);
  const unit = (layout.base - layout.top) / most;
  const pen = { ctx, layout, scale, order, look, unit, say, most, blocks: most <= BLOCKS };
  if (axis) {
    drawTicks(pen, axis);
    drawOutline(pen, axis, outline);
    for (let bin = 0; bin < axis.count; bin++) drawStack(pen, axis, bin, hist);
    drawSpans(pen, axis, hist.spans);
    drawLine(pen, layout.left, layout.right);
  }
  if (layout.earlier) drawBucket(pen, layout.earlier, hist.earlier, say.t('earlier'), axis);
  drawBucket(pen, layout.undated, hist.undated, say.t('undated'), axis);
  return pen.blocks;
}

function highest(hist, outline, axis) {
  let most = 4;
  for (let bin = 0; bin < (axis?.count ?? 0); bin++) {
    most = Math.max(most, sumOf(hist.lit, bin) + sumOf(hist.dim, bin), outline[bin]);
  }
  return most;
}

/** A rectangle from px along time, whichever way it runs. */
function block({ ctx, scale }, x, width, y, height) {
  const [a, b] = [scale.turn(x), scale.turn(x + width)];
  ctx.fillRect(Math.min(a, b), y, Math.abs(b - a), height);
}

function drawStack(pen, axis, bin, hist) {
  const from = pen.scale.plain(axis.edges[bin]);
  const width = pen.scale.plain(axis.edges[bin + 1]) - from;
  const gap = Math.min(1.5, width * 0.25);
  let level = 0;
  for (const slot of pen.order) {
    for (const [table, alpha] of [
      [hist.lit, 1],
      [hist.dim, DIM],
    ]) {
      // prettier-ignore
      const n = table[bin * SLOTS + slot];
      if (n)
        level = pile(pen, from + gap / 2, Math.max(width - gap, 1), level, n, pen.look.slots[slot], alpha);
    }
  }
}

/** n incidents on top of `level`: a block each while they can be told apart, else one bar. */
function pile(pen, x, width, level, n, colour, alpha) {
  const { ctx, layout, unit, blocks } = pen;
  ctx.fillStyle = colour;
  ctx.globalAlpha = alpha;
  const gap = blocks && unit > 3 ? 1 : 0;
  for (let i = 0; i < (blocks ? n : 1); i++) {
    const height = blocks ? unit : unit * n;
    const bottom = layout.base - level * unit - i * unit;
    block(pen, x, width, bottom - height + gap, Math.max(height - gap, 0.75));
  }
  ctx.globalAlpha = 1;
  return level + n;
}

function drawOutline(pen, axis, outline) {
  const { ctx, layout, unit, look } = pen;
  ctx.fillStyle = look.line;
  ctx.globalAlpha = 0.6;
  for (let bin = 0; bin < axis.count; bin++) {
    if (!outline[bin]) continue;
    const from = pen.scale.plain(axis.edges[bin]);
    const width = pen.scale.plain(axis.edges[bin + 1]) - from;
    const gap = Math.min(1.5, width * 0.25);
    block(
      pen,
      from + gap / 2,
      Math.max(width - gap, 1),
      layout.base - outline[bin] * unit,
      outline[bin] * unit,
    );
  }
  ctx.globalAlpha = 1;
}

function drawSpans(pen, axis, spans) {
  const { ctx, layout, scale, look } = pen;
  spans.slice(0, 200).forEach((span, i) => {
    const from = scale.plain(Math.max(span.from, axis.first));
    const to = scale.plain(Math.min(span.to + 1, axis.end));
    ctx.fillStyle = look.slots[span.slot];
    ctx.globalAlpha = span.lit ? 1 : DIM;
    block(pen, from, Math.max(to - from, 2), layout.base + 4 + (i % 3) * 4, 2.5);
  });
  ctx.globalAlpha = 1;
}

function drawLine({ ctx, layout, scale, look }, from, to) {
  ctx.strokeStyle = look.line2;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(scale.turn(from), layout.base + 0.5);
  ctx.lineTo(scale.turn(to), layout.base + 0.5);
  ctx.stroke();
}

function drawBucket(pen, { x, width }, tables, label, axis) {
  const { layout, order, look, most, scale } = pen;
  const bin = axis ? (layout.right - layout.left) / axis.count : 10;
  const total = tables.lit.reduce((a, b) => a + b, 0) + tables.dim.reduce((a, b) => a + b, 0);
  const stacks = pen.blocks ? Math.max(1, Math.ceil(total / most)) : 1;
  const cell = Math.min(Math.max(bin, 6), 12, (width - 4) / stacks);
  const left = x + width / 2 - (stacks * cell) / 2;
  const scaled = pen.blocks
    ? pen
    : { ...pen, unit: Math.min(pen.unit, (layout.base - layout.top) / Math.max(total, 1)) };
  let at = 0;
  for (const slot of order) {
    for (const [table, alpha] of [
      [tables.lit, 1],
      [tables.dim, DIM],
    ]) {
      // prettier-ignore
      for (let n = table[slot]; n > 0; ) {
        const room = pen.blocks ? Math.min(n, most - (at % most)) : n;
        const column = pen.blocks ? Math.floor(at / most) : 0;
        const level = pen.blocks ? at % most : at;
        pile(scaled, left + column * cell + 0.75, Math.max(cell - 1.5, 2), level, room, look.slots[slot], alpha);
        at += room;
        n -= room;
      }
    }
  }
  drawLine(pen, x, x + width);
  write(pen, label, scale.turn(x + width / 2), 'center', false);
}

function write({ ctx, layout, look }, text, x, align, strong) {
  ctx.font = `${strong ? 650 : 400} 11px ${look.sans}`;
  ctx.fillStyle = strong ? look.ink2 : look.ink3;
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(text, x, layout.height - 3);
}

/** Lines and names of months or years; January is the year. */
function drawTicks(pen, axis) {
  const { ctx, layout, scale, look, say } = pen;
  const step = tickStep(axis);
  let free = firstName(pen, axis, step);
  for (let day = firstTick(axis, step); day < axis.end; day = add(day, step.unit, step.count)) {
    const x = scale.plain(day);
    ctx.strokeStyle = look.line;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(Math.round(scale.turn(x)) + 0.5, layout.top);
    ctx.lineTo(Math.round(scale.turn(x)) + 0.5, layout.base + 4);
    ctx.stroke();
    const { text, strong } = tickName(day, step, say);
    ctx.font = `${strong ? 650 : 400} 11px ${look.sans}`;
    const width = ctx.measureText(text).width + 10;
    if (x < free || x + width > layout.right + 12) continue;
    if (!strong && strongTickWithin(pen, axis, step, day, x + width)) continue;
    write(pen, text, scale.turn(x + 3), say.rtl ? 'right' : 'left', strong);
    free = x + width;
  }
}

/** The name of a month that the axis begins in the middle of, where it has room. Returns where it ends. */
function firstName(pen, axis, step) {
  const tick = firstTick(axis, step);
  if (step.unit !== 'month' || tick === axis.first) return -Infinity;
  const { text, strong } = tickName(floor(axis.first, 'month'), step, pen.say);
  pen.ctx.font = `400 11px ${pen.look.sans}`;
  const width = pen.ctx.measureText(text).width + 6;
  const x = pen.scale.plain(axis.first);
  if (x + width > pen.scale.plain(tick)) return -Infinity;
  write(pen, text, pen.scale.turn(x + 3), pen.say.rtl ? 'right' : 'left', strong);
  return x + width;
}

function strongTickWithin({ scale }, axis, step, day, edge) {
  if (step.unit !== 'month' || step.count !== 1) return false;
  const year = add(day, 'year', 1);
  return year < axis.end && scale.plain(year) < edge;
}

function tickStep(axis) {
  const years = (axis.end - axis.first) / 365.25;
  if (years > 25) return { unit: 'year', count: 5 };
  if (years > 6) return { unit: 'year', count: 1 };
  if (years > 2) return { unit: 'month', count: 3 };
  if (years > 0.22) return { unit: 'month', count: 1 };
  return { unit: 'week', count: 1 };
}

function firstTick(axis, { unit, count }) {
  const start = floor(axis.first, unit);
  if (unit === 'month' && count === 3) {
    const quarter = toDate(start).getUTCMonth() % 3;
    return add(start, 'month', quarter ? 3 - quarter : 0);
  }
  return start < axis.first ? add(start, unit, 1) : start;
}

function tickName(day, { unit }, say) {
  const date = toDate(day);
  const january = date.getUTCMonth() === 0 && (unit !== 'week' || date.getUTCDate() <= 7);
  if (unit === 'year' || (january && unit === 'month'))
    return { text: say.date(day, { year: 'numeric' }), strong: true };
  if (unit === 'week') return { text: say.date(day, { day: 'numeric', month: 'short' }), strong: false };
  return { text: say.date(day, { month: 'short' }), strong: false };
}
