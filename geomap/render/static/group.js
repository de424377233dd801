/** Places that would touch become one symbol; zoom separates them. Pure: points in px in, groups out. */

import { radiusOf } from './symbols.js';

const ROOM = 1; // px that stay free between two symbols
// More groups than this are first joined in cells: in small ones any two touch, in larger ones only where there is a crowd.
const CELLS = [
  { size: 8, above: 300 },
  { size: 14, above: 300 },
  { size: 28, above: 1000 },
  { size: 40, above: 1000 },
];

/**
 * @param points `{x, y, n, site}` in px
 * @returns groups `{x, y, n, r, sites}`, the sites with most incidents first
 */
export function group(points) {
  let groups = points.map(({ x, y, n, site }) => ({ x, y, n, r: radiusOf(n), sites: [[site, n]] }));
  groups.sort(byCount);
  for (const { size, above } of CELLS) if (groups.length > above) groups = joinCells(groups, size);
  joinNearest(groups);
  for (const each of groups) each.sites.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return groups.sort(byCount);
}

const byCount = (a, b) => b.n - a.n || a.sites[0][0] - b.sites[0][0];

function joinCells(groups, cell) {
  const cells = new Map();
  for (const each of groups) {
    const key = Math.floor(each.x / cell) * WIDE + Math.floor(each.y / cell);
    const there = cells.get(key);
    if (there) absorb(there, each);
    else cells.set(key, each);
  }
  return [...cells.values()];
}

/** Join the nearest two that touch, until none do. Each remembers its nearest, so a joining looks at few again. */
function joinNearest(groups) {
  const near = nearby(groups);
  const nearest = { at: new Int32Array(groups.length), free: new Float64Array(groups.length) };
  const find = (i) => {
    nearest.free[i] = Infinity;
    near.around([near.square(groups[i])], (j) => compare(groups, nearest, i, j));
  };
  groups.forEach((_, i) => find(i));
  for (;;) {
    let i = 0;
    for (let k = 1; k < groups.length; k++) if (nearest.free[k] < nearest.free[i]) i = k;
    if (!groups.length || nearest.free[i] === Infinity) break;
    const j = nearest.at[i];
    const squares = new Set([near.square(groups[i]), near.square(groups[j])]);
    near.remove(groups[i], i);
    near.remove(groups[j], j);
    absorb(groups[i], groups[j]);
    groups[j] = null;
    nearest.free[j] = Infinity;
    near.add(groups[i], i);
    squares.add(near.square(groups[i]));
    near.around(squares, (k) => {
      const lost = k === i || (nearest.free[k] < Infinity && (nearest.at[k] === i || nearest.at[k] === j));
      if (lost) find(k);
      else compare(groups, nearest, k, i);
    });
  }
  let kept = 0;
  for (const each of groups) if (each) groups[kept++] = each;
  groups.length = kept;
}

/** Remember j as the nearest of i if it touches i and none is nearer. */
function compare(groups, nearest, i, j) {
  if (i === j) return;
  const [a, b] = [groups[i], groups[j]];
  const reach = a.r + b.r + ROOM;
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  if (dx > reach || dx < -reach || dy > reach || dy < -reach) return;
  const free = Math.sqrt(dx * dx + dy * dy) - a.r - b.r;
  if (free >= ROOM || free > nearest.free[i] || (free === nearest.free[i] && j > nearest.at[i])) return;
  nearest.free[i] = free;
  nearest.at[i] = j;
}

const REACH = 2 * radiusOf(Infinity) + ROOM; // no two farther apart touch

const WIDE = 2 ** 26; // squares from west to east, at least

/** Which groups lie in the squares around one. */
function nearby(groups) {
  const squares = new Map();
  const square = ({ x, y }) => Math.floor(x / REACH) + Math.floor(y / REACH) * WIDE;
  const add = (group, i) => {
    const at = square(group);
    if (squares.has(at)) squares.get(at).push(i);
    else squares.set(at, [i]);
  };
  const remove = (group, i) => {
    const members = squares.get(square(group));
    members.splice(members.indexOf(i), 1);
  };
  const around = (centres, visit) => {
    const wanted = new Set();
    for (const at of centres)
      for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) wanted.add(at + dx + dy * WIDE);
    for (const at of wanted) {
      const members = squares.get(at);
      if (members) for (let m = 0; m < members.length; m++) visit(members[m]);
    }
  };
  groups.forEach(add);
  return { square, add, remove, around };
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
