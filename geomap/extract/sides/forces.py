"""Soldiers and police without a name are those of the country where it was.

So "an attack on a police post" is one on its state, and "the army bombed the village" one by it.
"""

from __future__ import annotations

from itertools import pairwise

from geomap.extract.actors.belonging import actor_of
from geomap.extract.casualties.casualty import Casualty
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.clauses.triggers import ends_an_attacker
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.model import ARMED_GROUPS
from geomap.recognise import Cue, Mention

_FIRE = 24  # characters of the deed, which has its preposition: "opened fire on"
_OBJECT = 48  # characters behind a deed in which what it hit stands
_SUBJECT = 40  # … and before a passive
_AGENT = 110  # … and behind a passive in which "by the army" stands
_OWNER = 24  # characters behind a post or a patrol in which whose it is stands
_SPEAKS_WITHIN = 20  # … and behind forces that only tell of it: "police spokesman"
_WORDS_TO_SAYING = 2
_CARRIER = 24  # … and before the forces whose it is
_WORDS_TO_OBJECT = 3
_WORDS_TO_AIM = 2
_MARKS = ".,;،؛:»)"  # behind a word
_SHARE = 4  # of all the victims, one in so many
_VICTIM_REACH = 56
_VICTIM = 8  # words from a number to who they are: "18 من رجال الشرطة"
_DONE_TO_THEM = ("interception", "explosion", "impact", "received", "clash", "damage")


def state_of(scene: Scene, country: str | None) -> str | None:
    """The actor that stands for a country's government, by its code; None where there is none, or several."""
    found = scene.atlas.gazetteer.states.get(country or "", ())
    return found[0] if len(found) == 1 else None


def hits_forces(scene: Scene, event: Event) -> bool:
    """Whether soldiers or police, or their posts, are what the deed hit, and no name says whose they are."""
    fought = any(f.kind == "clash" for f in event.frames if f.places)
    told = [f for f in event.frames if f.triggers]
    if not scene.language.subject_first and _are_the_victims(scene, event, event.frames):
        return True
    if any(_shot_it_down(scene, f, t) for f in told for t in f.triggers):
        return True
    most = _most_hurt(scene, told)
    return any(_among_the_victims(scene, f, most) or _hit(scene, f, most, fought=fought) for f in told)


def _most_hurt(scene: Scene, frames: list[Frame]) -> int:
    """The most people that are counted as killed or wounded in one go, without the militants."""
    irregulars = scene.language.irregulars
    counted = (c for f in frames for c in f.casualties if not c.total)
    return max(
        (c.best or 0 for c in counted if irregulars.isdisjoint((c.of or "").lower().split())), default=0
    )


def _among_the_victims(scene: Scene, frame: Frame, most: int) -> bool:
    """Whether the words beside a number say so, "killed seven soldiers", and they are no few of all the victims."""
    words = scene.language.folded("actors", "forces") | scene.language.folded("actors", "in_service")
    if not scene.language.subject_first:
        return False
    return any(
        (c.best or c.low)
        and (c.best or most) * _SHARE >= most
        and not c.total
        and not words.isdisjoint(_who_were_hurt(scene, c))
        and not any(m.actors for m in scene.mentions(c.start, c.end))
        for c in frame.casualties
    )


def _who_were_hurt(scene: Scene, hurt: Casualty) -> set[str]:
    """Who a number counts, by the words beside it and by those of its whole stretch: "six members of the police"."""
    words = scene.between(hurt.start, hurt.end).split(",")[0].split()
    some = scene.language.among
    words = words[: next((i for i, word in enumerate(words) if word in some), None)]
    return _pairs(hurt.of or "") | _pairs(" ".join(words))


def _are_the_victims(scene: Scene, event: Event, frames: list[Frame]) -> bool:
    """Whether most victims are forces, where the verb stands first: not "بينهم شرطي", nor those of another state."""
    state = state_of(scene, event.where.place.country)
    most = _most_hurt(scene, frames)
    for frame in frames:
        counted = [c for c in frame.casualties if (c.best or 0) * 2 > most and not c.total]
        if not counted or not _is_one_of_them(scene, frame, counted[0]):
            continue
        known = {state, *frame.side("attacker")}
        named = [m for m in scene.mentions(frame.start, frame.end) if m.actors]
        near = counted[0].start, counted[0].end + _OWNER
        if not any(
            known.isdisjoint(m.actors)
            and (actor_of(scene, m).kind not in ARMED_GROUPS or near[0] <= m.start < near[1])
            for m in named
        ):
            return True
    return False


