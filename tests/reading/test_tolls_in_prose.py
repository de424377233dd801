"""Whose tolls they are in a page's prose: of an answered raid, of a wider area, of what is told once more."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

HURT_NOBODY = [
    row(
        "without hurting anybody",
        "Ten shells fell on Kfar Shouba in southern Lebanon on Sunday without hurting anybody.",
        {"killed": 0, "wounded": 0},
    ),
    row(
        "nobody, in Arabic, with the subject first",
        "ضربت مسيّرات مدينة عفرين يوم الأحد، وقال مصدر إن أحداً لم يُصب بأذى.",
        {"killed": 0, "wounded": 0},
    ),
    row(
        "no injury of anybody, in Arabic",
        "سقط صاروخ قرب مطار أربيل يوم الأحد دون إصابة أحد.",
        {"killed": 0, "wounded": 0},
    ),
    row(
        "two were hurt, in Arabic",
        "سقط صاروخ قرب مطار أربيل يوم الأحد وأصيب حارسان.",
        {"killed": None, "wounded": 2},
    ),
]

ANSWERED = [
    row(
        "the dead of the raid that was answered",
        "The strikes came in retaliation for a drone attack that killed three US soldiers and wounded at least 34 at "
        "the Tower 22 base in Jordan on January 28, 2024.",
        {"place": "tower-22", "killed": 3, "wounded": 34},
    ),
    row(
        "the dead for whom a raid was",
        "Militants shelled Mosul on Sunday in revenge for nine dead fighters.",
        {"killed": None},
    ),
    row(
        "a country that says whose the victims are parts no clause",
        "A drone killed two Turkish soldiers and wounded five near Afrin on Sunday.",
        {"killed": 2, "wounded": 5},
    ),
    row(
        "two towns that say where",
        "Shells killed two people in Nabatieh and wounded five in Metula on Sunday.",
        {"killed": 2, "wounded": None},
        {"killed": None, "wounded": 5},
    ),
    row(
        "an attack that was preceded by another, in Arabic",
        "أسقطت الدفاعات طائرة مسيرة فوق قاعدة عين الأسد يوم الأحد. ولم يسفر الهجوم عن قتلى، وهو الثاني خلال ساعات، "
        "إذ سبقه هجوم على نقطة تفتيش في كركوك أوقع جريحين.",
        {"place": "ain-al-asad", "killed": 0},
        {"wounded": 2},
    ),
]

WIDER = [
    row(
        "what befell a whole country",
        "A Russian drone attack on Odesa on Sunday killed one woman, the emergency service said.\nAcross Ukraine, "
        "Russian strikes killed seven people and injured 41, officials said.",
        {"killed": 1, "wounded": None},
    ),
    row(
        "what a deed across the border did",
        "A mortar shell hit Ramtha on Sunday. The shell, fired across the border from Syria, wounded two men.",
        {"wounded": 2},
    ),
    row(
        "a sea, and then only its larger name",
        "A missile was launched into the Southern Red Sea on Sunday. A tanker said it had been hit but went on with "
        "its Red Sea transit. There were no injuries.",
        {"place": "southern-red-sea", "wounded": 0},
    ),
    row(
        "several deeds summed up",
        "Islamic State fighters attacked a checkpoint in Al-Mayadin on Sunday. These operations have left 25 dead.",
        {"killed": None},
    ),
]


PARTS = [
    row(
        "a sum and its parts by place",
        "Israeli strikes killed ten people on Sunday: six in Nuseirat and four in Rafah.",
        {"place": "nuseirat", "killed": 6},
        {"place": "rafah", "killed": 4},
    ),
    row(
        "a sum whose parts stand with more words",
        "Ten people were killed by shelling on Sunday, six in Kherson and four in Nikopol.",
        {"killed": 6},
        {"killed": 4},
    ),
    row(
        "one deed, and a sum of many added",
        "A bomb exploded near a bakery in Hasakah on Sunday. It killed a child and wounded three others, a monitor "
        "said, adding that 17 people had died in similar blasts since January.",
        {"killed": 1, "wounded": 3},
    ),
    row(
        "one deed, and more of it added",
        "A bomb exploded near a bakery in Hasakah on Sunday. It killed a child, a monitor said, adding that three "
        "others were wounded.",
        {"killed": 1, "wounded": 3},
    ),
    row(
        "the dead of two cities",
        "Gunmen attacked a church in Derbent and a police post in Makhachkala on Sunday. More than 15 officers were "
        "killed in the two cities.",
        {"killed": None},
        {"killed": None},
    ),
]


RECOVERED = [
    row(
        "bodies pulled out after a strike",
        "Rescuers pulled six bodies from the rubble of a house in Khan Younis after a strike on Saturday.",
        {"place": "khan-younis", "day": "2024-02-03", "killed": 6},
    ),
    row(
        "bodies found after shelling",
        "Civil defence teams recovered three bodies in Idlib after Saturday's shelling.",
        {"place": "idlib", "day": "2024-02-03", "with": "artillery", "killed": 3},
    ),
    row(
        "people wounded after shelling: its day",
        "Three people were wounded in Idlib after shelling on Saturday.",
        {"kind": "shelling", "day": "2024-02-03", "wounded": 3},
    ),
    row("bodies of no deed", "Divers pulled six bodies from a river in Mosul after a storm."),
    row("nobody hurt: arrests", "Two people were arrested in Idlib after shelling on Saturday."),
    row(
        "the deed after which is elsewhere",
        "Six people were killed in Idlib on Sunday, after an air strike on Saraqib on Saturday.",
        {"place": "idlib", "day": "2024-02-04", "killed": 6},
        {"place": "saraqib", "day": "2024-02-03", "killed": None},
    ),
]


@pytest.mark.parametrize("case", [*HURT_NOBODY, *ANSWERED, *WIDER, *PARTS, *RECOVERED])
def test_whose_toll_in_prose(case: Case, reader: Reader) -> None:
    """Each number goes to its own deed, and a number of something wider to none."""
    assert told(case, reader) == case.wanted
