"""What every format ends in: an Article with language, checksum and the collector's own date."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from geomap.articles.language import language
from geomap.dates import parse_day
from geomap.model import Article

_FIRST_LINE_DATE = re.compile(r"\s*date:?[ \t]+(\d{4}-\d{2}-\d{2})(?!\d)", re.IGNORECASE)
_TITLE_LENGTH = (20, 180)  # characters
# A full stop, a dated line, a menu, a site's greeting, a byline.
_NO_TITLE = re.compile(
    r"[.:;،,]$|^.{0,60}(?<!\d)(?:19|20|١٩|٢٠)\d\d(?!\d).{0,32}$|^\S+ > |\|.*\||^\[|^by\b"
    r"|official website|observatory for human rights$|^بسم الله|log ?in|subscribe",
    re.IGNORECASE,
)


def make_article(
    id: str,
    text: str,
    *,
    title: str | None = None,
    published: dt.date | None = None,
    published_from: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    path: str | None = None,
) -> Article:
    """An Article; what the file does not say is taken from the text itself where that is safe.

    `date 2024-01-03` at the very beginning is metadata of whoever collected the article. The characters stay
    in the text, so that offsets are those of the file.
    """
    if published is None and (found := _FIRST_LINE_DATE.match(text)):
        published = parse_day(found[1])
        published_from = "first line" if published else None
    return Article(
        id=id,
        text=text,
        lang=(lang or "")[:2].lower() or language(text),
        title=title or guess_title(text),
        url=url or None,
        outlet=outlet or None,
        published=published,
        published_from=published_from if published else None,
        path=path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def guess_title(text: str) -> str | None:
    """The headline, if the first lines hold a line that looks like one.

    A headline is a line of its own, not a sentence with its full stop, and the text goes on after it. Dates, menus
    and the names of sites are none.
    """
    body = text[found.end() :] if (found := _FIRST_LINE_DATE.match(text)) else text
    lines = [stripped for line in body.lstrip().split("\n")[:14] if (stripped := line.strip())]
    low, high = _TITLE_LENGTH
    for line in lines[:-1]:
        if len(line) > high:
            return None
        if len(line) >= low and len(line.split()) >= 4 and not _NO_TITLE.search(line):
            return line.lstrip("#* ").rstrip("* ")
    return None
