"""The rows of `gazetteer/divisions.tsv`: names of first-level divisions, points of second-level ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from geomap.gazetteer.data import data_dir


class Division(msgspec.Struct, frozen=True):
    """A division of a country as GeoNames has it; (lon, lat) in degrees is the middle of its towns, if it has any."""

    level: int  # 1 or 2
    country: str  # ISO 3166-1
    admin1: str | None  # ISO 3166-2, of itself or of what it lies in
    geonames: int
    point: tuple[float, float] | None
    extent_km: float  # holds nine in ten of its towns
    people: int  # in its towns
    names: tuple[str, ...]  # its own first


def divisions(path: Path | None = None) -> Iterator[Division]:
    """Every row of the table; nothing where there is no table."""
    path = path or data_dir() / "divisions.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    for line in lines:
        cells = line.split("\t")
        if cells[0] in ("1", "2"):
            level, country, admin1, geonames, lon, lat, extent, people, names = cells
            point = (float(lon), float(lat)) if lon else None
            yield Division(
                int(level), country, admin1 or None, int(geonames or 0), point, float(extent or 0), int(people),
                tuple(names.split("|")),
            )  # fmt: skip
