/** Labels without collisions: the more important ones first, in up to four positions; what does not fit is left out. */

/** Boxes that are taken, and a test whether another one is free. */
export function room(width, height) {
  const taken = [];
  const free = ([left, top, right, bottom]) =>
    left > 2 &&
    right < width - 2 &&
    top > 2 &&
    bottom < height - 2 &&
    !taken.some((box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top);
  return { free, take: (box) => taken.push(box), taken };
}

/**
 * A place for a label beside a symbol of radius r: end, start, above, below; null if none is free.
 * @returns `{x, y, align}`, y of the middle of the text
 */
export function beside(space, { x, y, r, width, size, rtl = false }) {
  const half = size * 0.62;
  const right = { x: x + r + 4, y, align: 'left', box: [x + r + 3, y - half, x + r + 4 + width, y + half] };
  const left = { x: x - r - 4, y, align: 'right', box: [x - r - 4 - width, y - half, x - r - 3, y + half] };
  const above = over(x, y - r - 4 - half, width, half);
  const below = over(x, y + r + 4 + half, width, half);
  const order = rtl ? [left, right, above, below] : [right, left, above, below];
  return claim(space, order);
}

/** A label in the middle of a point. */
export function centred(space, { x, y, width, size }) {
  return claim(space, [over(x, y, width, size * 0.62)]);
}

function over(x, y, width, half) {
  return { x, y, align: 'center', box: [x - width / 2 - 2, y - half, x + width / 2 + 2, y + half] };
}

/** The first of the positions that is free, taken. */
export function claim(space, positions) {
  const found = positions.find(({ box }) => space.free(box));
  if (!found) return null;
  space.take(found.box);
  return found;
}

const GENERIC = [
  / (garrison|oil ?field|gas ?field|air ?base|airfield|air base|military base|base|governorate|province)$/i,
  /^(حقل|قاعدة|محافظة) /,
];

/** A place's name without its kind, for the map: "al-Omar" for "al-Omar oil field". */
export function shortName(name) {
  const short = GENERIC.reduce((text, pattern) => text.replace(pattern, ''), name);
  return short.length > 2 ? short : name;
}

/** Names for a group, the longest first: "Conoco, al-Omar +3", then "Conoco +4". */
export function groupNames(names, comma) {
  const unique = [...new Set(names)];
  const [first, second] = unique;
  if (unique.length === 1) return [first];
  const brief = `${first} +${unique.length - 1}`;
  const two = `${first}${comma}${second}${unique.length > 2 ? ` +${unique.length - 2}` : ''}`;
  return two.length > 28 ? [brief, first] : [two, brief, first];
}
