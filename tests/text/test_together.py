"""A toll of several places together, in words and back."""

from __future__ import annotations

import pytest

from geomap.together import Together, in_words, read


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        (Together(9, None, ("Khiam", "Yater")), "9 killed in Khiam and Yater together"),
        (Together(None, 4, ("Khiam", "Yater")), "4 wounded in Khiam and Yater together"),
        (
            Together(22, 117, ("Kafra", "Khiam", "Yater")),
            "22 killed and 117 wounded in Kafra, Khiam and Yater together",
        ),
        (
            Together(9, None, ("Bara, Sudan", "El Obeid")),
            "9 killed in “Bara, Sudan” and El Obeid together",
        ),
        (
            Together(9, None, ("Kirkuk", "Jammu and Kashmir", "Bara, Sudan")),
            "9 killed in Kirkuk, “Jammu and Kashmir” and “Bara, Sudan” together",
        ),
    ],
)
def test_there_and_back(toll: Together, words: str) -> None:
    """What is written is read."""
    assert in_words(toll) == words and read(words) == toll


@pytest.mark.parametrize("words", [None, "", "US soldiers", "guards in Khiam and Yater together"])
def test_other_words_are_none(words: str | None) -> None:
    """A person's own words about the victims are no such toll."""
    assert read(words) is None
