"""`Casualty`: what a sentence says of people killed or wounded."""

from __future__ import annotations

from typing import Literal

from geomap.model import Record

What = Literal["killed", "wounded"]


class Casualty(Record, frozen=True):
    """What a sentence says of people killed or wounded.

    Attributes:
        start: Character offset in the text.
        end: Offset after the last character.
        what: killed or wounded.
        low: Least number; None is not said.
        high: Most; None is not said.
        best: The number written; None for "several".
        none: Said to be none (best is 0).
        civilians: They are civilians by the words beside the number.
        of: The words beside the number that say who ("US soldiers").
        total: Over a war or a longer time ("more than 30,000 since October"), not of one event.
        alone: None of this kind, whatever there was of the other ("no deaths").
        early: A figure that the text says was given at first ("earlier reports spoke of two").
        toll: Said as a toll, which may be that of several deeds ("the death toll stands at 15").
        more: Told besides others ("one soldier was also killed").
        own: They are those who attacked ("three of the assailants").
        regulars: How many they are without the irregulars among them ("two guards and three militants").
        part: Of another number in the sentence ("30 people, including 3 children").
    """

    start: int
    end: int
    what: What
    low: int | None
    high: int | None
    best: int | None
    none: bool = False
    civilians: bool = False
    of: str | None = None
    total: bool = False
    part: bool = False
    alone: bool = False
    early: bool = False
    toll: bool = False
    more: bool = False
    own: bool = False
    regulars: int | None = None
