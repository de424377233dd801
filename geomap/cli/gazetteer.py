"""`geomap gazetteer`: look into the curated places and actors, check them, bring them into canonical form."""

from __future__ import annotations

import csv
import difflib
import io
import json
import shlex
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli import curate, gazetteer_work
from geomap.cli.options import gazetteer_option, load_gazetteer, output_option
from geomap.cli.output import cell, count, put, say, table
from geomap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geomap.gazetteer import Gazetteer
    from geomap.model import Place

_FOLDER = click.argument("folder", required=False, type=click.Path(path_type=Path))


@click.group("gazetteer")
def command() -> None:
    """Look into the curated places and actors, and check them.

    \b
    Examples:
      geomap gazetteer ls --kind airbase
      geomap gazetteer show kharab-al-jir
      geomap gazetteer lookup "Rmelan base"
      geomap gazetteer check my-places/
      geomap gazetteer diff HEAD~10
      geomap gazetteer export places.gpkg
    """


@command.command("check")
@_FOLDER
def check(folder: Path | None) -> None:
    """Find every fault of a gazetteer folder: file, line, what, what to do.

    Exit code 1 if there is an error; warnings alone are 0. A folder whose records say `op` is checked as an overlay.

    \b
    Example:
      geomap gazetteer check my-places/
    """
    from geomap.check import check_gazetteer

    findings = check_gazetteer(folder)
    for finding in findings:
        shown = finding._replace(file=_short(finding.file))
        click.echo(cell(shown))
    errors = sum(finding.level == "error" for finding in findings)
    say(f"{count(errors, 'error')}, {count(len(findings) - errors, 'warning')}")
    if errors:
        raise SystemExit(1)


