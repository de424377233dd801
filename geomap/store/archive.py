"""Zip files whose bytes depend on their content alone."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_TIMELESS = (1980, 1, 1, 0, 0, 0)  # the first moment that zip knows


def write_zip(path: Path, members: Mapping[str, bytes]) -> None:
    """Write members in the order given, without the time of writing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _TIMELESS)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
