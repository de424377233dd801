"""Names of actors that are no party to what is told: whose a newspaper is, against whom others were raised."""

from __future__ import annotations

from geomap.extract.scene import Scene
from geomap.recognise import Mention

_BEFORE, _BEHIND = 60, 60  # characters
_PREFIX = 6
_OPENING = "([ "  # between "anti-Daesh" and "[ISIS]"


def is_only_named(scene: Scene, mention: Mention) -> bool:
    """Whether a name only says whose an outlet is ("a channel run by X") or whom others are against ("anti-X")."""
    return _owns_an_outlet(scene, mention) or is_opposed(scene, mention)


def _owns_an_outlet(scene: Scene, mention: Mention) -> bool:
    before = scene.between(max(0, mention.start - _BEFORE), mention.start)
    if scene.language.outlet_of.search(before) is not None:
        return True
    if scene.text[mention.end : mention.end + 1] != "-":
        return False
    behind = scene.between(mention.end, mention.end + _BEHIND)
    return scene.language.outlet_behind.match(f" {behind.strip()}") is not None


def is_opposed(scene: Scene, mention: Mention) -> bool:
    """Whether "anti-" stands before a name, or before its other name: "anti-Daesh [ISIS] forces"."""
    start = mention.start
    if scene.language.opposed.search(scene.between(max(0, start - _PREFIX), start)):
        return True
    opening = scene.text[max(0, start - len(_OPENING)) : start]
    if not opening.endswith(("(", "[")):
        return False
    opens = start - len(opening) + len(opening.rstrip(_OPENING))
    other = next(iter(scene.mentions(max(0, opens - _BEFORE), opens)[-1:]), None)
    return other is not None and other.end == opens and is_opposed(scene, other)
