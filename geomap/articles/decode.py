"""Bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re

LIMIT_BYTES = 10_000_000  # a longer "article" is a book, a dump or a mistake

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# The charsets that press archives in the languages of the region still hold.
_LEGACY = (
    "cp1252",
    "cp1256",
    "iso8859_6",
    "cp1251",
    "cp1255",
    "cp1254",
    "iso8859_15",
    "gb18030",
    "utf_16_le",
)


class Unreadable(Exception):
    """These bytes are not an article; the message is the reason, in words for the user."""


def too_large(size: int, *, at_least: bool = False) -> str | None:
    """The reason to refuse an article of `size` bytes, if there is one.

    Args:
        size: Its bytes.
        at_least: It goes on, and how far was not counted.
    """
    if size <= LIMIT_BYTES:
        return None
    limit = f"over the limit of {LIMIT_BYTES // 1_000_000} MB an article"
    return limit if at_least else f"{size / 1e6:.1f} MB, {limit}"


def decode(data: bytes) -> str:
    """Text of bytes in UTF-8, UTF-16 or UTF-32 by their mark, or a legacy encoding by its look.

    Line ends become \\n and the byte order mark goes, so that offsets count the same characters everywhere.

    Raises:
        Unreadable: Empty, too large, binary, or in no encoding that can be told.
    """
    if reason := too_large(len(data)):
        raise Unreadable(reason)
    text = clean(_decode(data))
    if not text.strip():
        raise Unreadable("empty")
    return text


def clean(text: str) -> str:
    """Text with \\n for every line end, and without what no encoding can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return _SURROGATES.sub("\ufffd", text)


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise Unreadable(f"marked as {encoding.upper()}, but byte {error.start} is not") from error
    if b"\0" in data:
        raise Unreadable("binary, not text (it has NUL bytes)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{3,40})", re.IGNORECASE
)


def _guess(data: bytes) -> str:
    """Text in the encoding that a page declares, else in the one that fits best."""
    if found := _DECLARED.search(data[:5000]):
        try:
            return data.decode(found[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # declared wrongly, as pages do
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise Unreadable("binary, or text in an encoding that cannot be told; save it as UTF-8")
    return data.decode(best.encoding, errors="replace")
