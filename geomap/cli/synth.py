"""`geomap synth`: incidents that never happened, to try geomap at any size."""

from __future__ import annotations

from pathlib import Path

import click

from geomap.cli.options import gazetteer_option, load_gazetteer
from geomap.cli.output import count, say


@click.command("synth")
@click.argument("number", type=click.IntRange(min=0, max=100_000_000), metavar="N")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="The store; its suffix decides the format.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, help="Another one gives other incidents.")
@gazetteer_option
def command(number: int, out: Path, seed: int, gazetteer_dir: Path | None) -> None:
    """Write N synthetic incidents: real places and actors, invented events.

    The same N and seed give the same file. Of each tenth, more than one is known only to its governorate, its
    country or its month, as in real archives.

    \b
    Examples:
      geomap synth 10000 -o synth.geojson
      geomap synth 1000000 --seed 7 -o million.parquet
    """
    from geomap.synth import write

    write(number, out, load_gazetteer(gazetteer_dir), seed)
    say(f"{out}: {count(number, 'synthetic incident')}, none of which happened")
