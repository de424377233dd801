/** The timeline: what happened when, and the window that is shown. */

import * as binning from './bins.js';
import { h, iconButton, icon } from './dom.js';
import { PHONE, matches, tokens } from './theme.js';
import { drawTime, layoutOf, scaleOf } from './timedraw.js';
import { TimeOptions } from './timeoptions.js';
import { TimeWindow } from './timewindow.js';

const PRESETS = { all: null, m12: 365, m3: 91, d30: 30 };

export class Timeline {
  constructor(app, element) {
    Object.assign(this, { app, element });
    this.axis = app.data.axis;
    this.look = tokens(); // asking for styles at each frame of a dragged window is slow
    this.bins = binning.binPeriods(app.data, this.axis);
    this.outline = binning.outlineOf(app.data, this.bins, this.axis);
    this.hasEarlier = this.bins.includes(binning.EARLIER);
    this.build();
    // Asked for once: to ask at each filter step would lay out the page each time.
    new ResizeObserver(() => {
      this.size = [this.canvas.clientWidth, this.canvas.clientHeight];
      this.draw();
    }).observe(this.canvas);
  }

  build() {
    const { t } = this.app.say;
    this.play = iconButton('play', t('play'), () => this.app.play.toggle());
    this.title = h('button', { type: 'button', class: 'period num' });
    this.options = new TimeOptions(this.app, this.title);
    this.possible = h('span', { class: 'possible' });
    this.presets = Object.keys(PRESETS).map((key) =>
      h('button', { type: 'button', on: { click: () => this.preset(key) } }, t(`presets.${key}`)),
    );
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    this.note = h('span', { class: 'bin-note' });
    this.stage = h('div', { class: 'stage' }, this.canvas);
    this.grab = h('button', { type: 'button', class: 'grab only-phone', 'aria-label': t('sheet') }, h('i'));
    this.element.replaceChildren(
      this.grab,
      h(
        'div',
        { class: 'time-head' },
        this.play,
        this.title,
        this.possible,
        this.note,
        h('div', { class: 'seg presets', role: 'group', 'aria-label': t('period') }, this.presets),
      ),
      this.options.box,
      this.stage,
    );
    this.window = new TimeWindow(this.app, this);
  }

  preset(key) {
    const { data } = this.app;
    const days = PRESETS[key];
    const to = data.lastDay;
    this.app.update(
      days === null ? { from: null, to: null, only: null } : { from: to - days + 1, to, only: null },
    );
  }

  update() {
    this.hist = binning.histogram(this.app.data, this.bins, this.axis, this.app.result.times);
    this.head();
    this.draw();
  }

  restyle() {
    this.look = tokens();
    this.draw();
  }

  head() {
    const { say, state, data, result } = this.app;
    this.title.textContent = this.periodText();
    Object.values(PRESETS).forEach((days, i) => {
      const on =
        days === null
          ? state.from === null && !state.only
          : state.to === data.lastDay && state.from === data.lastDay - days + 1;
      this.presets[i].setAttribute('aria-pressed', String(on));
    });
    const text = state.where.size ? 'possible' : 'possibleTime';
    const words = say.t(text, { n: say.number(result.possible) });
    this.possible.replaceChildren(
      ...(result.possible
        ? [
            h('span', { title: words }, words),
            ' ',
            h(
              'button',
              {
                type: 'button',
                class: 'link',
                on: { click: () => this.app.update({ possible: !state.possible }) },
              },
              say.t(state.possible ? 'leaveOut' : 'include'),
            ),
          ]
        : []),
    );
  }

  /** The window in words; without one, the period of the axis. */
  periodText() {
    const { say, state } = this.app;
    if (state.only) return say.t(state.only === 'undated' ? 'onlyUndated' : 'onlyEarlier');
    if (state.from !== null || state.to !== null) return this.windowText();
    if (!this.axis) return '';
    return say.range(this.axis.first, this.axis.end - 1, { month: 'short', year: 'numeric' });
  }

  windowText() {
    const { say, state, data } = this.app;
    const options = { day: 'numeric', month: 'short', year: 'numeric' };
    return say.range(state.from ?? data.firstDay, state.to ?? data.lastDay, options);
  }

  /** Slots in the order of the rail, grey last. */
  order() {
    return this.app.slotOrder;
  }

  draw() {
    if (!this.hist) return;
    const { say } = this.app;
    const [width, height] = (this.size ??= [this.canvas.clientWidth, this.canvas.clientHeight]);
    if (!width || !height) return;
    const ratio = Math.min(devicePixelRatio || 1, 3);
    const pixels = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== pixels[0] || this.canvas.height !== pixels[1])
      [this.canvas.width, this.canvas.height] = pixels; // clears it, and takes as long as drawing
    const ctx = this.canvas.getContext('2d');
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.layout = layoutOf(width, height, { phone: matches(PHONE), earlier: this.hasEarlier });
    const axis = this.axis;
    this.scale = scaleOf(this.layout, axis ?? { first: 0, end: 1 }, say.rtl);
    const blocks = drawTime(ctx, { ...this, order: this.order(), say });
    this.note.textContent =
      axis && !matches(PHONE) ? say.t(`bins.${blocks ? 'block' : 'bar'}.${axis.unit}`) : '';
    this.window.place();
  }

  showPlaying(on) {
    const label = this.app.say.t(on ? 'pause' : 'play');
    this.play.replaceChildren(icon(on ? 'pause' : 'play'));
    this.play.setAttribute('aria-label', label);
    this.play.title = label;
  }
}
