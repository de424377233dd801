"""Whose deed it was, and whom it hit, where other names stand nearer than theirs."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

NO_AIRCRAFT = [
    row(
        "mines of a group in a school that a jet bombed",
        "A jet dropped two bombs on a school in Taiz on Friday. The hall was blown up by mines that the Houthis kept "
        "there, the government said.",
        {"place": "taiz", "by": [], "with": "airstrike"},
    ),
    row(
        "who calls an air raid a reason",
        "The Taliban described the ambush as payback for the air raid of last Tuesday on a market in Lashkar Gah, "
        "where medics counted 26 dead.",
        {"by": [], "with": "airstrike", "killed": 26},
    ),
    row(
        "who speaks of those whom a gunship killed",
        "A gunship strafed a village outside Kunduz on Saturday, killing three people. The Taliban said the dead were "
        "farmers.",
        {"by": [], "with": "airstrike"},
    ),
    row(
        "an army that jets come to help",
        "Boko Haram fighters attacked an army post at Banki on Saturday. Fighter jets bombed them as they fled.",
        {"by": ["boko-haram"]},
    ),
    row(
        "a group that has aircraft",
        "Jets of the Libyan National Army bombed a convoy near Sirte on Saturday.",
        {"by": ["libyan-national-army"], "with": "airstrike"},
    ),
    row(
        "drones of a group",
        "The Houthis attacked the airport of Abha on Saturday with a drone.",
        {"by": ["houthis"], "with": "drone"},
    ),
]

OPENINGS = [
    row(
        "jets that flew raid upon raid",
        "In the night to Saturday Emirati warplanes flew raid upon raid, state media reported. In Saada a factory was "
        "razed. A post in Marib came under attack too.",
        {"place": "saada", "by": ["united-arab-emirates"], "with": "airstrike", "kind": "airstrike"},
        {"place": "marib", "by": ["united-arab-emirates"], "with": "airstrike"},
    ),
    row(
        "drones that came in waves",
        "Russian drones came in waves on Saturday night. In Odesa a warehouse was hit.",
        {"place": "odesa", "by": ["russia"], "with": "drone"},
    ),
    row(
        "another hand between",
        "Israeli jets attacked on Saturday. The rebels answered with rockets. In Haifa a house was hit.",
    ),
    row(
        "a bomb that lay there",
        "Turkish jets flew over the border for an hour. Near Kirkuk a patrol was hit by a roadside bomb on Saturday, "
        "and two policemen died.",
        {"by": [], "with": "ied"},
    ),
]

ITS_OWN = [
    row(
        "arms called its",
        "The Israeli army broke the truce and violated Lebanese sovereignty on Saturday, when its aircraft bombed a "
        "depot near Baalbek.",
        {"place": "baalbek", "by": ["israel"]},
    ),
    row(
        "missiles called its",
        "Iran kept its word on Saturday, when its missiles struck Tel Aviv.",
        {"by": ["iran"], "on": ["israel"]},
    ),
    row(
        "who asks about what hit its post",
        "UNIFIL complained about a tank shell that struck its post near Naqoura on Saturday.",
        {"by": [], "on": ["unifil"]},
    ),
    row(
        "who tells of a drone that hit its post",
        "The SDF said a drone hit its checkpoint near Kobani on Saturday, wounding two fighters.",
        {"by": [], "on": ["syrian-democratic-forces"]},
    ),
    row(
        "who strikes and loses its own",
        "Hezbollah fighters attacked Metula on Saturday and lost two of their vehicles.",
        {"by": ["hezbollah"], "on": ["israel"]},
    ),
]

NOT_THEIR_DEED = [
    row(
        "police who killed the gunman",
        "A man who had opened fire on a police post in Tunis was killed by security forces on Saturday.",
        {"by": [], "with": "gunfire"},
    ),
    row(
        "troops who shot dead an attacker",
        "Security forces shot dead a man who had stabbed two policemen in Tunis on Saturday.",
        {"by": []},
    ),
    row(
        "gunmen whom troops killed",
        "Three gunmen were killed by Pakistani troops near Bannu on Saturday.",
        {"by": ["pakistan"], "killed": 3},
    ),
]

NAMES = [
    row(
        "a ship named after a country",
        'A drone set fire to the tanker "Stolt Jordan" in the Gulf of Aden on Saturday.',
        {"by": [], "on": []},
    ),
    row(
        "who was driven out",
        "On Saturday the army drove the RSF out of the radio building that the fighters had occupied in Omdurman.",
        {"on": ["rapid-support-forces"], "kind": "seizure"},
    ),
    row(
        "who is to be driven out",
        "A bomb killed four people in Manbij on Saturday. Ankara wants to drive the Kurdish fighters out of the town.",
        {"on": [], "killed": 4},
    ),
]

WHOSE_LAND = [
    row(
        "missiles out of land that a group holds",
        "On Saturday a frigate shot down two missiles fired at ships in the Gulf of Aden out of Houthi-held Yemen.",
        {"by": ["houthis"], "kind": "interception"},
    ),
    row(
        "shells from districts that a force holds",
        "Shells fired out of RSF-held districts killed nine people in Omdurman on Saturday.",
        {"by": ["rapid-support-forces"], "with": "artillery", "killed": 9},
    ),
    row(
        "a truck from there",
        "A truck from Houthi-held Sanaa was hit by a drone near Marib on Saturday.",
        {"by": [], "on": []},
    ),
    row(
        "what a ministry called it",
        "A maritime depot in the port of Mina Salman, in Manama, was set on fire by a drone on Saturday, by what the "
        "Interior Ministry called Iranian aggression.",
        {"by": ["iran"]},
    ),
]

THE_GROUP = [
    row(
        "the militants whom jets struck",
        "Al-Shabaab fighters took a village last week. On Saturday US aircraft struck the militants near Jilib, "
        "killing five.",
        {"by": ["united-states"], "on": ["al-shabaab"], "killed": 5},
    ),
    row(
        "rebel positions",
        "The Houthis have held the town for a year. On Saturday Saudi jets struck rebel positions near Sirwah.",
        {"by": ["saudi-arabia"], "on": ["houthis"]},
    ),
    row(
        "commanders of the movement",
        "Hamas spoke of talks. On Saturday an Israeli strike killed two commanders of the movement in Khan Younis.",
        {"by": ["israel"], "on": ["hamas"], "killed": 2},
    ),
    row(
        "rebels where two groups are named",
        "The Allied Democratic Forces and the M23 both hold villages. On Saturday Ugandan jets struck rebel positions "
        "near Goma.",
        {"by": ["uganda"], "on": []},
    ),
]

ONLY_THERE = [
    row(
        "who goes along with a convoy",
        "A roadside bomb struck a UN convoy escorted by Malian soldiers near Gao on Sunday.",
        {"by": [], "on": ["united-nations", "malian-armed-forces"], "with": "ied"},
    ),
    row(
        "who guards what was hit",
        "On Sunday rockets fell on a camp visited by the Iraqi army in Makhmur.",
        {"by": [], "on": ["iraq"], "with": "rocket"},
    ),
    row(
        "who drove the bomb",
        "A truck bomb driven by an Al-Shabaab fighter exploded in Mogadishu on Sunday.",
        {"by": ["al-shabaab"], "with": "ied"},
    ),
    row(
        "whose man dies as shells land",
        "Saudi soldier dies as shells land in Najran on Sunday",
        {"by": [], "on": ["saudi-arabia"]},
    ),
    row(
        "a country that heads a line",
        "SYRIA - Twin blasts hit Damascus on Sunday, killing 12",
        {"by": [], "killed": 12},
    ),
    row(
        "a country with an aside behind it",
        "Turkey - which has troops there - shelled Afrin on Sunday.",
        {"by": ["turkey"], "kind": "shelling"},
    ),
]

SHIPS = [
    row(
        "a ship that is called after a country",
        "The bulk carrier Gibraltar Eagle, flag Marshall Islands, was hit by a missile in the Gulf of Aden on Sunday.",
        {"on": [], "with": "missile"},
    ),
    row(
        "a country's own ship",
        "The Saudi tanker Abqaiq was hit by a missile off Hodeidah on Sunday.",
        {"on": ["saudi-arabia"], "with": "missile"},
    ),
    row(
        "a country's own army",
        "In Quetta, Pakistan Army soldiers killed four militants on Sunday.",
        {"by": ["pakistan"]},
    ),
]

CALLED_SHORT = [
    row(
        "the coalition between two names",
        "The Saudi-led coalition warned the Southern Transitional Council. On Sunday the coalition bombed a depot in "
        "Mukalla.",
        {"by": ["saudi-led-coalition"], "place": "mukalla"},
    ),
    row(
        "the movement, not the group named last",
        "The National Movement for the Liberation of Azawad and Ansar Dine fight in the north. On Sunday the movement "
        "seized Gao.",
        {"by": ["azawad-liberation-front"], "kind": "seizure"},
    ),
    row(
        "another council between",
        "The Southern Transitional Council holds Aden. The Security Council met. On Sunday the council attacked "
        "Seiyun.",
    ),
    row(
        "the front line of a front",
        "The Nusra Front watched. On Sunday soldiers attacked Kafranbel from the front line.",
        {"by": ["syria"]},
    ),
]

TOLD_OF_THEIR_OWN = [
    row(
        "an army that only tells of it",
        "The army said a drone hit a depot in Erbil on Sunday.",
        {"by": [], "with": "drone"},
    ),
    row(
        "an army that tells of its own deed",
        "The army said it struck a depot in Kirkuk on Sunday.",
        {"by": ["iraq"]},
    ),
    row(
        "what hit a group at home",
        "A drone hit a car near Tyre on Sunday and killed two men, Hezbollah said.",
        {"by": [], "killed": 2},
    ),
    row(
        "a toll that a group gives",
        "Strikes on separatists leave 20 dead in Seiyun on Sunday, the Southern Transitional Council says",
        {"by": [], "killed": 20},
    ),
    row(
        "rockets across the border",
        "Rockets were fired at Kiryat Shmona on Sunday, Hezbollah said.",
        {"by": ["hezbollah"], "status": "claimed"},
    ),
    row(
        "soldiers ambushed at home",
        "A bomb attack on an army post near Diyarbakir killed four soldiers on Sunday, the PKK said.",
        {"by": ["kurdistan-workers-party"], "on": ["turkey"], "status": "claimed"},
    ),
]

FROM_ABOVE = [
    row(
        "a raid that flattened a house",
        "A raid flattened a house in Adchit in southern Lebanon on Saturday and killed a man.",
        {"kind": "airstrike", "with": "airstrike", "killed": 1},
    ),
    row(
        "a police raid",
        "A police raid destroyed a laboratory of the gang in Culiacan on Saturday, and two gunmen were shot dead.",
        {"kind": "raid"},
    ),
    row(
        "an air strike with missiles",
        "Israel carried out an air strike on Masyaf on Saturday with several missiles, killing 14 people.",
        {"kind": "airstrike", "with": "missile"},
    ),
    row(
        "gunships of an army",
        "Gunships fired on militants near Bannu on Saturday.",
        {"kind": "airstrike", "with": "airstrike"},
    ),
]

ARABIC = [
    row(
        "raids that did not cease",
        "لم تنقطع الغارات الروسية على إدلب طوال ليل السبت، وقتل فيها ستة أشخاص.",
        {"place": "idlib", "by": ["russia"], "with": "airstrike", "kind": "airstrike", "killed": 6},
    ),
    row(
        "raids that did not happen",
        "لم تستهدف الغارات إدلب يوم السبت.",
    ),
    row(
        "the fiercest of the raids",
        "تواصلت الغارات على البقاع يوم السبت، وأعنفها طالت بعلبك وقتل فيها ستة أشخاص.",
        {"place": "baalbek", "with": "airstrike"},
    ),
    row(
        "the object behind the subject",
        "هاجم تنظيم داعش قوات الحشد الشعبي في سامراء يوم السبت وقتل خمسة منها.",
        {"by": ["islamic-state"], "on": ["popular-mobilization-forces"]},
    ),
    row(
        "the object of a verb that ends as if it were feminine",
        "باغت تنظيم الدولة الإسلامية قوات النظام في تدمر يوم السبت وقتل 36 من عناصرها.",
        {"by": ["islamic-state"], "on": ["syria"], "killed": 36},
    ),
    row(
        "two who strike together",
        "هاجمت القوات الأميركية والقوات البريطانية ميناء الحديدة يوم السبت بالصواريخ.",
        {"by": ["united-states", "united-kingdom"], "on": ["houthis"]},
    ),
    row(
        "positions of the group",
        "هدد تنظيم داعش عمان. وأغارت طائرات أردنية فجر السبت على مواقع للتنظيم في الرقة.",
        {"by": ["jordan"], "on": ["islamic-state"], "kind": "airstrike"},
    ),
    row(
        "aircraft of a type that has no crew",
        "قصفت أربع طائرات من طراز صماد 3 يوم السبت مطار أبها الدولي، قال الحوثيون.",
        {"with": "drone", "kind": "attack"},
    ),
]

_ALL = [
    *NO_AIRCRAFT,
    *OPENINGS,
    *ITS_OWN,
    *NOT_THEIR_DEED,
    *NAMES,
    *WHOSE_LAND,
    *THE_GROUP,
    *ONLY_THERE,
    *SHIPS,
    *CALLED_SHORT,
    *TOLD_OF_THEIR_OWN,
    *FROM_ABOVE,
    *ARABIC,
]


@pytest.mark.parametrize("case", _ALL)
def test_by_whose_hand(case: Case, reader: Reader) -> None:
    """The sides are those whose arms were there and whose people were hit, not whoever is named nearest."""
    assert told(case, reader) == case.wanted
