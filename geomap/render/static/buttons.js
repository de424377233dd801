/** Buttons over the symbols for keyboard and screen reader; the pointer goes through them to the canvas. */

import { h } from './dom.js';
import { screenX, screenY } from './project.js';

const ONE_BY_ONE = 60; // more symbols are one stop, with arrow keys inside
const MOST = 300;
const EDGE = 12; // px

export class SymbolButtons {
  constructor(app, view, element) {
    Object.assign(this, { app, view, element });
    this.buttons = new Map();
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', app.say.t('map'));
    element.setAttribute('aria-describedby', 'map-help');
    element.addEventListener('keydown', (event) => this.key(event));
  }

  /** After a drawing: one button a symbol in view, kept while its main site stays the same. */
  place(view) {
    const seen = new Set();
    let last = null;
    const roving = this.view.symbols.length > ONE_BY_ONE;
    for (const symbol of this.view.symbols.slice(0, MOST)) {
      const x = screenX(view, symbol.u);
      const y = screenY(view, symbol.v);
      // At an edge, or under the sheet or the tray, there is too little of it to hit.
      if (x < EDGE || y < EDGE || x > view.width - EDGE || y > view.height - 2 * EDGE) continue;
      if (this.view.boxes.some((box) => covers(box, x, y))) continue;
      const key = symbol.sites[0][0];
      const button = this.buttons.get(key) ?? this.make(key);
      this.set(button, symbol, x, y);
      button.tabIndex = roving && last ? -1 : 0;
      seen.add(key);
      last = button;
    }
    for (const [key, button] of this.buttons) {
      if (seen.has(key)) continue;
      button.remove();
      this.buttons.delete(key);
    }
  }

  make(key) {
    const button = h('button', { type: 'button', class: 'symbol' });
    button.addEventListener('click', () => this.view.open(button.symbol));
    this.buttons.set(key, button);
    this.element.append(button);
    return button;
  }

  set(button, symbol, x, y) {
    button.symbol = symbol;
    const size = `${2 * symbol.r + 8}px`;
    button.style.width = button.style.height = size;
    button.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
    const label = this.labelOf(symbol);
    if (button.getAttribute('aria-label') !== label) button.setAttribute('aria-label', label);
  }

  labelOf(symbol) {
    const { words, say } = this.app;
    if (symbol.cell) return `${say.plural('incidents', symbol.n)}. ${say.t('density')}`;
    if (symbol.n === 1) return `${words.title(symbol.row)}, ${words.when(symbol.row)}`;
    const names = symbol.sites.slice(0, 5).map(([site]) => words.site(site));
    return say.plural('at', symbol.n, { p: names.join(say.t('comma')) });
  }

  /** Arrow keys go to the nearest symbol in that direction. */
  key(event) {
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
      event.key
    ];
    if (!direction || this.view.symbols.length <= ONE_BY_ONE) return;
    event.preventDefault();
    event.stopPropagation();
    const from = event.target.symbol;
    const [dx, dy] = direction;
    let best = null;
    let least = Infinity;
    for (const button of this.buttons.values()) {
      const along = (button.symbol.x - from.x) * dx + (button.symbol.y - from.y) * dy;
      const aside = Math.abs((button.symbol.x - from.x) * dy) + Math.abs((button.symbol.y - from.y) * dx);
      if (along > 1 && along + 2 * aside < least) {
        least = along + 2 * aside;
        best = button;
      }
    }
    best?.focus();
  }
}

function covers([left, top, right, bottom], x, y) {
  return x > left - EDGE && x < right + EDGE && y > top - EDGE && y < bottom + EDGE;
}
