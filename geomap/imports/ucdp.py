"""UCDP GED's rows as reports: the yearly versions, the candidate ones, and the older layout with `best_est`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geomap import dates
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.datasets import Codebook, EventCode
from geomap.imports import cells
from geomap.imports.actors import Actors, roles
from geomap.imports.cells import LeftOut, Refused, Row, Values
from geomap.imports.ground import Ground
from geomap.imports.tables import Sheet, require
from geomap.model import Report, Span

NEEDED = ("id", "type_of_violence", "side_a", "side_b", "where_prec", "latitude", "longitude", "country", "date_start",
          "date_end", "date_prec")  # fmt: skip
_OLD_NAMES = {"best_est": "best", "high_est": "high", "low_est": "low"}
_LOWER_CLARITY = 2  # event_clarity: the report lumps several happenings together
_LONGEST_DAYS = 400


class Ucdp:
    """Reads files of UCDP GED.

    Args:
        gazetteer: Places, countries and actors.
        codebook: What the codes mean.
        every: Keep also what the codebook leaves out.
    """

    def __init__(self, gazetteer: Gazetteer, codebook: Codebook, *, every: bool = False) -> None:
        self.codebook = codebook
        self.ground = Ground(gazetteer, codebook.countries)
        self.actors = Actors(gazetteer, codebook, self.ground.country)
        self._every = every

    def rows(self, path: Path) -> Iterator[Row]:
        """The rows of a file.

        Raises:
            DataError: It is no table, or lacks a column that every version has.
        """
        sheet = Sheet(path)
        sheet.columns = [_OLD_NAMES.get(name.lower(), name.lower()) for name in sheet.columns]
        require(sheet.columns, NEEDED, path, "a version of UCDP GED")
        return sheet.rows()

    def report(self, values: Values) -> Report:
        """The report of a row.

        Raises:
            Refused: A cell is wrong.
            LeftOut: The codebook leaves its type out.
        """
        id = f"ucdp:{cells.needed(values, 'id')}"
        event = self._event(values)
        place_code = cells.coded(values, "where_prec", self.codebook.places)
        date_code = cells.coded(values, "date_prec", self.codebook.dates)
        days = _days(values)
        point = cells.point(values, "longitude", "latitude")
        if point is None:
            raise Refused("latitude", "empty", "GED gives every event a point")
        country = (
            None if place_code.precision == "sea" else self.ground.country(cells.text(values, "country"))
        )
        name = cells.text(values, "where_coordinates")
        spot = self.ground.spot(*point, name, country, cells.text(values, "adm_1"), place_code)
        evidence = _evidence(values)
        attackers = self._side(values, "side_a")
        lumped = cells.whole(values, "event_clarity") == _LOWER_CLARITY
        return Report(
            id=id,
            article=id,
            kind=event.kind,
            evidence=evidence,
            span=Span(start=0, end=len(evidence)),
            date_start=days.start,
            date_end=days.end,
            date_precision=date_code.precision,
            attackers=roles(attackers, "attributed", "side_a"),
            targets=roles(self._side(values, "side_b"), "stated", "side_b"),
            killed=_died(values, "best"),
            killed_low=_died(values, "low"),
            killed_high=_died(values, "high"),
            killed_civilians=_civilians(values),
            confidence_date=date_code.confidence,
            confidence_actor="medium" if attackers else "low",
            outlet=self.codebook.name,
            source_origin=cells.text(values, "source_office") or cells.text(values, "source_original"),
            why=(
                f"UCDP: {event.words or event.kind}",
                f"UCDP: {place_code.words} (where_prec {place_code.code})",
                *(("UCDP: several happenings in one row (event_clarity 2)",) if lumped else ()),
                *spot.why,
            ),
            origin="ucdp",
            redistribute=self.codebook.redistribute,
            dataset="ucdp",
            codes=(("where_prec", place_code.code),),
            **spot.fields,
        )

    def _event(self, values: Values) -> EventCode:
        code = cells.whole(values, "type_of_violence")
        found = self.codebook.event_of(str(code))
        if found is None:
            raise Refused("type_of_violence", f"unknown: {code}", "it is 1, 2 or 3")
        if not found.keep and not self._every:
            raise LeftOut(found.words or str(code))
        return found

    def _side(self, values: Values, column: str) -> list[tuple[str, str]]:
        """The actors of a side: governments that act together stand in one cell, with commas between."""
        name = cells.text(values, column)
        if name is None:
            return []
        parts = [part.strip() for part in name.split(", ")]
        several = len(parts) > 1 and all(self.actors.in_gazetteer(part) for part in parts)
        found = [self.actors.known(part) for part in (parts if several else [name])]
        return [one for one in found if one is not None]


def _days(values: Values) -> dates.DateRange:
    start, end = cells.day(values, "date_start"), cells.day(values, "date_end")
    if end < start:
        raise Refused("date_end", f"{end} is before date_start, {start}")
    if (end - start).days > _LONGEST_DAYS:
        raise Refused(
            "date_end", f"{(end - start).days} days after date_start", "an event is within one year"
        )
    return dates.DateRange(start, end)


def _died(values: Values, column: str) -> int | None:
    """A number of dead; 0 stays 0, for GED says it where the sources do."""
    return cells.whole(values, column, 0)


def _civilians(values: Values) -> int | None:
    """Civilians killed; not known where some of the dead are not told apart and none is called a civilian."""
    civilians = cells.whole(values, "deaths_civilians", 0)
    unknown = cells.whole(values, "deaths_unknown", 0)
    return None if civilians == 0 and unknown else civilians


def _evidence(values: Values) -> str:
    """What GED cites: the headline, else the article, with where it says the event was."""
    cited = cells.text(values, "source_headline") or cells.text(values, "source_article")
    where = cells.text(values, "where_description")
    told = cited or cells.text(values, "dyad_name") or ""
    return f"{told} ({where})" if where and where != told else told
