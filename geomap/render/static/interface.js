/** The interface: builds the parts, tells them what changed, keeps the address in step. */

import { Address } from './address.js';
import { App } from './app.js';
import { Bar } from './bar.js';
import { SymbolButtons } from './buttons.js';
import { Card } from './card.js';
import { Drawer } from './drawer.js';
import { Fan } from './fan.js';
import { Keyboard } from './keyboard.js';
import { List } from './list.js';
import { MapView } from './mapview.js';
import { sharePage } from './notebook.js';
import { Play } from './play.js';
import { printPage } from './print.js';
import { pixelsPerKm, viewOf } from './project.js';
import { Rail } from './rail.js';
import { Sheet } from './sheet.js';
import { buildShell } from './shell.js';
import { Stream } from './stream.js';
import { Table } from './table.js';
import { PHONE, applyTheme, matches, onSystemTheme } from './theme.js';
import { tileSwitch } from './tiles.js';
import { Timeline } from './timeline.js';
import { Tray } from './tray.js';

const TYPING = 120; // ms
const BROWSER_BAR = 70; // px
const STREAMED = new Set(['from', 'to', 'only']); // what play and drag change
const SCALES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

export class Interface extends App {
  constructor(data, ground, leaflet) {
    super(data, ground);
    this.leaflet = leaflet;
    this.play = new Play(this);
    this.address = new Address(this);
    this.slower = new Stream(() => this.showLists());
    onSystemTheme(() => this.state.theme || this.restyle());
  }

  /** Build everything for the view that the address asks for. */
  async open() {
    const asked = this.address.asked();
    Object.assign(this.state, asked.patch);
    applyTheme(this.state.theme);
    document.documentElement.dataset.colour = this.state.colour;
    this.recolour();
    this.speak();
    Object.assign(this.state, await this.address.find(asked));
    this.filter();
    this.build();
    this.place(asked.position);
    this.keyboard = new Keyboard(this);
    this.leaflet.on('moveend', () => this.wasMoved());
    this.address.listen();
    printPage(this);
    if (this.state.q) this.search(this.state.q);
  }

  /** The first picture. What lies around the map comes first, so that the page is laid out once when its size is asked. */
  place(position) {
    this.settled = false;
    this.showLists();
    this.showView();
    this.leaflet.invalidateSize({ animate: false });
    this.size = this.leaflet.getSize();
    this.address.moved = Boolean(position);
    if (position) this.address.go(position);
    else this.parts.view.home();
    this.showCounts();
    this.showSelected();
    this.parts.view.start();
    this.parts.trayView.choose(viewOf(this.leaflet));
    this.settled = true;
  }

  /** Frame and parts in the language that holds; the map itself stays. */
  build() {
    const { say } = this;
    document.documentElement.lang = say.lang;
    document.documentElement.dir = say.rtl ? 'rtl' : 'ltr';
    const headings = this.headings();
    document.title = headings.title;
    const element = this.leaflet.getContainer();
    const view = this.parts.view ?? new MapView(this, this.leaflet, this.ground);
    const parts = buildShell(this, element, headings);
    this.parts = { ...parts, view, leaflet: this.leaflet };
    document.querySelector('#geomap-still')?.remove();
    document.querySelector('.geomap')?.remove();
    document.body.prepend(parts.root);
    this.fill(parts, view);
    this.listen(parts);
    sharePage(this.leaflet, this.say, parts.foot);
    this.tiles = tileSwitch(this, parts.foot);
  }

  fill(parts, view) {
    const rail = new Rail(this, parts.rail);
    const timeline = new Timeline(this, parts.time);
    Object.assign(this.parts, {
      rail,
      railElement: parts.rail,
      timeline,
      barView: new Bar(this, parts.bar, parts.empty, parts.chosen),
      list: new List(this, parts.side),
      card: new Card(this, parts.side),
      tableView: new Table(this, parts.table),
      trayView: new Tray(this, view, parts.tray),
      drawer: new Drawer(parts, rail.closeButton, rail.done),
      sheetView: new Sheet(this, parts.app, timeline.grab),
    });
    const fan = new Fan(this, view, parts.fan);
    const buttons = new SymbolButtons(this, view, parts.symbols);
    view.listeners.drawn = [
      (v, symbol) => fan.place(v, symbol),
      (v) => buttons.place(v),
      (v) => this.showScale(v),
      (v) => this.showOutside(v),
      () => (this.parts.dense.hidden = !view.dense),
    ];
  }

