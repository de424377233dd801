/* global L */
/** The page's beginning: `geomap.map(id)` makes the Leaflet map, `geomap.start()` builds everything around it. */

import { loadData } from './data.js';
import { loadGround } from './ground.js';
import { calm } from './theme.js';
import { Interface } from './interface.js';

const maps = [];

/** The map that folium's script names; layers of a user's own are added to it. */
function map(id) {
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
  });
  maps.push(made);
  return made;
}

async function start() {
  const [data, ground] = await Promise.all([loadData(), loadGround()]);
  const page = new Interface(data, ground, maps[0]);
  globalThis.geomap.page = page;
  await page.open();
  performance.mark('geomap:ready');
  document.documentElement.dataset.state = 'ready';
}

globalThis.geomap = { map, start };
