"""Films, pictures, dreams, matches, animals and hackers: blows that are no deeds of war, and deeds beside them."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

NO_DEEDS = [
    row(
        "a film in which",
        "A film in which a Boko Haram sniper kills nine soldiers on a bridge in Maiduguri was first shown in Berlin on "
        "Sunday.",
    ),
    row(
        "a novel tells how",
        "The novel tells how a car bomb kills a teacher in Aleppo. It won the prize on Sunday.",
    ),
    row(
        "in the play, which opened elsewhere",
        "In the play, which opened in Erbil on Sunday, a gunman kills five guests at a hotel in Mosul.",
    ),
    row("a thriller", "In his latest thriller, drones attack the port of Odesa and kill 40 sailors."),
    row(
        "a museum shows how",
        "The exhibition in Tyre shows how a missile destroyed a school in Nabatieh; it opened on Sunday.",
    ),
    row("a painting", "The painting of a soldier shooting a prisoner in Homs was sold in Geneva on Sunday."),
    row(
        "a mural",
        "Volunteers on Sunday restored a mural in Kobani of a fighter killing an Islamic State gunman.",
    ),
    row("a dream", "In his dream on Sunday, he said, shells fell on Taiz and killed his brother."),
    row(
        "a nightmare",
        "In her nightmare, she told the court on Sunday, rockets hit Kharkiv and killed her mother.",
    ),
    row(
        "what she dreamed",
        "She dreamed that a rocket fell on Haifa on Sunday and killed her son.",
    ),
    row("a beast and its young", "A farmer shot dead a lion and its cub in Kirkuk on Sunday."),
    row("a novel that goes on", "The novel tells how a soldier dies after a bomb explodes in Aleppo."),
    row(
        "a museum that shows how",
        "The museum in Kyiv shows how a missile hit a school in Kharkiv; it opened on Sunday.",
    ),
    row("a match", "The visitors were massacred 5-0 in Kirkuk on Sunday."),
    row(
        "shots on goal",
        "Two shots, two bullets into the top corner: the home side thrashed the champions in Baghdad on Sunday.",
    ),
    row("a beast that was shot", "A farmer shot dead a hyena in Mosul on Sunday."),
    row("beasts that killed", "Two dogs attacked and killed a child in Kirkuk on Sunday."),
    row("hackers", "Hackers attacked the airport of Erbil on Sunday and put slogans on its screens."),
    row(
        "an exercise on a table",
        "During a tabletop exercise in Haifa on Sunday, 300 rockets struck the port and 40 sailors died.",
    ),
    row(
        "fake blood",
        'Actors with fake blood lay in Kirkuk\'s bus station on Sunday after a "bomb" exploded there.',
    ),
    row(
        "a novel, in Arabic",
        "تدور أحداث الرواية حول انفجار سيارة مفخخة يقتل ثلاثين شخصاً في سوق في كركوك، وصدرت الرواية يوم الأحد.",
    ),
    row("a film, in Arabic", "يروي الفيلم قصف مدرسة في إدلب ومقتل عشرة أطفال، وعرض يوم الأحد."),
]


@pytest.mark.parametrize("case", NO_DEEDS)
def test_what_is_played_dreamt_or_done_by_beasts_is_no_attack(case: Case, reader: Reader) -> None:
    """Nothing of it happened, or nobody at war did it."""
    assert told(case, reader) == case.wanted


DEEDS = [
    row(
        "a screening that was attacked",
        "Gunmen stormed a cinema in Mosul on Sunday and killed nine people who were watching a film in which a soldier "
        "dies.",
        {"place": "mosul", "killed": 9},
    ),
    row(
        "a play that was shot at",
        "Gunmen killed five people at a play in Erbil on Sunday.",
        {"place": "erbil", "killed": 5},
    ),
    row(
        "a mural that was hit",
        "A missile destroyed a mural of a singer in Kharkiv on Sunday, killing two people.",
        {"place": "kharkiv", "killed": 2},
    ),
    row(
        "camels, and a herder",
        "Gunmen shot dead a herder and his camels in Nyala on Sunday.",
        {"place": "nyala"},
    ),
    row(
        "a goalkeeper",
        "A bomb killed the goalkeeper of the national team in Mosul on Sunday.",
        {"place": "mosul", "with": "ied"},
    ),
    row(
        "a drill that was hit",
        "A missile hit soldiers at an exercise in Kharkiv on Sunday and killed six.",
        {"place": "kharkiv", "killed": 6},
    ),
    row(
        "a dream, and what ended it",
        "Huda, nine, dreamed of becoming a doctor before an Israeli air strike killed her and her two brothers in "
        "Rafah on Sunday.",
        {"place": "rafah", "by": ["israel"], "killed": 3},
    ),
    row(
        "a dream, then a deed of its own",
        "They had dreamed of a spring wedding; a Russian missile killed both in Kherson on Sunday.",
        {"place": "kherson", "by": ["russia"]},
    ),
    row(
        "who dreams of home",
        "Families who dreamed of going home to Idlib were hit by Syrian shells on Sunday.",
        {"place": "idlib"},
    ),
    row(
        "beasts and a man",
        "Gunmen shot dead four goats and a shepherd near Nyala on Sunday.",
        {"place": "nyala"},
    ),
    row(
        "beasts that a drone killed, and a man",
        "A drone killed three cows and a farmer in Nabatieh on Sunday.",
        {"place": "nabatieh", "with": "drone"},
    ),
    row(
        "beasts on a mine",
        "A landmine killed two camels and their herder near Marib on Sunday.",
        {"place": "marib", "with": "ied"},
    ),
    row(
        "a museum that was hit",
        "A museum in Kharkiv showed the damage after a Russian missile hit it on Sunday, wounding four.",
        {"place": "kharkiv", "wounded": 4},
    ),
    row(
        "a screen that showed it",
        "The display in Odesa showed a missile before it struck the port on Sunday, wounding five.",
        {"place": "odesa", "wounded": 5},
    ),
    row(
        "a play that a bomb ended",
        "The play, a comedy that tells of love, was on when a bomb exploded in a theatre in Mosul on Sunday.",
        {"place": "mosul", "with": "ied"},
    ),
    row(
        "a film that a bomb ended, in Arabic",
        "يروي الفيلم قصة حب في حلب، وعرض قبل أن تنفجر سيارة مفخخة في سوق كركوك يوم الأحد وتقتل تسعة أشخاص.",
        {"place": "kirkuk", "killed": 9},
    ),
]


@pytest.mark.parametrize("case", DEEDS)
def test_deeds_beside_them_are_told(case: Case, reader: Reader) -> None:
    """Who watches a film may be shot."""
    assert told(case, reader) == case.wanted
