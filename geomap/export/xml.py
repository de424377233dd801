"""Text for XML 1.0, which cannot hold every character."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from geomap.export.losses import Notes

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DROPPED = "left out {} control characters"


def xml_text(text: str, notes: Notes | None = None) -> str:
    """A text between tags; what XML cannot hold is left out and counted."""
    # A parser would make a line feed of a bare carriage return.
    return escape(_legal(text, notes), {"\r": "&#13;"})


def xml_attribute(text: str, notes: Notes | None = None) -> str:
    """A text as the value of an attribute, in quotation marks."""
    return quoteattr(_legal(text, notes), {"\r": "&#13;"})


def _legal(text: str, notes: Notes | None) -> str:
    legal, dropped = _ILLEGAL.subn("", text)
    if notes is not None:
        notes.add(_DROPPED, dropped)
    return legal
