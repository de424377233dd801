/** What is on the map: counts by site, symbols, areas and what has no point. Pure: a mask in, plain objects out. */

import { MOST_PLACES, cells } from './density.js';
import { SHOWN } from './filter.js';
import { group } from './group.js';

const SLOTS = 9;
export const POINT = 0;
export const AREA = 1;
export const NOWHERE = 2;

/** For each site whether it is drawn as a point, as an area, or not at all. */
export function siteModes({ site }) {
  return Uint8Array.from(site.has, (has, i) => (has ? (site.is_area[i] ? AREA : POINT) : NOWHERE));
}

/** The first row of each site, and one more: rows lie in the order of their sites. */
export function siteRows({ row, rows, head }) {
  const first = new Uint32Array(head.sites + 1);
  for (let i = 0; i < rows; i++) first[row.site[i] + 1]++;
  for (let i = 0; i < head.sites; i++) first[i + 1] += first[i];
  return first;
}

/** Sites with shown incidents by mode. */
export function sitesOf(modes, count, mode) {
  const found = [];
  for (let i = 0; i < modes.length; i++) if (modes[i] === mode && count[i]) found.push(i);
  return found;
}

const ALL = 1500; // places that are grouped wherever they are; of more only those around the view

/**
 * Symbols at a zoom, in world px (u * world): groups that do not touch, or cells where there are too many places.
 * @param view what is in view, `{world, left, top, width, height}`
 */
export function symbols(data, modes, counts, view) {
  const { world } = view;
  const points = sitesOf(modes, counts.count, POINT).map((site) => ({
    site,
    x: data.site.u[site] * world,
    y: data.site.v[site] * world,
    n: counts.count[site],
  }));
  if (points.length > MOST_PLACES && points.filter((point) => within(view, point, 0)).length > MOST_PLACES)
    return cells(points, world);
  return group(points.length > ALL ? points.filter((point) => within(view, point, 1)) : points).map(
    (each) => ({
      ...each,
      u: each.x / world,
      v: each.y / world,
      shares: sharesOf(
        each.sites.map(([site]) => site),
        counts.bySlot,
      ),
    }),
  );
}

/** Whether a point lies in the view, or within so many views around it. */
const within = ({ left, top, width, height }, { x, y }, around) =>
  x >= left - around * width &&
  x <= left + (1 + around) * width &&
  y >= top - around * height &&
  y <= top + (1 + around) * height;

/** `[slot, count]` of some sites, the largest share first. */
export function sharesOf(sites, bySlot) {
  const sums = new Array(SLOTS).fill(0);
  for (const site of sites)
    for (let slot = 0; slot < SLOTS; slot++) sums[slot] += bySlot[site * SLOTS + slot];
  return sums
    .map((count, slot) => [slot, count])
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

/** Shown rows of some sites, from the earliest, those without a date last. */
export function rowsOfSites(data, firstRow, mask, sites) {
  const rows = [];
  for (const site of sites) {
    for (let i = firstRow[site]; i < firstRow[site + 1]; i++) if (mask[i] === SHOWN) rows.push(i);
  }
  const key = (i) => data.row.start[i] || Infinity;
  return rows.sort((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)));
}

/** Whether an incident has an arc: a launch place and a place that both have a point. */
export const hasArc = ({ row, dict, site }, i) =>
  dict.launch[row.launch[i]].length > 1 && site.has[row.site[i]] === 1;

/** Incidents with arcs, while they are few enough to be told apart. */
export function arcs(data, mask, most = 40) {
  const found = [];
  for (const i of data.launched) {
    if (mask[i] === SHOWN && hasArc(data, i)) found.push(i);
    if (found.length > most) return [];
  }
  return found;
}
