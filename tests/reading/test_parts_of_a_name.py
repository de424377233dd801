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
        "by what a group only kept",
        "Nine people were blown up in Pakokku on Sunday by mines the Arakan Army kept there.",
        {"by": ["arakan-army"], "role": "suspected"},
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

CLAIMS = [
    row(
        "a minister's words about a group are no claim of the group",
        "Jets bombed a cave near Palmyra on Sunday. “It will stop any return of Islamic State,” the Defence Secretary, "
        "Ann Lowe, said.",
        {"by": []},
    ),
    row(
        "credit taken by way of an agency",
        "A blast at a shrine in Quetta on Sunday killed 72 people. The Islamic State group took credit by way of Amaq.",
        {"by": ["islamic-state"], "status": "claimed"},
    ),
    row(
        "a signature put under a deed",
        "Bombers killed 42 people in Mukalla on Sunday. Islamic State put its signature under the operation, and says "
        "that 50 were killed.",
        {"by": ["islamic-state"], "status": "claimed"},
    ),
    row(
        "but a bombing claimed by a group",
        "A blast at a shrine in Quetta on Sunday killed 72 people. It was claimed by Islamic State.",
        {"by": ["islamic-state"], "status": "claimed"},
    ),
    row(
        "suspected members of a group who died",
        "Five suspected Islamic State members died on Sunday when special forces raided a hideout in Irbid.",
        {"by": ["jordan"], "on": ["islamic-state"]},
    ),
    row(
        "but suspected members of a group who killed",
        "Suspected Boko Haram members killed five farmers on Sunday in Konduga.",
        {"by": ["boko-haram"], "role": "suspected"},
    ),
    row(
        "whom a council accuses, and the army that shows pictures",
        "قُتل ستة جنود في هجوم على كادقلي الأحد. واتهم المجلس قوات الدعم السريع بتنفيذه، ونشر الجيش السوداني صوراً.",
        {"by": ["rapid-support-forces"]},
    ),
]

FROM_AFAR = [
    row(
        "missiles from a country, told by another's command",
        "US jets bombed Sanaa on Saturday. Two cruise missiles from Yemen hit a tanker in the Gulf of Aden on "
        "Sunday, U.S. Central Command said.",
        {"by": ["united-states"]},
        {"by": ["houthis"]},
    ),
    row(
        "a state does not strike itself from afar",
        "Israeli jets struck Damascus on Saturday. A rocket hit a field near Safed on Sunday.",
        {"by": ["israel"]},
        {"by": []},
    ),
    row(
        "drones that came, of which one was destroyed",
        "Two drones went toward Ain al-Asad on Sunday, and Central Command said that it destroyed one of them.",
        {"by": [], "kind": "interception"},
    ),
    row(
        "but depots that were destroyed, and one of them burnt",
        "US jets bombed two depots in Hodeidah on Sunday and destroyed one of them.",
        {"by": ["united-states"], "kind": "airstrike"},
    ),
    row(
        "who voices concern about air strikes",
        "Air strikes killed nine people in Mekelle on Sunday, and the White House voiced concern about them.",
        {"by": []},
    ),
]

BORDERS = [
    row(
        "the side of a border",
        "Drones hit Tower 22, on the Jordan side of the border, on Sunday and killed three American soldiers.",
        {"on": ["united-states"]},
    ),
    row(
        "where states meet",
        "Two drones struck al-Tanf, where Syria meets Jordan and Iraq, on Sunday.",
        {"by": []},
    ),
    row(
        "the border with a state",
        "قصفت مسيّرتان الأحد لواءً قرب القائم على الحدود مع سوريا.",
        {"on": []},
    ),
]

OF_A_NOUN = [
    row(
        "whom a state struck, by its own words",
        "جرّاء استهداف الاحتلال الإسرائيلي مجمعاً طبياً في خان يونس الأحد قُتل عشرون شخصاً.",
        {"by": ["israel"], "on": []},
    ),
]

FOES = [
    row(
        "depots that a state bombed abroad, in an article on its war with a group",
        "Kataib Hezbollah fired rockets at American troops in Erbil on Saturday. F-15s of the United States bombed "
        "weapons depots near al-Qaim on Sunday.",
        {"on": ["united-states"]},
        {"by": ["united-states"], "on": ["kataib-hezbollah"]},
    ),
    row(
        "positions of a group that is not named again",
        "Jaish al-Adl killed 11 Iranian policemen in Rask on Saturday. Iran fired missiles at two of its bases in "
        "Panjgur on Sunday.",
        {"on": ["iran"]},
        {"by": ["iran"], "on": ["jaish-al-adl"]},
    ),
    row(
        "but a power station, which need not be the group's",
        "The PKK fired rockets at Turkish troops in Kilis on Saturday. Turkish drones hit a power station in Amuda on "
        "Sunday.",
        {"on": ["turkey"]},
        {"by": ["turkey"], "on": []},
    ),
]

IN_TURN = [
    row(
        "strikes told one after the other, whose they are said first",
        "Yemen was struck on Sunday. Emirati warplanes flew raid upon raid. A factory in Saada was bombed, and depots "
        "were bombed in Ibb.",
        {"by": ["united-arab-emirates"]},
        {"by": ["united-arab-emirates"]},
    ),
]

_IN_A_SENTENCE = [*ONLY_TELLS, *DOERS, *PEOPLES, *KILLED_AT, *FORCES, *ARABIC, *BORDERS, *OF_A_NOUN]
_ALL = [*_IN_A_SENTENCE, *CLAIMS, *FROM_AFAR, *FOES, *IN_TURN]


@pytest.mark.parametrize("case", _ALL)
def test_part_of_a_name(case: Case, reader: Reader) -> None:
    """A name is taken for what it is in its sentence: the doer, the one who was hit, a teller, one of a people."""
    assert told(case, reader) == case.wanted
