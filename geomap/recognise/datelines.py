"""The town in capitals that a report opens with: "GAO – ", "KABUL, Nov 20 (AP) -- "."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DATELINE = re.compile(
    r"^(?P<town>[A-Z][A-Z .'’-]{1,28}?)(?:, [A-Z][\w .,]{1,36}?)?(?: ?\([^()\n]{2,20}\))?(?: ?--| ?[–—]| -)\s",
    re.MULTILINE,
)


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where each town stands in a text, as characters [start, end)."""
    return (found.span("town") for found in _DATELINE.finditer(text))
