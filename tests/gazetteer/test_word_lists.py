"""Lists of words in a `[grammar]`, and those that hold another list."""

from __future__ import annotations

import pytest

from geomap.gazetteer.grammar import compiled, grammar_faults

WORDS = {
    "kinds_of_town": ["market", "port"],
    "near_links": ["{kinds_of_town}", "of"],
    "lying_kinds": ["state"],
}


def test_a_list_in_braces_stands_for_its_words() -> None:
    """Written once, held by each list that names it; other lists stay as they are."""
    lists = dict(compiled({"words": WORDS}))
    assert lists["near_links"] == {"market", "port", "of"} and lists["lying_kinds"] == {"state"}
    assert not list(grammar_faults({"grammar": {"words": WORDS}}))


def test_a_list_that_is_not_there_is_said() -> None:
    """By the check of the gazetteer, and when the language is read."""
    words = {"near_links": ["{no_such_list}", "of"]}
    with pytest.raises(ValueError, match="no list 'no_such_list'"):
        dict(compiled({"words": words}))
    assert any("no_such_list" in fault for fault, _ in grammar_faults({"grammar": {"words": words}}))
