"""`geomap publish`: a store that can be shown to everyone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import (
    filters,
    gazetteer_option,
    heading,
    load_gazetteer,
    load_store,
    narrowed,
    published,
    publishing,
    store_argument,
)
from geomap.cli.output import count, say, warn

if TYPE_CHECKING:
    from geomap.model import Store
    from geomap.store.location import Location

_PAGES = (".html", ".htm")


@click.command("publish")
@store_argument
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="A store (.geojson .geojsonl .gpkg .parquet), an export (.csv .kml …) or the map (.html).",
)
@publishing
@heading
@filters
@gazetteer_option
def command(
    store: Location, out: Path, title: str | None, subtitle: str | None, lang: str, **asked: Any
) -> None:
    """Write a store so that it can be shown to everyone.

    Places become squares of a fixed grid (KM, or 50 km for district) or their governorate; the radius says so. Names,
    ids, evidence, reasons, links and file names that tell of a smaller place or of who decided are left out; articles
    are numbered. This happens to the store, before anything is drawn or written.

    \b
    Examples:
      geomap publish incidents.geojson -o public.geojson --coarsen 25
      geomap publish incidents.geojson -o public.html --coarsen governorate --drop weapon --since 2024
    """
    if asked["coarsen"] is None and not asked["drop"]:
        raise click.UsageError("how coarse? --coarsen 10 (km), district or governorate; or --drop FIELD")
    asked["every"] = asked["every"] or out.suffix.lower() in _PAGES  # the page hides them itself
    kept = published(narrowed(load_store(store), asked), asked)
    if out.suffix.lower() in _PAGES:
        from geomap.model import ORIGINS
        from geomap.render import write

        gazetteer = load_gazetteer(asked["gazetteer_dir"])
        write(kept, gazetteer, out, title=title, subtitle=subtitle, lang=lang, origins=ORIGINS)
    else:
        _write(kept, out)
    how = f", places known to {kept.coarsened}" if kept.coarsened else ""
    say(f"{out}: {count(len(kept.incidents), 'incident')}{how}; {out.stat().st_size / 1e6:.2f} MB")


def _write(store: Store, out: Path) -> None:
    from geomap.export import export, format_of

    chosen = format_of(out)
    for note in export(store, out, chosen.name):
        warn(f"{chosen.title}: {note}")
    if chosen.loses:
        say(f"{chosen.title} cannot hold: {chosen.loses}")
