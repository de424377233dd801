"""Exports: one table of formats, one small writer a module. The table drives `--help`, the README and the tests.

Every format is WGS 84 (EPSG:4326), lon before lat.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from geomap import model
from geomap.errors import UsageError
from geomap.export import losses
from geomap.store.part import Part
from geomap.store.part import part as part_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


class Format(NamedTuple):
    """An export format.

    Attributes:
        name: What `--format` calls it.
        suffixes: File names that mean it, the usual one first.
        title: What people call it.
        losses: What it cannot hold, in the words of `geomap.export.losses`; empty if it holds everything.
        module: The writer in this package.
        text: Whether it can go to a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    title: str
    losses: tuple[str, ...]
    module: str
    text: bool = False

    @property
    def loses(self) -> str:
        """What it cannot hold, in one line."""
        return "; ".join(self.losses)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("geojson", (".geojson", ".json"), "GeoJSON (RFC 7946)", (), "geojson", text=True),
        Format("geojsonl", (".geojsonl", ".geojsons"), "GeoJSON, a feature a line", (), "geojsonl", text=True),
        Format("gpkg", (".gpkg",), "GeoPackage 1.4", (), "gpkg"),
        Format("parquet", (".parquet",), "GeoParquet 1.1", (), "parquet"),
        Format("fgb", (".fgb",), "FlatGeobuf", (losses.REPORTS, losses.POINTLESS), "fgb"),
        Format(
            "kml",
            (".kml",),
            "KML 2.2",
            (losses.REPORTS, losses.POINTLESS, losses.TYPES, losses.BLANKS, losses.CONTROLS),
            "kml",
            text=True,
        ),
        Format(
            "csv", (".csv",), "CSV (UTF-8)", (losses.REPORTS, losses.TYPES, losses.BLANKS), "csv", text=True
        ),
        Format(
            "xlsx",
            (".xlsx",),
            "Excel",
            (losses.REPORTS, losses.BLANKS, losses.CONTROLS, losses.CELLS, losses.ROWS),
            "xlsx",
        ),
        Format(
            "shp.zip",
            (".shp.zip",),
            "Shapefile, zipped",
            (
                losses.REPORTS, losses.POINTLESS, losses.BLANKS, losses.SPACES, losses.NAMES, losses.SHORT,
                losses.SIZE,
            ),
            "shapefile",
        ),
    )
}  # fmt: skip


# Writes to a new file; what was left out or cut goes into the notes.
Write = Callable[[Part, Path, losses.Notes], None]


def format_of(path: Path | str, name: str | None = None) -> Format:
    """The format that a name asks for, else the one of a file's suffix.

    Raises:
        UsageError: There is none.
    """
    known = ", ".join(FORMATS)
    if name is not None:
        if name not in FORMATS:
            raise UsageError(f"no such format: {name}", advice=f"one of {known}")
        return FORMATS[name]
    file = str(path).lower()
    for one in FORMATS.values():
        if file.endswith(one.suffixes):
            return one
    raise UsageError(f"no format has the suffix of {path}", advice=f"--format names it: one of {known}")


def export(
    store: model.Store | Part,
    path: Path | str,
    format: str | None = None,
    *,
    wkt: bool = False,
    bom: bool = False,
) -> list[str]:
    """Write a store, or what `select` left of it, to a file of another format.

    Args:
        store: The incidents with their articles; as a `Part` they need not be in memory.
        path: The file; replaced whole, or left as it is.
        format: A key of `FORMATS`; by default the suffix decides.
        wkt: CSV only: the point as well-known text too.
        bom: CSV only: a byte order mark, so that Excel reads it as UTF-8.

    Returns:
        What was left out or cut, in words; empty if nothing.

    Raises:
        UsageError: No such format.
        DataError: The file cannot be written, or the format does not hold so many.
        MissingExtra: The format needs a package that is not installed.
    """
    from geomap.store import atomic

    write = _writer(format_of(path, format), wkt=wkt, bom=bom)
    part = store if isinstance(store, Part) else part_of(store)
    notes = losses.Notes()
    atomic.replace(path, lambda beside: write(part, beside, notes))
    return notes.told()


def encode(
    store: model.Store | Part, format: str, *, wkt: bool = False, bom: bool = False
) -> tuple[bytes, list[str]]:
    """The bytes of an export, for stdout, and what was left out or cut.

    Raises:
        UsageError: No such format.
    """
    import tempfile

    chosen = format_of("", format)
    with tempfile.TemporaryDirectory(prefix="geomap-") as folder:
        path = Path(folder) / f"incidents{chosen.suffixes[0]}"
        notes = export(store, path, format, wkt=wkt, bom=bom)
        return path.read_bytes(), notes


def to_geodataframe(incidents: model.Store | Iterable[model.Incident]) -> GeoDataFrame:
    """Incidents as a GeoDataFrame (EPSG:4326, lon before lat), indexed as they come.

    Args:
        incidents: A store, or incidents, as `select` gives them.

    Returns:
        A row an incident, a column a property. Dates are datetime64, whole numbers nullable Int64, lists
        stay lists; an unplaced incident has no geometry.
    """
    from geomap.export.frame import to_geodataframe

    return to_geodataframe(incidents)


def _writer(format: Format, *, wkt: bool, bom: bool) -> Write:
    """The function of a format's module that writes it.

    Raises:
        UsageError: `wkt` or `bom` for another format than CSV.
    """
    if wkt and format.name != "csv":
        raise UsageError("well-known text goes into CSV", advice=f"{format.title} has points of its own")
    if bom and format.name != "csv":
        raise UsageError("a byte order mark goes into CSV", advice=f"{format.title} needs none")
    write = importlib.import_module(f"geomap.export.{format.module}").write
    return cast("Write", partial(write, wkt=wkt, bom=bom) if wkt or bom else write)