  headings() {
    const { page, head } = this.data;
    const { say, data } = this;
    const first = data.firstDay;
    const month = { month: 'short', year: 'numeric' };
    const period = first === null ? '' : say.range(first, data.lastDay, month);
    const articles = say.plural('articles', head.read || head.articles);
    const made = say.t('provenance', { articles, period });
    return {
      title: page.titled ? page.title : say.t('defaultTitle'),
      subtitle: page.subtitle || made,
      coarsened: this.coarsened(),
    };
  }

  /** How coarse the places of a published store are; empty where they are as the articles give them. */
  coarsened() {
    const { coarsened } = this.data.head;
    if (!coarsened) return '';
    const { say } = this;
    const km = /^([\d.]+) km$/.exec(coarsened);
    return km ? say.t('coarsened.km', { n: say.number(Number(km[1])) }) : say.t(`coarsened.${coarsened}`);
  }

  listen(parts) {
    const { view } = this.parts;
    let typing;
    parts.query.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => this.search(parts.query.value), TYPING);
    });
    parts.query.addEventListener('blur', () => parts.header.classList.remove('searching'));
    parts.openSearch.addEventListener('click', () => this.openSearch());
    parts.language.addEventListener('click', () => this.update({ lang: this.say.rtl ? 'en' : 'ar' }));
    parts.theme.addEventListener('click', () => {
      const dark = document.documentElement.dataset.theme === 'dark';
      this.update({ theme: dark ? 'light' : 'dark' });
    });
    parts.zoomIn.addEventListener('click', () => view.zoomBy(1));
    parts.zoomOut.addEventListener('click', () => view.zoomBy(-1));
    for (const button of [parts.zoomFit, parts.outside]) button.addEventListener('click', () => view.fit());
    this.watchSize(parts.map);
  }

  watchSize(element) {
    this.sizes?.disconnect();
    this.sizes = new ResizeObserver(() => {
      if (!element.hidden && this.settled) this.resized();
    });
    this.sizes.observe(element);
  }

  /** Keep the centre; show everything again only if the window is another one and the reader has not moved the map. */
  resized() {
    const { x: width, y: height } = this.size; // Leaflet may have noticed before us
    this.settled = false; // what moves now was not moved by the reader
    this.leaflet.invalidateSize({ animate: false, pan: true });
    const size = this.leaflet.getSize();
    this.size = size;
    // A phone's browser hides and shows its bar while one scrolls; that is no other window.
    const other = size.x !== width || Math.abs(size.y - height) > BROWSER_BAR;
    if (other && !this.address.moved && this.state.sel === null) this.parts.view.home();
    this.settled = true;
    if (this.state.sel !== null && matches(PHONE)) this.parts.view.reveal(this.state.sel, true);
  }

  /** Let the parts show what changed. */
  show(changed, filtered) {
    if (['theme', 'colour', 'letters'].some((key) => changed.has(key))) this.restyle();
    if (changed.has('lang')) {
      this.build();
      this.leaflet.invalidateSize({ animate: false });
      this.showAll();
    } else {
      const { parts } = this;
      if (filtered) this.showFiltered([...changed].every((key) => STREAMED.has(key)));
      else if (['sort', 'place'].some((key) => changed.has(key))) {
        parts.list.update();
        parts.tableView.update();
      }
      if (changed.has('colour')) parts.rail.recolour();
      if (!filtered && ['ghosts', 'letters', 'colour'].some((key) => changed.has(key))) {
        parts.rail.update();
        parts.view.redraw();
      }
      if (changed.has('view')) this.showView();
      if (filtered || ['sel', 'place', 'sort'].some((key) => changed.has(key))) this.showSelected();
    }
    this.address.later();
  }

  showAll() {
    this.showView();
    this.showFiltered();
    this.showSelected();
  }

  /** @param streaming whether this may be one change of many, as time plays or is dragged */
  showFiltered(streaming = false) {
    const { parts, state } = this;
    this.showCounts();
    this.slower.call(streaming);
    if (parts.query.value !== state.q && document.activeElement !== parts.query) parts.query.value = state.q;
  }

  showCounts() {
    const { view, barView, timeline, trayView } = this.parts;
    view.recount();
    barView.update();
    timeline.update();
    trayView.update();
  }

  showLists() {
    const { rail, list, tableView } = this.parts;
    rail.update();
    list.update();
    tableView.update();
  }

  /** The card comes first, in a frame of its own: to draw the map takes three times as long. */
  async showSelected() {
    const { parts, state } = this;
    this.opened = parts.card.update();
    await this.opened;
    parts.list.mark(state.sel);
    parts.tableView.mark(state.sel);
    requestAnimationFrame(() => parts.view.redraw());
  }

  showView() {
    const { parts, state } = this;
    const table = state.view === 'table';
    parts.app.dataset.view = state.view;
    parts.map.hidden = table;
    parts.table.hidden = !table;
    for (const button of parts.views)
      button.setAttribute('aria-pressed', String(button.dataset.view === state.view));
    if (table) parts.tableView.update();
    else this.leaflet.invalidateSize({ animate: false });
  }

  restyle() {
    applyTheme(this.state.theme);
    document.documentElement.dataset.colour = this.state.colour;
    this.parts.view.restyle();
    this.parts.timeline.restyle();
  }

  async select(row) {
    this.address.flush();
    this.update({ sel: row });
    await this.opened;
    if (this.state.sel !== row) return; // another one was chosen meanwhile
    if (matches(PHONE)) this.parts.sheetView.set(2);
    this.parts.card.focus();
    requestAnimationFrame(() => this.state.sel === row && this.parts.view.reveal(row, matches(PHONE)));
  }

  unselect() {
    const { sel, place } = this.state;
    if (sel === null && place === null) return;
    if (sel !== null && place !== null) this.update({ sel: null });
    else this.update({ sel: null, place: null });
    if (sel !== null) (this.state.view === 'table' ? this.parts.tableView : this.parts.list).focus(sel);
  }

  /** The next or the previous incident of the list. */
  step(by) {
    const rows = this.listed();
    const { sel } = this.state;
    const { before, after } = sel === null ? { before: rows.at(rows.length - 1), after: rows.at(0) } : rows.around(sel); // prettier-ignore
    const row = by > 0 ? after : before;
    if (row !== undefined) this.select(row);
  }

  openSearch() {
    this.parts.header.classList.add('searching');
    this.parts.query.focus();
  }

  openFilters() {
    this.parts.drawer.show();
    this.parts.railElement.querySelector('input')?.focus();
  }

  lightRow(row) {
    this.parts.list?.light(row);
  }

  hidesFan() {
    return matches(PHONE) && this.state.sheet === 2;
  }

  /** Boxes of what lies over the map, in px of the map. */
  obstacles() {
    const { map, tray, scale, zoom, fan, outside } = this.parts;
    const origin = map.getBoundingClientRect();
    return [tray, scale, zoom, fan, outside]
      .filter((element) => element && !element.hidden && element.offsetWidth)
      .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return [
          left - origin.left - 4,
          top - origin.top - 4,
          right - origin.left + 4,
          bottom - origin.top + 4,
        ];
      });
  }

  showScale(view) {
    const perKm = pixelsPerKm(view, (view.top + view.height / 2) / view.world);
    const km = SCALES.find((each) => each * perKm > 60) ?? SCALES.at(-1);
    this.parts.scale.style.width = `${km * perKm}px`;
    this.parts.scale.textContent = this.say.t('km', { n: this.say.number(km) });
  }

  /** How many incidents lie outside the view: a way back to them. */
  showOutside(view) {
    const { outside } = this.parts;
    const count = this.parts.view.outside(view);
    outside.hidden = !count;
    outside.textContent = this.say.t('outside', { n: this.say.number(count) });
  }

  wasMoved() {
    if (!this.settled) return;
    this.address.moved = true;
    this.address.later();
  }
}
