"""The data block: what the page is told about a store."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import numpy as np
import pytest
from msgspec import structs

from geomap.gazetteer import Gazetteer
from geomap.model import ActorRole, Store
from geomap.render.actors import attackers_of, first_day, last_day
from geomap.render.codec import pack
from geomap.render.columns import page_data
from geomap.render.rows import Rows
from geomap.render.sites import mercator, site_of
from geomap.render.texts import TEXT_BLOCK, text_record
from tests.fixtures import mapped
from tests.fixtures.stores import incident as made


def unpack(column: dict[str, Any]) -> list[int]:
    """A column as its numbers, read as the page reads it."""
    raw = gzip.decompress(base64.b64decode(column["d"]))
    size = {"u8": 1, "u16": 2, "u32": 4}[column["t"]]
    planes = np.frombuffer(raw, np.uint8).reshape(size, -1).T
    numbers = np.ascontiguousarray(planes).view(f"<u{size}").ravel().astype(np.int64)
    if column.get("z"):
        numbers = np.cumsum((numbers >> 1) ^ -(numbers & 1))
    return numbers.tolist()


def unpack_json(text: str) -> Any:
    return json.loads(gzip.decompress(base64.b64decode(text)))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


VALUES = [[], [0], [255, 256], [70_000, 0, 5], list(range(1000, 0, -7))]


@pytest.mark.parametrize(
    ("values", "delta"),
    [(values, delta) for values in VALUES for delta in (False, True)] + [([2**32 - 1, 0], False)],
)
def test_numbers_come_back_as_they_went_in(values: list[int], delta: bool) -> None:
    """Columns lose nothing, whatever their width, as they are or as steps."""
    assert unpack(pack(values, delta=delta)) == values


def test_rows_lie_in_the_order_of_their_sites(gazetteer: Gazetteer) -> None:
    """The page finds the incidents of a place as one run of rows."""
    data, _ = page_data(mapped.store(), gazetteer)
    sites = unpack(data["row"]["site"])
    assert sites == sorted(sites)
    assert data["head"]["rows"] == len(sites) == 14


def test_the_order_of_a_store_does_not_matter(gazetteer: Gazetteer) -> None:
    """The same incidents in another order are the same bytes."""
    store = mapped.store()
    turned = Store(incidents=store.incidents[::-1], articles=store.articles)
    assert page_data(store, gazetteer) == page_data(turned, gazetteer)


def test_what_is_not_known_is_not_zero(gazetteer: Gazetteer) -> None:
    """Nobody killed, and no word about it, are two codes; a date not given is none."""
    store = mapped.store()
    data, _ = page_data(store, gazetteer)
    order = [store.incidents[row].id for row in Rows.of(store).order]
    killed = dict(zip(order, unpack(data["row"]["killed"]), strict=True))
    start = dict(zip(order, unpack(data["row"]["start"]), strict=True))
    assert (killed["i07"], killed["i04"], killed["i06"]) == (1, 0, 4)
    assert start["i09"] == 0
    assert start["i06"] - start["i07"] == 8


def test_texts_are_apart_and_lean_pages_have_none(gazetteer: Gazetteer) -> None:
    """Evidence is read when a card is opened, and left out of a lean page."""
    store = mapped.store()
    data, blocks = page_data(store, gazetteer)
    assert len(blocks) == -(-14 // TEXT_BLOCK)
    records = unpack_json(blocks[0])
    order = [store.incidents[row].id for row in Rows.of(store).order]
    assert [record["id"] for record in records] == order
    tower = records[order.index("i06")]
    assert tower["evidence"][0]["text"] == "Three soldiers died when a drone came down on their tents."
    assert tower["evidence"][0]["also"] == "The group's channel praised its fighters for it."
    assert "Three soldiers" not in json.dumps(data)
    assert page_data(store, gazetteer, lean=True)[1] == []


def test_reports_that_name_others_go_along(gazetteer: Gazetteer) -> None:
    """Whom each report names, where two have nobody in common; what is only inferred contradicts nobody."""
    first = mapped.incident(1, "al-tanf", "2024-01-20")
    (report,) = first.reports

    def told(target: str, role: str) -> dict[str, object]:
        other = structs.replace(report, id="b:0", targets=(ActorRole(id=target, name=target, role=role),))
        return text_record(structs.replace(first, reports=(report, other)))

    assert told("syria", "stated")["targets_named"] == [["syria"], ["united-states"]]
    assert "targets_named" not in told("united-states", "stated")
    assert "targets_named" not in told("syria", "inferred")
    assert "attackers_named" not in told("syria", "stated")


def test_the_most_frequent_attackers_have_the_first_colours(gazetteer: Gazetteer) -> None:
    """Slots follow frequency; every named actor has a letter, those with colours one of their own."""
    dictionaries = unpack_json(page_data(mapped.store(), gazetteer)[0]["dict"])
    rows = {row["id"]: row for row in dictionaries["actor"]}
    slots = {row["slot"]: id for id, row in rows.items() if "slot" in row}
    assert slots[1] in ("islamic-resistance-in-iraq", "kataib-hezbollah")
    letters = [row["letter"] for row in rows.values() if "slot" in row]
    assert len(set(letters)) == len(letters)
    part_of = rows["kataib-hezbollah"]["part_of"]
    assert any(dictionaries["actor"][link[0]]["id"] == "islamic-resistance-in-iraq" for link in part_of)


def test_further_attackers_are_found_by_their_reports() -> None:
    """A store lists names; the reports know whom they mean."""
    one = mapped.incident(
        1, "al-tanf", "2024-02-04", attackers=("Islamic Resistance in Iraq", "Somebody else")
    )
    assert attackers_of(one) == ("islamic-resistance-in-iraq", "Somebody else")


def test_partial_dates_are_their_first_and_last_day() -> None:
    """2017-02 lasts from the first to the twenty-eighth."""
    assert (last_day("2017-02") or 0) - (first_day("2017-02") or 0) == 27
    assert (last_day("2016") or 0) - (first_day("2016") or 0) == 365
    assert first_day(None) is None


def test_points_that_cannot_be_are_no_points() -> None:
    """NaN, infinity and degrees off the globe leave an incident without a point, not the page broken."""
    for incident in mapped.hostile_store().incidents[2:]:
        assert site_of(incident).lon is None
    assert mercator(180.0, 85.05) == (2**26 - 1, pytest.approx(0, abs=3000))


def test_a_state_is_not_called_by_its_enemies_names(gazetteer: Gazetteer) -> None:
    """Recognition knows many names of a state in Arabic; the map shows the country's."""
    rows = unpack_json(page_data(mapped.store(), gazetteer)[0]["dict"])["actor"]
    states = {row["id"]: row["ar"] for row in rows if row.get("kind") == "state"}
    assert states["united-states"] == "الولايات المتحدة"


