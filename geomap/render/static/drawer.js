/** The rail as a drawer on narrow screens: a dialog, the rest inert, the focus given back. */

import { NARROW, matches } from './theme.js';

export class Drawer {
  constructor(parts, closeButton, doneButton) {
    Object.assign(this, { parts, open: false });
    parts.openRail.addEventListener('click', () => this.show());
    for (const element of [closeButton, doneButton, parts.scrim])
      element.addEventListener('click', () => this.close());
    this.query = matchMedia(NARROW);
    this.query.addEventListener('change', () => this.set(false));
    this.closeButton = closeButton;
  }

  show() {
    if (!matches(NARROW)) return;
    this.set(true);
    this.closeButton.focus();
  }

  close() {
    this.set(false);
    this.parts.openRail.focus();
  }

  set(open) {
    const { rail, app, header, openRail } = this.parts;
    this.open = open;
    app.classList.toggle('drawer-open', open);
    openRail.setAttribute('aria-expanded', String(open));
    for (const element of [header, ...app.children]) {
      if (element !== rail && !element.classList.contains('scrim')) element.inert = open;
    }
    if (open) {
      rail.setAttribute('role', 'dialog');
      rail.setAttribute('aria-modal', 'true');
    } else {
      rail.removeAttribute('role');
      rail.removeAttribute('aria-modal');
    }
  }
}
