"""The page's own modules under node's test runner, as part of the one test command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_s_modules_do_what_they_say() -> None:
    """Filters, actors, time, words, addresses and drawing are right before any browser opens them."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed; `make node` puts one into .venv")
    tests = sorted(map(str, (ROOT / "tests" / "js" / "unit").glob("*.test.mjs")))
    environment = os.environ | {"GEOMAP_PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [node, "--test", *tests], capture_output=True, text=True, env=environment, check=False
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert len(tests) >= 6
