"""`geomap reverse`: a point in words."""

from __future__ import annotations

import json
from pathlib import Path

import click

from geomap.cli.options import gazetteer_option, load_gazetteer
from geomap.errors import DataError


# Without `ignore_unknown_options` click would read -3.0 as an option.
@click.command("reverse", context_settings={"ignore_unknown_options": True})
@click.argument("lon", type=float)
@click.argument("lat", type=float)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, the others for programs.",
)
@gazetteer_option
def command(lon: float, lat: float, format_name: str, gazetteer_dir: Path | None) -> None:
    """Name the place near a point: longitude first, both in degrees.

    \b
    Examples:
      geomap reverse 42.04 36.92
      geomap reverse -3.0 14.5
    """
    from geomap.gazetteer.search import Search
    from geomap.geocoders.nearest import nearest

    near = nearest(lon, lat, Search(load_gazetteer(gazetteer_dir)))
    if near is None:
        raise DataError(f"no place within 75 km of {lon:g} {lat:g} is known", advice="longitude comes first")
    click.echo(
        json.dumps(near.as_dict(), ensure_ascii=False, indent=2) if format_name == "json" else near.words
    )
