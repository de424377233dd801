/** The words behind the incidents, folded, and where a word stands in them. Pure; runs in a worker and outside of one. */

import { fold } from './text.js';

/** Texts in numbered blocks, each one string: a search reads a few thousand strings, not a million. */
export class Evidence {
  constructor() {
    this.blocks = new Map();
  }

  /** Keep texts; `first` is the number of the first one. */
  add(first, texts) {
    const starts = new Uint32Array(texts.length);
    let joined = '';
    texts.forEach((text, i) => {
      starts[i] = joined.length;
      joined += `${fold(text)}\n`;
    });
    this.blocks.set(first, { joined, starts });
  }

  /** 1 for each of `count` texts that holds the folded word. */
  find(word, count) {
    const mask = new Uint8Array(count);
    for (const [first, { joined, starts }] of this.blocks) {
      let at = joined.indexOf(word);
      while (at >= 0) {
        const text = lastAtOrBefore(starts, at);
        mask[first + text] = 1;
        const next = starts[text + 1];
        at = next === undefined ? -1 : joined.indexOf(word, next);
      }
    }
    return mask;
  }
}

function lastAtOrBefore(starts, at) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The other sentences of an article that tell of an incident: who claims it, what it cost. */
export const further = (quote) => (quote.also ? quote.also.split('\n') : []);

/** What is searched of an incident's record: its ids and the articles' words. */
export const searched = (record) =>
  [
    record.id,
    ...(record.articles ?? []),
    ...(record.evidence ?? []).map((quote) => [quote.text ?? '', ...further(quote)].join(' ')),
  ].join(' ');
