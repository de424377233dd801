"""Looking names up among the curated places: spellings meet, traps do not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.fuzzy import could_match, difference, likeness, near_key, shell, shell_cuts, skeleton
from geomap.gazetteer.index import NameIndex
from geomap.gazetteer.kindwords import KindWords


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(Gazetteer.load())


# What the article writes, and the place that it means.
SPELLINGS = [
    ("Al-Omar", "al-omar-field"), ("al-`Umar field", "al-omar-field"), ("العمر", "al-omar-field"),
    ("حقل العمر النفطي", "al-omar-field"), ("Koniko", "conoco-field"), ("Coneco gas field", "conoco-field"),
    ("كونيكو", "conoco-field"), ("Kharab al-Jeer", "kharab-al-jir"), ("kharab aljir", "kharab-al-jir"),
    ("خراب الجير", "kharab-al-jir"), ("Rmelan base", "kharab-al-jir"), ("Rmelan", "rmelan"),
    ("Tower 22", "tower-22"), ("البرج 22", "tower-22"), ("Harir airbase", "harir"), ("قاعدة حرير", "harir"),
    ("Zummar", "zummar"), ("زمار", "zummar"), ("Deir Ezzor", "deir-ez-zor"), ("Dayr az-Zawr", "deir-ez-zor"),
    ("دير الزور", "deir-ez-zor"), ("DEIR EZ ZOR", "deir-ez-zor"), ("Ain al-Assad", "ain-al-asad"),
    ("al-Tanf", "tanf"), ("Rukban", "rukban"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), SPELLINGS)
def test_the_usual_spellings_meet(index: NameIndex, text: str, place: str) -> None:
    """Hyphens, articles, apostrophes, capitals and scripts do not keep a name from its place."""
    found = index.lookup(text)
    assert found, f"nothing for {text}"
    assert found[0].place.id == place
    assert found[0].reasons


# Near misses that mean something else, or nothing.
NOT_PLACES = [
    "ConocoPhillips",
    "Xyzzyq",
    "Het",
    "Xandiour",
    "the",
    "",
    "  ",
    "-",
    "Hamas",
    "Omar dam",
    "Xandu hospital",
]


@pytest.mark.parametrize("text", NOT_PLACES)
def test_what_is_unknown_finds_nothing(index: NameIndex, text: str) -> None:
    """An unknown name gives nothing rather than something near."""
    assert index.lookup(text) == []


def test_a_near_miss_says_so(index: NameIndex) -> None:
    """A spelling that nobody listed is found, scored below the exact one, and the reason names the known one."""
    exact, near = index.lookup("Qasrak")[0], index.lookup("Qasraak")[0]
    assert near.place.id == exact.place.id
    assert near.score < exact.score
    assert "spelt nearly like" in near.reasons[0]


def test_kind_words_decide_between_town_and_base(index: NameIndex) -> None:
    """The name "Balad" is the town's, "Balad air base" the base 20 km away; the other is the runner-up, if at all."""
    assert index.lookup("Balad")[0].place.kind in ("city", "town")
    assert index.lookup("Balad airbase")[0].place.kind == "airbase"


def test_a_site_in_a_known_town_is_put_at_the_town(index: NameIndex) -> None:
    """A "Balad hospital" is better put in Balad than nowhere, and the reason says what does not fit."""
    found = index.lookup("Balad hospital")
    assert found[0].place.kind in ("city", "town")
    assert found[0].score < 75
    assert any("does not fit" in reason for reason in found[0].reasons)


def test_filters_restrict(index: NameIndex) -> None:
    """Country, kind, language and limit only ever take away."""
    assert index.lookup("Deir Ezzor", country="IQ") == []
    assert index.lookup("Deir Ezzor", kind="airbase") == []
    assert index.lookup("Deir Ezzor", lang="ar") == []
    assert len(index.lookup("Erbil", limit=1)) == 1


def test_the_order_is_total(index: NameIndex) -> None:
    """The same question has the same answer in the same order, twice."""
    for text in ("al-Asad", "Erbil", "Balad"):
        assert [c.place.id for c in index.lookup(text)] == [c.place.id for c in index.lookup(text)]


def test_kind_words_come_off_both_ends() -> None:
    """Both "the port of Hodeidah" and "Hodeidah port" are Hodeidah, said to be a port; a bare kind is no name."""
    words = KindWords(Gazetteer.load().kinds.values())
    assert words.split("port of Hodeidah").core == "Hodeidah"
    assert words.split("Hodeidah port").core == "Hodeidah"
    assert "port" in words.split("Hodeidah port").kinds
    assert words.split("base").core == "base"
    assert words.split("قاعدة حرير").core == "حرير"


def test_vowels_cost_half_a_consonant() -> None:
    """So "Hareer" is nearer to "Harir" than "Hamir" is."""
    assert difference("harir", "harer", 2) == 0.5
    assert difference("harir", "hamir", 2) == 1.0
    assert difference("harir", "kobani", 1) == float("inf")
    assert near_key("Hareer") == near_key("Harir")
    assert skeleton("irbil") == skeleton("arbil")
    assert likeness("thawra", "dioura") < 0.6


@settings(max_examples=300, deadline=None)
@given(st.text("abdhiklmnru", min_size=1, max_size=9), st.text("abdhiklmnru", min_size=1, max_size=9))
def test_ruling_out_never_rules_out_a_match(a: str, b: str) -> None:
    """The quick test before the distance only saves time: no near miss is lost by it."""
    for limit in (0.5, 1.0, 1.5):
        assert could_match(a, b, limit) or difference(a, b, limit) > limit


LETTERS = "abdhiklmu"


@settings(max_examples=500, deadline=None)
@given(
    st.text(LETTERS, min_size=2, max_size=12),
    st.lists(st.tuples(st.integers(1, 12), st.sampled_from([*LETTERS, ""]), st.booleans()), max_size=3),
)
def test_the_index_of_near_misses_loses_none(a: str, edits: list[tuple[int, str, bool]]) -> None:
    """Two keys of one first letter within a limit of 1.5 meet by the cuts of their shells."""
    b = a
    for at, letter, replaces in edits:
        b = b[:at] + letter + b[at + replaces :]
    if difference(a, b, 1.5) <= 1.5:
        assert ({shell(a)} | shell_cuts(shell(a))) & ({shell(b)} | shell_cuts(shell(b)))


@settings(max_examples=300, deadline=None)
@given(
    st.text(LETTERS, max_size=6),
    st.text(LETTERS, max_size=5),
    st.text(LETTERS, max_size=5),
    st.text(LETTERS, max_size=6),
)
def test_what_two_words_share_at_their_ends_costs_nothing(head: str, a: str, b: str, tail: str) -> None:
    """The distance of the whole words is that of what differs between them."""
    assert difference(head + a + tail, head + b + tail, 99) == difference(a, b, 99)
