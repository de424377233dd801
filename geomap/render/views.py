"""The view that a page opens with: `--view`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geomap.errors import UsageError
from geomap.topology import BBox

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

_NUMBERS = re.compile(r"[-+]?\d+(?:\.\d+)?(?:\s*[,;]\s*[-+]?\d+(?:\.\d+)?)*")
_LEAST = 0.1  # degrees: a point is shown with its surroundings


class View(NamedTuple):
    """What a page shows first.

    Attributes:
        box: West, south, east, north, degrees; None where all incidents are shown.
        hash: What would stand after the # of the page's address: filters, selection, position.
    """

    box: BBox | None = None
    hash: str = ""


def view_of(text: str, gazetteer: Gazetteer) -> View:
    """The view that a user's words mean.

    Args:
        text: "W,S,E,N" in degrees; a place, governorate, country or region by name or code; or "#…", the end of an
            address that the page itself made.
        gazetteer: Where names are looked up.

    Raises:
        UsageError: It means nothing.
    """
    from geomap.gazetteer.admin import Regions

    wanted = text.strip()
    if wanted.startswith("#"):
        return View(hash=wanted[1:])
    if _NUMBERS.fullmatch(wanted):
        numbers = [float(part) for part in re.split(r"[,;]", wanted)]
        if len(numbers) != 4:
            raise UsageError(
                f"not a view: {text!r}", advice="W,S,E,N in degrees, a place, or #… of an address"
            )
        west, south, east, north = numbers
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise UsageError(f"not a box: {text!r}", advice="W,S,E,N in degrees, with W < E and S < N")
        return View(box=(west, south, east, north))
    west, south, east, north = Regions(gazetteer).resolve(wanted).geometry().bounds
    dx, dy = max(_LEAST - (east - west), 0) / 2, max(_LEAST - (north - south), 0) / 2
    return View(box=(west - dx, south - dy, east + dx, north + dy))
