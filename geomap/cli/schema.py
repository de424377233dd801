"""`geomap schema`: the JSON Schema of a record, from the one definition that geomap itself decodes by."""

from __future__ import annotations

import click

RECORDS = {
    "incident": "Incident",
    "report": "Report",
    "article": "Article",
    "place": "Place",
    "store": "Store",
}


@click.command("schema")
@click.argument("record", type=click.Choice(list(RECORDS)))
def command(record: str) -> None:
    """Print the JSON Schema of a record.

    \b
    Example:
      geomap schema incident > incident.schema.json
    """
    import msgspec

    from geomap import model

    schema = msgspec.json.schema(getattr(model, RECORDS[record]))
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    click.echo(msgspec.json.format(msgspec.json.encode(schema)).decode())
