"""`geomap export`: a store, or what filters leave of it, in the format of a GIS or a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import (
    filters,
    gazetteer_option,
    load_store,
    narrowed,
    possible_note,
    published,
    publishing,
    question,
    say_off_map,
    store_argument,
    warn_of_licences,
)
from geomap.cli.output import count, put, say, warn
from geomap.export import FORMATS

if TYPE_CHECKING:
    from geomap.store.location import Location
    from geomap.store.part import Part

_LIST = ", ".join(f"{' '.join(one.suffixes[:1])} {one.title}" for one in FORMATS.values())


@click.command("export", epilog=f"Formats: {_LIST}.")
@store_argument
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    required=True,
    help="The file; its suffix decides the format (- is stdout). Or postgresql://USER@HOST/DB?schema=NAME.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="The format, where the suffix does not say it.",
)
@click.option("--wkt", is_flag=True, help="CSV: the point as well-known text too.")
@click.option(
    "--bom", is_flag=True, help="CSV: with the mark by which Excel reads Arabic and accents rightly."
)
@publishing
@filters
@gazetteer_option
def command(store: Location, out: str, format_name: str | None, wkt: bool, bom: bool, **asked: Any) -> None:
    """Write a store, or a part of it, for GIS and spreadsheets.

    Filters are those of `geomap query`. Coordinates are WGS 84, lon before lat. What a format cannot hold is said.

    \b
    Examples:
      geomap export incidents.geojson -o incidents.gpkg
      geomap export incidents.geojson --region Iraq --since 2024-02 -o iraq.csv
      geomap export incidents.geojson --bom -o for-excel.csv
      geomap export incidents.geojson --format geojsonl -o - | grep -c drone
    """
    from geomap.export import encode, export, format_of
    from geomap.store.location import Database, locate

    where = locate(out)
    if isinstance(where, Database):
        from geomap.store import postgis

        kept = _kept(store, asked)
        postgis.write_part(kept, where)
        say(f"{where}: {count(kept.number, 'incident')}")
        return
    if out == "-" and format_name is None:
        raise click.UsageError("with -o -, --format names the format")
    chosen = format_of(out, format_name)
    kept = _kept(store, asked)
    if out == "-":
        data, notes = encode(kept, chosen.name, wkt=wkt, bom=bom)
        put(data, "-")
    else:
        notes = export(kept, out, chosen.name, wkt=wkt, bom=bom)
    for note in notes:
        warn(f"{chosen.title}: {note}")
    if chosen.loses:
        say(f"{chosen.title} cannot hold: {chosen.loses}")
    if out != "-":
        say(f"{out}: {count(kept.number, 'incident')}")


def _kept(store: Location, asked: dict[str, Any]) -> Part:
    """What is left of the store; a large file is not read whole, unless places are to be coarsened."""
    from geomap.store.part import part

    whole = asked["coarsen"] is not None or asked["drop"]
    if not whole and isinstance(store, Path) and store.suffix.lower() == ".parquet" and store.is_file():
        return _left_of(store, asked)
    return part(published(narrowed(load_store(store), asked), asked))


def _left_of(path: Path, asked: dict[str, Any]) -> Part:
    """`narrowed` without reading the file whole."""
    from geomap.query.large import left_of_large

    left = left_of_large(path, *question(asked), possible=asked["possible"], certain=asked["certain"])
    less_sure = possible_note(left.numbers, asked)
    if less_sure:
        say(f"left out: {less_sure}")
    say_off_map(left.off_map, left.coded, asked)
    warn_of_licences(left.kept_back)
    return left.part
