"""The status of an incident from those of its reports: every cell of the table."""

from __future__ import annotations

import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.merge.status import join, join_all
from geomap.model import Status

STATUSES: tuple[Status, ...] = typing.get_args(Status)
_NAMES = ("reported", "claimed", "confirmed", "disputed", "denied", "planned", "threatened")
# Rows and columns in the order of _NAMES: what an incident is of which one report says the row, one the column.
_TABLE = """
    reported   claimed    confirmed  disputed  disputed  reported   reported
    claimed    claimed    confirmed  disputed  disputed  claimed    claimed
    confirmed  confirmed  confirmed  disputed  disputed  confirmed  confirmed
    disputed   disputed   disputed   disputed  disputed  disputed   disputed
    disputed   disputed   disputed   disputed  denied    denied     denied
    reported   claimed    confirmed  disputed  denied    planned    planned
    reported   claimed    confirmed  disputed  denied    planned    threatened
"""
CELLS = [
    (row, column, result)
    for row, line in zip(_NAMES, _TABLE.strip().splitlines(), strict=True)
    for column, result in zip(_NAMES, line.split(), strict=True)
]


def test_the_table_is_whole() -> None:
    """No status was added without a row of its own."""
    assert sorted(_NAMES) == sorted(STATUSES) and len(CELLS) == len(STATUSES) ** 2


@pytest.mark.parametrize(("a", "b", "result"), CELLS)
def test_each_cell(a: Status, b: Status, result: Status) -> None:
    """What one says and another denies is disputed, and stays on the map; what happened outweighs what was planned."""
    assert join(a, b) == result


@given(st.sampled_from(STATUSES), st.sampled_from(STATUSES))
def test_the_order_of_two_never_matters(a: Status, b: Status) -> None:
    """Commutative."""
    assert join(a, b) == join(b, a)


@given(st.lists(st.sampled_from(STATUSES), min_size=1), st.randoms())
def test_the_order_of_many_never_matters(statuses: list[Status], random: typing.Any) -> None:
    """The status of an incident does not depend on which article was read first."""
    shuffled = list(statuses)
    random.shuffle(shuffled)
    assert join_all(shuffled) == join_all(statuses)


@given(st.lists(st.sampled_from([s for s in STATUSES if s != "denied"]), min_size=2, max_size=6))
def test_more_of_the_same_changes_nothing(statuses: list[Status]) -> None:
    """Status is never counted: a second report of the same kind is no confirmation."""
    assert join_all(statuses) == join_all([*statuses, statuses[0]])


def test_no_reports_no_status() -> None:
    """An incident without reports is a fault of ours."""
    with pytest.raises(ValueError, match="at least one"):
        join_all([])
