"""The table of what happens to each field: complete, and what the program does."""

from __future__ import annotations

import types
import typing

import msgspec
import pytest

from geomap import model
from geomap.errors import UsageError
from geomap.publish import publish
from geomap.publish.dropping import TOGETHER, fields_to_drop
from geomap.publish.fields import INCIDENT, TABLE, WHOLE, Rule
from tests.fixtures import stores


def records_in(kind: typing.Any) -> set[type[model.Record]]:
    """The records that a type can hold."""
    if isinstance(kind, type) and not isinstance(kind, types.GenericAlias) and issubclass(kind, model.Record):
        return {kind}
    return {found for part in typing.get_args(kind) for found in records_in(part)}


def reachable(record: type[model.Record]) -> set[type[model.Record]]:
    found: set[type[model.Record]] = set()
    waiting = [record]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [part for f in msgspec.structs.fields(one) for part in records_in(f.type)]
    return found


def test_every_field_that_a_store_can_hold_has_its_rule() -> None:
    """Who adds a field to a record must say what publishing does with it."""
    for record in reachable(model.Store):
        if record in WHOLE:
            continue
        names = [field.name for field in msgspec.structs.fields(record)]
        assert list(TABLE[record]) == names or set(TABLE[record]) == set(names), record.__name__
    assert {model.Report, model.Unplaced, model.Span} <= set(WHOLE)


@pytest.mark.parametrize("level", ["10", "district", "governorate"])
def test_the_program_follows_the_table(level: str) -> None:
    """What is emptied is empty, what is kept is the same, what is made anew is not the old."""
    old = {one.date_text: one for one in stores.STORE.incidents}[stores.AL_OMAR.date_text]
    marked = msgspec.structs.replace(
        old,
        **{name: f"secret {name}" for name, rule in INCIDENT.items() if rule is Rule.WORDS},
        former_ids=("i-secret",),
        articles=("secret-place-attacked",),
    )
    (new,) = publish(msgspec.structs.replace(stores.STORE, incidents=(marked,)), level).incidents
    for name, rule in INCIDENT.items():
        before, after = getattr(marked, name), getattr(new, name)
        if rule is Rule.KEEP:
            assert after == before, name
        elif rule in (Rule.WORDS, Rule.GONE):
            assert not after, name
        elif rule in (Rule.MADE, Rule.NUMBER) and before:
            assert after != before, name


def test_what_is_dropped_is_not_said_in_other_words() -> None:
    """The weapon goes from the title and the codes too, the day from the slug."""
    store = publish(stores.STORE, "25", drop=["weapon,date"])
    for one in store.incidents:
        assert one.weapon is None and one.weapons == () and one.acled_sub_event_type is None
        assert "Drone" not in one.title and one.date_start is None and "2024" not in one.slug
    assert [one.id for one in store.incidents] == [f"p{n}" for n in range(1, 7)]


def test_fields_can_be_dropped_and_places_stay() -> None:
    """Without --coarsen a place is what it was; reports would say the dropped again, so they go."""
    store = publish(stores.STORE, drop=["target"])
    one = next(one for one in store.incidents if one.id == "i-omar")
    assert (one.place, one.lon, one.evidence) == ("al-Omar field", 40.5511119, stores.AL_OMAR.evidence)
    assert (one.target, one.target_id, one.targets, one.reports) == (None, None, (), ())
    assert one.articles == ("a1", "a2") and store.coarsened == ""
    assert all(article.sha256 is None and article.url is None for article in store.articles)


@pytest.mark.parametrize("name", ["id", "confidence", "redistribute", "weapn"])
def test_a_field_that_cannot_go_is_refused(name: str) -> None:
    """With the nearest that can."""
    with pytest.raises(UsageError, match=r"every incident has it|did you mean weapon"):
        fields_to_drop([name])


def test_families_are_made_of_fields() -> None:
    """A field renamed in the model is not forgotten here."""
    names = {field.name for field in msgspec.structs.fields(model.Incident)}
    assert {field for family in TOGETHER.values() for field in family} <= names
