"""Other ways to write a name as it stands in a sentence: "Sanaa's international airport", "بالمقدادية"."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Behind an airport's or a base's own name in Arabic: "international", "air", "military", "naval".
_AR_SITE = re.compile(
    r"(?P<site>(?:مطار|قاعدة|ميناء|معسكر)\s+.+?)\s+(?:الدولي|الجوية?|العسكرية?|البحرية?|المدني)"
)
# "and", "in", "to", "like", written together with the word: "وبالرقة" is in Raqqa.
_AR_GLUED = tuple(re.compile(rf"{words}(?P<name>[\u0621-\u064a].*)") for words in ("[وبلك]", "و[بلك]"))
_MOST_WORDS = 8  # of a name with its division and country
_AR_LEAST = 3  # letters of a name without them
_SORT = r"(?:international |civil |civilian |military |main |domestic |local )*"
_SITE = r"airport|airfield|air base|airbase|naval base|military base|base|port|refinery|prison"
_SITE_AT = re.compile(
    rf"(?:the )?{_SORT}(?P<site>{_SITE}) (?:at|of|in|outside|near) (?P<name>\w.+)", re.IGNORECASE
)
_SITE_OF = re.compile(rf"(?:the )?(?P<name>\w.*?)(?:['’]s?)? {_SORT}(?P<site>{_SITE})", re.IGNORECASE)
_THE = re.compile(r"the (?P<name>\w.+)", re.IGNORECASE)
_DIRECTION = re.compile(
    r"(?:the\s+)?(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|central|rural|greater)"
    r"[\s-]+(?=\w{3})|(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|ريف)\s+(?=\w{3})",
    re.IGNORECASE,
)
# "Pokrovsk direction", "the outskirts" behind a name: the place itself, loosely.
_AROUND = re.compile(r"\s+(?:direction|sector|front|axis|outskirts|suburbs|environs|area)$", re.IGNORECASE)
_LEADING_THE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?P<whole>\w.*?)['’]s\s+(?P<head>\w.+)")
_PLACED = re.compile(r"\s+(?:of|in|near|في|قرب|شرق|غرب|شمال|جنوب)\s+", re.IGNORECASE)


def other_forms(name: str) -> Iterator[str]:
    """The name in plainer forms, which a gazetteer may have where it does not have the form of the sentence."""
    name = " ".join(name.split())
    if found := _AR_SITE.fullmatch(name):
        yield found["site"]
    if found := _SITE_AT.fullmatch(name) or _SITE_OF.fullmatch(name):
        plain = f"{found['name']} {found['site']}"
        if plain.casefold() != name.casefold():
            yield plain
    elif found := _THE.fullmatch(name):
        yield found["name"]
    if name.startswith("لل"):
        yield f"ال{name[2:]}"  # "to the": its first letter is not written
    else:
        glued = [found["name"] for words in _AR_GLUED if (found := words.fullmatch(name))]
        yield from (rest for rest in glued if len(rest) >= _AR_LEAST)


def part_of(name: str) -> tuple[str, str] | None:
    """The words with which a name says a part of a place ("Southern Red Sea"), and the place."""
    name = name.strip()
    words = _DIRECTION.match(name) or _AROUND.search(name)
    return (words.group().strip(), name[words.end() :] or name[: words.start()]) if words else None


def heads_and_tails(name: str) -> Iterator[tuple[str, str]]:
    """Where a name can end and that of an area begin ("Baidoa | Bay region Somalia"), the longest area first."""
    words = name.replace(",", " ").split()
    if len(words) <= _MOST_WORDS:
        for at in range(1, len(words)):
            yield " ".join(words[:at]), " ".join(words[at:])


def wholes(name: str) -> Iterator[tuple[str, str]]:
    """How a name can be read as a place in another one: (the place, the other), the last word for it first."""
    bare = _LEADING_THE.sub("", name.strip())
    if owned := _POSSESSIVE.fullmatch(bare):
        yield owned["head"], owned["whole"]
    for link in reversed(list(_PLACED.finditer(bare))):
        head, whole = bare[: link.start()], _LEADING_THE.sub("", bare[link.end() :])
        if head and whole:
            yield head, whole
