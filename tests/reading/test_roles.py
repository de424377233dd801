"""Who, to whom, with what, launched from where, and by whose word."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, article, row, told

US, IRI, KH = "united-states", "islamic-resistance-in-iraq", "kataib-hezbollah"

ATTACKERS = [
    row(
        "active",
        "Israel bombed an arms depot in Damascus on Sunday.",
        {"by": ["israel"], "role": "attributed"},
    ),
    row(
        "passive",
        "The Ain al-Asad base was attacked with rockets by Kataib Hezbollah on Sunday.",
        {"by": [KH], "with": "rocket"},
    ),
    row(
        "nominal",
        "An Israeli air strike on the Mezzeh air base on Sunday killed three people.",
        {"by": ["israel"], "killed": 3},
    ),
    row(
        "a possessive",
        "Israel's strike on Damascus on Sunday destroyed a villa.",
        {"by": ["israel"], "place": "damascus"},
    ),
    row(
        "came under attack",
        "US forces at the Conoco base came under rocket fire on Sunday.",
        {"by": [], "on": [US], "with": "rocket"},
    ),
    row(
        "its weapon",
        "Houthi missiles struck the port of Eilat on Sunday.",
        {"by": ["houthis"], "with": "missile"},
    ),
    row(
        "arms said to be somebody's",
        "Two people died on Sunday when a drone that officials believe was Turkish hit their car in Sinjar.",
        {"by": ["turkey"], "on": [], "killed": 2},
    ),
    row(
        "victims said to be somebody's",
        "Most of the victims of the drone attack in Erbil on Sunday were Turkish, officials said.",
        {"by": []},
    ),
    row(
        "the group's deed",
        "Islamic State said it was behind the bombing in Karrada on Sunday. The group's deadliest bombing was "
        "in July, when 324 people died after a truck of explosives blew up in Mosul.",
        {"place": "karrada", "by": ["islamic-state"]},
        {"place": "mosul", "by": ["islamic-state"], "killed": 324},
    ),
    row(
        "that group",
        "Pakistan blames Jaish al-Adl for the raid. On Saturday that group had stormed a post at Zahedan and "
        "killed six guards.",
        {"place": "zahedan", "by": ["jaish-al-adl"]},
    ),
    row(
        "an official who tells of it",
        "A Pakistani official told reporters that heavy weapons were fired on Sunday at posts in Kurram "
        "district: one soldier was killed.",
        {"by": [], "killed": 1},
    ),
    row("nobody is said", "Rockets hit the Harir base on Sunday.", {"by": [], "role": None}),
    row(
        "backed is not done",
        "Turkish-backed fighters shelled Manbij with mortars on Sunday.",
        {"place": "manbij", "by": ["syrian-national-army"]},
    ),
    row(
        "Iran-backed is not Iran",
        "Iran-backed militias fired rockets at the Conoco base on Sunday.",
        {"by": ["iran-backed-militias"]},
    ),
    row(
        "who speaks is not who strikes",
        "Ukraine said Russian missiles hit Kharkiv on Sunday.",
        {"by": ["russia"]},
    ),
    row(
        "who is held to account",
        "The United States blamed Kataib Hezbollah for Sunday's rocket attack on the Balad air base.",
        {"place": "balad-airbase", "by": [KH], "role": "attributed"},
    ),
    row(
        "blamed on",
        "Sunday's rocket attack on Erbil was blamed on Kataib Hezbollah.",
        {"place": "erbil", "by": [KH], "role": "attributed"},
    ),
    row(
        "suspected",
        "Suspected Islamic State gunmen killed four soldiers near Hawija on Sunday.",
        {"by": ["islamic-state"], "role": "suspected", "killed": 4},
    ),
    row(
        "a group named in two sentences",
        "The Islamic Resistance in Iraq said it fired rockets at the Conoco base on Sunday. "
        "In a second attack it hit the Harir base with drones.",
        {"place": "conoco-field", "by": [IRI]},
        {"place": "harir", "by": [IRI]},
    ),
    row(
        "where is not who",
        "A drone hit a car in Iraq's Sinjar district on Sunday.",
        {"place": "sinjar", "by": [], "on": []},
    ),
]

TARGETS = [
    row(
        "people",
        "A drone wounded two US soldiers at the Ain al-Asad air base on Sunday.",
        {"on": [US], "stated": True, "wounded": 2},
    ),
    row(
        "property",
        "A US base at the Conoco gas field was hit by rockets on Sunday.",
        {"on": [US], "stated": True},
    ),
    row(
        "who holds the place is inferred",
        "Rockets hit the Ain al-Asad air base on Sunday.",
        {"on": [US], "stated": False},
    ),
    row("nobody holds the place", "Rockets hit a house in Mosul on Sunday.", {"on": [], "stated": None}),
    row(
        "who held it long ago is not",
        "Rockets hit the Ain al-Asad air base on 12 March 2003.",
        {"on": [], "day": "2003-03-12"},
    ),
    row(
        "fired at",
        "Hezbollah fired rockets at Israeli troops in Metula on Sunday.",
        {"by": ["hezbollah"], "on": ["israel"], "place": "metula"},
    ),
    row(
        "killed fighters",
        "Israeli jets killed five Hezbollah fighters in Khiam on Sunday.",
        {"by": ["israel"], "on": ["hezbollah"], "killed": 5},
    ),
]

WORDS = [
    row(
        "claimed responsibility",
        "The Islamic Resistance in Iraq claimed responsibility for Sunday's drone attack on the Harir base.",
        {"place": "harir", "by": [IRI], "role": "claimed", "status": "claimed"},
    ),
    row(
        "claimed by",
        "Sunday's drone attack on the Harir base was claimed by the Islamic Resistance in Iraq.",
        {"by": [IRI], "role": "claimed", "status": "claimed"},
    ),
    row(
        "told of oneself",
        "The Islamic Resistance in Iraq attacked the Harir base with drones on Sunday, it said in a statement.",
        {"place": "harir", "by": [IRI], "role": "claimed", "status": "claimed"},
    ),
    row(
        "said it",
        "Hezbollah said it fired rockets at Kiryat Shmona on Sunday.",
        {"by": ["hezbollah"], "role": "claimed", "status": "claimed"},
    ),
    row(
        "confirmed",
        "The Pentagon confirmed that a drone struck the Ain al-Asad base on Sunday.",
        {"status": "confirmed", "by": []},
    ),
    row(
        "claimed and denied",
        "The Islamic Resistance in Iraq said it attacked the Harir base with drones on Sunday. "
        "Kurdistan's counter-terrorism service denied that the base was attacked.",
        {"place": "harir", "status": "disputed"},
    ),
    row(
        "a role denied",
        "Iran denied that it had any role in Sunday's drone attack on Erbil airport.",
        {"place": "erbil-airport", "by": []},
    ),
    row(
        "a number denied is no dispute",
        "A drone hit the Harir base on Sunday, the army said, denying that anyone was hurt.",
        {"place": "harir", "status": "reported"},
    ),
    row("told by nobody in particular", "A drone hit the Harir base on Sunday.", {"status": "reported"}),
]

ANSWERS = [
    row(
        "a reply turns the sides",
        "Rockets hit the Conoco base on Sunday. US forces replied with artillery fire on Khasham.",
        {"place": "conoco-field"},
        {"place": "khasham", "by": [US], "with": "artillery"},
    ),
    row(
        "who replies was hit before",
        "Rockets hit the Conoco base on Sunday. US forces replied with artillery fire on Khasham.",
        {"place": "conoco-field", "by": [], "on": [US]},
        {"place": "khasham"},
    ),
    row(
        "in retaliation for",
        "US warplanes bombed Abu Kamal on Friday in retaliation for the January 28 drone attack on Tower 22 "
        "that killed three American soldiers.",
        {"place": "abu-kamal", "day": "2024-02-02", "by": [US], "killed": None},
        {"place": "tower-22", "day": "2024-01-28", "on": [US], "killed": 3},
    ),
    row(
        "days after",
        "On Saturday rockets hit the Conoco base, a day after US jets had bombed Mayadin.",
        {"place": "conoco-field", "day": "2024-02-03"},
        {"place": "mayadin", "day": "2024-02-02", "by": [US]},
    ),
    row(
        "answers that name no place",
        "Rockets hit the Harir base on Sunday. The United States vowed to respond.",
        {"place": "harir", "by": []},
    ),
]

ARMS = [
    row(
        "a drone is an attack by drone",
        "A drone strike hit a car in Sinjar on Sunday.",
        {"kind": "attack", "with": "drone"},
    ),
    row(
        "jets are an air strike",
        "Warplanes bombed the town of Khiam on Sunday.",
        {"kind": "airstrike", "with": "airstrike"},
    ),
    row(
        "somebody's jets are an air strike",
        "Turkish warplanes bombed Qandil on Sunday.",
        {"kind": "airstrike", "with": "airstrike"},
    ),
    row(
        "guns are shelling",
        "Artillery shelled the outskirts of Khiam on Sunday.",
        {"kind": "shelling", "with": "artillery"},
    ),
    row(
        "mortars",
        "Mortar shells fell on the Green Zone in Baghdad on Sunday.",
        {"with": "mortar", "place": "green-zone"},
    ),
    row(
        "a bomb at the roadside", "A roadside bomb hit a police patrol in Baqubah on Sunday.", {"with": "ied"}
    ),
    row("guns in hands", "Gunmen opened fire on a checkpoint in Tarmiyah on Sunday.", {"with": "gunfire"}),
    row("a missile is no rocket", "Two ballistic missiles hit Erbil on Sunday.", {"with": "missile"}),
    row("not said", "The Harir base came under attack on Sunday.", {"place": "harir", "with": None}),
    row(
        "an attack without arms",
        "The Harir base was attacked on Sunday.",
        {"place": "harir", "with": None},
    ),
    row(
        "shot down",
        "Two drones were shot down near Erbil airport on Sunday.",
        {"kind": "interception", "with": "drone", "by": []},
    ),
    row(
        "who shoots down is not the attacker",
        "US forces shot down two drones near Erbil airport on Sunday.",
        {"kind": "interception", "by": [], "on": [US]},
    ),
    row(
        "partly shot down",
        "Three drones were fired at Erbil airport on Sunday. Two were shot down and the third hit a hangar.",
        {"place": "erbil-airport", "kind": "attack"},
    ),
    row(
        "a clash",
        "Clashes broke out between the army and gunmen in Daraa on Sunday.",
        {"kind": "clash", "place": "daraa"},
    ),
    row(
        "a seizure",
        "Fighters captured the town of Saraqib on Sunday.",
        {"kind": "seizure", "place": "saraqib"},
    ),
]

LAUNCHES = [
    row(
        "fired from",
        "Rockets fired from Rabia in Iraq hit the Kharab al-Jir base in Syria on Sunday.",
        {"place": "kharab-al-jir", "launch": "rabia"},
    ),
    row(
        "launched from a country",
        "Drones launched from Iraq struck Tower 22 on Sunday.",
        {"place": "tower-22", "launch": "iraq"},
    ),
    row(
        "from a country at a town",
        "Missiles were fired from Yemen at Eilat on Sunday.",
        {"place": "eilat", "launch": "yemen"},
    ),
    row(
        "fired at, from",
        "Missiles were fired at Eilat from Yemen on Sunday.",
        {"place": "eilat", "launch": "yemen"},
    ),
    row(
        "a convoy from somewhere",
        "A convoy from Mosul was hit by a roadside bomb in Sinjar on Sunday.",
        {"place": "sinjar", "launch": None},
        wrong="the convoy's home is taken for a launch place",
    ),
    row("not said", "Rockets hit the Kharab al-Jir base on Sunday.", {"launch": None}),
]


WHOSE_SOLDIERS = [
    row("the country's", "Gunmen killed two soldiers in Mosul on Sunday.", {"on": ["iraq"], "stated": False}),
    row("not said, where others have soldiers", "Gunmen killed two soldiers in Jenin on Sunday.", {"on": []}),
]


TOLD_BESIDE_AIR_STRIKES = [
    row(
        "a strike without its arms",
        "Warplanes bombed Saraqib on Monday. In Douma a school was hit on Sunday and six people died.",
        {"with": "airstrike"},
        {"with": "airstrike", "kind": "airstrike", "killed": 6},
    ),
    row(
        "no deed that is done on foot",
        "Warplanes bombed Saraqib on Monday. A judge was attacked in Idlib on Sunday and died.",
        {"with": "airstrike"},
        {"with": None, "kind": "attack"},
    ),
    row(
        "not where rockets fly too",
        "Warplanes bombed Saraqib on Monday. Rockets struck Hama on Monday. In Douma a school was hit on Sunday.",
        {"with": "airstrike"},
        {"with": "rocket"},
        {"with": None, "kind": "attack"},
    ),
]


LEADERS = [
    row(
        "before the passive",
        "Qassem Soleimani was killed in a drone strike near Baghdad airport on January 3, 2020.",
        {"on": ["quds-force"], "stated": False},
    ),
    row(
        "behind the deed",
        "A car bomb in Damascus killed Imad Mughniyeh on 12 February 2008.",
        {"on": ["hezbollah"], "stated": False},
    ),
    row(
        "in the clause before",
        "Saleh al-Arouri, who headed the movement abroad, died when a drone hit an office in Dahieh on 2 January 2024.",
        {"on": ["hamas"], "stated": False},
    ),
    row(
        "Arabic, in the passive",
        "اغتيل إسماعيل هنية في طهران فجر 31 تموز 2024.",
        {"on": ["hamas"], "stated": False},
    ),
    row(
        "Arabic, his house",
        "استهدف صاروخ منزل بهاء أبو العطا في حي الشجاعية بمدينة غزة يوم 12 تشرين الثاني 2019.",
        {"on": ["palestinian-islamic-jihad"], "stated": False},
    ),
    row(
        "who only speaks",
        "Hassan Nasrallah said that an air strike on 12 July 2019 had killed three farmers in Douma.",
        {"on": [], "killed": 3},
    ),
    row(
        "Arabic, who only speaks",
        "نعى خليل الحية خمسة قتلوا في غارة على خان يونس يوم 5 تموز 2024.",
        {"on": [], "killed": 5},
    ),
    row(
        "who died years ago",
        "Two bombs went off on 3 January 2024 near the grave of Soleimani in Kerman and killed 84 people.",
        {"on": [], "place": "kerman"},
    ),
    row(
        "his name is no town",
        "Khalil Haqqani, a minister, was killed in a suicide bombing in Kabul on 11 December 2024.",
        {"on": ["taliban"], "place": "geonames:1138958"},
    ),
]


@pytest.mark.parametrize("case", ATTACKERS)
def test_attackers(case: Case, reader: Reader) -> None:
    """Who did it, active, passive and nominal; not who speaks, backs, hosts or owns the ground."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", TARGETS)
