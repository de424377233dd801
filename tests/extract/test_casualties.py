"""Killed and wounded: active, passive, nominal, headline; zero, totals, parts; and what only looks like it."""

from __future__ import annotations

import pytest

from geomap.extract.casualties import find_casualties
from tests.fixtures.hurt import counts, found
from tests.fixtures.lexicon import words


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A drone killed three US soldiers and wounded more than 40 others.", 3, 40),
        ("Shells fell on the market, killing at least 12 people and wounding 30.", 12, 30),
        ("Three people were killed when aircraft struck around midnight.", 3, None),
        ("Three people died and two were hurt.", 3, 2),
        ("Two conscripts of the brigade's 13th battalion were killed and two dozen more hurt.", 2, 24),
        ("The blast left six dead and 18 hurt.", 6, 18),
        ("The truck left three military dead and 25 wounded.", 3, 25),
        ("It resulted in the death of three soldiers and the wounding of 40.", 3, 40),
        ("Six fighters dead after drone hits base", 6, None),
        ("Seven SDF commandos killed and 18 hurt", 7, 18),
        ("Twelve civilians, two of them children, are dead and 25 wounded.", 12, 25),
        ("The attack brought the death toll to 7.", 7, None),
        ("The toll rose from five to seven.", 7, None),
        ("He raised the number of injured to 29.", None, 29),
        ("Another 33 people were wounded by it.", None, 33),
        ("One more person was killed and one wounded.", 1, 1),
        ("At least one contractor died.", 1, None),
        ("A missile killed a civilian.", 1, None),
        ("The strike killed a leader in the Brigades.", 1, None),
        ("It killed Mushtaq Talib “Abu X”, a leading commander of the group.", 1, None),
        ("The commander was killed in his car.", 1, None),
        ("One US serviceman was badly wounded in the attack.", None, 1),
        ("Three bodies and 25 wounded were brought to the hospital.", 3, 25),
        ("Two drones killed three soldiers.", 3, None),
        ("The commander was killed in a strike that wounded three people.", 1, 3),
        ("They brought the number of confirmed dead to 18.", 18, None),
        ("Confirmed dead: 25.", 25, None),
        ("The agency gives the dead as six.", 6, None),
        ("He put the injured at fifty.", None, 50),
        ("Fourteen others, of several nations, are wounded.", None, 14),
        ("Gunmen killed six civilians and three guards.", 9, None),
        ("Six people in all were hurt.", None, 6),
        ("Five service members and a second contractor were wounded.", None, 6),
        ("A woman and two children were killed.", 3, None),
        ("It killed two soldiers and three guards were hurt.", 2, 3),
        ("Eight people were hurt and three had since gone home.", None, 8),
        ("Two women in the car were wounded.", None, 2),
        ("Four men who guarded the gate were killed.", 4, None),
        ("Ten neighbours had minor injuries.", None, 10),
        ("Eight service members were treated for brain injuries.", None, 8),
        ("Three guards suffered serious burns.", None, 3),
        ("It left eight US and allied personnel with injuries.", None, 8),
        ("A man of 50 was killed.", 1, None),
        ("A contractor, an interpreter, was killed and two guards were hurt.", 1, 2),
    ],
)
def test_english_counts(text: str, killed: int | None, wounded: int | None) -> None:
    """What a careful reader writes into the two columns."""
    assert counts(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("قُتل 9 أشخاص في غارة جوية", 9, None),
        ("وأُصيب فيها 45 أمريكياً", None, 45),
        ("مقتل 3 جنود وإصابة 5 آخرين", 3, 5),
        ("أسفر عن مقتل شخص وإصابة ثلاثة بجروح", 1, 3),
        ("سقوط قتيلين و3 جرحى", 2, 3),
        ("مقتل جنديين أميركيين", 2, None),
        ("استشهاد 37 شخصاً وجرح 2931", 37, 2931),
        ("12 شهيداً و2323 جريحاً", 12, 2323),
        ("أودت اشتباكات بحياة 55 شخصاً وجُرح فيها 146", 55, 146),
        ("أن ما يزيد على مئة شخص قُتلوا أمس", 100, None),
        ("عشرة قتلى على الأقل", 10, None),
        ("ارتفعت إلى 10 حصيلة قتلى الضربة", 10, None),
        ("قُتل في الغارة 9 أشخاص", 9, None),
        ("مقتل القيادي في الحزب", 1, None),
        ("قتلوا ستة مدنيين وثلاثة من رجال الأمن", 9, None),
    ],
)
def test_arabic_counts(text: str, killed: int | None, wounded: int | None) -> None:
    """The same in Arabic."""
    assert counts(text, "ar") == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("No casualties were reported.", "en"),
        ("There were no injuries.", "en"),
        ("There was no damage and nobody was hurt.", "en"),
        ("It fell without casualties.", "en"),
        ("rockets were launched, with no casualties or damage reported", "en"),
        ("The rockets did not cause any casualties.", "en"),
        ("No one was killed or injured.", "en"),
        ("No U.S. or coalition personnel were hurt.", "en"),
        ("ولم يُصب أحد", "ar"),
        ("ولا إصابات ولا أضرار في البنية التحتية", "ar"),
        ("لم تقع إصابات", "ar"),
        ("دون خسائر بشرية", "ar"),
        ("من دون وقوع إصابات", "ar"),
    ],
)
def test_nobody_hurt_is_zero(text: str, lang: str) -> None:
    """Said to be none is 0, which is not the empty cell of "not said"."""
    assert counts(text, lang) == (0, 0)
    assert all(casualty.none for casualty in found(text, lang))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("There was no immediate word of casualties.", "en"),
        ("It was not clear whether there were casualties.", "en"),
        ("Five soldiers were captured and two are missing.", "en"),
        ("He was wounded by two gunmen.", "en"),
        ("killed or wounded 30 soldiers", "en"),
        ("How many were killed it did not say.", "en"),
        ("Without Neymar, injured in the match, 2 goals fell.", "en"),
        ("They mourned the killing of civilians.", "en"),
        ("The wounded recruit spoke to us.", "en"),
        ("The Dead Sea shore was hit by 2 drones.", "en"),
        ("They vowed to kill the deal.", "en"),
        ("Three rockets were fired at soldiers.", "en"),
        ("two soldiers shot down a drone", "en"),
        ("وأن إصابات مباشرة وقعت داخل القاعدة", "ar"),
        ("وأصابتها إصابة مباشرة", "ar"),
        ("أصابت 3 أهداف", "ar"),
    ],
)
def test_what_only_looks_like_casualties(text: str, lang: str) -> None:
    """Unknown is not none, captives are not dead, hits on things wound nobody."""
    assert counts(text, lang) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The campaign has killed more than 30,000 people since October.",
        "Since October, more than 120 people have been killed.",
        "Some 200 soldiers have been wounded in the war.",
    ],
)
def test_totals_are_flagged(text: str) -> None:
    """The dead of a war are not the dead of one attack."""
    assert found(text)
    assert all(casualty.total for casualty in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "It killed three, the deadliest strike since October.",
        "Three were killed, the first deaths since May.",
    ],
)
def test_the_first_since_is_no_total(text: str) -> None:
    """The three died today."""
    assert found(text)
    assert not any(casualty.total for casualty in found(text))


