/** Words, numbers and dates in the reader's language. Digits are Western in both. */

import { toMs } from './days.js';
import ar from './words-ar.js';
import en from './words-en.js';

const WORDS = { en, ar };
const COUNTRY_NAMES = {
  en: { PS: 'Palestine', TR: 'Turkey', XK: 'Kosovo' },
  ar: { PS: 'فلسطين', TR: 'تركيا', XK: 'كوسوفو' },
};

const fill = (text, params) => text.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');

/** A language: `t('search')`, `t('kind.attack')`, `plural('incidents', 3)`, `date(day, {month: 'short'})`. */
export function language(code) {
  const lang = WORDS[code] ? code : 'en';
  const words = WORDS[lang];
  const locale = lang === 'ar' ? 'ar-SY-u-nu-latn' : 'en-GB';
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(locale);
  const regions = regionNames(lang);
  const formats = new Map();
  const format = (options) => {
    const key = JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));
    return formats.get(key);
  };
  const get = (path) => path.split('.').reduce((node, name) => node?.[name], words);
  const number = (n) => numbers.format(n);
  return {
    lang,
    rtl: lang === 'ar',
    words,
    number,
    t: (path, params = {}) => fill(get(path) ?? '', params),
    list: (path, params = {}) => get(path).map((text) => fill(text, params)),
    plural: (path, n, params = {}) => {
      const forms = get(path);
      return fill(forms[rules.select(n)] ?? forms.other, { n: number(n), ...params });
    },
    date: (day, options) => format(options).format(toMs(day)),
    range: (from, to, options) => format(options).formatRange(toMs(from), toMs(to)),
    country: (country) => regions(country),
    compare: new Intl.Collator(lang, { numeric: true }).compare,
  };
}

function regionNames(lang) {
  const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' });
  return (code) => {
    if (COUNTRY_NAMES[lang][code]) return COUNTRY_NAMES[lang][code];
    try {
      return names.of(code);
    } catch {
      return code; // not a code of ISO 3166
    }
  };
}
