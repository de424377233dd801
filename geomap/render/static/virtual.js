/**
 * A long list of which only what is in view is in the page. Rows may have any height. Beyond the height that browsers can
 * scroll the bar stands for shares of the list, and rows next to each other stay next to each other.
 */

const CHUNK = 15; // rows that are made at once
const FEWEST = 45; // rows that are in the page; more on a screen that shows more
const TALLEST = 6e6; // px; browsers stop at 17 to 33 million

export class Virtual {
  /**
   * @param make makes the elements of a row: `make(index)` gives an array
   * @param guess px of a row before any has been measured
   */
  constructor({ scroller, before, body, after, make, guess }) {
    Object.assign(this, { scroller, before, body, after, make, guess, count: 0, from: 0, to: 0 });
    this.made = new Map();
    scroller.addEventListener(
      'scroll',
      () => {
        this.scrolled = true;
        this.follow();
      },
      { passive: true },
    );
  }

  /** Another list: from its beginning. */
  reset(count) {
    this.clear();
    this.count = count;
    if (this.scrolled) this.scroller.scrollTop = 0; // which lays out the page
    this.scrolled = false;
    this.window(0, this.first);
    this.unit = Math.min(this.guess * count, TALLEST) / Math.max(count, 1);
    this.before.style.height = '0';
    this.after.style.height = `${this.unit * (count - this.to)}px`; // no measuring: filters must be quick
  }

  get span() {
    return Math.max(FEWEST, Math.ceil((2.5 * innerHeight) / this.guess));
  }

  /** Rows of a new list, a screen of them: a filter is moved many times before anybody scrolls. */
  get first() {
    return Math.min(this.span, Math.ceil((1.1 * innerHeight) / this.guess));
  }

  clear() {
    this.made.clear();
    this.body.replaceChildren();
    [this.from, this.to] = [0, 0];
  }

  /** Make the rows from `first` on, keep those that stay. */
  window(first, span = this.span) {
    const from = Math.max(0, Math.min(first, this.count - span));
    const to = Math.min(this.count, from + span);
    for (const [index, elements] of this.made) {
      if (index >= from && index < to) continue;
      for (const element of elements) element.remove();
      this.made.delete(index);
    }
    const anchor = this.made.size ? Math.min(...this.made.keys()) : to;
    const stay = this.made.get(anchor)?.[0] ?? null;
    const early = [];
    const late = [];
    for (let index = from; index < to; index++) {
      if (this.made.has(index)) continue;
      const elements = this.make(index);
      this.made.set(index, elements);
      (index < anchor ? early : late).push(...elements);
    }
    if (stay) stay.before(...early);
    else this.body.append(...early);
    this.body.append(...late);
    [this.from, this.to] = [from, to];
  }

  /** Room for what is not made. `top` is where the made rows begin, if that matters. */
  pad(top = null) {
    const height = this.body.offsetHeight;
    const made = this.to - this.from;
    if (made && height) this.guess = height / made;
    const rest = this.count - made;
    this.unit = rest ? Math.min(this.guess * rest, TALLEST) / rest : 0;
    this.before.style.height = `${this.from ? Math.max(top ?? this.unit * this.from, 0) : 0}px`;
    this.after.style.height = `${this.unit * (this.count - this.to)}px`;
  }

  get bodyTop() {
    return this.body.offsetTop - this.before.offsetTop;
  }

  /** Where the reader has scrolled to, in px from the first row's top. */
  get top() {
    return this.scroller.scrollTop;
  }

  follow() {
    if (this.to - this.from >= this.count) return;
    const view = this.scroller.clientHeight;
    const begin = this.bodyTop;
    const end = begin + this.body.offsetHeight;
    if (this.top + view < begin || this.top > end) this.jump();
    else if (this.top - begin < view / 2 && this.from > 0) this.slide(-CHUNK);
    else if (end - this.top - view < view / 2 && this.to < this.count) this.slide(CHUNK);
  }

  /** To a part of the list that is not made. */
  jump() {
    const end = this.bodyTop + this.body.offsetHeight;
    const index =
      this.top < this.bodyTop ? this.top / this.unit : this.to + (this.top - end) / Math.max(this.unit, 1e-9);
    const wanted = Math.min(Math.max(Math.floor(index), 0), this.count - 1);
    this.window(wanted - CHUNK);
    const { top } = this;
    this.pad();
    const row = this.made.get(wanted)[0];
    this.pad(top - (row.offsetTop - this.body.offsetTop));
    if (this.from === 0) this.scroller.scrollTop = row.offsetTop - this.before.offsetTop;
  }

  /** On to the rows next to those that are made; what is in view stays where it is. */
  slide(by) {
    const kept = by > 0 ? this.to - 1 : this.from;
    const place = (index) => this.made.get(index)[0].offsetTop - this.body.offsetTop;
    const was = this.bodyTop + place(kept);
    this.window(this.from + by);
    this.pad(was - place(kept));
    if (this.from === 0) this.scroller.scrollTop -= was - (this.bodyTop + place(kept));
  }

  /** A row's elements, made and scrolled into view. */
  show(index) {
    if (index < 0 || index >= this.count) return null;
    if (!this.made.has(index)) {
      this.window(index - CHUNK);
      this.pad();
      this.scroller.scrollTop = this.made.get(index)[0].offsetTop - this.before.offsetTop;
    }
    this.made.get(index).at(-1).scrollIntoView({ block: 'nearest' });
    return this.made.get(index);
  }
}
