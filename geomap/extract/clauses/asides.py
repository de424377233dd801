"""Asides between commas: what does not end a clause ("شنّ التحالف، ليل أمس، غارات على …"), and what is one itself."""

from __future__ import annotations

import re

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import RESUMES, Clause

_LONGEST = 4  # words of an aside besides those of its date
_SUBJECT = 8  # words of a subject before its aside
_COMMA = re.compile(r",\s+(?=\S)")


def without_asides(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Joins what stands on both sides of an aside that only says when, or who says so.

    Args:
        scene: The article.
        clauses: The clauses of one sentence, in order.
    """
    if scene.language.subject_first:
        return clauses
    found = clauses[:1]
    inside = False  # the clause before was an aside
    for clause in clauses[1:]:
        aside = _is_aside(scene, clause)
        if aside or (inside and not _opens_anew(scene, clause)):
            found[-1] = found[-1]._replace(end=clause.end)
        else:
            found.append(clause)
        inside = aside
    return found


def _is_aside(scene: Scene, clause: Clause) -> bool:
    if scene.has("triggers.", clause.start, clause.end) or scene.mentions(clause.start, clause.end):
        days = scene.dates_in(clause.start, clause.end)
        return bool(days) and not _words_beside(scene, clause)
    if scene.dates_in(clause.start, clause.end):
        return len(_words_beside(scene, clause)) <= _LONGEST
    words = scene.between(clause.start, clause.end)
    return len(words.split()) <= _LONGEST and bool(scene.language.aside.match(words))


def _words_beside(scene: Scene, clause: Clause) -> list[str]:
    """The words of a clause that are not of its dates."""
    words: list[str] = []
    at = clause.start
    for day in scene.dates_in(clause.start, clause.end):
        words += scene.between(at, day.start).split()
        at = day.end
    words += scene.between(at, clause.end).split()
    return [word for word in words if any(letter.isalpha() for letter in word)]


def _opens_anew(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins with "and", "what led to", "while": the sentence goes on with another."""
    return bool(scene.language.opens_anew.match(scene.between(clause.start, clause.end)))


def cut_at_asides(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Makes a clause of an aside that tells what was done to a subject: "Syrian soldiers, angered by a raid, shot …".

    Args:
        scene: The article.
        clauses: The clauses of one sentence, in order.
    """
    if not scene.language.subject_first:
        return clauses
    found = []
    for clause in clauses:
        cuts = _around_its_aside(scene, clause)
        if cuts is None:
            found.append(clause)
            continue
        opens, ends = cuts
        words = scene.text[opens:ends].split(maxsplit=3)[:3]
        found.append(Clause(clause.start, opens, clause.opener))
        found.append(Clause(opens, ends, " ".join(words).casefold()))
        found.append(Clause(ends, clause.end, RESUMES))
    return found


def _around_its_aside(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """Where the aside of a subject begins and where the sentence goes on behind it."""
    deeds = scene.cues("triggers.", clause.start, clause.end)
    if len(deeds) < 2:  # most clauses
        return None
    opens = _COMMA.search(scene.text, clause.start, deeds[0].start + 1)
    ends = _COMMA.search(scene.text, deeds[0].end, deeds[-1].start + 1)
    if opens is None or ends is None:
        return None
    cut, go_on = opens.end(), ends.end()
    if not _opens_with_a_participle(scene, cut, deeds[0].start):
        return None
    if scene.language.helped_by.search(scene.between(cut, deeds[0].start)):
        return None  # "troops, backed by air strikes, attacked"
    named = any(m.actors and not m.places for m in scene.mentions(clause.start, cut))
    short = len(scene.between(clause.start, cut).split()) <= _SUBJECT
    rest = Clause(go_on, clause.end, "")
    return (cut, go_on) if named and short and opens_with_its_verb(scene, rest) else None


def _opens_with_a_participle(scene: Scene, start: int, end: int) -> bool:
    """Whether an aside opens with "angered", "fearing" or "stung by"."""
    words = scene.between(start, end).split(maxsplit=2)[:2]
    endings = (*scene.language.past_endings, *scene.language.participle_endings)
    return bool(words) and (words[0].endswith(endings or ("\0",)) or words[-1] in scene.language.by)


def opens_with_its_verb(scene: Scene, clause: Clause) -> bool:
    """Whether a clause has no subject of its own: "shelled B", "later attacked the base", "has been hit"."""
    first = next(iter(scene.cues("triggers.", clause.start, clause.end)), None)
    return first is not None and first.tag.endswith(".verbs") and only_helps(scene, clause.start, first.start)


def only_helps(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but auxiliaries, adverbs and a day stands between two characters, before a verb."""
    language = scene.language
    days = scene.dates_in(start, end)
    if days and len(scene.between(start, days[0].start).split()) > 1:
        return False
    helping = language.auxiliaries | language.had | language.present | language.before_verbs
    adverbs = tuple(language.adverb_endings) or ("\0",)
    words = scene.between(days[-1].end if days else start, end).split()
    return all(word in helping or word.endswith(adverbs) for word in words)