def test_targets(case: Case, reader: Reader) -> None:
    """Who was hit, as stated; who holds a place on that day is only inferred, and marked so."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHOSE_SOLDIERS)
def test_whose_soldiers(case: Case, reader: Reader) -> None:
    """Soldiers of whom nothing is said are the country's, unless the gazetteer says that they need not be."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", TOLD_BESIDE_AIR_STRIKES)
def test_arms_of_the_events_beside(case: Case, reader: Reader) -> None:
    """What is only "hit" where all else was hit from the air was hit from there; not what gunmen may have done."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", LEADERS)
def test_leaders(case: Case, reader: Reader) -> None:
    """Who strikes a leader strikes his side, while he led it; who speaks, or is long dead, is not struck."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WORDS)
def test_whose_word(case: Case, reader: Reader) -> None:
    """Claims, confirmations and denials become a status, with the claimant as attacker."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", ANSWERS)
def test_answers(case: Case, reader: Reader) -> None:
    """Replies turn the sides round; each link of a chain keeps its own day and its own dead."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", ARMS)
def test_what_was_done_and_with_what(case: Case, reader: Reader) -> None:
    """Kind and weapon, empty where nothing is said; a shot down drone is its sender's attack, not the gunner's."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", LAUNCHES)
def test_where_it_was_launched(case: Case, reader: Reader) -> None:
    """The launch place is no place of the incident, and a convoy's home is no launch place."""
    assert told(case, reader) == case.wanted


