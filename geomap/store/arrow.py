"""A GeoParquet store as a table, by pyarrow: columns are read when they are asked for, and coded by Arrow itself."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from geomap import model
from geomap.errors import DataError
from geomap.store import flat, parquet
from geomap.store.columns import Coded
from geomap.store.table import encode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_REPORTS = msgspec.json.Decoder(tuple[model.Report, ...])
_BETWEEN = "\x1f"  # stands between the items of a list while Arrow codes it


class ArrowTable:
    """A table in a GeoParquet file that `geomap.store.parquet` wrote.

    Args:
        path: The file.

    Raises:
        DataError: Not Parquet, or not a store.
        MissingExtra: pyarrow is not installed.
    """

    def __init__(self, path: Path) -> None:
        self._pa, self._pq = parquet.modules()
        self._pc: Any = importlib.import_module("pyarrow.compute")
        self._path = path
        with self._reading(), self._pq.ParquetFile(path) as file:
            self.head = parquet.read_head(file, path)
            self._rows = file.metadata.num_rows
        self._kept: dict[str, Any] = {}

    def __len__(self) -> int:
        """How many rows."""
        return int(self._rows)

    def coded(self, name: str) -> Coded:
        """A property of all rows."""
        with self._reading():
            column = self._column(name)
            return self._lists(column) if flat.TABLE[name] is tuple else self._plain(column)

    def rank(self) -> NDArray[np.int64]:
        """The place of each row among all by its id."""
        import numpy as np

        with self._reading():
            order = self._pc.sort_indices(self._column("id")).to_numpy()
        ranks = np.empty(len(self), np.int64)
        ranks[order] = np.arange(len(self))
        return ranks

    def told(self, rows: NDArray[np.int64], names: Sequence[str]) -> list[list[Any]]:
        """Properties of some rows."""
        with self._reading():
            table = self._kept_table(names).take(rows)
            found = [table[name].to_pylist() for name in names]
        lists = [flat.TABLE.get(name) is tuple for name in names]
        return [
            [tuple(item or ()) for item in column] if is_list else column
            for column, is_list in zip(found, lists, strict=True)
        ]

    def with_reports(self) -> NDArray[np.int64]:
        """The rows that have reports."""
        import numpy as np

        with self._reading():
            there = self._kept_table(["reports"])["reports"].is_valid().to_numpy()
        return np.flatnonzero(there)

    def reports(self, rows: NDArray[np.int64]) -> list[tuple[model.Report, ...]]:
        """The reports of some rows."""
        if not len(rows):
            return []
        (texts,) = self.told(rows, ["reports"])
        with self._reading():
            return [_REPORTS.decode(text) if text else () for text in texts]

    # --- arrow ----------------------------------------------------------------------------------------------

    def _column(self, name: str) -> Any:
        """A column as one array; kept ones are not read again."""
        table = self._kept.get(name)
        if table is None:
            table = self._pq.read_table(self._path, columns=[name], use_threads=True)[name]
        return table.combine_chunks() if hasattr(table, "combine_chunks") else table

    def _kept_table(self, names: Sequence[str]) -> Any:
        missing = [name for name in names if name not in self._kept]
        if missing:
            read = self._pq.read_table(self._path, columns=missing)
            self._kept |= {name: read[name].combine_chunks() for name in missing}
        return self._pa.table({name: self._kept[name] for name in names})

    def _plain(self, column: Any) -> Coded:
        import numpy as np

        coded = column.dictionary_encode()
        codes = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
        return Coded(codes, coded.dictionary.to_pylist())

    def _lists(self, column: Any) -> Coded:
        """Lists are joined to be coded; where that would lose something, they are coded one by one."""
        import numpy as np

        joined = self._plain(self._pc.binary_join(column, _BETWEEN).fill_null(""))
        values = [tuple(text.split(_BETWEEN)) if text else () for text in joined.values]
        lengths = self._pc.list_value_length(column).fill_null(0).to_numpy(zero_copy_only=False)
        if np.array_equal(np.array([len(value) for value in values] or [0])[joined.codes], lengths):
            return Coded(joined.codes, values)
        return encode([tuple(value or ()) for value in column.to_pylist()])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (self._pa.ArrowException, msgspec.DecodeError, KeyError, OSError) as error:
            first = str(error).partition("\n")[0]
            raise DataError(
                f"not a store of geomap: {first}", file=self._path, advice="geomap build makes stores"
            ) from None
