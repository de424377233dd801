"""Whose office a town is, roads by their village, what of a salvo was stopped, and blows that are no war's."""

from __future__ import annotations

import pytest

from geomap.articles.made import make_article
from geomap.reader import Reader
from tests.fixtures.reading import MONDAY, Case, row, told

OFFICES = [
    row(
        "who held an office elsewhere was killed",
        "The mayor of Nikopol was killed when a drone hit his car near Marhanets on Sunday.",
        {"place": "marhanets", "precision": "near", "killed": 1},
    ),
    row(
        "who holds an office elsewhere tells of it",
        "Gunmen killed four police officers at a checkpoint outside Mastung on Sunday, said the deputy commissioner of"
        " Kalat.",
        {"place": "mastung", "killed": 4},
    ),
    row(
        "another deed in the next town",
        "A drone killed a guard of the governor of Kherson and hit a bus in Marhanets on Sunday.",
        {"place": "marhanets"},
    ),
    row(
        "a place on the edge of a city",
        "Gunmen raided the prison of Kuje, on the edge of Abuja, on Sunday night.",
        {"place": "kuje-prison", "kind": "raid"},
    ),
    row(
        "what somebody's jets struck near a town",
        "Missiles from Israeli warplanes struck army positions near al-Kiswah, a town to the south of Damascus, on"
        " Sunday.",
        {"place": "kiswah", "by": ["israel"], "launch": None},
    ),
    row(
        "a place that people were carried off from",
        "Gunmen kidnapped 25 girls from a school in Kebbi State, Nigeria, on Sunday, killing the vice principal.",
        {"place": "area:NG-KE", "launch": None, "killed": 1},
    ),
    row(
        "what was fired from positions near a town",
        "Rockets fired from positions near Tyre hit a house in Kiryat Shmona on Sunday.",
        {"place": "kiryat-shmona", "launch": "tyre"},
    ),
    row(
        "a road that is called after a village",
        "Three people were hurt on Sunday when an Israeli drone hit a motorcycle on the Kfar Rumman road.",
        {"place": "kfar-rumman", "precision": "near", "wounded": 3},
    ),
    row(
        "a road that is called after a city far away",
        "A bomb hit a bus on the Bamako road on Sunday, killing two.",
    ),
    row(
        "a road by its village, in a town",
        "A drone hit a car in Nabatieh, on the Kfar Rumman road, on Sunday.",
        {"place": "nabatieh"},
    ),
]

STOPPED = [
    row(
        "one more, behind those that hit elsewhere",
        "Ukrainian drones struck the oil refinery of Ryazan on Sunday. In the Leningrad region one more was shot down"
        " as it neared the town of Kirishi.",
        {"place": "ryazan-refinery", "by": ["ukraine"], "kind": "attack"},
        {"place": "kirishi-refinery", "by": ["ukraine"], "kind": "interception", "with": "drone"},
    ),
    row(
        "another man who was shot down",
        "Gunmen opened fire on a bus near Mosul on Sunday and killed two men. Another was shot down at his door.",
        {"place": "mosul", "killed": 2, "kind": "attack"},
    ),
    row(
        "some of a salvo, and the rest hit",
        "Two drones targeted the garrison at al-Tanf on Sunday; one was shot down and the other damaged a tent.",
        {"place": "tanf", "kind": "attack"},
    ),
    row(
        "all of a salvo",
        "Two drones targeted the garrison at al-Tanf on Sunday; both were shot down.",
        {"place": "tanf", "kind": "interception"},
    ),
    row(
        "what gunners brought down",
        "Turkish drones bombed power stations in Qamishli on Sunday. A drone came near American soldiers by Tell"
        " Beydar, and an F-16 brought it down.",
        {"place": "qamishli", "by": ["turkey"], "kind": "attack"},
        {"place": "tal-baydar", "by": ["turkey"], "kind": "interception"},
    ),
    row(
        "a house that aircraft brought down",
        "Israeli jets hit a high building in Gaza City on Sunday. Jets brought it down after warning shots.",
        {"place": "gaza-city", "by": ["israel"], "kind": "airstrike"},
    ),
    row(
        "two deeds of one sentence, a day earlier",
        "Drones struck oil fields in Duhok province on Sunday. On Saturday a bomb went off in Zakho. A day earlier,"
        " two drones damaged pipes at Khurmala, and one drone was downed close to Erbil airport.",
        {"place": "iq-duhok", "day": "2024-02-04"},
        {"place": "zakho", "day": "2024-02-03"},
        {"place": "khurmala", "day": "2024-02-02"},
        {"place": "erbil-airport", "day": "2024-02-02", "on": []},
    ),
    row(
        "a word on all the attacks, days later",
        "On Friday two drones hit the Khurmala field, and a third drone was shot down near Erbil International"
        " Airport.\n\nThe attacks are acts of terrorism, the ministry said in a statement on Sunday.",
        {"place": "khurmala", "day": "2024-02-02"},
        {"place": "erbil-airport", "day": "2024-02-02"},
    ),
    row(
        "the answer to a strike, at a whole country",
        "Israeli jets bombed the port of Hodeidah on Sunday. The Houthis fired two missiles at Israel, and nobody was"
        " hurt.",
        {"place": "hodeidah-port", "by": ["israel"]},
        {"place": "israel", "by": ["houthis"], "with": "missile", "precision": "country"},
    ),
    row(
        "a habit, at a whole country",
        "Israeli jets bombed the port of Hodeidah on Sunday. The Houthis have been firing missiles at Israel.",
        {"place": "hodeidah-port", "by": ["israel"]},
    ),
    row(
        "people who were taken, and who killed others",
        "Gunmen attacked a mine in Shiroro on Sunday, abducted four Chinese and killed eight soldiers.",
        {"place": "shiroro", "by": [], "killed": 8},
    ),
]

