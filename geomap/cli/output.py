"""What commands print: data to stdout, words to stderr, nothing that could drive a terminal."""

from __future__ import annotations

import contextlib
import re
import shutil
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import click

# C0, C1 and what reorders or hides text: they could move the cursor, colour the screen or swap words.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_BREAKS = re.compile(r"[\t\n\v\f\r]+")
_BLANKS = re.compile(r"\s+")


def printable(text: str) -> str:
    """A text on one line, with control and bidi characters shown as escapes (\\x1b) instead of obeyed."""
    return _UNSAFE.sub(lambda m: m[0].encode("unicode_escape").decode("ascii"), _BREAKS.sub(" ", text))


def cell(text: object) -> str:
    """A value as a cell of a table: on one line, without control and bidi characters; nothing is empty."""
    return "" if text is None else _UNSAFE.sub("", _BLANKS.sub(" ", str(text))).strip()


def say(message: str) -> None:
    """A line for people, on stderr; a stderr that nobody reads, or that is full, does not stop the work."""
    with contextlib.suppress(OSError):
        click.echo(printable(message), err=True)


def warn(message: str) -> None:
    """A warning, on stderr."""
    prefix = click.style("warning:", fg="yellow") if sys.stderr.isatty() else "warning:"
    with contextlib.suppress(OSError):
        click.echo(f"{prefix} {printable(message)}", err=True)


def width_of(text: str) -> int:
    """Columns that a text takes in a terminal: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def trim(text: str, width: int) -> str:
    """The text in at most `width` columns, with … where it was cut."""
    if width_of(text) <= width:
        return text
    kept = ""
    for char in text:
        if width_of(kept + char) > width - 1:
            break
        kept += char
    return kept.rstrip() + "…"


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    right: Sequence[int] = (),
    width: int | None = None,
) -> str:
    """A table that fits the terminal: the widest columns give way first, their texts run over several lines.

    Args:
        heads: The column heads.
        rows: The cells; None is shown as nothing.
        right: Columns (by index) set flush right.
        width: Columns of the terminal; by default its own, or as wide as it takes when stdout is a file.
    """
    cells = [[cell(value) for value in row] for row in rows]
    widths = [max(map(width_of, column)) for column in zip(heads, *cells, strict=True)]
    if width is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    _shrink(widths, max(width - 2 * (len(widths) - 1), 3 * len(widths)))
    lines = [
        line for row in (heads, ["─" * w for w in widths], *cells) for line in _lines(row, widths, right)
    ]
    return "\n".join(lines)


def _shrink(widths: list[int], room: int) -> None:
    while sum(widths) > room:
        widest = max(widths)
        if widest <= 3:
            return
        widths[widths.index(widest)] -= 1


def _lines(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> list[str]:
    wrapped = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
    lines = []
    for number in range(max(map(len, wrapped))):
        parts = []
        for index, (texts, width) in enumerate(zip(wrapped, widths, strict=True)):
            text = texts[number] if number < len(texts) else ""
            pad = " " * (width - width_of(text))
            parts.append(pad + text if index in right else text + pad)
        lines.append("  ".join(parts).rstrip())
    return lines


def wrap(text: str, width: int, most: int = 4) -> list[str]:
    """The text in lines of at most `width` columns, broken between words; … where more than `most` are needed."""
    if width_of(text) <= width:
        return [text]
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(longer) <= width:
            lines[-1] = longer
        else:
            lines += [trim(word, width)] if lines[-1] else []
            lines[-1] = trim(word, width)
    return lines if len(lines) <= most else [*lines[: most - 1], trim(f"{lines[most - 1]} …", width)]


def put(data: bytes | str, path: str | None) -> None:
    """Data to a file (whole or not at all), or to stdout where `path` is None or "-"."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    if path is None or path == "-":
        click.echo(raw, nl=False)
        return
    from geomap.store import atomic

    atomic.write_bytes(Path(path), raw)


_BAR = 16  # columns of a progress bar
_REDRAW = 0.1  # seconds between two pictures of it


def progress(what: str) -> Callable[[int, int | None], None] | None:
    """A bar on stderr for (done, all), with rate and remaining time; None where no terminal would show it.

    `all` may be None (not known), and may turn out to be too low.
    """
    if not sys.stderr.isatty():
        return None
    begun = time.monotonic()
    drawn = 0.0

    def show(done: int, whole: int | None) -> None:
        nonlocal drawn
        now = time.monotonic()
        finished = whole is not None and done >= whole
        if now - drawn < _REDRAW and not finished:
            return
        drawn = now
        rate = done / max(now - begun, 0.01)
        line = f"{done:,} {what}, {rate:,.0f} a second"
        if whole and done <= whole:
            full = round(_BAR * done / whole)
            bar = "━" * full + "─" * (_BAR - full)
            line = f"{bar} {done:,} of {whole:,} {what}, {rate:,.0f} a second, {_left((whole - done) / rate)}"
        width = shutil.get_terminal_size().columns - 1
        click.echo("\r\x1b[K" + ("" if finished else trim(line, width)), nl=False, err=True)

    return show


def _left(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02} left" if hours else f"{minutes}:{rest:02} left"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 incident", "1,204 incidents"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
