"""Who says so: claims, attributions, confirmations and denials of a clause."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from geomap.extract.actors.agents import is_said_of, speaks
from geomap.extract.actors.belonging import (
    actor_of,
    backs_others,
    goes_with,
    group_before,
    is_apposed,
    is_linked,
    is_somewhere,
    of_a_band,
    with_assets,
)
from geomap.extract.clauses.charges import (
    is_accused_by_others,
    is_its_other_name,
    is_laid_on,
    said_to_have_done_it,
)
from geomap.extract.clauses.denials import denier, what_is_denied
from geomap.extract.clauses.hearsay import Hearsay, disowns, hearsay
from geomap.extract.clauses.suspicion import of_those_hit, suspected
from geomap.extract.clauses.verb_first import lost_its_own, own_deed
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause, Sentence
from geomap.model import ARMED_GROUPS
from geomap.recognise import Cue, Mention

StanceKind = Literal["claim", "attribution", "suspicion", "confirmation", "denial", "unconfirmed"]

_KINDS: tuple[StanceKind, ...] = (
    "claim",
    "attribution",
    "suspicion",
    "confirmation",
    "denial",
    "unconfirmed",
)
_TAGS = tuple((kind, f"cues.{kind}") for kind in _KINDS)
_NO_CLAIMS = ("denial", "attribution", "reaction")  # what it says of a deed otherwise
_NEGATABLE = ("confirmation", "claim")
_ON_SOMEBODY = ("attribution", "suspicion")
_OWNED_WORDS = 4  # words from a land to its group: "'s banned militant"
_CLAIMED = ("claimed", "claims", "claimed by")
_NAME = 60  # characters of a long name of a group
_QUOTES = frozenset('"“”«»')
_APPOSED = re.compile(r"^(?:\([^)]*\))?\s*,")


class Stance(NamedTuple):
    """A claim, an attribution, a denial …: by whom, of whom.

    `told` is what a group only says of a deed; what only `answers` a charge denies a deed where there is one.
    """

    kind: StanceKind
    by: str | None
    of: str | None
    start: int
    told: bool = False
    answers: bool = False


def stances(scene: Scene, clause: Clause, sentence: Sentence) -> list[Stance]:
    """Claims, attributions, denials and confirmations in a clause, with who makes them."""
    found = []
    tags = {cue.tag for cue in scene.cues("cues.", clause.start, clause.end)}
    loss = "cues.claim" in tags and _announces_a_loss(scene, clause)
    for kind, tag in _TAGS if tags else ():
        for cue in scene.cues(tag, clause.start, clause.end) if tag in tags else ():
            if kind in _NEGATABLE and _negated(scene, clause, cue):
                continue
            if kind == "attribution" and (
                _of_something_else(scene, sentence, cue) or scene.text[cue.start - 1 : cue.start] == "-"
            ):
                continue  # "accused of not protecting them", "rebel-held"
            denied = what_is_denied(scene, sentence, cue) if kind == "denial" else None
            if kind == "denial" and denied is None:
                continue
            if kind == "claim":
                if not loss and _is_its_own(scene, sentence, cue) and not _only_inquires(scene, clause, cue):
                    found += _claim(scene, clause, sentence, cue)
                continue
            if kind == "suspicion" and of_those_hit(scene, clause, cue):
                continue
            by, of = _who(scene, sentence, clause, cue)
            if kind == "suspicion":
                of = suspected(scene, clause, cue)
            if denied:
                by = denier(scene, sentence, cue, by)
                by = _named_before(scene, clause, cue, by) or by
            answers = denied == "charge"
            found.append(Stance(kind, by, of if kind in _ON_SOMEBODY else None, cue.start, answers=answers))
    if any(m.actors for m in scene.mentions(clause.start, clause.end)):
        found += _statements(scene, clause, sentence)
        found += _hearsay(scene, clause, found)
    found += _of_the_group(scene, clause, sentence)
    return sorted(found, key=lambda s: s.start)


def _claim(scene: Scene, clause: Clause, sentence: Sentence, cue: Cue) -> list[Stance]:
    """What words of claiming say: who claims the deed, that nobody has, or whom others say to have done it."""
    if (doer := said_to_have_done_it(scene, clause, cue)) is not None:
        return [Stance("attribution", None, doer, cue.start)]
    if scene.language.nobody_yet.search(scene.between(clause.start, cue.start)):
        return [Stance("claim", None, None, cue.start)]
    by, _ = _who(scene, sentence, clause, cue)
    if by and _is_told_of(scene, clause, cue):
        return [Stance("attribution", None, by, cue.start)]
    if by and not _may_claim_so(scene, by, cue):
        return []
    by = _named_before(scene, clause, cue, by) or by
    denied = disowns(scene, cue.start, sentence.end) or _is_denied(scene, clause, cue)
    return [Stance("denial" if denied else "claim", by, None, cue.start)]


def _only_inquires(scene: Scene, clause: Clause, who: Cue | Mention) -> bool:
    """Whether somebody only says that he looks into it: "the group said it had opened an inquiry"."""
    behind = scene.between(who.start, min(clause.end, who.end + _NAME))
    return scene.language.inquires.search(behind.split(",")[0]) is not None


def _is_told_of(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether others say that it did it: "officials said Boko Haram was behind the attack"."""
    named = [m for m in scene.mentions(clause.start, cue.start) if m.actors]
    if not named or not scene.language.subject_first or scene.text[named[-1].end : cue.start].strip():
        return False
    return is_said_of(scene, named[-1])


