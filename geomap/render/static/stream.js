/**
 * Changes that stream in, as time plays or a window is dragged: map, timeline and sums follow each of them; counts of the
 * rail and rows of the list, which nobody reads in a thirtieth of a second, some of them and the last.
 */

const PAUSE = 130; // ms from one time to the next

/** `act` as often as it is called, but in a stream of calls only every 130 ms, and after the last one. */
export class Stream {
  constructor(act, now = () => performance.now()) {
    Object.assign(this, { act, now, last: -Infinity, timer: 0 });
  }

  /** @param streaming whether this call is one of many; else it acts at once */
  call(streaming) {
    const wait = this.last + PAUSE - this.now();
    if (!streaming || wait <= 0) this.run();
    else if (!this.timer) this.timer = setTimeout(() => this.run(), wait);
  }

  run() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.act();
    this.last = this.now();
  }
}
