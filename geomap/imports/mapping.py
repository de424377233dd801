"""The mapping file: which columns of a table are which properties of a report, in TOML.

    name = "Incident list of the district office"   # what the store calls the dataset
    attribution = "District office, by permission"  # optional; so are licence and redistribute (true)

    [columns]                # property = "column of the table"
    id = "No."               # must be there: by it a row is known again
    date = "Day"             # or date_start and date_end
    lon = "X"                # degrees, WGS 84; or wkt = "geom"; GeoJSON brings its own points;
    lat = "Y"                # without a point, the place is looked up in the gazetteer
    place = "Village"
    attacker = "By"          # names are looked up in the gazetteer; several with the separator of [lists]

    [constants]              # property = a value for all rows
    country = "SY"
    kind = "attack"

    [values.kind]            # "what the table says" = what it means here
    "air raid" = "airstrike"

    [dates]
    formats = ["%d.%m.%Y", "%m.%Y", "%Y"]   # as strptime; without a day it is the whole month or year

    [lists]
    separator = ","          # ";" by default

Properties: id, date, date_start, date_end, time_of_day, lon, lat, wkt, place, country, admin1, precision, radius_km,
kind, status, weapon, attacker, attacker_role, target, killed, killed_low, killed_high, killed_civilians, wounded,
wounded_low, wounded_high, munitions_low, munitions_high, intercepted, casualties_of, evidence, url, outlet, title,
published, version.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from geomap.errors import DataError, UsageError
from geomap.gazetteer.gazetteer import slug
from geomap.model import Dataset, Record

PROPERTIES = (
    "id", "date", "date_start", "date_end", "time_of_day", "lon", "lat", "wkt", "place", "country", "admin1",
    "precision", "radius_km", "kind", "status", "weapon", "attacker", "attacker_role", "target", "killed",
    "killed_low", "killed_high", "killed_civilians", "wounded", "wounded_low", "wounded_high", "munitions_low",
    "munitions_high", "intercepted", "casualties_of", "evidence", "url", "outlet", "title", "published", "version",
)  # fmt: skip
_RESERVED = frozenset({"acled", "ucdp", "gdelt"})


class Dates(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the table writes days, as `strptime` has it; none: ISO 8601 and months in words."""

    formats: tuple[str, ...] = ()


class Lists(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands between the values of one cell."""

    separator: str = ";"


class Mapping(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping file."""

    name: str
    id: str = ""
    attribution: str | None = None
    licence: str | None = None
    redistribute: bool = True
    encoding: str | None = None
    delimiter: str | None = None
    columns: dict[str, str]
    constants: dict[str, str | int | float] = msgspec.field(default_factory=dict)
    values: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    dates: Dates = Dates()
    lists: Lists = Lists()

    @property
    def dataset(self) -> Dataset:
        """What a store says of it."""
        return Dataset(
            id=self.id or slug(self.name), origin="hand", name=self.name, attribution=self.attribution,
            licence=self.licence, redistribute=self.redistribute,
        )  # fmt: skip


def read_mapping(path: Path) -> Mapping:
    """A mapping file, checked.

    Raises:
        DataError: It is no TOML, or something in it means nothing; with the nearest that does.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        mapping = msgspec.convert(raw, Mapping)
    except OSError as error:
        raise DataError(f"cannot be read ({error.strerror or error})", file=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataError(f"not TOML: {error}", file=path) from None
    except msgspec.ValidationError as error:
        raise DataError(
            f"not a mapping: {error}", file=path, advice="geomap import --help shows what it holds"
        ) from None
    for table, names in (
        ("columns", mapping.columns),
        ("constants", mapping.constants),
        ("values", mapping.values),
    ):
        _check_properties(table, names, path)
    if "id" not in mapping.columns:
        advice = "the column by which a row is known again"
        raise DataError('[columns] has no "id"', file=path, advice=advice)
    if mapping.dataset.id in _RESERVED or not mapping.dataset.id:
        raise DataError(
            f"the dataset cannot be called {mapping.dataset.id!r}", file=path, advice='give it an "id"'
        )
    if mapping.delimiter is not None and len(mapping.delimiter) != 1:
        raise DataError("the delimiter is not one character", file=path, advice=r'for example "\t"')
    if not mapping.lists.separator:
        raise DataError("[lists] the separator is empty", file=path, advice='for example ";"')
    for form in mapping.dates.formats:
        _check_format(form, path)
    return mapping


def _check_format(form: str, path: Path) -> None:
    """Refuse what `strptime` does not understand: a sign that it does not have, or one twice."""
    any_day = dt.datetime(2024, 2, 4)  # noqa: DTZ001  a day has no zone
    try:
        dt.datetime.strptime(any_day.strftime(form), form)  # noqa: DTZ007
    except (ValueError, re.error):
        advice = "for example %d.%m.%Y; the signs are those of Python's strptime"
        raise DataError(f"[dates] {form!r} is no format of a day", file=path, advice=advice) from None


def _check_properties(table: str, names: Iterable[str], path: Path) -> None:
    for name in names:
        if name not in PROPERTIES:
            near = difflib.get_close_matches(name, PROPERTIES, n=1)
            advice = f"did you mean {near[0]}?" if near else f"one of {', '.join(PROPERTIES)}"
            raise DataError(f"[{table}] {name!r} is no property of a report", file=path, advice=advice)


def needs_mapping() -> UsageError:
    """What to say to whoever gives a table without one."""
    return UsageError(
        "a table needs a mapping",
        advice="--mapping FILE.toml says which column is what; see geomap import --help",
    )
