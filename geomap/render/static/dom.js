/** The page's elements, made without HTML text: whatever a name or a quote holds, it stays text. */

const SVG = 'http://www.w3.org/2000/svg';

function set(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on')
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'style')
      for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else element.setAttribute(name, value === true ? '' : value);
  }
  return element;
}

const full = (child) => child !== null && child !== undefined && child !== false && child !== '';

/** An HTML element: `h('p', {class: 'sub'}, 'text', child)`. */
export function h(tag, props = {}, ...children) {
  const element = set(document.createElement(tag), props);
  element.append(...children.flat(Infinity).filter(full));
  return element;
}

/** An SVG element. */
export function s(tag, props = {}, ...children) {
  const element = set(document.createElementNS(SVG, tag), props);
  element.append(...children.flat(Infinity).filter(full));
  return element;
}

/** A 16 px line drawing; `fill` names the paths that are filled. */
export function drawing(lines, fill = '', className = 'drawing') {
  return s(
    'svg',
    { viewBox: '0 0 16 16', class: className, 'aria-hidden': 'true' },
    lines && s('path', { d: lines }),
    fill && s('path', { d: fill, class: 'filled' }),
  );
}

export const DRAWINGS = {
  search: ['M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5 14 14'],
  filters: ['M2 4h12M4 8h8M6 12h4'],
  theme: ['M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z', 'M8 2.5a5.5 5.5 0 0 1 0 11z'],
  close: ['M3.5 3.5l9 9M12.5 3.5l-9 9'],
  plus: ['M8 3v10M3 8h10'],
  minus: ['M3 8h10'],
  fit: ['M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10'],
  play: ['', 'M4.5 2.5v11l9-5.5z'],
  pause: ['', 'M4 3h3v10H4zM9 3h3v10H9z'],
  back: ['M10 3 5 8l5 5'],
  up: ['M3 10l5-5 5 5'],
  down: ['M3 6l5 5 5-5'],
};

export const icon = (name, className) => drawing(DRAWINGS[name][0], DRAWINGS[name][1], className);

/** A button with a drawing and a name for those who do not see it. */
export function iconButton(name, label, listener, props = {}) {
  const className = `btn icon ${props.class ?? ''}`.trim();
  return h(
    'button',
    {
      type: 'button',
      title: label,
      'aria-label': label,
      ...props,
      class: className,
      on: { click: listener },
    },
    icon(name),
  );
}

/** Text that may be in any language, kept from turning what stands beside it. */
export const bdi = (text, props = {}) => h('bdi', props, text);

/** Call once, in the next frame, however often asked for. */
export function nextFrame(callback) {
  let waiting = 0;
  const later = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      callback();
    });
  };
  later.done = () => {
    cancelAnimationFrame(waiting);
    waiting = 0;
  };
  return later;
}
