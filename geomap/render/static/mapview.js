/* global L */
/** The map: Leaflet for projection, panes and gestures; two canvases; what is on them and under the pointer. */

import { drawCell } from './density.js';
import { areaPath, drawArc, drawArea, drawDoubt, drawGhosts, drawSymbol, doubtOf } from './draw.js';
import { drawGround } from './ground.js';
import { canvasLayer } from './layer.js';
import { drawLabels } from './maplabels.js';
import { screenX, screenY, toLatLng, viewOf } from './project.js';
import * as scenery from './scene.js';
import { radiusOf } from './symbols.js';
import { calm, tokens } from './theme.js';
import { onTwoFingerTap } from './twofinger.js';

const HIT = 16; // px around a symbol that belong to it
const MANY = 1500; // places of which only those around the view are symbols, so a moved view has others
const GLIDE = 0.3; // s
const TILE = 256; // px of the world at zoom 0
const CLOSEST = 10; // zoom up to which places are told apart

export class MapView {
  constructor(app, map, ground) {
    Object.assign(this, { app, map, ground });
    this.look = tokens(app.state.letters);
    this.modes = scenery.siteModes(app.data);
    this.firstRow = scenery.siteRows(app.data);
    this.hovered = null;
    this.symbols = [];
    this.listeners = { drawn: [] };
    this.base = canvasLayer('geomap-ground', 150, (ctx, view) => drawGround(ctx, view, ground, this.look));
    this.top = canvasLayer('geomap-incidents', 450, (ctx, view) => this.draw(ctx, view));
    map.on('click', (event) => this.click(event.containerPoint));
    map.on('mousemove', (event) => this.hover(event.containerPoint));
    map.on('mouseout', () => this.hoverRow(null, null));
    onTwoFingerTap(map.getContainer(), ({ x, y }) =>
      map.setZoomAround(L.point(x, y), map.getZoom() - 1, { animate: !calm() }),
    );
  }

  /** Draw from now on: what is shown has been counted. */
  start() {
    this.map.on('zoomend', () => this.regroup());
    this.map.on('moveend', () => this.points.length > MANY && !this.isGrouped() && this.regroup());
    this.base.addTo(this.map);
    this.top.addTo(this.map);
  }

  /** After a filter: count anew, and draw. */
  recount() {
    const { data, result } = this.app;
    this.counts = result.sites;
    this.areas = scenery.sitesOf(this.modes, this.counts.count, scenery.AREA);
    this.points = scenery.sitesOf(this.modes, this.counts.count, scenery.POINT);
    this.arcs = scenery.arcs(data, result.mask);
    this.ghosts = [];
    for (let i = 0; i < this.modes.length && this.ghosts.length < 500; i++) {
      if (this.modes[i] === scenery.POINT && !this.counts.count[i]) this.ghosts.push(i);
    }
    this.regroup();
  }

  /** After a filter or a zoom: which places are one symbol. */
  regroup() {
    const view = viewOf(this.map);
    this.grouped = view;
    this.symbols = scenery.symbols(this.app.data, this.modes, this.counts, view);
    this.dense = Boolean(this.symbols[0]?.cell);
    for (const each of this.symbols) if (each.n === 1) [each.row] = this.rowsAt(each);
    if (this.key !== this.placeKey()) {
      this.key = this.placeKey();
      this.app.parts.list?.update();
    }
    this.redraw();
  }

  /** Whether the places of this view are symbols already: those of a view's breadth around the last one are. */
  isGrouped() {
    const [now, then] = [viewOf(this.map), this.grouped];
    if (this.dense || now.zoom !== then.zoom) return false;
    const near = (from, size) => Math.abs(now[from] - then[from]) <= then[size] / 2;
    const larger = now.width > 1.5 * then.width || now.height > 1.5 * then.height;
    return near('left', 'width') && near('top', 'height') && !larger;
  }

  /** What the selected place stands for at this zoom: another list if it changes. */
  placeKey() {
    const { place } = this.app.state;
    return place === null
      ? ''
      : (this.symbolOf(place)
          ?.sites.map(([site]) => site)
          .join(' ') ?? 'alone');
  }

  redraw() {
    this.top.redraw();
  }

  restyle() {
    this.look = tokens(this.app.state.letters);
    this.base.redraw();
    this.redraw();
  }

