"""What a name is in the sentence that tells of a deed: who did it, who was hit, who only tells of it, nobody."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

ONLY_TELLS = [
    row(
        "a group with its initials, and others, say so",
        "A jet bombed a school in Demoso on Sunday, the Karenni Army (KA) and rescue workers said.",
        {"on": []},
    ),
    row(
        "a ministry of a state confirms it",
        "A missile hit the depot at Bandar Abbas on Sunday, Iran's oil ministry confirms.",
        {"on": []},
    ),
    row(
        "a spokesman with his name",
        "At least 19 people were killed by a blast in Herat on Sunday, the Taliban's police spokesman for the city, "
        "Wali Rahimi, said.",
        {"on": []},
    ),
    row(
        "a group's office that tells of its own rockets",
        "Rockets were launched at Nahariya on Sunday, Hezbollah's war media said.",
        {"by": ["hezbollah"]},
    ),
    row(
        "who took responsibility for it",
        "The bombing on Sunday, for which al-Shabaab took responsibility, killed nine people in Baidoa.",
        {"by": ["al-shabaab"], "on": []},
    ),
    row(
        "whom a group names as its man",
        "A drone hit a car in Tyre on Sunday and killed Ali Hamdan, whom Hezbollah named as one of its men.",
        {"on": []},
    ),
    row(
        "but what a state's troops use is theirs",
        "A rocket hit a base that American troops use near Hasakah on Sunday.",
        {"on": ["united-states"]},
    ),
    row(
        "and the army that was hit does not only tell of it",
        "A drone hit the Ukrainian army and its depots near Kupiansk on Sunday.",
        {"on": ["ukraine"]},
    ),
]

DOERS = [
    row(
        "members of a gang who came",
        "Thirty people lost their lives when members of the Gran Grif gang walked through Petite Riviere on Sunday.",
        {"by": ["gran-grif"], "on": []},
    ),
    row(
        "who answered by bombing",
        "The United States answered on Sunday by bombing Houthi depots in Hodeidah.",
        {"by": ["united-states"], "on": ["houthis"]},
    ),
    row(
        "by whom a deed was condemned",
        "The attack in Abha on Sunday, in which four people died, was condemned by Kuwait.",
        {"by": []},
    ),
    row(
        "a deed that officials attribute",
        "The tanker was shaken off Fujairah on Sunday by a blast that US officials put down to a mine.",
        {"by": []},
    ),
    row(
        "one of a people who was killed by it",
        "The only person killed by the rocket in Jericho on Sunday was a Palestinian.",
        {"by": []},
    ),
    row(
        "but by whose hand it was",
        "A convoy was bombed near Sirte on Sunday by Egyptian jets.",
        {"by": ["egypt"]},
    ),
]

PEOPLES = [
    row(
        "people of several nations",
        "A gunman killed two Swedes, a South African and two Germans in Kabul on Sunday.",
        {"on": []},
    ),
    row(
        "one of a nation, in apposition",
        "The master, a Romanian, died on Sunday when a drone hit the tanker off Aden.",
        {"on": []},
    ),
    row(
        "but the soldiers of a nation",
        "A bomb killed two South African soldiers in Goma on Sunday.",
        {"on": ["south-africa"]},
    ),
]

KILLED_AT = [
    row(
        "soldiers killed at a place, in a headline",
        "Around 100 Nigerian soldiers killed at Metele on Sunday, sources say",
        {"by": [], "on": ["nigeria"], "killed": 100},
    ),
    row(
        "but soldiers who killed",
        "Nigerian soldiers killed at least 20 militants at Metele on Sunday.",
        {"by": ["nigeria"]},
    ),
]

FORCES = [
    row(
        "rockets fired at army positions",
        "Rebels fired rockets on Sunday at army positions in Goma.",
        {"on": ["dr-congo"]},
    ),
    row(
        "rockets fired at a market near a base",
        "Rebels fired rockets on Sunday at a market in Goma near an army base.",
        {"on": []},
    ),
    row(
        "members of the security forces",
        "Gunmen shot dead six members of the security forces in Herat on Sunday.",
        {"on": ["afghanistan"]},
    ),
    row(
        "officers who were wounded",
        "Two officers were wounded when gunmen opened fire in Quetta on Sunday.",
        {"on": ["pakistan"]},
    ),
    row(
        "a few soldiers among many victims",
        "A bomb in a market killed 40 people and wounded two soldiers in Quetta on Sunday.",
        {"on": []},
    ),
    row(
        "a police officer who only tells of it",
        "Gunmen stabbed those who could not answer in Garissa on Sunday, a police officer said.",
        {"on": []},
    ),
    row(
        "police who confirm the toll of a blast",
        "Kano mosque blasts on Sunday: Police confirm 102 dead",
        {"on": []},
    ),
    row(
        "a forward base, a patrol of the navy",
        "Gunmen shot at a navy patrol near Port Harcourt on Sunday.",
        {"on": ["nigeria"]},
    ),
    row(
        "soldiers of another state",
        "Eighty Russian conscripts died in Makiivka on Sunday when rockets hit a college.",
        {"on": ["russia"]},
    ),
]

ARABIC = [
    row(
        "soldiers killed, and the group that claims it",
        "أعلن تنظيم داعش مسؤوليته عن الهجوم الذي وقع الأحد في العريش واستشهد فيه ضابط وعشرة جنود.",
        {"by": ["islamic-state"], "on": ["egypt"]},
    ),
    row(
        "men of the armed forces, some of them named",
        "قُتل في هجوم على العريش الأحد 26 من رجال القوات المسلحة بينهم عقيد.",
        {"on": ["egypt"]},
    ),
    row(
        "civilians killed, a policeman among them",
        "قُتل في هجوم على العريش الأحد 26 شخصا بينهم شرطي.",
        {"on": []},
    ),
]

_ALL = [*ONLY_TELLS, *DOERS, *PEOPLES, *KILLED_AT, *FORCES, *ARABIC]


@pytest.mark.parametrize("case", _ALL)
def test_part_of_a_name(case: Case, reader: Reader) -> None:
    """A name is taken for what it is in its sentence: the doer, the one who was hit, a teller, one of a people."""
    assert told(case, reader) == case.wanted
