"""The words that a weak name needs: those that name a place count from further off, with what is glued to them."""

from __future__ import annotations

import pytest

from geomap.reader import Reader


@pytest.mark.parametrize(
    ("words", "said", "found"),
    [
        (("لبنان", "كتيبة"), "قصفت المقاومة موقعا في لبنان", True),
        (("لبنان", "كتيبة"), "قصفت المقاومة موقعا بلبنان", True),
        (("لبنان", "كتيبة"), "كتيبه المقاومه", False),
        (("لبنان", "كتيبة"), "لبنانيون في دمشق", False),
        (("كتيبة",), "كتيبه في لبنان", False),
        ((), "لبنان", False),
    ],
)
def test_only_places_count(words: tuple[str, ...], said: str, found: bool, reader: Reader) -> None:
    """A word for a unit is looked for elsewhere; where no word names a place, nothing is found."""
    for _ in range(2):  # the second time it is kept
        assert (reader.vocabulary.places_among(words).search(said) is not None) is found
