/** The unit square of Web Mercator (u to the east, v to the south) and the screen. */

/** How the unit square of the world lies on the screen: `x = u * size - left`. */
export function viewOf(map, scale = 1) {
  const zoom = map.getZoom();
  const size = map.getSize();
  const origin = map.getPixelBounds().min;
  return {
    zoom,
    scale,
    world: 256 * 2 ** zoom,
    left: origin.x,
    top: origin.y,
    width: size.x,
    height: size.y,
  };
}

const EQUATOR_KM = 40075.017;

/** Pixels of a km at a latitude, given as v of the unit square. */
export function pixelsPerKm(view, v) {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * v)));
  return view.world / (EQUATOR_KM * Math.cos(latitude));
}

export const screenX = (view, u) => u * view.world - view.left;
export const screenY = (view, v) => v * view.world - view.top;

/** Degrees of a point of the unit square. */
export function toLatLng(u, v) {
  return [(Math.atan(Math.sinh(Math.PI * (1 - 2 * v))) * 180) / Math.PI, u * 360 - 180];
}
