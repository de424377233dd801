"""A brief as Markdown and as a page: complete, escaped, self-contained, the same bytes, in two languages."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest

from geomap.brief import make_brief
from geomap.errors import UsageError
from geomap.gazetteer import Gazetteer
from geomap.render.brief import encode, write_brief
from geomap.render.brief.words import AR, EN, days_in_words
from tests.fixtures.briefed import incident, on, store

EVIL = '<script>alert(1)</script> | **bold** [x](javascript:alert(1)) & "q" \x1b[31m \u202eabc'
WEEK = {"region": "Deir ez-Zor", "since": "2024-02-05", "until": "2024-02-11"}


def test_markdown_with_its_map(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Counts, bars, actors, incidents with links, the denominator; the map lies beside it and is XML."""
    write_brief(store(), tmp_path / "week 1.md", gazetteer=gazetteer, **WEEK)
    text = (tmp_path / "week 1.md").read_text(encoding="utf-8")
    for words in (
        "# Incidents in Deir ez-Zor", "**5–11 February 2024**, beside the 7 days before, 29 January – 4 February",
        "3 more than before (1)", "| **4** | **2** | **3–6** |", "Islamic State 3 (1)",
        "2–5 killed", "[Northern Wire](<https://example.org/1>)", "Articles of these 7 days that were read: 4; of the",
        "No articles read is not peace", "1 known only to a governorate or country", "1 whose day is not known",
        "Left out: 1 denied", "(GDELT), 1 in the store", "![Map of the incidents](week%201.svg)", "invented data.",
    ):  # fmt: skip
        assert words in text, words
    assert re.search(r"7 Feb 2024 +2  ██", text)
    root = ET.parse(tmp_path / "week 1.svg").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg" and "al-Omar oil field" in "".join(root.itertext())


