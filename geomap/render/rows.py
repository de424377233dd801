"""What a page is made of, out of a table of any size: sites, their rows in map order, and who did what to whom.

Works on the different combinations of values, of which a million rows have few; no record is made for a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geomap.model import OFF_MAP_STATUS, Incident, Report, Store
from geomap.render.actors import Named, ids_of
from geomap.render.sites import Site, site_of, site_order
from geomap.store.columns import Coded
from geomap.store.table import RecordTable, Table, encode, first_rows, smallest, together

Ints = NDArray[np.int64]
_PLACE = (
    "place_id", "place", "admin1_name", "lon", "lat", "radius_km", "precision", "area_id", "admin1", "country",
    "point_is",
)  # fmt: skip
# What the page without scripts says of an incident.
_STILL = (
    "id", "title", "kind", "status", "date_start", "date_end", "date_precision", "place", "admin1_name", "country",
    "attacker_id", "attacker", "attacker_role", "attackers", "target", "target_role", "evidence", "articles",
)  # fmt: skip
_BLANK: dict[str, Any] = {"id": "", "slug": "", "title": "", "kind": "other", "status": "reported"}
_LATE = np.iinfo(np.int64).max


class Rows:
    """The rows of a table as the page has them.

    Args:
        table: The store.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self._coded: dict[str, Coded] = {}

    @classmethod
    def of(cls, store: Store) -> Rows:
        """The rows of a store in memory."""
        return cls(RecordTable(store))

    def __len__(self) -> int:
        return len(self.table)

    def coded(self, name: str) -> Coded:
        """A column in the table's own order."""
        if name not in self._coded:
            self._coded[name] = self.table.coded(name)
        return self._coded[name]

    def _once(self, name: str) -> Coded:
        """A column that is not kept: a page needs forty of them."""
        return self._coded.get(name) or self.table.coded(name)

    def each(self, names: Sequence[str], value: Callable[..., Any]) -> tuple[Ints, list[Any]]:
        """A function of some columns in map order: for each row the number of its value, and the values.

        The values are numbered as they appear, so that equal stores give equal pages.
        """
        codes, combinations = together([self._once(name) for name in names])
        return _numbered(codes[self.order], [value(*one) for one in combinations])

    def numbers(self, names: Sequence[str], value: Callable[..., int]) -> Ints:
        """A function of some columns that is a number, in map order."""
        codes, combinations = together([self._once(name) for name in names])
        found = np.array([value(*one) for one in combinations] or [0], np.int64)
        return found[codes[self.order]] if len(codes) else codes

    @property
    def kept_back(self) -> int:
        """How many may not be passed on, by the licence of their source."""
        allowed = self.table.coded("redistribute")
        return int(
            np.isin(allowed.codes, [code for code, value in enumerate(allowed.values) if not value]).sum()
        )

    # --- places ---------------------------------------------------------------------------------------------

    @cached_property
    def _sites(self) -> tuple[Ints, list[Site]]:
        """Of each row the site, in the table's order; and the sites in theirs."""
        codes, combinations = together([self.coded(name) for name in _PLACE])
        found = []
        for one in combinations:
            fields = {k: v for k, v in zip(_PLACE, one, strict=True) if v is not None}
            found.append(site_of(Incident(**(_BLANK | fields))))
        sites = sorted(set(found), key=site_order)
        at = {site: number for number, site in enumerate(sites)}
        numbers = np.array([at[site] for site in found] or [0], np.int64)
        return (numbers[codes] if len(codes) else codes), sites

    @property
    def sites(self) -> list[Site]:
        """The spots of the map, neighbours near each other."""
        return self._sites[1]

    @cached_property
    def site(self) -> Ints:
        """The site of each row, in map order."""
        return self._sites[0][self.order]

    def counts(self, *, shown: bool = False) -> Counter[Site]:
        """How many incidents each site has; of those on the map from the start, or of all."""
        at = self._sites[0][self._shown] if shown else self._sites[0]
        numbers = np.bincount(at, minlength=len(self.sites)).tolist()
        return Counter({site: n for site, n in zip(self.sites, numbers, strict=True) if n})

    # --- order ----------------------------------------------------------------------------------------------

    @cached_property
    def order(self) -> Ints:
        """Rows so that near ones are neighbours (Z-order), those without a point last; then by date and id."""
        return np.lexsort((self._rank, self._days(_LATE), self._sites[0]))

    def latest(self, most: int, *, lean: bool = False) -> list[Incident]:
        """The latest incidents of those on the map from the start, undated ones after all others.

        Args:
            most: How many at most.
            lean: Without evidence and reports.
        """
        order = np.lexsort((self._rank, self._days(-1)))[::-1]
        rows = order[self._shown[order]][:most]
        names = [name for name in _STILL if not (lean and name == "evidence")]
        columns: dict[str, list[Any]] = dict(zip(names, self._values(rows, names), strict=True))
        if not lean:
            columns["reports"] = self.table.reports(rows)
        return [
            Incident(**(_BLANK | {name: v for name, v in zip(columns, row, strict=True) if v is not None}))
            for row in zip(*columns.values(), strict=True)
        ]

    def _values(self, rows: Ints, names: Sequence[str]) -> Iterator[list[Any]]:
        """Properties of some rows; what is coded already is not read again."""
        for name in names:
            if name in self._coded:
                known = [*self._coded[name].values, None]
                yield [known[code] for code in self._coded[name].codes[rows].tolist()]
            else:
                yield from self.table.told(rows, [name])

    @cached_property
    def _rank(self) -> Ints:
        return self.table.rank()

    def _days(self, undated: int) -> Ints:
        start = self.coded("date_start")
        known = np.array([*(day.toordinal() for day in start.values), undated], np.int64)
        days: Ints = known[start.codes]
        return days

    @cached_property
    def _shown(self) -> NDArray[np.bool_]:
        status = self.coded("status")
        known = np.array([*(value not in OFF_MAP_STATUS for value in status.values), True])
        shown: NDArray[np.bool_] = known[status.codes]
        return shown

    # --- actors ---------------------------------------------------------------------------------------------

    @cached_property
    def _told(self) -> dict[int, tuple[Report, ...]]:
        """The reports of rows that have any, by their place in map order."""
        rows = self.table.with_reports()
        place = np.empty(len(self), np.int64)
        place[self.order] = np.arange(len(self))
        return dict(zip(place[rows].tolist(), self.table.reports(rows), strict=True))

    def who(self, side: str) -> tuple[Ints, list[tuple[str, ...]]]:
        """Ids of the attackers (or targets) of each row in map order, and the different groups of them.

        A store has the ids of further actors only in its reports; where they are gone, as from what is published,
        an actor has the id that it has where it stands first.
        """
        elsewhere = {name: id for id, name in self._names()}
        names = (f"{side}_id", side, f"{side}s")
        codes, combinations = together([self.coded(name) for name in names])
        ordered = codes[self.order]
        groups: list[tuple[str, ...]] = [
            ids_of(id, first, every, elsewhere) for id, first, every in combinations
        ]
        for row, reports in self._told.items():
            known = {role.name: role.id for report in reports for role in getattr(report, f"{side}s")}
            id, first, every = combinations[ordered[row]]
            groups.append(ids_of(id, first, every, elsewhere | known))
            ordered[row] = len(groups) - 1
        return _numbered(ordered, groups)

    def named(self) -> Named:
        """Who is named, how often as the first attacker, and how the store calls them, first come first."""
        attackers, targets = self.who("attacker"), self.who("target")
        firsts: Counter[str] = Counter()
        for group, count in zip(attackers[1], np.bincount(attackers[0]).tolist(), strict=True):
            if group:
                firsts[group[0]] += count
        used = {id for _, groups in (attackers, targets) for group in groups for id in group}
        return Named(frozenset(used), firsts, dict(self._names()))

    def _names(self) -> Iterator[tuple[str, str]]:
        columns = [self.coded(name) for name in ("attacker_id", "attacker", "target_id", "target")]
        codes, combinations = together(columns)
        ordered = codes[self.order]
        first = first_rows(smallest(ordered)).tolist() if len(ordered) else []
        seen: dict[str, str] = {}
        for row in sorted({*first, *self._told}):
            attacker_id, attacker, target_id, target = combinations[ordered[row]]
            for id, name in ((attacker_id, attacker), (target_id, target)):
                if id and name:
                    seen.setdefault(id, name)
            for report in self._told.get(row, ()):
                for role in (*report.attackers, *report.targets):
                    seen.setdefault(role.id, role.name)
        yield from seen.items()


def _numbered(codes: Ints, values: Sequence[Any]) -> tuple[Ints, list[Any]]:
    """Codes and values with equal values joined, numbered in the order of their first appearance."""
    if not len(codes):
        return codes, []
    same = encode(list(values))
    joined = same.codes[codes].astype(np.int64)
    small = smallest(joined)
    first = first_rows(small)
    order = np.argsort(first)
    numbers = np.empty(len(order), np.int64)
    numbers[order] = np.arange(len(order))
    return numbers[small], [same.values[code] for code in joined[first[order]].tolist()]
