"""Stores: files that hold incidents with their reports and articles, and lose nothing.

A backend is a module with `read(where) -> Store` and `write(store, where)`, chosen by the file's suffix, or by the
address of a database, and imported when it is used.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any, Protocol, cast

from geomap import model
from geomap.errors import DataError, UsageError
from geomap.store.location import Database, Location, locate
from geomap.store.schema import check_schema

BACKENDS: dict[str, str] = {
    ".geojson": "geomap.store.geojson",
    ".json": "geomap.store.geojson",
    ".geojsonl": "geomap.store.geojsonl",
    ".gpkg": "geomap.store.gpkg",
    ".parquet": "geomap.store.parquet",
}
DATABASE = "geomap.store.postgis"
STORE_SUFFIXES = tuple(suffix for suffix in BACKENDS if suffix != ".json")


class Backend(Protocol):
    """What a module of a format offers."""

    def read(self, where: Any) -> model.Store:
        """The store in a file or a database."""

    def write(self, store: model.Store, where: Any) -> None:
        """Put the store there, whole or not at all."""


def read_store(path: Location | str) -> model.Store:
    """Read a store that `build` wrote.

    Args:
        path: A `.geojson`, `.geojsonl`, `.gpkg` or `.parquet` file, or a database:
            postgresql://USER@HOST/DATABASE?schema=NAME (without `schema`: geomap).

    Returns:
        The store, its incidents by day and id. Coordinates are degrees, WGS 84, lon before lat.

    Raises:
        DataError: The file is missing, broken, an export instead of a store, or of a newer geomap.
        MissingExtra: The format needs a package that is not installed.
    """
    file = locate(path)
    if isinstance(file, Database):
        return _checked(_module(DATABASE).read(file), file)
    if file.is_dir():
        raise DataError("is a folder, not a store", file=file, advice="name a file that geomap build wrote")
    if not file.exists():
        raise DataError("no such store", file=file, advice=f"geomap build ARTICLES -o {file.name} makes one")
    backend = _backend(file)
    if backend is None:
        raise DataError(
            "an export, not a store: reports and articles are not in it", file=file, advice=_WHICH
        )
    try:
        store = backend.read(file)
    except OSError as error:
        raise DataError(f"cannot be read ({error.strerror or error})", file=file) from error
    return _checked(store, file)


def decode_store(raw: bytes) -> model.Store:
    """The store in bytes that came through a pipe: GeoJSON, or GeoJSON a feature a line.

    Raises:
        DataError: They are neither, or of a newer geomap.
    """
    from geomap.store import geojson, geojsonl

    path = Path("stdin")
    if raw.lstrip().startswith(b'{"type":"Feature",'):
        return _checked(geojsonl.decode(raw.splitlines(), path), path)
    return _checked(geojson.decode(raw, path), path)


def write_store(store: model.Store, path: Location | str) -> None:
    """Write a store: the format follows the suffix, the old one is replaced whole or stays as it is.

    Args:
        store: The store; it is put in order, by day and id.
        path: A `.geojson`, `.geojsonl`, `.gpkg` or `.parquet` file, or a database as in `read_store`.

    Raises:
        UsageError: No store has this suffix.
        DataError: It cannot be written.
        MissingExtra: The format needs a package that is not installed.
    """
    where = locate(path)
    check_target(where)
    backend = _module(DATABASE) if isinstance(where, Database) else _backend(where)
    assert backend is not None
    backend.write(store, where)


def store_exists(path: Location | str) -> bool:
    """Whether there is something to add to.

    Raises:
        DataError: The database cannot be reached.
    """
    where = locate(path)
    if isinstance(where, Database):
        from geomap.store import postgis

        return postgis.exists(where)
    return where.is_file() and where.stat().st_size > 0


def check_target(path: Location | str) -> None:
    """Refuse a target that `write_store` would refuse, before hours of reading go into it.

    Raises:
        UsageError: No store has this suffix.
        DataError: It is a folder.
    """
    file = locate(path)
    if isinstance(file, Database):
        return
    if file.is_dir():
        raise DataError("is a folder", file=file, advice="name a file, for example incidents.geojson")
    if _backend(file) is None:
        raise UsageError(f"no store has the suffix {file.suffix or '(none)'}", file=file, advice=_WHICH)


_WHICH = f"stores are {', '.join(STORE_SUFFIXES)} and postgresql://…"


def _backend(path: Path) -> Backend | None:
    name = BACKENDS.get(path.suffix.lower())
    return None if name is None else _module(name)


def _module(name: str) -> Backend:
    return cast("Backend", importlib.import_module(name))


def _checked(store: model.Store, path: Location) -> model.Store:
    check_schema(store.schema_version, str(path))
    return store
