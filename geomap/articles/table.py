"""A CSV that lists article files with what is known of them: path, url, published, outlet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from geomap.articles.decode import Unreadable
from geomap.dates import parse_day


class Row(NamedTuple):
    """One listed article."""

    line: int
    path: Path
    url: str | None
    published: dt.date | None
    outlet: str | None


class BadRow(NamedTuple):
    """A row that lists no article that may be read."""

    line: int
    reason: str


def read_rows(text: str, folder: Path) -> Iterator[Row | BadRow]:
    """The rows of the list, in order.

    Args:
        text: The CSV, with a header; columns may also be parted by semicolons or tabs.
        folder: The folder of the CSV. Paths are relative to it and never lead out of it: a list that somebody
            sends must not make us read other files.

    Raises:
        Unreadable: It has no column `path`.
    """
    header = text.split("\n", 1)[0]
    mark = max(",;\t", key=header.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, restkey="")
    table.fieldnames = [name.strip().casefold() for name in table.fieldnames or ()]
    if "path" not in table.fieldnames:
        raise Unreadable("a CSV of articles needs a column 'path' (and may have url, published, outlet)")
    root = folder.resolve()
    try:
        for record in table:
            yield _row(record, table.line_num, root)
    except csv.Error as error:
        yield BadRow(table.line_num, f"not CSV: {error}")


def _row(record: dict[str, str | None], line: int, root: Path) -> Row | BadRow:
    said = {name: (value or "").strip() for name, value in record.items() if isinstance(value, str | None)}
    name = said.get("path", "")
    if not name:
        return BadRow(line, "no path")
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        return BadRow(line, f"{name} lies outside the folder of the CSV and was not read")
    published = parse_day(said["published"]) if said.get("published") else None
    if said.get("published") and published is None:
        return BadRow(line, f"published {said['published']!r} is not a day; write 2024-02-05")
    return Row(line, path, said.get("url") or None, published, said.get("outlet") or None)