def _is_one_of_them(scene: Scene, frame: Frame, hurt: Casualty) -> bool:
    """Whether who was hurt, or the words behind, are forces; what may be an adjective only right behind the number."""
    words, some = scene.language.folded("actors", "forces"), scene.language.some_of_them
    in_service = scene.language.folded("actors", "in_service")
    counted = scene.numbers_in(hurt.start, hurt.end)
    start = counted[-1].start if counted else hurt.start
    behind = scene.between(start, min(frame.end, start + _VICTIM_REACH)).split()[:_VICTIM]
    before = scene.between(frame.start, hurt.start).split()[-2:]
    ends = some | scene.language.by  # "استشهد مواطن بنيران حرس الحدود": they did it
    behind = behind[: next((i for i, word in enumerate(behind) if word in ends), None)]
    behind = [word.strip(_MARKS) for word in behind]
    told = {*_pairs(hurt.of or ""), *_pairs(" ".join(behind))}
    return some.isdisjoint(before) and not (words.isdisjoint(told) and in_service.isdisjoint(behind[:2]))


def _pairs(text: str) -> set[str]:
    words = text.lower().replace("-", " ").split()
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}


def _hit(scene: Scene, frame: Frame, most: int, *, fought: bool) -> bool:
    """Whether forces were hit; those who came to a fight that was not the deed were not what it was aimed at."""
    return any(
        _is_hit(scene, frame, t)
        for t in frame.triggers
        if (fought or t.kind != "clash") and not _hurts_a_few(frame, t, most)
    )


def _hurts_a_few(frame: Frame, trigger: Trigger, most: int) -> bool:
    """Whether a verb counts only few of all the victims, of whom it tells nothing: "and wounded two soldiers"."""
    counted = [c.best or most for c in frame.casualties if c.start == trigger.start]
    return trigger.kind == "casualty" and bool(counted) and max(counted) * _SHARE < most


