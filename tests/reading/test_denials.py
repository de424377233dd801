"""Who denies what: a deed that is laid on somebody is disputed where he denies it; a general denial is none."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

_SHELLS = "Shells killed four people in Okhtyrka on Saturday. "
_DRONES = "Drones set fire to an oil depot in Khurais on Saturday. Washington blamed Iran. "
_BUS = "Gunmen killed nine people on a bus near Turbat on Saturday. "
_SOUK = "سقطت قذائف على سوق في مدينة الفاشر السبت ما أدى إلى مقتل أربعة أشخاص. واتهم الجيش قوات الدعم السريع بالقصف. "

DISPUTED = [
    row(
        "that it had hit",
        _SHELLS + "Kyiv blamed Russia. Moscow denied it had hit the town.",
        {"status": "disputed"},
    ),
    row(
        "hitting it",
        _SHELLS + "Kyiv blamed Russia. Russia denied hitting a market there.",
        {"status": "disputed"},
    ),
    row("it", _DRONES + "Tehran has repeatedly denied it.", {"by": ["iran"], "status": "disputed"}),
    row("the allegations", _DRONES + "Iran rejected the allegations as baseless.", {"status": "disputed"}),
    row("a charge it denies", _DRONES[:-2] + ", a charge that Tehran denies.", {"status": "disputed"}),
    row(
        "a group",
        _BUS + "The governor blamed the BLA. The group denied having any hand in it.",
        {"by": ["baloch-liberation-army"], "status": "disputed"},
    ),
    row(
        "that it was responsible",
        _BUS + "The Balochistan Liberation Army denied it was responsible.",
        {"by": [], "status": "disputed"},
    ),
    row(
        "that: Arabic",
        _SOUK + "ونفت قوات الدعم السريع ذلك.",
        {"by": ["rapid-support-forces"], "status": "disputed"},
    ),
    row(
        "any link: Arabic",
        _SOUK + "ونفى متحدث باسم الدعم السريع أي صلة لقواته بالأمر.",
        {"status": "disputed"},
    ),
    row("the accusations: Arabic", _SOUK + "ونفت الدعم السريع هذه الاتهامات.", {"status": "disputed"}),
    row(
        "a capital: Arabic",
        "سقط صاروخ على سوق في مدينة سومي السبت ما أدى إلى مقتل سبعة. واتهمت أوكرانيا روسيا بالهجوم. ونفت موسكو ذلك.",
        {"by": ["russia"], "status": "disputed"},
    ),
]

NOT_DISPUTED = [
    row(
        "what it never does",
        _SHELLS + "Kyiv blamed Russia. Russia denies that it targets civilians.",
        {"by": ["russia"], "status": "reported"},
    ),
    row(
        "who was among the dead",
        "Israel bombed a villa in Damascus on Saturday. Iran denied that any officers were among the dead.",
        {"status": "reported"},
    ),
    row(
        "what was flown from where",
        _DRONES + "Iran denied that a base in Khuzestan had been used.",
        {"by": ["iran"], "status": "reported"},
    ),
    row(
        "somebody else's denial",
        _DRONES + "Qatar denied it had been told of the plan.",
        {"by": ["iran"], "status": "reported"},
    ),
    row(
        "a backer of those who claim it",
        "Drones hit an oil plant at Abqaiq on Saturday. The Houthis claimed the attack. Iran denied involvement.",
        {"by": ["houthis"], "status": "claimed"},
    ),
    row(
        "what it never does: Arabic",
        _SOUK + "ونفت قوات الدعم السريع أن تكون قواتها قد استهدفت المدنيين.",
        {"by": ["rapid-support-forces"], "status": "reported"},
    ),
    row(
        "a backer of those who claim it: Arabic",
        "استهدفت مسيرات معملا نفطيا في بقيق السبت. وأعلن الحوثيون مسؤوليتهم عن الهجوم. ونفت إيران ضلوعها فيه.",
        {"by": ["houthis"], "status": "claimed"},
    ),
]


@pytest.mark.parametrize("case", DISPUTED)
def test_what_is_laid_on_somebody_who_denies_it_is_disputed(case: Case, reader: Reader) -> None:
    """Whatever the words are: a hand in it, the charge, the deed itself."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", NOT_DISPUTED)
def test_other_denials_dispute_nothing(case: Case, reader: Reader) -> None:
    """What a side never does, a detail, and a deed that nobody had laid on who denies it."""
    assert told(case, reader) == case.wanted
