"""decisions.csv: a verdict a line, so that it diffs, merges, opens in a spreadsheet and is only ever added to."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from geomap.decisions.record import DECISION_COLUMNS, SCHEMA, VERDICTS, Decision, fault
from geomap.errors import DataError

TORN = "# cut off"  # ends a line that was not written to its end
_SCHEMA = re.compile("[0-9]{1,4}")
_FORMULA = ("=", "+", "-", "@", "'")  # what a spreadsheet would run, and what guards against it


class Read(NamedTuple):
    """The verdicts of a file in its order, and what the user should know of it."""

    decisions: tuple[Decision, ...]
    notes: tuple[str, ...] = ()


def head_line() -> str:
    """The first line of the file."""
    return ",".join(DECISION_COLUMNS) + "\n"


def decision_line(decision: Decision) -> str:
    """A verdict as one line; line breaks in its texts become blanks."""
    out = io.StringIO()
    values = (guard(" ".join(str(getattr(decision, name)).split())) for name in DECISION_COLUMNS)
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()


def guard(text: str) -> str:
    """A text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguard(text: str) -> str:
    """The text before it was guarded."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def read_decisions(text: str, name: str) -> Read:
    """The verdicts in the text of a file.

    The last line may lack its end, because whoever wrote it was interrupted: it is said and left, the others hold.

    Args:
        text: The whole file.
        name: What to call it in messages.

    Raises:
        DataError: A line is no verdict; says its row and what to do.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    if not lines:
        return Read(())
    columns, delimiter = _columns(lines[0], name)
    decisions, notes = [], []
    for row, line in enumerate(lines[1:], start=2):
        stripped = line.rstrip("\r\n")
        if not stripped.strip(f"{delimiter} \t"):
            continue
        if stripped.endswith(TORN):
            notes.append(
                f"{name}:{row}: a verdict was cut off when it was written, and is not applied: {stripped}"
            )
            continue
        try:
            decisions.append(_decision(stripped, columns, delimiter, name, row))
        except DataError:
            if stripped != line:
                raise
            notes.append(f"{name}:{row}: the last line is cut off, and is not applied: {stripped}")
    return Read(tuple(decisions), tuple(notes))


def _columns(head: str, name: str) -> tuple[list[str], str]:
    delimiter = max(",;\t", key=head.count)
    columns = [column.strip() for column in next(csv.reader([head], delimiter=delimiter), [])]
    missing = [column for column in ("verdict", "report") if column not in columns]
    if missing:
        advice = f"the first line is {head_line().strip()}"
        raise DataError(f"no column {missing[0]}", file=name, line=1, advice=advice)
    return columns, delimiter


def _decision(line: str, columns: list[str], delimiter: str, name: str, row: int) -> Decision:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _bad(
            name, row, f"not a line of CSV ({error})", "a verdict is one line; double the quotes in it"
        ) from None
    if len(cells) != len(columns):
        raise _bad(
            name, row, f"{len(cells)} cells in place of {len(columns)}", "quote what has a comma in it"
        )
    values = dict(zip(columns, map(unguard, (cell.strip() for cell in cells)), strict=True))
    return make_decision(values, name, row)


def make_decision(values: dict[str, str], name: str, row: int) -> Decision:
    """A verdict out of the cells of a row by column; columns that are not a verdict's are left out.

    Raises:
        DataError: It is no verdict; says what to do.
    """
    schema, verdict = values.get("schema") or str(SCHEMA), values.get("verdict", "").casefold()
    if not _SCHEMA.fullmatch(schema) or int(schema) > SCHEMA:
        raise _bad(name, row, f"schema {schema!r} is not known", "pip install --upgrade geomap")
    if verdict not in VERDICTS:
        raise _bad(name, row, f"{verdict!r} is no verdict", f"write {', '.join(VERDICTS)}")
    texts = {
        column: values.get(column, "") for column in DECISION_COLUMNS if column not in ("schema", "verdict")
    }
    decision = Decision(schema=int(schema), verdict=verdict, row=row, **texts)  # type: ignore[arg-type]
    wrong = fault(decision)
    if wrong:
        message, _, advice = wrong.partition("; ")
        raise _bad(name, row, message, advice or "mend or delete the line")
    return decision


def _bad(name: str, row: int, message: str, advice: str) -> DataError:
    return DataError(message, file=name, line=row, advice=advice)


def rows_of(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a spreadsheet by column, with the line where each begins; cells may hold line breaks.

    Raises:
        DataError: It has no columns of verdicts, or is no CSV.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    if not lines:
        return
    columns, delimiter = _columns(lines[0], name)
    reader = csv.reader(lines[1:], delimiter=delimiter)
    row = 2
    try:
        for cells in reader:
            yield row, dict(zip(columns, map(unguard, (cell.strip() for cell in cells)), strict=False))
            row = reader.line_num + 2
    except csv.Error as error:
        raise _bad(name, row, f"not a row of CSV ({error})", "mend the row") from None
