/** A facet of the rail that opens and closes. A store may have thousands of places: rows are made when first seen. */

import { h } from './dom.js';
import { fold } from './text.js';

const TOP = 8; // values shown before "show all"
const LONG = 12; // more values than this are cut

export class RailSection {
  /**
   * @param rows values, see `Rail.made`
   * @param make makes the element of a value
   * @param seen called when the reader sees values that were hidden until now
   */
  constructor({ title, rows, open, words, make, seen }) {
    Object.assign(this, { rows, words, make, tell: seen, shown: 0 });
    this.whole = rows.length <= LONG;
    this.element = h('details', { open }, h('summary', {}, title));
    this.element.addEventListener('toggle', () => this.element.open && this.fill() && seen());
    if (open) this.fill();
  }

  open() {
    this.element.open = true;
    this.fill();
  }

  /** The values that can be seen now. */
  seen() {
    return this.element.open ? this.rows.slice(0, this.shown) : [];
  }

  /** Make what an open section shows. Always true. */
  fill() {
    if (this.shown) return true;
    this.box = this.whole ? this.element : h('div', { class: 'cut' });
    this.makeUpTo(this.whole ? this.rows.length : TOP);
    if (!this.whole) this.element.append(this.field(), this.box, this.all());
    return true;
  }

  makeUpTo(count) {
    this.box.append(...this.rows.slice(this.shown, count).map(this.make));
    this.shown = Math.max(this.shown, count);
  }

  /** A button for all values of a long list. */
  all() {
    const button = h('button', { type: 'button', class: 'link' }, this.words.showAll);
    button.addEventListener('click', () => {
      this.box.classList.add('whole');
      button.remove();
      this.makeUpTo(this.rows.length);
      this.tell();
    });
    return button;
  }

  /** A field to find values of a long list. */
  field() {
    const { find } = this.words;
    const input = h('input', { type: 'search', class: 'find', placeholder: find, 'aria-label': find });
    input.addEventListener('input', () => {
      const word = fold(input.value);
      this.makeUpTo(this.rows.length);
      this.box.classList.toggle('finding', Boolean(word));
      this.rows.forEach(({ row, label }, at) => {
        row.classList.toggle('beyond', at >= TOP);
        row.classList.toggle('found', fold(label).includes(word));
      });
      this.tell();
    });
    return input;
  }
}
