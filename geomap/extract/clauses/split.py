"""The clauses of a sentence as they tell of deeds: asides joined, openers, "since" and "and" split."""

from __future__ import annotations

import re
from itertools import pairwise

from geomap.extract.clauses.answering import apart_from_answers
from geomap.extract.clauses.asides import cut_at_asides, without_asides
from geomap.extract.clauses.charged import apart_from_charges
from geomap.extract.clauses.mourned import without_the_mourned
from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.named import ends_there
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import RESUMES, Clause
from geomap.recognise import Cue, Mention

_RIGHT_BEHIND = 3  # words from "since" to the noun of the deed: "منذ الهجوم", "منذ مقتل"
_HEAD = 4  # words of a clause in which an apposition shows
_COUNTED = 30  # characters of "twenty-four hours", of "nine days"
_HARM = ("triggers.casualty", "triggers.damage")
_ON = 8  # characters before the day in "on Wednesday", "in the middle of the month"
_NAMES_A_DAY = ("date", "weekday", "today", "period", "ago")
_DAYS_OR_WEEKS = ("day", "night", "week")
_COMMA = re.compile(r"[,،]\s+(?=\S)")


def telling_clauses(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Clauses of which each tells of one deed, as far as the grammar shows it.

    Args:
        scene: The article.
        clauses: The clauses of one sentence by its marks, in order.
    """
    start, end = clauses[0].start, clauses[-1].end
    clauses = _rejoin_causes(scene, _rejoin_counted(scene, clauses))
    if not scene.has("triggers.", start, end):
        return _split_coordinated(scene, without_asides(scene, clauses))
    clauses, answered = apart_from_answers(scene, clauses)
    clauses, charges = apart_from_charges(scene, without_asides(scene, _close_openers(scene, clauses)))
    clauses = cut_at_asides(scene, clauses)
    clauses = without_the_mourned(scene, clauses)
    return _split_coordinated(scene, _split_since(scene, clauses)) + answered + charges


def _rejoin_counted(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Undoes a cut inside "nine days after that", behind which a deed follows; "after that raid" names another."""
    found: list[Clause] = []
    for clause in clauses:
        if found and clause.opener and _is_inside_a_day(scene, clause):
            found[-1] = Clause(found[-1].start, clause.end, found[-1].opener)
        else:
            found.append(clause)
    return found


def _rejoin_causes(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Undoes a cut before what killed: "six bodies were pulled from the rubble in A after an air strike on Friday"."""
    found: list[Clause] = []
    for clause in clauses:
        if found and clause.opener and _is_what_killed(scene, found[-1], clause):
            found[-1] = Clause(found[-1].start, clause.end, found[-1].opener)
        else:
            found.append(clause)
    return found


def _is_what_killed(scene: Scene, before: Clause, clause: Clause) -> bool:
    """Whether a clause only names the deed whose victims the one before counts, without saying who hurt them."""
    if scene.between(clause.start, clause.start + _HEAD * 3).split()[0] not in scene.language.sequence:
        return False
    deeds = scene.cues("triggers.", clause.start, clause.end)
    named = {t.start for t in deeds if t.tag.endswith(".nouns")}
    if not deeds or any(t.start not in named for t in deeds):
        return False
    if any(m.places and not m.actors for m in scene.mentions(clause.start, clause.end)):
        return False
    told = scene.cues("triggers.", before.start, before.end)
    if any(not t.tag.startswith(_HARM) for t in told) or scene.has("weapons.", before.start, before.end):
        return False
    if any(m.actors for m in scene.mentions(before.start, before.end)):
        return False
    hurt = scene.casualties_in(before.start, clause.end)
    return any(c.best for c in hurt) and all(c.end <= clause.start for c in hurt)


def _is_inside_a_day(scene: Scene, clause: Clause) -> bool:
    for phrase in scene.dates_in(max(0, clause.start - _COUNTED), clause.end + _COUNTED):
        if not phrase.start < clause.start < phrase.end:
            continue
        if ends_there(scene, phrase):
            return True  # "… were killed two days before.", "flown the day before near A"
        if phrase.text.split()[-1] not in scene.language.open_ended:
            deeds = scene.cues("triggers.", phrase.end, phrase.end + 20)
            named = bool(deeds) and not scene.text[phrase.end : deeds[0].start].strip()
            many = named and deeds[0].text.endswith(tuple(scene.language.plural_endings) or ("\0",))
            one = named and deeds[0].tag.endswith(".nouns") and not many
            return not one  # "after that shells fell" is no "after those shells"
    return False


def _close_openers(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Ends a subordinate clause that opens the sentence at its comma: "Hours after the raid, the group struck …"."""
    found = []
    for clause in clauses:
        opens = clause.opener and not scene.has("triggers.", clauses[0].start, clause.start)
        opens = opens or (clause is clauses[0] and _opens_with_the_past(scene, clause))
        cut = _end_of_aside(scene, clause) if opens else None
        if cut is not None:
            behind = RESUMES if _tells_a_deed(scene, cut, clause.end) else ""
            found += [Clause(clause.start, cut, clause.opener), Clause(cut, clause.end, behind)]
        else:
            found.append(clause)
    return found


def _opens_with_the_past(scene: Scene, clause: Clause) -> bool:
    """Whether a sentence opens with what went before: "After rockets were fired at A on Monday, jets bombed B"."""
    first = scene.between(clause.start, clause.start + 12).split()[:1]
    return scene.language.subject_first and not scene.language.sequence.isdisjoint(first)


def _tells_a_deed(scene: Scene, start: int, end: int) -> bool:
    """Whether more than victims is told: "Days after the raid, the two wounded guards died" tells of the raid."""
    return any(not cue.tag.startswith("triggers.casualty") for cue in scene.cues("triggers.", start, end))


def _split_since(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Splits before "since" where a deed follows, not a day: "the first strike since jets bombed the camp"."""
    found = []
    for clause in clauses:
        since = scene.language.since_when.search(scene.text[clause.start : clause.end])
        cut = clause.start + since.start() + 1 if since else clause.end
        verbs = _deeds_since(scene, cut, clause.end) if since else []
        # "منذ فجر اليوم": "فجر" is dawn there, though "blew up" elsewhere
        dated = verbs and any(d.start <= verbs[0].start for d in scene.dates_in(cut, clause.end))
        if verbs and not dated and cut - clause.start > 3:
            found.append(Clause(clause.start, cut, clause.opener))
            aside = scene.language.superlative.search(scene.between(clause.start, cut))
            behind = Clause(cut, clause.end, "since")
            found += _close_aside(scene, behind) if aside else [behind]
        else:
            found.append(clause)
    return found


def _deeds_since(scene: Scene, start: int, end: int) -> list[Cue]:
    """The verbs behind "since"; where nouns tell as much, those right behind it: "منذ الهجوم على …"."""
    deeds = scene.cues("triggers.", start, end)
    verbs = [t for t in deeds if t.tag.endswith(".verbs")]
    if scene.language.subject_first:
        return verbs
    return [t for t in deeds if len(scene.between(start, t.start).split()) <= _RIGHT_BEHIND] or verbs


def _close_aside(scene: Scene, clause: Clause) -> list[Clause]:
    """Ends an aside at its comma where the sentence goes on: "…, the worst since 200 died in B, left 30 dead"."""
    cut = _end_of_aside(scene, clause)
    if cut is None:
        return [clause]
    return [Clause(clause.start, cut, clause.opener), Clause(cut, clause.end, RESUMES)]


def _end_of_aside(scene: Scene, clause: Clause) -> int | None:
    """Where the sentence goes on with a deed behind a clause and its comma; None where it does not."""
    if (cut := _behind_a_named_deed(scene, clause)) is not None:
        return cut
    for comma in _COMMA.finditer(scene.text[clause.start : clause.end]):
        cut = clause.start + comma.end()
        if not scene.has("triggers.", cut, clause.end):
            return None
        if not _hangs_on(scene, cut, clause.end):
            return cut
    return None


def _behind_a_named_deed(scene: Scene, clause: Clause) -> int | None:
    """Where the sentence goes on without a comma: "Hours after that strike a missile fell in the centre"."""
    deeds = scene.cues("triggers.", clause.start, clause.end)
    if not deeds or len(scene.between(clause.start, deeds[0].start).split()) > _HEAD:
        return None
    end = deeds[0].end
    follows = scene.between(end, clause.end).split()[:1]
    named = deeds[0].tag.endswith(".nouns") and scene.text[end : end + 1] == " "
    anew = bool(follows) and follows[0] in scene.language.determiners and follows[0] != "of"
    return end + 1 if named and anew and scene.has("triggers.", end, clause.end) else None


def _hangs_on(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause goes on with what stands before it: "in which three died", "killing four", "and wounded"."""
    words = scene.between(start, end).split()[:_HEAD]
    language = scene.language
    if not words or words[0] in language.listing or not language.relatives.isdisjoint(words[:2]):
        return True
    if language.superlative.search(" ".join(words)):
        return True  # "…, the deadliest attack in years"
    return words[0].endswith(tuple(language.participle_endings) or ("\0",))


def _split_coordinated(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Splits at "and" where both sides have a trigger and a place, or a day each, and before an answer."""
    found = []
    for clause in clauses:
        cut = _coordination(scene, clause) or _no_deed_behind(scene, clause)
        if cut is None and (
            reply := scene.language.reply_behind.search(scene.text[clause.start : clause.end])
        ):
            cut = clause.start + reply.start() + 1
        if cut is None or cut - clause.start < 4:
            found.append(clause)
        else:
            found.append(Clause(clause.start, cut, clause.opener))
            found += _split_coordinated(scene, [Clause(cut, clause.end, "and")])
    return found


def _no_deed_behind(scene: Scene, clause: Clause) -> int | None:
    """Where "and" leads to what is no attack, elsewhere: "killed 20 in A and rescued hostages in B"."""
    for found in scene.language.and_peaceful.finditer(scene.text, clause.start, clause.end):
        cut = found.start() + 1
        if scene.has("triggers.", clause.start, cut) and not scene.has("triggers.", found.end(), clause.end):
            return cut
    return None


def _coordination(scene: Scene, clause: Clause) -> int | None:
    for a, b in pairwise(scene.cues("triggers.", clause.start, clause.end)):
        between = scene.text[a.end : b.start]
        links = [found.start() for found in scene.language.coordination.finditer(between)]
        if not links or not between[: links[-1]].strip():
            continue
        middle = a.end + links[-1] + 1
        if b.tag.endswith(".nouns") and _opens_with_a_part(scene, clause, middle):
            continue  # "four of them in A and two in B, after air strikes"
        if _goes_on_another_day(scene, clause, middle, b):
            return middle
        if not scene.language.meanwhile.isdisjoint(scene.between(a.end, middle).split()):
            continue  # "… were killed in A when a lorry of gas and explosives went off by B"
        if b.tag.startswith("triggers.casualty") and _opens_with_a_place(scene, middle, b.start):
            continue  # "strikes on A and B killed 18": B is hit too
        dated = scene.dates_in(clause.start, a.start) and scene.dates_in(middle, b.start)
        anew = dated or _has_a_subject(scene, middle, b) or _goes_on_from_victims(scene, a, b)
        sides = (scene.mentions(clause.start if anew else a.end, middle), scene.mentions(middle, clause.end))
        if all(any(m.places and not _says_who(scene, clause, m) for m in side) for side in sides):
            return middle
    return None


def _says_who(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether a country only says whose the victims are: "killed three US soldiers and wounded nine at A"."""
    if not mention.actors:
        return False
    hurt = scene.casualties_in(clause.start, clause.end)
    return any(c.of and 0 <= mention.start - c.end < len(c.of) for c in hurt)


def _goes_on_another_day(scene: Scene, clause: Clause, start: int, deed: Cue) -> bool:
    """Whether "and" opens with a day where one is told already: "…, and on Wednesday drones wounded 46"."""
    link = scene.language.coordination.match(scene.text, start - 1)
    if link is None or not (day := opening_day(scene, link.end(), deed.start)):
        return False
    if deed.tag.startswith("triggers.casualty") and not scene.has("weapons.", day.end, deed.start):
        return False  # "…, and on Wednesday two of the wounded died"
    return any(d.kind in _NAMES_A_DAY and not d.is_since for d in scene.dates_in(clause.start, start))


def opening_day(scene: Scene, start: int, end: int) -> DatePhrase | None:
    """The day with which words open: "on Wednesday drones …", "a day later drones …"."""
    days = scene.dates_in(start, end)
    if not days or days[0].is_since or days[0].start - start > _ON:
        return None
    named = days[0].kind in _NAMES_A_DAY or (days[0].kind == "offset" and days[0].unit in _DAYS_OR_WEEKS)
    return days[0] if named else None


def _has_a_subject(scene: Scene, start: int, deed: Cue) -> bool:
    """Whether somebody else does the deed behind an "and": "…, killing eight, and gunmen attacked a post in B"."""
    language = scene.language
    link = language.coordination.match(scene.text, start - 1)
    if link is None or not language.subject_first or deed.tag.endswith(".nouns"):
        return False
    if deed.tag.startswith("triggers.casualty") and not scene.has("weapons.", link.end(), deed.start):
        return False  # "was bombed, and three men died"
    words = scene.between(link.end(), deed.start).split()
    return any(word not in language.auxiliaries and not word.endswith("ly") for word in words)


def _goes_on_from_victims(scene: Scene, hurt: Cue, deed: Cue) -> bool:
    """Whether a further deed follows the victims of the first: "…, killing five, and burned houses in B"."""
    participle = hurt.text.endswith(tuple(scene.language.participle_endings) or ("\0",))
    further = deed.tag.endswith(".verbs") and not deed.tag.startswith("triggers.casualty")
    return participle and hurt.tag.startswith("triggers.casualty") and further


def _opens_with_a_place(scene: Scene, start: int, end: int) -> bool:
    """Whether a place stands right behind the "and" at this character."""
    link = scene.language.coordination.match(scene.text, start - 1)
    mentions = scene.mentions(start, end) if link else []
    return link is not None and any(m.places and not m.actors and m.start == link.end() for m in mentions)


def _opens_with_a_part(scene: Scene, clause: Clause, start: int) -> bool:
    """Whether one more part of a toll stands right behind the "and" at this character."""
    link = scene.language.coordination.match(scene.text, start - 1)
    hurt = scene.casualties_in(clause.start, clause.end) if link else []
    return link is not None and any(c.part and link.start() <= c.start <= link.end() for c in hurt)
