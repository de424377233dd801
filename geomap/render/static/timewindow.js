/** The window on the timeline: drawn, moved and pulled by pointer and keys; buckets beside the axis. */

import { h } from './dom.js';
import { binAt } from './bins.js';

const PAGE = 4; // bins that Page Up and Page Down move

export class TimeWindow {
  constructor(app, timeline) {
    Object.assign(this, { app, timeline });
    const { t } = app.say;
    this.pane = h('div', { class: 'window' });
    this.handles = ['from', 'to'].map((end) =>
      h(
        'div',
        {
          class: 'handle',
          role: 'slider',
          tabindex: 0,
          'aria-label': t(end),
          'aria-orientation': 'horizontal',
          data: { end },
        },
        h('i'),
      ),
    );
    this.buckets = {
      undated: this.bucket('undated', t('onlyUndated')),
      earlier: this.bucket('earlier', t('onlyEarlier')),
    };
    this.stage = timeline.stage;
    this.stage.append(this.pane, this.buckets.earlier, this.buckets.undated, ...this.handles);
    this.listen();
  }

  listen() {
    const { stage } = this;
    stage.addEventListener('pointerdown', (event) => this.grab(event));
    stage.addEventListener('pointermove', (event) => this.drag && this.pull(event));
    for (const type of ['pointerup', 'pointercancel']) stage.addEventListener(type, () => (this.drag = null));
    stage.addEventListener('dblclick', () => this.clear());
    for (const handle of this.handles)
      handle.addEventListener('keydown', (event) => this.key(event, handle.dataset.end));
  }

  /** Window as [first day, day after the last], the whole axis without one. */
  get span() {
    const { state } = this.app;
    const { first, end } = this.timeline.axis;
    return [state.from ?? first, state.to === null ? end : state.to + 1];
  }

  /** What lies beside the axis: a click shows only these, another one takes it back. */
  bucket(name, label) {
    const click = () =>
      this.app.update({ only: this.app.state.only === name ? null : name, from: null, to: null });
    return h('button', { type: 'button', class: 'bucket', 'aria-label': label, title: label, on: { click } });
  }

  clear() {
    this.app.update({ from: null, to: null, only: null });
  }

  /** Set the window to [from, end), snapped to bins. */
  set(from, end) {
    const { axis } = this.timeline;
    if (end < from) [from, end] = [end, from];
    const first = Math.max(this.snap(from), axis.first);
    let last = Math.min(this.snap(end), axis.end);
    if (last <= first) last = axis.edges[Math.min(binAt(axis, first) + 1, axis.count)];
    const whole = first <= axis.first && last >= axis.end;
    this.app.update(whole ? { from: null, to: null, only: null } : { from: first, to: last - 1, only: null });
  }

  snap(day) {
    const { axis } = this.timeline;
    const bin = Math.min(Math.max(binAt(axis, Math.floor(day)), 0), axis.count - 1);
    const [a, b] = [axis.edges[bin], axis.edges[bin + 1]];
    return day - a < b - day ? a : b;
  }

  dayOf(event) {
    return this.timeline.scale.day(event.clientX - this.stage.getBoundingClientRect().left);
  }

  grab(event) {
    if (event.target.closest('.bucket') || !this.timeline.axis || event.button) return;
    const handle = event.target.closest('.handle');
    const day = this.dayOf(event);
    this.drag = {
      day,
      span: this.span,
      kind: handle ? handle.dataset.end : event.target === this.pane ? 'move' : 'new',
    };
    this.stage.setPointerCapture(event.pointerId);
    if (!handle) event.preventDefault();
  }

  pull(event) {
    const day = this.dayOf(event);
    const { axis } = this.timeline;
    const [from, end] = this.drag.span;
    const { kind } = this.drag;
    if (kind === 'from') this.set(Math.min(day, this.back(end)), end);
    else if (kind === 'to') this.set(from, Math.max(day, this.forth(from)));
    else if (kind === 'move') {
      const length = end - from;
      const start = Math.min(Math.max(from + day - this.drag.day, axis.first), axis.end - length);
      this.set(start, start + length);
    } else if (Math.abs(day - this.drag.day) > (axis.end - axis.first) / 200) this.set(this.drag.day, day);
  }

  /** Edges one bin before, one bin after a day. */
  back(day) {
    return this.step(day, -1);
  }

  forth(day) {
    return this.step(day, 1);
  }

  step(day, bins) {
    const { axis } = this.timeline;
    const at = day >= axis.end ? axis.count : binAt(axis, day);
    return axis.edges[Math.min(Math.max(at + bins, 0), axis.count)];
  }

  key(event, end) {
    const { axis } = this.timeline;
    const turn = this.app.say.rtl ? -1 : 1;
    const bins = {
      ArrowLeft: -turn, ArrowRight: turn, ArrowDown: -1, ArrowUp: 1,
      PageDown: -PAGE, PageUp: PAGE, Home: -axis.count, End: axis.count,
    }[event.key]; // prettier-ignore
    if (!bins) return;
    event.preventDefault();
    const [from, to] = this.span;
    if (event.shiftKey) this.move(bins);
    else if (end === 'from') this.set(Math.min(this.step(from, bins), this.back(to)), to);
    else this.set(from, Math.max(this.step(to, bins), this.forth(from)));
  }

  move(bins) {
    const { axis } = this.timeline;
    const [from, to] = this.span;
    const [a, b] = [binAt(axis, from), to >= axis.end ? axis.count : binAt(axis, to)];
    const by = Math.min(Math.max(bins, -a), axis.count - b);
    this.set(axis.edges[a + by], axis.edges[b + by]);
  }

  /** Lay window, handles and buckets over the canvas. */
  place() {
    const { axis, layout, scale } = this.timeline;
    const { state } = this.app;
    const box = (element, x, width) => {
      element.style.insetInlineStart = `${x}px`;
      element.style.width = `${width}px`;
    };
    for (const [name, button] of Object.entries(this.buckets)) {
      button.hidden = !layout[name];
      if (layout[name]) box(button, layout[name].x, layout[name].width);
      button.setAttribute('aria-pressed', String(state.only === name));
    }
    this.handles.forEach((handle) => (handle.hidden = !axis));
    this.pane.hidden = !axis || (state.from === null && state.to === null);
    if (!axis) return;
    const [from, end] = this.span.map((day) =>
      Math.min(Math.max(scale.plain(day), layout.left), layout.right),
    );
    box(this.pane, from, Math.max(end - from, 2));
    this.pane.style.height = `${layout.base}px`;
    [from, end].forEach((x, i) => {
      this.handles[i].style.insetInlineStart = `${x}px`;
      this.handles[i].style.height = `${layout.base}px`;
    });
    this.describe();
  }

  describe() {
    const { axis } = this.timeline;
    const { say } = this.app;
    const [from, end] = this.span;
    [from, end - 1].forEach((day, i) => {
      const handle = this.handles[i];
      handle.setAttribute('aria-valuemin', '0');
      handle.setAttribute('aria-valuemax', String(axis.count));
      handle.setAttribute('aria-valuenow', String(Math.min(Math.max(binAt(axis, day) + i, 0), axis.count)));
      handle.setAttribute(
        'aria-valuetext',
        say.date(day, { day: 'numeric', month: 'long', year: 'numeric' }),
      );
    });
  }
}
