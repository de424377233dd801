"""`geomap info`: what is in a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import load_store, store_argument
from geomap.cli.output import cell, count

if TYPE_CHECKING:
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
    from geomap.query.facts import facts_of, facts_of_file

    large = isinstance(store, Path) and store.suffix.lower() == ".parquet" and store.is_file()
    facts = facts_of_file(Path(str(store))) if large else facts_of(load_store(store))
    if format_name == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(facts)).decode())
        return
    for name, value in facts.items():
        for line in _lines(name, value):
            click.echo(line)


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
