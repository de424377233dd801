"""Who struck whom where the verb stands first and agrees with its subject, as in Arabic.

A verb that is followed by a name has it as its subject if both are of one gender, else as its object: "استهدفت القوات"
is "the forces struck", "استهدفت الجيش" is "… struck the army".
"""

from __future__ import annotations

from typing import Literal

from geomap.extract.actors.belonging import actor_of
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import ARMS_THAT_FLY, Scene
from geomap.extract.words.sentences import Clause
from geomap.model import ARMED_GROUPS
from geomap.recognise import Mention

Part = Literal["attacker", "target", "none"]
Gender = Literal["feminine", "masculine"]

_DENIED_WITHIN = 48  # characters from a name back to "denied", and on to "its responsibility"
_SETS_ABOUT_WITHIN = 24  # characters from "set about" to who did
_NOBODYS = frozenset({"casualty", "damage", "interception", "received", "clash", "impact"})
_HAD_TOLD_WITHIN = 24  # characters behind a name in which it "had said"
_OBJECT = 120  # characters from a verb to whom it was done to, over its subject
_OBJECT_BEHIND = 24  # characters behind a subject in which its verb's object stands
_CLOSE = 3  # words between a verb and the name of its subject: "استهدفت مدفعية قوات …"

_GOES_OFF = ("explosion", "impact")
_PEOPLE = 16  # characters before a name in which its people may stand
_QUOTES = ' "“”„«»‹›'


def part_by_verb(
    scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention, *, arms: bool
) -> tuple[Part, float, str] | None:
    """The part that agreement, voice and pronouns give a name: part, weight and reason; None where they do not say.

    Args:
        scene: The article.
        clause: The clause.
        triggers: The deeds of the clause.
        mention: The actor's name.
        arms: Whether it goes with a weapon or a strike.
    """
    if (side := _of_two_sides(scene, clause, triggers, mention)) is not None:
        return side
    struck = [t for t in triggers if t.kind not in _GOES_OFF]  # "انفجرت عبوة بقوة من …": it does nothing
    if any(_are_of_its_own(scene, t, mention) and _have_an_object(scene, t, mention) for t in struck):
        return "attacker", 2.4, "subject of the verb"
    if any(_went_off_by(scene, t, mention) for t in triggers):
        return "target", 2.2, "what it went off beside"
    if _is_a_part_of_its_people(scene, triggers, mention):
        return "target", 1.9, "its people were hurt"
    if tells(scene, mention):
        return _as_speaker(scene, clause, triggers, mention)
    if _sets_about(scene, clause, triggers, mention):
        return "attacker", 2.4, "set about the deed"
    ahead = _verb_before(scene, triggers, mention)
    if ahead is not None:
        if not arms and scene.has("weapons.", ahead.end, mention.start):
            return "target", 2.2, "object of the verb"  # "استهدفت عبوة ناسفة الجيش"
        return _behind_its_verb(scene, clause, ahead, mention)
    behind = None if arms else _verb_behind(scene, triggers, mention)
    return None if behind is None else _before_its_verb(scene, behind, mention)


