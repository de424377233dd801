"""Where the story is: the places and the days named of late, for a deed that is told without them."""

from __future__ import annotations

from geomap.extract.event import Dated, Event, Told
from geomap.extract.frames import Frame
from geomap.extract.matching import closeness
from geomap.extract.scene import Scene
from geomap.extract.uses import Use
from geomap.text import fold

_LEAD_PARAGRAPHS = 6


class Trail:
    """Follows an article sentence by sentence."""

    def __init__(self, scene: Scene, told: Told) -> None:
        self._scene = scene
        self._told = told
        self._number = 0  # of the sentence
        self._here: list[tuple[int, Use]] = []  # fine places named of late, with their sentence's number
        self._captions: list[tuple[Use, Frame, Dated | None]] = []
        self._pending: tuple[int, Dated] | None = None  # the day of a first deed that had no place
        self._just: tuple[int, list[Event]] = (0, [])  # the events of the sentence that told of some last

    def enter(self, number: int) -> None:
        """Goes on to the sentence of this number."""
        self._number = number

    def pass_by(self, frame: Frame) -> None:
        """Keeps the fine places that a frame names."""
        self._here += [(self._number, u) for u in frame.places if u.where.fine]

    def keep_caption(self, use: Use, frame: Frame, dated: Dated | None) -> None:
        """Keeps what a caption tells, which alone is no event."""
        self._captions.append((use, frame, dated))

    def keep_day(self, dated: Dated) -> None:
        """Keeps the day of a first deed that has no place yet."""
        self._pending = self._number, dated._replace(trust=0.5)

    def remember(self, event: Event) -> None:
        """Keeps that this sentence told of the event."""
        number, events = self._just
        if number != self._number:
            self._just = self._number, [event]
        elif event not in events:
            events.append(event)

    def event_of_victims(self, frame: Frame) -> Event | None:
        """The past event whose victims the next sentence counts: "… a day after a raid on A. Two guards died."."""
        number, events = self._just
        if frame.reported_attack or not frame.casualties or frame.places or len(events) != 1:
            return None
        follows = number in (self._number - 1, self._number) and events[0].told_near(frame, paragraphs=0)
        return events[0] if follows else None

    def pending_date(self, event: Event, frame: Frame) -> Dated | None:
        """The day of a deed told just before without its place: "Details of Thursday's attack …"."""
        for use, caption, said in self._captions:
            same = not set(caption.weapons).isdisjoint(frame.weapons)
            if said and same and closeness(event.where, use.where, self._scene.atlas):
                return said._replace(trust=0.7)
        if self._pending is None or frame.background:
            return None
        number, dated = self._pending
        return dated if self._number - number <= 2 else None

    def places_before(self, frame: Frame) -> list[Use]:
        """The place named last, in the sentence or two before: where the story is."""
        if (site := same_site(self._scene, self._told, frame)) is not None:
            return [site]
        if names_unknown(self._scene, frame):
            return []
        near = [use for number, use in self._here if self._number - number <= 2]
        if near or frame.sentence.paragraph > _LEAD_PARAGRAPHS or not any(c.best for c in frame.casualties):
            return near[-1:]
        # Where the article names one town in its first lines, that is where its first deed was.
        towns = {use.where.place.id: use for _, use in self._here}
        return list(towns.values()) if len(towns) == 1 else []


def names_unknown(scene: Scene, frame: Frame) -> bool:
    """Whether the sentence names a town or a road that nothing knows: it was there, not where the story was."""
    return any(u.said and frame.start <= u.start < frame.end for u in scene.unknown)


def same_site(scene: Scene, told: Told, frame: Frame) -> Use | None:
    """The site that "the field itself", "the same prison" means: the last of its kind that was told of."""
    said = scene.language.same_site.search(scene.between(frame.start, frame.end))
    if said is None:
        return None
    word, kinds = said["site"], scene.atlas.gazetteer.kinds
    for event in reversed(told.events):
        kind = kinds.get(event.where.place.kind)
        named = {fold(w).split()[0] for w in kind.words_ar} if kind else set()
        if word in named:
            uses = (u for f in event.frames for u in f.places if u.where.place.id == event.where.place.id)
            return next(uses, None)
    return None
