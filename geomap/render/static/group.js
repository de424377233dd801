/** Places that would touch become one symbol; zoom separates them. Pure: points in px in, groups out. */

import { radiusOf } from './symbols.js';

const ROOM = 1; // px that stay free between two symbols
const EXACT = 1500; // more groups than this are first joined in cells

/**
 * @param points `{x, y, n, site}` in px
 * @returns groups `{x, y, n, r, sites}`, the sites with most incidents first
 */
export function group(points) {
  let groups = points.map(({ x, y, n, site }) => ({ x, y, n, r: radiusOf(n), sites: [[site, n]] }));
  groups.sort(byCount);
  for (let cell = 4; groups.length > EXACT && cell < 64; cell *= 2) groups = joinCells(groups, cell);
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
  const near = nearby(groups);
  const nearest = groups.map((_, i) => nearestOf(groups, near, i));
  for (;;) {
    let i = -1;
    for (let k = 0; k < nearest.length; k++)
      if (nearest[k] && (i < 0 || nearest[k].free < nearest[i].free)) i = k;
    if (i < 0) break;
    const { at: j } = nearest[i];
    const again = new Set([...near.of(groups[i]), ...near.of(groups[j])]);
    near.remove(groups[i], i);
    near.remove(groups[j], j);
    absorb(groups[i], groups[j]);
    groups[j] = nearest[j] = null;
    near.add(groups[i], i);
    for (const k of near.of(groups[i])) again.add(k);
    for (const k of again) if (groups[k]) nearest[k] = nearestOf(groups, near, k);
  }
  let kept = 0;
  for (const each of groups) if (each) groups[kept++] = each;
  groups.length = kept;
}

const REACH = 2 * radiusOf(Infinity) + ROOM; // no two farther apart touch

/** Which groups lie in the squares around one. */
function nearby(groups) {
  const squares = new Map();
  const key = (x, y) => x * 1e7 + y;
  const square = ({ x, y }) => [Math.floor(x / REACH), Math.floor(y / REACH)];
  const add = (group, i) => {
    const at = key(...square(group));
    if (!squares.has(at)) squares.set(at, new Set());
    squares.get(at).add(i);
  };
  const remove = (group, i) => squares.get(key(...square(group)))?.delete(i);
  const of = (group) => {
    const [x, y] = square(group);
    const found = [];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) found.push(...(squares.get(key(x + dx, y + dy)) ?? []));
    return found;
  };
  groups.forEach(add);
  return { add, remove, of };
}

/** The nearest group that touches another: `{at, free}`, `free` px between them; null if none does. */
function nearestOf(groups, near, i) {
  let best = null;
  for (const j of near.of(groups[i])) {
    const found = j === i || !groups[j] ? null : between(groups, i, j);
    if (found && (!best || found.free < best.free || (found.free === best.free && j < best.at))) best = found;
  }
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
