/** Search over names and evidence: diacritics, articles and letter forms folded, as `geomap/text.py` folds them. */

// prettier-ignore
const LETTERS = {
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ە: 'ه', ک: 'ك', گ: 'ك', پ: 'ب', چ: 'ج', ژ: 'ز',
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe',
};
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640'’‘`´ʼʿʾ\u200b-\u200f]/g;

/** The text in lower case without marks, articles and punctuation. */
export function fold(text) {
  const plain = /^[\x20-\x7e]*$/.test(text)
    ? text
        .replace(/['`]/g, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
    : foldedLetters(text);
  return plain
    .replace(/(^| )(?:al|el|ad|ar|as|ash|at|an|az) (?=\S{3})/g, '$1')
    .replace(/(^| )ال(?=\S{3})/g, '$1')
    .trim();
}

function foldedLetters(text) {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (char) => LETTERS[char] ?? char)
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

export const wordsOf = (query) => fold(query).split(' ').filter(Boolean);

/** What is searched at once: folded names by dictionary. Titles and evidence are search.js's. */
export function searchIndex({ dict }, names) {
  const actorNames = (groups) => groups.map((actors) => fold(actors.map(names.actor).join(' ')));
  return {
    site: dict.place.map((_, i) => fold(names.site(i))),
    attackers: actorNames(dict.attackers),
    targets: actorNames(dict.targets),
    kind: dict.kind.map((kind) => fold(names.kind(kind))),
    weapons: dict.weapons.map((weapons) => fold(weapons.map(names.weapon).join(' '))),
    outlets: dict.outlets.map((outlets) => fold(outlets.join(' '))),
  };
}

/**
 * 1 for each row that holds all the words, whichever field has them.
 * @param found for each word `{rows, titles}` that hold it in their texts, as far as these have been read
 */
export function textMask({ row, rows }, index, words, found = null) {
  const mask = new Uint8Array(rows).fill(1);
  words.forEach((word, at) => {
    const has = (texts) => Uint8Array.from(texts, (text) => (text.includes(word) ? 1 : 0));
    const columns = Object.keys(index).map((name) => [has(index[name]), row[name]]);
    if (found) columns.push([found[at].titles, row.title]);
    const hits = found ? found[at].rows.slice() : new Uint8Array(rows);
    for (const [codes, column] of columns) {
      if (codes.includes(1)) for (let i = 0; i < rows; i++) hits[i] |= codes[column[i]];
    }
    for (let i = 0; i < rows; i++) mask[i] &= hits[i];
  });
  return mask;
}