TROOPS = [
    row(
        "soldiers of whom nothing is said, at the head of a sentence",
        "Soldiers raided the town of Qamishli on Sunday and killed two men.",
        {"place": "qamishli", "by": ["syria"], "killed": 2},
    ),
    row(
        "an army in a land that has none of its own",
        "The army raided Jenin refugee camp on Sunday and killed two men.",
        {"place": "jenin", "by": ["israel"], "role": "suspected", "killed": 2},
    ),
    row(
        "police in a land that has no army of its own",
        "Police raided a house in Jenin on Sunday and shot two men dead.",
        {"place": "jenin", "by": [], "killed": 2},
    ),
    row(
        "two towns whose names are words elsewhere, of one country",
        "A car bomb hit a patrol in Gao on Sunday. On Saturday a mine killed four soldiers near Koro.",
        {"place": "gao", "day": "2024-02-04"},
        {"place": "koro", "day": "2024-02-03", "killed": 4},
    ),
    row(
        "a town whose name is a word elsewhere, by the dateline",
        "GAO – A car bomb hit a patrol in Gao on Sunday and killed two.",
        {"place": "gao", "killed": 2},
    ),
    row(
        "words that are towns elsewhere",
        "A bomb went off in March and killed two. Another killed three people in Hit or miss fashion on Sunday.",
    ),
    row(
        "the night of a statement that is some days old",
        "The army said on Friday that it had struck a depot in Deir ez-Zor with drones overnight.",
        {"place": "deir-ez-zor", "day": "2024-02-01/2024-02-02"},
    ),
    row(
        "the night of a deed, and a statement behind it",
        "Drones hit a depot in Deir ez-Zor overnight, the army said on Friday.",
        {"place": "deir-ez-zor", "day": "2024-02-01/2024-02-02"},
    ),
    row(
        "the night of a deed, and what somebody had said before",
        "Drones hit a depot in Deir ez-Zor overnight, days after the army had said on Friday that it would leave.",
        {"place": "deir-ez-zor", "day": "2024-02-04/2024-02-05"},
    ),
]

NO_WAR = [
    row(
        "what computers suffered",
        "Hackers bring the port of Durban to a halt\n\nThe attack came on Sunday and hit everything at once. The"
        " servers of the company that runs the ports were dead, and Durban was crippled.\n\nA note left by the hackers"
        " says that a terabyte of files has been seized.",
    ),
    row(
        "drones over a port whose computers were attacked",
        "The port of Odesa still counts what hackers did to its servers with their ransomware.\n\nOn Sunday three"
        " Russian drones hit the port, and two guards were killed.",
        {"place": "odesa", "by": ["russia"], "killed": 2},
    ),
    row(
        "shells that nobody has counted",
        "The battle of Mosul ended in 2017. How many shells and bombs were fired in Mosul in 2017 nobody can tell.",
    ),
    row(
        "what is blown up where it was taken",
        "Two shells that had not gone off were taken to a quarry near Sirte on Sunday and blown up.",
    ),
    row(
        "prisoners who were led to a pit",
        "Gunmen led nine soldiers to a pit near Sirte on Sunday and shot them dead.",
        {"place": "sirte"},
    ),
]


@pytest.mark.parametrize("case", [*OFFICES, *STOPPED, *TROOPS, *NO_WAR])
def test_what_stands_by_and_what_was_stopped(case: Case, reader: Reader) -> None:
    """One construction a row."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize(
    ("flash", "places"),
    [
        ("Israeli strikes on Sunday hit Mezzeh airport.", ["mezzeh-airbase"]),
        ("Italian strikes on Sunday hit trains from Milan to Rome.", []),
        ("French strikes on Sunday hit Paris airport.", []),
    ],
)
def test_strikes_of_a_flash_are_war_where_they_hit_another_country(
    flash: str, places: list[str], reader: Reader
) -> None:
    """One sentence, without a word for arms: a walkout stays at home."""
    article = make_article("a", flash, published=MONDAY, published_from="--published", lang="en")
    assert [r.place_id for r in reader.read(article).reports] == places


def test_a_suspected_army_is_not_said_to_be_the_lands_own(reader: Reader) -> None:
    """Who asks why Israel is suspected in Jenin is not told that its soldiers are those of the country."""
    text = "The army raided Jenin refugee camp on Sunday and shot two men dead."
    article = make_article("a", text, published=MONDAY, published_from="--published", lang="en")
    (report,) = reader.read(article).reports
    assert [(a.id, a.why) for a in report.attackers] == [
        ("israel", "an army, where the land has none of its own")
    ]
