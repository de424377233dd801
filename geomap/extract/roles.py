"""Who struck whom, and who says so: actors of a clause by their position to its triggers."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal, NamedTuple

from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause, Sentence
from geomap.extract.triggers import Trigger
from geomap.recognise import Mention

StanceKind = Literal["claim", "attribution", "suspicion", "confirmation", "denial", "unconfirmed"]


class Party(NamedTuple):
    """An actor in a clause: on which side, and how strongly its place in the sentence says so."""

    actor: str
    side: Literal["attacker", "target"]
    weight: float
    start: int
    why: str


class Stance(NamedTuple):
    """A claim, an attribution, a denial …: by whom, of whom."""

    kind: StanceKind
    by: str | None
    of: str | None
    start: int


def parties(
    scene: Scene, clause: Clause, triggers: list[Trigger], places: Collection[int] = ()
) -> list[Party]:
    """The attackers and targets that the clause's grammar gives, strongest first.

    Args:
        scene: The article.
        clause: Where to look.
        triggers: The deeds of the clause.
        places: Where mentions start that are places here, not actors.
    """
    found: list[Party] = []
    for mention in scene.mentions(clause.start, clause.end):
        if not mention.actors or mention.start in places:
            continue
        party = _party(scene, clause, triggers, mention)
        if party is not None:
            found.append(party)
    return sorted(found, key=lambda p: (-p.weight, p.start))


def _party(scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention) -> Party | None:
    actor = mention.actors[0]
    assets = _asset_next(scene, clause, mention)
    arms = _arms_next(scene, clause, mention)
    if not assets and not arms and (_is_somewhere(scene, clause, mention) or _speaks(scene, mention)):
        return None
    if _BACKS.match(" " + scene.between(mention.end, mention.end + 30)):
        return None
    if _of_a_band(scene, mention):
        return None
    if scene.atlas.gazetteer.actors[actor].kind in ("organisation", "company"):
        return None
    if not triggers:
        return Party(actor, "target", 0.5, mention.start, "its people or property") if assets else None
    trigger = min(triggers, key=lambda t: _gap(t, mention))
    if _LINKED_TO.search(scene.between(max(clause.start, mention.start - 40), mention.start)) or _links(
        scene, mention
    ):
        return None
    if arms and mention.places and "." not in mention.text and mention.text not in ("US", "UK"):
        return None  # "the Jordan attack": where, not who
    if _by_before(scene, clause, mention):
        return Party(actor, "attacker", 3.0, mention.start, "named with 'by'")
    if arms:
        return Party(actor, "attacker", 2.8, mention.start, "its arms or its strike")
    if scene.words.subject_first:
        return _english(scene, clause, triggers, trigger, mention, actor, assets)
    return _arabic(scene, clause, trigger, mention, actor, assets)


_SPEECH = re.compile(
    r"^(?:\s+(?:has|had|have|also|later|itself|currently)){0,2}\s+(?:claimed|claims|said|says|told"
    r"|reported|reports|announced|confirmed|condemned|denied|blamed|accused|warned|stated|added|wrote"
    r"|urged|called)\b"
)
_PREPOSITIONS = {"at", "on", "in", "against", "near", "to", "toward", "towards", "after", "for"}
_BACKS = re.compile(
    r"^(?: s)? (?:backs|backed|supports|supported|arms|funds|sponsors|trains|leads|considers)\b"
)
_LINKED_TO = re.compile(
    r"\b(?:linked|tied|affiliated|allied|aligned|loyal|close|links?|ties|sympathetic|belonging|known"
    r"|pledged allegiance|fight|war|battle|struggle|campaign|support|solidarity|together|along"
    r"|cooperation)\s+(?:to|with|against|for|as)(?: the)?\s*$|\b(?:backed|supported|armed|funded|sponsored"
    r"|led|controlled|trained|supplied|held|occupied|financed) by(?: the)?\s*$"
)
_ANSWERED = re.compile(
    r"^(?:\s+\w+){0,2}?\s+(?:replied|responded|retaliated|answered|returned fire|hit back|struck back|fired back)\b"
)
_LOST = re.compile(r"^(?: s)?(?:\s+\w+){0,2}\s+(?:lost|suffered|sustained|mourned|buried)\b")
_SPOKEN_BY = re.compile(
    r"\b(?:according to|said|says|claimed by|announced by|statement (?:of|by|from)|statements (?:of|by"
    r"|from)|told by|claim (?:of|by))(?: the| a| an| \w+ statement of| its)*\s*$"
)
_BANDS = {
    "group",
    "groups",
    "militia",
    "militias",
    "militants",
    "militant",
    "faction",
    "factions",
    "gunmen",
    "fighters",
    "resistance",
    "rebels",
    "insurgents",
    "jihadists",
    "paramilitary",
    "armed",
    "extremists",
    "terrorists",
    "separatists",
    "opposition",
    "security",
    "intelligence",
    "local",
    "media",
    "border",
    "officials",
    "official",
    "sources",
    "source",
    "government",
    "authorities",
    "state",
    "capital",
    "territory",
    "soil",
    "city",
    "cities",
    "town",
    "towns",
    "province",
    "region",
    "prime",
    "president",
    "foreign",
    "defence",
    "defense",
    "civilians",
    "airspace",
    "people",
    "village",
}


def _speaks(scene: Scene, mention: Mention) -> bool:
    """Whether the actor is only who tells of it: "Ukraine reported"."""
    if not scene.words.subject_first:
        return False
    if _SPEECH.match(" " + scene.between(mention.end, mention.end + 40)):
        return True
    return bool(_SPOKEN_BY.search(scene.between(max(0, mention.start - 50), mention.start)))


def _of_a_band(scene: Scene, mention: Mention) -> bool:
    """Whether a country's adjective goes with what is not its state: "an Iraqi group", "Syrian rebels"."""
    actor = scene.atlas.gazetteer.actors[mention.actors[0]]
    if actor.kind != "state" or mention.places:
        return False
    if scene.words.subject_first:
        following = scene.between(mention.end, mention.end + 24).split()[:2]
        return len(mention.text.split()) == 1 and bool(_BANDS & set(following))
    return False


