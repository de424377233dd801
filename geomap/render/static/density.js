/** Thousands of places in view are a grid of cells with counts, in one hue; places come on closer zoom. Pure but `draw`. */

import { screenX, screenY } from './project.js';
import { shortNumber } from './symbols.js';

export const MOST_PLACES = 5000; // in view; more are a grid
export const CELL = 34; // px; a count fits

/**
 * Cells of a grid that lies still in the world, as symbols: `{x, y, u, v, n, r, cell, sites}`.
 * @param points `{x, y, n, site}` in world px
 */
export function cells(points, world) {
  const found = new Map();
  for (const { x, y, n, site } of points) {
    const [column, line] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    const key = column * 1e7 + line;
    let cell = found.get(key);
    if (!cell) {
      const [middleX, middleY] = [(column + 0.5) * CELL, (line + 0.5) * CELL];
      const where = { x: middleX, y: middleY, u: middleX / world, v: middleY / world };
      found.set(key, (cell = { ...where, n: 0, r: CELL / 2, cell: true, sites: [], shares: [] }));
    }
    cell.n += n;
    cell.sites.push([site, n]);
  }
  const list = [...found.values()].sort((a, b) => b.n - a.n || a.x - b.x || a.y - b.y);
  const most = Math.log(1 + (list[0]?.n ?? 1));
  for (const cell of list) cell.share = Math.log(1 + cell.n) / most;
  return list;
}

/** One cell: the darker the more, its count inside. */
export function drawCell(ctx, view, cell, look, state) {
  const size = CELL - 1;
  const left = screenX(view, cell.u) - CELL / 2;
  const top = screenY(view, cell.v) - CELL / 2;
  if (left > view.width || top > view.height || left < -CELL || top < -CELL) return;
  ctx.globalAlpha = 0.1 + 0.5 * cell.share;
  ctx.fillStyle = look.accent;
  ctx.fillRect(left, top, size, size);
  ctx.globalAlpha = 1;
  if (state) {
    ctx.strokeStyle = look.ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(left, top, size, size);
  }
  ctx.font = `600 11px ${look.sans}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = look.surface;
  ctx.fillStyle = look.ink;
  const text = shortNumber(cell.n);
  ctx.strokeText(text, left + size / 2, top + size / 2);
  ctx.fillText(text, left + size / 2, top + size / 2);
}
