"""ACLED's rows as reports: the export of today, the older ones with `data_id` and `iso3`, and those in capitals."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from geomap import dates
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.datasets import Codebook, DateCode, EventCode, PlaceCode
from geomap.imports import cells
from geomap.imports.actors import Actors, roles
from geomap.imports.cells import LeftOut, Refused, Row, Values
from geomap.imports.ground import Ground
from geomap.imports.tables import Sheet, require
from geomap.model import Kind, Report, Span, Weapon

NEEDED = ("event_id_cnty", "event_date", "event_type", "actor1", "country", "latitude", "longitude")
_OLD_NAMES = {"ally_actor_1": "assoc_actor_1", "ally_actor_2": "assoc_actor_2"}


class Acled:
    """Reads files of ACLED.

    Args:
        gazetteer: Places, countries and actors.
        codebook: What ACLED's codes mean.
        every: Keep also what is no attack, as `other`.
    """

    def __init__(self, gazetteer: Gazetteer, codebook: Codebook, *, every: bool = False) -> None:
        self.codebook = codebook
        self.ground = Ground(gazetteer, codebook.countries)
        self.actors = Actors(gazetteer, codebook, self.ground.country)
        self._every = every
        self._hints = [(hint, _words_pattern(hint.words)) for hint in codebook.hint]

    def rows(self, path: Path) -> Iterator[Row]:
        """The rows of a file, by ACLED's column names in small letters.

        Raises:
            DataError: It is no table, or lacks a column that every export has.
        """
        sheet = Sheet(path)
        lower = [name.lower().replace(" ", "_") for name in sheet.columns]
        sheet.columns = [_OLD_NAMES.get(name, name) for name in lower]
        require(sheet.columns, NEEDED, path, "an export of ACLED")
        return sheet.rows()

    def report(self, values: Values) -> Report:
        """The report of a row.

        Raises:
            Refused: A cell is wrong.
            LeftOut: It is no attack.
        """
        id = f"acled:{cells.needed(values, 'event_id_cnty')}"
        event = self._event(values)
        evidence = cells.text(values, "notes") or ""
        kind, weapon = self._what(event, cells.text(values, "sub_event_type"), evidence)
        fatalities = (
            cells.whole(values, "fatalities", 0) or None
        )  # 0 is also what ACLED writes for "not reported"
        place_code = cells.coded(values, "geo_precision", self.codebook.places)
        date_code = cells.coded(values, "time_precision", self.codebook.dates)
        days = _days(cells.day(values, "event_date"), date_code)
        point = cells.point(values, "longitude", "latitude")
        if point is None:
            raise Refused("latitude", "empty", "ACLED gives every event a point")
        name = cells.text(values, "location")
        spot = self.ground.spot(*point, name, self._country(values), cells.text(values, "admin1"), place_code)
        attackers = self._side(values, "1")
        targets = self._side(values, "2")
        return Report(
            id=id,
            article=id,
            kind=kind,
            evidence=evidence,
            span=Span(start=0, end=len(evidence)),
            status=event.status,
            date_start=days.start,
            date_end=days.end,
            date_precision=days.precision,
            date_text=cells.text(values, "event_date"),
            attackers=roles(attackers, "attributed", "actor1"),
            targets=roles(targets, "stated", "actor2"),
            weapons=(weapon,) if weapon else (),
            killed=fatalities,
            killed_low=fatalities,
            killed_high=fatalities,
            confidence_date=date_code.confidence,
            confidence_actor="medium" if attackers else "low",
            outlet=self.codebook.name,
            source_origin=cells.text(values, "source"),
            why=_why(place_code, spot.why),
            origin="acled",
            redistribute=self.codebook.redistribute,
            dataset="acled",
            version=cells.whole(values, "timestamp", 0),
            codes=_codes(
                cells.needed(values, "event_type"),
                cells.text(values, "sub_event_type"),
                place_code.code,
                date_code.code,
            ),
            **spot.fields,
        )

    def _event(self, values: Values) -> EventCode:
        event_type = cells.needed(values, "event_type")
        found = self.codebook.event_of(event_type, cells.text(values, "sub_event_type") or "")
        if found is None:
            raise Refused(
                "event_type", f"unknown: {cells.shown(event_type)}", "add it to gazetteer/datasets/acled.toml"
            )
        if not found.keep and not self._every:
            raise LeftOut(event_type)
        return found

    def _what(self, event: EventCode, sub: str | None, notes: str) -> tuple[Kind, Weapon | None]:
        for hint, pattern in self._hints:
            if sub in hint.of and pattern.search(notes):
                return hint.kind or event.kind, hint.weapon
        return event.kind, event.weapon

    def _country(self, values: Values) -> str | None:
        return self.ground.country(cells.text(values, "country")) or self.ground.country_by_number(
            cells.whole(values, "iso")
        )

    def _side(self, values: Values, number: str) -> list[tuple[str, str]]:
        """The actor of a side, and those associated with it that the gazetteer knows."""
        main = cells.text(values, f"actor{number}")
        with_it = (cells.text(values, f"assoc_actor_{number}") or "").split(";")
        found = [self.actors.known(main)] if main else []
        found += [self.actors.in_gazetteer(name.strip()) for name in with_it if name.strip()]
        return [one for one in found if one is not None]


@lru_cache(10_000)
def _why(code: PlaceCode, spot: tuple[str, ...]) -> tuple[str, ...]:
    """The reasons in words; equal ones are one object."""
    return (f"ACLED: {code.words} (geo_precision {code.code})", *spot)


@lru_cache(10_000)
def _codes(event: str, sub: str | None, place: int, date: int) -> tuple[tuple[str, str | int], ...]:
    """ACLED's own codes by the property that they become; equal ones are one object."""
    found = (
        ("acled_event_type", event),
        ("acled_sub_event_type", sub),
        ("geo_precision", place),
        ("time_precision", date),
    )
    return tuple((name, value) for name, value in found if value is not None)


def _days(day: dt.date, code: DateCode) -> dates.DateRange:
    """The days that a day of ACLED's stands for."""
    if code.whole == "month":
        return dates.whole_month(day.year, day.month)
    around = dt.timedelta(days=code.around_days)
    return dates.DateRange(day - around, day + around, code.precision)


def _words_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