def _announces_a_loss(scene: Scene, clause: Clause) -> bool:
    """Whether what a clause claims or reports is a death on the speaker's own side."""
    told = [
        *scene.cues("cues.claim", clause.start, clause.end),
        *scene.cues("cues.report", clause.start, clause.end),
    ]
    return any(_tells_of_a_loss(scene, clause, cue) for cue in told)


def _hearsay(scene: Scene, clause: Clause, found: list[Stance]) -> list[Stance]:
    """Whose the deed is said to be in other words than those of a claim or a charge."""
    known = {actor for s in found for actor in (s.by, s.of)}
    return [
        Stance(h.kind, None, h.actor, h.start)
        if h.kind == "attribution"
        else Stance(h.kind, h.actor, None, h.start, answers=_is_a_states_denial(scene, h))
        for h in hearsay(scene, clause)
        if h.kind == "claim" or h.actor not in known
    ]


def _is_a_states_denial(scene: Scene, told: Hearsay) -> bool:
    """Whether a state says that it did not do it: that matters where it is accused of the deed."""
    return told.kind == "denial" and scene.atlas.gazetteer.actors[told.actor].kind not in ARMED_GROUPS


def _claims_a_deed(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether words that announce anything announce a deed of the speaker's own, where the language can tell."""
    if not cue.text.startswith(tuple(scene.language.announcing) or ("\0",)):
        return True
    accuses = scene.cues("cues.attribution", cue.end, min(sentence.end, cue.end + 60))
    until = accuses[0].start if accuses else sentence.end  # "as the group announced, which accused …"
    named = [m for m in scene.mentions(cue.end, min(until, cue.end + 60)) if m.actors]
    return any(own_deed(scene, at, sentence.end) for at in [m.end for m in named] or [cue.end])


def _may_claim_so(scene: Scene, actor: str, cue: Cue) -> bool:
    """Whether the words make a claim of a state's: "claimed responsibility", not "declared" or "in a statement"."""
    if not scene.language.subject_first or scene.atlas.gazetteer.actors[actor].kind in ARMED_GROUPS:
        return True
    if scene.has("cues.responsibility", cue.start, cue.end + 20):
        return True
    # "said it had fired them": what it fired was told before.
    told = scene.cues("triggers.launch.verbs", cue.end, cue.end + 20)
    behind = scene.between(told[0].end, told[0].end + 16).split()[:1] if told else []
    return bool(told) and not scene.language.told_before.isdisjoint(behind)


def _named_before(scene: Scene, clause: Clause, cue: Cue, by: str | None) -> str | None:
    """Whom "the group claimed" and "it said" mean: the armed group named last; None where it says no such thing."""
    words = scene.between(max(clause.start, cue.start - 30), cue.start).split()[-3:]
    named = any(m.actors and m.start - cue.end <= 2 for m in scene.mentions(cue.end, cue.end + _NAME))
    if (
        not scene.language.subject_first and not named
    ):  # "وتبنت الجماعة", but "وتبنت المقاومة الإسلامية في العراق"
        words += scene.between(cue.end, cue.end + 16).split()[:1]
    group = not scene.language.groups.isdisjoint(words) and not _is_a_name(scene, clause, cue)
    if not group and (by is not None or scene.language.pronouns.isdisjoint(words)):
        return None
    if any(m.actors for m in scene.mentions(max(clause.start, cue.start - 24), cue.start)):
        return None
    if cue.text in scene.language.only_said and not scene.has("triggers.", clause.start, clause.end):
        return None  # "it said in a statement" of what somebody else saw
    return group_before(scene, cue.start)


def _is_denied(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether the words of a claim end those of a denial: "ونفت الحركة مسؤوليتها"."""
    denied = scene.language.disowned.search(scene.between(clause.start, cue.end))
    return denied is not None and denied.group().endswith(cue.text)


def _of_something_else(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether it is no deed that somebody is accused of: "of not protecting them", "of sheltering the group"."""
    behind = scene.between(cue.end, min(sentence.end, cue.end + 80))
    return bool(scene.language.accused_else.match(behind.strip()))


def _is_a_name(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether the word for a group right before ends an organisation's name: "the World Health Organization"."""
    words = scene.text[clause.start : cue.start].split()[-2:]
    return scene.language.capitals and len(words) == 2 and all(word[0].isupper() for word in words)


def _negated(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """ "has confirmed nothing", "nobody has claimed it": no confirmation, no claim."""
    if scene.language.nobody_says.search(scene.text[clause.start : cue.start].strip().lower()):
        return True
    before = scene.between(max(0, cue.start - 24), cue.start).split()[-3:]
    behind = scene.between(cue.end, cue.end + 20).split()[:2]
    return not (scene.language.not_before.isdisjoint(before) and scene.language.not_behind.isdisjoint(behind))


def _tells_of_a_loss(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether "announced the death of one of its men" follows, which claims nothing."""
    return bool(scene.language.own_loss.match(scene.between(cue.end, min(clause.end, cue.end + 40))))


def _is_its_own(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether a deed is announced that is the speaker's own, not one that struck him."""
    return _claims_a_deed(scene, sentence, cue) and not _mourns(scene, sentence, cue)


def _mourns(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether who announces a deed calls its dead martyrs, and does not take responsibility: they were its own."""
    if not scene.language.subject_first or not scene.has("cues.martyrs", sentence.start, sentence.end):
        return False
    return not scene.has("cues.responsibility", sentence.start, sentence.end) and cue.text not in _CLAIMED


def _statements(scene: Scene, clause: Clause, sentence: Sentence) -> list[Stance]:
    """What an armed group says of a deed is a claim: "the group said", "according to a statement of"."""
    found = []
    for mention in scene.mentions(clause.start, clause.end):
        if (
            not mention.actors
            or actor_of(scene, mention).kind not in ARMED_GROUPS
            or goes_with(scene, mention)
        ):
            continue
        if not scene.language.subject_first and not own_deed(scene, mention.end, sentence.end):
            continue
        start, end = max(clause.start, mention.start - 24), min(clause.end, mention.end + 150)
        told = [c for c in scene.cues("cues.report", start, end) if _is_said_by(scene, mention, c)]
        if any(_tells_of_a_loss(scene, clause, c) for c in told):
            continue
        if any(
            scene.has(f"cues.{other}", mention.end, min(clause.end, mention.end + 24)) for other in _NO_CLAIMS
        ):
            continue
        if (told and _mourns(scene, sentence, told[0])) or lost_its_own(scene, clause, mention):
            continue
        if not scene.language.subject_first and scene.language.reacts.search(
            scene.between(max(clause.start, mention.start - 24), mention.start)
        ):
            continue  # "أدان حزب الله قصف المخيم": who condemns it did not do it
        if scene.language.subject_first and _is_an_object(scene, clause, mention):
            continue
        if _only_inquires(scene, clause, mention):
            continue
        if scene.has("actors.civilians", clause.start, clause.end):
            continue  # "thirteen people were killed, according to Hamas": it mourns them
        if told or speaks(scene, mention):
            own = not disowns(scene, mention.end, sentence.end)
            kind: StanceKind = "claim" if own else "denial"
            found.append(Stance(kind, mention.actors[0], None, mention.start, told=True))
    return found


def _is_an_object(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether others speak of it: "blames the group and says", "members of the group, as they said"."""
    language = scene.language
    if language.accused.search(scene.between(max(clause.start, mention.start - 24), mention.start)):
        return True
    behind = scene.between(mention.end, mention.end + 30).split()[:4]
    said = next((i for i, word in enumerate(behind) if word.strip(".,;") in language.saying), 0)
    return not language.pronouns.isdisjoint(behind[max(0, said - 1) : said])


def _of_the_group(scene: Scene, clause: Clause, sentence: Sentence) -> list[Stance]:
    """What the group named before says of its own: "قالت الجماعة إنها نصبت كمينا"."""
    if scene.language.subject_first:
        return []
    found = []
    for cue in scene.cues("cues.report", clause.start, clause.end):
        behind = scene.between(cue.end, min(sentence.end, cue.end + 60))
        if scene.language.groups.isdisjoint(behind.split()[:1]) or not scene.language.of_itself.match(behind):
            continue
        if (group := group_before(scene, cue.start)) is not None:
            own = not disowns(scene, cue.end, sentence.end)
            found.append(Stance("claim" if own else "denial", group, None, cue.start))
    return found


def _is_said_by(scene: Scene, mention: Mention, cue: Cue) -> bool:
    """Whether the actor is the subject of a verb of saying."""
    if cue.start >= mention.end:
        gap = scene.text[mention.end : cue.start].strip()
        if ";" in gap or not _QUOTES.isdisjoint(gap):
            return False  # "… of the group," the minister said
        apposed = _APPOSED.match(gap) and gap.endswith(",") and len(gap) < 140
        return bool(apposed) or (len(gap.split()) <= 3 and "," not in gap)
    says = scene.between(cue.start, cue.end) in scene.language.says
    words = scene.between(cue.end, mention.start).split()
    # "said the group", but "men who it said were Hamas members"
    says = says and cue.end <= mention.start and len(words) <= 2 and scene.language.being.isdisjoint(words)
    return says and not (scene.language.subject_first and is_said_of(scene, mention))


def _who(scene: Scene, sentence: Sentence, clause: Clause, cue: Cue) -> tuple[str | None, str | None]:
    """Who takes the stance, and of whom."""
    before = [m for m in scene.mentions(sentence.start, cue.start) if _names_one(scene, sentence, clause, m)]
    left = [m.actors[0] for m in before if not with_assets(scene, clause, m)]
    behind = scene.mentions(cue.end, min(sentence.end, cue.end + 90))
    named = [m for m in behind if _names_one(scene, sentence, clause, m) and not is_its_other_name(scene, m)]
    if scene.language.subject_first and cue.tag == "cues.attribution":
        named = [m for m in named if not _only_says_so(scene, cue, m)]
    right = [m.actors[0] for m in named]
    if not scene.language.subject_first:
        if len(named) > 1 and any(mark in scene.text[named[0].end : named[1].start] for mark in "،؛"):
            named, right = named[:1], right[:1]  # "اتهم المجلس قوات … بتنفيذه، ونشر الجيش …"
        if named and named[0].start - cue.end < 30:
            if is_laid_on(scene, cue):
                return None, right[0]
            if len(named) == 1 and is_accused_by_others(scene, cue, named[0]):
                return None, right[0]
            return right[0], right[1] if len(right) > 1 else None
        return (left[-1] if left else None), (right[1] if len(right) > 1 else None)
    if _is_by(scene, cue):
        return next((m.actors[0] for m in named if not _owns_who_follows(scene, m, named)), None), None
    return (left[-1] if left else None), (right[0] if right else None)


def _owns_who_follows(scene: Scene, state: Mention, named: list[Mention]) -> bool:
    """Whether it is the land of a group named behind it: "claimed by Somalia's militant al-Shabaab"."""
    if actor_of(scene, state).kind != "state" or not scene.text.startswith(("'s ", "’s "), state.end):
        return False
    group = next((m for m in named if m.start > state.end), None)
    return group is not None and len(scene.between(state.end, group.start).split()) <= _OWNED_WORDS


def _only_says_so(scene: Scene, cue: Cue, mention: Mention) -> bool:
    """Whether who is named behind a charge only tells of it: "was the work of outlaws, the Iraqi army said"."""
    between = scene.text[cue.end : mention.start]
    return ";" in between or ("," in between and speaks(scene, mention))


def _is_by(scene: Scene, cue: Cue) -> bool:
    """Whether the stance is told in the passive: "claimed by"."""
    behind = scene.between(cue.end, cue.end + 4)
    if scene.language.by_means.match(scene.between(cue.end, cue.end + 24)):
        return False  # "took credit by way of its news agency"
    return any(cue.text.endswith(f" {by}") or behind.startswith(by) for by in scene.language.by)


def _names_one(scene: Scene, sentence: Sentence, clause: Clause, mention: Mention) -> bool:
    """Whether a name is an actor's that may take a stance, not a place or somebody's friend."""
    if not mention.actors or is_linked(scene, sentence.start, mention) or backs_others(scene, mention):
        return False
    if is_apposed(scene, sentence.start, mention):
        return False
    if not scene.language.adjective_first and actor_of(scene, mention).kind == "state" and not mention.places:
        return len(mention.text.split()) > 1
    return not of_a_band(scene, mention) and not (mention.places and is_somewhere(scene, clause, mention))