def _short(path: Path) -> Path:
    """The path from here, where that is shorter."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path


@command.command("fmt")
@_FOLDER
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; exit code 1 if something would change."
)
def fmt(folder: Path | None, only_check: bool) -> None:
    """Bring the files of a gazetteer folder into canonical form, so that a diff shows what changed.

    Features by id, one property a line, one name a line; TOML files keep their order and comments.

    \b
    Example:
      geomap gazetteer fmt my-places/
    """
    from geomap.check import canonical
    from geomap.gazetteer.data import data_dir
    from geomap.store.lock import locked

    where = folder or data_dir()
    if not where.is_dir():
        raise UsageError("no such gazetteer folder", file=where, advice="give a folder")
    changed = list(canonical.changes(where))
    for path, _ in changed:
        if not only_check:
            with locked(path):  # it may have got a place since
                put(canonical.canonical(path), str(path))
        click.echo(cell(_short(path)))
    verb = "would change" if only_check else "changed"
    say(f"{count(len(changed), 'file')} {verb} of {len(canonical.files(where))}")
    if only_check and changed:
        raise SystemExit(1)


@command.command("ls")
@click.option("--kind", metavar="KIND", help="Only places of this kind.")
@click.option("--country", metavar="CODE", help="Only places in this country (ISO 3166-1).")
@click.option("--admin1", metavar="CODE", help="Only places in this division (ISO 3166-2).")
@click.option(
    "--confidence", type=click.Choice(("high", "medium", "low")), help="Only places as sure as this."
)
@click.option("--held-by", metavar="ACTOR", help="Only places that this actor (an id) held at some time.")
@click.option("--actors", is_flag=True, help="Actors instead of places.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json", "csv")),
    default="table",
    help="A table for people, the others for programs.",
)
@output_option("Write to a file")
@gazetteer_option
def ls(
    kind: str | None,
    country: str | None,
    admin1: str | None,
    confidence: str | None,
    held_by: str | None,
    actors: bool,
    format_name: str,
    out: str | None,
    gazetteer_dir: Path | None,
) -> None:
    """List places (or actors) as a table, JSON or CSV.

    \b
    Examples:
      geomap gazetteer ls --kind airbase --country IQ
      geomap gazetteer ls --held-by united-states --confidence low
      geomap gazetteer ls --format json
    """
    gazetteer = load_gazetteer(gazetteer_dir)
    refuse_unknown(gazetteer, kind, country)
    wanted = country.upper() if country else None
    things: Iterable[Any] = gazetteer.actors.values() if actors else gazetteer.places.values()
    if actors and (admin1 or confidence or held_by):
        raise UsageError("--admin1, --confidence and --held-by are of places", advice="leave --actors out")
    if held_by is not None and held_by not in gazetteer.actors:
        raise UsageError(f"no actor has the id {held_by!r}", advice=_nearest(gazetteer, held_by))
    kept = [t for t in things if kind in (None, t.kind) and wanted in (None, t.country)]
    if not actors:
        kept = [p for p in kept if _fits(p, admin1, confidence, held_by)]
    records = [_plain(one) for one in sorted(kept, key=lambda t: t.id)]
    if format_name == "json":
        put(json.dumps(records, ensure_ascii=False, indent=1) + "\n", out)
    elif format_name == "csv":
        put(_csv(records, actors), out)
    else:
        put(_table(records, actors) + "\n", out)
        say(count(len(records), "actor" if actors else "place"))


def _fits(place: Place, admin1: str | None, confidence: str | None, held_by: str | None) -> bool:
    """Whether a place passes the filters that only places have."""
    return (
        (admin1 is None or (place.admin1 or "").upper() == admin1.upper())
        and confidence in (None, place.confidence)
        and (held_by is None or any(held.actor == held_by for held in place.held_by))
    )


def refuse_unknown(gazetteer: Gazetteer, kind: str | None, country: str | None) -> None:
    """Refuse a kind or a country that no place can have, with what there is."""
    kinds = {p.kind for p in gazetteer.places.values()} | {a.kind for a in gazetteer.actors.values()}
    if kind is not None and kind not in kinds | set(gazetteer.kinds):
        raise UsageError(f"no kind {kind!r}", advice=f"one of {', '.join(sorted(kinds))}")
    if country is not None and country.upper() not in gazetteer.countries:
        raise UsageError(f"no country code {country!r}", advice="give an ISO 3166-1 code, such as SY")


def _plain(record: Any) -> dict[str, Any]:
    import msgspec

    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return plain


_PLACE_COLUMNS = ("id", "name", "kind", "country", "admin1", "lon", "lat", "radius_km", "confidence")
_ACTOR_COLUMNS = ("id", "name", "kind", "country", "part_of", "backed_by")


def _row(record: dict[str, Any], actors: bool) -> list[Any]:
    columns = _ACTOR_COLUMNS if actors else _PLACE_COLUMNS
    return [", ".join(m["id"] for m in v) if isinstance(v := record.get(c), list) else v for c in columns]


def _table(records: list[dict[str, Any]], actors: bool) -> str:
    right = () if actors else (5, 6, 7)
    return table(
        _ACTOR_COLUMNS if actors else _PLACE_COLUMNS, [_row(r, actors) for r in records], right=right
    )


def _csv(records: list[dict[str, Any]], actors: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*(_ACTOR_COLUMNS if actors else _PLACE_COLUMNS), "names"))
    for record in records:
        names = "; ".join(name["text"] for name in record.get("names", ()))
        writer.writerow([_guarded(value) for value in (*_row(record, actors), names)])
    return out.getvalue()


def _guarded(value: object) -> object:
    """A text that a spreadsheet would run as a formula, made text."""
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value


@command.command("show")
@click.argument("id")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    help="Text for people, the others for programs.",
)
@gazetteer_option
def show(id: str, format_name: str, gazetteer_dir: Path | None) -> None:
    """Show all that is known of a place or an actor, by its id.

    \b
    Example:
      geomap gazetteer show kharab-al-jir
    """
    gazetteer = load_gazetteer(gazetteer_dir)
    record = gazetteer.places.get(id) or gazetteer.actors.get(id)
    if record is None:
        near = difflib.get_close_matches(id, [*gazetteer.places, *gazetteer.actors], n=3)
        meant = f"did you mean {', '.join(near)}? " if near else ""
        raise UsageError(
            f"no place or actor has the id {id!r}",
            advice=f"{meant}`geomap gazetteer lookup {shlex.quote(id)}` finds places by any spelling of a name",
        )
    plain = _plain(record)
    if format_name == "json":
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    for key, value in plain.items():
        for number, line in enumerate(_lines(value)):
            click.echo(f"{key if not number else '':<12} {cell(line)}")


def _lines(value: Any) -> list[str]:
    """A value as lines: a list's items one by one, an object as its values with what they are."""
    if not isinstance(value, list):
        return [str(value)]
    lines = []
    for item in value:
        if not isinstance(item, dict):
            lines.append(str(item))
            continue
        head, *rest = item.items()
        more = [f"{key} {', '.join(v) if isinstance(v, list) else v}" for key, v in rest]
        lines.append(f"{head[1]} ({'; '.join(more)})" if more else str(head[1]))
    return lines


