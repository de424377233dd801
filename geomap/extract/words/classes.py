"""The classes of tokens and the one character that each is written as."""

from __future__ import annotations

from typing import Any

Value = Any  # what a lexicon says of a word: a number, a text, or None

PUNCTUATION = {
    ",": "comma", "،": "comma", "(": "open", "[": "open", ")": "close", "]": "close", "/": "slash", "-": "dash",
    "–": "dash", "—": "dash", "−": "dash", "‐": "dash", "‑": "dash", ":": "colon", "'": "apostrophe",
    "’": "apostrophe", ".": "dot", "!": "stop", "?": "stop", "؟": "stop", "…": "stop", ";": "semicolon",
    "؛": "semicolon", "%": "percent", "٪": "percent", "$": "money", "€": "money", "£": "money",
}  # fmt: skip
# Classes that any lexer has, besides those of its lexicon.
_BUILT_IN = (
    "other", "newline", "symbol", *dict.fromkeys(PUNCTUATION.values()),
    "joined", "daynum", "yearnum", "number", "ordinal", "numdate", "clock", "numrange", "slashed", "dayyear",
    "shortdate", "decimal", "odd",
)  # fmt: skip
CODES: dict[str, str] = {name: chr(0xE000 + i) for i, name in enumerate(_BUILT_IN)}
NAMES: dict[str, str] = {code: name for name, code in CODES.items()}


def code_of(name: str) -> str:
    """The character that stands for a class; classes are numbered as they are met."""
    if name not in CODES:
        CODES[name] = chr(0xE000 + len(CODES))
        NAMES[CODES[name]] = name
    return CODES[name]
