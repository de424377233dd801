"""The answers to "is it inside?", for places and times that are known only so far."""

from __future__ import annotations

import enum


class Answer(enum.IntEnum):
    """How sure it is that an incident lies inside what was asked; `min` is *and*, `max` is *or*.

    CERTAIN: all of its doubt lies inside. LIKELY: it is a site, and its point lies inside, though its radius of
    doubt reaches across the edge. POSSIBLE: its doubt overlaps, or nothing is known. NO: it lies outside.
    """

    NO = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3
