"""`Filter` compiled to a Python predicate."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from geomap.filters import period, space
from geomap.filters.answers import Answer
from geomap.filters.record import Filter
from geomap.filters.space import Area
from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS
from geomap.text import fold

if TYPE_CHECKING:
    from geomap.model import Incident

CONFIDENCE = {"low": 0, "medium": 1, "high": 2}
_TEXTS = (
    "title", "place", "admin1_name", "launch_place", "attacker", "target", "evidence", "date_text",
    "attackers", "targets", "sources", "articles",
)  # fmt: skip

Relatives = Callable[[str, "dt.date | None"], frozenset[str]]


def _alone(actor: str, on: dt.date | None) -> frozenset[str]:
    return frozenset({actor})


def _nobody(actor: str, on: dt.date | None) -> frozenset[str]:
    return frozenset()


@dataclasses.dataclass(frozen=True)
class Context:
    """What the ids in a `Filter` stand for.

    Attributes:
        areas: The areas of each region id; an incident in one of them is in the region.
        family: An actor with its parts on a day (None: ever).
        backers: Who backed an actor on a day (None: ever).
        ids: Actor names to ids, for records that carry names.
    """

    areas: Mapping[str, tuple[Area, ...]] = dataclasses.field(default_factory=dict)
    family: Relatives = _alone
    backers: Relatives = _nobody
    ids: Mapping[str, str] = dataclasses.field(default_factory=dict)


class Verdict(NamedTuple):
    """The answer for one incident, by what it depends on; `space` and `time` are NO where anything else is no."""

    space: Answer
    time: Answer

    @property
    def answer(self) -> Answer:
        """The answer to the whole question."""
        return min(self.space, self.time)


_OUT = Verdict(Answer.NO, Answer.NO)


def answer(filter: Filter, incident: Incident, context: Context | None = None) -> Answer:
    """How sure it is that one incident is what the filter asks for; for many, use `predicate`."""
    return predicate(filter, context)(incident).answer


def predicate(filter: Filter, context: Context | None = None) -> Callable[[Incident], Verdict]:
    """Compile a filter.

    Raises:
        KeyError: a region of the filter is not in the context.
    """
    known = context or Context()
    tests = [*_plain_tests(filter), *_actor_tests(filter, known)]
    areas = [area for id in filter.regions for area in known.areas[id]]
    window = (filter.since, filter.until)

    def judge(incident: Incident) -> Verdict:
        if not all(test(incident) for test in tests):
            return _OUT
        time = period.within(incident.date_start, incident.date_end, *window)
        if time is Answer.NO:
            return _OUT
        place = _place(incident, filter, areas)
        return _OUT if place is Answer.NO else Verdict(place, time)

    return judge


def _place(incident: Incident, filter: Filter, areas: list[Area]) -> Answer:
    answers = [Answer.CERTAIN]
    if filter.regions:
        answers.append(max((area.answer(incident) for area in areas), default=Answer.NO))
    if filter.bbox is not None:
        answers.append(space.in_bbox(incident, filter.bbox))
    if filter.near is not None:
        answers.append(space.in_circle(incident, filter.near))
    return min(answers)


Test = Callable[["Incident"], bool]


def _plain_tests(filter: Filter) -> list[Test]:
    """The tests of fields that are yes or no."""
    tests: list[Test] = []
    if filter.statuses:
        statuses = frozenset(filter.statuses)
        tests.append(lambda one: one.status in statuses)
    else:
        tests.append(lambda one: one.status not in OFF_MAP_STATUS)
    if filter.origins:
        origins = frozenset(filter.origins)
        tests.append(lambda one: one.origin in origins or not origins.isdisjoint(one.origins))
    else:
        tests.append(lambda one: one.origin not in OFF_MAP_ORIGIN)
    if filter.kinds:
        kinds = frozenset(filter.kinds)
        tests.append(lambda one: one.kind in kinds)
    if filter.weapons:
        weapons = frozenset(filter.weapons)
        tests.append(lambda one: one.weapon in weapons or not weapons.isdisjoint(one.weapons))
    if filter.min_confidence:
        least = CONFIDENCE[filter.min_confidence]
        tests.append(lambda one: CONFIDENCE[one.confidence] >= least)
    if filter.text:
        words = fold(filter.text)
        tests.append(lambda one: words in haystack(one))
    return tests


def haystack(incident: Incident) -> str:
    """All that the free text search looks at, folded."""
    values: list[str] = []
    for name in _TEXTS:
        value = getattr(incident, name)
        values.extend((value,) if isinstance(value, str) else value or ())
    values.extend(report.evidence for report in incident.reports)
    return fold("\n".join(values))


def _actor_tests(filter: Filter, context: Context) -> list[Test]:
    tests: list[Test] = []
    if filter.attackers:
        tests.append(lambda one: _related(attackers(one, context), filter.attackers, one, context.family))
    if filter.targets:
        tests.append(lambda one: _related(targets(one, context), filter.targets, one, context.family))
    if filter.actors:
        tests.append(
            lambda one: _related(
                attackers(one, context) | targets(one, context), filter.actors, one, context.family
            )
        )
    if filter.backed_by:
        backers = frozenset(filter.backed_by)
        tests.append(
            lambda one: any(
                not backers.isdisjoint(context.backers(actor, one.date_start))
                for actor in attackers(one, context)
            )
        )
    return tests


def _related(actors: frozenset[str], asked: Iterable[str], incident: Incident, family: Relatives) -> bool:
    """Whether one of the actors is one of those asked for, or was a part of it at the incident's date."""
    return any(not actors.isdisjoint(family(one, incident.date_start)) for one in asked)


def attackers(incident: Incident, context: Context) -> frozenset[str]:
    """The ids of all attackers."""
    return _ids(incident.attacker_id, incident.attackers, context)


def targets(incident: Incident, context: Context) -> frozenset[str]:
    """The ids of all targets."""
    return _ids(incident.target_id, incident.targets, context)


def _ids(first: str | None, names: tuple[str, ...], context: Context) -> frozenset[str]:
    found = {context.ids.get(name, name) for name in names}
    return frozenset(found if first is None else found | {first})
