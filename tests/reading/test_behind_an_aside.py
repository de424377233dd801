"""Who did what is told behind an aside of its subject: "Turkish forces, which hold Afrin, shelled Tal Rifaat"."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

SUBJECTS = [
    row(
        "soldiers of a state, with a place in the aside",
        "Turkish troops, who took Ras al-Ayn in October, shelled Ayn Issa on Sunday, killing four people.",
        {"place": "ras-al-ayn", "by": ["turkey"], "on": []},
        {"place": "ain-issa", "by": ["turkey"], "killed": 4},
    ),
    row(
        "a group that lost a town",
        "Islamic State fighters, who lost Ramadi in February, attacked a checkpoint in Haditha on Sunday, killing two.",
        {"place": "haditha", "by": ["islamic-state"], "killed": 2},
    ),
    row(
        "the men whom it lost on another day are not those whom it killed",
        "Hamas fighters, who lost five men on Friday, fired rockets at Ashkelon on Sunday.",
        {"place": "ashkelon", "by": ["hamas"], "killed": None},
    ),
    row(
        "a state by its name alone",
        "Russia, which denies targeting civilians, struck Odesa with three missiles on Sunday, killing two.",
        {"by": ["russia"], "killed": 2},
    ),
    row(
        "whose tanks",
        "Israeli soldiers, whose jeeps had entered the town, shot dead a boy in Tubas on Sunday.",
        {"by": ["israel"], "on": [], "killed": 1},
    ),
    row(
        "anger at a deed",
        "Sudanese soldiers, enraged by an ambush, killed 12 people in Kutum on Sunday.",
        {"by": ["sudan"], "on": [], "killed": 12},
    ),
    row(
        "stung by a deed",
        "Pakistani troops, stung by an attack on a post, fired mortars at Asadabad on Sunday.",
        {"by": ["pakistan"]},
    ),
    row(
        "but a passive is what they suffered",
        "Turkish troops, who took Ras al-Ayn in October, were attacked in Tal Abyad on Sunday.",
        {"place": "ras-al-ayn", "by": ["turkey"]},
        {"place": "tal-abyad", "by": [], "on": ["turkey"]},
    ),
    row(
        "but another subject",
        "Israeli police, who came to the scene, said a gunman shot dead two men in Ashkelon on Sunday.",
        {"by": [], "killed": 2},
    ),
    row(
        "but whom the subject only fights",
        "Rebels fighting the Syrian army, who lost Khan Shaykhun in August, shelled Aleppo on Sunday.",
        {"place": "aleppo", "by": []},
    ),
]

DAYS_BEFORE = [
    row(
        "the day before the subject is that of its deed, the aside has its own",
        "On Sunday Boko Haram fighters, who killed 12 farmers in Konduga on Friday, attacked Bama, killing three.",
        {"place": "konduga", "day": "2024-02-02", "by": ["boko-haram"], "killed": 12},
        {"place": "bama", "day": "2024-02-04", "by": ["boko-haram"], "killed": 3},
    ),
    row(
        "a day and a comma before the subject",
        "On Sunday, the Sudanese army, which retook Bara in October, bombed Nyala, killing 11.",
        {"by": ["sudanese-armed-forces"], "day": "2023-10-01/2023-10-31", "killed": None},
        {"place": "nyala", "day": "2024-02-04", "by": ["sudanese-armed-forces"], "killed": 11},
    ),
    row(
        "late on that day",
        "Late on Sunday Hamas fighters, who lost five men on Friday, fired rockets at Ashkelon.",
        {"place": "ashkelon", "day": "2024-02-04", "by": ["hamas"], "killed": None},
    ),
    row(
        "but whom the subject only fights, behind a day",
        "On Sunday rebels fighting the Syrian army, who lost Khan Shaykhun in August, shelled Aleppo.",
        {"place": "aleppo", "day": "2024-02-04", "by": []},
    ),
]

KNOWN_FOR = [
    row(
        "what a commander who was killed is linked to",
        "A senior al-Shabaab commander, linked by Kenya to the attack on Garissa University, was killed in Jilib on "
        "Sunday.",
        {"place": "jilib", "day": "2024-02-04", "killed": 1, "on": ["al-shabaab"]},
    ),
    row(
        "what he planned",
        "A Hezbollah commander, named by Israel as the planner of an attack on Majdal Shams, was killed in Tyre on "
        "Sunday.",
        {"place": "tyre", "day": "2024-02-04", "killed": 1, "on": ["hezbollah"]},
    ),
    row(
        "what he ordered",
        "A Russian general, accused of ordering strikes on Kharkiv, was killed by a bomb in Moscow on Sunday.",
        {"place": "moscow", "day": "2024-02-04", "with": "ied", "killed": 1},
    ),
    row(
        "what two of them fired",
        "Two Houthi commanders, accused of firing missiles at Eilat, were killed in Hodeidah on Sunday by an Israeli "
        "strike.",
        {"place": "hodeidah", "by": ["israel"], "on": ["houthis"], "killed": 2},
    ),
    row(
        "what he is wanted for",
        "A Taliban commander, wanted for an attack on a school in Peshawar, was shot dead in Jalalabad on Sunday.",
        {"day": "2024-02-04", "on": ["taliban"], "with": "gunfire", "killed": 1},
    ),
    row(
        "but an older deed with a day of its own",
        "Turkish soldiers, shelled in Azaz on Friday, were hit by a rocket in Afrin on Sunday.",
        {"place": "azaz", "day": "2024-02-02"},
        {"place": "afrin", "day": "2024-02-04"},
    ),
    row(
        "but a subject that strikes",
        "Turkish troops, angered by a raid on Azaz, shelled Tal Rifaat on Sunday, killing four people.",
        {"place": "azaz"},
        {"place": "tal-rifaat", "day": "2024-02-04", "by": ["turkey"], "killed": 4},
    ),
]

ARABIC = [
    row(
        "what the subject holds is not what it hit",
        "قصفت القوات الروسية، التي تحتل ميليتوبول، مدينة زابوريجيا يوم الأحد ما أدى إلى مقتل ثلاثة.",
        {"place": "zaporizhzhia", "by": ["russia"], "killed": 3},
    ),
    row(
        "a group that holds a town",
        "هاجمت حركة الشباب، التي تسيطر على جلب، قاعدة في كيسمايو يوم الأحد.",
        {"place": "kismayo", "by": ["al-shabaab"]},
    ),
    row(
        "what the object was on its way to",
        "هاجم مسلحون رتلا للجيش العراقي، الذي كان متجها إلى الموصل، قرب بيجي يوم الأحد.",
        {"place": "baiji", "on": ["iraq"]},
    ),
    row(
        "without commas, each deed has its own place",
        "القوات التركية التي سيطرت على رأس العين في أكتوبر قصفت عين عيسى يوم الأحد ما أدى إلى مقتل أربعة.",
        {"place": "ras-al-ayn", "by": ["turkey"], "kind": "seizure"},
        {"place": "ain-issa", "by": ["turkey"], "killed": 4},
    ),
    row(
        "but the place itself, told of further",
        "قصفت طائرات إسرائيلية مدينة النبطية، التي تقع جنوبي لبنان، يوم الأحد.",
        {"place": "nabatieh", "by": ["israel"]},
    ),
    row(
        "but soldiers who were attacked where they are",
        "القوات الأميركية التي تتمركز في قاعدة عين الأسد تعرضت لهجوم بصواريخ يوم الأحد.",
        {"place": "ain-al-asad", "by": [], "on": ["united-states"]},
    ),
    row(
        "but who only speaks",
        "قال الجيش السوداني الذي يسيطر على الأبيض إن قوات الدعم السريع قصفت المدينة يوم الأحد.",
        {"place": "el-obeid", "by": ["rapid-support-forces"]},
    ),
]


@pytest.mark.parametrize("case", [*SUBJECTS, *DAYS_BEFORE, *KNOWN_FOR, *ARABIC])
def test_behind_an_aside(case: Case, reader: Reader) -> None:
    """The subject before an aside did what the sentence goes on with; the aside's own places are not its place."""
    assert told(case, reader) == case.wanted
