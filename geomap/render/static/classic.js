/** The page of `layers="classic"`: our ground under folium's own layers, and nothing else. */

import { loadGround, drawGround } from './ground.js';
import { canvasLayer } from './layer.js';
import { toLatLng } from './project.js';
import { tokens } from './theme.js';

/* global L */

export async function showClassic(map) {
  const ground = await loadGround();
  document.querySelector('#geomap-still')?.remove();
  document.documentElement.dataset.theme = 'light'; // folium's layers have colours of their own
  document.documentElement.dataset.layers = 'classic';
  const look = tokens();
  const [west, north, east, south] = ground.box.map((step) => step / ground.unit);
  map.invalidateSize({ animate: false });
  map.fitBounds(L.latLngBounds(toLatLng(west, south), toLatLng(east, north)), { animate: false });
  canvasLayer('geomap-ground', 150, (ctx, view) => drawGround(ctx, view, ground, look)).addTo(map);
  L.control.zoom({ position: 'topleft' }).addTo(map);
  L.control.attribution({ prefix: false }).addAttribution('Natural Earth').addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
}
