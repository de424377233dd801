"""Countries and first-level divisions of the world by name, and regions as a user writes them."""

from __future__ import annotations


def geonames_divisions() -> dict[str, tuple[str | None, str | None]]:
    return {}
