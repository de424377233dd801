"""Checks of names: script against language, normal form, repeats, and collisions between records."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from geomap.check.findings import Finding, Source
from geomap.gazetteer.index import joined

# Languages and the scripts in which their names may stand; languages not listed are not checked.
SCRIPTS: dict[str, tuple[str, ...]] = {
    "ar": ("ARABIC",), "fa": ("ARABIC",), "ur": ("ARABIC",), "ckb": ("ARABIC",), "ku": ("LATIN", "ARABIC"),
    "he": ("HEBREW",), "ru": ("CYRILLIC",), "uk": ("CYRILLIC",), "el": ("GREEK",), "syr": ("SYRIAC",),
    "en": ("LATIN",), "fr": ("LATIN",), "de": ("LATIN",), "es": ("LATIN",), "it": ("LATIN",), "tr": ("LATIN",),
    "kmr": ("LATIN",), "so": ("LATIN",),
}  # fmt: skip


def script_of(text: str) -> str | None:
    """The Unicode script of most letters of a text, as in its character names; None without letters."""
    scripts = [unicodedata.name(c, "?").split()[0] for c in text if c.isalpha()]
    return max(sorted(set(scripts)), key=scripts.count) if scripts else None


def check_names(source: Source) -> Iterator[Finding]:
    """Faults within the names of one record."""
    seen: set[tuple[str, str]] = set()
    for name in source.items("names"):
        if not isinstance(name, dict) or not isinstance(name.get("text"), str):
            continue  # the schema says so already
        text, lang = name["text"], str(name.get("lang", ""))
        if text != unicodedata.normalize("NFC", text) or text != text.strip() or not text:
            yield source.error(f"the name {text!r} is not in normal form", "run geomap gazetteer fmt", text)
        script = script_of(text)
        if lang in SCRIPTS and script is not None and script not in SCRIPTS[lang]:
            what = f"{text!r} is in {script.title()} script, which lang {lang!r} is not written in"
            yield source.error(what, "mend the lang, or the name", text)
        if (text, lang) in seen:
            yield source.warning(f"the name {text!r} is there twice", "drop one", text)
        seen.add((text, lang))


def check_collisions(sources: list[Source]) -> Iterator[Finding]:
    """Strong names without `needs` that two records share once folded: look-up could not tell which is meant."""
    owners: dict[str, list[tuple[Source, str]]] = {}
    for source in sources:
        texts = {name["text"] for name in source.items("names") if _counts_alone(name)}
        keys = {joined(text): text for text in sorted(texts)}
        for key, text in keys.items():
            owners.setdefault(key, []).append((source, text))
    for _, sharing in sorted(owners.items()):
        first = sharing[0][0]
        for source, text in sharing[1:]:
            if source.id == first.id:
                continue  # said already: the id is there twice
            what = f"the name {text!r} is also one of {first.id} ({first.seen_from(source)})"
            yield source.error(what, "give one of them strength weak, or needs", text)


def _counts_alone(name: object) -> bool:
    if not isinstance(name, dict) or not isinstance(name.get("text"), str):
        return False
    return name.get("strength", "strong") == "strong" and not name.get("needs") and bool(joined(name["text"]))