_SOMEWHERE = re.compile(
    r"(?:^|\s)(?:in|near|from|across|inside|throughout|within|into|outside|to|with|between|and|via|over"
    r"|of)(?:\s+(?:the|northern|southern|eastern|western|central|north|south|east|west|northeastern"
    r"|northwestern|southeastern|southwestern|neighbou?ring|nearby))*\s*$"
)


def _is_somewhere(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether a country's name only says where, or whose something neutral is: "in Syria", "the Syrian border"."""
    if not scene.words.subject_first:
        actor = scene.atlas.gazetteer.actors[mention.actors[0]]
        if actor.kind == "state" and not mention.places and len(mention.text.split()) == 1:
            return True
        return bool(mention.places) and bool(
            re.search(
                r"(?:^|\s)(?:في|من|إلى|الى|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|داخل|وسط)\s+$",
                scene.text[max(0, mention.start - 10) : mention.start],
            )
        )
    if mention.places:
        return bool(_SOMEWHERE.search(scene.between(max(clause.start, mention.start - 40), mention.start)))
    actor = scene.atlas.gazetteer.actors[mention.actors[0]]
    if actor.kind != "state" or len(mention.text.split()) > 1:
        return False
    # A bare adjective before a noun that is neither arms nor property: the border, the capital, a village.
    if re.match(r" [A-Z]", scene.text[mention.end : mention.end + 2]) and not scene.cues(
        "triggers.", mention.end, mention.end + 14
    ):
        return True  # part of another name: "the Saudi Hospital"
    following = re.match(r"[ -]([a-z]+)", scene.text[mention.end : mention.end + 20])
    if following and following.group(1) in _LINKED:
        return True
    if not following or scene.cues("triggers.", mention.end, mention.end + 1 + len(following.group(1))):
        return False
    return following.group(1) not in _VERB_LIKE and not following.group(1).endswith("ed")


_LINKED = {
    "backed",
    "aligned",
    "led",
    "linked",
    "made",
    "occupied",
    "controlled",
    "held",
    "born",
    "flagged",
    "supported",
    "affiliated",
    "sponsored",
    "supplied",
}
_VERB_LIKE = {
    "and",
    "said",
    "says",
    "was",
    "were",
    "is",
    "are",
    "has",
    "have",
    "had",
    "hit",
    "fire",
    "strike",
    "who",
    "that",
    "in",
    "on",
    "at",
    "with",
}


def _links(scene: Scene, mention: Mention) -> bool:
    """Whether it only says whose friends others are: "Iran-aligned factions"."""
    following = re.match(r"[ -]([a-z]+)", scene.text[mention.end : mention.end + 20])
    return following is not None and following.group(1) in _LINKED


def _gap(trigger: Trigger, mention: Mention) -> int:
    return max(trigger.start - mention.end, mention.start - trigger.end, 0)


_AGAINST = re.compile(
    r"(?:^|\s)(?:on|against|at|targeting|toward|towards|to|of|into|inside|in|near)(?:\s+[\w]+){0,6}\s*$"
)
_HOSTED = re.compile(
    r"\b(?:hosting|hosts|housing|houses|housed|home to|used by|where|stationed|manned by|occupied by"
    r"|belonging to|held by|of)\b"
)


def _english(  # noqa: C901 - the rules in their order; the first that speaks decides
    scene: Scene,
    clause: Clause,
    triggers: list[Trigger],
    trigger: Trigger,
    mention: Mention,
    actor: str,
    assets: bool,
) -> Party | None:
    before_it = mention.start < trigger.start
    if _ANSWERED.match(" " + scene.between(mention.end, mention.end + 40)):
        return Party(actor, "attacker", 2.5, mention.start, "who answered")
    if _LOST.match(" " + scene.between(mention.end, mention.end + 30)):
        return Party(actor, "target", 2.0, mention.start, "who suffered it")
    if (
        trigger.kind == "casualty"
        and before_it
        and trigger.text in ("dead", "died", "injured", "wounded", "hurt", "slain")
    ):
        return Party(actor, "target", 1.8, mention.start, "its people were hurt")
    if trigger.kind == "interception":
        if assets or (before_it and trigger.voice == "active"):
            return Party(actor, "target", 1.5, mention.start, "the side that was under attack")
        return None
    if trigger.kind == "explosion" and not assets:
        return None
    if before_it:
        if trigger.voice in ("passive", "received"):
            return (
                Party(actor, "target", 2.0, mention.start, "what was hit")
                if assets or not mention.places
                else Party(actor, "target", 1.0, mention.start, "what was hit")
            )
        lead = scene.between(clause.start, mention.start)
        if assets and _AGAINST.search(lead) and trigger.voice != "active":
            return Party(actor, "target", 1.8, mention.start, "its people or property")
        if trigger.voice == "active":
            side: Literal["attacker", "target"] = "attacker"
            if assets and _AGAINST.search(lead) and any(t.start < mention.start for t in triggers):
                side = "target"
            return Party(
                actor,
                side,
                2.0 - min(_gap(trigger, mention), 120) / 100,
                mention.start,
                "subject of the verb",
            )
        # "The group's attack on …": a noun after its owner.
        if _gap(trigger, mention) < 45 and not assets:
            return Party(actor, "attacker", 1.2, mention.start, "stands before the deed")
        return Party(actor, "target", 0.8, mention.start, "its people or property") if assets else None
    between = scene.between(trigger.end, mention.start)
    if " from " in f" {between} " and not re.search(
        r"\b(?:at|on|against|toward|towards)\b", between.rpartition("from ")[2]
    ):
        return None
    if trigger.voice == "active" or assets or _AGAINST.search(between) or _HOSTED.search(between):
        weight = (2.2 if assets else 1.6) - min(_gap(trigger, mention), 150) / 150
        return Party(actor, "target", weight, mention.start, "what the deed was aimed at")
    return None


def _arabic(
    scene: Scene, clause: Clause, trigger: Trigger, mention: Mention, actor: str, assets: bool
) -> Party | None:
    if assets:
        return Party(
            actor,
            "target",
            2.2 - min(_gap(trigger, mention), 150) / 150,
            mention.start,
            "its people or property",
        )
    if trigger.kind == "interception":
        return (
            Party(actor, "target", 1.0, mention.start, "the side that was under attack")
            if mention.start > trigger.end
            else None
        )
    between = scene.between(min(trigger.end, mention.end), max(trigger.start, mention.start))
    if mention.start >= trigger.end:
        if re.search(r"(?:^|\s)(?:علي|ضد|نحو|في|باتجاه|تجاه)\b", between):
            return Party(
                actor,
                "target",
                1.6 - min(_gap(trigger, mention), 150) / 150,
                mention.start,
                "what the deed was aimed at",
            )
        if trigger.voice == "active" and len(between.split()) <= 3:
            return Party(actor, "attacker", 2.0, mention.start, "subject of the verb")
        return None
    if trigger.voice == "active" and trigger.kind != "received":
        return Party(
            actor,
            "attacker",
            1.5 - min(_gap(trigger, mention), 120) / 120,
            mention.start,
            "subject of the sentence",
        )
    return None


def goes_with(scene: Scene, mention: Mention) -> bool:
    """Whether an actor's name goes with its arms or its property: "US airstrikes", "U.S. base"."""
    around = Clause(max(0, mention.start - 40), min(len(scene.text), mention.end + 40), "")
    return _arms_next(scene, around, mention) or _asset_next(scene, around, mention)


def _asset_next(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether the actor's name goes with people or property: "US base", "القاعدة الأميركية"."""
    if scene.words.subject_first:
        for cue in scene.cues("actors.assets", mention.end, min(clause.end, mention.end + 40)):
            gap = scene.text[mention.end : cue.start]
            if len(gap.split()) <= 3 and not re.search(r"[,;.()]| and | or | by ", gap):
                return True
        words = scene.between(mention.start, mention.end).split()
        if words and words[-1] in _asset_words(scene):
            return True
        return any(
            scene.between(cue.end, mention.start)
            in ("of", "of the", "for the", "belonging to", "belonging to the")
            for cue in scene.cues("actors.assets", max(clause.start, mention.start - 32), mention.start)
        )
    for cue in scene.cues("actors.assets", max(clause.start, mention.start - 30), mention.start):
        if len(scene.between(cue.end, mention.start).split()) <= 2:
            return True
    words = scene.between(mention.start, mention.end).split()
    return bool(words) and words[0].removeprefix("ال") in {w.removeprefix("ال") for w in _asset_words(scene)}


def _asset_words(scene: Scene) -> frozenset[str]:
    return scene.words.folded("actors", "assets")


def _arms_next(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether the actor's name goes with a weapon or a deed: "Houthi missile", "غارة إسرائيلية"."""
    if scene.words.subject_first:
        for cue in scene.cues("actors.arms", mention.end, min(clause.end, mention.end + 32)):
            gap = scene.text[mention.end : cue.start]
            if (
                len(gap.split()) <= 2
                and not {"the", "a", "an", "its"} & set(gap.split())
                and not re.search(
                    r"[,;.()]| (?:and|or|by|on|in|at|to|of|with|base|forces|troops|soldiers) ",
                    f" {gap.strip()} ",
                )
                and not scene.has("actors.assets", mention.end, cue.start)
            ):
                return True
        return False
    for cue in scene.cues("actors.arms", max(clause.start, mention.start - 24), mention.start):
        words = scene.between(cue.end, mention.start).split()
        if (
            len(words) <= 1
            and not {"علي", "في", "ضد", "نحو"} & set(words)
            and not scene.has("actors.assets", cue.end, mention.start)
        ):
            return True
    return False


_BY = re.compile(r"(?:^|\s)by(?:\s+\w+){0,4}\s*$")


def _by_before(scene: Scene, clause: Clause, mention: Mention) -> bool:
    before = scene.between(max(clause.start, mention.start - 40), mention.start)
    if scene.words.subject_first:
        behind = re.search(
            r"\bby\b(?!.*\bby\b)([^,]*)$", scene.text[max(clause.start, mention.start - 40) : mention.start]
        )
        if behind is None or _PREPOSITIONS & set(behind.group(1).lower().split()):
            return False
        return bool(_BY.search(before)) and not re.search(
            r"(?:claimed|housed|used|occupied|held|controlled|run|operated|manned|backed|supported|carried"
            r"|reported|stated|published|told|said) by",
            before,
        )
    for cue in scene.cues("actors.by", max(clause.start, mention.start - 30), mention.start):
        if len(scene.between(cue.end, mention.start).split()) <= 2:
            return True
    return False


def stances(scene: Scene, clause: Clause, sentence: Sentence) -> list[Stance]:
    """Claims, attributions, denials and confirmations in a clause, with who makes them."""
    found = []
    kinds: tuple[StanceKind, ...] = (
        "claim",
        "attribution",
        "suspicion",
        "confirmation",
        "denial",
        "unconfirmed",
    )
    for kind in kinds:
        for cue in scene.cues(f"cues.{kind}", clause.start, clause.end):
            if kind in ("confirmation", "claim") and _negated(scene, cue.start, cue.end):
                continue
            if kind == "denial" and not _denies_a_deed(scene, sentence):
                continue
            by, of = _who(scene, sentence, clause, cue.start, cue.end, cue.text, kind)
            found.append(Stance(kind, by, of, cue.start))
    return sorted([*found, *_statements(scene, clause)], key=lambda s: s.start)


def _negated(scene: Scene, start: int, end: int) -> bool:
    """ "has confirmed nothing", "has not claimed": no confirmation, no claim."""
    before, after = (
        scene.between(max(0, start - 24), start).split()[-3:],
        scene.between(end, end + 20).split()[:2],
    )
    return bool({"not", "no", "never", "nobody", "none", "neither", "لم", "ولم", "لا"} & set(before)) or bool(
        {"nothing", "none", "no", "neither"} & set(after)
    )


def _denies_a_deed(scene: Scene, sentence: Sentence) -> bool:
    """Whether a denial is about a deed or a hand in it, not about a statement."""
    return bool(scene.cues("triggers.", sentence.start, sentence.end)) or scene.has(
        "cues.involvement", sentence.start, sentence.end
    )


def _statements(scene: Scene, clause: Clause) -> list[Stance]:
    """What an armed group says of a deed is a claim: "the group said", "according to a statement of"."""
    found = []
    for mention in scene.mentions(clause.start, clause.end):
        actor = scene.atlas.gazetteer.actors[mention.actors[0]] if mention.actors else None
        if (
            actor is not None
            and actor.kind in ("armed group", "umbrella", "front")
            and not goes_with(scene, mention)
        ):
            report = scene.cues(
                "cues.report", max(clause.start, mention.start - 24), min(clause.end, mention.end + 150)
            )
            if _speaks(scene, mention) or any(_is_subject_of(scene, mention, c.start, c.end) for c in report):
                found.append(Stance("claim", actor.id, None, mention.start))
    return found


def _is_subject_of(scene: Scene, mention: Mention, start: int, end: int) -> bool:
    if start >= mention.end:
        gap = scene.text[mention.end : start].strip()
        apposed = re.match(r"^(?:\([^)]*\))?\s*,", gap) and gap.endswith(",") and len(gap) < 140
        return bool(apposed) or (len(gap.split()) <= 3 and "," not in gap)
    says = scene.between(start, end) in ("said", "says", "according to", "statement", "added", "stated")
    return says and end <= mention.start and len(scene.between(end, mention.start).split()) <= 2


def _who(
    scene: Scene, sentence: Sentence, clause: Clause, start: int, end: int, text: str, kind: str
) -> tuple[str | None, str | None]:
    def names_one(m: Mention) -> bool:
        if (
            not m.actors
            or _links(scene, m)
            or _LINKED_TO.search(scene.between(max(sentence.start, m.start - 40), m.start))
        ):
            return False
        if _BACKS.match(" " + scene.between(m.end, m.end + 30)):
            return False
        if (
            not scene.words.subject_first
            and scene.atlas.gazetteer.actors[m.actors[0]].kind == "state"
            and not m.places
        ):
            return len(m.text.split()) > 1
        return not _of_a_band(scene, m) and not (m.places and _is_somewhere(scene, clause, m))

    left = [
        m for m in scene.mentions(sentence.start, start) if names_one(m) and not _asset_next(scene, clause, m)
    ]
    right = [m for m in scene.mentions(end, min(sentence.end, end + 90)) if names_one(m)]
    if scene.words.subject_first:
        passive = text.endswith(" by") or scene.between(end, end + 4).startswith("by")
        if passive:
            return (right[0].actors[0] if right else None), None
        by = left[-1].actors[0] if left else None
        of = right[0].actors[0] if right and kind == "attribution" else None
        return by, of
    by = right[0].actors[0] if right and right[0].start - end < 30 else (left[-1].actors[0] if left else None)
    of = right[1].actors[0] if len(right) > 1 and kind == "attribution" else None
    return by, of
