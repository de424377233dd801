"""How many articles there are to read, without reading them: for the time that is left."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_LINES = {".jsonl", ".ndjson"}
_FILES = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}
_BLOCK = 1 << 20


def count_articles(paths: Sequence[str | Path]) -> int | None:
    """About how many articles some paths hold; None where stdin is among them."""
    if any(str(path) == "-" for path in paths):
        return None
    return sum(_count(Path(path)) for path in paths)


def _count(path: Path) -> int:
    if not path.is_dir():
        return _count_file(path)
    found = (Path(parent, name) for parent, _, names in os.walk(path) for name in names)
    return sum(_count_file(file) for file in found if not file.is_symlink())


def _count_file(path: Path) -> int:
    suffix = path.suffix.lower()
    if suffix not in _LINES:
        return int(suffix in _FILES)
    if not path.is_file():  # a pipe can be read once
        return 1
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    except OSError:
        return 0
