"""A brief in words, in the order of the page; Markdown and HTML only set it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from geomap import __version__, together
from geomap.brief import FIELDS, Bin, Brief, Count, Toll
from geomap.filters import Filter
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.admin import Regions
from geomap.imports.terms import kept_back_words
from geomap.model import Incident
from geomap.query.count import UNKNOWN
from geomap.render.actors import arabic_actor
from geomap.render.brief.words import KINDS, WORDS, days_in_words
from geomap.render.words import arabic, clean, web_link

_TOP = 4  # values of a field that are named
_POSSIBLE = 3  # incidents that are only possible and named
_QUOTE = 120  # characters of a sentence
_NAME = 38  # characters of a name: one sheet holds no more
_SOURCES = 3  # outlets of an incident that are named
_ASKED = (
    "attackers", "targets", "actors", "backed_by", "kinds", "weapons", "statuses", "origins", "min_confidence", "text",
    "near", "bbox",
)  # fmt: skip
_GRAVE = {"high": 2, "medium": 1, "low": 0}
_CHANGED = 0.25  # a change of the articles read from which on it is said


class Figure(NamedTuple):
    """A number of the head line."""

    name: str
    number: str
    note: str


class Tally(NamedTuple):
    """A field with its first values; `more` is what is left, in words."""

    name: str
    rows: list[tuple[str, int, int]]
    more: str
    several: bool


class Item(NamedTuple):
    """An incident in words."""

    when: str
    where: str
    what: str
    who: str
    dead: str
    shared: str  # the toll of this place and others together
    quote: str
    sources: list[tuple[str, str]]  # name, address or ""


class Told(NamedTuple):
    """A brief in words."""

    lang: str
    words: dict[str, str]
    title: str
    period: str
    compared: str
    figures: list[Figure]
    bins: tuple[Bin, ...]
    bin_note: str
    tallies: list[Tally]
    list_title: str
    items: list[Item]
    left: int
    possible_note: str
    possible: list[str]
    notes: list[str]
    attribution: list[str]


def tell(brief: Brief, gazetteer: Gazetteer, lang: str, title: str | None, limit: int) -> Told:
    """The words of a brief.

    Args:
        brief: The figures.
        gazetteer: Names in the language.
        lang: "en" or "ar".
        title: Above all; None: what was asked for.
        limit: How many incidents are told one by one.
    """
    names = _Names(gazetteer, lang)
    say = names.say
    window, before = brief.window, brief.window.before
    chosen = _gravest(brief.store.incidents, limit)
    some = len(chosen) < brief.shown
    regions = say["and"].join(names.region(text) for text in brief.filter.regions)
    asked = say["title"].format(region=regions) if regions else say["everywhere"]
    return Told(
        lang=lang,
        words=dict(say),
        title=clean(title) or asked,
        period=days_in_words(*window, lang),
        compared=say["compared1" if window.days == 1 else "compared"].format(
            n=window.days, days=days_in_words(*before, lang)
        ),
        figures=_figures(brief, say),
        bins=brief.bins,
        bin_note=_bin_note(brief, say),
        tallies=[_tally(brief.counts[field], field, names) for field in FIELDS if brief.counts[field]],
        list_title=say["listSome"].format(n=len(chosen), all=brief.shown) if some else say["list"],
        items=_once([names.item(one) for one in chosen]),
        left=brief.shown - len(chosen),
        possible_note=_possible(brief, say),
        possible=[names.line(one) for one in brief.possible[:_POSSIBLE]],
        notes=[*names.only(brief.filter), *_notes(brief, say)],
        attribution=[clean(line) for line in brief.store.attribution]
        + [say["made"].format(version=__version__)],
    )


def _once(items: list[Item]) -> list[Item]:
    """The items, with a sentence that tells of several only at the first of them."""
    seen: set[str] = set()
    found = []
    for one in items:
        found.append(one._replace(quote="") if one.quote in seen else one)
        seen.add(one.quote)
    return found


def _gravest(incidents: Iterable[Incident], limit: int) -> list[Incident]:
    """Those with most dead, then most outlets, surest, latest; in the order of the store."""
    kept = list(incidents)
    ranked = sorted(
        kept,
        key=lambda one: (
            -(one.killed_high or one.killed or 0),
            -one.n_outlets,
            -_GRAVE[one.confidence],
            -(one.date_start or dt.date.min).toordinal(),
            one.id,
        ),
    )
    chosen = {one.id for one in ranked[:limit]}
    return [one for one in kept if one.id in chosen]


def _figures(brief: Brief, say: dict[str, str]) -> list[Figure]:
    change = brief.shown - brief.shown_before
    word = "more" if change > 0 else "fewer" if change < 0 else "same"
    beside = say["noBefore"]
    if not brief.coverage.nothing_before:
        beside = f"{say[word].format(n=f'{abs(change):,}')} ({brief.shown_before:,})"
    read = brief.coverage
    outlets = "outlets" if read.outlets else "outletsNone"
    return [
        Figure(say["incidents"], f"{brief.shown:,}", beside),
        Figure(
            say["possible"], f"{len(brief.possible):,}", say["before"].format(n=f"{_maybe_before(brief):,}")
        ),
        Figure(say["killed"], _span(brief.killed), _told_in(brief.killed, say)),
        Figure(say["wounded"], _span(brief.wounded), _told_in(brief.wounded, say)),
        Figure(
            say["articles"],
            f"{read.articles:,}",
            say[outlets].format(n=f"{read.outlets:,}", before=f"{read.before:,}"),
        ),
    ]


def _maybe_before(brief: Brief) -> int:
    numbers = brief.then
    return numbers.certain + numbers.likely + numbers.possible - brief.shown_before


def _span(toll: Toll) -> str:
    if not toll.told:
        return "–"
    return f"{toll.low:,}" if toll.low == toll.high else f"{toll.low:,}–{toll.high:,}"


def _told_in(toll: Toll, say: dict[str, str]) -> str:
    if not toll.told:
        return say["toldNone"]
    if not toll.silent:
        return say["toldAll"]
    return say["told"].format(n=f"{toll.told:,}", all=f"{toll.told + toll.silent:,}")


def _bin_note(brief: Brief, say: dict[str, str]) -> str:
    first = brief.bins[0]
    longest = max((one.until - one.since).days for one in brief.bins)
    note = say["bin.day" if longest == 0 else "bin.week" if longest < 7 else "bin.month"]
    loose = say["loose"].format(n=f"{brief.loose:,}") if brief.loose and first else ""
    return say["semicolon"].join(part for part in (note, loose) if part)


def _tally(counts: tuple[Count, ...], field: str, names: _Names) -> Tally:
    known = [one for one in counts if one.value != UNKNOWN]
    first = known if len(known) <= _TOP + 1 else known[:_TOP]
    rows = [(names.value(field, one.value), one.now, one.before) for one in first]
    rows += [(names.say["unknown"], one.now, one.before) for one in counts if one.value == UNKNOWN]
    left = len(known) - len(first)
    more = names.say["others"].format(n=f"{left:,}") if left else ""
    return Tally(names.say[field], rows, more, field in ("attacker", "target", "weapon"))


def _possible(brief: Brief, say: dict[str, str]) -> str:
    if not brief.possible:
        return ""
    certainly = len(brief.possible) - brief.now.possible
    parts = [
        say[key].format(n=f"{number:,}")
        for key, number in (
            ("whyPlace", brief.now.vague_place), ("whyDate", brief.now.vague_date), ("reach", max(certainly, 0)),
        )
        if number
    ]  # fmt: skip
    return say["possibleNote"].format(n=f"{len(brief.possible):,}", why=say["semicolon"].join(parts))


def _notes(brief: Brief, say: dict[str, str]) -> Iterable[str]:
    read = brief.coverage
    if not brief.shown:
        yield say["none"] if read.articles or read.rows else f"{say['none']} {say['noneRead']}"
    yield say["noteDenominator"].format(
        articles=f"{read.articles:,}", n=f"{brief.window.days:,}", before=f"{read.before:,}"
    )
    if read.rows:
        rows = say["comma"].join(say["rows"].format(n=f"{n:,}", name=clean(name)) for name, n in read.rows)
        yield say["noteRows"].format(rows=rows)
    if read.articles and read.silent_days and brief.window.days > 1:
        yield say["noteSilent"].format(n=f"{read.silent_days:,}", days=f"{brief.window.days:,}")
    if read.before and abs(read.articles - read.before) >= _CHANGED * read.before:
        yield say["noteFewer" if read.articles < read.before else "noteMore"]
    if read.elsewhere:
        yield say["noteElsewhere"].format(n=f"{read.elsewhere:,}")
    if read.undated:
        yield say["noteUndated"].format(n=f"{read.undated:,}")
    if brief.killed.told or brief.wounded.told:
        yield say["noteToll"]
    if brief.off_map:
        yield say["noteOffMap"].format(n=f"{brief.off_map:,}")
    if brief.machine:
        yield say["noteMachine"].format(n=f"{brief.machine:,}")
    kept = kept_back_words(brief.store.incidents)
    if kept:
        yield f"{kept}."


class _Names:
    """Names of places, actors and kinds in a language; what has none keeps its own."""

    def __init__(self, gazetteer: Gazetteer, lang: str) -> None:
        self._gazetteer = gazetteer
        self.lang = lang
        self.say = dict(WORDS[lang])
        self._ids = {actor.name: actor.id for actor in gazetteer.actors.values()}
        self._places = {place.name: place.id for place in reversed(gazetteer.places.values())}

    def region(self, text: str) -> str:
        """What people call the region of a question."""
        found = Regions(self._gazetteer).resolve(text)
        if self.lang == "ar":
            country = self._gazetteer.countries.get(found.id)
            region = self._gazetteer.regions.get(found.id)
            place = next((p for p in self._gazetteer.places.values() if found.id in (p.area_id, p.id)), None)
            for names in (region and region.names, place and place.names):
                if names and arabic(names):
                    return arabic(names)
            if country and country.names_ar:
                return clean(country.names_ar[0])
        return clean(found.name)

    def only(self, filter: Filter) -> Iterable[str]:
        """What else was asked for than region and period, as a note; none if nothing was."""
        parts = []
        for name in _ASKED:
            values = getattr(filter, name)
            if not values:
                continue
            if name == "near":
                shown = f"{values[2]:g} km, {values[0]:g} {values[1]:g}"
            else:
                listed = (values,) if isinstance(values, str) else values
                shown = self.say["comma"].join(self._asked(name, value) for value in listed)
            parts.append(self.say[f"only.{name}"].format(values=shown))
        if parts:
            yield self.say["noteOnly"].format(what=self.say["semicolon"].join(parts))

    def _asked(self, name: str, value: object) -> str:
        text = f"{value:g}" if isinstance(value, float) else str(value)
        if name in ("attackers", "targets", "actors", "backed_by") and text in self._gazetteer.actors:
            return self.actor(self._gazetteer.actors[text].name)
        return KINDS[self.lang].get(text) or self.say.get(f"status.{text}") or clean(text)

    def value(self, field: str, value: str) -> str:
        """A value of a field."""
        if field in ("kind", "weapon"):
            return KINDS[self.lang].get(value, value)
        return self.place(value) if field == "place" else self.actor(value)

    def actor(self, name: str) -> str:
        """An actor's name."""
        actor = self._gazetteer.actors.get(self._ids.get(name, ""))
        return (arabic_actor(actor, self._gazetteer) if self.lang == "ar" and actor else "") or clean(
            name, _NAME
        )

    def place(self, name: str, id: str | None = None) -> str:
        """A place's name."""
        place = self._gazetteer.places.get(id or self._places.get(name, ""))
        return (arabic(place.names) if self.lang == "ar" and place else "") or clean(name, _NAME)

    def item(self, one: Incident) -> Item:
        """An incident in words."""
        facts = (self._when(one), self._where(one), self._what(one), self._who(one))
        return Item(*facts, _dead(one), self._shared(one), clean(one.evidence, _QUOTE), _sources(one))

    def _shared(self, one: Incident) -> str:
        """ "9 killed in Khiam and Yater together"; nothing for an incident that has another number of its own."""
        toll = together.read(one.casualties_of)
        if toll is None or one.killed not in (None, toll.killed) or (one.killed is None and _dead(one)):
            return ""
        numbers = (("killedIn", toll.killed), ("woundedIn", toll.wounded))
        counts = [self.say[key].format(n=f"{number:,}") for key, number in numbers if number is not None]
        places = together.listed(
            [self.place(name) for name in toll.places], self.say["comma"], self.say["and"]
        )
        return self.say["together"].format(counts=self.say["and"].join(counts), places=places)

    def line(self, one: Incident) -> str:
        """An incident on one line."""
        facts = filter(None, (self._what(one), self._where(one), self._who(one)))
        return f"{self._when(one)}: {self.say['comma'].join(facts)}"

    def _when(self, one: Incident) -> str:
        if one.date_start is None:
            return self.say["noDate"]
        return days_in_words(one.date_start, one.date_end or one.date_start, self.lang, short=True)

    def _where(self, one: Incident) -> str:
        if not one.place:
            return self.say["noPlace"]
        place = self.place(one.place, one.place_id)
        if one.point_is == "representative":
            return self.say["area"].format(place=place)
        division = (
            self.place(one.admin1_name or "") if one.admin1_name and one.admin1_name != one.place else ""
        )
        return self.say["comma"].join(filter(None, (place, division)))

    def _what(self, one: Incident) -> str:
        kinds = KINDS[self.lang]
        kind = kinds.get(one.kind, one.kind)
        weapon = one.weapon if one.weapon not in (None, "airstrike", "other") else None
        if weapon and self.lang == "en":
            kind = f"{kinds.get(weapon, weapon)} {kind}"
        elif weapon:
            kind = f"{kind} ({kinds.get(weapon, weapon)})"
        status = self.say[f"status.{one.status}"]
        return f"{kind} ({status})" if status else kind

    def _who(self, one: Incident) -> str:
        who = self.actor(one.attacker) if one.attacker else ""
        if who and one.attacker_role == "suspected":
            who = self.say["inferred"].format(name=who)
        whom = self.actor(one.target) if one.target else ""
        if whom and one.target_role == "inferred":
            whom = self.say["inferred"].format(name=whom)
        return self.say["to"].format(who=who or self.say["unknown"], whom=whom) if whom else who


def _dead(one: Incident) -> str:
    if one.killed_low is not None and one.killed_high is not None and one.killed_low != one.killed_high:
        return f"{one.killed_low:,}–{one.killed_high:,}"
    return "" if one.killed is None else f"{one.killed:,}"


def _sources(one: Incident) -> list[tuple[str, str]]:
    """Each outlet once, with the first address that it has; without outlets the articles' ids."""
    found: dict[str, str] = {}
    for report in one.reports:
        name = clean(report.outlet or report.article, _NAME)
        link = web_link(report.source_url)
        if name not in found or (link and not found[name]):
            found[name] = link
    listed = list(found.items()) or [(clean(name), "") for name in (one.sources or one.articles)]
    left = len(listed) - _SOURCES
    return [*listed[:_SOURCES], (f"+{left}", "")] if left > 0 else listed
