"""`Event`: what an article says of one event, and `Told`: what it has told so far."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from geomap.dates import DateRange
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import Party
from geomap.extract.dates.when import DatePhrase
from geomap.extract.places.use import Use
from geomap.resolve import Where


class Dated(NamedTuple):
    """A day, or days, that a text gives an event."""

    range: DateRange
    phrase: DatePhrase | None  # the words that gave it
    why: str
    trust: float  # 1 said with the deed, 0.6 said with the report of it, 0.3 inherited
    only_said: bool = (
        False  # it is the day of a statement that closes the sentence: the deed may be of the day before
    )


@dataclass(eq=False)
class Event:
    """What an article says of one event, sentence by sentence."""

    where: Where
    frames: list[Frame] = field(default_factory=list)
    dated: Dated | None = None
    launch: Use | None = None
    second: bool = (
        False  # told as another deed where one was told before: what is said of one is not the other's
    )

    @property
    def first(self) -> Frame:
        """The frame that told of it first."""
        return self.frames[0]

    @property
    def last(self) -> Frame:
        """The frame that told of it last."""
        return self.frames[-1]

    @property
    def date(self) -> DateRange | None:
        """Its day or days; None where the text gives none."""
        return self.dated.range if self.dated else None

    @property
    def trust(self) -> float:
        """How surely the day is the event's; 0 where there is none."""
        return self.dated.trust if self.dated else 0.0

    @property
    def background(self) -> bool:
        """Whether it is only told as the past of another event."""
        for frame in self.frames:  # noqa: SIM110  asked of every event, again and again
            if not frame.background:
                return False
        return True

    @property
    def weapons(self) -> set[str]:
        """The weapons of all its frames."""
        return {w for f in self.frames for w in f.weapons}

    def uses(self) -> list[Use]:
        """The places of all its frames."""
        return [use for frame in self.frames for use in frame.places]

    def parties(self) -> list[Party]:
        """All parties of its frames, strongest first."""
        return sorted((p for f in self.frames for p in f.parties), key=lambda p: (-p.weight, p.start))

    def side(self, side: str, weight: float = 0.0) -> set[str]:
        """The actors of one side, from a weight on."""
        return {actor for f in self.frames for actor in f.side(side, weight)}

    def told_near(self, frame: Frame, paragraphs: int = 1) -> bool:
        """Whether a frame stands at most so many paragraphs behind the one that told of it last."""
        return frame.sentence.paragraph - self.last.sentence.paragraph <= paragraphs


@dataclass(eq=False)
class Told:
    """What an article has told so far."""

    events: list[Event] = field(default_factory=list)
    current: Event | None = None  # the one told last
    story: dt.date | None = None  # the day of which the first sentences tell
