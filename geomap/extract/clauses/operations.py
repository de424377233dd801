"""Operations that are strikes: "carried out an operation against a barracks", not one that only searched a town."""

from __future__ import annotations

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Cue

_BEFORE = 60  # characters in which it is said that somebody carried it out
_BEHIND = 90  # … and in which it is said against what
_STRUCK = 40  # characters behind "against" to what was struck


def is_a_strike(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether an operation was carried out against a target, or with arms against somebody.

    Args:
        scene: The article.
        clause: The clause.
        cue: The word for the operation.
    """
    language = scene.language
    if not language.carried_out.search(scene.between(max(clause.start, cue.start - _BEFORE), cue.start)):
        return False
    end = min(clause.end, cue.end + _BEHIND)
    against = language.against.search(scene.between(cue.end, end))
    if against is None:
        return False
    struck = cue.end + against.end()
    behind = min(clause.end, struck + _STRUCK)
    property_hit = language.property_named.search(f"{scene.between(struck, behind)} ") is not None
    return (
        property_hit
        or scene.has("actors.assets", struck, behind)
        or scene.has("weapons.", clause.start, clause.end)
    )
