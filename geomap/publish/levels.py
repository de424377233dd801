"""How coarse: what `--coarsen` understands."""

from __future__ import annotations

import re
from typing import NamedTuple

from geomap.errors import UsageError

# There are no outlines of second-level divisions to fall back on; a district of Syria or Iraq is about this large
# (185,000 km² in 65 districts, 438,000 km² in about 120).
DISTRICT_KM = 50.0
_MOST_KM = 500.0
_KM = re.compile(r"(\d+(?:\.\d+)?)\s*(?:km)?", re.IGNORECASE)


class Level(NamedTuple):
    """How coarse places become.

    Attributes:
        name: "10 km", "district" or "governorate": what a store says of itself.
        km: The side of the squares; None where governorates take their place.
    """

    name: str
    km: float | None


def level_of(text: str) -> Level:
    """The level that a user's word means.

    Args:
        text: "25", "25 km", "district", "governorate".

    Raises:
        UsageError: It means nothing.
    """
    word = text.strip().casefold()
    if word == "governorate":
        return Level(word, None)
    if word == "district":
        return Level(word, DISTRICT_KM)
    found = _KM.fullmatch(word)
    km = float(found[1]) if found else 0.0
    if not 1 <= km <= _MOST_KM:
        raise UsageError(
            f"cannot coarsen to {text!r}",
            advice=f"a number of km from 1 to {_MOST_KM:g}, district or governorate",
        )
    return Level(f"{km:g} km", km)
