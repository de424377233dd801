"""Why an incident is what it is: the sentences, the words in them, what they were taken for, who decided otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from geomap.dates import DateRange, in_words
from geomap.decisions import Decision
from geomap.errors import UsageError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.merge import copies, doubtful_pairs
from geomap.model import Incident, Record, Report, Store
from geomap.query.nearest import suggest

_AROUND_DAYS = 10  # reports of these days before and after may have been the same event
_ALTERNATIVES = 4
_BEGINNING = 4  # so many letters of an id are a beginning, not a slip
_PRECISIONS = {
    "exact": "the very point", "site": "the site", "locality": "the town", "near": "near it",
    "district": "its district", "governorate": "known only to the governorate", "country": "known only to the country",
    "sea": "at sea", "unknown": "not known",
}  # fmt: skip


class Part(Record, frozen=True):
    """One thing that is believed, and why."""

    believed: str
    because: tuple[str, ...] = ()
    confidence: str | None = None


class Told(Record, frozen=True):
    """A report as its article tells it."""

    report: str
    article: str
    outlet: str | None
    published: dt.date | None
    url: str | None
    sentence: str
    origin: str
    facts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Explained(Record, frozen=True, kw_only=True):
    """An incident explained; see `explain`."""

    id: str
    slug: str
    title: str
    former_ids: tuple[str, ...] = ()
    what: Part
    place: Part
    date: Part
    attackers: tuple[Part, ...] = ()
    targets: tuple[Part, ...] = ()
    casualties: Part | None = None
    status: Part
    told: tuple[Told, ...] = ()
    merged: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def find_incident(store: Store, name: str) -> Incident:
    """The incident of an id, of an id that it had, of a slug, of one of its reports, or of how an id or a slug begins.

    Raises:
        UsageError: There is none, or more than one; says which.
    """
    for called, test in (
        ("are called", _by_id(name)),
        ("are called", _by_report(name)),
        ("are called", _by_slug(name)),
        ("begin with", _by_beginning(name)),
    ):
        found = [one for one in store.incidents if test(one)]
        if len(found) > 1:
            ids = ", ".join(f"{one.id} ({one.title})" for one in found[:5])
            raise UsageError(f"{len(found)} incidents {called} {name!r}", advice=f"name one by its id: {ids}")
        if found:
            return found[0]
    known = [text for one in store.incidents for text in (one.id, one.slug)]
    advice = suggest(name, known) or "geomap query STORE shows the ids"
    raise UsageError(f"no incident {name!r}", advice=advice)


def _by_id(name: str) -> Callable[[Incident], bool]:
    return lambda one: name == one.id or name in one.former_ids


def _by_report(name: str) -> Callable[[Incident], bool]:
    return lambda one: any(name == report.id for report in one.reports)


def _by_slug(name: str) -> Callable[[Incident], bool]:
    return lambda one: name == one.slug


def _by_beginning(name: str) -> Callable[[Incident], bool]:
    """By the first letters of an id, as `geomap query` shows them, or of a slug."""
    long = len(name) >= _BEGINNING
    return lambda one: long and any(id.startswith(name) for id in (one.id, one.slug, *one.former_ids))


def explain(
    store: Store,
    incident: Incident,
    gazetteer: Gazetteer,
    decisions: Sequence[Decision] = (),
    related: Callable[[str, str], bool] = lambda a, b: a == b,
) -> Explained:
    """Everything that made an incident what it is.

    Args:
        store: The whole, for what was nearly merged with it.
        incident: One of its incidents.
        gazetteer: Looks up what else the names of places could have meant.
        decisions: People's verdicts on the store.
        related: Whether two actors may be meant by each other's names.
    """
    reports = incident.reports
    whose = copies(store.articles)
    ids = {report.id for report in reports}
    return Explained(
        id=incident.id,
        slug=incident.slug,
        title=incident.title,
        former_ids=incident.former_ids,
        what=_what(incident),
        place=_place(incident, gazetteer),
        date=_date(incident),
        attackers=tuple(_roles(incident, "attackers")),
        targets=tuple(_roles(incident, "targets")),
        casualties=_casualties(incident),
        status=_status(incident),
        told=tuple(_told(report, whose) for report in reports),
        merged=tuple(_merged(incident)),
        decisions=tuple(_decided(decisions, ids)),
        near=tuple(_near(store, incident, related)),
    )


def _quoted(text: str | None) -> str:
    return f"“{text}”" if text else "(no words)"


def _what(incident: Incident) -> Part:
    arms = ", ".join(weapon for weapon in incident.weapons if weapon != incident.kind)
    deed = f"{incident.kind} by {arms}" if arms else incident.kind
    because = (
        f"the words {_quoted(report.trigger)} in {report.article}"
        for report in incident.reports
        if report.trigger
    )
    return Part(deed, tuple(dict.fromkeys(because)))


def _place(incident: Incident, gazetteer: Gazetteer) -> Part:
    country = gazetteer.countries.get(incident.country or "")
    parts = (incident.place, incident.admin1_name, country.name if country else incident.country)
    where = ", ".join(dict.fromkeys(filter(None, parts))) or "not known"
    doubt = f", within {incident.radius_km:g} km" if incident.radius_km else ""
    point = (
        "" if incident.lon is None or incident.lat is None else f" at {incident.lon:.4f}, {incident.lat:.4f}"
    )
    because = []
    if incident.point_is == "representative":
        because.append("the point stands for the area: it is not where it happened")
    search = Search(gazetteer)
    for text, some in _by_words(incident.reports):
        articles = ", ".join(dict.fromkeys(report.article for report in some))
        reasons = dict.fromkeys(why for r in some for why in r.why if why != r.date_why)
        because.append(f"{_quoted(text)} in {articles}: {'; '.join(reasons)}")
        because += _others(search, text, {report.place_id for report in some})
    believed = f"{where}: {_PRECISIONS[incident.precision]}{doubt}{point}"
    return Part(believed, tuple(because), incident.confidence_place)


def _others(search: Search, text: str, meant: set[str | None]) -> Iterator[str]:
    """What else the words could have meant."""
    others = (c for c in search.lookup(text, limit=_ALTERNATIVES + 1, guess=True) if c.place.id not in meant)
    for candidate in islice(others, _ALTERNATIVES):
        place = candidate.place
        at = ", ".join(filter(None, (place.name, search.gazetteer.admin1_name(place.admin1), place.country)))
        reasons = "; ".join(candidate.reasons)
        yield f"  could also be {at} ({place.kind}; score {candidate.score:.0f}: {reasons})"


def _by_words(reports: Iterable[Report]) -> Iterator[tuple[str, list[Report]]]:
    """The reports by the words that name their place."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        if report.place_text:
            found.setdefault(report.place_text, []).append(report)
    return iter(found.items())


