"""Whose victims a sentence counts that tells of no deed at a place: of the event that it names, of all, of none."""

from __future__ import annotations

from dataclasses import replace

from geomap.extract.clauses.answered import is_answered
from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event, Told
from geomap.extract.scene import Scene
from geomap.extract.story.matching import Closeness, closeness, dates_agree, is_of_the_statement, sides_clash

_HEAD = 3  # paragraphs that tell the news
_OPENING = 4  # sentences with which an article opens


def event_named(scene: Scene, told: Told, frame: Frame) -> Event | None:
    """The event at a place that the frame only names: "In Kharkiv, the governor spoke of 27 injured"."""
    named = {place for m in scene.mentions(frame.start, frame.end) for place in m.places}
    here = (e for e in reversed(told.events) if e.where.place.id in named and e.where.fine)
    return next(here, None) if frame.casualties else None


def is_of_several(told: Told, frame: Frame) -> bool:
    """Whether a toll behind several deeds of one day does not say of which it is: "The death toll stands at 15"."""
    current = told.current
    if current is None or frame.reported_attack or not any(c.toll for c in frame.casualties):
        return False
    apart = min(
        1, frame.sentence.paragraph - current.last.sentence.paragraph
    )  # its own paragraph's, if it told of one
    near = (e for e in told.events if e.told_near(frame, apart) and e.first.is_body and not e.background)
    return sum(dates_agree(e.date, current.date) for e in near) > 1


def shared(scene: Scene, told: Told, events: list[Event]) -> list[Event]:
    """The events of one list, if the sentence before told of several at once: "Jets bombed A and B"."""
    alike = [e for e in events if e.last is events[0].last]
    if len(alike) < 2 or told.current not in alike:
        return []
    return alike if _are_listed(scene, alike[0].last) else alike[:1]


def _are_listed(scene: Scene, frame: Frame) -> bool:
    """Whether the places of a frame are several, not one and the district that it lies in: "in A, B district"."""
    places = sorted((u for u in frame.places if u.where.fine), key=lambda use: use.start)
    if not places or not scene.language.capitals:
        return True
    return scene.language.coordination.search(scene.text[places[0].end : places[-1].start]) is not None


def share(frame: Frame, events: list[Event]) -> None:
    """Gives what a sentence says of victims to each event of a list: none hurt is none in each, five is nobody's."""
    none = [c for c in frame.casualties if c.none]
    if len(none) == len(frame.casualties):
        for event in events:
            event.frames.append(_only_victims(frame))


def spare_all(scene: Scene, told: Told, frame: Frame) -> bool:
    """Takes "the attacks caused no casualties" for all attacks of that day that were told just before."""
    none = [c for c in frame.casualties if c.none]
    if not none or len(none) < len(frame.casualties) or frame.places or not told.current:
        return False
    endings = tuple(scene.language.plural_endings)
    deeds = (t for t in frame.triggers if t.voice == "noun" and t.kind not in ("casualty", "damage"))
    if not (frame.many or any(t.text.endswith(endings) for t in deeds)):
        return False
    first = told.current
    for event in told.events:
        near = event is first or (
            event.told_near(frame, paragraphs=2) and dates_agree(event.date, first.date)
        )
        if near and not event.background:
            event.frames.append(_only_victims(frame))
    return True


def hand_down(scene: Scene, told: list[Event], kept: list[Event], frames: list[Frame]) -> None:
    """Gives the tolls that no event has to the one event that they can be of.

    Args:
        scene: The article.
        told: All events.
        kept: Those that are reported: without one of "central Gaza" where one of its towns was told.
        frames: All that the article says of victims.
    """
    main = [e for e in kept if not e.background]
    for event in told:
        if event in kept or event.background or (event.where.precision == "country" and len(main) > 1):
            continue
        heirs = [
            e
            for e in main
            if _lies_in(scene, e, event)
            and not is_answered(scene, e.first)
            and (dates_agree(e.date, event.date) or is_of_the_statement(event, e))
        ]
        if len(heirs) == 1:
            heirs[0].frames += [
                replace(_only_victims(f, places=True), parties=f.parties)
                for f in event.frames
                if (f.casualties or f.parties) and not f.many
            ]
    owned = {(f.start, f.end) for event in told for f in event.frames}
    free = [f for f in frames if (f.start, f.end) not in owned and not (f.background or f.reply or f.many)]
    first = _first_told(main)
    for frame in free:
        if len(main) == 1 and _may_be_of_the_only(scene, frame, main[0]):
            main[0].frames.append(_only_victims(frame, places=True))
        elif first is not None and (_leads_to(scene, frame, first) or _heads(scene, frame, first, main)):
            first.frames.append(_only_victims(frame))


def _first_told(main: list[Event]) -> Event | None:
    """The event that the text, headlines left aside, tells of first."""
    starts = {min((f.start for f in e.frames if f.is_body), default=None): e for e in main}
    return starts[min(at for at in starts if at is not None)] if set(starts) - {None} else None


def _leads_to(scene: Scene, frame: Frame, event: Event) -> bool:
    """Whether an article opens with the victims of a deed: "29 people died on Thursday. Shooting began at A …"."""
    begun = next(f for f in event.frames if f.is_body)
    if not (frame.is_body and frame.victims) or frame.places or frame.reported_attack:
        return False
    opening = [s.start for s in scene.sentences if s.role == "body"][:_OPENING]
    if frame.sentence.start not in opening or frame.start > begun.start:
        return False
    if any(c.best for f in event.frames for c in f.casualties if not c.total):
        return False
    apart = begun.sentence.paragraph - frame.sentence.paragraph
    return apart <= _HEAD and not any(d.needs_reference for d in frame.dates)


def _heads(scene: Scene, frame: Frame, event: Event, main: list[Event]) -> bool:
    """Whether a headline counts the victims of the event told first: it has none so far, and no other lacks them."""
    if frame.sentence.role != "headline" or not frame.victims or frame.another or frame.repeat:
        return False
    if any(closeness(u.where, event.where, scene.atlas) is Closeness.APART for u in frame.places):
        return False
    same_day = (e for e in main if e is not event and dates_agree(e.date, event.date))
    return not _has_dead(event) and all(_has_dead(e) for e in same_day) and not sides_clash(event, frame)


def _has_dead(event: Event) -> bool:
    counted = (c for f in event.frames for c in f.casualties if not c.total)
    return any(
        c.best is not None and not (c.none and c.of) for c in counted
    )  # "no Russian was hurt" counts few


def _lies_in(scene: Scene, event: Event, wide: Event) -> bool:
    inner, outer = event.where.place, wide.where.place
    if inner.kind == outer.kind == "sea":
        return inner.name.endswith(outer.name)  # "Southern Red Sea", then only "Red Sea"
    return event.where.fine and scene.atlas.contains(outer, inner)


def _may_be_of_the_only(scene: Scene, frame: Frame, event: Event) -> bool:
    """Whether victims counted in the head of an article are those of its one event."""
    if frame.sentence.paragraph > _HEAD or not frame.victims:
        return False
    if any(d.needs_reference for d in frame.dates) or frame.another or frame.repeat:
        return False
    if not (frame.places or frame.sentence.role == "headline"):
        return False
    near = (closeness(u.where, event.where, scene.atlas) is not Closeness.APART for u in frame.places)
    return all(near) and not sides_clash(event, frame)


def _only_victims(frame: Frame, *, places: bool = False) -> Frame:
    kept = frame.places if places else []
    return replace(frame, triggers=[], places=kept, dates=[], parties=[], weapons=[], launches=[], stances=[])
