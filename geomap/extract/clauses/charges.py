"""Whom a charge is laid on, where the verb stands first and its object may look like who makes it."""

from __future__ import annotations

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Cue, Mention
from geomap.text import fold


def said_to_have_done_it(scene: Scene, clause: Clause, cue: Cue) -> str | None:
    """Whom others say to have done it: "إن طائرة أميركية هي التي نفذتها", but "أعلنت أنها هي التي نفذته"."""
    if not cue.text.startswith(tuple(scene.language.it_is_who) or ("\0",)):
        return None
    named = [m for m in scene.mentions(clause.start, cue.start) if m.actors]
    if not named or any(
        not w.startswith(scene.language.article) for w in scene.between(named[-1].end, cue.start).split()
    ):
        return None
    told = named and not scene.language.spoken_by.search(scene.between(clause.start, named[-1].start))
    return named[-1].actors[0] if told else None


def is_its_other_name(scene: Scene, mention: Mention) -> bool:
    """Whether a name only stands behind a stroke and another: "YPG/ PKK" is one that is accused."""
    return scene.text[max(0, mention.start - 2) : mention.start].strip() == "/"


def is_laid_on(scene: Scene, cue: Cue) -> bool:
    """Whether who is named behind a charge is accused for sure: "ألقى باللائمة على", "محملا", "الحكومة تتهم"."""
    language = scene.language
    if cue.tag != "cues.attribution":
        return False
    if cue.text in language.accusing or cue.text.endswith(tuple(language.laid_on) or ("\0",)):
        return True
    before = scene.between(max(0, cue.start - 24), cue.start).split()[-1:]
    subject = bool(before) and before[0].startswith(language.article) and bool(language.article)
    return (
        subject
        and language.relatives.isdisjoint(before)
        and language.present_verb.match(cue.text) is not None
    )


def is_accused_by_others(scene: Scene, cue: Cue, mention: Mention) -> bool:
    """Whether the only name behind a charge is its object: who makes it has none, "واتهم السكان قوات …"."""
    if cue.tag != "cues.attribution" or scene.language.adjective_mark.search(fold(mention.text)):
        return False
    gap = scene.between(cue.end, mention.start)
    if not gap.strip():  # "التي حملت قوات … المسؤولية": who does so stands before "which"
        return scene.language.relative.search(scene.between(max(0, cue.start - 24), cue.start)) is not None
    if any(m.places for m in scene.mentions(cue.end, mention.start)):
        return True  # "اتهمت موسكو كييف"
    return scene.language.ends_its_subject.search(gap) is not None
