"""The recipe for PostGIS does what it says; the question of the one for Sedona is one that a database understands."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.fixtures.process import ROOT
from tests.fixtures.server import programs
from tests.test_docs import folder, run
from tests.test_recipes import recipe_blocks

__all__ = ["folder"]  # a fixture
ANALYSIS = ROOT / "geomap" / "recipes" / "analysis.md"
SEDONA = """
CREATE FUNCTION ST_PolygonFromEnvelope(float8, float8, float8, float8) RETURNS geometry LANGUAGE sql AS
'SELECT ST_MakeEnvelope($1, $2, $3, $4, 4326)'
"""


@pytest.fixture(scope="module")
def prepared(server: str, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles and a store, psql on the path."""
    here = tmp_path_factory.mktemp("analysis")
    for name in ("articles", "bin"):
        shutil.copytree(folder / name, here / name)
    home = programs()
    assert home is not None
    if shutil.which("psql") is None:
        (here / "bin" / "psql").symlink_to(home / "psql")
    (_, first), *_ = recipe_blocks(ANALYSIS, "sh")
    (here / "first.sh").write_text(first)
    result = run("set -e; . ./first.sh", here)
    assert result.returncode == 0, result.stderr
    with psycopg.connect(server, autocommit=True) as db:
        db.execute("CREATE DATABASE gis")
        db.execute("CREATE ROLE me SUPERUSER LOGIN PASSWORD 'secret'")
    return here


def test_the_recipe_runs(server: str, prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Export, a question by geomap, one by psql: with the password where the recipe puts it."""
    ((_, text),) = recipe_blocks(ANALYSIS, "postgis")
    monkeypatch.setenv("PGPASSWORD", "secret")
    monkeypatch.setenv("PGHOST", "127.0.0.1")
    (prepared / "postgis.sh").write_text(text.replace("@localhost/", f"@127.0.0.1:{urlsplit(server).port}/"))
    result = run("set -e; . ./postgis.sh", prepared)
    assert result.returncode == 0, result.stderr
    assert "Deir ez-Zor" in result.stdout and "al-Omar" in result.stdout and "count" in result.stdout


def test_the_question_for_sedona_names_what_is_there(server: str, prepared: Path) -> None:
    """Sedona on Spark needs a JVM: its question is asked of PostGIS, where one function has another name."""
    ((_, text),) = recipe_blocks(ANALYSIS, "sql")
    view, question = text.split("\n\n", 1)
    assert (prepared / view.split("'")[1]).is_file()
    parts = urlsplit(server)
    where = f"postgresql://owner:{parts.password}@{parts.hostname}:{parts.port}/gis"
    with psycopg.connect(where) as db:
        db.execute(SEDONA)
        db.execute("CREATE TEMPORARY VIEW incidents AS SELECT *, geom AS geometry FROM attacks.incidents")
        found = db.execute(question.strip().rstrip(";")).fetchall()
    assert found and all(number > 0 for _, number in found)
