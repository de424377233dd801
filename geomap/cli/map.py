"""`geomap map`: a store as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import (
    filters,
    gazetteer_option,
    load_gazetteer,
    load_store,
    narrowed,
    published,
    publishing,
    store_argument,
)
from geomap.cli.output import count, say

if TYPE_CHECKING:
    from geomap.store.location import Location


@click.command("map")
@store_argument
@click.option(
    "-o",
    "--out",
    metavar="FILE.html",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page.",
)
@click.option("--title", help="Above the map.")
@click.option("--subtitle", help="Below the title.")
@click.option(
    "--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="Language of the page."
)
@click.option("--lean", is_flag=True, help="Without evidence texts: smaller.")
@publishing
@filters
@gazetteer_option
def command(
    store: Location, out: Path, title: str | None, subtitle: str | None, lang: str, lean: bool, **asked: Any
) -> None:
    """Draw a store as one HTML file that works offline and can be mailed.

    The page has its own filters; those given here decide what goes into it at all.

    \b
    Examples:
      geomap map incidents.geojson -o map.html --title "Attacks on bases, 2024"
      geomap map incidents.geojson -o deir-ez-zor.html --region "Deir ez-Zor" --possible
    """
    from geomap.render import write

    asked["every"] = True  # the page hides them itself until a reader asks
    kept = published(narrowed(load_store(store), asked), asked)
    gazetteer = load_gazetteer(asked["gazetteer_dir"])
    write(kept, gazetteer, out, title=title, subtitle=subtitle, lang=lang, lean=lean)
    say(
        f"{out}: {count(len(kept.incidents), 'incident')}, {out.stat().st_size / 1e6:.1f} MB; open it in a browser"
    )
