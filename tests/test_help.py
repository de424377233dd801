"""What `--help` shows runs: each example of each command, as a reader of it types it."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from geomap.cli.main import cli
from geomap.store import read_store
from tests.cli.test_eval import LABELS, TEXT
from tests.fixtures.process import ROOT
from tests.test_docs import folder, run

__all__ = ["folder"]  # a fixture

IMPORTS = ROOT / "tests" / "fixtures" / "imports"
# What needs more than a folder is run by other tests.
ELSEWHERE = {
    "--scheduler": "tests/test_recipes.py starts one",
    "--online": "asks a host; tests/geocoders/test_online.py has one",
    "gazetteer diff": "asks git; tests/cli/test_curating.py makes a repository",
    "eval tests/corpus": "takes long; the tour of the README runs one",
    "1000000": "takes a minute; tests/bench/test_large.py",
}


def examples(command: click.Command, name: str) -> Iterator[str]:
    """The lines under "Examples:" in the help of a command, and of those below it."""
    with click.Context(command, info_name=name) as ctx:
        shown = command.get_help(ctx).partition("Example")[2].partition("\nOptions:")[0]
    yield from (line.strip() for line in shown.splitlines() if re.match(r" +(eval|geomap) ", line))
    if isinstance(command, click.Group):
        for below, one in command.commands.items():
            yield from examples(one, f"{name} {below}")


VERBS = {verb: cli.get_command(click.Context(cli), verb) for verb in cli.list_commands(click.Context(cli))}
EXAMPLES = {verb: [*examples(one, f"geomap {verb}")] for verb, one in VERBS.items() if one}


@pytest.fixture(scope="module")
def prepared(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the examples name."""
    here = tmp_path_factory.mktemp("help")
    for name in ("articles", "bin", "tests"):
        shutil.copytree(folder / name, here / name)
    shutil.copy(folder / "more" / "strike.txt", here)
    for name in ("acled.csv", "list.csv", "list.toml"):
        shutil.copy(IMPORTS / name, here)
    shutil.copy(IMPORTS / "ucdp.csv", here / "GEDEvent_v24_1.csv")
    with zipfile.ZipFile(here / "20240205.export.CSV.zip", "w") as archive:
        archive.write(IMPORTS / "gdelt2.export.CSV", "20240205.export.CSV")
    (here / "archive.jsonl").write_text('{"id": "quiet", "text": "The council met on Sunday."}\n')
    (here / "names.csv").write_text("name\nErbil\nMosul\n")
    shutil.copytree(ROOT / "tests" / "fixtures" / "gazetteer-overlay", here / "my-places")
    (here / "gold.json").write_text(json.dumps([LABELS]))
    (here / "articles" / f"{LABELS['id']}.txt").write_text(TEXT)
    assert run("geomap build articles/ -o incidents.geojson", here).returncode == 0
    (here / ".config" / "fish" / "completions").mkdir(parents=True)
    return here


@pytest.mark.parametrize("verb", EXAMPLES)
def test_every_example_runs(verb: str, prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order; what it writes is written, what it tells is told."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache"))
    monkeypatch.setenv("HOME", str(prepared))
    assert EXAMPLES[verb], "no example"
    for shown in EXAMPLES[verb]:
        if any(words in shown for words in ELSEWHERE):
            continue
        line = fitted(shown, prepared)
        result = run(line, prepared)
        assert result.returncode == 0, f"{line}\n{result.stderr}"
        written = re.findall(r"(?: -o| --png| --out| >) ([\w./~-]+)", line)
        assert all((prepared / name.replace("~/", "")).exists() for name in written if name != "-"), line
        assert written or result.stdout or result.stderr or line.startswith("bash"), f"{line} tells nothing"


def fitted(line: str, folder: Path) -> str:
    """An example as it is typed here: in this folder, with an id that this store has, in the shell that it is for."""
    some = read_store(folder / "incidents.geojson").incidents[0].id
    line = re.sub(r"\bi[0-9a-f]{11}\b", some, line).replace("/tmp/", f"{folder}/")
    return f"bash -c '{line}'" if line.startswith("eval") else line
