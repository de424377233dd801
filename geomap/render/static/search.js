/** Search in titles and articles' words, in a worker, or in slices where a page may have none. */

import { unpackJson } from './codec.js';
import { Evidence, searched } from './evidence.js';

const AT_ONCE = 8; // blocks that are handed over together

export class TextSearch {
  constructor(data) {
    this.data = data;
    this.counts = { rows: data.rows, titles: data.dict.title.length };
    this.found = new Map(); // answers by word
    this.part = 0; // of the texts that have been read
  }

  get ready() {
    return this.part === 1;
  }

  /** Read everything, once. `progress` is called now and then. */
  read(progress) {
    return (this.reading ??= this.readAll(progress));
  }

  async readAll(progress) {
    const { texts, rows } = this.data;
    this.other = otherEnd(this.data);
    await this.other({ ask: 'titles', dict: texts.dict });
    const last = texts.here ? Math.ceil(rows / texts.size) : 0;
    for (let at = 0; at < last; at += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, last - at) }, (_, i) => at + i);
      const blocks = numbers.map((number) => [number * texts.size, texts.raw(number)]);
      await this.other({ ask: 'blocks', blocks });
      this.part = (at + numbers.length) / last / 1.0001;
      progress?.(this.part);
    }
    this.part = 1;
    progress?.(1);
  }

  /** For each word the rows and the titles that hold it. */
  async find(words) {
    for (const word of words) {
      if (this.found.has(word)) continue;
      if (this.found.size > 8) this.found.clear();
      this.found.set(word, await this.other({ ask: 'find', word, counts: this.counts }));
    }
    return words.map((word) => this.found.get(word));
  }
}

/** A function that asks the worker and promises its answer. */
function otherEnd({ rows }) {
  const code = document.getElementById('geomap-search')?.textContent;
  if (!code || rows < 500) return here(); // a worker takes longer to begin than so little takes to read
  try {
    return ask(
      new Worker(URL.createObjectURL(new Blob([JSON.parse(code).code], { type: 'text/javascript' }))),
    );
  } catch {
    return here();
  }
}

function ask(worker) {
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data }) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return (message) =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      worker.postMessage({ ...message, id });
    });
}

/** The same answers without a worker, giving the page its turn between blocks. */
function here() {
  const rows = new Evidence();
  const titles = new Evidence();
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  return async ({ ask: what, dict, blocks, word, counts }) => {
    if (what === 'titles') titles.add(0, (await unpackJson(dict)).title);
    if (what === 'find')
      return { rows: rows.find(word, counts.rows), titles: titles.find(word, counts.titles) };
    for (const [first, text] of blocks ?? []) {
      rows.add(first, (await unpackJson(text)).map(searched));
      await turn();
    }
    return {};
  };
}