def test_a_place_that_a_text_puts_beside_another_has_an_arabic_name_for_that(gazetteer: Gazetteer) -> None:
    """Not that of the place alone: between two towns is in neither, off a port is not in it."""
    names = {
        "between Kirkuk and Daquq": "kirkuk",
        "off Hodeidah": "hodeidah",
        "Kirkuk": "kirkuk",
        "off Nowhere": "x",
    }
    point = {"lon": 44.0, "lat": 35.0, "precision": "near"}
    store = Store(incidents=tuple(made(name, place=name, place_id=id, **point) for name, id in names.items()))
    rows = unpack_json(page_data(store, gazetteer)[0]["dict"])["place"]
    arabic = {row[1]: row[2] if len(row) > 2 else "" for row in rows}
    assert arabic["between Kirkuk and Daquq"] == "بين كركوك وداقوق"
    assert arabic["off Hodeidah"] == "قبالة الحديدة"
    assert arabic["Kirkuk"] == "كركوك" and arabic["off Nowhere"] == ""


def test_an_actor_stands_once_where_the_reports_are_gone(gazetteer: Gazetteer) -> None:
    """What is published has no reports, which hold the ids of further attackers: the rail lists nobody twice."""
    both = made(
        "one", attacker_id="irgc", attacker="IRGC", attackers=("IRGC", "Kataib Hezbollah", "Some band")
    )
    alone = made(
        "two", attacker_id="kataib-hezbollah", attacker="Kataib Hezbollah", attackers=("Kataib Hezbollah",)
    )
    data = page_data(Store(incidents=(both, alone)), gazetteer)[0]
    names = [row["name"] for row in unpack_json(data["dict"])["actor"]]
    assert names.count("Kataib Hezbollah") == 1 and "Some band" in names
