"""`geomap gazetteer add`: a new place, asked for on a terminal or given by options; it never overwrites anything."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import gazetteer_option, load_gazetteer
from geomap.cli.output import cell, count, put, say, warn
from geomap.errors import DataError, UsageError

if TYPE_CHECKING:
    from geomap.check.adding import Twin
    from geomap.gazetteer import Gazetteer


class Point(click.ParamType[tuple[float, float]]):
    """LON,LAT in degrees."""

    name = "LON,LAT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Two numbers, with a comma or blanks between."""
        from geomap.errors import GeomapError
        from geomap.geocoders.nearest import check_lon_lat

        if isinstance(value, tuple):
            return value
        try:
            lon, lat = map(float, value.replace(",", " ").split())
        except ValueError:
            self.fail(f"{value!r} is not LON,LAT in degrees", param, ctx)
        try:
            check_lon_lat(lon, lat)
        except GeomapError as error:
            self.fail(str(error), param, ctx)
        return lon, lat


@click.command("add")
@click.argument("name", required=False)
@click.option("--at", type=Point(), metavar="LON,LAT", help="The point, in degrees.")
@click.option("--kind", metavar="KIND", help="An id of kinds.toml: airbase, town, oilfield …")
@click.option("--source", multiple=True, help="Where the point comes from, so that a person can check it.")
@click.option("--radius-km", type=float, metavar="KM", help="How far the point may be wrong.")
@click.option("--extent-km", type=float, metavar="KM", help="The radius of the place itself.")
@click.option(
    "--name",
    "spellings",
    multiple=True,
    metavar="TEXT",
    help="Another spelling; ckb=TEXT tells its language.",
)
@click.option("--weak", multiple=True, metavar="TEXT", help="A spelling that counts only with context.")
@click.option(
    "--country", metavar="CODE", help="ISO 3166-1; by default the outlines'. - is none (the high seas)."
)
@click.option("--admin1", metavar="CODE", help="ISO 3166-2; by default the outlines'. - is none.")
@click.option("--part-of", multiple=True, metavar="ID", help="A place or region that this one belongs to.")
@click.option("--near", multiple=True, metavar="ID", help="A place beside it that is not the same.")
@click.option("--confidence", type=click.Choice(("high", "medium", "low")), help="Medium by default.")
@click.option("--note", metavar="TEXT", help="Traps: what it is easily taken for.")
@click.option("--id", "id", metavar="SLUG", help="By default the name's slug.")
@click.option("--anyway", is_flag=True, help="Also if it may be there already; shared names become weak.")
@click.option("--dry-run", is_flag=True, help="Print the file as it would be; change nothing.")
@gazetteer_option
def add(name: str | None, gazetteer_dir: Path | None, anyway: bool, dry_run: bool, **given: Any) -> None:
    """Add a place, with its id, country, division, neighbours and possible duplicates suggested.

    On a terminal what is missing is asked for. Elsewhere NAME, --at, --kind, --source and --radius-km are needed. It
    goes into the curated folder of a checkout, or with --gazetteer into a folder of your own (as `op: add`).

    \b
    Example:
      geomap gazetteer add "Camp Falcon" --at 44.35,33.22 --kind base --radius-km 2 --source "AP, 2007" --gazetteer my/
    """
    from geomap.check import adding

    folder = _folder(gazetteer_dir)
    gazetteer = load_gazetteer(gazetteer_dir if gazetteer_dir and gazetteer_dir.is_dir() else None)
    record = _record(name, given, gazetteer)
    same = adding.twins(record, gazetteer)
    if same:
        _settle(same, anyway)
        record = adding.weakened(record, [twin.name for twin in same if twin.name])
    file = adding.file_for(folder, record.get("country"))
    faults = list(adding.faults(record, file, gazetteer))
    for fault in faults:
        say(f"{fault.level}: {fault.what}; {fault.advice}")
    errors = sum(fault.level == "error" for fault in faults)
    if errors:
        raise DataError(f"not added: {count(errors, 'fault')}", advice="give better values")
    stored = {"op": "add", **record} if gazetteer_dir else record
    if dry_run:
        put(adding.with_record(file, stored), None)
    else:
        keep(file, stored)
    say(f"{'would add' if dry_run else 'added'} {record['id']} to {file}")


def keep(file: Path, record: dict[str, Any]) -> None:
    """Add a record to a places file that nobody else changes meanwhile.

    Raises:
        DataError: The file cannot be read or written, or has the id already.
    """
    from geomap.check.adding import with_record
    from geomap.store.lock import locked

    with locked(file, waiting=lambda holder: say(f"waiting for {file}: in use by {holder}")):
        put(with_record(file, record), str(file))


