"""How long a command takes to start."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.bench

CLICK = "import click"
HELP = "import sys; sys.argv = ['geomap', '--help']; from geomap.cli.main import main; main()"


def seconds(code: str) -> float:
    """The best of twelve runs: what the machine does besides only ever adds."""
    best = float("inf")
    for _ in range(12):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=True)
        best = min(best, time.perf_counter() - start)
    return best


def test_help_starts_within_twice_the_time_of_click() -> None:
    """`geomap --help` answers before the reader has looked up."""
    click, geomap = seconds(CLICK), seconds(HELP)
    print(
        f"\nimport click {click * 1000:.0f} ms, geomap --help {geomap * 1000:.0f} ms, ratio {geomap / click:.2f}"
    )
    assert geomap <= 2 * click
