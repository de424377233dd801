"""Articles to a store: a function of its articles, whatever the order, the run and the process."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.articles import read_articles
from geomap.gazetteer import Gazetteer
from geomap.model import Article, Store
from geomap.pipeline import build, demo_articles, read_into, run
from geomap.reader import Reader
from tests.fixtures.process import ROOT
from tests.fixtures.reading import article

STRIKE = "A drone struck the al-Omar oil field in Syria on Sunday, killing six fighters."
OTHER = "Six fighters were killed on Sunday by a drone that hit the base at the al-Omar oil field in Syria."
ROCKETS = "Rockets hit the Harir base in northern Iraq on Saturday, wounding two US soldiers."
NOTHING = "The minister opened a bridge in Mosul on Sunday. Soldiers with rifles and drones stood by."
ARTICLES = tuple(article(text, id=id, outlet=id.title()) for id, text in
                 (("one", STRIKE), ("two", OTHER), ("three", ROCKETS), ("four", NOTHING)))  # fmt: skip


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    """The sample articles."""
    return read_articles(demo_articles()).articles


@pytest.fixture(scope="module")
def store(reader: Reader, samples: list[Article]) -> Store:
    """The samples, read."""
    return read_into(reader, samples, Store())


def data(store: Store) -> bytes:
    return msgspec.json.encode(store)


def test_the_samples(store: Store, samples: list[Article]) -> None:
    """What a newcomer sees first: every article is counted, most tell of something, Tower 22 is in Jordan."""
    assert [a.id for a in store.articles] == sorted(a.id for a in samples)
    assert len(store.incidents) >= 10
    tower = [i for i in store.incidents if i.place_id == "tower-22"]
    assert [(i.country, i.date_start, i.killed) for i in tower] == [("JO", dt.date(2024, 1, 28), 3)]
    assert any(len(i.articles) > 1 for i in store.incidents), "overlapping samples are merged"


def test_what_is_known_of_each_article(reader: Reader) -> None:
    """Outlet, day, checksum, and how many reports it gave: none is counted, too."""
    store = read_into(reader, ARTICLES, Store())
    entries = {entry.id: entry for entry in store.articles}
    assert {id: entry.n_reports for id, entry in entries.items()} == {
        "one": 1,
        "two": 1,
        "three": 1,
        "four": 0,
    }
    assert entries["one"].sha256 == hashlib.sha256(ARTICLES[0].text.encode()).hexdigest()
    assert (entries["one"].outlet, entries["one"].published) == ("One", dt.date(2024, 2, 5))
    assert store.gazetteer_version == reader.gazetteer.version and store.attribution


def test_two_articles_of_one_event_are_one_incident(reader: Reader) -> None:
    """And both are named by it."""
    store = read_into(reader, ARTICLES, Store())
    assert sorted(i.articles for i in store.incidents) == [("one", "two"), ("three",)]


def test_evidence_is_verbatim_and_where_its_span_says(store: Store, samples: list[Article]) -> None:
    """A reader finds each sentence in its article, character by character."""
    texts = {a.id: a.text for a in samples}
    reports = [r for i in store.incidents for r in i.reports]
    assert len(reports) > 15
    for report in reports:
        assert texts[report.article][report.span.start : report.span.end] == report.evidence
        assert report.place_text is None or report.place_text in texts[report.article]
        assert report.date_text is None or report.date_text in texts[report.article]


def test_every_incident_names_the_articles_of_its_reports(store: Store) -> None:
    """Nothing on the map without a source."""
    known = {a.id for a in store.articles}
    for incident in store.incidents:
        assert set(incident.articles) == {r.article for r in incident.reports} <= known
    ids = [r.id for i in store.incidents for r in i.reports]
    assert len(ids) == len(set(ids)) and len({i.id for i in store.incidents}) == len(store.incidents)


def test_no_text_of_an_article_is_kept_beyond_its_evidence(reader: Reader) -> None:
    """A store may be passed on: it holds sentences that are evidence, and never the article."""
    secret = "The bakery of the village of nowhere sells its bread at seven each morning"
    told = article(f"{STRIKE}\n\n{secret}.\n\n{secret} and again at nine.", id="long")
    store = read_into(reader, [told], Store())
    assert len(store.incidents) == 1
    assert b"bakery" not in data(store)


def test_adding_gives_the_bytes_of_building_all(reader: Reader) -> None:
    """Yesterday's store and today's articles: as if all had been read at once."""
    whole = read_into(reader, ARTICLES, Store())
    for cut in range(len(ARTICLES) + 1):
        first = read_into(reader, ARTICLES[:cut], Store())
        assert data(read_into(reader, ARTICLES[cut:], first)) == data(whole)


def test_the_same_again_changes_nothing(reader: Reader) -> None:
    """Reading an article twice does not double it."""
    whole = read_into(reader, ARTICLES, Store())
    assert data(read_into(reader, ARTICLES, whole)) == data(whole)


def test_a_changed_article_replaces_the_old_one(reader: Reader) -> None:
    """A correction by the outlet takes the old reports with it."""
    whole = read_into(reader, ARTICLES, Store())
    corrected = article(ROCKETS.replace("two", "three"), id="three", outlet="Three")
    changed = read_into(reader, [corrected], whole)
    assert [i.wounded for i in changed.incidents if i.place_id == "harir"] == [3]
    assert data(changed) == data(read_into(reader, [*ARTICLES[:2], corrected, ARTICLES[3]], Store()))


def test_removing_an_article_leaves_no_trace(reader: Reader) -> None:
    """As if it had never been read."""
    whole = read_into(reader, ARTICLES, Store())
    left = run([], existing=whole, remove=["one"], gazetteer=reader.gazetteer).store
    assert data(left) == data(read_into(reader, ARTICLES[1:], Store()))


def test_a_link_survives_a_later_article(reader: Reader) -> None:
    """The id of an incident comes from its earliest report."""
    later = article(OTHER, id="zwei", published=dt.date(2024, 2, 6)).text
    first = read_into(reader, ARTICLES[:1], Store())
    both = read_into(
        reader,
        [msgspec.structs.replace(ARTICLES[1], id="aaa", text=later, published=dt.date(2024, 2, 6))],
        first,
    )
    assert [i.id for i in both.incidents] == [i.id for i in first.incidents]
    assert len(both.incidents[0].reports) == 2


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(ARTICLES))
def test_the_order_of_the_articles_never_matters(order: list[Article], reader: Reader) -> None:
    """The same bytes, whichever file the folder lists first."""
    assert data(read_into(reader, order, Store())) == data(read_into(reader, ARTICLES, Store()))


_PROGRAM = """
import sys, msgspec
from geomap.pipeline import build, demo_articles
paths = demo_articles()
sys.stdout.buffer.write(msgspec.json.encode(build(paths[::-1] if sys.argv[1] == "1" else paths)))
"""


def test_two_processes_give_the_same_bytes(store: Store) -> None:
    """Neither the hash seed nor the clock nor the order of the files gets into a store."""
    outputs = []
    for seed in ("1", "2"):
        env = os.environ | {
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": seed,
            "TZ": "Asia/Tokyo" if seed == "1" else "UTC",
        }
        command = [sys.executable, "-c", _PROGRAM, seed]
        outputs.append(subprocess.run(command, env=env, check=True, capture_output=True, timeout=120).stdout)
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0])["incidents"] == json.loads(data(store))["incidents"]


def test_build_from_files(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """A folder of files with what the caller knows of them; what cannot be read is counted with its reason."""
    (tmp_path / "a.txt").write_text(ARTICLES[2].text, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    built = run([tmp_path], published="2024-02-05", outlet="Northern Wire", gazetteer=gazetteer)
    assert built.read + len(built.skipped) == 2
    (incident,) = built.store.incidents
    assert (incident.date_start, incident.sources, incident.articles) == (
        dt.date(2024, 2, 3),
        ("Northern Wire",),
        ("a",),
    )
    assert (
        build([tmp_path], published=dt.date(2024, 2, 5), outlet="Northern Wire", gazetteer=gazetteer)
        == built.store
    )


def test_progress_counts_what_is_read(tmp_path: Path, reader: Reader) -> None:
    """A long run shows how far it is, of how many."""
    for number, one in enumerate(ARTICLES):
        (tmp_path / f"{number}.txt").write_text(one.text, encoding="utf-8")
    seen: list[tuple[int, int | None]] = []
    run([tmp_path], gazetteer=reader.gazetteer, progress=lambda done, whole: seen.append((done, whole)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


@settings(max_examples=40, deadline=None)
@given(
    text=st.lists(
        st.one_of(
            st.sampled_from(
                [STRIKE, ROCKETS, "قصفت طائرات دير الزور", "\n\n", "Read more: ", "5 km east of "]
            ),
            st.text(max_size=30),
        ),
        max_size=8,
    ).map(" ".join)
)
def test_any_text_can_be_read(text: str, reader: Reader) -> None:
    """Whatever a collector saves: no crash, and evidence that is in the text."""
    for lang in ("en", "ar", None):
        told = article(text, lang=lang)
        for report in reader.read(told).reports:
            assert told.text[report.span.start : report.span.end] == report.evidence
