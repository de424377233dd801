"""Two versions of a gazetteer to compare: a folder, or the curated folder at a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from geomap.errors import UsageError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.data import data_dir


def version_of(text: str) -> Gazetteer:
    """The gazetteer that a word means.

    Args:
        text: A folder (a whole gazetteer, or an overlay, which is laid on geomap's own), or a revision of the git
            checkout that geomap runs from ("HEAD~3", "v0.1.0").

    Raises:
        UsageError: It is neither.
        DataError: The gazetteer is broken.
    """
    folder = Path(text)
    if folder.is_dir():
        whole = (folder / "kinds.toml").is_file() and (folder / "countries.toml").is_file()
        return Gazetteer.from_folders([folder.resolve()]) if whole else Gazetteer.load(folder)
    with tempfile.TemporaryDirectory(prefix="geomap-") as place:
        _unpack(text, Path(place))
        return Gazetteer.from_folders([Path(place)])


def _unpack(revision: str, target: Path) -> None:
    """The curated folder as it was at a revision."""
    curated = data_dir()
    advice = "give a gazetteer folder, or a git revision in a checkout of geomap"
    # `--end-of-options`, so that a word like --output=… is never one.
    command = [
        "git",
        "-C",
        str(curated.parent),
        "archive",
        "--format=tar",
        "--end-of-options",
        f"{revision}:{curated.name}",
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  no shell, fixed program
    except OSError:
        raise UsageError(f"{revision!r} is no folder, and git is not installed", advice=advice) from None
    if done.returncode:
        raise UsageError(f"{revision!r} is neither a folder nor a git revision", advice=advice)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(target, filter="data")