def test_a_part_of_a_number_is_not_added() -> None:
    """The children are among the thirty."""
    whole, part = found("30 people were killed, including 5 children.")
    assert (whole.best, whole.part) == (30, False)
    assert (part.best, part.part, part.civilians) == (5, True, True)


def test_hedges_make_a_range() -> None:
    """At least twelve has no upper end, dozens has no number."""
    (killed, wounded) = found("It killed at least 12 people and injured dozens.")
    assert (killed.low, killed.best, killed.high) == (12, 12, None)
    assert (wounded.low, wounded.best) == (24, None)


def test_who_they_were() -> None:
    """The words beside the number are kept, and civilians are told apart."""
    (soldiers,) = found("A drone killed three US soldiers.")
    assert soldiers.of == "US soldiers" and not soldiers.civilians
    (civilians,) = found("The shelling killed two civilians.")
    assert civilians.civilians


def test_none_of_one_nation_is_not_none() -> None:
    """Words like "no Americans were hurt" do not undo the six who died."""
    assert [c.best for c in found("Six fighters were killed; no American casualties were reported.")] == [6]


def test_only_the_sentence_is_read_and_offsets_are_the_articles() -> None:
    """A sentence's numbers are its own."""
    text = "Two soldiers died. Five people were wounded."
    (casualty,) = find_casualties(text, (19, len(text)), "en", words("counts-en"))
    assert casualty.what == "wounded"
    assert text[casualty.start : casualty.end] == "Five people were wounded"
