"""What an article is about, where it is not about war: markets, drills, films and books, storms, accidents."""

from __future__ import annotations

from geomap.extract.clauses.mishaps import CAUSES, is_a_mishap
from geomap.extract.clauses.motion import MANY_CLEARED
from geomap.extract.event import Event
from geomap.extract.scene import Scene

_BRIEF = 4  # sentences: in an agency's flash, one telling word is enough
_WAR_WORDS = 2  # fewer telling words than this, and "hammered" or "blasted" is said of a market or a storm
_MANY_WAR_WORDS = 5  # different words for arms: from here on an article is about war
_MANY_DRILL_WORDS = 3  # without victims: an article about an exercise, whose enemies are played
_ALL_DRILL_WORDS = 4  # … whose dead are played, too
_MANY_STORY_WORDS = 3  # an article about a film, a book or a museum
_TRUST_OF_A_STORY = 0.6
_MANY_WEATHER_WORDS = 4  # an article about a storm, a flood, an earthquake
_SIGNS_OF_AN_ACCIDENT = 2
_MANY_FIGURES = 3  # different words of a monthly or yearly count
_SIGNS_OF_AN_OBITUARY = 2
_MANY_PRICES = 8  # an article about markets
_MANY_OF_COMPUTERS = 3  # different words of computers: their intruders attack, siege and cripple, too
_STRIKES = ("triggers.airstrike", "triggers.attack", "triggers.shelling", "triggers.raid")
_WHOSE = 24  # characters before a deed in which the state's name stands that did it
_LAID = frozenset({"ied", "bomb"})
_SENT = frozenset({"drone", "missile", "rocket"})
_LOSS = frozenset({"casualty", "damage"})
_GOES_OFF = frozenset({"explosion", "casualty", "damage", "impact"})


def is_about_something_else(scene: Scene) -> bool:
    """Whether nothing in the article speaks of arms, armed people or victims: its attacks are figures of speech."""
    if len(scene.cues_by_tag.get("cues.drill", ())) >= _MANY_DRILL_WORDS and not victims_in(scene):
        return True
    if len(scene.sentences) > _BRIEF:
        return len(war_words(scene)) + len(victims_in(scene)) < _WAR_WORDS
    # "Nine villagers were massacred": the number tells that it is no figure of speech.
    counted = (c.best or c.low for s in scene.sentences for c in scene.casualties_in(s.start, s.end))
    return not (war_words(scene) or victims_in(scene) or any(counted) or _is_struck_abroad(scene))


def _is_struck_abroad(scene: Scene) -> bool:
    """Whether a state's strikes hit something in another country: "Israeli strikes hit Mezzeh airport"; no walkout."""
    actors, atlas = scene.atlas.gazetteer.actors, scene.atlas
    for deed in scene.triggers:
        if not (deed.tag.startswith(_STRIKES) and deed.tag.endswith(".nouns")):
            continue
        whose = [
            m for m in scene.mentions(deed.start - _WHOSE, deed.start) if m.actors and m.end >= deed.start - 1
        ]
        state = actors[whose[-1].actors[0]] if whose else None
        sentence = scene.sentence_at(deed.start)
        if state is None or state.kind != "state" or sentence is None:
            continue
        places = (atlas.place(m.places[0]) for m in scene.mentions(deed.end, sentence.end) if m.places)
        if any(p.country not in (None, state.country) for p in places):
            return True
    return False


def war_words(scene: Scene) -> set[str]:
    """The different words for arms and armed people in an article."""
    actors = scene.atlas.gazetteer.actors
    weapons = {f"{c.tag} {c.text}" for c in scene.cues_by_tag.get("weapons.", ())}
    armed = {m.actors[0] for m in scene.reading.mentions if m.actors and actors[m.actors[0]].kind != "state"}
    return weapons | armed | {c.text for c in scene.cues_by_tag.get("actors.armed", ())}


def victims_in(scene: Scene) -> set[str]:
    """The different words for victims in an article."""
    violent = scene.language.violent  # "اغتيل" tells of a victim, too
    return {c.text for c in scene.triggers if c.tag.startswith("triggers.casualty") or c.text in violent}


