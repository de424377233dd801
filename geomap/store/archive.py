"""Zip files whose bytes depend on their content alone."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

_TIMELESS = (1980, 1, 1, 0, 0, 0)  # the first moment that zip knows


def write_zip(
    path: Path, members: Mapping[str, bytes | Path | Iterable[bytes]], *, beyond_2gb: bool = False
) -> None:
    """Write members in the order given, without the time of writing.

    Args:
        path: A new file.
        members: Names with their content: bytes, a file to copy, or pieces as they come.
        beyond_2gb: Whether pieces may add up to so much; not every reader of zip knows how it is then written.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _TIMELESS)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            if isinstance(data, Path):
                info.file_size = data.stat().st_size
            with archive.open(info, "w", force_zip64=beyond_2gb and not isinstance(data, bytes)) as member:
                if isinstance(data, Path):
                    with data.open("rb") as file:
                        shutil.copyfileobj(file, member, 1 << 20)
                else:
                    for piece in (data,) if isinstance(data, bytes) else data:
                        member.write(piece)
