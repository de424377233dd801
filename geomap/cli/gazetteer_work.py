"""`geomap gazetteer diff`, `export` and `map`: the gazetteer as a work of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geomap.cli.options import gazetteer_option, load_gazetteer, output_option
from geomap.cli.output import cell, count, put, say
from geomap.errors import UsageError

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer
    from geomap.model import Place

# Names of `geomap.export.gazetteer.FORMATS`, which is not imported before it is needed; a test compares them.
FORMAT_NAMES = ("geojson", "csv", "gpkg", "kml", "lpf")

_kind = click.option("--kind", multiple=True, metavar="KIND", help="Only places of this kind.")
_country = click.option(
    "--country", multiple=True, metavar="CODE", help="Only places in this country (ISO 3166-1)."
)


@click.command("diff")
@click.argument("before")
@click.argument("after", required=False)
@click.option(
    "--format", "format_name", type=click.Choice(("text", "json")), default="text", help="Text for people."
)
def diff(before: str, after: str | None, format_name: str) -> None:
    """Tell in words what changed between two versions: folders, or git revisions of a checkout.

    Without AFTER it is the gazetteer as it is now.

    \b
    Examples:
      geomap gazetteer diff HEAD~10
      geomap gazetteer diff v0.1.0 v0.2.0 --format json
      geomap gazetteer diff old-places/ my-places/
    """
    from geomap.check.differences import differences
    from geomap.check.versions import version_of

    changes = differences(version_of(before), version_of(after) if after else load_gazetteer(None))
    if format_name == "json":
        records = [change._asdict() for change in changes]
        put(json.dumps(records, ensure_ascii=False, indent=1) + "\n", None)
        return
    for change in changes:
        click.echo(cell(change))
    say(f"{count(len(changes), 'record')} changed" if changes else "nothing changed")


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMAT_NAMES),
    help="By default the suffix tells: .geojson .csv .gpkg .kml .jsonld (Linked Places).",
)
@_kind
@_country
@gazetteer_option
def export(
    file: Path,
    format_name: str | None,
    kind: tuple[str, ...],
    country: tuple[str, ...],
    gazetteer_dir: Path | None,
) -> None:
    """Write the places for a GIS, a spreadsheet or another gazetteer.

    \b
    Examples:
      geomap gazetteer export places.gpkg
      geomap gazetteer export iraq.csv --country IQ
      geomap gazetteer export whg.jsonld
      geomap gazetteer export - --format lpf --kind airbase
    """
    from geomap.export import gazetteer as writers

    gazetteer = load_gazetteer(gazetteer_dir)
    places = chosen(gazetteer, kind, country)
    if str(file) == "-":
        name = format_name or "geojson"
        if name == "gpkg":
            raise UsageError("a GeoPackage does not go to stdout", advice="name a file")
        put(writers.encode(places, gazetteer, name), None)
        return
    form = writers.write(places, gazetteer, file, format_name)
    lost = f"; not in it: {form.loses}" if form.loses else ""
    say(f"{count(len(places), 'place')} to {file}: {form.title}{lost}")


def chosen(gazetteer: Gazetteer, kinds: tuple[str, ...], countries: tuple[str, ...]) -> list[Place]:
    """The places of these kinds and countries, by id; all where nothing is asked."""
    from geomap.cli.gazetteer import refuse_unknown

    for kind in kinds:
        refuse_unknown(gazetteer, kind, None)
    for country in countries:
        refuse_unknown(gazetteer, None, country)
    codes = {code.upper() for code in countries}
    places = (gazetteer.places[id] for id in sorted(gazetteer.places))
    return [p for p in places if (not kinds or p.kind in kinds) and (not codes or p.country in codes)]


@click.command("map")
@output_option("The HTML file to write")
@_kind
@_country
@click.option("--title", help="Heading of the page.")
@gazetteer_option
def draw(
    out: str | None,
    kind: tuple[str, ...],
    country: tuple[str, ...],
    title: str | None,
    gazetteer_dir: Path | None,
) -> None:
    """Draw the places as one HTML file that loads nothing from anywhere.

    \b
    Example:
      geomap gazetteer map -o places.html --country SY --country IQ
    """
    from geomap.render.places import page_of

    if out is None:
        raise click.UsageError("give -o FILE.html")
    gazetteer = load_gazetteer(gazetteer_dir)
    places = chosen(gazetteer, kind, country)
    put(page_of(places, gazetteer, title or "Gazetteer"), out)
    say(f"{count(len(places), 'place')} to {out}")
