/** The page's address in step with its view: written when the view changes, followed when the reader goes back. */

import { fromHash, toHash } from './hash.js';

const HINT = '~'; // stands in no id of ours
const LATER = 250; // ms: a dragged window is written once

export class Address {
  constructor(app) {
    this.app = app;
    // A frame of a notebook has no address of its own.
    this.absent = globalThis.location.href === 'about:srcdoc';
    this.moved = false; // whether the reader has moved the map
    this.ids = new Map(); // of rows, as far as they have been read
  }

  /** What the address asks for. */
  asked() {
    const { page } = this.app.data;
    const here = this.absent ? '' : location.hash;
    return fromHash(here || (page.hash ?? ''), page);
  }

  listen() {
    if (!this.absent) addEventListener('hashchange', () => this.follow());
  }

  /** Row and site of the names in an address; null where there are none such. */
  async find({ sel, place }) {
    const site = place ? this.app.data.dict.place.findIndex(([id]) => id === place) : -1;
    return { sel: sel ? await this.rowOf(sel) : null, place: site < 0 ? null : site };
  }

  /**
   * The row of an incident's name: its id, and in a large store `~` and its row, which is looked at first. A page without
   * texts has no ids, and only the row.
   */
  async rowOf(name) {
    const { texts, rows } = this.app.data;
    const [id, hint] = name.split(HINT);
    const row = /^\d+$/.test(hint ?? '') && Number(hint) < rows ? Number(hint) : null;
    if (!id) return row;
    if (row !== null && (await texts.of(row))?.id === id) return this.known(row, id);
    for (let at = 0; texts.here && at * texts.size < rows; at++) {
      const found = (await texts.block(at))?.findIndex((record) => record.id === id) ?? -1;
      if (found >= 0) return this.known(at * texts.size + found, id);
    }
    return null;
  }

  known(row, id) {
    this.ids.set(row, id);
    return row;
  }

  nameOf(row) {
    const id = this.ids.get(row) ?? '';
    const { texts, rows } = this.app.data;
    return id && rows <= texts.size ? id : `${id}${HINT}${row}`;
  }

  later() {
    if (this.absent) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.set(), LATER);
  }

  /** Write what waits to be written, so that opening a card is a step back of its own. */
  flush() {
    if (this.timer && this.app.state.sel === null) this.set();
  }

  async set() {
    clearTimeout(this.timer);
    this.timer = 0;
    const { sel } = this.app.state;
    if (sel !== null && !this.ids.has(sel)) this.ids.set(sel, (await this.app.data.texts.of(sel))?.id ?? '');
    const hash = this.hashOf(this.app.state, this.position());
    if (hash === location.hash.slice(1)) return;
    this.own = hash;
    // A new selection is a step back; a moved map or a dragged window is not.
    const step = this.selected !== sel;
    this.selected = sel;
    try {
      history[step ? 'pushState' : 'replaceState'](null, '', hash ? `#${hash}` : location.href.split('#')[0]);
    } catch {
      this.absent = true;
    }
  }

  async follow() {
    if (location.hash.slice(1) === this.own) return;
    this.own = location.hash.slice(1); // else a step forward, back to what was written here, would be taken for it
    const { app } = this;
    const asked = this.asked();
    const found = await this.find(asked);
    this.selected = found.sel;
    if (asked.position) this.go(asked.position);
    const patch = { ...asked.patch, ...found };
    if (patch.lang === app.state.lang) delete patch.lang;
    app.update(patch);
    if (app.state.q) app.search(app.state.q);
  }

  go({ lat, lon, zoom }) {
    this.app.leaflet.setView([lat, lon], zoom, { animate: false });
  }

  /** A link to one incident, in the view that holds. */
  linkTo(row, record) {
    this.ids.set(row, record.id ?? '');
    return `${location.href.split('#')[0]}#${this.hashOf({ ...this.app.state, sel: row }, '')}`;
  }

  hashOf(state, position) {
    const { data } = this.app;
    const names = { row: (row) => this.nameOf(row), site: (site) => data.dict.place[site][0] };
    return toHash(state, { page: data.page, names, position });
  }

  position() {
    if (!this.moved) return '';
    const { leaflet } = this.app;
    const { lat, lng } = leaflet.getCenter();
    return `${lat.toFixed(3)},${lng.toFixed(3)},${leaflet.getZoom().toFixed(2)}`;
  }
}
