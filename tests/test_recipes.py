"""The recipes do what they say: each command and each script in them runs."""

from __future__ import annotations

import re
import shutil
import socket
import sys
from pathlib import Path

import pytest

from tests.fixtures.process import ROOT
from tests.test_docs import README, folder, run

__all__ = ["folder"]  # a fixture

RECIPES = sorted((ROOT / "geomap" / "recipes").glob("*.md"))


def recipe_blocks(recipe: Path, *languages: str) -> list[tuple[str, str]]:
    """The blocks of these languages in a recipe, with their language, in its order."""
    found = re.findall(r"^```(\w+)\n(.*?)^```", recipe.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [(language, text) for language, text in found if language in languages]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_every_recipe_runs(tmp_path: Path, folder: Path, recipe: Path) -> None:
    """Shell and Python in their order, in a folder with articles; on an error the shell stops."""
    shutil.copytree(folder / "articles", tmp_path / "articles")
    python = tmp_path / "bin" / "python"
    shutil.copytree(folder / "bin", tmp_path / "bin")
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    blocks = recipe_blocks(recipe, "sh", "python")
    assert blocks
    for number, (language, text) in enumerate(blocks):
        (tmp_path / f"{number}.txt").write_text(text)
        result = run(
            f"python {number}.txt" if language == "python" else f"set -e; . ./{number}.txt", tmp_path
        )
        assert result.returncode == 0, f"{recipe.name}: {text}\n{result.stderr}"
    assert f"(geomap/recipes/{recipe.name})" in README


def test_the_line_for_cron_runs(tmp_path: Path, folder: Path) -> None:
    """As cron starts it, every morning: quiet when all is well, a letter with the reason when it is not."""
    cron = ROOT / "geomap" / "recipes" / "cron.md"
    ((_, line),) = recipe_blocks(cron, "crontab")
    (_, script), *_ = recipe_blocks(cron, "sh")
    minute, hour, day, month, weekday, command = line.strip().split(maxsplit=5)
    assert (minute.isdigit(), hour.isdigit(), day + month + weekday) == (True, True, "***")
    shutil.copytree(folder / "articles", tmp_path / "articles")
    shutil.copytree(folder / "bin", tmp_path / "bin")
    mail = tmp_path / "bin" / "mail"
    mail.write_text('#!/bin/sh\necho "$2" >>letters.txt\ncat >>letters.txt\n')
    mail.chmod(0o755)
    (tmp_path / "morning.sh").write_text(script)
    command = command.replace("/home/me/watch", str(tmp_path))
    for _ in range(2):
        done = run(command, tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), (
            tmp_path / "morning.log"
        ).read_text()
    assert (tmp_path / "week.html").exists() and not (tmp_path / "letters.txt").exists()
    before = (tmp_path / "watch.html").read_bytes()
    (tmp_path / "watch.geojson").write_text("half a st")
    assert run(command, tmp_path).stderr == ""
    told = (tmp_path / "letters.txt").read_text()
    assert told.startswith("the watch failed\ngeomap: watch.geojson") and "Traceback" not in told
    assert (tmp_path / "watch.html").read_bytes() == before


def test_the_cluster_of_the_recipe_runs(tmp_path: Path, folder: Path) -> None:
    """A scheduler and workers as the recipe starts them, on another port; the store is that of one process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    ((_, text),) = recipe_blocks(ROOT / "geomap" / "recipes" / "dask.md", "cluster")
    shutil.copytree(folder / "articles", tmp_path / "articles")
    shutil.copytree(folder / "bin", tmp_path / "bin")
    dask = tmp_path / "bin" / "dask"
    dask.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dask "$@"\n')
    dask.chmod(0o755)
    script = text.replace("8786", port).replace(
        "dask scheduler", "dask scheduler --dashboard-address 127.0.0.1:0"
    )
    (tmp_path / "cluster.sh").write_text(f"trap 'kill $(jobs -p)' EXIT\n{script}")
    result = run("bash cluster.sh >out.txt 2>err.txt", tmp_path)
    assert result.returncode == 0, (tmp_path / "err.txt").read_text()[-2000:]
    assert run("geomap build articles/ -o once.geojson", tmp_path).returncode == 0
    assert (tmp_path / "once.geojson").read_bytes() == (tmp_path / "attacks.geojson").read_bytes()
