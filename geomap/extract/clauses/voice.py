"""Whether a trigger word is a noun or a verb, and whether the verb is active or passive."""

from __future__ import annotations

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.gazetteer.language import Language
from geomap.recognise import Cue

_DOERS = ("actors.armed", "actors.acting", "actors.assets")
_TO_DOERS = 16  # characters in which the first word of who did it ends
_NAMED_WITHIN = 40  # characters before a verb in which a name stands that may hold its last words


def form_of(language: Language, forms: dict[str, Cue], before: list[str], after: list[str]) -> str | None:
    """Whether a word is a noun or a verb, by the words beside it; None where it is a thing."""
    previous = before[-1] if before else ""
    following = after[0] if after else ""
    if len(forms) == 1:
        only, cue = next(iter(forms.items()))
        if only == "verbs" and cue.text in language.also_things:
            noun = previous in language.determiners or following in language.after_nouns or not following
            noun = noun or following in language.trigger_words("attack", "verbs")  # "targets struck in Syria"
            return None if noun or cue.text in language.rarely_verbs else only
        return only
    if previous in language.before_verbs and following not in language.after_nouns:
        return "verbs"
    if previous in language.determiners or not following or following in language.after_nouns:
        return "nouns"
    participle = next(iter(forms.values())).text.endswith(tuple(language.participle_endings))
    return "verbs" if participle or before else "nouns"


def has_article(scene: Scene, cue: Cue) -> bool:
    """Whether an article is glued to a word, which then is no verb: "المستهدف"."""
    glued = scene.language.glued_articles
    return bool(glued) and scene.text[max(0, cue.start - 3) : cue.start].endswith(glued)


def written_form(scene: Scene, clause: Clause, forms: dict[str, Cue]) -> str:
    """Noun or verb where they are told apart by their spelling: a noun, unless only the verb is listed so."""
    if len(forms) == 1:
        return next(iter(forms))
    if _stands_as_a_verb(scene, clause, forms["verbs"]) or _has_its_doers_behind(scene, forms["verbs"]):
        return "verbs"
    language, verb, noun = scene.language, forms["verbs"], forms["nouns"]
    listed = verb.text in language.trigger_words(verb.tag.split(".")[1], "verbs")
    as_noun = noun.text in language.trigger_words(noun.tag.split(".")[1], "nouns")
    return "verbs" if (listed and not as_noun) or is_marked_passive(scene, verb) else "nouns"


def _stands_as_a_verb(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether a word that is spelt as a noun too has its place as a verb: "قد قصف", "إن الجيش التركي قصف"."""
    language = scene.language
    before = scene.between(clause.start, cue.start)
    if not language.before_verbs.isdisjoint(before.split()[-1:]):
        return True
    named = [m for m in scene.mentions(clause.start, cue.start) if m.actors and m.end == cue.start - 1]
    heads = [m.start for m in named if not m.places]
    forces = scene.cues("actors.acting", clause.start, cue.start)  # "إن الطيران الحربي قصف"
    heads += [force.start for force in forces if force.end == cue.start - 1]
    return any(language.opens_subject.search(scene.between(clause.start, start)) for start in heads)


def _has_its_doers_behind(scene: Scene, cue: Cue) -> bool:
    """Whether who did it stands right behind what may be "waged" or "the waging of": "شن مسلحو الجماعة هجوماً"."""
    if not cue.tag.startswith("triggers.conduct"):
        return False
    at = cue.end + 1
    doers = [c for tag in _DOERS for c in scene.cues(tag, at, at + _TO_DOERS)]
    named = [m for m in scene.mentions(at, at + _TO_DOERS) if m.actors]
    first = scene.between(at, at + _TO_DOERS).split()[:1]
    heads = bool(first) and first[0].removeprefix(scene.language.article) in scene.language.masculine_heads
    return heads or at in {c.start for c in doers} or at in {m.start for m in named}


def is_marked_passive(scene: Scene, cue: Cue) -> bool:
    """Whether a verb is passive by itself or by its vowel sign: "اغتيل", "قُصف"."""
    language = scene.language
    if cue.text in language.passive_verbs:
        return True
    return bool(language.passive_mark.match(scene.text[cue.start : cue.end]))


def is_passive(scene: Scene, cue: Cue, before: list[str], after: list[str]) -> bool:
    """Whether the words around a verb make it passive: "was hit", "hit by", "the base struck by rockets"."""
    language = scene.language
    if not language.auxiliaries or cue.text.split()[0].endswith(tuple(language.participle_endings)):
        return False
    helping = [word for word in (*before[-3:], *cue.text.split()[1:-1]) if word in language.auxiliaries]
    if helping and len(helping) > _in_names(scene, cue, helping):
        return True
    if cue.text.split()[0] in language.being and " " in cue.text:
        return True  # "were shot"
    if cue.tag.startswith("triggers.casualty"):
        if cue.text.endswith(tuple(language.plural_endings)):
            return False  # "kills with rifles" is no participle
        if any(n.start - cue.end <= 1 for n in scene.numbers_in(cue.end, cue.end + 40)[:1]):
            return False  # "killed at least 13 people"
        if _has_a_fellow_with_an_object(language, after):
            return False
        # "seven fighters killed and 18 hurt": no object follows.
        return not after or after[0] in language.after_passives or after[0] in language.without_object
    # "US base hit by drones", "cities struck by"
    return bool(after) and after[0] in language.by


def _in_names(scene: Scene, cue: Cue, words: list[str]) -> int:
    """How many of some words right before a verb are a part of names: the "IS" of "IS-Khorasan fired on"."""
    names = scene.mentions(max(0, cue.start - _NAMED_WITHIN), cue.start)
    inside = [word for name in names for word in scene.between(name.start, name.end).split()]
    return sum(word in inside for word in words)


def _has_a_fellow_with_an_object(language: Language, after: list[str]) -> bool:
    """Whether "and" joins a verb that has an object: "killed and captured a number of them"."""
    if (
        len(after) < 3
        or after[0] not in language.listing
        or not after[1].endswith(tuple(language.past_endings))
    ):
        return False
    return after[2] in language.determiners or after[2].isdigit()
