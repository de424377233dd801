"""Sentences of works, dreams, games, beasts, hackers and duds: the blows that they tell of are no deeds of war."""

from __future__ import annotations

import re

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

_WHOLE = ("image", "beast", "prey", "hacker")  # all deeds of the sentence must be in their words
_LIVING = ("beast", "prey", "hacker")  # … which are no names of bands: "the Tigers attacked"
_HUNTED_WITH = "weapons.gunfire"  # nobody hunts with drones and mines


def tells_of_no_war(scene: Scene, sentence: Sentence) -> bool:
    """Whether its deeds are those of a film, a picture, a dream, a match, of animals or of hackers.

    Nor is what is blown up in a pit where it was taken, or what nobody has counted: "how many shells were fired".

    What happens in a work stands behind the word for it; a deed before that is one of the news: "gunmen stormed a
    screening of a film in which a soldier is shot". So is a deed with its day where the words on the work have ended:
    "the novel tells of love; a bomb exploded …". A day of a month is that of a deed that was done in any case.
    """
    start, end = sentence.start, sentence.end
    if not (scene.has("triggers.", start, end) or scene.has("weapons.", start, end)):
        return False
    found = scene.language.no_war.search(scene.between(start, end))
    if found is None or found.lastgroup is None:
        return False
    how = found.lastgroup
    if how in ("sport", "removed"):
        return not any((c.best or c.low) and not c.total for c in scene.casualties_in(start, end))
    deeds = scene.cues("triggers.", start, end)
    if how in _WHOLE:
        if how == "prey" and any(cue.tag != _HUNTED_WITH for cue in scene.cues("weapons.", start, end)):
            return False
        return all(cue.text in found.group() for cue in deeds) and not (
            how in _LIVING and _is_a_band(scene, sentence, found)
        )
    if any(len(scene.between(start, cue.start)) < found.start() for cue in deeds):
        return False
    if any(d.kind == "date" and d.day is not None for d in scene.dates_in(start, end)):
        return False
    return not _goes_on_to_news(scene, sentence, found)


def _goes_on_to_news(scene: Scene, sentence: Sentence, work: re.Match[str]) -> bool:
    """Whether a deed with its day stands where the words on a work have ended."""
    start, end = sentence.start, sentence.end
    closes = scene.language.work_ends.search(scene.between(start, end), work.end())
    if closes is None:
        return False
    deeds = scene.cues("triggers.", start, end)
    behind = any(len(scene.between(start, cue.start)) >= closes.end() for cue in deeds)
    dated = any(len(scene.between(start, d.start)) >= closes.end() for d in scene.dates_in(start, end))
    return behind and dated


def _is_a_band(scene: Scene, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether those who attack are named, or armed people are about: "the Tigers attacked", "gunmen shot a dog"."""
    start, end = sentence.start, sentence.end
    if scene.has("actors.armed", start, end):
        return True
    if any(m.actors and not m.places for m in scene.mentions(start, start + found.end() + 1)):
        return True
    word = found.group().split()[0]
    return found.start() > 0 and word.capitalize() in scene.text[start:end]
