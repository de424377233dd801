"""Stores as newline-delimited GeoJSON: a feature a line, for pipes, `grep`, `sort` and files of any length.

GDAL refuses a line that is not a feature, so what the store says of itself (the member `geomap`) stands in the
first feature; a store without incidents is one empty FeatureCollection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from geomap import model
from geomap.store import atomic, geojson
from geomap.store.features import Feature, StoreHead, feature, head_of, incident, ordered, store_of
from geomap.store.schema import check_schema, check_schema_of

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Feature)


def read(path: Path) -> model.Store:
    """The store in a file of one feature a line (an RFC 8142 record separator before it is allowed).

    Raises:
        DataError: a line is not JSON, or not an incident; with its number.
    """
    with path.open("rb") as lines:
        return decode(lines, path)


def decode(lines: Iterable[bytes], path: Path) -> model.Store:
    """The store in lines of bytes; `path` is for messages. Raises as `read`."""
    head = StoreHead()
    incidents: list[model.Incident] = []
    for number, line in enumerate(lines, start=1):
        raw = line.strip(b"\x1e \t\r\n")
        if not raw:
            continue
        if not incidents and raw.startswith(b'{"type":"FeatureCollection"'):
            return geojson.decode(raw, path)  # how a store without incidents is written
        one = _decode(path, number, raw)
        geojson.check_point(path, one, "this feature", number)
        if one.geomap is not None:
            head = one.geomap
            check_schema(head.schema_version, path)
        incidents.append(incident(one))
    if not incidents:
        raise geojson.broken_json(path, b"", ValueError("empty"))
    return store_of(head, incidents)


def write(store: model.Store, path: Path) -> None:
    """Write the store; equal stores give equal bytes."""
    atomic.write_bytes(path, b"".join(encode(store)))


def encode(store: model.Store) -> Iterator[bytes]:
    """The lines of the file."""
    if not store.incidents:
        yield geojson.encode(store).replace(b"\n", b"") + b"\n"
    head: StoreHead | None = head_of(store)
    for one in ordered(store.incidents):
        yield _ENCODER.encode(feature(one, head=head)) + b"\n"
        head = None


def fill(path: Path, incidents: Iterable[model.Incident], head: StoreHead) -> None:
    """Write incidents that come one by one to a new file, not atomically.

    Args:
        path: A new file.
        incidents: At least one, in the order of a store (`features.ordered`).
        head: What the store says of itself.
    """
    with path.open("wb") as file:
        rest: StoreHead | None = head
        for one in incidents:
            file.write(_ENCODER.encode(feature(one, head=rest)) + b"\n")
            rest = None


def _decode(path: Path, number: int, raw: bytes) -> Feature:
    try:
        return _DECODER.decode(raw)
    except msgspec.ValidationError as error:
        check_schema_of(raw, path)
        raise geojson.not_a_store(path, error, number) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        fault = geojson.broken_json(path, raw, error)
        fault.line = number
        raise fault from None
