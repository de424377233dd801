/**
 * Codes for what many rows have in common: a million rows share some thousand periods, and some thousand combinations
 * of status, kind, weapons, confidence and outlets. What is asked of a row is then asked once for each code. Pure.
 */

/** Columns that a filter asks together, in the order of `data.combo.parts`. */
export const COMBINED = ['status', 'kind', 'weapons', 'confidence', 'outlets'];

const DENSE = 2 ** 23; // a table of so many places is quicker than a Map

/**
 * One code for each combination of values that occurs.
 * @param columns codes a row, all of one length
 * @param sizes how many values each column may have
 * @returns `codes` a row, and `parts`: for each column its value by code
 */
export function combine(columns, sizes) {
  const length = columns[0].length;
  const keys = new Float64Array(length);
  columns.forEach((column, at) => {
    const size = sizes[at];
    for (let i = 0; i < length; i++) keys[i] = keys[i] * size + column[i];
  });
  const product = sizes.reduce((a, b) => a * b, 1);
  const { codes, first } = product <= DENSE ? dense(keys, product) : sparse(keys);
  // Half the memory is half the time of a pass over all rows.
  const narrow = first.length <= 2 ** 16 ? Uint16Array.from(codes) : codes;
  return { codes: narrow, parts: columns.map((column) => Uint32Array.from(first, (row) => column[row])) };
}

/** A value a row, from a value a code. (`from` with a function takes ten times as long.) */
export function gather(codes, values, Type = Uint8Array) {
  const out = new Type(codes.length);
  for (let i = 0; i < out.length; i++) out[i] = values[codes[i]];
  return out;
}

/** Codes in the order of appearance, and the first row of each. */
function dense(keys, product) {
  const at = new Uint32Array(product);
  const codes = new Uint32Array(keys.length);
  const first = [];
  for (let i = 0; i < keys.length; i++) {
    if (at[keys[i]] === 0) at[keys[i]] = first.push(i);
    codes[i] = at[keys[i]] - 1;
  }
  return { codes, first };
}

function sparse(keys) {
  const at = new Map();
  const codes = new Uint32Array(keys.length);
  const first = [];
  let last = NaN;
  let code = 0;
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== last) {
      last = keys[i];
      code = at.get(last) ?? -1;
      if (code < 0) at.set(last, (code = first.push(i) - 1));
    }
    codes[i] = code;
  }
  return { codes, first };
}

/**
 * Periods `{codes, start, span, rows}`, the earliest first, of those the longest first, no date last.
 * `start` is a stored day (see days.js; 0 is no date), `rows` how many rows have each.
 */
export function periods({ start, span }) {
  const top = (column) => column.reduce((most, value) => Math.max(most, value), 0) + 1;
  const { codes, parts } = combine([start, span], [top(start), top(span)]);
  const [starts, spans] = parts;
  const key = (code) => starts[code] || Infinity;
  const order = Array.from(starts.keys());
  order.sort((a, b) => (key(a) === key(b) ? spans[b] - spans[a] : key(a) - key(b)));
  const rank = new Uint32Array(order.length);
  order.forEach((code, at) => (rank[code] = at));
  const rows = new Uint32Array(order.length);
  for (let i = 0; i < codes.length; i++) rows[(codes[i] = rank[codes[i]])]++;
  return {
    codes,
    start: Uint32Array.from(order, (code) => starts[code]),
    span: Uint32Array.from(order, (code) => spans[code]),
    rows,
  };
}

/** Row numbers in the order of their codes, equal ones in their own order. */
export function ordered(codes, rowsOfCode) {
  const next = new Uint32Array(rowsOfCode.length);
  for (let code = 1; code < next.length; code++) next[code] = next[code - 1] + rowsOfCode[code - 1];
  const order = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) order[next[codes[i]]++] = i;
  return order;
}
