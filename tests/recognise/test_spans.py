"""Recognition: names and telling words, each with exactly its characters of the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.reader import Reader
from geomap.recognise import Reading, recognise
from geomap.text import fold, fold_name

# text, the words that are names in it, the place or actor of the first
SPANS = [
    ("Drones hit Ain al-Asad.", ["Ain al-Asad"], "ain-al-asad"),
    ("Drones hit ʿAyn al‑Asad’s runway.", ["Ayn al‑Asad"], "ain-al-asad"),
    ("Drones hit the “Conoco” gas field.", ["Conoco” gas field"], "conoco-field"),
    ("Drones hit Al-Omar oil field.", ["Al-Omar oil field"], "al-omar-field"),
    ("ROCKETS FELL ON QAMISHLI.", ["QAMISHLI"], "qamishli"),
    ("Drones hit Ḥarīr base.", ["Ḥarīr base"], "harir"),
    ("Deir‑ez‑Zor was quiet.", ["Deir‑ez‑Zor"], "deir-ez-zor"),
    ("The U.S. said so.", ["U.S."], "united-states"),
    ("The US said so; us, it said.", ["US"], "united-states"),
    ("Iraq's oil", ["Iraq"], "iraq"),
    ("Sana’a airport", ["Sana’a airport"], "sanaa-airport"),
    ("سقطت صواريخ بالقامشلي وبأربيل.", ["القامشلي", "أربيل"], "qamishli"),
    ("وقاعدة حرير", ["قاعدة حرير"], "harir"),
    ("قَاعِدَةَ حَرِير", ["قَاعِدَةَ حَرِير"], "harir"),
    ("ديـــر الزور", ["ديـــر الزور"], "deir-ez-zor"),
]

NO_NAMES = [
    pytest.param("They hit us at noon.", id="words that are names only in capitals"),
    pytest.param("Hitler, Balados, Omarska", id="names inside longer words"),
    pytest.param("Omar came home.", id="a weak name without the words that it needs"),
    pytest.param("حريره ناعمة", id="an Arabic name inside a longer word"),
    pytest.param("", id="nothing"),
]


def read(reader: Reader, text: str, lang: str | None = None) -> Reading:
    return recognise(text, reader.vocabulary, lang)


@pytest.mark.parametrize(("text", "names", "first"), SPANS)
def test_the_characters_of_a_name(text: str, names: list[str], first: str, reader: Reader) -> None:
    """Quotes, hyphens, diacritics, dots, vowel signs and clitics: the span is what stands in the text."""
    mentions = read(reader, text).mentions
    assert [text[m.start : m.end] for m in mentions] == names == [m.text for m in mentions]
    assert first in (*mentions[0].places, *mentions[0].actors)


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_only_looks_like_a_name(text: str, reader: Reader) -> None:
    """Small letters, parts of words, weak names alone."""
    assert [m.text for m in read(reader, text).mentions] == []


def test_a_weak_name_counts_beside_what_it_needs(reader: Reader) -> None:
    """Omar is a person, and the field where a field is spoken of."""
    (mention,) = read(reader, "Rockets hit the Omar field.").mentions
    assert mention.places == ("al-omar-field",)


def test_the_longer_name_wins(reader: Reader) -> None:
    """The air base is not the town that it is named for."""
    (mention,) = read(reader, "Balad Air Base").mentions
    assert mention.places[0] == "balad-airbase"


def test_cues_of_one_language_only(reader: Reader) -> None:
    """An English text has no Arabic verbs; names are found in every language."""
    text = "A drone struck دير الزور؛ قصفت"
    tags = {cue.tag for cue in read(reader, text, "en").cues}
    assert "triggers.attack.verbs" in tags
    assert {c.text for c in read(reader, text, "en").cues} < {c.text for c in read(reader, text).cues}
    assert [m.places[0] for m in read(reader, text, "en").mentions] == ["deir-ez-zor"]


_NAMES = [
    "Ain al-Asad", "al-Tanf", "Deir ez-Zor", "Sana'a", "U.S.", "US", "Kataib Hezbollah", "Kata’ib Hizballah",
    "دير الزور", "القامشلي", "أربيل", "المقاومة الإسلامية في العراق", "Conoco field", "Tower 22", "Red Sea",
]  # fmt: skip
_JOINTS = [" ", ", ", "\n\n", " – ", "’s ", " (", ") ", "؛ ", " و", ". ", "«", "» ", "\u200f ", "-"]
_JUNK = st.text(
    alphabet=st.one_of(
        st.sampled_from("aZزل’'`“”-‑–—.ـًَُِّ\u200c\u200f\u00ad\u0301 \nﷺİßǅ1٣"), st.characters(codec="utf-8")
    ),
    max_size=12,
)
_TEXTS = st.lists(st.one_of(st.sampled_from(_NAMES), st.sampled_from(_JOINTS), _JUNK), max_size=12).map(
    "".join
)


@settings(max_examples=200, deadline=None)
@given(text=_TEXTS)
def test_spans_in_any_text(text: str, reader: Reader) -> None:
    """Whatever the text: spans lie in it, in order, none over another, and fold to a name of what they stand for."""
    reading = read(reader, text)
    last = 0
    for mention in reading.mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert fold_name(mention.text) in _names_of(reader, (*mention.places, *mention.actors)), mention
        last = mention.end
    for cue in reading.cues:
        assert 0 <= cue.start < cue.end <= len(text)
        assert fold(text[cue.start : cue.end]) == " ".join(cue.text.split())


def _names_of(reader: Reader, ids: tuple[str, ...]) -> set[str]:
    names: set[str] = set()
    for id in ids:
        actor = reader.gazetteer.actors.get(id)
        names |= {fold_name(name.text) for name in (actor or reader.atlas.place(id)).names}
    return names


@settings(max_examples=100, deadline=None)
@given(
    before=st.sampled_from(["", "In ", "على ", "“", "\u200f", "é́ "]),
    name=st.sampled_from(_NAMES),
    after=st.sampled_from(["", ".", "’s", "”", " said", "،"]),
)
def test_a_name_is_found_wherever_it_stands(before: str, name: str, after: str, reader: Reader) -> None:
    """Characters that folding drops before a name never shift its span."""
    text = before + name + after
    spans = [(m.start, m.end) for m in read(reader, text).mentions]
    assert any(start <= len(before) and end >= len(before) + len(name.rstrip(".")) for start, end in spans), (
        spans
    )
