"""`geomap demo`: the embedded sample articles, built and drawn."""

from __future__ import annotations

from pathlib import Path

import click

from geomap.cli.options import load_gazetteer
from geomap.cli.output import say


@click.command("demo")
@click.option(
    "--out",
    default="output",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to put them.",
)
def command(out: Path) -> None:
    """Build the embedded samples: incidents.geojson and map.html.

    The samples are our own prose about real events of January to April 2024 in Syria, Iraq and Jordan.

    \b
    Example:
      geomap demo --out /tmp/geomap
    """
    from geomap import pipeline, render
    from geomap.cli.build import announce_geonames, tell
    from geomap.store import write_store
    from geomap.store.lock import locked

    announce_geonames()
    gazetteer = load_gazetteer(None)
    built = pipeline.run(pipeline.demo_articles(), gazetteer=gazetteer)
    store, page = out / "incidents.geojson", out / "map.html"
    with locked(store):
        write_store(built.store, store)
    tell(built, store)
    title = "Attacks in Syria, Iraq and Jordan"
    render.write(
        built.store, gazetteer, page, title=title, subtitle="geomap's samples, January to April 2024"
    )
    say(f"{page}: the map, {page.stat().st_size / 1e6:.1f} MB, works without a network")
    say("")
    say(f"open {page} in a browser; {store} in QGIS, or ask it:")
    say(f'  geomap query {store} --region "Deir ez-Zor"')