def _is_hit(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """Whether forces stand where the thing that was hit would: behind the deed, or before a passive."""
    verb_first = not scene.language.subject_first
    if trigger.kind == "launch" and not verb_first:
        return _is_aimed_at_them(scene, frame, trigger)
    if trigger.kind == "interception":
        return False
    if verb_first and trigger.kind in ("casualty", "conduct"):
        return False  # whom it counts is asked apart; who is named behind "نفذ" did it
    behind = _behind_fire(scene, frame, trigger), min(frame.end, trigger.end + _OBJECT)
    before = max(frame.start, trigger.start - _SUBJECT), trigger.start
    if trigger.kind == "launch" or behind[0] > trigger.end:
        return behind[0] > trigger.end and _are_beside(scene, frame, trigger, *behind)
    if trigger.voice not in ("passive", "received"):
        return _are_beside(scene, frame, trigger, *behind)
    # "تعرضت دورية للجيش لهجوم": where the verb stands first, what was hit may stand behind it
    return _are_beside(scene, frame, trigger, *before) or (
        verb_first and _are_beside(scene, frame, trigger, *behind)
    )


def _is_aimed_at_them(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """Whether what was launched was aimed at them: "fired rockets on Monday at army positions"."""
    end = min(frame.end, trigger.end + _AGENT)
    for cue in scene.cues("actors.forces", trigger.end, end):
        aimed = scene.language.aimed_surely.search(
            " ".join(scene.between(trigger.end, cue.start).split()[-_WORDS_TO_AIM:])
        )
        others = any(m.actors for m in scene.mentions(cue.start - _CARRIER, cue.start))
        between = any(trigger.end <= t.start < cue.start for t in frame.triggers)
        if aimed and not others and not between:
            return True
    return False


def _behind_fire(scene: Scene, frame: Frame, trigger: Trigger) -> int:
    """Where it is told whom shots were fired at: behind "fire" in "أطلق مسلحون النار على …", else behind the deed."""
    words = tuple(f" {word} " for word in scene.language.fire)
    said = scene.between(trigger.end, min(frame.end, trigger.end + _OBJECT))
    at = next((i + len(word) - 1 for word in words if (i := f" {said}".find(word)) >= 0), 0)
    return trigger.end + at if trigger.voice == "active" else trigger.end


def _are_beside(scene: Scene, frame: Frame, trigger: Trigger, start: int, end: int) -> bool:
    """Whether forces, or what is theirs, stand in a span beside a deed with next to nothing between."""
    verb_first = not scene.language.subject_first
    done_by = frame.side("attacker")
    for cue in (*scene.cues("actors.forces", start, end), *_their_property(scene, start, end)):
        near, far = (start, cue.start) if start >= trigger.end else (cue.end, trigger.start)
        words = [word for word in scene.between(near, far).split() if len(word) > 1 or not verb_first]
        if not words and trigger.voice == "active" and len(cue.text.split()) == 1 and verb_first:
            continue  # "قصف الجيش …": the subject
        if near == trigger.end and verb_first and _is_of_those_behind(scene, trigger, cue):
            continue  # "قتل ثلاثة في قصف الجيش بلدة …", "في غارة لطيران الجيش"
        before = cue.start - _CARRIER if near == cue.end else max(near, cue.start - _CARRIER)
        around = scene.mentions(min(near, before), far)
        named = any(m.actors and not (verb_first and set(m.actors) <= done_by) for m in around)
        other = scene.has("triggers.", near, far) or not scene.language.by.isdisjoint(words)
        tells = scene.has("not_places.offices", cue.start, cue.end + _SPEAKS_WITHIN)
        tells = tells or _say(scene, cue.end)
        if len(words) <= (2 if verb_first else 5) and not named and not other and not tells:
            return True
    return False


def _say(scene: Scene, end: int) -> bool:
    """Whether a word of saying follows, or stands behind a rank: "a police officer said."."""
    words = scene.between(end, end + _SPEAKS_WITHIN).split()[:_WORDS_TO_SAYING]
    return not scene.language.saying.isdisjoint(word.strip(_MARKS) for word in words)


def _is_of_those_behind(scene: Scene, trigger: Trigger, forces: Cue) -> bool:
    """Whether who stands right behind a noun carried it out: "قصف الجيش", "غارة للجيش", not "استهداف الجيش"."""
    if trigger.voice != "noun" or trigger.text in scene.language.aimed_nouns:
        return False
    gap = scene.text[trigger.end : forces.start]
    return forces.start >= trigger.end and gap.strip() in ("", *scene.language.possessive)


def _owned(scene: Scene, frame: Frame, forces: Cue) -> bool:
    """Whether a name around forces says whose they are."""
    around = scene.mentions(max(frame.start, forces.start - 12), forces.end + _SUBJECT)
    return any(m.actors for m in around)


def _their_property(scene: Scene, start: int, end: int) -> list[Cue]:
    """Posts, patrols and vehicles behind which "of" is glued to the forces whose they are: "دورية للجيش"."""
    language = scene.language
    if language.subject_first:
        return []
    forces = language.bare("actors", "forces")
    owners = tuple(f" {of}{word}" for of in language.possessive for word in forces)
    return [
        cue
        for cue in scene.cues("actors.assets", start, end)
        if f" {scene.between(cue.end, cue.end + _OWNER)}".startswith(owners)
        and not any(m.actors for m in scene.mentions(cue.end, cue.end + _OWNER))
    ]


def forces_strike(scene: Scene, event: Event) -> bool:
    """Whether soldiers or police without a name are said to have done it: "the army bombed the village"."""
    told = [f for f in event.frames if f.sentence == event.first.sentence]
    return any(_strikes(scene, f, t) for f in told for t in f.triggers)


def _shot_it_down(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """Whether forces are who stopped what was sent against them: "a drone was downed by the army"."""
    if trigger.kind != "interception" or trigger.voice == "noun" or not scene.language.subject_first:
        return False
    return _do_it(scene, frame, trigger)


def _strikes(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """Whether forces did what strikes others."""
    if trigger.kind in _DONE_TO_THEM or trigger.text in scene.language.hurt:
        return False
    if scene.language.shot_at_bomber.match(scene.between(trigger.end - _FIRE, trigger.end + _OBJECT)):
        return False  # "… blew himself up when police shot at him"
    return _do_it(scene, frame, trigger)


def _do_it(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """Whether forces stand where who did it would: before an active verb, or behind "by"."""
    language = scene.language
    if ends_an_attacker(scene, frame.triggers, trigger):
        return False
    if trigger.voice == "noun":
        return _is_their_strike(scene, frame, trigger)
    if not language.subject_first:
        return _strike_beside_the_verb(scene, frame, trigger)
    if trigger.voice == "active":
        start, end = max(frame.start, trigger.start - _SUBJECT), trigger.start
    elif trigger.voice == "passive":
        start, end = trigger.end, min(frame.end, trigger.end + _AGENT)
    else:
        return False
    behind = scene.between(trigger.end, trigger.end + 12).split()
    for cue in (*scene.cues("actors.acting", start, end), *scene.cues("actors.ruling", start, end)):
        ahead = scene.between(start, cue.start).split()
        between = scene.between(cue.end, trigger.start).split() if trigger.voice == "active" else []
        if trigger.voice == "active" and not language.after_passives.isdisjoint(behind[:1]):
            return False  # "security forces ambushed in Jableh": no object follows
        alone = not scene.has("triggers.", cue.end, trigger.start) and len(between) <= 4
        alone = alone and "," not in scene.text[cue.end : trigger.start]
        object_here = trigger.voice == "active" and _are_the_object(scene, frame, cue)
        if object_here or _only_tell(scene, between) or _are_only_looked_like(scene, frame, cue):
            continue  # "killing three soldiers and wounding 34"; "gunmen dressed as soldiers"
        agent = trigger.voice == "active" or not language.by.isdisjoint(ahead[-3:])
        named = any(
            m.actors and not _is_apart(scene, m, cue.start)
            for m in scene.mentions(max(frame.start, cue.start - 24), max(cue.end, trigger.start))
        )
        beside = {*language.surroundings, *language.beside_forces}
        if scene.has("weapons.", cue.start - _CARRIER, cue.start):
            beside -= {"of"}  # "a jet of the army dropped two bombs"
        if alone and agent and not named and beside.isdisjoint(ahead[-3:]):
            return True
    return False


def _only_tell(scene: Scene, between: list[str]) -> bool:
    """Whether forces only tell of what others did: "the army said a drone hit it", not "the army said it hit"."""
    language = scene.language
    said = next((i for i, word in enumerate(between) if word in language.saying), None)
    if said is None:
        return False
    themselves = language.pronouns - language.bands  # "police said militants shot": not the police
    return themselves.isdisjoint(between[said + 1 : said + 3])


def _are_only_looked_like(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """Whether others only wore what they wear: "gunmen dressed as soldiers", "men in police uniforms"."""
    if not scene.language.uniforms.isdisjoint(scene.between(cue.end, cue.end + 16).split()[:1]):
        return True
    before = scene.between(max(frame.start, cue.start - _SUBJECT), cue.start)
    return scene.language.disguised.search(before) is not None


def _are_the_object(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """Whether another deed stands right before forces, to whom it was done."""
    deeds = [
        t
        for t in scene.cues("triggers.", max(frame.start, cue.start - _OBJECT), cue.start)
        if t.end <= cue.start
    ]
    gaps = [scene.between(t.end, cue.start).split() for t in deeds]
    # "Three villagers died when troops shelled the town": what "when" opens has its own subject.
    return any(
        len(gap) <= _WORDS_TO_OBJECT and scene.language.subordinating.isdisjoint(gap[-1:]) for gap in gaps
    )


def _strike_beside_the_verb(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """Whether forces stand right beside an active verb, and nothing says whose: "قصف الطيران الحربي …"."""
    if trigger.voice != "active":
        return False
    for cue in scene.cues("actors.acting", max(frame.start, trigger.start - _SUBJECT), trigger.end + _OBJECT):
        near, far = (cue.end, trigger.start) if cue.start < trigger.start else (trigger.end, cue.start)
        named = any(m.actors for m in scene.mentions(max(frame.start, cue.start - 12), cue.end + _SUBJECT))
        if not named and len(scene.between(near, far).split()) <= 1:
            return True
    return False


def _is_apart(scene: Scene, mention: Mention, start: int) -> bool:
    """Whether a country's name ends what stands before forces: "in central Myanmar, when … of the army dropped"."""
    return bool(mention.places) and "," in scene.text[mention.end : start]


def _is_their_strike(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """Whether the word for the deed has theirs right before it: "government shelling", "army drone strikes".

    Where adjectives stand behind their nouns, that is who carried it out: "شن الجيش هجوما", not "تعرض الجيش لهجوم".
    """
    apart = 1 if scene.language.subject_first else 0
    if not apart:
        behind = scene.cues("actors.acting", trigger.end, trigger.end + _SUBJECT)
        if any(_is_of_those_behind(scene, trigger, cue) and not _owned(scene, frame, cue) for cue in behind):
            return True
        if not scene.text[trigger.start - 1 : trigger.start].isspace():
            return False
    for cue in scene.cues("actors.acting", max(frame.start, trigger.start - _SUBJECT), trigger.end):
        named = any(m.actors for m in scene.mentions(max(frame.start, cue.start - 24), trigger.start))
        gap = scene.between(cue.end, trigger.start).split()
        if not named and cue.end <= trigger.end and len(gap) <= apart:
            return cue.start < trigger.start
    return False


def forces_accused(scene: Scene, event: Event) -> bool:
    """Whether soldiers without a name are blamed for it: "accused the army of bombing the market"."""
    for stance in (s for f in event.frames for s in f.stances if s.kind == "attribution" and not s.of):
        cues = scene.cues("actors.acting", stance.start, stance.start + _SUBJECT)
        if cues and len(scene.between(stance.start, cues[0].start).split()) <= 3:
            return True
    return False
