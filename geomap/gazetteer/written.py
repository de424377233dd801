"""Other ways to write a name as it stands in a sentence: "Sanaa's international airport", "بالمقدادية"."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Behind an airport's or a base's own name in Arabic: "international", "air", "military", "naval".
_AR_SITE = re.compile(
    r"(?P<site>(?:مطار|قاعدة|ميناء|معسكر)\s+.+?)\s+(?:الدولي|الجوية?|العسكرية?|البحرية?|المدني)"
)
# "and", "in", "to", "like", written together with the word: "وبالرقة" is in Raqqa.
_AR_GLUED = re.compile(r"(?:و?[بلك]|و)(?P<name>[\u0621-\u064a].*)")
_AR_LEAST = 3  # letters of a name without them
_SORT = r"(?:international |civil |civilian |military |main |domestic |local )*"
_SITE = r"airport|airfield|air base|airbase|naval base|military base|base|port|refinery|prison"
_SITE_AT = re.compile(
    rf"(?:the )?{_SORT}(?P<site>{_SITE}) (?:at|of|in|outside|near) (?P<name>\w.+)", re.IGNORECASE
)
_SITE_OF = re.compile(rf"(?:the )?(?P<name>\w.*?)(?:['’]s?)? {_SORT}(?P<site>{_SITE})", re.IGNORECASE)
_THE = re.compile(r"the (?P<name>\w.+)", re.IGNORECASE)


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
    elif (found := _AR_GLUED.fullmatch(name)) and len(found["name"]) >= _AR_LEAST:
        yield found["name"]
