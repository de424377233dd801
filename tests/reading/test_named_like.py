"""Names that look like others: towns called General, the town of Anka, the Gulf, occupiers who are not Israel."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

TOWNS = [
    row(
        "a city called General",
        "In the city of General Santos, a bomb wounded five people on Sunday.",
        {"country": "PH", "precision": "locality", "wounded": 5},
    ),
    row(
        "a town called General",
        "Communist rebels ambushed soldiers in the town of General Nakar, Quezon province, on Sunday, killing two.",
        {"country": "PH", "precision": "locality", "killed": 2},
    ),
    row(
        "a town called General in its province",
        "Gunmen ambushed soldiers in the town of General Mamerto Natividad in Nueva Ecija on Sunday, killing two.",
        {"country": "PH", "precision": "locality", "killed": 2},
    ),
    row(
        "but an officer of a district",
        "A bomb killed four people in Bannu on Sunday, District Health Officer Ali Khan said.",
        {"place": "bannu", "killed": 4},
    ),
    row(
        "but an inspector of a state",
        "State Police Inspector Musa said a bomb had killed two people in Kano on Sunday.",
        {"precision": "locality", "killed": 2},
    ),
    row(
        "a town that a drone is called after",
        "Bandits attacked Anka in Zamfara state, Nigeria, on Sunday, killing 12 villagers.",
        {"country": "NG", "precision": "locality", "with": None, "killed": 12},
    ),
    row(
        "a raid on that town",
        "A bandit raid on Anka on Sunday killed nine villagers in Zamfara state, Nigeria.",
        {"country": "NG", "precision": "locality", "with": None, "killed": 9},
    ),
    row(
        "but the drone",
        "A Turkish Anka killed two people in Qamishli on Sunday.",
        {"place": "qamishli", "with": "drone", "by": ["turkey"]},
    ),
]

WATERS = [
    row("the Gulf is no province of Papua New Guinea", "Drones struck two oil rigs in the Gulf on Sunday."),
    row("a tanker in the Gulf", "A missile hit a tanker in the Gulf, an official said on Sunday."),
    row("a Gulf state", "A Gulf state said on Sunday that a drone had hit one of its oil terminals."),
    row(
        "but the province, by its word",
        "Gunmen killed four people in Gulf Province on Sunday.",
        {"country": "PG", "precision": "governorate", "killed": 4},
    ),
    row(
        "but the province in its country",
        "Raiders killed four villagers in Gulf, Papua New Guinea, on Sunday.",
        {"country": "PG", "precision": "governorate", "killed": 4},
    ),
    row(
        "but a gulf by its whole name",
        "A missile hit a tanker in the Gulf of Aden on Sunday.",
        {"place": "gulf-of-aden", "precision": "sea"},
    ),
]

OCCUPIERS = [
    row(
        "the Turkish occupation's forces",
        "قصفت قوات الاحتلال التركي بلدة عين عيسى يوم الأحد، ما أدى إلى استشهاد مدني.",
        {"place": "ain-issa", "by": ["turkey"], "killed": 1},
    ),
    row(
        "with a letter glued to it",
        "استشهد مدنيان بقصف لقوات الاحتلال التركي على منبج يوم الأحد.",
        {"place": "manbij", "by": ["turkey"], "killed": 2},
    ),
    row(
        "the Russian occupation's forces",
        "قصفت قوات الاحتلال الروسي خيرسون يوم الأحد ما أدى إلى استشهاد امرأة.",
        {"place": "kherson", "by": ["russia"], "killed": 1},
    ),
    row(
        "a beach that is hit",
        "استهدفت قوات الاحتلال الروسي الشاطئ في أوديسا يوم الأحد بصواريخ، ما أدى إلى مقتل ثلاثة أشخاص.",
        {"place": "odesa", "by": ["russia"], "killed": 3},
    ),
    row(
        "the American occupation's army",
        "قصف جيش الاحتلال الأميركي دير الزور يوم الأحد ما أدى إلى استشهاد مدني.",
        {"by": ["united-states"], "killed": 1},
    ),
    row(
        "but Israel's without a word",
        "قصفت قوات الاحتلال مخيم جنين يوم الأحد ما أدى إلى استشهاد شاب.",
        {"by": ["israel"], "killed": 1},
    ),
    row(
        "but Israel's at the camp called Beach",
        "قصف الاحتلال مخيم الشاطئ يوم الأحد ما أدى إلى مقتل شاب.",
        {"by": ["israel"], "killed": 1},
    ),
]


@pytest.mark.parametrize("case", [*TOWNS, *WATERS, *OCCUPIERS])
def test_named_like_others(case: Case, reader: Reader) -> None:
    """A word that names an office, a drone or a foe elsewhere is read as what it is here."""
    assert told(case, reader) == case.wanted
