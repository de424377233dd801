/* global L */
/** The page's beginning: `geomap.map(id)` makes the Leaflet map, `geomap.start()` builds everything around it. The
 * bundle's global `geomap` holds what this module exports.
 */

import { showClassic } from './classic.js';
import { loadData } from './data.js';
import { loadGround } from './ground.js';
import { calm } from './theme.js';
import { Interface } from './interface.js';
import { frameOptions } from './notebook.js';

const maps = [];

/** The running interface, for the console and for tests. */
export let page = null;

/** The map that folium's script names; layers of a user's own are added to it. */
export function map(id) {
  const made = L.map(id, {
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    zoomSnap: 0,
    zoomDelta: 0.6,
    wheelPxPerZoomLevel: 110,
    minZoom: 1,
    maxZoom: 18,
    center: [30, 40],
    zoom: 4,
    zoomAnimation: !calm(),
    inertia: !calm(),
    bounceAtZoomLimits: false,
    ...frameOptions(),
  });
  maps.push(made);
  return made;
}

/** Folium's own layers on our ground, without the interface. */
export async function startClassic() {
  await showClassic(maps[0]);
  document.documentElement.dataset.state = 'ready';
}

export async function start() {
  const [data, ground] = await Promise.all([loadData(), loadGround()]);
  page = new Interface(data, ground, maps[0]);
  await page.open();
  performance.mark('geomap:ready');
  document.documentElement.dataset.state = 'ready';
}
