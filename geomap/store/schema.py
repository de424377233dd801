"""Which layout a store is written in: an older one is read as it is, a newer one is refused before it is misread.

The number grows when a reader of the old layout would go wrong; a property that is only added leaves it as it is, and
a store that lacks it is read with that property empty. Writing brings a store up to date.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from geomap import model
from geomap.errors import DataError

SCHEMA_VERSION = model.Store().schema_version


class _Head(msgspec.Struct, frozen=True):
    schema_version: int = 0


class _File(msgspec.Struct, frozen=True):
    geomap: _Head = _Head()


def check_schema(version: object, where: Path | str) -> None:
    """Refuse the layout of a geomap to come.

    Args:
        version: What the store says; 0 or None where it says nothing.
        where: The store, for the message.

    Raises:
        DataError: It is newer than this geomap knows, or no number.
    """
    if version is None or (isinstance(version, int) and 0 <= version <= SCHEMA_VERSION):
        return
    if isinstance(version, int) and version > 0:
        raise DataError(
            f"written by a newer geomap (schema {version}; this one knows {SCHEMA_VERSION})",
            file=str(where),
            advice="pip install --upgrade geomap",
        )
    raise DataError(f"not a store of geomap: schema_version is {version!r}", file=str(where))


def check_schema_of(raw: bytes, where: Path | str) -> None:
    """The same for a GeoJSON object with the member `geomap`; what cannot be made out at all is let pass."""
    try:
        found = msgspec.json.decode(raw, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return
    check_schema(found.geomap.schema_version, where)
