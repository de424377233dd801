"""Stores as GeoJSON (RFC 7946): a feature a line, so that two stores diff line by line.

What is not a property lies in foreign members, which other programs leave alone: `geomap` at the top (versions,
attribution, articles, unplaced names), `reports` and `launch` in each feature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from geomap import model
from geomap.errors import DataError
from geomap.store import atomic
from geomap.store.features import Feature, StoreHead, feature, head_of, incident, ordered, store_of
from geomap.store.schema import check_schema_of

_ENCODER = msgspec.json.Encoder()
_NOT_A_STORE = "not a store of geomap"
_WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326")


class _Collection(msgspec.Struct, frozen=True, kw_only=True):
    type: Literal["FeatureCollection"]
    geomap: StoreHead = StoreHead()
    crs: Any = None
    features: tuple[Feature, ...]


_DECODER = msgspec.json.Decoder(_Collection)


def read(path: Path) -> model.Store:
    """The store in a GeoJSON file.

    Raises:
        DataError: not JSON (with its line), not GeoJSON, features without the properties of a store,
            coordinates that are not lon, lat.
    """
    return decode(path.read_bytes(), path)


def decode(raw: bytes, path: Path) -> model.Store:
    """The store in the bytes of a GeoJSON file; `path` is for messages. Raises as `read`."""
    try:
        collection = _DECODER.decode(raw)
    except msgspec.ValidationError as error:
        check_schema_of(raw, path)
        raise not_a_store(path, error) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise broken_json(path, raw, error) from None
    if collection.crs is not None and not str(collection.crs).strip("}'\" ").endswith(_WGS84):
        advice = "GeoJSON is WGS 84, lon before lat (RFC 7946): reproject it"
        raise DataError(f"has another coordinate system: {collection.crs}", file=path, advice=advice)
    for number, one in enumerate(collection.features, start=1):
        check_point(path, one, f"feature {number}")
    return store_of(collection.geomap, map(incident, collection.features))


def write(store: model.Store, path: Path) -> None:
    """Write the store; equal stores give equal bytes."""
    atomic.write_bytes(path, encode(store))


def encode(store: model.Store, *, reports: bool = True) -> bytes:
    """The bytes of the GeoJSON file, `reports` and their articles included or left out."""
    return b"".join(_pieces(ordered(store.incidents), head_of(store), reports=reports))


def fill(path: Path, incidents: Iterable[model.Incident], head: StoreHead) -> None:
    """Write incidents that come one by one to a new file, not atomically.

    Args:
        path: A new file.
        incidents: In the order of a store (`features.ordered`).
        head: What the store says of itself.
    """
    with path.open("wb") as file:
        file.writelines(_pieces(incidents, head))


def _pieces(incidents: Iterable[model.Incident], head: StoreHead, *, reports: bool = True) -> Iterator[bytes]:
    yield b'{"type":"FeatureCollection",\n"geomap":' + _ENCODER.encode(head) + b',\n"features":[\n'
    between = b""
    for one in incidents:
        yield between + _ENCODER.encode(feature(one, reports=reports))
        between = b",\n"
    yield b"\n]}\n"


def check_point(path: Path, read: Feature, where: str, line: int | None = None) -> None:
    """Refuse a point that cannot be degrees of lon, lat.

    Raises:
        DataError: with a hint where lon and lat look swapped.
    """
    if read.geometry is None:
        return
    lon, lat = read.geometry.coordinates
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        swapped = -90 <= lon <= 90 and -180 <= lat <= 180
        raise DataError(
            f"{where}: the point {lon}, {lat} is not degrees of lon, lat",
            file=path,
            line=line,
            advice="lon comes first: they look swapped" if swapped else "WGS 84 is wanted",
        )


def not_a_store(path: Path, error: Exception, line: int | None = None) -> DataError:
    """A file that is JSON but not a store: says which feature, and what it lacks, counted from 1."""
    message = re.sub(r"features\[(\d+)\]", lambda m: f"feature {int(m[1]) + 1}", str(error))
    message = message.replace("`$.", "`").replace(" - at `$`", "")
    return DataError(f"{_NOT_A_STORE}: {message}", file=path, line=line, advice="geomap build makes stores")


def broken_json(path: Path, raw: bytes, error: Exception) -> DataError:
    """A file that is not JSON, with the line of the fault where it is known."""
    if not raw.strip():
        return DataError("the file is empty", file=path, advice="geomap build makes stores")
    at = re.search(r"\(byte (\d+)\)", str(error))
    line = raw.count(b"\n", 0, int(at[1])) + 1 if at else None
    if at is None and "truncated" in str(error):
        line = raw.count(b"\n") + 1
    return DataError(f"not JSON: {error}", file=path, line=line, advice="was it cut off or edited by hand?")
