"""A people's name: its state where it stands for the army, "the Russians shelled A", else only people."""

from __future__ import annotations

from geomap.extract.actors.belonging import actor_of, is_an_armys
from geomap.extract.scene import Scene
from geomap.recognise import Mention

_TO_THEIR_DEED = 24  # characters from a people to what it did


def is_only_a_people(scene: Scene, mention: Mention) -> bool:
    """Whether a state's name is its people: "Three Palestinians were killed", "a Syrian was hurt"."""
    if actor_of(scene, mention).kind != "state" or mention.places or not scene.language.adjective_first:
        return False
    words = scene.between(mention.start, mention.end).split()
    if is_an_armys(scene, mention) or not _is_a_demonym(scene, mention, words):
        return False
    if words[-1].endswith(tuple(scene.language.plural_endings)):
        return not _do_a_deed(scene, mention)
    if _are_counted(scene, mention):
        return True
    before = scene.between(max(0, mention.start - 12), mention.start).split()[-1:]
    behind = scene.between(mention.end, mention.end + 24).split()[:1]
    deeds = scene.cues("triggers.", mention.end, mention.end + 2 + len(behind[0])) if behind else []
    auxiliary = not scene.language.auxiliaries.isdisjoint(behind)
    auxiliary = auxiliary or not scene.language.relatives.isdisjoint(
        behind
    )  # "a Jordanian who drove a truck"
    ends = scene.text[mention.end : mention.end + 1] != " " or not scene.language.listing.isdisjoint(behind)
    alone = ends or not behind or auxiliary or (deeds and not any(c.tag.endswith(".nouns") for c in deeds))
    return bool(alone) and not scene.language.determiners.isdisjoint(before)


def _are_counted(scene: Scene, mention: Mention) -> bool:
    """Whether so many of them were taken by who then did more: "abducted four Chinese and killed eight soldiers"."""
    behind = scene.text[mention.end : mention.end + 5]
    joined = len(behind.split()) == 1 and not scene.language.adjective_links.isdisjoint(behind.split())
    if not joined or not scene.numbers_in(max(0, mention.start - 12), mention.start):
        return False
    verb = mention.end + len(behind)
    deeds = scene.cues("triggers.", verb, verb + _TO_THEIR_DEED)
    return any(cue.start == verb and cue.tag.endswith(".verbs") for cue in deeds)


def _do_a_deed(scene: Scene, mention: Mention) -> bool:
    """Whether a people stands for its army: "the Russians shelled Kherson"; not "Russians killed in the raid"."""
    deeds = scene.cues("triggers.", mention.end, mention.end + _TO_THEIR_DEED)
    deed = next((d for d in deeds if d.tag.endswith(".verbs")), None)
    if deed is None or scene.text[mention.end : mention.end + 1] != " ":
        return False
    gap = scene.between(mention.end, deed.start).split()
    behind = scene.between(deed.end, deed.end + 12).split()[:1]
    if (
        len(gap) > 2
        or not scene.language.before_a_deed.issuperset(gap)
        or not scene.language.by.isdisjoint(behind)
        or not scene.language.behind_the_hurt.isdisjoint(behind)
    ):
        return False
    before = scene.between(max(0, mention.start - 16), mention.start).split()
    if scene.numbers_in(max(0, mention.start - 16), mention.start) or not scene.language.away_from.isdisjoint(
        before[-1:]
    ):
        return False  # "two Russians attacked a shop", "dozens of Russians"
    if not deed.tag.startswith("triggers.casualty"):
        return True
    counted = scene.numbers_in(deed.end, deed.end + 12)
    return bool(counted) or not scene.language.determiners.isdisjoint(behind)


def _is_a_demonym(scene: Scene, mention: Mention, words: list[str]) -> bool:
    """Whether a name is one word, or two behind "a": "a South African"."""
    if len(words) == 1:
        return True
    before = scene.between(max(0, mention.start - 4), mention.start).split()[-1:]
    some = not (scene.language.determiners - scene.language.definite).isdisjoint(before)
    return len(words) == 2 and mention.text.istitle() and some  # but "the United States"
