"""`geomap explain`: why an incident is what it is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geomap.cli.options import (
    decisions_option,
    gazetteer_option,
    load_decisions,
    load_gazetteer,
    load_store,
    store_argument,
)
from geomap.cli.output import cell, count, put, wrap

if TYPE_CHECKING:
    from geomap.explain import Explained, Part
    from geomap.store.location import Location

_HEAD = 12  # columns of the headings


@click.command("explain")
@store_argument
@click.argument("incident", metavar="ID|SLUG")
@decisions_option
@gazetteer_option
@click.option(
    "--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
def command(
    store: Location, incident: str, decisions: Path | None, gazetteer_dir: Path | None, format_name: str
) -> None:
    """Tell why an incident is what it is.

    The sentences and articles behind it; the words taken for its place and what else they could have meant; the phrase
    of its day and the day that it counts from; who names whom; what was merged and what nearly was; verdicts of people.
    An incident is named by its id, by one that it had before a merge, by its slug, or by one of its reports; the first
    letters will do, as `geomap query` shows them.

    \b
    Examples:
      geomap explain incidents.geojson 2024-02-04-al-omar-oil-field
      geomap explain incidents.geojson i2e8f0c1a7d4 --format json
    """
    from geomap.explain import as_json, explain, find_incident
    from geomap.pipeline import related_actors

    read = load_store(store)
    found = find_incident(read, incident)
    gazetteer = load_gazetteer(gazetteer_dir)
    said = load_decisions(store, decisions)["decisions"]
    explained = explain(read, found, gazetteer, said, related_actors(gazetteer))
    put(as_json(explained) + b"\n" if format_name == "json" else "\n".join(lines(explained)) + "\n", None)


def lines(explained: Explained) -> Iterator[str]:
    """The explanation for people, wrapped to the terminal."""
    yield cell(explained.title)
    former = f", formerly {', '.join(explained.former_ids)}" if explained.former_ids else ""
    yield from _block("", f"{explained.id} · {explained.slug}{former}")
    yield from _part("What", explained.what)
    yield from _part("Where", explained.place)
    yield from _part("When", explained.date)
    for heading, parts in (("By whom", explained.attackers), ("Against", explained.targets)):
        for part in parts:
            yield from _part(heading, part)
            heading = ""
    if explained.casualties is not None:
        yield from _part("Hurt", explained.casualties)
    yield from _part("Status", explained.status)
    yield from _told(explained)
    yield from _list("Merged", explained.merged)
    yield from _list("Nearly", explained.near)
    yield from _list("Decided", explained.decisions)


def _told(explained: Explained) -> Iterator[str]:
    yield ""
    yield from _block("Told in", count(len(explained.told), "report"))
    for told in explained.told:
        day = told.published.isoformat() if told.published else "undated"
        source = ", ".join(filter(None, (told.article, told.outlet, day)))
        notes = "; ".join((f"rests on {told.origin}", *told.facts))
        yield from _block("", f"“{told.sentence}”")
        for sentence in told.also:
            yield from _block("", f"  also “{sentence}”")
        yield from _block("", f"  {source} ({notes}); report {told.report}")
        if told.url:
            yield from _block("", f"  {told.url}")


def _part(heading: str, part: Part) -> Iterator[str]:
    if heading:
        yield ""
    sure = f" ({part.confidence} confidence)" if part.confidence else ""
    yield from _block(heading, part.believed + sure)
    for reason in part.because:
        yield from _block("", f"  {reason}")


def _list(heading: str, texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number == 0:
            yield ""
        yield from _block(heading if number == 0 else "", text)


def _block(heading: str, text: str) -> Iterator[str]:
    """A text beside its heading; its own leading blanks are its indent."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 110
    indent = " " * (len(text) - len(text.lstrip(" ")))
    pad = " " * _HEAD + indent
    for number, line in enumerate(wrap(cell(text), max(width - len(pad), 30), most=50)):
        yield (heading.ljust(_HEAD) + indent if number == 0 else pad) + line
