"""Rows of a GeoParquet file as incidents."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from geomap import model
from geomap.errors import DataError
from geomap.store import flat, sql
from geomap.store.columns import incidents
from geomap.store.duck.session import Session

_REPORTS = msgspec.json.Decoder(tuple[model.Report, ...])
_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_ALL = (*flat.TABLE, "reports")
_LEAST = ("id", "slug", "title", "kind", "status")  # without which there is no incident
_MEMORY = "1GB"  # of DuckDB while records are streamed


def read(session: Session, where: str, columns: Sequence[str] = ()) -> list[tuple[int, model.Incident]]:
    """Records with their row numbers, by day and id: whole ones, or with some columns only."""
    names = [name for name in _ALL if name in columns or name in _LEAST] if columns else _ALL
    rows = session.rows(
        f"SELECT file_row_number, {_listed(names)} FROM {session.file} WHERE {where} "
        "ORDER BY date_start NULLS LAST, id"
    )
    return _records(session, names, rows) if rows else []


def stream(session: Session, where: str) -> Iterator[model.Incident]:
    """Whole records, some thousands at a time; DuckDB sorts on the disk what it cannot hold."""
    with tempfile.TemporaryDirectory(prefix="geomap-") as folder:
        session.run(f"SET temp_directory = {sql.text(folder)}")
        session.run(f"SET memory_limit = '{_MEMORY}'")
        answer = session.run(f"SELECT file_row_number, {_listed(_ALL)} FROM {session.file} WHERE {where}")
        while rows := session.fetched(answer):
            yield from (one for _, one in _records(session, _ALL, rows))


def number_of_reports(session: Session) -> int:
    """How many reports all incidents have."""
    answer = session.run(f"SELECT reports FROM {session.file} WHERE reports IS NOT NULL")
    number = 0
    while rows := session.fetched(answer):
        number += sum(len(_LIST.decode(text)) for (text,) in rows if text)
    return number


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _records(
    session: Session, names: Sequence[str], rows: list[tuple[Any, ...]]
) -> list[tuple[int, model.Incident]]:
    numbers, *values = (list(column) for column in zip(*rows, strict=True))
    columns = dict(zip(names, values, strict=True))
    reports = [_REPORTS.decode(text) if text else () for text in columns.pop("reports", ())]
    try:
        found = list(incidents(columns, reports))
    except msgspec.ValidationError as error:
        raise DataError(f"not a store of geomap: {error}", file=session.path) from None
    return list(zip(numbers, found, strict=True))
