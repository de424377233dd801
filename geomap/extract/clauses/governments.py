"""Capitals that stand for their governments: "Moscow has denied", "Moscow hit Kharkiv with missiles".

Who struck so is only read where a lexicon says what may stand before the deed, as the pattern `government_acts`.
"""

from __future__ import annotations

from collections.abc import Collection

from geomap.extract.clauses.party import SUBJECT, Party
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Mention

_STRIKES = ("attack", "airstrike", "shelling", "launch", "raid", "seizure")


def state_of_capital(scene: Scene, mention: Mention) -> str | None:
    """The state whose government the name of a capital may stand for; None for other towns, and where it is unsure."""
    if not mention.places:
        return None
    place = scene.atlas.place(mention.places[0])
    states = scene.atlas.gazetteer.states.get(place.country or "", ())
    return states[0] if len(states) == 1 and scene.atlas.is_capital(place) else None


def government_that_struck(
    scene: Scene, clause: Clause, triggers: list[Trigger], places: Collection[int]
) -> list[Party]:
    """The government that a capital stands for, as the subject of a deed elsewhere: "Moscow hit Kharkiv on Monday".

    Args:
        scene: The article.
        clause: Where to look.
        triggers: The deeds of the clause.
        places: Where mentions start that are places here.
    """
    deed = next((t for t in triggers if t.voice == "active" and t.kind in _STRIKES), None)
    if deed is None or not any(start > deed.end for start in places):
        return []
    before = scene.mentions(clause.start, deed.start)[-1:]
    if not before or before[0].actors or before[0].start in places:
        return []
    if scene.between(clause.start, before[0].start).split():
        return []  # "the road to Moscow hit …", "a rally for Kyiv struck …"
    acts = scene.language.government_acts.match(scene.text[before[0].end : deed.start].strip())
    if acts is None or not _has_an_object(scene, clause, deed):
        return []
    state = state_of_capital(scene, before[0])
    return [Party(state, "attacker", 2.0, before[0].start, SUBJECT)] if state else []


def _has_an_object(scene: Scene, clause: Clause, deed: Trigger) -> bool:
    """Whether a name or an article stands right behind a verb: "hit Kharkiv", "struck a depot"; not "hit, two dead"."""
    sentence = scene.sentence_at(deed.start)
    if sentence is None or sentence.role == "headline":
        return False  # "Kyiv attack kills five", "Kyiv struck again": headlines leave the passive's verb out
    verbs = (c for c in scene.cues("triggers.", deed.start, deed.end) if c.tag.endswith(".verbs"))
    if not any(verbs) or scene.text[deed.end : deed.end + 1] != " ":
        return False
    named = scene.mentions(deed.end, clause.end)[:1]
    if named and scene.language.government_aims.match(scene.between(deed.end, named[0].start)):
        return True
    return scene.language.government_hits.match(scene.between(deed.end, clause.end)) is not None
