/** The search behind the page: reads texts and answers, while the page stays alive. See search.js for its other end. */

import { unpackJson } from './codec.js';
import { Evidence, searched } from './evidence.js';

const rows = new Evidence();
const titles = new Evidence();

const answers = {
  titles: async ({ dict }) => titles.add(0, (await unpackJson(dict)).title),
  blocks: async ({ blocks }) => {
    for (const [first, text] of blocks) rows.add(first, (await unpackJson(text)).map(searched));
  },
  find: ({ word, counts }) => ({
    rows: rows.find(word, counts.rows),
    titles: titles.find(word, counts.titles),
  }),
};

onmessage = async ({ data }) => {
  const answer = (await answers[data.ask](data)) ?? {};
  postMessage(
    { id: data.id, ...answer },
    Object.values(answer).map((mask) => mask.buffer),
  );
};
