"""What a frame without a place of its own adds to what was told: victims, weapons, blame, a toll that moves."""

from __future__ import annotations

from dataclasses import replace

from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Dated, Event, Told
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.anew import is_later
from geomap.extract.story.elsewhere import counts_elsewhere, is_elsewhere
from geomap.extract.story.gates import only_names_a_deed, refers_back, takes_deeds_as_known
from geomap.extract.story.matching import (
    Closeness,
    closeness,
    is_older_by_days,
    is_set_against,
    may_be_of,
    sides_clash,
)
from geomap.extract.story.recall import add_to
from geomap.extract.story.struck_house import event_of_the_house
from geomap.extract.story.trail import Trail, names_unknown
from geomap.extract.story.victims import event_named, is_of_several, share

_A_NIGHTS_TALLY = 5  # so many shot down, without a place, are those of a whole country
_TOLD_WITHIN = 3  # days behind a deed in which a statement of it is news
_CLAIMED_WITHIN = 5  # … in which what is told first of it may be who owns up to it
_COUNTED_WITHIN = 30  # … in which its victims are counted anew
_IN_THE_AIR = frozenset({"drone", "missile", "rocket"})


class Sequel:
    """Adds to the events told so far."""

    def __init__(self, scene: Scene, told: Told, trail: Trail) -> None:
        self._scene = scene
        self._told = told
        self._trail = trail

    def add(self, frame: Frame, dated: Dated | None) -> bool:
        """A frame without a place says more of the event told last, if it can be that one."""
        listed = self._trail.listed() if frame.casualties and not frame.places else []
        struck = event_of_the_house(self._scene, self._told, frame)
        named = event_named(self._scene, self._told, frame) or struck
        if len(listed) > 1 and named is None and not frame.reported_attack:
            share(frame, listed)
            return True
        named = named or next(iter(listed), None)
        if named is None and is_of_several(self._told, frame):
            return True
        event = named or self._trail.event_of_victims(frame) or self._told.current
        answers = frame.reply and not frame.many
        near = event is not None and (event is struck or event.told_near(frame, paragraphs=2))
        if event is None or frame.background or answers or not near:
            return False
        if not frame.triggers and (frame.places or not frame.is_body):
            return False
        if frame.triggers and not refers_back(self._scene, frame, event):
            return False
        if self._is_at_an_unknown_place(frame, event):
            return False
        frame = self._without_others_victims(frame, event)
        if frame.casualties and not frame.reported_attack and any(is_later(d) for d in frame.dates):
            dated = None  # "a third died two days later": of the same deed
        counts_again = bool(frame.casualties) and not frame.reported_attack
        within = _COUNTED_WITHIN if counts_again else _TOLD_WITHIN
        event = event if may_be_of(event, dated, _CLAIMED_WITHIN, within) else self._of_that_day(frame, dated)
        if event is None or _is_apart(event, frame) or self._is_of_before(dated, event):
            return False
        dated = self._unless_of_old(dated, event)
        site = self._trail.same_site(frame)
        elsewhere = site is not None and site.where.place.id != event.where.place.id
        elsewhere = elsewhere or self._is_headed_elsewhere(frame, event)
        if elsewhere or self._trail.has_moved_on(frame, event):
            return False
        add_to(event, frame, dated)
        if frame.casualties:
            self._trail.remember(event)
        if event is named and not event.background:
            self._told.current = event
        return True

    def _is_at_an_unknown_place(self, frame: Frame, event: Event) -> bool:
        """Whether it tells of a town or a site that nothing knows, not of where an event was."""
        counts = frame.reported_attack or frame.victims
        named = self._scene.language.capitals and counts and names_unknown(self._scene, frame)
        return named or is_elsewhere(self._scene, frame, event)

    def _without_others_victims(self, frame: Frame, event: Event) -> Frame:
        """A frame without those whom a paragraph about another town counts."""
        others = not frame.reported_attack and counts_elsewhere(self._scene, frame, event)
        return replace(frame, casualties=[]) if others else frame

    def _is_headed_elsewhere(self, frame: Frame, event: Event) -> bool:
        """Whether the place that heads a frame's lines lies apart from a deed that was told before it."""
        heading = self._trail.heading(frame)
        if heading is None or event.last.start >= heading.start:
            return False
        return closeness(event.where, heading.where, self._scene.atlas) is Closeness.APART

    def _of_that_day(self, frame: Frame, dated: Dated | None) -> Event | None:
        """The one event of the day that a frame names: "Saturday's strike killed four", behind one of Sunday."""
        if dated is None or frame.another or frame.repeat or dated.range.precision != "day":
            return None
        same = [e for e in self._told.events if e.date == dated.range and not e.background]
        return same[0] if len(same) == 1 else None

    def _unless_of_old(self, dated: Dated | None, event: Event) -> Dated | None:
        """No day of before the story for its undated news: "It may have been revenge: on Friday a strike …"."""
        story = self._told.story
        of_old = event.dated is None and dated is not None and story is not None and dated.range.end < story
        return None if of_old else dated

    def _is_of_before(self, dated: Dated | None, event: Event) -> bool:
        """Whether a day of more than a week ago is told behind the undated news of an article: it is another deed's."""
        today = self._scene.anchor.day
        return dated is not None and today is not None and is_older_by_days(dated, event, today)

    def moves_a_toll(self, frame: Frame) -> bool:
        """Takes "the toll rose to nine on Sunday" for more of a deed that was told, not for a deed of Sunday."""
        scene, told = self._scene, self._told
        if not told.events or not takes_deeds_as_known(scene, frame):
            return False
        frame = replace(frame, triggers=[t for t in frame.triggers if t.kind == "casualty"])
        said = scene.between(frame.start, frame.end)
        dies = scene.language.wounded_die.search(said) is not None  # in a hospital elsewhere
        if not dies and not scene.language.toll_moves.search(said):
            return False
        here = [
            e
            for e in reversed(told.events)
            if any(closeness(e.where, u.where, scene.atlas) is Closeness.SAME for u in frame.places)
        ]
        named = event_named(scene, told, frame)
        if not here and named is None and (is_of_several(told, frame) or self._trail.counts_elsewhere(frame)):
            return True
        event = here[0] if here else named or self._trail.event_of_victims(frame) or told.current
        if not (here or dies) and event is not None and self._is_all_elsewhere(frame, event):
            return False
        if not here and scene.language.capitals and names_unknown(scene, frame):
            return True
        if event is not None:
            event.frames.append(replace(frame, triggers=[], dates=[], places=[]))
        return event is not None

    def _is_all_elsewhere(self, frame: Frame, event: Event) -> bool:
        """Whether a frame names only sites and towns apart from an event's: "Toll in B climbs to 25", behind A's."""
        near = [closeness(event.where, u.where, self._scene.atlas) for u in frame.places if u.where.fine]
        return bool(near) and all(how is Closeness.APART for how in near)

    def arm(self, frame: Frame, places: list[Use]) -> None:
        """A sentence without a deed that names a weapon at the place of one told: "At the base it was missiles"."""
        atlas = self._scene.atlas
        for event in reversed(self._told.events):
            here = any(closeness(event.where, use.where, atlas) is Closeness.SAME for use in places)
            if here and event.told_near(frame):
                event.frames.append(replace(frame, dates=[]))
                return

    def blame(self, frame: Frame) -> None:
        """A sentence without a place that blames somebody speaks of the event told last."""
        struck = event_of_the_house(self._scene, self._told, frame)
        event = struck or self._told.current
        blames = any(s.kind in ("attribution", "suspicion") and s.of for s in frame.stances)
        if blames and event is not None and frame.is_body and (event is struck or event.told_near(frame)):
            event.frames.append(replace(frame, triggers=[], parties=[], weapons=[], casualties=[], dates=[]))

    def weighs(self, frame: Frame, dated: Dated | None) -> bool:
        """Whether a deed without a place says enough to be looked for in the sentences before."""
        if not frame.triggers or not frame.is_body or frame.background or frame.reply:
            return False
        if self._told.events and only_names_a_deed(self._scene, frame):
            return False
        if frame.kind == "interception" and frame.munitions and frame.munitions[1] >= _A_NIGHTS_TALLY:
            return False
        if self.is_vague(frame, dated):
            return False
        named = any(d.kind == "date" and d.day for d in frame.dates)
        counted = not named and any(d.needs_reference for d in frame.dates)  # "a day after his return"
        day = dated is not None and dated.range.precision == "day" and dated.trust >= 0.6 and not counted
        if frame.reported_attack and (day or frame.weapons or self._is_headed(frame)):
            return True
        return frame.victims and (day or frame.reported_attack or bool(frame.weapons))

    def _is_headed(self, frame: Frame) -> bool:
        """Whether a place heads its paragraph, and a verb tells of the deed: "Lviv. A power plant was struck."."""
        told = any(t.voice != "noun" and t.kind not in ("casualty", "damage") for t in frame.triggers)
        return told and self._trail.heading(frame) is not None

    def is_vague(self, frame: Frame, dated: Dated | None) -> bool:
        """Whether it speaks of deeds in general, or of what befell a witness once, and gives no day."""
        if dated is not None and dated.range.precision == "day":
            return False
        language = self._scene.language
        if language.of_a_witness.search(self._scene.between(frame.start, frame.end)):
            return True
        plural = tuple(language.plural_endings) or ("\0",)
        deeds = [t for t in frame.triggers if t.kind not in ("casualty", "explosion", "clash")]
        return (
            bool(deeds)
            and not frame.victims
            and all(t.voice == "noun" and t.text.endswith(plural) for t in deeds)
        )


def _is_apart(event: Event, frame: Frame) -> bool:
    """Whether others did it to others, or what a frame says was shot down is not what struck at the event's place."""
    flown = _IN_THE_AIR.intersection(frame.weapons) if frame.kind == "interception" else frozenset()
    armed = bool(flown) and event.weapons.isdisjoint(flown)
    return armed or sides_clash(event, frame) or is_set_against(event.last, frame)
