"""Rows of synthetic incidents as columns: what was drawn, in the words and codes of a store."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from geomap import model
from geomap.merge import codes
from geomap.merge.incident import make_slug, make_title
from geomap.store import hilbert
from geomap.store.columns import Coded, Column
from geomap.synth.draws import DAY_PRECISIONS, DAYS, DEEDS, FIRST_DAY, OUTLETS, STATUSES, Draws

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geomap.gazetteer import Gazetteer

    Ints = NDArray[np.integer[Any]]

_OF_AREA = {"country": "country", "governorate": "governorate", "province": "governorate"}
_TOWNS = frozenset({"city", "town", "village", "suburb", "camp", "district"})
_UNKNOWN = -1


class Rows:
    """The rows of what was drawn, a slice at a time.

    Args:
        drawn: The draws.
        gazetteer: The one they were made from.
    """

    def __init__(self, drawn: Draws, gazetteer: Gazetteer) -> None:
        self._drawn = drawn
        self._places = [gazetteer.places[id] for id in drawn.places]
        self._actors = [gazetteer.actors[id] for id in drawn.actors]
        self._divisions = [gazetteer.admin1_name(place.admin1) for place in self._places]
        self._days = [FIRST_DAY + dt.timedelta(days=n) for n in range(DAYS)]

    def along_curve(self) -> NDArray[np.int64]:
        """All rows in the order of a GeoParquet store: along the curve, then by day and id; placeless last."""
        drawn = self._drawn
        lon = np.array([place.lon for place in self._places] + [np.nan])
        lat = np.array([place.lat for place in self._places] + [np.nan])
        start = np.where(drawn.precision_of_day < 0, DAYS, drawn.first_day)
        return np.lexsort((drawn.ids, start, hilbert.distance(lon, lat)[drawn.place]))

    def articles(self) -> tuple[model.ArticleEntry, ...]:
        """A monthly bulletin of each outlet."""
        found, counts = np.unique(self._article(slice(None)), return_counts=True)
        entries = (
            model.ArticleEntry(
                id=self._bulletins[code], outlet=OUTLETS[code // _MONTHS], lang="en", n_reports=count
            )
            for code, count in zip(found.tolist(), counts.tolist(), strict=True)
        )
        return tuple(sorted(entries, key=lambda entry: entry.id))

    def columns(self, part: Ints) -> dict[str, Column]:
        """The columns of some rows."""
        ids = [f"i{number:011x}" for number in self._drawn.ids[part].tolist()]
        return {
            "id": ids,
            **self._what(part),
            **self._when(part),
            **self._where(part),
            **self._who(part),
            **self._told(part),
        }

    # --- the parts of a row ---------------------------------------------------------------------------------

    def _what(self, part: Ints) -> dict[str, Column]:
        drawn = self._drawn
        deed, status = drawn.deed[part], drawn.status[part]
        kinds, weapons = [one[0] for one in DEEDS], [one[1] for one in DEEDS]
        events = [codes.acled(kind, weapon, "someone") for kind, weapon in zip(kinds, weapons, strict=True)]
        ranges = {
            name: Coded(getattr(drawn, name.partition("_")[0])[part], _NUMBERS)
            for name in ("killed", "killed_low", "killed_high", "wounded", "wounded_low", "wounded_high")
        }
        return {
            "kind": Coded(deed, kinds),
            "status": Coded(status, [name for name, _ in STATUSES]),
            "weapon": Coded(deed, weapons),
            "weapons": Coded(deed, [(weapon,) if weapon else () for weapon in weapons]),
            **ranges,
            "acled_event_type": Coded(deed, [event for event, _ in events]),
            "acled_sub_event_type": Coded(deed, [sub for _, sub in events]),
            "plover_event": Coded(deed, [codes.plover(kind) for kind in kinds]),
        }

    def _when(self, part: Ints) -> dict[str, Column]:
        precision = self._drawn.precision_of_day[part]
        dated = precision >= 0
        first = np.where(dated, self._drawn.first_day[part], _UNKNOWN)
        last = np.where(dated, self._drawn.last_day[part], _UNKNOWN)
        width = np.array([10, 7, 4])[precision]
        edtf = [
            None if day < 0 else self._days[day].isoformat()[:length]
            for day, length in zip(first.tolist(), width.tolist(), strict=True)
        ]
        levels: list[model.DatePrecision] = [*DAY_PRECISIONS, "unknown"]  # type: ignore[list-item]
        return {
            "date_start": Coded(first, self._days),
            "date_end": Coded(last, self._days),
            "date_precision": Coded(np.where(dated, precision, 3), levels),
            "date_text": edtf,
            "date_edtf": edtf,
            "time_precision": Coded(
                np.where(dated, precision, 3), [codes.time_precision(one) for one in levels]
            ),
            "confidence_date": Coded(np.where(dated, precision, 3), ["high", "medium", "low", "low"]),
        }

    def _where(self, part: Ints) -> dict[str, Column]:
        place = self._drawn.place[part]
        places = self._places
        area = [one.kind in _OF_AREA for one in places]
        columns: dict[str, Column] = {
            "place_id": Coded(place, [one.id for one in places]),
            "place": Coded(place, [one.name for one in places]),
            "place_kind": Coded(place, [one.kind for one in places]),
            "country": Coded(place, [one.country for one in places]),
            "admin1": Coded(place, [one.admin1 for one in places]),
            "admin1_name": Coded(place, self._divisions),
            "precision": Coded(place, [*self._precision, "unknown"]),
            "radius_km": Coded(place, [one.radius_km for one in places]),
            "point_is": Coded(place, ["representative" if of else "site" for of in area]),
            "area_id": Coded(place, [one.area_id for one in places]),
            "lon": Coded(place, [one.lon for one in places]),
            "lat": Coded(place, [one.lat for one in places]),
            "geo_precision": Coded(place, [codes.geo_precision(one) for one in self._precision]),
            "where_prec": Coded(place, [codes.where_prec(one) for one in self._precision]),
            "confidence_place": Coded(place, [*("low" if of else "high" for of in area), "low"]),
        }
        for name in ("precision", "confidence_place"):  # what a row without a place says too
            column = columns[name]
            assert isinstance(column, Coded)
            columns[name] = column._replace(codes=np.where(place < 0, len(places), place))
        return columns

    def _who(self, part: Ints) -> dict[str, Column]:
        attacker, target = self._drawn.attacker[part], self._drawn.target[part]
        ids, names = [one.id for one in self._actors], [one.name for one in self._actors]
        lists: list[tuple[str, ...]] = [*((name,) for name in names), ()]
        claimed = self._drawn.status[part] == 1
        return {
            "attacker_id": Coded(attacker, ids),
            "attacker": Coded(attacker, names),
            "attacker_role": Coded(np.where(attacker < 0, -1, claimed), ["attributed", "claimed"]),
            "attackers": Coded(np.where(attacker < 0, len(ids), attacker), lists),
            "status_by": Coded(np.where(claimed, attacker, -1), names),
            "target_id": Coded(target, ids),
            "target": Coded(target, names),
            "target_role": Coded(np.where(target < 0, -1, 0), ["stated"]),
            "targets": Coded(np.where(target < 0, len(ids), target), lists),
            "confidence_actor": Coded((attacker >= 0).astype(int), ["low", "medium"]),
        }

    def _told(self, part: Ints) -> dict[str, Column]:
        drawn = self._drawn
        deed, place, outlet = drawn.deed[part], drawn.place[part], drawn.outlet[part]
        article = self._article(part)
        spread = (place.astype(np.int64) + 1) * len(DEEDS) + deed
        one = np.ones(len(part), dtype=int) - 1
        levels = np.minimum(drawn.precision_of_day[part] == 0, (drawn.attacker[part] >= 0) & (place >= 0))
        return {
            "title": Coded(spread, self._titles),
            "slug": self._slugs(part),
            "evidence": self._evidence(part),
            "sources": Coded(outlet, [(name,) for name in OUTLETS]),
            "articles": Coded(article, [(name,) for name in self._bulletins]),
            "n_outlets": Coded(one, [1]),
            "n_origins": Coded(one, [1]),
            "confidence": Coded(levels.astype(int), ["low", "medium"]),
            "former_ids": Coded(one, [()]),
            "origin": Coded(one, ["hand"]),
            "origins": Coded(one, [("hand",)]),
            "redistribute": Coded(one, [True]),
        }

    def _slugs(self, part: Ints) -> list[str]:
        days = np.where(self._drawn.precision_of_day[part] < 0, DAYS, self._drawn.first_day[part])
        heads = [*(day.isoformat() for day in self._days), "undated"]
        places = self._place_slugs
        pairs = zip(days.tolist(), self._drawn.place[part].tolist(), strict=True)
        return [f"{heads[day]}-{places[place]}" for day, place in pairs]

    def _evidence(self, part: Ints) -> list[str]:
        drawn = self._drawn
        who = [*(one.name for one in self._actors), "Unknown attackers"]
        whom = [*(f" positions of {one.name}" for one in self._actors), ""]
        where = [*(one.name for one in self._places), "an unnamed place"]
        how = [words and f" {words}" for _, _, _, words in DEEDS]
        said = [f", {name} reported" for name in OUTLETS]
        killed = [*(_lost(n) for n in _NUMBERS), ""]
        when = [*(f" on {day.day} {day:%B %Y}" for day in self._days), ""]
        day = np.where(drawn.precision_of_day[part] == 0, drawn.first_day[part], -1)
        rows = zip(
            *(
                column.tolist()
                for column in (
                    drawn.attacker[part], drawn.target[part], drawn.place[part], drawn.deed[part], day,
                    drawn.killed[part], drawn.outlet[part],
                )
            ),
            strict=True,
        )  # fmt: skip
        return [
            f"{who[a]} attacked{whom[t]}{' at ' if t >= 0 else ' '}{where[p]}{how[d]}{when[n]}{killed[k]}{said[o]}."
            for a, t, p, d, n, k, o in rows
        ]

    def _article(self, part: Any) -> Ints:
        drawn = self._drawn
        months = np.array([(day.year - FIRST_DAY.year) * 12 + day.month for day in self._days])
        month = np.where(drawn.precision_of_day[part] < 0, 0, months[drawn.first_day[part]])
        article: Ints = drawn.outlet[part].astype(np.int64) * _MONTHS + month
        return article

    # --- made once ------------------------------------------------------------------------------------------

    @cached_property
    def _precision(self) -> list[model.PlacePrecision]:
        return [
            _OF_AREA.get(one.kind, "locality" if one.kind in _TOWNS else "site")  # type: ignore[misc]
            for one in self._places
        ]

    @cached_property
    def _titles(self) -> list[str]:
        named: list[tuple[str | None, str]] = [(None, "unknown")]
        named += [(one.name, precision) for one, precision in zip(self._places, self._precision, strict=True)]
        return [
            make_title(kind, weapon, name, precision)  # type: ignore[arg-type]
            for name, precision in named
            for kind, weapon, _, _ in DEEDS
        ]

    @cached_property
    def _place_slugs(self) -> list[str]:
        return [
            make_slug(None, name).removeprefix("undated-") for name in [*(p.name for p in self._places), None]
        ]

    @cached_property
    def _bulletins(self) -> list[str]:
        stems = [name.lower().replace(" ", "-") for name in OUTLETS]
        months = ["undated", *(f"{FIRST_DAY.year + n // 12}-{n % 12 + 1:02}" for n in range(_MONTHS - 1))]
        return [f"{stem}-{month}" for stem in stems for month in months]


_MONTHS = (DAYS // 365 + 1) * 12 + 1  # and one for what has no day
_NUMBERS = list(range(1000))


def _lost(number: int) -> str:
    if number == 0:
        return "; nobody was killed"
    return f"; {number} {'person was' if number == 1 else 'people were'} killed"
