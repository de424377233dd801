"""`geomap geocode`: the place that a name stands for, with reasons and the runner-up; offline unless told otherwise."""

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
    from geomap.geocoders.online import Online, Outcome

COLUMNS = (
    "name", "lat", "lon", "place_id", "place", "country", "admin1", "precision", "radius_km", "confidence", "reason",
    "alternatives",
)  # fmt: skip


@click.command("geocode")
@click.argument("name", required=False)
@click.option("--country", metavar="CODE", help="Only places in this country (ISO code or name).")
@click.option("--batch", type=click.Path(path_type=Path, dir_okay=False), help="A CSV with a column `name`.")
@click.option("--format", "format_name", type=click.Choice(("table", "json")), help="table for people.")
@click.option(
    "--online", metavar="SERVICE", help="Ask this geopy geocoder for what is not known: nominatim, photon …"
)
@click.option(
    "--user-agent", metavar="TEXT", help="Who asks; --online needs it: a name and an address to write to."
)
@click.option(
    "--option", "options", multiple=True, metavar="KEY=VALUE", help="For the geocoder: domain, api_key …"
)
@output_option("Write to a file")
@gazetteer_option
def command(
    name: str | None,
    country: str | None,
    batch: Path | None,
    format_name: str | None,
    online: str | None,
    user_agent: str | None,
    options: tuple[str, ...],
    out: str | None,
    gazetteer_dir: Path | None,
) -> None:
    """Find the place that a name stands for, offline.

    The curated gazetteer answers first, then the world's countries and divisions, then GeoNames. No host is asked for
    anything unless --online names one; then only for what these do not know, one name a second, and answers are kept.
    A name that nothing bears is exit code 1.

    \b
    Examples:
      geomap geocode "Kharab al-Jeer"
      geomap geocode "Tripoli, Lebanon" --format json
      geomap geocode --batch names.csv -o places.csv
      geomap geocode "Qaryat as Sufi" --online nominatim --user-agent "atlas (me@example.org)"
    """
    if (name is None) == (batch is None):
        raise click.UsageError("give a NAME or --batch FILE")
    beyond = _online(online, user_agent, options)
    search = _search(gazetteer_dir)
    code = None if country is None else country_code(country, search)
    if batch is not None:
        put(_batch(batch, code, search, beyond), out)
        return
    if not name or not name.strip():
        raise click.UsageError("the name is empty")
    put(_one(name, code, search, format_name or "table", beyond), out)


def _online(service: str | None, user_agent: str | None, options: tuple[str, ...]) -> Online | None:
    """The geocoder to ask beyond what is known offline; None where the user named none."""
    if service is None:
        if user_agent or options:
            raise click.UsageError("--user-agent and --option are for --online SERVICE")
        return None
    if not (user_agent or "").strip():
        raise click.UsageError('--online needs --user-agent, for example "my-project (me@example.org)"')
    pairs = [option.partition("=") for option in options]
    if not all(key and equals for key, equals, _ in pairs):
        raise click.UsageError("--option takes KEY=VALUE")
    from geomap.geocoders.answers import Answers
    from geomap.geocoders.online import Online

    return Online(service, str(user_agent), {key: value for key, _, value in pairs}, Answers())


def _announce(online: Online, names: list[tuple[str, str | None]]) -> None:
    """Say what will be sent where, before anything is."""
    sending = online.unasked(names)
    online.check_count(len(sending))
    kept = len(dict.fromkeys(names)) - len(sending)
    also = f"; {count(kept, 'answer')} kept from before" if kept else ""
    say(f"{online.service}: {count(len(sending), 'name')} will be sent to {online.host}{also}")


def _beyond(name: str, country: str | None, online: Online | None) -> Outcome:
    """What came of asking for one name online; "not found" where nobody may be asked."""
    from geomap.geocoders.online import Outcome

    if online is None:
        return Outcome("not found", None, f"nothing is called {name!r}")
    _announce(online, [(name, country)])
    return online.locate(name, country)


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


def _one(name: str, country: str | None, search: Search, format_name: str, online: Online | None) -> str:
    from geomap.geocoders.describe import describe

    found = search.lookup(name, country=country)
    outcome = None if found else _beyond(name, country, online)
    record = describe(found, search.gazetteer) if outcome is None else outcome.record
    if format_name == "json":
        answer = {"name": name, "found": record is not None, **(record or {})}
        if outcome is not None and online is not None and record is None:
            answer["outcome"] = outcome.kind
        text = json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
        if outcome is not None and record is None:
            say(outcome.words)
            click.echo(text, nl=False)
            raise SystemExit(1)
        return text
    if record is None:
        words = outcome.words if outcome else ""
        raise DataError(
            words, advice=search.guesses(name, country) or "try another spelling, or with its country"
        )
    return _card(record, search)


def _card(record: dict[str, Any], search: Search) -> str:
    """The answer for people: the place, then why, then what else it could be."""
    country = search.gazetteer.countries.get(record["country"] or "")
    doubt = "" if record["radius_km"] is None else f" ± {record['radius_km']:g} km"
    pairs = {
        "place": f"{record['place']} ({record['kind']})" if record["kind"] else record["place"],
        "in": ", ".join(filter(None, (record["admin1_name"], country.name if country else None))),
        "lon, lat": f"{record['lon']:.4f}, {record['lat']:.4f}{doubt}",
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


def _batch(path: Path, country: str | None, search: Search, online: Online | None) -> str:
    """The CSV of answers to a CSV of names, row by row; a row without an answer keeps its name and says why."""
    rows = _rows(path)
    answers = [_answer(row, country, search) for row in rows]
    if online is not None:
        _fill(rows, answers, country, search, online)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for answer in answers:
        writer.writerow({key: _guarded(value) for key, value in answer.items()})
    found = sum(bool(answer["place_id"]) for answer in answers)
    say(f"{count(len(rows), 'name')}: {found:,} found, {len(rows) - found:,} not")
    return out.getvalue()


def _fill(
    rows: list[dict[str, str]],
    answers: list[dict[str, Any]],
    country: str | None,
    search: Search,
    online: Online,
) -> None:
    """Ask online for the rows that have no answer; how these ended is said, each outcome apart."""
    from collections import Counter

    asked = {
        at: (row["name"].strip(), within)
        for at, row in enumerate(rows)
        if not answers[at]["place_id"] and row["name"].strip()
        for within in _within(row, country, search)
    }
    if not asked:
        return
    _announce(online, list(asked.values()))
    ends: Counter[str] = Counter()
    for at, (name, within) in asked.items():
        outcome = online.locate(name, within)
        ends[outcome.kind] += 1
        record = outcome.record or {"reason": outcome.words}
        answers[at] = {key: record.get(key, "") for key in COLUMNS} | {
            "name": rows[at]["name"],
            "alternatives": "",
        }
    say(f"{online.host}: " + ", ".join(f"{number:,} {kind}" for kind, number in sorted(ends.items())))


def _within(row: dict[str, str], country: str | None, search: Search) -> list[str | None]:
    """The country of a row; none at all where it names one that does not exist, and nobody needs to be asked."""
    try:
        return [country_code(row["country"].strip(), search) if row.get("country", "").strip() else country]
    except UsageError:
        return []


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
        near = search.guesses(name, within) if name else None
        reason = f"nothing is called that; {near}" if near else "nothing is called that"
        return dict.fromkeys(COLUMNS, "") | {"name": row["name"], "reason": reason}
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
