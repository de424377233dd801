"""The README says what is true: every command is in it, and every command in it runs."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

import geomap
from geomap.cli.main import VERBS, cli
from geomap.export import FORMATS
from tests.fixtures.process import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


SHELL = [line.partition("  #")[0].strip() for block in blocks("sh") for line in block.splitlines()]
TABLE = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| `(geomap [^`]+)` \|$", README, re.MULTILINE))
COMMANDS = [line for line in SHELL if line.startswith("geomap ")] + list(TABLE.values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the README has it: articles, and geomap on the path."""
    folder = tmp_path_factory.mktemp("tour")
    samples = sorted((ROOT / "gazetteer" / "samples").iterdir())
    (folder / "more").mkdir()
    (folder / "articles").mkdir()
    for sample in samples:
        shutil.copy(sample, folder / "articles")
    shutil.copy(ROOT / "gazetteer" / "samples" / "03-observatory-al-omar.txt", folder / "more" / "strike.txt")
    shutil.copytree(ROOT / "tests" / "corpus" / "theatre", folder / "tests" / "corpus" / "theatre")
    shutil.copy(ROOT / "tests" / "fixtures" / "imports" / "ucdp.csv", folder / "GEDEvent_v24_1.csv")
    command = folder / "bin" / "geomap"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m geomap.cli.main "$@"\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of the README, by the shell."""
    paths = os.pathsep.join((str(folder / "bin"), os.environ["PATH"]))
    env = os.environ | {"PATH": paths, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=env, check=False, capture_output=True, text=True, timeout=300
    )


def test_every_command_shown_runs(folder: Path) -> None:
    """In the order of the README, in one folder, as a newcomer types them."""
    assert len(COMMANDS) > 20
    for line in COMMANDS:
        result = run(line, folder)
        assert result.returncode == 0, f"{line}\n{result.stderr}"
        quiet = any(
            word in line for word in ("-o ", "--apply", "demo", "gazetteer export", "gazetteer check")
        )
        assert result.stdout or quiet, f"{line} prints nothing"
    assert (folder / "output" / "map.html").exists() and (folder / "drones-iraq.csv").exists()


def test_the_python_shown_runs(folder: Path) -> None:
    """Ten lines of Python do what the commands do."""
    (script,) = blocks("python")
    (folder / "tour.py").write_text(script)
    result = run(f'"{sys.executable}" tour.py', folder)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) > 3 and "more are possible" in result.stdout


def test_every_command_is_in_the_readme() -> None:
    """Taken from click's own registry: a new verb cannot be forgotten."""
    assert set(TABLE) == set(cli.list_commands(click.Context(cli)))


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_and_an_example(verb: str) -> None:
    """`--help` answers alone: what it does, each option, one example that names the command."""
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    with click.Context(command, info_name=f"geomap {verb}") as ctx:
        text = command.get_help(ctx)
    assert re.search(r"Examples?:", text)
    assert f"geomap {verb}" in text.partition("Example")[2]
    below = command.commands.values() if isinstance(command, click.Group) else ()
    for one in (command, *below):
        assert one.help, one.name
        for option in one.params:
            assert not isinstance(option, click.Option) or option.help, (
                f"{one.name} {option.opts[0]} has no help"
            )


def test_the_formats_are_those_of_the_program() -> None:
    """The table of losses is the one that the writers declare."""
    shown = re.findall(r"^\| `(\.[\w.]+)` \| ([^|]+) \| ([^|]*?) ?\|$", README, re.MULTILINE)
    assert shown == [(one.suffixes[0], one.title, one.loses) for one in FORMATS.values()]


@pytest.mark.parametrize("name", geomap.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    """help(geomap.NAME) says something; functions name what they take and return."""
    value = getattr(geomap, name)
    text = inspect.getdoc(value)
    assert text and len(text) > 20
    if inspect.isfunction(value):
        taken = [p for p in inspect.signature(value).parameters if p != "self"]
        assert "Args:" in text or not taken, f"{name} does not say what it takes"


def test_what_the_readme_links_to_is_there() -> None:
    """No dead link, no missing picture."""
    for target in re.findall(r"\]\(([^)]+)\)", README):
        if not target.startswith("http"):
            assert (ROOT / target).exists(), target