  rowsAt(symbol) {
    const { data, result } = this.app;
    return scenery.rowsOfSites(
      data,
      this.firstRow,
      result.mask,
      symbol.sites.map(([site]) => site),
    );
  }

  /** The site that is selected, by itself or through its incident. */
  selectedSite() {
    const { state, data } = this.app;
    if (state.place !== null) return state.place;
    return state.sel === null ? null : data.row.site[state.sel];
  }

  /** The symbol that a site is part of; null if it has none. */
  symbolOf(site) {
    return site === null
      ? null
      : (this.symbols.find(({ sites }) => sites.some(([each]) => each === site)) ?? null);
  }

  draw(ctx, view) {
    const began = performance.now();
    const { data } = this.app;
    const site = this.selectedSite();
    const chosen = this.symbolOf(site);
    this.view = view;
    this.boxes = this.app.obstacles();
    if (this.app.state.ghosts) drawGhosts(ctx, view, data, this.ghosts, this.look);
    this.shapes = this.areas.map((area) => this.drawArea(ctx, view, area, area === site));
    for (const point of this.dense ? [] : this.points) {
      drawDoubt(ctx, view, data, point, this.colourOf([point]), point === site);
    }
    for (const row of this.shownArcs()) this.drawArc(ctx, view, row);
    this.label(ctx, view, chosen);
    for (const each of this.symbols) {
      const state = each === chosen ? 'selected' : each === this.hovered ? 'hover' : null;
      if (each.cell) drawCell(ctx, view, each, this.look, state);
      else drawSymbol(ctx, view, data, each, this.look, state);
    }
    for (const listener of this.listeners.drawn) listener(view, chosen);
    performance.measure('geomap:frame', { start: began, end: performance.now() });
  }

  /** All arcs while they are few; always those of the selected and the hovered incident. */
  shownArcs() {
    const one = [this.app.state.sel, this.hovered?.row].filter(
      (row) => typeof row === 'number' && scenery.hasArc(this.app.data, row),
    );
    return new Set([...this.arcs, ...one]);
  }

  colourOf(sites) {
    const shares = scenery.sharesOf(sites, this.counts.bySlot);
    return this.look.slots[shares.length === 1 ? shares[0][0] : 0];
  }

  drawArea(ctx, view, site, selected) {
    const area = areaPath(view, this.app.data, this.ground, site);
    drawArea(ctx, view, area, this.colourOf([site]), selected || this.hovered === site);
    return { site, ...area };
  }

  drawArc(ctx, view, row) {
    const { data } = this.app;
    const site = data.row.site[row];
    const isArea = this.modes[site] === scenery.AREA;
    const symbol = this.symbolOf(site);
    const target = symbol ?? { u: data.site.u[site], v: data.site.v[site] };
    const end = isArea ? doubtOf(data, view, site) || 12 : (symbol?.r ?? 7) + 5;
    drawArc(ctx, view, data, row, { colour: this.look.slots[data.row.slot[row]], target, end, isArea });
  }

  label(ctx, view, chosen) {
    const { data, say, words } = this.app;
    const areas = this.shapes.map(({ site, r }) => ({
      site,
      r,
      u: data.site.u[site],
      v: data.site.v[site],
      count: this.counts.count[site],
    }));
    drawLabels(ctx, view, {
      symbols: this.dense ? [] : this.symbols,
      areas,
      ground: this.ground,
      words,
      say,
      look: this.look,
      obstacles: this.boxes,
      focus: this.focus,
      selected: (symbol) => symbol === chosen,
    });
  }

  /** Countries that incidents are in. */
  get focus() {
    const { data } = this.app;
    return (this.focusCountries ??= new Set(data.dict.country));
  }

  /** The symbol, or the area, under a point of the map. */
  at({ x, y }) {
    let best = null;
    let least = Infinity;
    for (const each of this.symbols) {
      const away = Math.hypot(screenX(this.view, each.u) - x, screenY(this.view, each.v) - y);
      if (away <= Math.max(each.r + 3, HIT) && away - each.r < least) {
        least = away - each.r;
        best = each;
      }
    }
    if (best) return best;
    const ctx = this.top.canvas.getContext('2d');
    const { scale } = this.view;
    return this.shapes.find(({ path }) => ctx.isPointInPath(path, x * scale, y * scale))?.site ?? null;
  }

  click(point) {
    const found = this.at(point);
    if (found === null) this.app.unselect();
    else this.open(found);
  }

