"""Whom a sentence goes on with behind an aside of its subject: "Israeli troops, who entered A, shelled B".

The subject stands in a clause without a deed, its deed in another; the aside between tells of older things, and may
have a deed of the same subject ("who captured A last year").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from geomap.extract.actors.agents import speaks
from geomap.extract.actors.belonging import actor_of
from geomap.extract.clauses.asides import only_helps, opens_with_its_verb, subject_before_its_relative
from geomap.extract.clauses.parties import parties
from geomap.extract.clauses.party import Party
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import BEFALLS, RESUMES, Clause
from geomap.model import FIGHTING
from geomap.recognise import Mention

_BEHIND_ITS_NAME = 4  # words of a subject behind its name: "Saudi border guards", "fighters in two cars"


class Resumed(NamedTuple):
    """What asides of a sentence part, by the numbers of its clauses.

    Attributes:
        subjects: Whom the verbs of a clause have as their subject from before an aside.
        heads: Of a clause behind an aside, that with its subject.
        asides: Of an aside, the clause with which the sentence goes on.
    """

    subjects: dict[int, list[Party]]
    heads: dict[int, int]
    asides: dict[int, int]


NOTHING = Resumed({}, {}, {})


def is_aside(scene: Scene, clauses: Sequence[Clause], number: int) -> bool:
    """Whether a clause is an aside of the subject before it, behind which the sentence goes on with its deed.

    Args:
        scene: The article.
        clauses: The clauses of a sentence, in order.
        number: The clause asked about.
    """
    if not scene.language.subject_first or not 0 < number < len(clauses) - 1:
        return False
    head, aside, rest = clauses[number - 1 : number + 2]
    if not aside.opener or scene.has("triggers.", head.start, head.end):
        return False
    commas = (scene.text[c.start : c.end].rstrip()[-1:] == "," for c in (head, aside))
    return all(commas) and opens_with_its_verb(scene, rest)


def of_heads(scene: Scene, told: Sequence[tuple[Clause, list[Trigger]]]) -> Resumed:
    """Whom the verbs behind asides, and in them, have as their subject, and what these asides part.

    Args:
        scene: The article.
        told: The clauses of a sentence with their deeds, in order.
    """
    clauses = [clause for clause, _ in told]
    if not scene.language.subject_first:
        return _behind_relatives(scene, told)
    found = Resumed({}, {}, {})
    for i, (clause, deeds) in enumerate(told):
        if clause.opener == BEFALLS and i and deeds:
            found.subjects[i] = _subject_of(scene, clauses[i - 1], deeds[0])
        if not is_aside(scene, clauses, i):
            continue
        head = clauses[i - 1]
        if told[i + 1][1]:
            found.subjects[i + 1] = _subject_of(scene, head, told[i + 1][1][0])
            found.heads[i + 1] = i - 1
            found.asides[i] = i + 1
        if deeds and _says_what_it_did(scene, clause):
            found.subjects[i] = _subject_of(scene, head, deeds[0])
    return found


def _behind_relatives(scene: Scene, told: Sequence[tuple[Clause, list[Trigger]]]) -> Resumed:
    """The same where the verb stands first: "القوات التي سيطرت على أ قصفت ب" is cut before its own verb."""
    found = Resumed({}, {}, {})
    for i, ((before, _), (clause, deeds)) in enumerate(pairwise(told), 1):
        if clause.opener != RESUMES or not deeds:
            continue
        subject = subject_before_its_relative(scene, before)
        if subject is not None:
            found.subjects[i] = _subject_of(scene, Clause(before.start, subject.end, ""), deeds[0])
            found.asides[i - 1] = i
    return found


def _says_what_it_did(scene: Scene, aside: Clause) -> bool:
    """Whether an aside has its opener as its subject: "who captured A", not "which Iran had captured"."""
    first = next(iter(scene.cues("triggers.", aside.start, aside.end)), None)
    words = scene.between(aside.start, aside.end).split(maxsplit=1)
    if first is None or not words or words[0] not in scene.language.relatives:
        return False
    return only_helps(scene, aside.start + len(words[0]) + 1, first.start)


def _subject_of(scene: Scene, head: Clause, deed: Trigger) -> list[Party]:
    """The parties of a head as if its deed stood right behind it; the day before them is of the deed."""
    fronted = scene.dates_in(head.start, head.end)[:1]
    if fronted and not any(m.end <= fronted[0].start for m in scene.mentions(head.start, head.end)):
        head = head._replace(start=fronted[0].end)  # "On Tuesday the army, which …"
    end = head.start + len(scene.text[head.start : head.end].rstrip(" ,"))
    behind = deed._replace(start=end, end=end)
    near = [
        m.start
        for m in scene.mentions(head.start, head.end)
        if m.actors
        and actor_of(scene, m).kind in FIGHTING
        and not speaks(scene, m)
        and len(scene.between(m.end, end).split()) <= _BEHIND_ITS_NAME
        and not _is_beside(scene, head, m)
    ]
    return [p for p in parties(scene, head, [behind]) if p.start in near]


def _is_beside(scene: Scene, head: Clause, mention: Mention) -> bool:
    """Whether a name only says more of the subject: "rebels fighting the Syrian army", "settlers backed by troops"."""
    language = scene.language
    words = scene.between(head.start, mention.start).split()
    beside = language.agent_breaks | language.by | language.surroundings
    beside -= language.away_from | language.listing
    if not beside.isdisjoint(words):
        return True
    return any(word.endswith(tuple(language.participle_endings) or ("\0",)) for word in words)
