/** The bottom sheet of a phone: three heights, by drag or tap on its grabber. */

export class Sheet {
  constructor(app, element, grab) {
    Object.assign(this, { app, element });
    this.at = app.state.sheet;
    grab.addEventListener('click', () => !this.dragged && this.set((this.at + 1) % 3));
    grab.addEventListener('pointerdown', (event) => this.start(event, grab));
  }

  set(at) {
    this.at = Math.min(Math.max(at, 0), 2);
    this.app.state.sheet = this.at;
    this.element.dataset.sheet = this.at;
  }

  start(event, grab) {
    const from = event.clientY;
    this.dragged = false;
    grab.setPointerCapture(event.pointerId);
    const up = (end) => {
      grab.removeEventListener('pointerup', up);
      const moved = from - end.clientY;
      if (Math.abs(moved) < 20) return;
      this.dragged = true;
      this.set(this.at + Math.sign(moved));
      setTimeout(() => (this.dragged = false));
    };
    grab.addEventListener('pointerup', up);
  }
}
