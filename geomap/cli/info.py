"""`geomap info`: what is in a store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import load_store, store_argument
from geomap.cli.output import cell, count

if TYPE_CHECKING:
    from geomap.model import Store
    from geomap.store.location import Location


@click.command("info")
@store_argument
@click.option(
    "--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
def command(store: Location, format_name: str) -> None:
    """Tell what is in a store: how many, from when to when, by whom, how precisely known.

    \b
    Example:
      geomap info incidents.geojson
    """
    facts = describe(load_store(store))
    if format_name == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(facts)).decode())
        return
    for name, value in facts.items():
        for line in _lines(name, value):
            click.echo(line)


def describe(store: Store) -> dict[str, Any]:
    """The facts about a store, in the order in which they are told."""
    from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS
    from geomap.query import FIELDS, count_by

    days = sorted(one.date_start for one in store.incidents if one.date_start)
    ends = sorted(one.date_end or one.date_start for one in store.incidents if one.date_start)
    counts: dict[str, Any] = {
        "incidents": len(store.incidents),
        "off the map": sum(
            one.status in OFF_MAP_STATUS or one.origin in OFF_MAP_ORIGIN for one in store.incidents
        ),
        "reports": sum(len(one.reports) for one in store.incidents),
        "articles": len(store.articles),
        "places": len({one.place_id for one in store.incidents if one.place_id}),
        "without a point": sum(one.lon is None for one in store.incidents),
        "undated": sum(one.date_start is None for one in store.incidents),
        "names not placed": len(store.unplaced),
        "first day": days[0].isoformat() if days else None,
        "last day": ends[-1].isoformat() if ends else None,
    }
    for field in (
        "country",
        "attacker",
        "target",
        "kind",
        "weapon",
        "status",
        "origin",
        "precision",
        "confidence",
        "source",
    ):
        assert field in FIELDS
        counts[field] = dict(count_by(store.incidents, field).counts)
    counts["languages"] = dict(Counter(one.lang or "not known" for one in store.articles).most_common())
    counts["datasets"] = [one.name for one in store.datasets]
    counts["geomap"] = store.geomap_version or None
    counts["gazetteer"] = store.gazetteer_version or None
    counts["schema"] = store.schema_version
    counts["attribution"] = list(store.attribution)
    return counts


def _lines(name: str, value: Any) -> list[str]:
    """A fact as lines of text; facts that are empty are left out."""
    if value is None or value == {} or value == []:
        return []
    if isinstance(value, dict):
        first = [f"{cell(key)} {number:,}" for key, number in list(value.items())[:8]]
        if len(value) > len(first):
            first.append(f"and {count(len(value) - len(first), 'other')}")
        return [f"{name + ':':<18}{', '.join(first)}"]
    if isinstance(value, list):
        return [f"{name + ':':<18}{cell(one)}" for one in value]
    text = f"{value:,}" if isinstance(value, int) else cell(value)
    return [f"{name + ':':<18}{text}"]
