"""`geomap query`: the incidents of a region, a time, an actor, as a table or as data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import (
    ask,
    filters,
    gazetteer_option,
    load_store,
    output_option,
    possible_note,
    question,
    store_argument,
)
from geomap.cli.output import count, put, say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geomap.gazetteer import Gazetteer
    from geomap.model import Incident, Store
    from geomap.query import Tally
    from geomap.store.location import Location

# What the table is made of.
_SHOWN = (
    "id", "date_start", "date_end", "date_precision", "place", "place_kind", "admin1_name", "country", "point_is",
    "weapon", "attacker", "attacker_role", "target", "target_role", "killed", "killed_low", "killed_high", "wounded",
    "wounded_low", "wounded_high", "sources", "articles",
)  # fmt: skip
_ID = 6  # letters of an id, where they tell it apart
FORMATS = ("table", "geojson", "csv", "json")


@click.command("query")
@store_argument
@filters
@click.option(
    "--count-by",
    metavar="FIELD",
    help="Count by region, country, admin1, place, month, year, kind, weapon, actor …",
)
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), help="table for people, the others for programs."
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="The first N only.")
@output_option("Write to a file")
@gazetteer_option
def command(
    store: Location,
    count_by: str | None,
    format_name: str | None,
    limit: int | None,
    out: str | None,
    **asked: Any,
) -> None:
    """Ask a store: which incidents, where, when, by whom.

    Answers are certain or possible: an incident known only to its governorate is possible in each of its towns.
    The table shows what is certain, and sites whose point is inside; it says how many more are possible. A question
    mark stands behind a side that no article states: an attacker only suspected, a target only inferred. The first
    column is what `geomap explain` takes.

    \b
    Examples:
      geomap query incidents.geojson --region "Deir ez-Zor" --since 2024-02 --until 2024-02-10
      geomap query incidents.geojson --near Mosul --km 80 --weapon rocket
      geomap query incidents.geojson --actor "Islamic Resistance in Iraq" --count-by month
      geomap query incidents.geojson --region Syria --region Iraq --count-by region --format csv
      geomap query incidents.geojson --region SY --format geojson | geomap map - -o syria.html
    """
    chosen = _format(format_name, out)
    from geomap.query.large import answers_itself

    if answers_itself(store):
        _ask_large(store, asked, count_by, limit, chosen, out)
        return
    from geomap.query import count_by as tally_of
    from geomap.query import part_of

    whole = load_store(store)
    selection = ask(whole, asked)
    shown = selection.shown(possible=asked["possible"], certain=asked["certain"])
    if count_by is not None:
        regions = {"regions": asked["region"], "gazetteer": _gazetteer(asked)} if count_by == "region" else {}
        _put_tally(tally_of(shown, count_by, **regions), chosen, out)
        limit = None
    else:
        put(_told(part_of(whole, shown if limit is None else shown[:limit]), chosen), out)
    _say_counts(len(shown), limit, possible_note(selection.numbers, asked))


def _ask_large(
    store: Location,
    asked: dict[str, Any],
    count_by: str | None,
    limit: int | None,
    chosen: str,
    out: str | None,
) -> None:
    """The same, without reading the store whole."""
    from geomap.query.count import region_values
    from geomap.query.large import ask_large

    sure = {name: asked[name] for name in ("possible", "certain")}
    needed = _SHOWN if chosen == "table" else ()
    found = ask_large(
        store,
        lambda: question(asked),
        **sure,
        limit=limit,
        columns=needed,
        count_by=count_by,
        regions=lambda: region_values(asked["region"], _gazetteer(asked)),
    )
    if found.tally is not None:
        _put_tally(found.tally, chosen, out)
        limit = None
    else:
        put(_told(found.store, chosen), out)
    _say_counts(found.numbers.shown(**sure), limit, possible_note(found.numbers, asked))


def _gazetteer(asked: dict[str, Any]) -> Gazetteer:
    from geomap.cli.options import load_gazetteer

    return load_gazetteer(asked.get("gazetteer_dir"))


def _put_tally(tally: Tally, format_name: str, out: str | None) -> None:
    """The counts; where they add up to more than there are incidents, it is said in every format."""
    put(_counted(tally, format_name), out)
    if tally.note and format_name != "table":
        say(tally.note)


def _told(store: Store, format_name: str) -> bytes | str:
    return _table(store.incidents) if format_name == "table" else _encoded(store, format_name)


def _format(name: str | None, out: str | None) -> str:
    """The format asked for, else that of the file's suffix, else a table."""
    if name is not None or out is None:
        return name or "table"
    suffix = Path(out).suffix.lower().lstrip(".")
    return suffix if suffix in FORMATS else "table"


def _say_counts(shown: int, limit: int | None, possible: str) -> None:
    line = count(shown, "incident")
    if limit is not None and limit < shown:
        line += f", the first {limit:,} shown"
    say(f"{line}; and {possible}" if possible else line)