def without_accidents_and_tales(scene: Scene, events: list[Event]) -> list[Event]:
    """Without what a drill or a film plays, those whom a storm killed, and what went off by accident."""
    if len(scene.cues_by_tag.get("cues.drill", ())) >= _ALL_DRILL_WORDS:
        events = [e for e in events if _is_told_as_news(e) and _hurts(e)]
    stories = scene.cues_by_tag.get("cues.fiction", ())
    if (
        len(stories) >= _MANY_STORY_WORDS and len({c.text for c in stories}) > 1
    ):  # three times a museum is a place
        events = [e for e in events if _is_told_as_news(e)]
    if len(scene.cues_by_tag.get("cues.disaster", ())) >= _MANY_WEATHER_WORDS:
        events = [e for e in events if e.first.reported_attack]
    if len({c.text for c in scene.cues_by_tag.get("cues.obituary", ())}) >= _SIGNS_OF_AN_OBITUARY:
        events = [e for e in events if _is_told_as_news(e)]
    if len({c.text for c in scene.cues_by_tag.get("cues.figures", ())}) >= _MANY_FIGURES:
        events = [e for e in events if not _only_counts(e)]
    if len(scene.cues_by_tag.get("cues.market", ())) >= _MANY_PRICES:
        events = [e for e in events if _is_told_as_news(e) or any(f.victims for f in e.frames)]
    if len(scene.cues_by_tag.get("cues.clearing", ())) >= MANY_CLEARED:
        events = [e for e in events if not _is_cleared_away(e)]
    if len({c.text for c in scene.cues_by_tag.get("cues.cyber", ())}) >= _MANY_OF_COMPUTERS:
        events = [e for e in events if e.weapons or e.parties() or any(f.victims for f in e.frames)]
    attacks = [e for e in events if not _only_goes_off(scene, e)]
    if not attacks and len(war_words(scene)) < _MANY_WAR_WORDS:
        events = [e for e in events if not _only_dies(scene, e)]
    if len(attacks) < len(events) and _is_about_an_accident(scene, beside=bool(attacks)):
        return attacks
    return events


def _is_about_an_accident(scene: Scene, beside: bool) -> bool:
    """Whether what went off did so by itself; beside attacks it takes more signs of that."""
    if scene.cues_by_tag.get("cues.no_attack"):
        return True
    return len(_signs_of_an_accident(scene)) >= _SIGNS_OF_AN_ACCIDENT + beside or _is_ruled_out(scene)


def _is_ruled_out(scene: Scene) -> bool:
    """Whether some sentence says that nobody did it: "nothing points to sabotage"."""
    language = scene.language
    for sentence in scene.sentences:
        said = scene.between(sentence.start, sentence.end)
        if any(word in said for word in language.deliberate) and language.ruled_out.search(said):
            return True
    return False


def _kinds(event: Event) -> set[str]:
    return {t.kind for f in event.frames for t in f.triggers}


def _is_told_as_news(event: Event) -> bool:
    """Whether some sentence names its day and its place together, as that of a film or a museum does not."""
    return any(f.dates and f.places and f.triggers for f in event.frames) and event.trust > _TRUST_OF_A_STORY


def _only_counts(event: Event) -> bool:
    """Whether it only counts the dead of a place, and no day is theirs: "In Baghdad there were 268 killed"."""
    day = event.dated is not None and event.dated.range.precision == "day" and event.trust > _TRUST_OF_A_STORY
    return _kinds(event) <= {"casualty"} and not event.weapons and not day


def _hurts(event: Event) -> bool:
    """Whether somebody who is named, or arms that fly, hurt people: the dead of an exercise are nobody's."""
    done = event.side("attacker") or not _SENT.isdisjoint(event.weapons)
    return bool(done) and any(f.victims for f in event.frames)


def _is_cleared_away(event: Event) -> bool:
    """Whether only mines, bombs or blasts are named, that hurt nobody and were nobody's."""
    if event.side("attacker") or any(f.victims for f in event.frames):
        return False
    return event.weapons <= _LAID and _kinds(event) <= {*_GOES_OFF, "attack"}


def _signs_of_an_accident(scene: Scene) -> set[str]:
    """The different words for accidents and for what nature does, and each sentence that tells of such harm."""
    words = {cue.text for tag in CAUSES for cue in scene.cues_by_tag.get(tag, ())}
    return words | {f"sentence {s.start}" for s in scene.sentences if is_a_mishap(scene, s)}


def _only_dies(scene: Scene, event: Event) -> bool:
    """Whether people were killed or hurt, and neither a deed nor arms nor anyone on a side is told of beside them."""
    if _kinds(event) - _LOSS or event.parties() or _is_laid_at_a_door(event):
        return False
    spans = [(f.sentence.start, f.sentence.end) for f in event.frames]
    if any(scene.has(tag, *span) for span in spans for tag in ("weapons.", "actors.armed")):
        return False
    deeds = (cue.tag.split(".")[1] for span in spans for cue in scene.cues("triggers.", *span))
    return _LOSS.issuperset(deeds)


def _is_laid_at_a_door(event: Event) -> bool:
    """Whether somebody is blamed for it: "23 people were killed in A on Monday. Officials blamed the group"."""
    return any(s.kind in ("attribution", "suspicion") and s.of for f in event.frames for s in f.stances)


def _only_goes_off(scene: Scene, event: Event) -> bool:
    """Whether something exploded or fell, and nobody is said to have done it."""
    told = [f for f in event.frames if not scene.has("cues.no_attack", f.start, f.end)]
    kinds = {t.kind for f in told for t in f.triggers}
    if event.side("attacker") or any(f.weapons for f in told):
        return False
    kinds -= {"launch"}  # without arms: rescuers were sent
    return kinds <= _GOES_OFF or (kinds <= {*_GOES_OFF, "attack"} and not event.side("target"))
