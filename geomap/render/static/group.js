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

/** Join the nearest two that touch, until none do. */
function joinNearest(groups) {
  for (;;) {
    let best = null;
    let least = ROOM;
    for (let i = 0; i < groups.length; i++) {
      for (let j = i + 1; j < groups.length; j++) {
        const a = groups[i];
        const b = groups[j];
        const reach = a.r + b.r + least;
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        if (dx > reach || dx < -reach || dy > reach || dy < -reach) continue;
        const free = Math.hypot(dx, dy) - a.r - b.r;
        if (free < least) {
          least = free;
          best = [i, j];
        }
      }
    }
    if (!best) return;
    const [i, j] = best;
    absorb(groups[i], groups[j]);
    groups.splice(j, 1);
  }
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
