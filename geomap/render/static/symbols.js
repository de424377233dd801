/**
 * Three channels that do not mix: shape = what happened, colour = who, ink = how sure.
 * The same outlines serve the canvas of the map and the SVG of rail, list and card.
 */

import { s } from './dom.js';

export const RADIUS = 7; // px, of one incident
const STROKE = 2;
const HALO = 2.5;
const RING = 4.5;
const FULL = 91; // incidents from which on a disc grows no more
const GAP = 1.5;
const TINT = 0.38;

/** Radius of a symbol for n incidents, in px. */
export const radiusOf = (n) => (n === 1 ? RADIUS : Math.min(7.5 + 3.4 * Math.sqrt(n), 40));

/** Width of the ring of n incidents, in px: where discs grow no more, their rings do, so that 5,000 weigh more than 100. */
export const ringOf = (n) => RING + 3 * Math.log10(Math.min(Math.max(n / FULL, 1), 1000));

/** Outline of shape 0 (disc), 1 (triangle), 2 (diamond), 3 (block) around 0, 0 as SVG path data. */
export function outline(shape, r) {
  if (shape === 1) {
    const h = r * 1.22;
    return `M0 ${-h}L${h * 0.98} ${h * 0.72}H${-h * 0.98}Z`;
  }
  if (shape === 2) {
    const h = r * 1.24;
    return `M0 ${-h}L${h} 0L0 ${h}L${-h} 0Z`;
  }
  if (shape === 3) {
    const h = r * 0.9;
    return `M${-h} ${-h}H${h}V${h}H${-h}Z`;
  }
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

const INKS = { confirmed: 'solid', reported: 'tint', claimed: 'empty', disputed: 'half' };
/** How sure, as ink: solid, tint, empty, half, or dashed for what is off the map by default. */
export const inkOf = (status) => INKS[status] ?? 'dashed';

const paths = new Map();
function pathOf(shape, r) {
  const key = `${shape} ${r}`;
  if (!paths.has(key)) paths.set(key, new Path2D(outline(shape, r)));
  return paths.get(key);
}

/** Draw one incident on a canvas whose origin is its place. */
export function drawGlyph(
  ctx,
  { shape, ink, colour, ground, r = RADIUS - 0.5, halo = null, letter = '', font = '' },
) {
  const path = pathOf(shape, r);
  ctx.lineJoin = 'round';
  if (halo) {
    ctx.strokeStyle = halo;
    ctx.lineWidth = STROKE + 2 * HALO;
    ctx.stroke(path);
  }
  ctx.fillStyle = ink === 'solid' ? colour : ground;
  ctx.fill(path);
  ctx.fillStyle = colour;
  if (ink === 'tint') {
    ctx.globalAlpha = TINT;
    ctx.fill(path);
    ctx.globalAlpha = 1;
  } else if (ink === 'half') {
    ctx.save();
    ctx.beginPath();
    ctx.rect(-2 * r, -2 * r, 2 * r, 4 * r);
    ctx.clip();
    ctx.fill(path);
    ctx.restore();
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = STROKE;
  if (ink === 'dashed') ctx.setLineDash([2.5, 2]);
  ctx.stroke(path);
  ctx.setLineDash([]);
  if (!letter) return;
  ctx.font = font;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = ink === 'solid' ? ground : colour;
  ctx.fillText(letter, 0, shape === 1 ? 2 : 0.5);
}

/**
 * Draw several incidents: a disc with a ring that actors share.
 * @param shares `[colour, count]`, the largest share first
 */
export function drawDisc(ctx, { shares, total, r, look }) {
  ctx.beginPath();
  ctx.arc(0, 0, r + HALO, 0, 2 * Math.PI);
  ctx.fillStyle = look.land;
  ctx.fill();
  ctx.beginPath();
  ctx.arc(0, 0, r, 0, 2 * Math.PI);
  ctx.fillStyle = look.surface;
  ctx.fill();
  const ring = ringOf(total);
  const middle = r - ring / 2;
  const gap = shares.length > 1 ? GAP / middle : 0;
  let from = -Math.PI / 2;
  ctx.lineWidth = ring;
  for (const [colour, count] of shares) {
    const angle = (2 * Math.PI * count) / total;
    ctx.beginPath();
    ctx.arc(0, 0, middle, from, from + Math.max(angle - gap, 0.06));
    ctx.strokeStyle = colour;
    ctx.stroke();
    from += angle;
  }
  ctx.fillStyle = look.ink;
  ctx.font = `650 11.5px ${look.sans}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(shortNumber(total), 0, 0.5);
}

export function shortNumber(n) {
  if (n < 1000) return String(n);
  const [value, unit] = n < 1e6 ? [n / 1e3, 'k'] : [n / 1e6, 'M'];
  return `${value < 10 ? Math.floor(value * 10) / 10 : Math.floor(value)}${unit}`;
}

/** Ring around a symbol that is hovered over, selected or focused. */
export function drawRing(ctx, r, look, state) {
  ctx.beginPath();
  ctx.arc(0, 0, r + 4, 0, 2 * Math.PI);
  ctx.strokeStyle = state === 'focus' ? look.focus : look.ink;
  ctx.lineWidth = state === 'hover' ? 1.5 : 2;
  ctx.globalAlpha = state === 'hover' ? 0.55 : 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** The glyph of an incident as an SVG element, in the colour of a slot (or of the text around, with null). */
export function glyph({ shape, ink, slot = null, letter = '' }, size = 18) {
  const r = letter ? 6.5 : 6.2;
  const d = outline(shape, r);
  const className = `glyph ${slot === null ? '' : `slot-${slot}`}`.trim();
  const parts = [s('path', { d, class: ink === 'solid' ? 'glyph-full' : 'glyph-ground' })];
  if (ink === 'tint') parts.push(s('path', { d, class: 'glyph-tint' }));
  if (ink === 'half') parts.push(s('path', { d: halfOf(shape, r), class: 'glyph-full' }));
  if (!letter) parts.push(s('path', { d, class: `glyph-line${ink === 'dashed' ? ' glyph-dashed' : ''}` }));
  if (letter) parts.push(s('text', { y: 3.2, 'text-anchor': 'middle', class: 'glyph-letter' }, letter));
  return s(
    'svg',
    { viewBox: '-9 -9 18 18', width: size, height: size, class: className, 'aria-hidden': 'true' },
    parts,
  );
}

/** The left half of a shape. */
function halfOf(shape, r) {
  if (shape === 1) return `M0 ${-r * 1.22}V${r * 1.22 * 0.72}H${-r * 1.22 * 0.98}Z`;
  if (shape === 2) return `M0 ${-r * 1.24}V${r * 1.24}L${-r * 1.24} 0Z`;
  if (shape === 3) return `M${-r * 0.9} ${-r * 0.9}H0V${r * 0.9}H${-r * 0.9}Z`;
  return `M0 ${-r}A${r} ${r} 0 0 0 0 ${r}Z`;
}