def test_the_rest_of_a_claimed_series(reader: Reader) -> None:
    """One armed group claims, nobody else is named: it is suspected of the article's other deeds, not more."""
    text = """
    The Islamic Resistance in Iraq said in a statement on Sunday that it struck the Harir base with drones.

    The Ain al-Asad base was hit by rockets on Saturday.
    """
    roles = {r.place_id: [(a.id, a.role) for a in r.attackers] for r in reader.read(article(text)).reports}
    assert roles == {"harir": [(IRI, "claimed")], "ain-al-asad": [(IRI, "suspected")]}


def test_who_tells_of_an_attack_on_it(reader: Reader) -> None:
    """An armed group that says whose jets bombed does not claim the bombs."""
    text = "Pakistani jets carried out air strikes in Khost, Afghanistan, on Sunday, the Taliban said.\n"
    (report,) = reader.read(article(text)).reports
    assert [(a.id, a.role) for a in report.attackers] == [("pakistan", "attributed")]


def test_nobody_is_suspected_of_striking_its_own(reader: Reader) -> None:
    """The group that claims the article's other deed is not suspected of killing a leader of its own."""
    text = """
    The Islamic Resistance in Iraq said in a statement on Sunday that it struck the Harir base with drones.

    A drone killed a Kataib Hezbollah commander in Baghdad on Saturday.
    """
    roles = {r.place_id: [(a.id, a.role) for a in r.attackers] for r in reader.read(article(text)).reports}
    assert roles == {"harir": [(IRI, "claimed")], "baghdad": []}


