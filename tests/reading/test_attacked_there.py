"""Attacks in sentences that also speak of museums, training, floods or derailed trains; and those without any."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

ATTACKED = [
    row(
        "shot in a museum",
        "Gunmen shot dead six people at a museum in Basra on Sunday.",
        {"place": "basra", "killed": 6, "day": "2024-02-04"},
    ),
    row(
        "came into a museum and opened fire, no dead told",
        "A gunman walked into the passage of the museum in Basra on Sunday and opened fire.",
        {"place": "basra", "day": "2024-02-04"},
    ),
    row(
        "trainees of the police",
        "A suicide bomber killed 20 police trainees in Mosul on Sunday.",
        {"place": "mosul", "killed": 20},
    ),
    row(
        "live ammunition at a crowd",
        "Soldiers fired live ammunition at protesters in Basra on Sunday, killing five people.",
        {"place": "basra", "killed": 5},
    ),
    row(
        "a second bomb was defused",
        "A bomb went off in Kirkuk on Sunday and killed two people, and a second one was defused.",
        {"place": "kirkuk", "killed": 2},
    ),
    row(
        "a train derailed by a bomb",
        "A bomb derailed a train near Mosul on Sunday, killing four passengers.",
        {"killed": 4, "with": "ied"},
    ),
    row(
        "survivors of an earthquake",
        "Shells struck a camp for survivors of the earthquake in Idlib on Sunday, killing three.",
        {"killed": 3, "with": "artillery"},
    ),
    row(
        "a training camp, in Arabic",
        "قصف التحالف معسكر تدريب للحوثيين في ذمار يوم الأحد.",
        {"day": "2024-02-04"},
    ),
    row(
        "recruits in a training centre, in Arabic",
        "قتل عشرة مجندين في تفجير استهدف مركز تدريب للشرطة في كركوك يوم الأحد.",
        {"place": "kirkuk", "killed": 10},
    ),
    row(
        "survivors of an earthquake, in Arabic",
        "قتل ثلاثة بغارة على مخيم لناجين من الزلزال في إدلب يوم الأحد.",
        {"killed": 3, "with": "airstrike"},
    ),
    row(
        "three times a museum is no film",
        "Three people were shot dead at a museum in Basra on Sunday. The museum was full. The museum is shut.",
        {"place": "basra", "killed": 3},
    ),
    row(
        "a missile attack on a museum, no victims told",
        "A missile attack damaged the art museum in Odesa on Sunday.",
        {"place": "odesa", "with": "missile"},
    ),
    row(
        "drones at a depot of fireworks",
        "Drones attacked a fireworks depot in Tula on Sunday.",
        {"day": "2024-02-04", "with": "drone"},
    ),
    row(
        "drones at a museum, the day between",
        "Drones on Sunday struck a museum in Kherson.",
        {"place": "kherson", "day": "2024-02-04"},
    ),
    row(
        "days after floods",
        "Airstrikes hit Sanaa on Sunday, days after floods.",
        {"place": "sanaa", "with": "airstrike"},
    ),
    row(
        "a bomb derailed a train, no victims told",
        "A bomb derailed a train near Mosul on Sunday.",
        {"day": "2024-02-04", "with": "ied"},
    ),
    row(
        "a stampede that a strike caused",
        "A drone strike hit a mosque in Kirkuk on Sunday, causing a stampede.",
        {"place": "kirkuk", "with": "drone"},
    ),
    row(
        "a stampede that a strike caused, in Arabic",
        "غارة جوية استهدفت حفل زفاف في الفاشر يوم الأحد وسببت تدافع الحاضرين.",
        {"day": "2024-02-04", "with": "airstrike"},
    ),
]

BESIDE_ARMS = [
    row(
        "another place was hit too",
        "Israeli jets struck the town of Khiam on Sunday. Houses in Marjayoun were hit as well.",
        {"place": "khiam", "day": "2024-02-04"},
        {"place": "marjayoun", "day": "2024-02-04"},
    ),
    row(
        "the same arms in the next clause",
        "Planes struck Khiam on Sunday; they also hit Baalbek.",
        {"place": "khiam", "day": "2024-02-04"},
        {"place": "baalbek", "day": "2024-02-04"},
    ),
    row(
        "a figure of speech in another paragraph",
        "Israeli jets struck the town of Khiam on Sunday.\n\nThe price of bread hit Beirut hard on Sunday.",
        {"place": "khiam", "day": "2024-02-04"},
    ),
    row(
        "fighting that flared up",
        "Fighting flared up again in Kirkuk on Friday.",
        {"place": "kirkuk", "kind": "clash", "day": "2024-02-02"},
    ),
    row(
        "fighting that broke out, in Arabic",
        "اندلع القتال ليل الجمعة في كركوك بين الجيش ومسلحين.",
        {"place": "kirkuk", "kind": "clash", "day": "2024-02-02"},
    ),
    row(
        "off the coast of a town, in Arabic",
        "أصاب صاروخ ناقلة نفط قبالة سواحل المخا يوم السبت.",
        {"precision": "near", "day": "2024-02-03"},
    ),
    row(
        "in that town, in Arabic",
        "أصاب صاروخ منزلا في المخا يوم السبت.",
        {"precision": "site", "day": "2024-02-03"},
    ),
]

NOBODY = [
    row("a train derailed", "A train derailed near Mosul on Sunday, killing four passengers."),
    row(
        "a train derailed after a bombing",
        "A train derailed near Mosul on Sunday, a month after a bomb blast.",
    ),
    row("a rocket of fireworks", "A fireworks rocket hit a house in Basra on Sunday."),
    row("a museum named for drones", "The drone attack museum opened in Kirkuk on Sunday."),
    row("a drone that collided", "A drone collided with a helicopter in Mosul on Sunday."),
    row("a stampede, in Arabic", "تدافع في حفل في الفاشر يوم الأحد بعد سماع صوت طائرة."),
    row("a stampede", "Four people died in a stampede at a stadium in Basra on Sunday."),
    row("a boat capsized", "Ten people died when a boat capsized off Hodeidah on Sunday."),
    row("live rounds in an exercise", "The army fired live rounds in an exercise near Kirkuk on Sunday."),
    row(
        "a shell in training", "A soldier was killed in training near Kirkuk on Sunday when a shell went off."
    ),
    row("a bomb defused", "Engineers defused a bomb in Kirkuk on Sunday."),
    row("arms on show", "Drones and missiles of the militants went on show at a museum in Basra on Sunday."),
    row(
        "training with live rounds, in Arabic",
        "أجرى الجيش تدريبا بالذخيرة الحية في معسكر قرب كركوك يوم الأحد.",
    ),
    row("a mine in training, in Arabic", "قتل جنديان في انفجار لغم أثناء تدريب في كركوك يوم الأحد."),
    row("an earthquake, in Arabic", "قتل ثلاثة في زلزال ضرب كركوك يوم الأحد."),
]


@pytest.mark.parametrize("case", ATTACKED)
def test_somebody_was_attacked_there(case: Case, reader: Reader) -> None:
    """A word for a place, an effect or a circumstance does not undo an attack with arms and victims."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", BESIDE_ARMS)
def test_what_is_told_beside_a_deed_with_arms(case: Case, reader: Reader) -> None:
    """ "Hit" is no figure of speech right behind a deed with arms; fighting that begins is a clash."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", NOBODY)
def test_nobody_was(case: Case, reader: Reader) -> None:
    """Accidents, exercises and shows stay silent."""
    assert told(case, reader) == []
