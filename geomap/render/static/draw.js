/** Incidents on the canvas: areas, doubt at its true size, arcs, symbols. */

import { onScreen } from './ground.js';
import { pixelsPerKm, screenX, screenY } from './project.js';
import { drawDisc, drawGlyph, drawRing, inkOf } from './symbols.js';

const PITCH = 7; // px between the lines of a hatch
const LEAST_DOUBT = 13; // px; smaller circles are hidden by their symbol
const UNKNOWN_AREA_KM = 25;

const WORLD_STEPS = 2 ** 26;

/** Radius of doubt of a site in px. */
export const doubtOf = (data, view, site) => data.site.km[site] * pixelsPerKm(view, data.site.v[site]);

/** A small grey ring where everything is filtered out. */
export function drawGhosts(ctx, view, data, sites, look) {
  ctx.strokeStyle = look.ink3;
  ctx.lineWidth = 1;
  ctx.globalAlpha = 0.55;
  for (const site of sites) {
    ctx.beginPath();
    ctx.arc(screenX(view, data.site.u[site]), screenY(view, data.site.v[site]), 2.5, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** The shape of an area on the screen: its outline, or a circle where there is none. */
export function areaPath(view, data, ground, site) {
  const outline = ground.areas[data.dict.area[data.site.area[site]]];
  if (outline) return { path: onScreen(outline, view, ground), dashed: false };
  const path = new Path2D();
  const km = data.site.km[site] || UNKNOWN_AREA_KM;
  const r = km * pixelsPerKm(view, data.site.v[site]);
  path.arc(screenX(view, data.site.u[site]), screenY(view, data.site.v[site]), r, 0, 2 * Math.PI);
  return { path, dashed: true, r };
}

const LARGE = 64; // px of radius from which a circle is hatched along its edge only
const EDGE = 12; // px

/** A hatched area; a large circle along its edge only, for a whole sea must not outshout what is exact. */
export function drawArea(ctx, view, area, colour, selected) {
  const large = area.r > LARGE;
  ctx.globalAlpha = large ? 0.035 : 0.07;
  ctx.fillStyle = colour;
  ctx.fill(area.path);
  ctx.globalAlpha = large ? 0.4 : 0.55;
  if (large) {
    ctx.save();
    ctx.clip(area.path);
    ctx.strokeStyle = hatch(ctx, colour, view.scale);
    ctx.lineWidth = 2 * EDGE;
    ctx.stroke(area.path);
    ctx.restore();
  } else {
    ctx.fillStyle = hatch(ctx, colour, view.scale);
    ctx.fill(area.path);
  }
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colour;
  ctx.lineWidth = selected ? 2 : 1.2;
  if (area.dashed) ctx.setLineDash([3, 3]);
  ctx.stroke(area.path);
  ctx.setLineDash([]);
}

const hatches = new Map();

/** Lines at 45 degrees with the same pitch at any zoom. */
function hatch(ctx, colour, scale) {
  const key = `${colour} ${scale}`;
  if (!hatches.has(key)) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = Math.round(PITCH * scale);
    const pen = tile.getContext('2d');
    pen.fillStyle = colour;
    pen.fillRect(0, 0, Math.max(1.3 * scale, 1), tile.height);
    const pattern = ctx.createPattern(tile, 'repeat');
    pattern.setTransform(new DOMMatrix().rotate(45).scale(1 / scale));
    hatches.set(key, pattern);
  }
  return hatches.get(key);
}

/** The radius of doubt of a site, where it is larger than its symbol or the site is selected. */
export function drawDoubt(ctx, view, data, site, colour, selected) {
  const r = doubtOf(data, view, site);
  if (!(r > LEAST_DOUBT || (selected && r > 0))) return;
  ctx.beginPath();
  ctx.arc(screenX(view, data.site.u[site]), screenY(view, data.site.v[site]), r, 0, 2 * Math.PI);
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.06;
  ctx.fill();
  ctx.globalAlpha = 0.7;
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

/** From launch place to target: a curve that bends by 18 %, ending where the symbol or the area begins. */
export function drawArc(ctx, view, data, row, { colour, target, end, isArea }) {
  const [, x, y] = data.dict.launch[data.row.launch[row]];
  const site = data.row.site[row];
  const from = { x: screenX(view, x / WORLD_STEPS), y: screenY(view, y / WORLD_STEPS) };
  const to = { x: screenX(view, target.u), y: screenY(view, target.v) };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < end + 8) return;
  const bend = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * 0.18,
    y: (from.y + to.y) / 2 - Math.abs(to.x - from.x) * 0.18,
  };
  const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
  const tip = { x: to.x - Math.cos(angle) * end, y: to.y - Math.sin(angle) * end };
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = 1.6;
  if (isArea || data.dict.precision[data.site.precision[site]] !== 'site') ctx.setLineDash([5, 3]);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.quadraticCurveTo(bend.x, bend.y, tip.x, tip.y);
  ctx.stroke();
  ctx.setLineDash([]);
  arrowHead(ctx, tip, angle);
}

function arrowHead(ctx, { x, y }, angle) {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.lineTo(-9, -4.5);
  ctx.lineTo(-9, 4.5);
  ctx.fill();
  ctx.restore();
}

/** One group: a glyph for one incident, a disc for several, and its ring. */
export function drawSymbol(ctx, view, data, symbol, look, state) {
  ctx.save();
  ctx.translate(screenX(view, symbol.u), screenY(view, symbol.v));
  if (symbol.n === 1) drawGlyph(ctx, { ...glyphOf(data, symbol.row, look), halo: look.land });
  else {
    const shares = symbol.shares.map(([slot, count]) => [look.slots[slot], count]);
    drawDisc(ctx, { shares, total: symbol.n, r: symbol.r, look });
  }
  if (state) drawRing(ctx, symbol.r, look, state);
  ctx.restore();
}

/** With letters on symbols a glyph is larger, so that its actor's letter has room. */
function lettered({ row, dict, colour }, i, look) {
  if (!look.letters || colour !== 'actor') return {};
  const [actor] = dict.attackers[row.attackers[i]];
  return { r: 9, letter: dict.actor[actor]?.letter ?? '', font: `700 10px ${look.sans}` };
}

function glyphOf(data, i, look) {
  const { row, dict } = data;
  return {
    ...lettered(data, i, look),
    shape: data.shapes[row.kind[i]],
    ink: inkOf(dict.status[row.status[i]]),
    colour: look.slots[row.slot[i]],
    ground: look.surface,
  };
}
