"""Any CSV or GeoJSON as reports, by a mapping file."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geomap import dates, model
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.datasets import PlaceCode
from geomap.geocoders.describe import confidence, precision
from geomap.imports import cells
from geomap.imports.actors import Actors, roles
from geomap.imports.cells import Refused, Row, Values
from geomap.imports.features import Shape, features, from_wkt
from geomap.imports.ground import Ground, Spot
from geomap.imports.mapping import Mapping
from geomap.imports.tables import Sheet, require
from geomap.model import Report, Span

_POINT = "\0point"  # the column in which a feature's shape travels: no column of a table is called that
_RADIUS_KM = {"exact": 0.5, "site": 2.0, "locality": 5.0, "near": 25.0, "district": 40.0, "governorate": 100.0,
              "country": 400.0, "sea": 200.0, "unknown": 0.0}  # fmt: skip
_AREA = frozenset({"district", "governorate", "country", "sea"})
_NUMBERS = ("killed_low", "killed_high", "killed_civilians", "wounded_low", "wounded_high", "munitions_low",
            "munitions_high", "intercepted")  # fmt: skip
_GEOJSON = frozenset({".geojson", ".json", ".geojsonl", ".geojsons"})


class Table:
    """Reads files by a mapping.

    Args:
        gazetteer: Places, countries and actors.
        mapping: Which column is what.
    """

    def __init__(self, gazetteer: Gazetteer, mapping: Mapping) -> None:
        self.mapping = mapping
        self.dataset = mapping.dataset
        self.ground = Ground(gazetteer, {})
        self.actors = Actors(gazetteer, None, self.ground.country)
        self._values = {
            name: {key.strip().casefold(): value for key, value in table.items()}
            for name, table in mapping.values.items()
        }

    def rows(self, path: Path) -> Iterator[Row]:
        """The rows of a file, by the names of properties.

        Raises:
            DataError: It is no table, or lacks a column that the mapping names.
        """
        if path.suffix.lower() in _GEOJSON:
            for one in features(path):
                yield Row(one.line, one.values if "" in one.values else self._cells(one.values, one.shape))
            return
        sheet = Sheet(path, self.mapping.encoding, self.mapping.delimiter)
        require(sheet.columns, list(self.mapping.columns.values()), path, "what the mapping is for")
        for row in sheet.rows():
            yield row if "" in row.values else Row(row.line, self._cells(row.values, None))

    def _cells(self, row: Values, shape: Shape | None) -> Values:
        found = {name: str(value) for name, value in self.mapping.constants.items()}
        for name, column in self.mapping.columns.items():
            value = row.get(column, "")
            if value.strip():
                found[name] = value
        if shape is not None:
            found |= {"lon": repr(shape.lon), "lat": repr(shape.lat), _POINT: repr(shape.radius_km)}
        return found

    def report(self, values: Values) -> Report:
        """The report of a row.

        Raises:
            Refused: A cell is wrong.
        """
        id = f"{self.dataset.id}:{cells.needed(values, 'id')}"
        days = self._days(values)
        spot = self._spot(values)
        evidence = cells.text(values, "evidence") or ""
        attackers = self._actors(values, "attacker")
        attacker_role = self._one(values, "attacker_role", model.AttackerRole) or "attributed"
        killed, wounded = cells.whole(values, "killed", 0), cells.whole(values, "wounded", 0)
        numbers: dict[str, Any] = {name: cells.whole(values, name, 0) for name in _NUMBERS}
        for name, best in (("killed", killed), ("wounded", wounded)):
            if numbers[f"{name}_low"] is None and numbers[f"{name}_high"] is None:
                numbers[f"{name}_low"] = numbers[f"{name}_high"] = best
        published = cells.text(values, "published")
        return Report(
            id=id,
            article=id,
            kind=self._one(values, "kind", model.Kind) or "other",
            evidence=evidence,
            span=Span(start=0, end=len(evidence)),
            status=self._one(values, "status", model.Status) or "reported",
            date_start=days.start if days else None,
            date_end=days.end if days else None,
            date_precision=days.precision if days else "unknown",
            date_text=cells.text(values, "date"),
            time_of_day=cells.text(values, "time_of_day"),
            attackers=roles(attackers, attacker_role, "attacker"),
            targets=roles(self._actors(values, "target"), "stated", "target"),
            weapons=tuple(self._several(values, "weapon", model.Weapon)),
            killed=killed,
            wounded=wounded,
            casualties_of=cells.text(values, "casualties_of"),
            confidence_date="high" if days and days.start == days.end else "medium" if days else "low",
            confidence_actor="medium" if attackers else "low",
            outlet=cells.text(values, "outlet") or self.dataset.name,
            source_url=cells.text(values, "url"),
            title=cells.text(values, "title"),
            published=self._day("published", published).start if published else None,
            why=spot.why,
            origin=self.dataset.origin,
            redistribute=self.dataset.redistribute,
            dataset=self.dataset.id,
            version=cells.whole(values, "version", 0),
            **numbers,
            **spot.fields,
        )

    # --- words, from a closed list --------------------------------------------------------------------------

    def _meant(self, name: str, text: str) -> str:
        return self._values.get(name, {}).get(text.strip().casefold(), text.strip())

    def _one(self, values: Values, name: str, allowed: Any) -> Any:
        text = cells.text(values, name)
        return None if text is None else self._checked(name, self._meant(name, text), allowed)

    def _several(self, values: Values, name: str, allowed: Any) -> Iterator[Any]:
        found = [self._checked(name, self._meant(name, part), allowed) for part in self._parts(values, name)]
        yield from dict.fromkeys(found)

    def _checked(self, name: str, value: str, allowed: Any) -> str:
        known = typing.get_args(allowed)
        for one in known:
            if one == value.casefold():
                return str(one)
        advice = f"[values.{name}] says what it means: one of {', '.join(known)}"
        raise Refused(self._column(name), f"means nothing: {cells.shown(value)}", advice)

    def _parts(self, values: Values, name: str) -> list[str]:
        text = cells.text(values, name)
        if text is None:
            return []
        return [part.strip() for part in text.split(self.mapping.lists.separator) if part.strip()]

    def _actors(self, values: Values, name: str) -> list[tuple[str, str]]:
        found = (self.actors.known(self._meant(name, part)) for part in self._parts(values, name))
        return [one for one in found if one is not None]

    def _column(self, name: str) -> str:
        return self.mapping.columns.get(name, name)

    # --- when -----------------------------------------------------------------------------------------------

    def _days(self, values: Values) -> dates.DateRange | None:
        whole = cells.text(values, "date")
        start, end = cells.text(values, "date_start"), cells.text(values, "date_end")
        if whole is not None:
            return self._day("date", whole)
        if start is None:
            return None
        first = self._day("date_start", start)
        last = self._day("date_end", end) if end else first
        if last.end < first.start:
            raise Refused(self._column("date_end"), f"{end} is before {start}")
        return first if last == first else dates.spanning(first.start, last.end)

    def _day(self, name: str, text: str) -> dates.DateRange:
        for form in self.mapping.dates.formats:
            try:
                found = dt.datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
            if "%d" in form or "%j" in form or "%x" in form or "%c" in form:
                return dates.on_day(found)
            months = any(sign in form for sign in ("%m", "%b", "%B"))
            return dates.whole_month(found.year, found.month) if months else dates.whole_year(found.year)
        found_day = cells.parse_day(text)
        if found_day is None:
            formats = ", ".join(self.mapping.dates.formats) or "ISO 8601"
            raise Refused(
                self._column(name), f"not a day: {cells.shown(text)}", f"[dates] formats now: {formats}"
            )
        return dates.on_day(found_day)

    # --- where ----------------------------------------------------------------------------------------------

    def _spot(self, values: Values) -> Spot:
        name, country = cells.text(values, "place"), self._country(values)
        point, radius = self._point(values)
        if point is None:
            return self._looked_up(name, country)
        said = self._one(values, "precision", model.PlacePrecision)
        exact: model.PlacePrecision = said or "locality"
        radius = cells.number(values, "radius_km") or radius or _RADIUS_KM[exact]
        if radius < 0:
            raise Refused(self._column("radius_km"), f"below 0: {radius:g}")
        code = PlaceCode(
            code=0,
            precision=exact,
            radius_km=radius,
            point_is="representative" if exact in _AREA else "site",
            confidence="high" if exact in ("exact", "site", "locality") else "medium",
        )
        return self.ground.spot(*point, name, country, cells.text(values, "admin1"), code)

    def _country(self, values: Values) -> str | None:
        text = cells.text(values, "country")
        if text is None:
            return None
        code = self.ground.country(self._meant("country", text))
        if code is None:
            advice = "[values.country] says what it means: an ISO 3166-1 code"
            raise Refused(self._column("country"), f"no such country: {cells.shown(text)}", advice)
        return code

    def _point(self, values: Values) -> tuple[tuple[float, float] | None, float]:
        """The point, and the radius of the shape for which it stands (km); 0 for a point."""
        text = cells.text(values, "wkt")
        if text is not None:
            shape = from_wkt(text, self._column("wkt"))
            return (shape.lon, shape.lat), shape.radius_km
        lon, lat = self._column("lon"), self._column("lat")
        pair = cells.number(values, "lon"), cells.number(values, "lat")
        if pair[0] is None or pair[1] is None:
            if pair != (None, None):
                raise Refused(
                    lon if pair[0] is None else lat, "empty, though the other half of the point is there"
                )
            return None, 0.0
        return cells.checked_point(pair[0], pair[1], lon, lat), float(values.get(_POINT, 0.0))

    def _looked_up(self, name: str | None, country: str | None) -> Spot:
        """Where the gazetteer has the place, as `geomap geocode` answers; without a point where it has none."""
        found = self.ground.search.lookup(name, country=country) if name else []
        if not found:
            return Spot({"place": name, "place_text": name, "country": country}, ())
        place = found[0].place
        exact = precision(place, self.ground.gazetteer)
        fields = {
            "place_id": place.id,
            "place": place.name,
            "place_text": name,
            "place_kind": place.kind,
            "country": place.country,
            "admin1": place.admin1,
            "admin1_name": place.admin1_name or self.ground.gazetteer.admin1_name(place.admin1),
            "lon": place.lon,
            "lat": place.lat,
            "precision": exact,
            "radius_km": place.radius_km,
            "point_is": "representative" if place.area_id or exact in _AREA else "site",
            "area_id": place.area_id,
            "confidence_place": min(confidence(found), "medium", key=("low", "medium", "high").index),
        }
        return Spot(fields, ("the table gives no point", *found[0].reasons))
