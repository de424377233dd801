"""Untrusted words on their way into the page: controls out, length bounded, links only to the web."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from geomap.model import Name

NAME_LENGTH = 300
TEXT_LENGTH = 5000

# C0 and C1 controls, lone surrogates, and the marks that turn the direction of what follows them.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def clean(text: str | None, length: int = NAME_LENGTH) -> str:
    """Text that can be shown: without control and direction characters, cut with an ellipsis at `length`."""
    if not text:
        return ""
    if len(text) <= length and text.isprintable():  # nearly all; what is taken out is not printable
        return text.strip()
    shown = _CONTROLS.sub("", text[: length * 2]).strip()
    return shown if len(shown) <= length else shown[: length - 1].rstrip() + "…"


def web_link(url: str | None) -> str:
    """The address if it leads to the web by http or https, else nothing."""
    if not url or len(url) > 2000 or _CONTROLS.search(url):
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def arabic(names: Iterable[Name]) -> str:
    """The Arabic name of a place to show: a current one before the press's, else the plainest; "" if there is none."""
    found = [name for name in names if name.lang == "ar"]
    order = {"current": 0, "press": 1, "transliteration": 2, "former": 3}
    best = min(found, key=lambda name: (order[name.status], len(name.text)), default=None)
    return clean(best.text) if best else ""
