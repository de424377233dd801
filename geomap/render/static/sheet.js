/** The bottom sheet of a phone: three heights. It follows the finger on its grabber; a tap goes on to the next height. */

const TAP = 8; // px that a finger may stray in a tap
const FLICK = 0.4; // px/ms: a quicker finger goes on in its direction

/** The height nearest to where the finger let go, or the next one in the direction of a flick. Pure. */
export function heightAfter(heights, height, speed) {
  if (Math.abs(speed) > FLICK) {
    const on =
      speed > 0 ? heights.findIndex((each) => each > height) : heights.findLastIndex((each) => each < height);
    return on < 0 ? (speed > 0 ? heights.length - 1 : 0) : on;
  }
  const away = heights.map((each) => Math.abs(each - height));
  return away.indexOf(Math.min(...away));
}

export class Sheet {
  constructor(app, element, grab) {
    Object.assign(this, { app, element, grab });
    this.at = app.state.sheet;
    grab.addEventListener('click', () => !this.dragged && this.set((this.at + 1) % 3));
    grab.addEventListener('pointerdown', (event) => this.start(event));
  }

  set(at) {
    this.at = Math.min(Math.max(at, 0), 2);
    this.app.state.sheet = this.at;
    this.element.dataset.sheet = this.at;
  }

  /** The three heights in px, as narrow.css has them; the last leaves the map its least. */
  heights() {
    return [88, 0.4 * innerHeight, innerHeight - 280];
  }

  start(event) {
    const { grab, element } = this;
    const from = event.clientY;
    const height = this.app.parts.side.clientHeight;
    const [least, , most] = this.heights();
    let last = { y: from, at: event.timeStamp, speed: 0 };
    let now = height;
    this.dragged = false;
    grab.setPointerCapture(event.pointerId);
    const move = ({ clientY: y, timeStamp: at }) => {
      if (!this.dragged && Math.abs(from - y) < TAP) return;
      this.dragged = true;
      element.classList.add('dragging');
      last = { y, at, speed: at > last.at ? (last.y - y) / (at - last.at) : last.speed };
      now = Math.min(Math.max(height + from - y, least), most);
      element.style.setProperty('--sheet', `${now}px`);
    };
    const end = ({ type, timeStamp }) => {
      for (const each of ['pointermove', 'pointerup', 'pointercancel'])
        grab.removeEventListener(each, each === 'pointermove' ? move : end);
      element.classList.remove('dragging');
      element.style.removeProperty('--sheet');
      if (!this.dragged) return;
      const resting = type === 'pointercancel' || timeStamp - last.at > 100; // ms: the finger had stopped
      this.set(heightAfter(this.heights(), now, resting ? 0 : last.speed));
      setTimeout(() => (this.dragged = false)); // after the click that ends a drag
    };
    grab.addEventListener('pointermove', move);
    grab.addEventListener('pointerup', end);
    grab.addEventListener('pointercancel', end);
  }
}
