"""What can go wrong, in the words a user reads. Only `geomap.cli` prints them and picks the exit code."""

from __future__ import annotations

from pathlib import Path


class GeomapError(Exception):
    """Something the user can mend. One line: where, what, what to do.

    Args:
        message: What is wrong, without a full stop at the end.
        file: The file at fault, if one is.
        line: Its line, or row, or feature, counted from 1.
        advice: What to do about it.
    """

    exit_code = 1

    def __init__(
        self,
        message: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        advice: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.advice = advice

    def __str__(self) -> str:
        place = [str(part) for part in (self.file, self.line) if part is not None]
        where = f"{':'.join(place)}: " if self.file is not None else ""
        return where + self.message + (f"; {self.advice}" if self.advice else "")


class DataError(GeomapError):
    """Bad data: exit code 1."""


class UsageError(GeomapError):
    """A call that cannot be meant as written: exit code 2."""

    exit_code = 2


class MissingExtra(GeomapError):
    """An optional dependency is not installed; the advice is the command that installs it."""

    def __init__(self, package: str, extra: str, what_for: str) -> None:
        super().__init__(f"{what_for} needs the package {package}", advice=f"pip install 'geomap[{extra}]'")