def _nearest(gazetteer: Gazetteer, id: str) -> str:
    near = difflib.get_close_matches(id, [*gazetteer.places, *gazetteer.actors], n=3)
    return f"did you mean {', '.join(near)}?" if near else "`geomap gazetteer ls` lists them"


@command.command("lookup")
@click.argument("name")
@click.option("--country", metavar="CODE", help="Only places in this country (ISO 3166-1).")
@click.option("--kind", metavar="KIND", help="Only places of this kind.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json")),
    default="table",
    help="A table for people, the others for programs.",
)
@gazetteer_option
def lookup(
    name: str, country: str | None, kind: str | None, format_name: str, gazetteer_dir: Path | None
) -> None:
    """Look a name up among the curated places: every candidate, its score and the reasons.

    \b
    Example:
      geomap gazetteer lookup "Rmelan base"
    """
    from geomap.gazetteer.index import NameIndex
    from geomap.gazetteer.search import Search
    from geomap.gazetteer.written import other_forms

    gazetteer = load_gazetteer(gazetteer_dir)
    refuse_unknown(gazetteer, kind, country)
    index, within = NameIndex(gazetteer), country.upper() if country else None
    asked = (index.lookup(text, country=within, kind=kind, limit=10) for text in (name, *other_forms(name)))
    found = next((candidates for candidates in asked if candidates), [])
    if not found:  # "Sloviansk Donetsk Oblast"
        whole = Search(gazetteer).lookup(name, country=within, kind=kind, limit=10)
        found = [c for c in whole if c.place.origin == "curated"]
    if format_name == "json":
        records = [
            {"place_id": c.place.id, "place": c.place.name, "score": round(c.score, 1), "name": c.name,
             "reasons": list(c.reasons)} for c in found
        ]  # fmt: skip
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    elif found:
        rows = [
            [c.place.id, c.place.name, c.place.kind, c.place.country, f"{c.score:.0f}", "; ".join(c.reasons)]
            for c in found
        ]
        click.echo(table(["id", "name", "kind", "in", "score", "because"], rows, right=[4]))
    else:
        say(f"the curated gazetteer has nothing called {name!r}; `geomap geocode` asks the whole world")


@command.command("stats")
@gazetteer_option
def stats(gazetteer_dir: Path | None) -> None:
    """Count the curated places, names and actors by kind, country, confidence, source, language and script.

    \b
    Example:
      geomap gazetteer stats
    """
    gazetteer = load_gazetteer(gazetteer_dir)
    places = list(gazetteer.places.values())
    curated = [actor for actor in gazetteer.actors.values() if actor.kind != "state"]
    say(
        f"gazetteer {gazetteer.version}: {count(len(places), 'place')}, {count(len(curated), 'actor')} and the states"
    )
    for title, counter in _counters(places).items():
        rows = [
            [key, number] for key, number in sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        ]
        click.echo(
            table([title, "names" if title in ("language", "script") else "places"], rows, right=[1]) + "\n"
        )
    rows = [[key, number] for key, number in Counter(actor.kind for actor in curated).most_common()]
    click.echo(table(["actors", "number"], rows, right=[1]))


def _counters(places: list[Place]) -> dict[str, Counter[str]]:
    from geomap.check.checkable import rests_on
    from geomap.check.names import script_of

    return {
        "kind": Counter(place.kind for place in places),
        "country": Counter(place.country or "none" for place in places),
        "confidence": Counter(place.confidence for place in places),
        "point from": Counter(rests_on(place.sources) for place in places),
        "language": Counter(name.lang for place in places for name in place.names),
        "script": Counter(
            (script_of(name.text) or "none").title() for place in places for name in place.names
        ),
    }


for _verb in (curate.add, gazetteer_work.diff, gazetteer_work.export, gazetteer_work.draw):
    command.add_command(_verb)
