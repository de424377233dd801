"""`geomap geocode`: the place that a name stands for, offline, with reasons and the runner-up."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import gazetteer_option, load_gazetteer, output_option
from geomap.cli.output import cell, count, put, say, table
from geomap.errors import DataError, UsageError

if TYPE_CHECKING:
    from geomap.gazetteer.search import Search

COLUMNS = (
    "name", "lat", "lon", "place_id", "place", "country", "admin1", "precision", "radius_km", "confidence", "reason",
    "alternatives",
)  # fmt: skip


@click.command("geocode")
@click.argument("name", required=False)
@click.option("--country", metavar="CODE", help="Only places in this country (ISO code or name).")
@click.option("--batch", type=click.Path(path_type=Path, dir_okay=False), help="A CSV with a column `name`.")
@click.option("--format", "format_name", type=click.Choice(("table", "json")), help="table for people.")
@output_option("Write to a file")
@gazetteer_option
def command(
    name: str | None,
    country: str | None,
    batch: Path | None,
    format_name: str | None,
    out: str | None,
    gazetteer_dir: Path | None,
) -> None:
    """Find the place that a name stands for, offline.

    The curated gazetteer answers first, then the world's countries and divisions, then GeoNames. Nothing is asked of
    any host. A name that nothing bears is exit code 1.

    \b
    Examples:
      geomap geocode "Kharab al-Jeer"
      geomap geocode "Tripoli, Lebanon" --format json
      geomap geocode --batch names.csv -o places.csv
    """
    if (name is None) == (batch is None):
        raise click.UsageError("give a NAME or --batch FILE")
    search = _search(gazetteer_dir)
    code = None if country is None else country_code(country, search)
    if batch is not None:
        put(_batch(batch, code, search), out)
        return
    if not name or not name.strip():
        raise click.UsageError("the name is empty")
    put(_one(name, code, search, format_name or "table"), out)


def _search(folder: Path | None) -> Search:
    from geomap.gazetteer.geonames import compiled_path
    from geomap.gazetteer.search import Search

    if not compiled_path().is_file():
        say("compiling the index of GeoNames, once (some ten seconds)")
    return Search(load_gazetteer(folder))


def country_code(text: str, search: Search) -> str:
    """The ISO code of a country in a user's words."""
    from geomap.gazetteer.admin import Regions

    answer = Regions(search.gazetteer).resolve(text)
    if answer.kind != "country":
        raise UsageError(f"{text!r} is no country", advice="give an ISO code or a country's name")
    return answer.id


def _one(name: str, country: str | None, search: Search, format_name: str) -> str:
    from geomap.geocoders.describe import describe

    found = search.lookup(name, country=country)
    if format_name == "json":
        record = {"name": name, "found": bool(found), **(describe(found, search.gazetteer) if found else {})}
        if not found:
            say(f"nothing is called {name!r}")
        text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        if not found:
            click.echo(text, nl=False)
            raise SystemExit(1)
        return text
    if not found:
        raise DataError(
            f"nothing is called {name!r}", advice="`geomap gazetteer lookup` shows near misses, if any"
        )
    return _card(describe(found, search.gazetteer), search)


def _card(record: dict[str, Any], search: Search) -> str:
    """The answer for people: the place, then why, then what else it could be."""
    country = search.gazetteer.countries.get(record["country"] or "")
    pairs = {
        "place": f"{record['place']} ({record['kind']})",
        "in": ", ".join(filter(None, (record["admin1_name"], country.name if country else None))),
        "lon, lat": f"{record['lon']:.4f}, {record['lat']:.4f} ± {record['radius_km']:g} km",
        "precision": record["precision"],
        "confidence": record["confidence"],
        "id": record["place_id"],
        "because": record["reason"],
    }
    text = "".join(f"{key:<11} {cell(value)}\n" for key, value in pairs.items())
    others = record["alternatives"]
    if others:
        rows = [[o["place"], o["kind"], o["country"], o["score"], o["reason"]] for o in others]
        text += "\n" + table(["or else", "kind", "in", "score", "because"], rows, right=[3]) + "\n"
    return text


def _batch(path: Path, country: str | None, search: Search) -> str:
    """The CSV of answers to a CSV of names, row by row; a row without an answer keeps its name and says why."""
    rows = _rows(path)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    found = 0
    for row in rows:
        answer = _answer(row, country, search)
        found += bool(answer["place_id"])
        writer.writerow({key: _guarded(value) for key, value in answer.items()})
    say(f"{count(len(rows), 'name')}: {found:,} found, {len(rows) - found:,} not")
    return out.getvalue()


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read it: {error.strerror}", file=path) from None
    except UnicodeDecodeError:
        raise DataError("not UTF-8", file=path, advice="save it as UTF-8") from None
    try:
        reader = csv.DictReader(io.StringIO(text), strict=True)
        if "name" not in (reader.fieldnames or ()):
            raise DataError("no column `name`", file=path, line=1, advice="name the column of names `name`")
        return [{key: value or "" for key, value in row.items() if isinstance(key, str)} for row in reader]
    except csv.Error as error:
        raise DataError(f"not CSV: {error}", file=path, advice="mend the file") from None


def _answer(row: dict[str, str], country: str | None, search: Search) -> dict[str, Any]:
    from geomap.geocoders.describe import describe

    name = row["name"].strip()
    within = country
    if row.get("country", "").strip():
        try:
            within = country_code(row["country"].strip(), search)
        except UsageError as error:
            return dict.fromkeys(COLUMNS, "") | {"name": row["name"], "reason": error.message}
    found = search.lookup(name, country=within) if name else []
    if not found:
        return dict.fromkeys(COLUMNS, "") | {"name": row["name"], "reason": "nothing is called that"}
    record = describe(found, search.gazetteer)
    others = [f"{o['place']} ({o['country'] or ''}, {o['place_id']})" for o in record["alternatives"]]
    return {key: record.get(key) for key in COLUMNS} | {
        "name": row["name"],
        "alternatives": "; ".join(others),
    }


def _guarded(value: object) -> object:
    """A text that a spreadsheet would run as a formula, made text."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
