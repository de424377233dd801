"""Where the installed package keeps its files: built assets and the curated gazetteer, read by one loader.

In a wheel both lie inside the package (`_assets/`, `_gazetteer/`); in a checkout the gazetteer is the folder at
the top, so that an edit counts at once.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from geomap.errors import DataError


def asset(name: str) -> Traversable:
    """A built asset (`page.js`, `leaflet.css`, `boundaries.zip`).

    Raises:
        DataError: It has not been built; the advice says how.
    """
    found = files("geomap") / "_assets" / name
    if not found.is_file():
        raise DataError(
            f"the built file geomap/_assets/{name} is missing", advice="run `make assets` in the checkout"
        )
    return found


def read_bytes(name: str) -> bytes:
    """The bytes of a built asset; raises as `asset` does."""
    return asset(name).read_bytes()


def read_text(name: str) -> str:
    """The text of a built asset; raises as `asset` does."""
    return asset(name).read_text(encoding="utf-8")


def gazetteer_root() -> Traversable:
    """The folder of the curated gazetteer: the checkout's, else the one in the wheel.

    Raises:
        DataError: Neither is there, so the installation is broken.
    """
    checkout = Path(__file__).resolve().parent.parent / "gazetteer"
    # A `gazetteer` folder may lie beside the package in site-packages by accident; ours has a checkout around it.
    if checkout.is_dir() and (checkout.parent / "pyproject.toml").is_file():
        return checkout
    packed = files("geomap") / "_gazetteer"
    if packed.is_dir():
        return packed
    raise DataError("the curated gazetteer is missing from this installation", advice="reinstall geomap")
