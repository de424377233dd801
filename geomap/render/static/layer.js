/* global L */
/** A Leaflet layer that is one canvas, as large as the map, drawn anew whenever the map has moved. */

import { nextFrame } from './dom.js';
import { viewOf } from './project.js';

export function canvasLayer(paneName, zIndex, draw) {
  return new Layer(paneName, zIndex, draw);
}

const Layer = L.Layer.extend({
  initialize(paneName, zIndex, draw) {
    this.paneName = paneName;
    this.zIndex = zIndex;
    this.paint = draw;
    this.redraw = nextFrame(() => this.drawNow());
  },

  onAdd(map) {
    const pane = map.getPane(this.paneName) ?? map.createPane(this.paneName);
    pane.style.zIndex = this.zIndex;
    pane.style.pointerEvents = 'none';
    const animated = map.options.zoomAnimation && L.Browser.any3d;
    this.canvas = L.DomUtil.create(
      'canvas',
      `geomap-canvas leaflet-zoom-${animated ? 'animated' : 'hide'}`,
      pane,
    );
    this.canvas.setAttribute('aria-hidden', 'true');
    this.drawNow();
  },

  onRemove() {
    this.canvas.remove();
  },

  getEvents() {
    return {
      move: this.redraw,
      zoomend: this.drawNow,
      viewreset: this.drawNow,
      resize: this.drawNow,
      zoomanim: this.glide,
    };
  },

  /** Draw at once, with the canvas laid over the whole map. */
  drawNow() {
    const map = this._map;
    if (!map || map._animatingZoom) return;
    this.redraw.done();
    const size = map.getSize();
    const scale = Math.min(globalThis.devicePixelRatio || 1, 3);
    const { canvas } = this;
    if (canvas.width !== Math.round(size.x * scale) || canvas.height !== Math.round(size.y * scale)) {
      canvas.width = Math.round(size.x * scale);
      canvas.height = Math.round(size.y * scale);
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    this.corner = map.containerPointToLatLng([0, 0]);
    this.zoom = map.getZoom();
    const ctx = canvas.getContext('2d');
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    ctx.clearRect(0, 0, size.x, size.y);
    this.paint(ctx, viewOf(map, scale));
  },

  /** Let the last picture grow or shrink with Leaflet's zoom animation. */
  glide(event) {
    const scale = this._map.getZoomScale(event.zoom, this.zoom);
    const at = this._map._latLngToNewLayerPoint(this.corner, event.zoom, event.center);
    L.DomUtil.setTransform(this.canvas, at, scale);
  },
});
