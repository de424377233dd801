/** Play: the window moves over the axis, or grows, a frame a bin. Under reduced motion a press is one step. */

import { calm } from './theme.js';

const FRAME = 350; // ms
const WIDTH = 4; // bins of the window where none is chosen

export class Play {
  constructor(app) {
    Object.assign(this, { app, timer: 0, speed: 1, growing: false });
  }

  toggle() {
    if (this.timer) return this.stop();
    const { timeline } = this.app.parts;
    if (!timeline.axis) return null;
    if (this.atEnd()) this.first();
    if (calm()) return this.step();
    timeline.showPlaying(true);
    this.step();
    this.run();
    return null;
  }

  run() {
    clearInterval(this.timer);
    this.timer = setInterval(() => this.step(), FRAME / this.speed);
  }

  setSpeed(speed) {
    this.speed = speed;
    if (this.timer) this.run();
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.app.parts.timeline.showPlaying(false);
  }

  atEnd() {
    const { window, axis } = this.app.parts.timeline;
    return window.span[1] >= axis.end;
  }

  /** A window at the start of the axis, as wide as the one that is set. */
  first() {
    const { window, axis } = this.app.parts.timeline;
    const { from, to } = this.app.state;
    const whole = from === null && to === null;
    const width = this.growing ? 1 : whole ? WIDTH : Math.max(1, binsIn(axis, window.span));
    window.set(axis.edges[0], axis.edges[Math.min(width, axis.count)]);
    this.fresh = true;
  }

  step() {
    const { window } = this.app.parts.timeline;
    if (this.fresh) this.fresh = false;
    else if (this.growing) window.set(window.span[0], window.forth(window.span[1]));
    else window.move(1);
    if (this.timer && this.atEnd()) this.stop();
  }
}

function binsIn(axis, [from, end]) {
  return axis.edges.filter((edge) => edge >= from && edge < end).length;
}
