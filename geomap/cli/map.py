"""`geomap map`: a store as one HTML file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import (
    asks_for_less,
    filters,
    gazetteer_option,
    heading,
    load_gazetteer,
    load_store,
    narrowed,
    published,
    publishing,
    store_argument,
    warn_of_licences,
)
from geomap.cli.output import count, say

if TYPE_CHECKING:
    from geomap.render.rows import Rows
    from geomap.store.location import Location


@click.command("map")
@store_argument
@click.option(
    "-o",
    "--out",
    metavar="FILE.html",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page.",
)
@heading
@click.option("--lean", is_flag=True, help="Without evidence texts: smaller.")
@click.option(
    "--view",
    metavar="W,S,E,N|PLACE|#…",
    help="What to show first: a box, a place or region, or the end of an address that the page made.",
)
@click.option(
    "--tiles",
    metavar="NAME",
    help="An online map by its name in xyzservices (OpenStreetMap, Esri.WorldImagery …), off until a reader "
    "switches it on.",
)
@click.option(
    "--embed",
    is_flag=True,
    help="For a frame in a page of yours; the line of HTML that puts it there goes to stdout.",
)
@click.option(
    "--png",
    metavar="FILE.png",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A still of the page, by Chromium, Chrome or Edge; with -o or instead of it.",
)
@click.option(
    "--width", type=click.IntRange(200, 10_000), default=1600, show_default=True, help="Of the still, in px."
)
@click.option(
    "--height", type=click.IntRange(200, 10_000), default=1000, show_default=True, help="Of the still, in px."
)
@click.option(
    "--scale", type=click.FloatRange(0.5, 4), default=1.0, show_default=True, help="Pixels of the still a px."
)
@publishing
@filters
@gazetteer_option
def command(store: Location, out: Path | None, png: Path | None, **asked: Any) -> None:
    """Draw a store as one HTML file that works offline and can be mailed, or as a picture.

    The page has its own filters; those given here decide what goes into it at all.

    \b
    Examples:
      geomap map incidents.geojson -o map.html --title "Attacks on bases, 2024"
      geomap map incidents.geojson -o deir-ez-zor.html --region "Deir ez-Zor" --possible
      geomap map incidents.geojson --png map.png --view Iraq --scale 2
      geomap map incidents.geojson -o map.html --embed
    """
    from geomap.model import ORIGINS, Store
    from geomap.render import write

    if out is None and png is None:
        raise click.UsageError("where to? -o FILE.html, --png FILE.png or both")
    if asked["embed"] and out is None:
        raise click.UsageError("--embed is for a page: give -o FILE.html")
    if png is not None:
        from geomap.render.picture import find_browser

        find_browser()  # said before the work, not after it
    asked["every"] = True  # the page hides them itself until a reader asks
    kept = _whole(store, asked) or published(narrowed(load_store(store), asked), asked)
    number = len(kept.incidents) if isinstance(kept, Store) else len(kept)
    gazetteer = load_gazetteer(asked["gazetteer_dir"])
    look = {name: asked[name] for name in _LOOK}
    with tempfile.TemporaryDirectory(prefix="geomap-") as folder:
        page = out or Path(folder) / "map.html"
        write(kept, gazetteer, page, origins=ORIGINS, **look)  # what is kept was asked for
        if png is not None:
            from geomap.render.picture import picture

            picture(page, png, width=asked["width"], height=asked["height"], scale=asked["scale"])
    _tell(number, out, png)
    if asked["embed"] and out is not None:
        from geomap.render.embed import snippet

        click.echo(snippet(out, asked["title"]))


def _whole(store: Location, asked: dict[str, Any]) -> Rows | None:
    """A GeoParquet store of which all is drawn: read column by column, for it may hold a million incidents."""
    if not isinstance(store, Path) or store.suffix.lower() != ".parquet" or not store.is_file():
        return None
    if asks_for_less(asked) or asked["coarsen"] or asked["drop"]:
        return None
    from geomap.model import OFF_MAP_ORIGIN
    from geomap.render.rows import Rows
    from geomap.store.arrow import ArrowTable

    rows = Rows(ArrowTable(store))
    if OFF_MAP_ORIGIN & {*rows.table.coded("origin").values}:  # left out unless they are asked for
        return None
    warn_of_licences(rows.kept_back)
    return rows


_LOOK = ("title", "subtitle", "lang", "lean", "view", "tiles", "embed")


def _tell(incidents: int, out: Path | None, png: Path | None) -> None:
    for file, what in ((out, "; open it in a browser"), (png, "")):
        if file is not None:
            say(f"{file}: {count(incidents, 'incident')}, {file.stat().st_size / 1e6:.1f} MB{what}")
