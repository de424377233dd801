/** Search over names and evidence: diacritics, articles and letter forms folded, as `geomap/text.py` folds them. */

// prettier-ignore
const LETTERS = {
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ە: 'ه', ک: 'ك', گ: 'ك', پ: 'ب', چ: 'ج', ژ: 'ز',
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe',
};
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640'’‘`´ʼʿʾ\u200b-\u200f]/g;

/** The text in lower case without marks, articles and punctuation. */
export function fold(text) {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (char) => LETTERS[char] ?? char)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(^| )(?:al|el|ad|ar|as|ash|at|an|az) (?=\S{3})/g, '$1')
    .replace(/(^| )ال(?=\S{3})/g, '$1')
    .trim();
}

export const wordsOf = (query) => fold(query).split(' ').filter(Boolean);

/** What is searched: folded names by dictionary, folded evidence by row once it is read. */
export function searchIndex(data, names) {
  const { dict } = data;
  const actorNames = (groups) => groups.map((actors) => fold(actors.map(names.actor).join(' ')));
  return {
    site: dict.place.map((_, i) => fold(names.site(i))),
    attackers: actorNames(dict.attackers),
    targets: actorNames(dict.targets),
    title: dict.title.map(fold),
    kind: dict.kind.map((kind) => fold(names.kind(kind))),
    weapons: dict.weapons.map((weapons) => fold(weapons.map(names.weapon).join(' '))),
    outlets: dict.outlets.map((outlets) => fold(outlets.join(' '))),
    evidence: null,
  };
}

/** 1 for each row that holds all the words, whichever field has them. */
export function textMask({ row, rows }, index, words) {
  const mask = new Uint8Array(rows).fill(1);
  for (const word of words) {
    const has = (texts) => Uint8Array.from(texts, (text) => (text.includes(word) ? 1 : 0));
    const columns = ['site', 'attackers', 'targets', 'title', 'kind', 'weapons', 'outlets'].map((name) => [
      has(index[name]),
      row[name],
    ]);
    for (let i = 0; i < rows; i++) {
      if (!mask[i]) continue;
      const found = columns.some(([hits, codes]) => hits[codes[i]]) || index.evidence?.[i]?.includes(word);
      if (!found) mask[i] = 0;
    }
  }
  return mask;
}

/** Folded evidence of every row, read block by block. */
export async function readEvidence(data) {
  const evidence = [];
  for (let at = 0; at * data.texts.size < data.rows; at++) {
    const records = await data.texts.block(at);
    for (const record of records ?? []) {
      const quotes = (record.evidence ?? []).map((quote) => quote.text ?? '');
      evidence.push(fold([record.id, ...(record.articles ?? []), ...quotes].join(' ')));
    }
  }
  return evidence;
}
