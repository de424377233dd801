"""Articles and rows in one store: merged, in any order, ruled by people, lossless in every format."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from pathlib import Path

import pytest

from geomap import pipeline
from geomap.decisions import Decision
from geomap.gazetteer import Gazetteer
from geomap.imports import Imported
from geomap.model import Store
from geomap.store import read_store, write_store
from tests.fixtures.imported import imported, incident

ARTICLE = (
    "Northern Wire, 5 February 2024. A drone attack hit the al-Omar oil field in Deir ez-Zor on Sunday, killing seven "
    "fighters of the Syrian Democratic Forces. The Islamic Resistance in Iraq claimed it.\n"
)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article of our own."""
    path = tmp_path_factory.mktemp("a") / "omar.txt"
    path.write_text(ARTICLE)
    return path


def step(name: str, store: Store, gazetteer: Gazetteer, article: Path) -> Store:
    """The store after one more source."""
    if name == "articles":
        return pipeline.run([article], gazetteer=gazetteer, existing=store).store
    return imported(gazetteer, name, "acled.csv" if name == "acled" else "ucdp.csv", existing=store).store


def test_the_order_of_sources_does_not_matter(gazetteer: Gazetteer, article: Path) -> None:
    """Articles, ACLED and UCDP in each order give one store."""
    stores = []
    for order in permutations(("articles", "acled", "ucdp")):
        store = Store()
        for name in order:
            store = step(name, store, gazetteer, article)
        stores.append(store)
    assert all(store == stores[0] for store in stores)
    assert [one.id for one in stores[0].datasets] == ["acled", "ucdp"]


def test_a_row_and_an_article_of_one_attack_are_one_incident(gazetteer: Gazetteer, article: Path) -> None:
    """Its id stays the article's, the dead become a range, the row's licence binds the whole."""
    alone = step("articles", Store(), gazetteer, article)
    store = step("acled", alone, gazetteer, article)
    one = incident(store, "acled:SYR900001")
    assert one.id == alone.incidents[0].id and one.origin == "articles"
    assert {report.origin for report in one.reports} == {"articles", "acled"}
    assert one.origins == ("articles", "acled")
    assert (one.killed_low, one.killed_high) == (6, 7) and not one.redistribute
    assert "ACLED" in one.sources and one.articles == ("omar", "acled:SYR900001")


def test_rows_of_one_dataset_are_never_merged(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Whoever made the list told two raids of one day apart."""
    (tmp_path / "m.toml").write_text(
        'name = "L"\n[columns]\nid = "id"\ndate = "day"\nlon = "x"\nlat = "y"\n[constants]\nkind = "raid"\n'
    )
    (tmp_path / "l.csv").write_text(
        "id,day,x,y\n" + "".join(f"{n},2024-02-04,43.1,36.3\n" for n in range(200))
    )
    done = imported(gazetteer, "table", str(tmp_path / "l.csv"), mapping=tmp_path / "m.toml")
    assert len(done.store.incidents) == 200


def verdict(**fields: str) -> Decision:
    return Decision(when=dt.datetime(2024, 3, 1, tzinfo=dt.UTC).isoformat(), who="ana", **fields)  # type: ignore[arg-type]


def test_people_rule_over_rows_too(gazetteer: Gazetteer, article: Path) -> None:
    """A verdict on a row holds through later imports and builds."""
    said = [verdict(verdict="drop", report="acled:SYR900002")]
    store = imported(gazetteer, "acled", "acled.csv", decisions=said).store
    assert "acled:SYR900002" in {report.id for report in store.dropped}
    store = imported(gazetteer, "ucdp", "ucdp.csv", existing=store, decisions=said).store
    store = pipeline.run([article], gazetteer=gazetteer, existing=store, decisions=said).store
    assert "acled:SYR900002" in {report.id for report in store.dropped}
    assert all(report.id != "acled:SYR900002" for one in store.incidents for report in one.reports)


@pytest.mark.parametrize("suffix", [".geojson", ".geojsonl", ".gpkg", ".parquet"])
def test_stores_lose_nothing_of_rows(suffix: str, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Codes, editions, terms: back as they went in."""
    done: Imported = imported(gazetteer, "acled", "acled.csv")
    write_store(done.store, tmp_path / f"s{suffix}")
    assert read_store(tmp_path / f"s{suffix}") == done.store


def test_a_row_can_be_taken_out(gazetteer: Gazetteer) -> None:
    """As an article can, by its id; the terms go with the last row."""
    done = imported(gazetteer, "acled", "acled.csv")
    ids = [report.article for one in done.store.incidents for report in one.reports]
    some = pipeline.run([], gazetteer=gazetteer, existing=done.store, remove=ids[:1]).store
    assert len(some.incidents) == 2 and some.datasets
    none = pipeline.run([], gazetteer=gazetteer, existing=done.store, remove=ids).store
    assert not none.incidents and not none.datasets and not any("ACLED" in line for line in none.attribution)
