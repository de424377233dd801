"""Articles as saved web pages: text, title, date, site, address and language by trafilatura."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

from geomap.articles.decode import Unreadable, clean
from geomap.articles.language import language
from geomap.articles.made import make_article
from geomap.dates import parse_day
from geomap.model import Article

_LANG = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)


def read_html(text: str, id: str, path: str | None) -> Article:
    """The Article of a saved page, without its menus, comments and related links.

    The date is only taken from the page's metadata: the visible page shows the day it was saved as often as the
    day it was written, and `geomap` reads dates in the text itself, with doubt.

    Raises:
        Unreadable: The page holds no article.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(text, with_metadata=True, include_comments=False, include_tables=False)
    body = clean(found.text or "") if found is not None and not isinstance(found, dict) else ""
    if found is None or isinstance(found, dict) or not body.strip():
        raise Unreadable("no article text in this page")
    published = _metadata_date(text)
    declared = _LANG.search(text[:5000])
    return make_article(
        id,
        body,
        title=found.title,
        published=published,
        published_from="html metadata" if published else None,
        outlet=_site_name(text) or found.sitename,
        url=found.url,
        # Templates are copied: many an Arabic page declares itself English.
        lang=language(body) or (declared[1] if declared else None),
        path=path,
    )


_META_TAG = re.compile(r"<(?:meta|time)\b[^>]{0,600}>", re.IGNORECASE)
_META_KEY = re.compile(
    r"(?:property|name|itemprop|pubdate)\s*=\s*[\"']?"
    r"(article:published_time|og:published_time|datepublished|date|pubdate|publish[-_]?date|publication_date"
    r"|dc\.date(?:\.issued)?|dcterms\.(?:created|date|issued)|parsely-pub-date|sailthru\.date|citation_date)\b",
    re.IGNORECASE,
)
_META_VALUE = re.compile(r"(?:content|datetime)\s*=\s*(?:\"([^\"]{1,200})\"|'([^']{1,200})')", re.IGNORECASE)
_LD_JSON = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")


def _site_name(page: str) -> str | None:
    """The site as it names itself; trafilatura falls back on the host before it looks there."""
    for tag in _META_TAG.findall(page[:400_000]):
        if "og:site_name" in tag and (value := _META_VALUE.search(tag)):
            return unescape(value[1] or value[2]).strip() or None
    return None


def _metadata_date(page: str) -> dt.date | None:
    """The day of publication by the page's meta tags or JSON-LD, or None."""
    head = page[:400_000]
    for tag in _META_TAG.findall(head):
        if (
            _META_KEY.search(tag)
            and (value := _META_VALUE.search(tag))
            and (day := parse_day(value[1] or value[2]))
        ):
            return day
    found = _LD_JSON.search(head)
    return parse_day(found[1]) if found else None