def _date(incident: Incident) -> Part:
    days = None
    if incident.date_start is not None and incident.date_end is not None:
        days = DateRange(incident.date_start, incident.date_end, incident.date_precision)
    because = []
    for report in incident.reports:
        if report.date_why:
            because.append(f"{report.article}: {report.date_why}")
            because.append(f"  the article is of {report.anchor or 'a day that is not known'}")
        else:
            because.append(f"{report.article}: says no day that could be resolved")
    return Part(in_words(days) or "not known", tuple(dict.fromkeys(because)), incident.confidence_date)


def _roles(incident: Incident, side: str) -> Iterator[Part]:
    named: dict[str, list[str]] = {}
    for report in incident.reports:
        for role in getattr(report, side):
            by = f" by {role.by}" if role.by and role.by != role.name else " by itself" if role.by else ""
            why = f" ({role.why})" if role.why else ""
            named.setdefault(role.name, []).append(f"{role.role}{by} in {report.article}{why}")
    believed: tuple[str, ...] = getattr(incident, side)
    for name in (*believed, *(name for name in named if name not in believed)):
        words = name if name in believed else f"{name}: told, not believed"
        confidence = incident.confidence_actor if side == "attackers" and name in believed else None
        yield Part(words, tuple(named.get(name, ("no article says so: a person does",))), confidence)


