"""Whether a state's name is only a part of another name: of a ship's, a paper's, a company's."""

from __future__ import annotations

import re

from geomap.extract.actors.belonging import actor_of
from geomap.extract.scene import Scene
from geomap.recognise import Mention

_QUOTES = ('"', "”", "’", "'", "»", "“")
_QUOTED = re.compile(r"[\"“„‘'«](?:[A-Z][\w.-]* ){1,3}$")
_CAPITALISED = re.compile(r" ([A-Z][A-Za-z]+)\b(?! (?:[A-Z][a-z]+ )?(?:said|says|told)\b)")
_OF_FORCES = ("weapons.", "actors.arms", "actors.assets", "actors.acting")
_FORCES = 16  # characters behind a country's name and a word in which arms or soldiers are named


def ends_a_quoted_name(scene: Scene, mention: Mention) -> bool:
    """Whether a state's name only ends what a ship or a paper is called: the "Maersk Gibraltar"."""
    closed = scene.text[mention.end : mention.end + 1] in _QUOTES and mention.end < len(scene.text)
    return closed and _QUOTED.search(scene.text[max(0, mention.start - 30) : mention.start]) is not None


def opens_another_name(scene: Scene, mention: Mention) -> bool:
    """Whether a country's name only begins what a ship is called: "the Gibraltar Eagle", "China Dawn was hit"."""
    if not (scene.language.capitals and mention.places) or actor_of(scene, mention).kind != "state":
        return False
    behind = _CAPITALISED.match(scene.text, mention.end)
    sentence = scene.sentence_at(mention.start)
    if behind is None or sentence is None or sentence.role != "body":
        return False
    start, end = behind.span(1)
    named = any(m.start < end and start < m.end for m in scene.mentions(start - 1, end + 1))
    strikes = scene.has("triggers.", start, end) or scene.dates_in(start, end)
    forces = any(scene.has(tag, start, end + _FORCES) for tag in _OF_FORCES)
    return not (named or strikes or forces)
