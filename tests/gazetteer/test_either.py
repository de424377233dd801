"""One pattern of several."""

from __future__ import annotations

import re

import pytest

from geomap.gazetteer.grammar import either
from geomap.gazetteer.grammar_patterns import NEVER

FROM_OR_NEAR = either(re.compile(r"\bfrom\s*$|\bout of$"), NEVER, re.compile(r"\bnear(?: the)?$"))


@pytest.mark.parametrize("before", ["sent from", "came out of", "a camp near the"])
def test_it_finds_what_one_of_them_finds(before: str) -> None:
    """Whichever alternative of whichever pattern."""
    assert FROM_OR_NEAR.search(before)


@pytest.mark.parametrize("before", ["sent from there", "linear", "\0", ""])
def test_it_finds_nothing_else(before: str) -> None:
    """What never matches adds nothing; nor does a pattern of such alone."""
    assert not FROM_OR_NEAR.search(before)
    assert not either(NEVER, NEVER).search(before)
