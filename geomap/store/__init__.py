"""Stores: files that hold incidents with their reports and articles, and lose nothing.

A backend is a module with `read(path) -> Store` and `write(store, path)`, chosen by the file's suffix and
imported when it is used.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Protocol, cast

from geomap import model
from geomap.errors import DataError, UsageError

SCHEMA_VERSION = model.Store().schema_version

BACKENDS: dict[str, str] = {
    ".geojson": "geomap.store.geojson",
    ".json": "geomap.store.geojson",
    ".geojsonl": "geomap.store.geojsonl",
    ".gpkg": "geomap.store.gpkg",
    ".parquet": "geomap.store.parquet",
}
STORE_SUFFIXES = tuple(suffix for suffix in BACKENDS if suffix != ".json")


class Backend(Protocol):
    """What a module of a format offers."""

    def read(self, path: Path) -> model.Store:
        """The store in a file."""

    def write(self, store: model.Store, path: Path) -> None:
        """Put the store into a file, whole or not at all."""


def read_store(path: Path | str) -> model.Store:
    """Read a store that `build` wrote.

    Args:
        path: A `.geojson`, `.geojsonl`, `.gpkg` or `.parquet` file.

    Returns:
        The store, its incidents by day and id. Coordinates are degrees, WGS 84, lon before lat.

    Raises:
        DataError: The file is missing, broken, an export instead of a store, or of a newer geomap.
        MissingExtra: The format needs a package that is not installed.
    """
    file = Path(path)
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


def write_store(store: model.Store, path: Path | str) -> None:
    """Write a store: the format follows the suffix, the file is replaced whole or stays as it is.

    Args:
        store: The store; it is put in order, by day and id.
        path: A `.geojson`, `.geojsonl`, `.gpkg` or `.parquet` file.

    Raises:
        UsageError: No store has this suffix.
        DataError: The file cannot be written.
        MissingExtra: The format needs a package that is not installed.
    """
    check_target(path)
    backend = _backend(Path(path))
    assert backend is not None
    backend.write(store, Path(path))


def check_target(path: Path | str) -> None:
    """Refuse a target that `write_store` would refuse, before hours of reading go into it.

    Raises:
        UsageError: No store has this suffix.
        DataError: It is a folder.
    """
    file = Path(path)
    if file.is_dir():
        raise DataError("is a folder", file=file, advice="name a file, for example incidents.geojson")
    if _backend(file) is None:
        raise UsageError(f"no store has the suffix {file.suffix or '(none)'}", file=file, advice=_WHICH)


_WHICH = f"stores are {', '.join(STORE_SUFFIXES)}"


def _backend(path: Path) -> Backend | None:
    name = BACKENDS.get(path.suffix.lower())
    return None if name is None else cast("Backend", importlib.import_module(name))


def _checked(store: model.Store, path: Path) -> model.Store:
    if store.schema_version > SCHEMA_VERSION:
        raise DataError(
            f"written by a newer geomap (schema {store.schema_version}; this one knows {SCHEMA_VERSION})",
            file=path,
            advice="pip install --upgrade geomap",
        )
    return store
