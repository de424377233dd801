/** Keys. Letters can be switched off; nothing is taken from a field that is being typed in. */

import { h, iconButton } from './dom.js';

const PAN = 60; // px
const ZOOM = 0.6; // zoom levels

export class Keyboard {
  constructor(app) {
    this.app = app;
    this.letters = true;
    document.addEventListener('keydown', (event) => this.key(event));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape') return this.escape();
    const typing = event.target.closest?.('input:not([type=checkbox]), select, textarea');
    if (typing) return undefined;
    const action = this.onMap(event) ?? this.letter(event);
    if (action) {
      event.preventDefault();
      action();
    }
    return undefined;
  }

  onMap(event) {
    const { view, map } = this.app.parts;
    if (!map.contains(event.target)) return null;
    const pans = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };
    if (pans[event.key]) return () => view.pan(...pans[event.key]);
    return {
      '+': () => view.zoomBy(ZOOM),
      '=': () => view.zoomBy(ZOOM),
      '-': () => view.zoomBy(-ZOOM),
      0: () => view.fit(),
    }[event.key];
  }

  letter(event) {
    if (!this.letters || event.repeat) return null;
    const { app } = this;
    return {
      '/': () => app.openSearch(),
      j: () => app.step(1),
      k: () => app.step(-1),
      f: () => app.openFilters(),
      t: () => app.parts.timeline.window.handles[0].focus(),
      l: () => app.parts.side.focus(),
      '?': () => this.help(),
      ' ':
        event.target === document.body || event.target.closest?.('.stage')
          ? () => app.play.toggle()
          : undefined,
    }[event.key];
  }

  /** Close the topmost thing: help, drawer, reasons, card, fan, window. */
  escape() {
    const { app } = this;
    const { state, parts } = app;
    if (this.dialog?.open) this.dialog.close();
    else if (parts.drawer.open) parts.drawer.close();
    else if (!parts.barView.why.hidden) parts.barView.toggle();
    else if (parts.timeline.options.open) parts.timeline.options.close();
    else if (state.sel !== null || state.place !== null) app.unselect();
    else if (state.from !== null || state.only) app.update({ from: null, to: null, only: null });
  }

  help() {
    const { say, parts } = this.app;
    const letters = h('input', { type: 'checkbox', id: 'letter-keys' });
    letters.checked = this.letters;
    letters.addEventListener('change', () => (this.letters = letters.checked));
    this.dialog?.remove();
    this.dialog = h(
      'dialog',
      { class: 'keys', 'aria-label': say.t('keys') },
      h(
        'div',
        { class: 'keys-head' },
        h('h2', {}, say.t('keys')),
        iconButton('close', say.t('close'), () => this.dialog.close(), { class: 'quiet' }),
      ),
      h(
        'dl',
        {},
        say.words.keyHelp.map(([key, does]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)]),
      ),
      h('label', { class: 'switch' }, letters, ' ', say.t('keysOff')),
    );
    parts.root.append(this.dialog);
    this.dialog.showModal();
  }
}
