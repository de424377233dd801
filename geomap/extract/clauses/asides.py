"""Asides between commas: what does not end a clause ("شنّ التحالف، ليل أمس، غارات على …"), and what is one itself."""

from __future__ import annotations

import re
from itertools import zip_longest

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import RESUMES, Clause
from geomap.recognise import Cue, Mention

_LONGEST = 4  # words of an aside besides those of its date
_OPENS_WITH = 2  # words before the subject's name: "مقاتلو تنظيم …"
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
        return _cut_at_relatives(scene, clauses)
    found = []
    for clause in clauses:
        cuts = around_its_aside(scene, clause)
        if cuts is None:
            found.append(clause)
            continue
        opens, ends = cuts
        words = scene.text[opens:ends].split(maxsplit=3)[:3]
        found.append(Clause(clause.start, opens, clause.opener))
        found.append(Clause(opens, ends, " ".join(words).casefold()))
        found.append(Clause(ends, clause.end, RESUMES))
    return found


def _cut_at_relatives(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Clauses where the verb stands first, those of a subject told apart from its deed.

    "قصفت القوات، التي تسيطر على أ، بلدة ب": what stands in the relative clause is no object, so it comes last, or goes
    where it tells no deed. "القوات التي سيطرت على أ قصفت ب": what its subject did besides is a clause of its own.
    """
    found: list[Clause] = []
    last: list[Clause] = []
    for before, clause, behind in zip_longest([None, *clauses], clauses, clauses[1:]):
        if clause is None:
            continue
        if before is not None and behind is not None and _parts_from_object(scene, before, clause, behind):
            last += [clause] if scene.has("triggers.", clause.start, clause.end) else []
            continue
        cut = _behind_its_relative(scene, clause)
        if cut is None:
            found.append(clause)
        else:
            found += [Clause(clause.start, cut, clause.opener), Clause(cut, clause.end, RESUMES)]
    return found + last


def _parts_from_object(scene: Scene, before: Clause, clause: Clause, behind: Clause) -> bool:
    """Whether a relative clause stands between a verb with its subject and the object of both."""
    if scene.language.relatives.isdisjoint(scene.between(clause.start, clause.start + 12).split()[:1]):
        return False
    deeds = scene.cues("triggers.", before.start, before.end)
    if not deeds or not deeds[-1].tag.endswith(".verbs"):
        return False
    told = scene.cues("triggers.", behind.start, behind.end)
    if any(not d.tag.startswith("triggers.casualty") for d in told) or _opens_anew(scene, behind):
        return False
    named = scene.mentions(deeds[-1].end, before.end)
    ends = bool(named) and bool(named[-1].actors) and not scene.text[named[-1].end : before.end].strip(" ،,")
    until = told[0].start if told else behind.end
    placed = any(m.places for m in scene.mentions(behind.start, until))
    return ends and placed and not any(m.places and not m.actors for m in named)


def _behind_its_relative(scene: Scene, clause: Clause) -> int | None:
    """Where a subject's own verb stands behind its relative clause: "القوات التي سيطرت على أ قصفت ب"."""
    deeds = scene.cues("triggers.", clause.start, clause.end)
    if len(deeds) < 2:  # most clauses
        return None
    subject = subject_before_its_relative(scene, clause)
    if subject is None or subject.end > deeds[0].start:
        return None
    return next((d.start for d in deeds[1:] if _goes_on_without_and(scene, deeds[0].end, d)), None)


def _goes_on_without_and(scene: Scene, start: int, deed: Cue) -> bool:
    """Whether a verb stands behind a place without "and", "when" or "which": the sentence goes on with it."""
    if not deed.tag.endswith(".verbs") or scene.text[deed.start - 1 : deed.start] not in (" ", "،"):
        return False
    if not any(m.places for m in scene.mentions(start, deed.start)):
        return False
    words = scene.between(start, deed.start).split()
    language = scene.language
    opens = language.relatives | language.saying | language.subordinating
    return opens.isdisjoint(words[-2:])


def subject_before_its_relative(scene: Scene, clause: Clause) -> Mention | None:
    """The actor that opens a clause and has a relative clause behind it."""
    named = [m for m in scene.mentions(clause.start, clause.end) if m.actors][:1]
    if not named or len(scene.between(clause.start, named[0].start).split()) > _OPENS_WITH:
        return None
    behind = scene.between(named[0].end, named[0].end + 12).split()[:1]
    return None if scene.language.relatives.isdisjoint(behind) else named[0]


def around_its_aside(scene: Scene, clause: Clause) -> tuple[int, int] | None:
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
