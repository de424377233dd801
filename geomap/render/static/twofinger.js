/** A tap with two fingers zooms out, as a double tap zooms in. */

const LONGEST = 350; // ms
const STRAY = 12; // px that a finger may move in a tap

/** Call `zoomOut(point)` with the px between both fingers whenever they tap an element. */
export function onTwoFingerTap(element, zoomOut) {
  let began = null;
  const places = (touches) => Array.from(touches, ({ clientX, clientY }) => [clientX, clientY]);
  element.addEventListener(
    'touchstart',
    ({ touches, timeStamp }) => {
      began = touches.length === 2 ? { at: timeStamp, places: places(touches) } : null;
    },
    { passive: true },
  );
  element.addEventListener(
    'touchmove',
    ({ touches }) => {
      const strayed = places(touches).some(([x, y]) =>
        began?.places.every(([bx, by]) => Math.hypot(x - bx, y - by) > STRAY),
      );
      if (strayed) began = null;
    },
    { passive: true },
  );
  element.addEventListener('touchend', ({ touches, timeStamp }) => {
    if (touches.length || !began) return;
    const { at, places: fingers } = began;
    began = null;
    if (timeStamp - at > LONGEST) return;
    const box = element.getBoundingClientRect();
    const [[ax, ay], [bx, by]] = fingers;
    zoomOut({ x: (ax + bx) / 2 - box.left, y: (ay + by) / 2 - box.top });
  });
}