def _encoded(store: Store, format_name: str) -> bytes:
    if format_name == "json":
        return _json(store.incidents)
    from geomap.export import encode

    return encode(store, format_name)[0]


def _json(incidents: Sequence[Incident]) -> bytes:
    """A list of flat objects: the properties, with `lon` and `lat`."""
    import msgspec

    from geomap.store import flat

    rows = [{name: getattr(one, name) for name in flat.TABLE} for one in incidents]
    return msgspec.json.format(msgspec.json.encode(rows)) + b"\n"


def _table(incidents: Sequence[Incident]) -> str:
    ids = _short([one.id for one in incidents]) if incidents else []
    rows = [
        (
            id,
            _when(one),
            _place(one),
            _what(one),
            _who(one),
            _number(one.killed, one.killed_low, one.killed_high),
            _number(one.wounded, one.wounded_low, one.wounded_high),
            ", ".join(one.sources or one.articles),
        )
        for id, one in zip(ids, incidents, strict=True)
    ]
    heads = ("id", "when", "where", "what", "who", "killed", "hurt", "sources")
    return table(heads, rows, right=(5, 6)) + "\n" if rows else ""


def _when(one: Incident) -> str:
    """The date no finer than it is known: "4 Feb 2024", "1–4 Feb 2024", "Feb 2024", "2024"."""
    from geomap import dates

    if one.date_start is None:
        return "not known"
    days = dates.DateRange(one.date_start, one.date_end or one.date_start, one.date_precision)
    start, end = days.start, days.end
    last = f"{end.day} {end:%b %Y}"
    if start == end:
        return f"{start:%a} {last}"
    coarse = dates.edtf(days) or ""
    if len(coarse) == 4:
        return coarse
    if len(coarse) == 7:
        return f"{start:%b %Y}"
    first = (
        f"{start.day}" if (start.year, start.month) == (end.year, end.month) else f"{start.day} {start:%b}"
    )
    return f"{first}–{last}" if start.year == end.year else f"{start.day} {start:%b %Y} – {last}"


def _who(one: Incident) -> str:
    """Attacker → target; who is only suspected, or inferred, has a question mark."""
    attacker = f"{one.attacker}?" if one.attacker and one.attacker_role == "suspected" else one.attacker
    target = f"{one.target}?" if one.target and one.target_role == "inferred" else one.target
    return f"{attacker or 'not known'} → {target}" if target else attacker or ""


def _short(ids: Sequence[str]) -> list[str]:
    """The first letters of each id, so many that they tell those shown apart."""
    length = next(
        (n for n in range(_ID, len(max(ids, key=len))) if len({i[:n] for i in ids}) == len(ids)), None
    )
    return [id[:length] for id in ids]


def _place(one: Incident) -> str:
    """The place in words, "al-Omar field, Deir ez-Zor, SY"; "(area)" where the point only stands for one."""
    parts = [one.place, one.admin1_name if one.admin1_name != one.place else None, one.country]
    if one.place_kind == "country":
        parts = [one.place]
    text = ", ".join(part for part in parts if part)
    return f"{text} (area)" if text and one.point_is == "representative" else text or "place not known"


def _what(one: Incident) -> str:
    what = f"{one.weapon} {one.kind}" if one.weapon and one.weapon not in ("airstrike", "other") else one.kind
    return what if one.status in ("reported", "confirmed") else f"{what}, {one.status}"


def _number(best: int | None, low: int | None, high: int | None) -> str:
    if low is not None and high is not None and low != high:
        return f"{low}–{high}"
    return "" if best is None else str(best)


def _counted(tally: Tally, format_name: str) -> bytes | str:
    if format_name == "table":
        return _tally_table(tally)
    if format_name == "csv":
        return _tally_csv(tally)
    if format_name == "geojson":
        raise click.UsageError("--count-by gives a table, csv or json")
    import msgspec

    rows = [{tally.field: value, "incidents": number} for value, number in tally.counts]
    return msgspec.json.format(msgspec.json.encode(rows)) + b"\n"


def _tally_table(tally: Tally) -> str:
    most = max((number for _, number in tally.counts), default=1)
    rows = [(value, f"{number:,}", "█" * max(1, round(24 * number / most))) for value, number in tally.counts]
    note = f"{tally.note}; " if tally.note else ""
    return f"{table((tally.field, 'incidents', ''), rows, right=(1,))}\n{note}{tally.total:,} in all\n"


def _tally_csv(tally: Tally) -> str:
    import csv
    import io

    from geomap.export.cells import guarded

    file = io.StringIO()
    out = csv.writer(file, lineterminator="\n")
    out.writerows([(tally.field, "incidents"), *((guarded(value), number) for value, number in tally.counts)])
    return file.getvalue()
