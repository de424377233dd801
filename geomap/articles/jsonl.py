"""Articles as JSON lines: one record a line with id, url, title, published, source, lang, text."""

from __future__ import annotations

import json
from collections.abc import Iterator

from geomap.articles.decode import Unreadable, clean, too_large
from geomap.articles.made import make_article
from geomap.dates import parse_day
from geomap.model import Article


def read_line(line: bytes, number: int, stem: str, path: str, notes: list[str]) -> Article:
    """The Article of one line; only `text` must be there.

    Args:
        line: The line, UTF-8.
        number: Its number, from 1: the id of an article without id and url is `stem-number`.
        stem: The file's name without suffix.
        path: Where it came from.
        notes: Receives what was not understood.

    Raises:
        Unreadable: No JSON object, or no text in it.
    """
    if reason := too_large(len(line), at_least=True):
        raise Unreadable(reason)
    try:
        # Not msgspec: it refuses a lone surrogate, which some exporters write.
        record = json.loads(line.lstrip(b"\x1e\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise Unreadable("not a JSON object")
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Unreadable("no text")
    fields = {
        name: clean(value) for name, value in record.items() if isinstance(value, str) and value.strip()
    }
    said = fields.get("published") or fields.get("date")
    published = parse_day(said) if said else None
    if said and published is None:
        notes.append(f"published {said!r} is not a day and was not used; write 2024-02-05")
    given = record.get("id")
    return make_article(
        fields.get("id")
        or (str(given) if isinstance(given, int) else "")
        or fields.get("url")
        or f"{stem}-{number}",
        fields["text"],
        title=fields.get("title"),
        published=published,
        published_from="jsonl" if published else None,
        outlet=fields.get("source") or fields.get("outlet"),
        url=fields.get("url"),
        lang=fields.get("lang"),
        path=path,
    )


def lines_of(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that hold something; memory stays that of one line."""
    for number, line in enumerate(chunks, start=1):
        if line.strip(b" \t\r\n\x1e"):
            yield number, line
