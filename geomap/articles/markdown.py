"""Articles as Markdown with front matter: title, published, outlet, url, lang."""

from __future__ import annotations

import re

from geomap.articles.made import make_article
from geomap.dates import parse_day
from geomap.model import Article

# A fence of dashes, lines of `key: value`, a fence. Not YAML: five plain keys do not need a parser of it.
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*\Z")
_HEADING = re.compile(r"#[ \t]+(.+)")


def read_markdown(text: str, id: str, path: str | None, notes: list[str]) -> Article:
    """The Article of a Markdown file; its text is what follows the front matter, characters unchanged.

    Args:
        text: The file.
        id: The article's id.
        path: Where it came from.
        notes: Receives what was not understood.
    """
    meta, body = split_front_matter(text)
    said = meta.get("published") or meta.get("date")
    published = parse_day(said) if said else None
    if said and published is None:
        notes.append(f"the front matter's date {said!r} is not a day and was not used; write 2024-02-05")
    heading = _HEADING.match(body.lstrip())
    return make_article(
        id,
        body,
        title=meta.get("title") or (heading[1].strip() if heading else None),
        published=published,
        published_from="front matter" if published else None,
        outlet=meta.get("outlet") or meta.get("source"),
        url=meta.get("url"),
        lang=meta.get("lang") or meta.get("language"),
        path=path,
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The front matter's keys (lower case) with their values, and the text after it."""
    found = _FRONT.match(text)
    if not found:
        return {}, text
    pairs = (_LINE.match(line) for line in found[1].split("\n") if not line.startswith((" ", "\t", "#", "-")))
    return {pair[1].lower(): _unquote(pair[2]) for pair in pairs if pair}, text[found.end() :]


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return (
            value[1:-1].replace(value[0] * 2, value[0])
            if value[0] == "'"
            else value[1:-1].replace('\\"', '"')
        )
    return re.split(r"\s#", value, maxsplit=1)[0].rstrip()
