"""Whatever an article says survives the stores: quotes, newlines, separators, scripts, emoji, controls."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap import model
from geomap.store import STORE_SUFFIXES, read_store, write_store
from geomap.store.features import ordered
from tests.fixtures.stores import incident, report

# Neither NUL nor lone surrogates: `geomap.articles` lets none through.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
LIST = st.lists(TEXT, max_size=4).map(tuple)
NUMBER = st.none() | st.integers(0, 10**6)
LON, LAT = st.integers(-180_000_000, 180_000_000), st.integers(-90_000_000, 90_000_000)


@st.composite
def incidents(draw: st.DrawFn, number: int) -> model.Incident:
    """An incident whose every kind of field holds anything."""
    point = draw(st.none() | st.tuples(LON, LAT))
    day = draw(st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
    return incident(
        f"i{number}",
        title=draw(TEXT),
        evidence=draw(st.none() | TEXT),
        attackers=draw(LIST),
        sources=draw(LIST),
        killed=draw(NUMBER),
        wounded_high=draw(NUMBER),
        redistribute=draw(st.booleans()),
        date_start=day,
        date_end=day,
        radius_km=draw(st.none() | st.floats(0, 1e4)),
        lon=None if point is None else point[0] / 1e6,
        lat=None if point is None else point[1] / 1e6,
        reports=(report("a", number, evidence=draw(TEXT)),),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(*map(incidents, range(3))), TEXT)
def test_any_text_survives(many: tuple[model.Incident, ...], name: str) -> None:
    """Written and read again, nothing differs, in any store."""
    store = model.Store(
        incidents=tuple(ordered(many)),
        unplaced=(model.Unplaced(text=name, article="a", sentence=name, reason="r"),),
    )
    with TemporaryDirectory() as folder:
        for suffix in STORE_SUFFIXES:
            path = Path(folder) / f"s{suffix}"
            write_store(store, path)
            read = read_store(path)
            for one, other in zip(read.incidents, store.incidents, strict=True):
                assert msgspec.to_builtins(one) == msgspec.to_builtins(other), suffix
            assert read.unplaced == store.unplaced
