/** The actors of the rail. A store may name hundreds: the frequent ones are seen first, the others when asked for. */

import { h } from './dom.js';
import { fold } from './text.js';

export class ActorRows {
  /**
   * @param rows values in the order of the tree, see `Rail.made`
   * @param first tokens of those that are seen from the start
   * @param make makes the element of a value
   * @param seen called when the reader sees values that were hidden until now
   */
  constructor({ rows, first, label, words, make, seen }) {
    Object.assign(this, { rows, first: new Set(first), make, tell: seen, word: '' });
    this.list = h('div', { role: 'group', 'aria-label': label });
    this.element = h('div', {}, this.list);
    this.whole = rows.every(({ value }) => this.first.has(value));
    if (!this.whole) this.long(words);
    this.fill();
  }

  /** A field to find an actor, and a button for all of them. */
  long({ find, showAll }) {
    this.input = h('input', { type: 'search', class: 'find', placeholder: find, 'aria-label': find });
    this.input.addEventListener('input', () => {
      this.word = fold(this.input.value);
      this.changed();
    });
    this.all = h('button', { type: 'button', class: 'link' }, showAll);
    this.all.addEventListener('click', () => {
      this.whole = true;
      this.changed();
      this.all.remove();
      this.input.focus();
    });
    this.element.prepend(this.input);
    this.element.append(this.all);
  }

  changed() {
    this.fill();
    this.tell();
  }

  fill() {
    this.list.replaceChildren(...this.seen().map(this.make));
  }

  /** The values that can be seen now. */
  seen() {
    if (this.word) return this.rows.filter(({ label }) => fold(label).includes(this.word));
    return this.whole ? this.rows : this.rows.filter(({ value }) => this.first.has(value));
  }

  /** What is chosen is seen. */
  reveal(chosen) {
    const tokens = [...chosen].map((token) => token.replace(/^=/, ''));
    if (this.whole || tokens.every((token) => this.first.has(token))) return;
    tokens.forEach((token) => this.first.add(token));
    this.fill();
  }
}
