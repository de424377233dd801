"""The run of an import: rows to reports, a newer edition in place of an older one, then merged as ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from geomap.decisions import Decision, Ruled, check_names
from geomap.decisions.lookup import Lookup
from geomap.errors import DataError, UsageError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.datasets import read_codebook
from geomap.imports.cells import LeftOut, Refused, Row, Values
from geomap.imports.mapping import needs_mapping, read_mapping
from geomap.model import Dataset, Report, Store
from geomap.pipeline import assemble
from geomap.store import verdicts

Type = Literal["acled", "ucdp", "gdelt", "table"]
KINDS: tuple[Type, ...] = ("acled", "ucdp", "gdelt", "table")
_LISTED = 10_000  # refused rows that are remembered one by one; all are counted


class Refusal(msgspec.Struct, frozen=True):
    """A row that was not taken."""

    file: str
    line: int
    column: str
    reason: str
    advice: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        what = f"{self.column}: {self.reason}" if self.column else self.reason
        return f"{where}: {what}; {self.advice}"


class Imported(msgspec.Struct, frozen=True):
    """What an import did. Rows that were read are new, replaced, the same as before, older, left out or refused.

    Attributes:
        store: The store with the rows in it.
        dataset: Of which rows were read.
        read: Rows.
        new: Events that the store did not have.
        replaced: Events of which the store had another edition.
        unchanged: Rows that the store has as they are.
        older: Rows of which the store, or another row, has a newer edition.
        left_out: Rows that are no attack, by what they are.
        refused: How many rows were not taken, by the column at fault.
        refusals: The first of these, each with its reason.
        ruled: What people's verdicts did.
        interrupted: Whether it was stopped before all was read; what was read is in the store.
    """

    store: Store
    dataset: Dataset
    read: int
    new: int
    replaced: int
    unchanged: int
    older: int
    left_out: dict[str, int]
    refused: dict[str, int]
    refusals: tuple[Refusal, ...]
    ruled: Ruled | None = None
    interrupted: bool = False

    @property
    def kept(self) -> int:
        """Rows that the store now holds."""
        return self.new + self.replaced + self.unchanged


class _Reader(Protocol):
    def rows(self, path: Path) -> Iterator[Row]: ...

    def report(self, values: Values) -> Report: ...


def import_dataset(
    kind: str,
    paths: Sequence[str | Path],
    *,
    existing: Store | None = None,
    mapping: str | Path | None = None,
    gazetteer: Gazetteer | None = None,
    decisions: str | Path | None = None,
    every: bool = False,
    merge: bool = False,
    fresh: bool = False,
    strict: bool = False,
) -> Store:
    """Reads rows of a dataset and returns a store of incidents, merged with what is there.

    Args:
        kind: "acled", "ucdp", "gdelt", or "table" for any CSV or GeoJSON.
        paths: Files; a `.zip` of one file is read without unpacking it.
        existing: A store to add to: a newer edition of a row takes the place of the older one.
        mapping: For a table: the TOML file that says which column is what (see `geomap.imports.mapping`).
        gazetteer: The places and actors to look names up in; None: the curated ones.
        decisions: A file of people's verdicts, which win over the rules.
        every: Keep also rows that are no attack, as `other`.
        merge: Let rows of GDELT merge with what others tell; those of other datasets always may.
        fresh: Take the rows that the store has of this dataset out first.
        strict: Refuse the whole import where one row is refused.

    Raises:
        DataError: A file cannot be read, is no such table, or none of its rows can be taken.
        UsageError: There is no such dataset, or a mapping is missing or not used.
    """
    said = verdicts.read(Path(decisions)).decisions if decisions is not None else ()
    return run(
        kind, paths, existing=existing, mapping=mapping, gazetteer=gazetteer, decisions=said, every=every,
        merge=merge, fresh=fresh, strict=strict,
    ).store  # fmt: skip


def run(
    kind: str,
    paths: Sequence[str | Path],
    *,
    existing: Store | None = None,
    mapping: str | Path | None = None,
    gazetteer: Gazetteer | None = None,
    decisions: Sequence[Decision] = (),
    decisions_name: str = "decisions",
    every: bool = False,
    merge: bool = False,
    fresh: bool = False,
    strict: bool = False,
    progress: Callable[[int, int | None], None] | None = None,
) -> Imported:
    """As `import_dataset`, and says what it did.

    Args:
        kind: As `import_dataset`, and likewise the others that are not named here.
        paths: See there.
        existing: See there.
        mapping: See there.
        gazetteer: See there.
        decisions: People's verdicts.
        decisions_name: What to call their file in messages.
        every: See there.
        merge: See there.
        fresh: See there.
        strict: See there.
        progress: Gets (rows read, None).
    """
    gazetteer = gazetteer or Gazetteer.load()
    lookup = Lookup(gazetteer)
    check_names(decisions, lookup, decisions_name)
    reader, dataset = _reader(kind, gazetteer, mapping, every, merge)
    taken = _Taken(existing or Store(), dataset, fresh=fresh)
    interrupted = False
    try:
        for path in paths:
            for row in reader.rows(Path(path)):
                taken.take(str(path), row, reader)
                if progress is not None and taken.read % 1000 == 0:
                    progress(taken.read, None)
    except KeyboardInterrupt:
        interrupted = True
    _check(taken, paths, strict=strict)
    old = existing or Store()
    store, ruled = assemble(
        gazetteer, taken.reports.values(), old.articles, old.unplaced, decisions, lookup,
        datasets=(*(one for one in old.datasets if one.id != dataset.id), dataset),
    )  # fmt: skip
    return Imported(
        store=store,
        dataset=dataset,
        read=taken.read,
        new=taken.new,
        replaced=taken.replaced,
        unchanged=taken.unchanged,
        older=taken.older,
        left_out=dict(sorted(taken.left_out.items(), key=lambda item: (-item[1], item[0]))),
        refused=dict(sorted(taken.refused.items(), key=lambda item: (-item[1], item[0]))),
        refusals=tuple(taken.refusals),
        ruled=ruled,
        interrupted=interrupted,
    )


def _reader(
    kind: str, gazetteer: Gazetteer, mapping: str | Path | None, every: bool, merge: bool
) -> tuple[_Reader, Dataset]:
    if kind not in KINDS:
        raise UsageError(f"no such dataset: {kind!r}", advice=f"one of {', '.join(KINDS)}")
    if kind == "table":
        if mapping is None:
            raise needs_mapping()
        from geomap.imports.table import Table

        table = Table(gazetteer, read_mapping(Path(mapping)))
        return table, table.dataset
    if mapping is not None:
        raise UsageError(f"{kind} has columns of its own", advice="--mapping is for geomap import table")
    codebook = read_codebook(kind)
    reader: Any
    if kind == "acled":
        from geomap.imports.acled import Acled

        reader = Acled(gazetteer, codebook, every=every)
    elif kind == "ucdp":
        from geomap.imports.ucdp import Ucdp

        reader = Ucdp(gazetteer, codebook, every=every)
    else:
        from geomap.imports.gdelt import Gdelt

        reader = Gdelt(gazetteer, codebook, every=every, merged=merge)
    return reader, codebook.dataset


class _Taken:
    """The reports of the store with those of the rows: of one event the newest edition only."""

    def __init__(self, existing: Store, dataset: Dataset, *, fresh: bool) -> None:
        held = (*(r for one in existing.incidents for r in one.reports), *existing.dropped)
        self.reports = {r.id: r for r in held if not (fresh and r.dataset == dataset.id)}
        self._here: set[str] = set()
        self.read = self.new = self.replaced = self.unchanged = self.older = 0
        self.left_out: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.refusals: list[Refusal] = []

    def take(self, file: str, row: Row, reader: _Reader) -> None:
        """Count a row and keep its report, or why there is none."""
        self.read += 1
        try:
            if "" in row.values:
                raise Refused("", row.values[""], "mend the row")
            report = reader.report(row.values)
        except LeftOut as error:
            self.left_out[str(error)] += 1
            return
        except Refused as error:
            self.refused[error.column or "row"] += 1
            if len(self.refusals) < _LISTED:
                self.refusals.append(Refusal(file, row.line, error.column, error.reason, error.advice))
            return
        self._keep(report)

    def _keep(self, report: Report) -> None:
        known = self.reports.get(report.id)
        if known is None:
            self.new += 1
        elif known == report:
            self.unchanged += report.id not in self._here
            self.older += report.id in self._here
        elif known.version is not None and report.version is not None and report.version < known.version:
            self.older += 1
            return
        elif report.id in self._here:
            self.older += 1  # the row that is replaced now
        else:
            self.replaced += 1
        self._here.add(report.id)
        self.reports[report.id] = report


def _check(taken: _Taken, paths: Sequence[str | Path], *, strict: bool) -> None:
    total = taken.refused.total()
    if total and (strict or total == taken.read):
        first = taken.refusals[0]
        said = f"none of {taken.read:,} rows can be taken"
        if total < taken.read:
            said = f"{total:,} of {taken.read:,} rows are refused, and nothing was written"
        column = f"{first.column}: " if first.column else ""
        raise DataError(
            f"{said}; the first: {column}{first.reason}",
            file=first.file,
            line=first.line,
            advice=first.advice,
        )
    if not taken.read:
        raise DataError("no rows", file=str(paths[0]) if paths else None)
