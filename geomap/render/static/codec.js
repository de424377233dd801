/** Columns and texts as `render/codec.py` packs them: base64, gzip, byte planes, zigzag deltas. */

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array };

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

export async function inflate(text) {
  // Read chunk by chunk: a Blob or a Response would take each block through the browser's own process.
  const packed = new ReadableStream({
    start(controller) {
      controller.enqueue(fromBase64(text));
      controller.close();
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  return chunks.length === 1 ? chunks[0] : joined(chunks);
}

function joined(chunks) {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export async function unpackJson(text) {
  return JSON.parse(new TextDecoder().decode(await inflate(text)));
}

/** Numbers from their byte planes: all lowest bytes first, then the next ones. */
export function fromPlanes(planes, type) {
  const Type = TYPES[type];
  const size = Type.BYTES_PER_ELEMENT;
  if (size === 1) return planes;
  const count = planes.length / size;
  const out = new Type(count);
  for (let i = 0; i < count; i++) {
    let value = planes[i];
    for (let byte = 1; byte < size; byte++) value |= planes[i + byte * count] << (8 * byte);
    out[i] = value;
  }
  return out;
}

/** Running sums of zigzag steps, in place of the steps. */
export function fromSteps(steps) {
  const out = new Uint32Array(steps.length);
  let sum = 0;
  for (let i = 0; i < steps.length; i++) {
    sum += (steps[i] >>> 1) ^ -(steps[i] & 1);
    out[i] = sum;
  }
  return out;
}

export async function unpack({ t, d, z }) {
  const column = fromPlanes(await inflate(d), t);
  return z ? fromSteps(column) : column;
}

/** All columns of a table, at once. */
export async function unpackTable(table) {
  const names = Object.keys(table);
  const columns = await Promise.all(names.map((name) => unpack(table[name])));
  return Object.fromEntries(names.map((name, i) => [name, columns[i]]));
}
