/** Places that would touch become one symbol; zoom separates them. Pure: points in px in, groups out. */

import { radiusOf } from './symbols.js';

const ROOM = 1; // px that stay free between two symbols
const EXACT = 400; // more groups than this are first joined in cells

/**
 * @param points `{x, y, n, site}` in px
 * @returns groups `{x, y, n, r, sites}`, the sites with most incidents first
 */
export function group(points) {
  let groups = points.map(({ x, y, n, site }) => ({ x, y, n, r: radiusOf(n), sites: [[site, n]] }));
  groups.sort(byCount);
  for (let cell = 8; groups.length > EXACT && cell < 256; cell *= 2) groups = joinCells(groups, cell);
  joinNearest(groups);
  for (const each of groups) each.sites.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return groups.sort(byCount);
}

const byCount = (a, b) => b.n - a.n || a.sites[0][0] - b.sites[0][0];

function joinCells(groups, cell) {
  const cells = new Map();
  for (const each of groups) {
    const key = `${Math.floor(each.x / cell)} ${Math.floor(each.y / cell)}`;
    if (cells.has(key)) absorb(cells.get(key), each);
    else cells.set(key, each);
  }
  return [...cells.values()];
}

/** Join the nearest two that touch, until none do. Each remembers its nearest, so a joining looks at few again. */
function joinNearest(groups) {
  const near = groups.map((_, i) => nearestOf(groups, i));
  for (;;) {
    let i = -1;
    near.forEach((each, at) => each && (i < 0 || each.free < near[i].free) && (i = at));
    if (i < 0) break;
    const { at: j } = near[i];
    absorb(groups[i], groups[j]);
    groups[j] = near[j] = null;
    near.forEach((each, k) => {
      if (!groups[k]) return;
      if (k === i || each?.at === i || each?.at === j) near[k] = nearestOf(groups, k);
      else near[k] = nearer(each, between(groups, k, i));
    });
  }
  let kept = 0;
  for (const each of groups) if (each) groups[kept++] = each;
  groups.length = kept;
}

const nearer = (a, b) => (b && (!a || b.free < a.free) ? b : a);

/** The nearest group that touches another: `{at, free}`, `free` px between them; null if none does. */
function nearestOf(groups, i) {
  let best = null;
  for (let j = 0; j < groups.length; j++)
    if (j !== i && groups[j]) best = nearer(best, between(groups, i, j));
  return best;
}

function between(groups, i, j) {
  const [a, b] = [groups[i], groups[j]];
  const reach = a.r + b.r + ROOM;
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  if (dx > reach || dx < -reach || dy > reach || dy < -reach) return null;
  const free = Math.hypot(dx, dy) - a.r - b.r;
  return free < ROOM ? { at: j, free } : null;
}

/** Into the middle of both, by weight. */
function absorb(into, other) {
  const n = into.n + other.n;
  into.x = (into.x * into.n + other.x * other.n) / n;
  into.y = (into.y * into.n + other.y * other.n) / n;
  into.n = n;
  into.r = radiusOf(n);
  into.sites.push(...other.sites);
}