def _folder(overlay: Path | None) -> Path:
    """Where the place goes."""
    from geomap.gazetteer.data import data_dir

    if overlay is not None:
        return overlay
    curated = data_dir()
    if not (curated.parent / "pyproject.toml").is_file():
        raise UsageError(
            "this geomap is installed, its gazetteer is not to be edited",
            advice="give a folder of yours: --gazetteer DIR",
        )
    return curated


def _record(name: str | None, given: dict[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    """The new record, flat; what is missing is asked for, or refused where nobody can be asked."""
    from geomap.check import adding

    needed = {"NAME": name, "--at": given["at"], "--kind": given["kind"], "--source": given["source"],
              "--radius-km": given["radius_km"]}  # fmt: skip
    missing = [option for option, value in needed.items() if not value]
    ask = bool(missing) and sys.stdin.isatty()
    if missing and not ask:
        raise UsageError(f"missing: {', '.join(missing)}", advice="on a terminal they are asked for")
    name = name or click.prompt("Name", err=True)
    kind = given["kind"] or click.prompt(
        "Kind (town, airbase, checkpoint …; ? lists them)",
        value_proc=lambda said: _kind(said, list(gazetteer.kinds)),
        err=True,
    )
    lon, lat = given["at"] or click.prompt("Point (LON,LAT)", type=Point(), err=True)
    for km, place in adding.nearby(lon, lat, gazetteer, within_km=100):
        say(f"  {km:.1f} km from {place.name} ({place.id}, {place.kind})")
    radius = given["radius_km"]
    if not radius:
        usual = adding.usual_radius(kind, gazetteer)
        radius = click.prompt("How far may the point be wrong, km", type=float, default=usual, err=True)
    sources = list(given["source"]) or [click.prompt("Source that a person can check", err=True)]
    spellings = [
        adding.name_of(text) for text in (str(name), *given["spellings"], *(_spellings() if ask else ()))
    ]
    weak = [adding.name_of(text, weak=True) for text in given["weak"]]
    country, admin1 = _codes(lon, lat, given, ask)
    id = given["id"] or adding.free_id(str(name), gazetteer)
    if ask and not given["id"]:
        id = click.prompt("Id", default=id or None, err=True)
    record = {
        "id": id,
        "name": adding.name_of(str(name))["text"],
        "kind": kind,
        "country": country,
        "admin1": admin1,
        "lon": lon,
        "lat": lat,
        "radius_km": radius,
        "extent_km": given["extent_km"],
        "names": [*spellings, *weak],
        "part_of": list(given["part_of"]),
        "near": list(given["near"]),
        "sources": sources,
        "checked": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "confidence": given["confidence"] or "medium",
        "note": given["note"],
    }
    return {key: value for key, value in record.items() if value not in (None, [])}


def _kind(said: str, kinds: list[str]) -> str:
    """The kind that a person means; a slip is answered by the kinds that are spelt nearly so."""
    from difflib import get_close_matches

    said = said.strip().lower()
    if said in kinds:
        return said
    near = get_close_matches(said, kinds, n=3) or [kind for kind in kinds if said in kind and said]
    if said == "?" or not near:
        raise click.UsageError(f"one of {', '.join(kinds)}")
    raise click.UsageError(f"no kind {said!r}; did you mean {' or '.join(near)}?")


def _spellings() -> list[str]:
    said = click.prompt("Other spellings, with ; between", default="", show_default=False, err=True)
    return [text.strip() for text in said.split(";") if text.strip()]


def _codes(lon: float, lat: float, given: dict[str, Any], ask: bool) -> tuple[str | None, str | None]:
    """Country and division: as given, else as the outlines say and a person confirms."""
    from geomap.check.adding import ground_at

    ground = ground_at(lon, lat)
    say(f"  by the outlines: {ground.words}")
    country, admin1 = given["country"], given["admin1"]
    if country is None and not ground.sure and not ask:
        raise UsageError(
            "so near a border the outlines cannot tell the country", advice="say it: --country CODE"
        )
    if country is None and ask:
        country = click.prompt("Country", default=ground.country or "-", err=True)
    country = _code(country) if country is not None else ground.country
    if admin1 is None and country == ground.country:
        admin1 = (
            click.prompt("First-level division", default=ground.admin1 or "-", err=True)
            if ask
            else ground.admin1
        )
    return country, _code(admin1)


def _code(text: str | None) -> str | None:
    return None if text is None or text.strip() in ("", "-") else text.strip().upper()


def _settle(same: list[Twin], anyway: bool) -> None:
    """Refuse what may be there already, unless a person says that it is not."""
    for twin in same:
        warn(f"may be {twin.place.id} ({cell(twin.place.name)}, {twin.place.kind}): {twin.why}")
    if anyway or (sys.stdin.isatty() and click.confirm("Add it anyway?", err=True)):
        return
    raise DataError(
        "not added: it may be there already", advice="--anyway adds it; gazetteer show ID tells what is there"
    )
