"""`geomap worklist`: names that nothing resolves, for whoever extends the gazetteer."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geomap.cli.options import gazetteer_option, load_gazetteer, load_store, output_option, store_argument
from geomap.cli.output import count, put, say, table

if TYPE_CHECKING:
    from geomap.query.worklist import Wanted
    from geomap.store.location import Location


@click.command("worklist")
@store_argument
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json", "csv", "geojson")),
    default="table",
    help="geojson is a places file to be finished: candidates as extend or add, the rest without a point.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the N most frequent names.")
@output_option("Write to a file")
@gazetteer_option
def command(
    store: Location, format_name: str, limit: int | None, out: str | None, gazetteer_dir: Path | None
) -> None:
    """List the names in a store's articles that nothing resolves, most frequent first.

    With each name: how often, in which articles and sentences, and what it could be a spelling of.

    \b
    Examples:
      geomap worklist incidents.geojson
      geomap worklist incidents.geojson --format geojson -o my-places/places/iq.geojson
    """
    from geomap.gazetteer.search import Search
    from geomap.query import worklist

    gazetteer = load_gazetteer(gazetteer_dir)
    read = load_store(store)
    wanted = worklist.worklist(read, Search(gazetteer))
    shown = wanted[:limit]
    if format_name == "json":
        put(json.dumps([one.as_dict() for one in shown], ensure_ascii=False, indent=1) + "\n", out)
    elif format_name == "csv":
        put(_csv(shown), out)
    elif format_name == "geojson":
        put(worklist.as_places(shown, gazetteer), out)
    elif shown:
        rows = [[o.times, o.name, _candidates(o), ", ".join(o.articles[:3]), o.sentences[0]] for o in shown]
        put(table(["times", "name", "perhaps", "articles", "sentence"], rows, right=[0]) + "\n", out)
    without = worklist.nameless(read)
    rest = f"; {count(without, 'deed')} of which the article does not say where" if without else ""
    say(f"{count(len(wanted), 'name')} to be placed{rest}")


def _candidates(one: Wanted) -> str:
    return ", ".join(f"{c.place.name} ({c.place.id})" for c in one.candidates[:2])


def _csv(wanted: list[Wanted]) -> str:
    from geomap.export.cells import guarded

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "times", "spellings", "articles", "sentences", "candidates"))
    for one in wanted:
        texts = [
            "; ".join(one.spellings),
            "; ".join(one.articles),
            " | ".join(one.sentences),
            _candidates(one),
        ]
        writer.writerow([guarded(one.name), one.times, *map(guarded, texts)])
    return out.getvalue()
