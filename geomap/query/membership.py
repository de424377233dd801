"""In which regions an incident lies: the values of `--count-by region`."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from geomap.filters import Answer, Area
from geomap.model import Incident

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

# What the answer depends on: the same for all incidents of one place.
MADE_OF = ("place_id", "country", "admin1", "precision", "radius_km", "point_is", "lon", "lat")
_SORT = "members"
_MOST = 200_000  # places whose answers are kept
FORMAT = "2"  # raise when the answers change though neither gazetteer nor outlines did


class Membership:
    """Names the regions in which an incident lies, certainly or with its point.

    What may lie in a region is not in it; regions overlap, so there may be several. Eighty outlines take seconds to
    make: what they say of a place is kept from one run to the next.

    Args:
        gazetteer: Where regions are looked up.
        asked: Which to tell of; by default every named region.

    Raises:
        UsageError: A name means nothing; with the nearest that does.
        DataError: A polygon file is broken.
    """

    def __init__(self, gazetteer: Gazetteer, asked: Sequence[str] = ()) -> None:
        self._gazetteer = gazetteer
        self._asked = tuple(asked)
        self._new = False
        if asked:
            _ = self._areas  # refused before anything is read

    def __call__(self, incident: Incident) -> tuple[str, ...]:
        """The names of its regions, in the order of the gazetteer or the question."""
        place = tuple(getattr(incident, name) for name in MADE_OF)
        key = msgspec.json.encode(place).decode()
        if key not in self._known:
            self._known[key] = tuple(
                name
                for name, some in self._areas.items()
                if max((area.answer(incident) for area in some), default=Answer.NO) >= Answer.LIKELY
            )
            self._new = True
        return self._known[key]

    def keep(self) -> None:
        """Remember what was found for the next run, if that can be done."""
        if self._new and self._file is not None and len(self._known) <= _MOST:
            from geomap.gazetteer import cache

            with contextlib.suppress(OSError):
                kept = msgspec.msgpack.encode(self._known)
                cache.write_beside(self._file, cache.seal(self._file.name, kept))
                cache.prune(_SORT, self._file)

    @cached_property
    def _areas(self) -> dict[str, tuple[Area, ...]]:
        from geomap.gazetteer.admin import Regions

        regions = Regions(self._gazetteer)
        found = [regions.resolve(text) for text in self._asked]
        return {one.name: one.areas for one in found or map(regions.of, self._gazetteer.regions)}

    @cached_property
    def _known(self) -> dict[str, tuple[str, ...]]:
        if self._file is not None:
            from geomap.gazetteer import cache

            with contextlib.suppress(
                Exception
            ):  # absent, of another key or broken in whatever way: decided anew
                kept = cache.unseal(self._file.name, self._file.read_bytes())
                return msgspec.msgpack.decode(kept, type=dict[str, tuple[str, ...]])
        return {}

    @cached_property
    def _file(self) -> Path | None:
        """Where it is kept; nowhere where regions are drawn, for a file may change under its name."""
        from geomap import assets
        from geomap.gazetteer import cache

        if any(text.strip().startswith("@") for text in self._asked):
            return None
        outlines = Path(str(assets.asset("boundaries.zip")))
        key = cache.stat_key([outlines], FORMAT, self._gazetteer.version, *self._asked)
        return cache.cache_dir() / f"{_SORT}-{key}.bin"