def _went_off_by(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Whether a bomb went off beside its people: "انفجرت عبوة بقوة من البيشمركة"."""
    if trigger.kind != "explosion" or trigger.voice != "active" or trigger.end > mention.start:
        return False
    return scene.language.went_off_by.search(scene.between(trigger.end, mention.start) + " ") is not None


def _sets_about(scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention) -> bool:
    """Whether a verb that only says that it did so stands before a name, and the deed behind it: "قام … بقصف …"."""
    before = scene.between(max(clause.start, mention.start - _SETS_ABOUT_WITHIN), mention.start).split()[-2:]
    if scene.language.setting_about.isdisjoint(before):
        return False
    deed = min((t for t in triggers if t.start >= mention.end), key=lambda t: t.start, default=None)
    if deed is None or deed.voice not in ("noun", "active") or deed.kind in _NOBODYS:
        return False
    gap = scene.between(mention.end, deed.start).split()
    named = bool(gap) or deed.voice == "noun"  # behind "من" and "في" it is no verb: "من استعادة …"
    return named and len(gap) <= 1 and scene.language.deed_led_by.issuperset(gap)


def tells(scene: Scene, mention: Mention) -> bool:
    """Whether a verb of saying stands before a name: "قال", "أعلنت وزارة الدفاع"."""
    before = scene.between(max(0, mention.start - 60), mention.start)
    if scene.language.spoken_by.search(before):
        return True
    had = scene.language.had_before.search(before)
    return (
        had is not None
        and scene.language.had_told.match(scene.between(mention.end, mention.end + _HAD_TOLD_WITHIN))
        is not None
    )  # "وكان الجيش قد أعلن"


def own_deed(scene: Scene, start: int, end: int) -> bool:
    """Whether who speaks tells of a deed of its own: "أعلن الجيش قصف …", "قال الجيش إن طائراته …".

    Args:
        scene: The article.
        start: Where the words of the speaker's name end.
        end: Where the sentence ends.
    """
    if not scene.has("triggers.", start, end):
        return False
    if scene.between(max(0, start - 24), start).endswith(tuple(scene.language.only_tell) or ("\0",)):
        return False
    others = [m.start for m in scene.mentions(start, end) if m.actors]
    if not scene.language.own_deed.match(" " + scene.between(start, min([end, *others]))):
        return False
    return not _is_denied(scene, start, end)


def _is_denied(scene: Scene, start: int, end: int) -> bool:
    """Whether who speaks says that the deed was not its own: "نفت الحركة مسؤوليتها عن قصف …"."""
    sentence = scene.sentence_at(start)
    opens = max(start - _DENIED_WITHIN, sentence.start if sentence is not None else 0)
    return scene.language.disowned.search(scene.between(opens, min(end, start + _DENIED_WITHIN))) is not None


def _is_a_part_of_its_people(scene: Scene, triggers: list[Trigger], mention: Mention) -> bool:
    """Whether one or a number of its people were hurt: "مقتل خمسة من …", "قتل جندي من …"."""
    hurt = [t for t in triggers if t.kind == "casualty"]
    if any(_are_of_its_own(scene, t, mention) or _some_were_hurt(scene, t, mention) for t in hurt):
        return True
    return bool(hurt) and any(
        mention.start - number.end < 30
        and (
            _counts_its_people(scene, scene.between(number.end, mention.start).split())
            or _are_its_fighters(scene, number.end, mention)
        )
        for number in scene.numbers_in(max(0, mention.start - 45), mention.start)
    )


def _some_were_hurt(scene: Scene, hurt: Trigger, mention: Mention) -> bool:
    """Whether so many of its people that nobody counts stand behind who was hurt: "إصابة العشرات من …"."""
    words = scene.between(hurt.end, mention.start).split() if hurt.end <= mention.start else []
    return words[:1] != [] and words[0] in scene.language.uncounted and _counts_its_people(scene, words[1:])


def _are_its_fighters(scene: Scene, counted: int, mention: Mention) -> bool:
    """Whether a number counts a group's people by its adjective: "مقتل 12 حوثيا", "عشرة مسلحين حوثيين"."""
    if (
        actor_of(scene, mention).kind not in ARMED_GROUPS
        or len(scene.between(counted, mention.start).split()) > 1
    ):
        return False
    return not any(scene.has(tag, counted, mention.start) for tag in ("triggers.", "weapons.", "actors.arms"))


def _counts_its_people(scene: Scene, words: list[str]) -> bool:
    """Whether these words between a number and a name say that it counts its people: "ثلاثة من مقاتلي …"."""
    language = scene.language
    if words and words[-1] in language.own_hands:
        words = words[:-1]
    return bool(words) and words[-1] in language.away_from


def _are_of_its_own(scene: Scene, hurt: Trigger, mention: Mention) -> bool:
    """Whether one or some of its people stand right behind a word for who was hurt: "قتل مقاتل من …"."""
    words = scene.between(hurt.end, mention.start).split() if hurt.end <= mention.start else []
    language = scene.language
    return len(words) == 2 and words[0] in language.person_heads and words[1] in language.away_from


def _have_an_object(scene: Scene, deed: Trigger, mention: Mention) -> bool:
    """Whether whom they killed follows: "قتل عناصر من تنظيم الدولة سبعة رعاة"."""
    told = scene.casualties_in(deed.start, deed.start + _OBJECT)
    return any(c.start == deed.start and c.end > mention.end for c in told)


def _as_speaker(
    scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention
) -> tuple[Part, float, str]:
    """The part of who tells of its own deed, or of a deed that it suffered."""
    deed = next((t for t in triggers if t.start >= mention.end), None)
    if deed is None or deed.kind == "casualty" or not own_deed(scene, mention.end, clause.end):
        return "none", 0.0, "only tells of it"
    if deed.kind in ("interception", "received"):
        return "target", 1.5, "the side that was under attack"
    return "attacker", 2.4, "tells of its own deed"


def lost_its_own(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether who speaks tells of its own people hurt: "أعلن الجيش التركي إصابة سبعة من جنوده".

    Args:
        scene: The article.
        clause: The clause.
        mention: The speaker's name.
    """
    if scene.language.subject_first or not tells(scene, mention):
        return False
    if not any(
        scene.has(f"triggers.casualty.{form}", clause.start, clause.end) for form in ("nouns", "verbs")
    ):
        return False
    behind = [m.start for m in scene.mentions(mention.end, clause.end) if m.actors and not m.places]
    until = min([clause.end, *behind])
    return scene.language.own_people.search(scene.between(mention.end, until)) is not None


def _verb_before(scene: Scene, triggers: list[Trigger], mention: Mention) -> Trigger | None:
    """The verb right before a name, or before the words that open it."""
    near = [t for t in triggers if t.end <= mention.start and t.voice != "noun"]
    last = max(near, key=lambda t: t.start, default=None)
    if last is None:
        return None
    gap = scene.between(last.end, mention.start).split()
    broken = (
        len(gap) > _CLOSE or not _breaks(scene).isdisjoint(gap) or _is_apart(scene, last.end, mention.start)
    )
    return None if broken else last


def _is_apart(scene: Scene, start: int, end: int) -> bool:
    return any(mark in scene.text[start:end] for mark in ",،؛:.")


def _breaks(scene: Scene) -> frozenset[str]:
    return scene.language.arms_breaks | scene.language.possessive | scene.language.away_from


def _behind_its_verb(
    scene: Scene, clause: Clause, verb: Trigger, mention: Mention
) -> tuple[Part, float, str] | None:
    language = scene.language
    words = scene.between(verb.end, mention.end).split()
    if verb.kind == "interception" and _flew(scene, verb, mention):
        return "attacker", 2.6, "its arms or its strike"
    if (verb.voice == "passive" or verb.kind == "casualty") and _is_by_its_arms(scene, verb, mention):
        return "attacker", 2.4, "with its arms"
    if verb.voice == "received" and _owns_the_strike(scene, verb, mention):
        return "attacker", 2.6, "its arms or its strike"  # "تعرضت … لقصف حوثي"
    if verb.voice in ("passive", "received"):
        return "target", 2.4, "what was hit"
    behind = (
        verb.kind == "conduct" or words[0] in language.person_heads
    )  # "شنه عناصر …", "نصبه تنظيم القاعدة"
    hands = language.with_object.search(verb.text) and behind
    opens = verb.text in language.folded("cues", "opening")  # "فتح جنود الاحتلال النار": fire is the object
    hands = hands or opens
    arms = language.bare("actors", "arms")
    strikes = words[0].removeprefix(language.article) in arms  # "استهدفت طائرات …"
    if verb.voice == "active" and verb.text.split()[-1] in arms and " " in verb.text:
        return "attacker", 2.6, "its arms or its strike"  # the verb holds its subject: "شنت طائرات التحالف"
    if not hands and not strikes and language.property_named.search(" ".join(words)):
        if _fires(scene, verb, mention, words):
            return "attacker", 2.4, "its ships or tanks fired"
        return "target", 2.2, "its property"
    if verb.kind == "casualty" and words[0].removeprefix(language.article) in language.person_heads:
        return "target", 2.2, "its people were hurt"
    if verb.kind in ("explosion", "impact"):
        return None
    agrees = opens or language.with_object.search(verb.text) is not None or _agree(scene, verb, words)
    if verb.kind == "interception":
        return ("target", 1.5, "the side that was under attack") if agrees else None
    if agrees and (
        _has_its_subject(scene, verb, mention) or _follows_its_subject(scene, clause, verb, mention)
    ):
        return "target", 2.2, "object of the verb"
    return ("attacker", 2.6, "subject of the verb") if agrees else ("target", 2.2, "object of the verb")


def _fires(scene: Scene, verb: Trigger, mention: Mention, words: list[str]) -> bool:
    """Whether a ship or a tank right behind a verb is its subject: "أطلقت مدمرة صواريخ", "قصفت دبابة … منزلا"."""
    language = scene.language
    if words[0] not in language.gun_carriers or not _agree(scene, verb, words):
        return False
    behind = scene.between(mention.end, mention.end + _OBJECT_BEHIND)
    return verb.kind == "launch" or language.object_behind.match(behind) is not None


def _flew(scene: Scene, verb: Trigger, mention: Mention) -> bool:
    """Whether a name's drones or missiles are what was brought down: "أسقطت مسيرة أوكرانية"."""
    arms = [c for tag in ARMS_THAT_FLY for c in scene.cues(tag, verb.end, mention.end)]
    return bool(arms) and len(scene.between(arms[-1].end, mention.start).split()) <= 1


def _owns_the_strike(scene: Scene, verb: Trigger, mention: Mention) -> bool:
    """Whether a name says whose strike or arms the word right before it means."""
    arms = scene.cues("actors.arms", verb.end, mention.start)
    return any(len(scene.between(cue.end, mention.start).split()) <= 1 for cue in arms)


def _is_by_its_arms(scene: Scene, verb: Trigger, mention: Mention) -> bool:
    """Whether whose arms did it stands behind: "اغتيل بغارة إسرائيلية", "استشهدا بقصف إسرائيلي"."""
    arms = scene.cues("actors.arms", verb.end, mention.start)
    by = scene.language.glued_by
    return any(
        scene.text[cue.start - 1 : cue.start] in by
        and len(scene.between(cue.end, mention.start).split()) <= 1
        for cue in arms
    )


def _has_its_subject(scene: Scene, verb: Trigger, mention: Mention) -> bool:
    """Whether another name stands right behind a verb and is its subject: "هاجم تنظيم … قوات …"."""
    language = scene.language
    before = [m for m in scene.mentions(verb.end, mention.start) if m.actors and m.end < mention.start]
    if not before or language.with_object.search(verb.text) or mention.actors[0] in before[0].actors:
        return False
    one_word = len(mention.text.split()) == 1  # "القوات الأميركية البريطانية" is of both
    joined = scene.text[mention.start - 1] != " "  # "و" is glued to the name
    agrees = _agree(scene, verb, scene.between(verb.end, before[0].end).split())
    return agrees and not (one_word or joined)


def _follows_its_subject(scene: Scene, clause: Clause, verb: Trigger, mention: Mention) -> bool:
    """Whether a verb's subject opens the clause before it, as headlines do: "حركة الشباب في الصومال تستهدف قوات …"."""
    language = scene.language
    if verb.voice != "active" or language.with_object.search(verb.text):
        return False
    named = [m for m in scene.mentions(clause.start, verb.start) if m.actors]
    if not named or mention.actors[0] in named[0].actors:
        return False
    subject = named[0]
    if not language.opens_subject.search(scene.between(clause.start, subject.start)):
        return False
    gap = scene.between(subject.end, verb.start).split()
    where = len(gap) > 1 and gap[0] in language.surroundings and len(gap) <= _CLOSE
    return (not gap or where) and _agree(scene, verb, _subject(scene, subject))


def _verb_behind(scene: Scene, triggers: list[Trigger], mention: Mention) -> Trigger | None:
    """The verb right behind a name that opens its clause, or behind "which"."""
    first = next((t for t in triggers if t.start >= mention.end), None)
    if first is None or first.voice == "noun" or _is_apart(scene, mention.end, first.start):
        return None
    gap = scene.between(mention.end, first.start)
    return first if len(gap.split()) <= 1 or scene.language.relative.search(gap) else None


def _before_its_verb(scene: Scene, verb: Trigger, mention: Mention) -> tuple[Part, float, str] | None:
    language = scene.language
    which = language.relative.search(scene.between(mention.end, verb.start)) is not None
    if verb.voice in ("passive", "received"):
        return "target", 2.2, "what was hit"
    if language.with_object.search(verb.text):
        return ("target", 2.0, "what was hit") if which else None
    before = scene.between(max(0, mention.start - 40), mention.start).split()[-2:]
    if verb.kind in ("casualty", "explosion", "impact", "damage") or not _breaks(scene).isdisjoint(before):
        return None
    subject, language = _subject(scene, mention), scene.language
    either = subject[0] in language.feminine_heads & language.masculine_heads  # "عناصر هاجموا", "عناصر هاجمت"
    if not (either or _agree(scene, verb, subject)):
        return None
    if verb.kind == "interception":
        return "target", 1.5, "the side that was under attack"
    return "attacker", 2.2, "subject of the verb"


def _subject(scene: Scene, mention: Mention) -> list[str]:
    """The words of a name, with its people before it if they are what the verb agrees with: "عناصر «…» قصفت"."""
    named = scene.between(mention.start, mention.end).split()
    ahead = scene.between(max(0, mention.start - _PEOPLE), mention.start).strip(_QUOTES).split()[-1:]
    heads = scene.language.person_heads | scene.language.feminine_heads
    return [*ahead, *named] if not heads.isdisjoint(ahead) else named


def _agree(scene: Scene, verb: Trigger, noun: list[str]) -> bool:
    """Whether a verb is of the gender of its noun's first word; a noun of unknown gender agrees with any."""
    gender = _gender(scene, noun)
    feminine = scene.language.feminine_verb.search(verb.text.split()[0]) is not None
    return gender is None or feminine == (gender == "feminine")


def _gender(scene: Scene, noun: list[str]) -> Gender | None:
    language = scene.language
    head = noun[0].removeprefix(language.article)
    if head in language.feminine_heads:
        return "feminine"
    if head in language.masculine_heads or language.masculine_noun.search(head):
        return "masculine"
    return "feminine" if language.feminine_noun.search(head) else None


def _tells_of_the_dead_first(triggers: list[Trigger]) -> bool:
    """Whether those who were killed in a fight are told before it: "مقتل ثلاثة جنود في اشتباك مع …"."""
    fight = min(t.start for t in triggers if t.kind == "clash")
    return any(t.kind == "casualty" and t.start < fight for t in triggers)


def _of_two_sides(
    scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention
) -> tuple[Part, float, str] | None:
    """The part of a name in a fight "between … and …": who is named first is taken as the attacker."""
    if not any(t.kind == "clash" for t in triggers):
        return None
    before = scene.between(clause.start, mention.start)
    if scene.language.fought_with.search(before) and _tells_of_the_dead_first(triggers):
        return "attacker", 2.0, "whom the dead had fought"
    if scene.language.second_side.search(before):
        return "target", 2.0, "one of the two sides that fought"
    if scene.language.first_side.search(before):
        return "attacker", 2.0, "one of the two sides that fought"
    return None