def test_suspects_are_those_who_strike_in_that_country(reader: Reader) -> None:
    """Two sides strike, each in the other's country: a deed that names nobody is that of who strikes there."""
    text = """
    Russian missiles struck Kharkiv on Sunday. Ukrainian drones struck Belgorod on Sunday.

    Missiles also hit Kherson on Saturday. On Saturday drones hit Kursk.
    """
    who = {r.place_id: [a.id for a in r.attackers] for r in reader.read(article(text)).reports}
    assert who["kherson"] == ["russia"] and who["kursk"] == ["ukraine"]


def test_no_state_is_suspected_of_striking_at_home(reader: Reader) -> None:
    """Pakistan bombed across the border; the shells that fell on its own district are not its own."""
    text = """
    Pakistani jets carried out air strikes in Khost, Afghanistan, on Sunday.

    On Saturday shells hit Peshawar in Pakistan and killed two people.
    """
    roles = {r.country: [a.id for a in r.attackers] for r in reader.read(article(text)).reports}
    assert roles == {"AF": ["pakistan"], "PK": []}


def test_a_force_goes_before_its_state(reader: Reader) -> None:
    """Iranian missiles that the Guards fired are the Guards'."""
    text = (
        "Iranian missiles struck Erbil on Sunday. The IRGC claimed responsibility for the attack on Erbil.\n"
    )
    (report,) = reader.read(article(text)).reports
    assert [a.id for a in report.attackers] == ["irgc", "iran"]


def test_nobody_is_suspected_where_its_own_people_are(reader: Reader) -> None:
    """The one state that strikes in the country did not shell its own embassy there."""
    text = """
    A US drone strike near Kirkuk killed five militants on Saturday.

    Mortar fire hit the U.S. Embassy in Baghdad on Sunday.
    """
    reports = {r.place_id: r for r in reader.read(article(text)).reports}
    embassy = reports["us-embassy-baghdad"]
    assert embassy.attackers == () and [t.id for t in embassy.targets] == [US]
