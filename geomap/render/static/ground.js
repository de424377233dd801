/** The basemap: land, borders, divisions, as paths of one Mercator grid. */

import { unpackJson } from './codec.js';

/** Path2D objects and labels from the page's block, once. */
export async function loadGround() {
  const block = await unpackJson(document.getElementById('geomap-basemap').textContent);
  const paths = mapValues(block.paths, (d) => new Path2D(d));
  return { ...block, paths, areas: mapValues(block.areas, (d) => new Path2D(d)), outlines: block.areas };
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([k, v]) => [k, change(v)]));

/** Draw the ground; line widths are the same at any zoom. */
export function drawGround(ctx, view, ground, look) {
  ctx.fillStyle = look.water;
  ctx.fillRect(0, 0, view.width, view.height);
  const scale = view.world / ground.unit;
  ctx.save();
  for (const shift of worldCopies(view)) {
    ctx.setTransform(
      scale * view.scale, 0, 0, scale * view.scale,
      (shift * view.world - view.left) * view.scale, -view.top * view.scale,
    ); // prettier-ignore
    drawPaths(ctx, ground.paths, look, scale);
  }
  ctx.restore();
}

function drawPaths(ctx, paths, look, scale) {
  const line = (path, colour, width, dash = []) => {
    if (!path) return;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width / scale;
    ctx.setLineDash(dash.map((length) => length / scale));
    ctx.stroke(path);
  };
  ctx.lineJoin = 'round';
  const fills = { far: look.land2, frame: look.water, land2: look.land2, land: look.land };
  for (const [name, colour] of Object.entries(fills)) {
    if (!paths[name]) continue;
    ctx.fillStyle = colour;
    ctx.fill(paths[name]);
  }
  line(paths.coast, look.coast, 0.8);
  line(paths.adm2, look.adm2, 0.6);
  line(paths.adm, look.adm, 0.9);
  line(paths.border, look.border, 1.1);
  line(paths.disputed, look.border, 1.1, [4, 3]);
}

/** Whole worlds to the left and right that are in view. */
function worldCopies(view) {
  const first = Math.floor(view.left / view.world);
  const last = Math.floor((view.left + view.width) / view.world);
  return Array.from({ length: Math.min(last - first + 1, 5) }, (_, i) => first + i);
}

/** A path of the ground in screen px. */
export function onScreen(path, view, ground) {
  const scale = view.world / ground.unit;
  const moved = new Path2D();
  moved.addPath(path, new DOMMatrix([scale, 0, 0, scale, -view.left, -view.top]));
  return moved;
}