def _casualties(incident: Incident) -> Part | None:
    told = tuple(f"{report.article}: {words}" for report in incident.reports if (words := _hurt(report)))
    believed = _hurt(incident)
    return Part(believed or "not known", told) if believed or told else None


def _hurt(one: Incident | Report) -> str:
    killed = _number(one.killed, one.killed_low, one.killed_high, "killed")
    wounded = _number(one.wounded, one.wounded_low, one.wounded_high, "wounded")
    return ", ".join(filter(None, (killed, wounded, one.casualties_of)))


def _number(best: int | None, low: int | None, high: int | None, what: str) -> str:
    if best is None and low is None and high is None:
        return ""
    span = f"{low if low is not None else '?'} to {high if high is not None else '?'}"
    if best is None:
        return f"{span} {what}"
    return f"{best} {what}" if low == high else f"{best} ({span}) {what}"


def _status(incident: Incident) -> Part:
    words = incident.status + (f" (by {incident.status_by})" if incident.status_by else "")
    because = (
        f"{report.article}: {report.status}" + (f", by {report.status_by}" if report.status_by else "")
        for report in incident.reports
    )
    return Part(words, tuple(because))


def _told(report: Report, whose: dict[str, str]) -> Told:
    origin = report.source_origin or whose.get(report.article) or report.outlet or report.article
    copied = "wire copy" if report.article in whose and not report.source_origin else ""
    facts = (copied, "told as background" if not report.core else "")
    return Told(
        report=report.id, article=report.article, outlet=report.outlet, published=report.published,
        url=report.source_url, sentence=report.evidence, origin=origin, facts=tuple(filter(None, facts)),
        also=report.also,
    )  # fmt: skip


def _merged(incident: Incident) -> Iterator[str]:
    outlets, origins = incident.n_outlets, incident.n_origins
    counts = ((len(incident.reports), "report"), (outlets, "outlet"), (origins, "origin"))
    yield ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts)
    yield from (reason for reason in (incident.why or "").split("; ") if " tells the same: " in reason)


def _decided(decisions: Iterable[Decision], ids: set[str]) -> Iterator[str]:
    for decision in decisions:
        if {decision.report, decision.other} & ids:
            what = " ".join(filter(None, (decision.verdict, decision.report, decision.other, decision.value)))
            yield f"row {decision.row}: {decision.said(what)}"


def _near(store: Store, incident: Incident, related: Callable[[str, str], bool]) -> Iterator[str]:
    """What was nearly merged with it, or nearly not."""
    mine = {report.id for report in incident.reports}
    around = [*incident.reports]
    owner: dict[str, Incident] = {}
    for other in store.incidents:
        if other.id != incident.id and _close(incident, other):
            around += other.reports
            owner |= {report.id: other for report in other.reports}
    for score, a, b, why in doubtful_pairs(sorted(around, key=lambda r: r.id), related):
        outside = owner.get(b.id) if a.id in mine else owner.get(a.id) if b.id in mine else None
        if outside is not None:
            yield f"not merged with {outside.id}, {outside.title} (likeness {score:.1f} of 3): {why}"


def _close(one: Incident, other: Incident) -> bool:
    if one.date_start is None or other.date_start is None:
        return one.place_id == other.place_id
    return abs((one.date_start - other.date_start).days) <= _AROUND_DAYS and one.country == other.country


def as_json(explained: Explained) -> bytes:
    """The explanation for programs."""
    return msgspec.json.format(msgspec.json.encode(explained))