def test_a_page_asks_for_nothing(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """No script, no style attribute, no address but those of sources, a policy that forbids the rest."""
    write_brief(store(), tmp_path / "b.html", gazetteer=gazetteer, **WEEK)
    text = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert "default-src &#x27;none&#x27;" in text and "script-src &#x27;none&#x27;" in text
    assert "<script" not in text and " style=" not in text and "src=" not in text
    assert set(re.findall(r'href="(https?://[^/"]+)', text)) == {"https://example.org"}


@pytest.mark.parametrize("form", ["md", "html"])
def test_untrusted_text_is_only_text(form: str, gazetteer: Gazetteer) -> None:
    """In names, sentences, outlets, addresses, the attribution and the title."""
    bad = incident(
        1, on(0), place=EVIL, attacker=EVIL, attackers=(EVIL,), evidence=EVIL, report={"title": EVIL},
    )  # fmt: skip
    report = msgspec.structs.replace(bad.reports[0], outlet=EVIL, source_url="javascript:alert(1)")
    bad = msgspec.structs.replace(bad, reports=(report,))
    whole = msgspec.structs.replace(store(), incidents=(bad,), attribution=(EVIL,))
    made = make_brief(whole, gazetteer=gazetteer, since="2024-02-05", until="2024-02-11")
    text = encode(made, gazetteer, form, title=EVIL)
    assert "<script>alert" not in text and "\x1b" not in text and "\u202e" not in text
    assert 'href="javascript' not in text
    if form == "md":
        assert not re.search(r"(?<!\\)\]\(<?javascript", text)
        assert "\\<script\\>" in text and "\\*\\*bold" in text and "\\|" in text


def test_the_same_bytes(gazetteer: Gazetteer) -> None:
    """Whatever the order of the store's incidents."""
    turned = msgspec.structs.replace(
        store(), incidents=store().incidents[::-1], articles=store().articles[::-1]
    )
    for lang in ("en", "ar"):
        one, other = (
            encode(make_brief(s, gazetteer=gazetteer, **WEEK), gazetteer, "html", lang=lang)
            for s in (store(), turned)
        )
        assert one == other


def test_arabic(gazetteer: Gazetteer) -> None:
    """Right to left, with Arabic names of places, actors, kinds and months; no English word of ours is left."""
    text = encode(make_brief(store(), gazetteer=gazetteer, **WEEK), gazetteer, "html", lang="ar")
    assert '<html lang="ar" dir="rtl">' in text
    for words in ("دير الزور", "شباط 2024", "تنظيم", "هجوم", "غياب المقالات لا يعني السلام"):
        assert words in text, words
    assert not re.search("|".join(re.escape(v) for v in EN.values() if len(v) > 9 and "{" not in v), text)


def test_both_languages_have_the_same_words() -> None:
    """With the same blanks to fill."""
    assert EN.keys() == AR.keys()
    for key, text in EN.items():
        assert set(re.findall(r"{(\w+)}", AR[key])) <= set(re.findall(r"{(\w+)}", text)), key


def test_nothing_in_the_period_is_said_as_such(gazetteer: Gazetteer) -> None:
    """No incident and no article: the page says that it knows nothing, and draws no empty map."""
    made = make_brief(store(), gazetteer=gazetteer, region="Deir ez-Zor", since="2030", until="2030")
    for form in ("md", "html"):
        text = encode(made, gazetteer, form)
        assert "this page knows nothing of them" in text and "<svg" not in text and "████" not in text
        assert "nothing was read of the days before: no comparison" in text


def test_a_toll_of_two_places_is_told_with_both(gazetteer: Gazetteer) -> None:
    """Rather than as no number, or as each one's."""
    some = tuple(
        incident(n, on(1), casualties_of="9 killed and 20 wounded in Mosul and Raqqa together")
        for n in (1, 2)
    )
    made = make_brief(msgspec.structs.replace(store(), incidents=some), gazetteer=gazetteer, **WEEK)
    text = encode(made, gazetteer, "md")
    assert "; 9 killed and 20 wounded in Mosul and Raqqa together. " in text and "| **9** | **20** |" in text
    assert "9 killed and 20 wounded in Mosul and Raqqa together" in encode(made, gazetteer, "html")
    assert "الموصل والرقة" in encode(made, gazetteer, "md", lang="ar")


def test_a_toll_of_two_places_counts_once_in_either_order(gazetteer: Gazetteer) -> None:
    """Another outlet names the second first."""
    some = tuple(
        incident(n, on(1), casualties_of=f"9 killed in {names} together")
        for n, names in ((1, "Mosul and Raqqa"), (2, "Raqqa and Mosul"))
    )
    made = make_brief(msgspec.structs.replace(store(), incidents=some), gazetteer=gazetteer, **WEEK)
    assert "| **9** |" in encode(made, gazetteer, "md")


def test_the_gravest_are_told_and_the_others_counted(gazetteer: Gazetteer) -> None:
    """With a limit the most dead come first; a sentence that tells of several stands once."""
    made = make_brief(store(), gazetteer=gazetteer, **WEEK)
    text = encode(made, gazetteer, "md", limit=2)
    assert "## The 2 gravest of 4, by day" in text and "Sentence 1" in text and "Sentence 2" in text
    assert "Sentence 3" not in text
    same = tuple(msgspec.structs.replace(one, evidence="One sentence.") for one in store().incidents)
    made = make_brief(msgspec.structs.replace(store(), incidents=same), gazetteer=gazetteer, **WEEK)
    assert encode(made, gazetteer, "md").count("One sentence") == 1


def test_what_else_was_asked_is_said(gazetteer: Gazetteer) -> None:
    """A page of one weapon of one actor does not pass for all of the region."""
    asked = {"attacker": "Islamic State", "weapon": ("drone", "rocket"), "near": "40.5,35.1", "km": 30}
    made = make_brief(store(), gazetteer=gazetteer, **WEEK, **asked)
    text = encode(made, gazetteer, "md")
    assert (
        "Only incidents with attacker Islamic State; weapon drone, rocket; a place within 30 km, 40.5 35.1."
        in text
    )


def test_another_suffix(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """.docx is said to be none, before anything is made."""
    with pytest.raises(UsageError, match=r"no brief has the suffix \.docx"):
        write_brief(store(), tmp_path / "b.docx", gazetteer=gazetteer)


def test_days_in_words() -> None:
    """Months and years are said once where they are shared."""
    a, b, c = dt.date(2023, 12, 30), dt.date(2024, 2, 5), dt.date(2024, 2, 11)
    assert (
        days_in_words(b, b, "en") == "5 February 2024" and days_in_words(b, c, "en") == "5–11 February 2024"
    )
    assert days_in_words(a, b, "en", short=True) == "30 Dec 2023 – 5 Feb 2024"
