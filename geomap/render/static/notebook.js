/* global L */
/** In a page that scrolls around the map: one finger and the wheel scroll it, two fingers and Ctrl + wheel are ours. */

import { h } from './dom.js';

export const inFrame = () => globalThis.self !== globalThis.top;

/** Options for a map in such a page. */
export const frameOptions = () =>
  inFrame() ? { scrollWheelZoom: false, dragging: !L.Browser.mobile, tap: false } : {};

/** Zoom by wheel only with Ctrl, and say so in a line. */
export function sharePage(map, say, element) {
  if (!inFrame()) return;
  map.getContainer().addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const steps = -event.deltaY * (event.deltaMode ? 0.15 : 0.005);
      map.setZoomAround(map.mouseEventToContainerPoint(event), map.getZoom() + steps, { animate: false });
    },
    { passive: false },
  );
  element.append(h('span', { class: 'frame-hint' }, say.t('frameHint')));
}
