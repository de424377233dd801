"""`geomap import`: rows of other datasets into a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.build import announce_geonames, check_verdicts, tell_ruled
from geomap.cli.options import StoreType, decisions_option, gazetteer_option, load_decisions, load_gazetteer
from geomap.cli.output import count, progress, put, say, warn
from geomap.errors import DataError

if TYPE_CHECKING:
    from geomap.imports.running import Imported
    from geomap.model import Store
    from geomap.store.location import Location

_KINDS = ("acled", "ucdp", "gdelt", "table")
_SHOWN = 5  # refused rows that are listed; the rest is counted


@click.command("import")
@click.argument("kind", type=click.Choice(_KINDS), metavar="acled|ucdp|gdelt|table")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--out",
    metavar="STORE",
    required=True,
    type=StoreType(),
    help="The store, added to if it exists (- is stdout).",
)
@click.option(
    "--mapping",
    metavar="FILE.toml",
    type=click.Path(path_type=Path, dir_okay=False),
    help="table: which column is what.",
)
@click.option("--strict", is_flag=True, help="Write nothing if a row is refused.")
@click.option("--refused", metavar="FILE.csv", help="Write the refused rows, with their reasons, to a table.")
@click.option("--fresh", is_flag=True, help="Take the rows of this dataset out first.")
@click.option("--all-events", "every", is_flag=True, help="Keep also rows that are no attack, as `other`.")
@click.option("--merge", is_flag=True, help="gdelt: let its rows merge with what others tell.")
@decisions_option
@gazetteer_option
def command(
    kind: str,
    paths: tuple[str, ...],
    out: Location,
    mapping: Path | None,
    strict: bool,
    refused: str | None,
    fresh: bool,
    every: bool,
    merge: bool,
    decisions: Path | None,
    gazetteer_dir: Path | None,
) -> None:
    """Add rows of ACLED, UCDP GED, GDELT (events 1.0 and 2.0) or any table to a store.

    Rows become reports with the precision that their source gives, and merge with what was read from articles;
    `origin` says which is which. A newer edition of a row takes the place of the older one. A table is any CSV or
    GeoJSON, with a mapping file. Rows of GDELT are coded by a machine: of low confidence, never merged unless by
    --merge, and off the map and out of the answers unless --origin gdelt asks for them.

    \b
    Examples:
      geomap import acled acled.csv -o incidents.geojson
      geomap import ucdp GEDEvent_v24_1.csv -o incidents.gpkg
      geomap import gdelt 20240205.export.CSV.zip -o incidents.geojson
      geomap import table list.csv --mapping list.toml -o incidents.geojson

    \b
    A mapping says which column is what:
      name = "List of the district office"
      [columns]
      id = "No."
      date = "Day"
      lon = "X"
      lat = "Y"
      kind = "What"
      [values.kind]
      "air raid" = "airstrike"
      [constants]
      country = "SY"
      [dates]
      formats = ["%d.%m.%Y"]
    """
    from geomap.store import check_target

    if merge and kind != "gdelt":
        raise click.UsageError("--merge is for gdelt: rows of other datasets always may")
    if str(out) != "-":
        check_target(out)
    given: dict[str, Any] = {
        "mapping": mapping,
        "fresh": fresh,
        "every": every,
        "merge": merge,
        "strict": strict,
    }
    given |= load_decisions(out, decisions)
    given["gazetteer"] = load_gazetteer(gazetteer_dir)
    announce_geonames()
    if str(out) == "-":
        from geomap.store import geojson

        done = _run(kind, paths, given, None)
        put(geojson.encode(done.store), "-")
    else:
        done = _into(out, kind, paths, given)
    if refused is not None:
        put(_refused_table(done), refused)
    tell(done, out)
    if done.interrupted:
        raise KeyboardInterrupt


def _into(out: Location, kind: str, paths: tuple[str, ...], given: dict[str, Any]) -> Imported:
    from geomap.store import read_store, store_exists, write_store
    from geomap.store.lock import locked

    with locked(out, waiting=lambda holder: say(f"waiting for {out}: in use by {holder}")):
        existing = read_store(out) if store_exists(out) else None
        check_verdicts(existing, given, out)
        done = _run(kind, paths, given, existing)
        write_store(done.store, out)
    return done


def _run(kind: str, paths: tuple[str, ...], given: dict[str, Any], existing: Store | None) -> Imported:
    from geomap import imports

    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise DataError("no such file", file=missing[0])
    return imports.run(kind, paths, existing=existing, progress=progress("rows"), **given)


def tell(done: Imported, out: Location) -> None:
    """Say what was read, kept, left out and refused, and what the rows are good for."""
    refused = sum(done.refused.values())
    if refused:
        columns = ", ".join(f"{column} {number:,}" for column, number in done.refused.items())
        warn(f"{count(refused, 'row')} refused ({columns})")
        for one in done.refusals[:_SHOWN]:
            say(f"  {one}")
        if refused > _SHOWN:
            say(f"  … and {refused - _SHOWN:,} more; --refused FILE.csv lists them")
    if done.ruled is not None:
        tell_ruled(done.ruled)
    if done.left_out:
        kinds = ", ".join(f"{what} {number:,}" for what, number in list(done.left_out.items())[:_SHOWN])
        say(f"left out, no attacks: {sum(done.left_out.values()):,} ({kinds}); --all-events keeps them")
    line = f"read {count(done.read, 'row')} of {done.dataset.name}, kept {done.kept:,}: {done.new:,} new"
    line += f", {done.replaced:,} replaced" if done.replaced else ""
    line += f", {done.unchanged:,} unchanged" if done.unchanged else ""
    line += f"; {done.older:,} older than what is there" if done.older else ""
    say(line)
    _tell_store(done, out)


def _tell_store(done: Imported, out: Location) -> None:
    own = done.dataset.id
    mine = [one for one in done.store.incidents if any(report.dataset == own for report in one.reports)]
    shared = sum(any(report.dataset != own for report in one.reports) for one in mine)
    line = f"{out}: {count(len(done.store.incidents), 'incident')}, {len(mine):,} with rows of {done.dataset.name}"
    say(f"{line}, {shared:,} of them merged with other reports")
    if done.dataset.origin == "gdelt":
        say(
            "GDELT is coded by a machine: its incidents are off the map and out of answers; --origin gdelt shows them"
        )
    if not done.dataset.redistribute:
        say(
            f"{done.dataset.name} may not be passed on: maps, exports and pages made of it warn with the count"
        )


def _refused_table(done: Imported) -> str:
    import csv
    import io

    from geomap.export.cells import guarded

    file = io.StringIO()
    out = csv.writer(file, lineterminator="\n")
    out.writerow(("file", "line", "column", "reason", "advice"))
    for one in done.refusals:
        out.writerow((guarded(one.file), one.line, guarded(one.column), guarded(one.reason), one.advice))
    return file.getvalue()