  /** Open what was clicked: one incident its card, several their fan. */
  open(found) {
    if (typeof found === 'number') {
      if (this.counts.count[found] === 1) this.app.select(this.rowsAt({ sites: [[found]] })[0]);
      else this.app.update({ sel: null, place: found });
    } else if (found.cell) this.zoomInto(found);
    else if (found.n === 1) this.app.select(found.row);
    else this.app.update({ sel: null, place: found.sites[0][0] });
  }

  /** A cell opens into its places. */
  zoomInto({ u, v }) {
    this.map.setView(toLatLng(u, v), Math.min(this.map.getZoom() + 2.5, this.map.getMaxZoom()), {
      animate: !calm(),
    });
  }

  hover(point) {
    const found = this.at(point);
    const row = found && typeof found === 'object' && found.n === 1 ? found.row : null;
    this.map.getContainer().classList.toggle('over-symbol', found !== null);
    this.hoverRow(row, found);
  }

  hoverRow(row, found) {
    if (found === this.hovered) return;
    this.hovered = found;
    if (row !== null) this.app.data.texts.of(row); // likely to be opened
    this.app.lightRow(row);
    this.redraw();
  }

  /** Light the symbol of a row that the pointer is on in the list. */
  light(row) {
    this.hovered = row === null ? null : this.symbolOf(this.app.data.row.site[row]);
    this.redraw();
  }

  /** The first view: where nearly all incidents are. */
  home() {
    const [west, north, east, south] = this.ground.box.map((step) => step / this.ground.unit);
    this.map.fitBounds(boundsOf(west, north, east, south), { padding: [20, 20], animate: false });
  }

  /** Show everything that is shown. */
  fit() {
    const { u, v } = this.app.data.site;
    const sites = [...this.points, ...this.areas];
    if (!sites.length) return this.home();
    const [us, vs] = [sites.map((site) => u[site]), sites.map((site) => v[site])];
    const box = [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)];
    this.map.fitBounds(boundsOf(...box), { padding: [60, 60], maxZoom: 9, animate: false });
    return undefined;
  }

  /** Incidents that are shown but lie outside the view. */
  outside(view) {
    let count = 0;
    for (const site of [...this.points, ...this.areas]) {
      const x = screenX(view, this.app.data.site.u[site]);
      const y = screenY(view, this.app.data.site.v[site]);
      if (x < 0 || y < 0 || x > view.width || y > view.height) count += this.counts.count[site];
    }
    return count;
  }

  zoomBy(steps) {
    this.map.setZoom(this.map.getZoom() + steps, { animate: !calm() });
  }

  pan(x, y) {
    this.map.panBy([x, y], { animate: false });
  }

  /** The zoom at which a place leaves the symbol that it shares, but for those right beside it; 0 where none does. */
  zoomApart(site) {
    const { u, v } = this.app.data.site;
    const r = (each) => radiusOf(this.counts.count[each]);
    const zooms = (this.symbolOf(site)?.sites ?? [])
      .map(([other]) => [Math.hypot(u[other] - u[site], v[other] - v[site]), r(other) + r(site) + 2])
      .filter(([away]) => away > 0)
      .map(([away, room]) => Math.ceil(2 * Math.log2(room / (away * TILE))) / 2);
    const most = Math.min(CLOSEST, this.map.getMaxZoom());
    return Math.max(0, ...zooms.filter((zoom) => zoom <= most));
  }

  /** Bring a row's place into view if it is outside, in a symbol with others, or hidden under the sheet. */
  reveal(row, centre = false) {
    const { data } = this.app;
    const site = data.row.site[row];
    if (!data.site.has[site]) return;
    const at = toLatLng(data.site.u[site], data.site.v[site]);
    const apart = this.zoomApart(site);
    if (apart > this.map.getZoom()) {
      this.map.setView(at, apart, { animate: !calm() });
      return;
    }
    const point = this.map.latLngToContainerPoint(at);
    const { x, y } = this.map.getSize();
    const inside = point.x > 40 && point.y > 40 && point.x < x - 40 && point.y < y - 40;
    if (centre || !inside) this.map.panTo(at, { animate: !calm(), duration: GLIDE });
  }
}

function boundsOf(west, north, east, south) {
  return L.latLngBounds(toLatLng(west, south), toLatLng(east, north));
}
