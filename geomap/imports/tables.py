"""Delimited files to rows, one at a time: encoding, byte order mark, delimiter and quotes are found out."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from geomap.errors import DataError
from geomap.imports.cells import Row

_DELIMITERS = ",\t;|"
_SAMPLE = 1 << 20  # bytes by which an encoding that is not UTF-8 is guessed
_BLOCK = 1 << 20
_FIELD_LIMIT = 4_000_000  # characters of a cell; more is a quote that is never closed
_LINE_LIMIT = (
    16_000_000  # characters of a line; more is no table, or an archive that swells until memory ends
)
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1252", "cp1256", "cp1251", "cp1254", "cp1255", "iso8859_6", "iso8859_15")


class Sheet:
    """A delimited file with a head line.

    Args:
        path: The file, or a zip archive of one file.
        encoding: None: found out.
        delimiter: None: found out.

    Raises:
        DataError: It cannot be read, is no text, or has no head.
    """

    def __init__(self, path: Path, encoding: str | None = None, delimiter: str | None = None) -> None:
        self.path = path
        self._encoding = encoding or sniff_encoding(path)
        self._delimiter = delimiter
        self.columns = self._head()

    def rows(self) -> Iterator[Row]:
        """The rows; a row with more or fewer cells than the head has comes with the columns that it has.

        Raises:
            DataError: A quote is never closed, or the file ends within a character.
        """
        columns = self.columns
        with self._records() as records:
            next(records, None)
            for line, cells in records:
                if len(cells) == len(columns):
                    yield Row(line, dict(zip(columns, cells, strict=True)))
                else:
                    yield Row(line, {"": f"{len(cells)} cells where the head has {len(columns)}"})

    def _head(self) -> list[str]:
        with opened(self.path, self._encoding) as file:
            first = next((line for line in _lines(file, self.path) if line.strip()), "")
        if self._delimiter is None:
            self._delimiter = max(
                _DELIMITERS, key=lambda sign: _outside_quotes(first, sign)
            )  # the first of equals
        with self._records() as records:
            _, cells = next(records, (1, []))
        names = [" ".join(cell.split()) for cell in cells]
        if not any(names):
            raise DataError("no head: the first line names no columns", file=self.path, line=1)
        twice = sorted({name for name in names if name and names.count(name) > 1})
        if twice:
            raise DataError(
                f"two columns are called {twice[0]!r}", file=self.path, line=1, advice="rename one"
            )
        return names

    @contextlib.contextmanager
    def _records(self) -> Iterator[Iterator[tuple[int, list[str]]]]:
        with opened(self.path, self._encoding) as file:
            yield records_of(file, self.path, self._delimiter or ",")


def records_of(
    file: IO[str], path: Path, delimiter: str, *, quoted: bool = True
) -> Iterator[tuple[int, list[str]]]:
    """The records of a delimited file, each with the line on which it begins; empty lines are passed over.

    Raises:
        DataError: A quote is never closed, or bytes are in another encoding.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(
        _lines(file, path), delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    )
    begins = 1
    try:
        for cells in reader:
            if cells:
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        advice = "look for a quote that is never closed"
        raise DataError(
            f"cannot be read as a table ({error})", file=path, line=begins, advice=advice
        ) from None
    except UnicodeError:
        raise DataError(
            "bytes in another encoding", file=path, line=begins, advice="save it as UTF-8"
        ) from None


def _lines(file: IO[str], path: Path) -> Iterator[str]:
    number = 0
    while line := file.readline(_LINE_LIMIT + 1):
        number += 1
        if len(line) > _LINE_LIMIT:
            what = f"a line of more than {_LINE_LIMIT:,} characters, not a table"
            raise DataError(what, file=path, line=number)
        yield line


@contextlib.contextmanager
def opened(path: Path, encoding: str) -> Iterator[IO[str]]:
    """A file, or the one file of a zip archive, as text; what cannot be decoded is replaced.

    Raises:
        DataError: It cannot be read.
    """
    try:
        with raw(path) as file:
            yield io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    except LookupError:
        raise DataError(f"no such encoding: {encoding}", file=path, advice="for example utf-8") from None
    except UnicodeError as error:
        raise DataError(
            f"not in the encoding {encoding} ({error})", file=path, advice="save it as UTF-8"
        ) from None


@contextlib.contextmanager
def raw(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of the one file in a zip archive; nothing is unpacked to disk.

    Raises:
        DataError: It is no regular file, cannot be read, or is an archive that cannot be.
    """
    check_file(path)
    try:
        if path.suffix.lower() != ".zip":
            with path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as file:
            yield file
    except OSError as error:
        raise DataError(f"cannot be read ({error.strerror or error})", file=path) from error
    except _DAMAGED as error:
        raise DataError(f"not a zip archive that can be read ({error})", file=path) from None


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) != 1:
        raise DataError(
            f"{len(members)} files in the archive", file=path, advice="unpack the one that is meant"
        )
    if members[0].flag_bits & 1:
        raise DataError("an archive with a password", file=path, advice="unpack it")
    return members[0]


def check_file(path: Path) -> None:
    """Refuse what is not read twice: a table is, for its encoding, its head and its rows.

    Raises:
        DataError: A folder, a pipe or a device.
    """
    if path.is_dir():
        raise DataError("is a folder, not a table", file=path, advice="name its files")
    if path.exists() and not path.is_file():
        raise DataError("is a pipe or a device, not a file", file=path, advice="save it as a file first")


def sniff_encoding(path: Path) -> str:
    """The encoding of a file: by its mark, UTF-8 where all of it is, else the one that fits best.

    Raises:
        DataError: It cannot be read, is empty, or is no text.
    """
    with raw(path) as file:
        start = file.read(_SAMPLE)
        if not start:
            raise DataError("empty", file=path)
        marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
        if marked:
            return marked
        if b"\0" in start:
            raise DataError("binary, not a table (it has NUL bytes)", file=path, advice="save it as CSV")
        bad = _not_utf8(file, start)
    return "utf-8" if bad is None else _guess(bad, path)


def _not_utf8(file: IO[bytes], block: bytes) -> bytes | None:
    """The first block that is not UTF-8; None where all of the file is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    while block:
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            return block
        block = file.read(_BLOCK)
    return None


def _guess(block: bytes, path: Path) -> str:
    from charset_normalizer import from_bytes

    lines = [line for line in block.split(b"\n")[1:-1] or [block] if not line.isascii()]
    best = from_bytes(b"\n".join(lines)[:200_000] or block[:200_000], cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise DataError("in an encoding that cannot be told", file=path, advice="save it as CSV UTF-8")
    return best.encoding


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])


def require(columns: Sequence[str], wanted: Sequence[str], path: Path, what: str) -> None:
    """Refuse a file without the columns that a format needs.

    Raises:
        DataError: With those that are missing, and those that are there.
    """
    missing = [name for name in wanted if name not in columns]
    if missing:
        there = ", ".join(list(columns)[:6])
        raise DataError(
            f"no column {missing[0]!r}, so not {what} (its columns begin: {there})",
            file=path,
            line=1,
            advice="other tables come in by geomap import table --mapping FILE.toml",
        )
