"""Briefs as files: Markdown with its map beside it, or one HTML page that prints on one sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from geomap.brief import Brief, make_brief
from geomap.errors import UsageError
from geomap.gazetteer import Gazetteer
from geomap.model import Store
from geomap.render.brief.told import tell

__all__ = ["FORMATS", "encode", "format_of", "write", "write_brief"]

FORMATS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
LIMIT = 8  # incidents that are told one by one: more do not go on one sheet


def write_brief(
    store: Store,
    path: str | Path,
    *,
    lang: str = "en",
    title: str | None = None,
    limit: int = LIMIT,
    gazetteer: Gazetteer | None = None,
    **words: Any,
) -> Brief:
    """Write a brief of one page: counts against the period before, timeline, actors, incidents with sources, map.

    Args:
        store: The store.
        path: A `.md` file (its map goes beside it, as `.svg`) or a `.html` file.
        lang: "en" or "ar".
        title: The title; by default what was asked for.
        limit: How many incidents are told one by one; the others are counted.
        gazetteer: Where names are looked up; geomap's own by default.
        **words: As `geomap.brief.make_brief`: `region`, `since`, `until`, `days`, `attacker` …

    Returns:
        The figures that were written.

    Raises:
        UsageError: A name, date or suffix means nothing.
        DataError: The file cannot be written.
    """
    own = gazetteer or Gazetteer.load()
    format_of(path)
    brief = make_brief(store, gazetteer=own, **words)
    write(brief, Path(path), own, lang=lang, title=title, limit=limit)
    return brief


def format_of(path: str | Path) -> str:
    """ "md" or "html", by the suffix.

    Raises:
        UsageError: It is neither.
    """
    found = FORMATS.get(Path(path).suffix.lower())
    if found is None:
        raise UsageError(
            f"no brief has the suffix {Path(path).suffix or '(none)'}", file=path, advice=".md or .html"
        )
    return found


def write(
    brief: Brief,
    path: Path,
    gazetteer: Gazetteer,
    *,
    form: str | None = None,
    lang: str = "en",
    title: str | None = None,
    limit: int = LIMIT,
) -> None:
    """Write figures to a file; see `write_brief`. `form` is "md" or "html" where the suffix does not say it."""
    from geomap.render.brief.picture import picture
    from geomap.store import atomic

    if (form or format_of(path)) == "md":
        told = tell(brief, gazetteer, lang, title, limit)
        drawn = picture(brief, gazetteer, lang, alone=True) if brief.shown else ""
        if drawn:
            atomic.write_bytes(path.with_suffix(".svg"), drawn.encode())
        from geomap.render.brief.markdown import markdown

        atomic.write_bytes(path, markdown(told, path.with_suffix(".svg").name if drawn else None).encode())
        return
    atomic.write_bytes(path, encode(brief, gazetteer, "html", lang=lang, title=title, limit=limit).encode())


def encode(
    brief: Brief,
    gazetteer: Gazetteer,
    form: str,
    *,
    lang: str = "en",
    title: str | None = None,
    limit: int = LIMIT,
) -> str:
    """The text of a brief, for a pipe: Markdown without a map, or HTML with it."""
    told = tell(brief, gazetteer, lang, title, limit)
    if form == "md":
        from geomap.render.brief.markdown import markdown

        return markdown(told, None)
    from geomap.render.brief.picture import picture
    from geomap.render.brief.sheet import sheet

    return sheet(told, picture(brief, gazetteer, lang) if brief.shown else "")
