"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
import unicodedata

# Short words that are frequent in one language and rare in the others of the same script.
_LATIN = {
    "en": "the of and to in that was for on with by at from were said had has its which",
    "fr": "le les des et une dans est que qui pour par sur au aux du pas avec ses",
    "de": "der die und das den von ist mit des auf für im dem nicht ein eine zu sich",
    "es": "el los las del que en por una con para se su al como más fue y",
    "it": "il di che la gli della per una con del sono nel alla dei più è",
    "pt": "o os as que do da em um uma para não com dos das foi ao",
    "nl": "de het een van en dat is op te voor met zijn aan door niet",
    "tr": "ve bir bu için ile da de olarak olan en çok sonra gibi",
}
_ARABIC = {
    "ar": "في من على إلى أن التي عن الذي ما كما بعد هذا هذه قال كان خلال بين",
    "fa": "در به از که این را با است برای آن می شد کرد های خود یک",
    "ku": "لە بە کە بۆ ئەو لەگەڵ دەکات کرد و ئەم سەر نێوان",
    "ur": "کے میں کی ہے اور سے کا کو نے پر کہ ہیں",
}
_WORDS = {script: {lang: frozenset(w.split()) for lang, w in table.items()}
          for script, table in (("LATIN", _LATIN), ("ARABIC", _ARABIC))}  # fmt: skip
_BY_SCRIPT = {
    "HEBREW": "he",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
}
_WORD = re.compile(r"[^\W\d_]+(?!\w)")  # not the "and" of "و7", which is a word of its own in Kurdish
_SAMPLE = 4000  # characters that are looked at


def language(text: str) -> str | None:
    """The ISO 639-1 code, "other" where only the script can be told, None where there is too little to say."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return None
    script, share = _main_script("".join(words))
    if share < 0.6:
        return None
    if script not in _WORDS:
        return _BY_SCRIPT.get(script, "other")
    counts = {lang: sum(word in known for word in words) for lang, known in _WORDS[script].items()}
    best = max(counts, key=lambda lang: (counts[lang], -list(counts).index(lang)))
    if counts[best] < max(1, len(words) // 25):
        return "other" if len(words) > 40 else None
    return best


def _main_script(letters: str) -> tuple[str, float]:
    """The script of most letters, by the first word of their Unicode names, and its share."""
    counts: dict[str, int] = {}
    sample = letters[:600]
    for char in sample:
        name = "LATIN" if char.isascii() else unicodedata.name(char, "UNKNOWN").split(" ")[0]
        counts[name] = counts.get(name, 0) + 1
    script = max(counts, key=lambda name: counts[name])
    return script, counts[script] / len(sample)
