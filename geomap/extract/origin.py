"""What a report rests on: a claim, a statement, an agency that many outlets quote; else its own outlet.

Four outlets that quote one claim are one origin: corroboration is counted by origins, never by outlets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from geomap.extract.scene import Scene
from geomap.model import Status

_HEAD = 400  # characters in which a credit stands: "BEIRUT (Reuters) -"
_COMPILED: dict[tuple[str, str], tuple[re.Pattern[str], dict[str, str]]] = {}


def origin_of(
    scene: Scene, spans: Iterable[tuple[int, int]], status: Status, status_by: str | None
) -> str | None:
    """The origin of a report; None where nothing but the article's own outlet stands behind it.

    Args:
        scene: The article.
        spans: The sentences that tell of the event, as characters of its text.
        status: The report's status.
        status_by: Whose claim or statement made it so.
    """
    if status_by and status == "claimed":
        return f"claim by {status_by}"
    if status_by and status == "confirmed":
        return f"statement by {status_by}"
    pattern, names = _agencies(scene)
    for start, end in spans:
        if found := pattern.search(scene.text, start, end):
            return names[found.group(1)]
    if (credit := _credited(scene.text[:_HEAD], pattern)) is not None:
        return names[credit]
    outlet = pattern.fullmatch(scene.article.outlet or "")
    return names[outlet.group(1)] if outlet else None


@lru_cache(maxsize=2)
def _credited(head: str, pattern: re.Pattern[str]) -> str | None:
    """The agency to which the head of an article gives credit; asked for each of its reports."""
    for found in pattern.finditer(head):
        before, after = head[: found.start()].rstrip(" "), head[found.end() :].lstrip(" ")
        if before.endswith(("(", "/", "[", "-", "–", "—")) or after.startswith((") ", ")-", "/")):
            return found.group(1)
    return None


def _agencies(scene: Scene) -> tuple[re.Pattern[str], dict[str, str]]:
    gazetteer = scene.atlas.gazetteer
    key = (gazetteer.version, scene.language.lang)
    if key not in _COMPILED:
        listed = gazetteer.lexicons.get(f"sources-{scene.language.lang}", {}).get("agencies", {})
        _COMPILED[key] = _compiled(listed)
    return _COMPILED[key]


def _compiled(listed: Mapping[str, list[str]]) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {text: name for name, texts in listed.items() for text in texts}
    if not names:
        return re.compile(r"(?!)"), {}
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    heads = "".join(sorted({text[0] for text in (*names, *"ولب")}))
    # Arabic glues "and", "by", "to" to the name. Most characters begin none, which is asked first.
    return re.compile(rf"(?=[{re.escape(heads)}])(?<!\w)(?:و|ل|ب|لـ)?({words})(?!\w)"), names
