"""`geomap regions`: what can be asked for by `--region`, and the shape of one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import gazetteer_option, load_gazetteer, output_option
from geomap.cli.output import count, put, say, table

if TYPE_CHECKING:
    from geomap.gazetteer.admin import RegionAnswer


@click.command("regions")
@click.argument("name", required=False)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json", "geojson")),
    default="table",
    help="A table for people, the others for programs.",
)
@output_option("Write to a file")
@gazetteer_option
def command(name: str | None, format_name: str, out: str | None, gazetteer_dir: Path | None) -> None:
    """List the regions to ask for, or show one.

    Besides those listed, every country and first-level division of the world can be asked for by name or ISO code,
    every place by name or id, and polygons as @FILE.

    \b
    Examples:
      geomap regions
      geomap regions "Kurdistan Region"
      geomap regions SY-DY --format geojson -o deir-ezzor.geojson
    """
    from geomap.gazetteer.admin import Regions

    regions = Regions(load_gazetteer(gazetteer_dir))
    answers = [regions.resolve(name)] if name is not None else list(regions.all())
    if format_name == "table":
        rows = [[a.id, a.name, a.kind, _made_of(a)] for a in answers]
        put(table(["id", "name", "kind", "what counts"], rows) + "\n", out)
        if name is None:
            say(f"{count(len(answers), 'region')}; any country, division or place can be asked for too")
    elif format_name == "json":
        put(json.dumps([_record(a) for a in answers], ensure_ascii=False, indent=2) + "\n", out)
    else:
        features = ",\n".join(json.dumps(_feature(a), ensure_ascii=False) for a in answers)
        put('{"type": "FeatureCollection", "features": [\n' + features + "\n]}\n", out)


def _made_of(answer: RegionAnswer) -> str:
    codes = sorted({code for area in answer.areas for code in (*area.countries, *area.admin1)})
    return ", ".join(codes) or answer.note or "what lies inside its outline"


def _record(answer: RegionAnswer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "name": answer.name,
        "kind": answer.kind,
        "countries": sorted({code for area in answer.areas for code in area.countries}),
        "admin1": sorted({code for area in answer.areas for code in area.admin1}),
        "places": sorted({id for area in answer.areas for id in area.places}),
        "note": answer.note or None,
    }


def _feature(answer: RegionAnswer) -> dict[str, Any]:
    from shapely.geometry import mapping
    from shapely.geometry.polygon import orient

    geometry = answer.geometry()
    parts = list(getattr(geometry, "geoms", [geometry]))
    rings = [mapping(orient(part)) for part in parts]  # RFC 7946: outer rings counter-clockwise
    shape = (
        rings[0]
        if len(rings) == 1
        else {"type": "MultiPolygon", "coordinates": [r["coordinates"] for r in rings]}
    )
    return {"type": "Feature", "id": answer.id, "geometry": _rounded(shape), "properties": _record(answer)}


def _rounded(shape: dict[str, Any]) -> dict[str, Any]:
    def short(value: Any) -> Any:
        return round(value, 5) if isinstance(value, float) else [short(inner) for inner in value]

    return {"type": shape["type"], "coordinates": short(shape["coordinates"])}
