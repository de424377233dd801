"""What is left to chance: a number a row for place, day, actors, weapon, casualties, outlet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from geomap.model import FIGHTING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from geomap.gazetteer import Gazetteer

    Ints = NDArray[np.integer[Any]]

FIRST_DAY = dt.date(2014, 1, 1)
DAYS = 4018  # eleven years
OUTLETS = (
    "Northern Wire", "Levant Dispatch", "Two Rivers Post", "Frontier Monitor", "Harbour Times", "Desert Ledger",
    "The Daily Crossing", "Oasis News", "Plateau Gazette", "Southern Observer", "Bridge Bulletin", "Delta Record",
)  # fmt: skip
# kind, weapon, how often, and what the evidence calls it
DEEDS = (
    ("attack", "drone", 18, "with drones"),
    ("airstrike", "airstrike", 16, "from the air"),
    ("shelling", "artillery", 15, "with artillery"),
    ("attack", "rocket", 12, "with rockets"),
    ("explosion", "ied", 9, "with a roadside bomb"),
    ("attack", "missile", 7, "with missiles"),
    ("clash", "gunfire", 8, "with small arms"),
    ("shelling", "mortar", 5, "with mortars"),
    ("raid", None, 4, "in a raid"),
    ("attack", None, 4, ""),
    ("interception", "drone", 1, "with drones, which were shot down"),
    ("seizure", None, 1, "and took it"),
)
STATUSES = (
    ("reported", 64),
    ("claimed", 22),
    ("confirmed", 9),
    ("disputed", 3),
    ("denied", 1),
    ("threatened", 1),
)
DAY_PRECISIONS = ("day", "month", "year")  # -1: undated
_AREA_KINDS = frozenset(
    {"country", "governorate", "region", "district", "sea", "gulf", "tripoint", "valley", "river"}
)
_ARMED = frozenset(FIGHTING)
_ZIPF = 1.1
_BURSTS = 60
_BURST_SHARE = 0.35
_GOVERNORATE, _COUNTRY, _NOWHERE = 0.12, 0.04, 0.02
_UNDATED, _YEAR, _MONTH = 0.03, 0.01, 0.07


class Draws(NamedTuple):
    """One entry a row; -1 is not known.

    Attributes:
        ids: Numbers that make the ids; all different.
        place: Index of a place among `places`.
        places: Ids of places.
        first_day: Days since `FIRST_DAY`: the first on which it may have happened.
        last_day: The last.
        precision_of_day: Index into `DAY_PRECISIONS`.
        attacker: Index of an actor among `actors`.
        target: The same, of who was hit.
        actors: Ids of actors.
        deed: Index into `DEEDS`.
        status: Index into `STATUSES`.
        killed: Numbers of people.
        wounded: Numbers of people.
        outlet: Index into `OUTLETS`.
    """

    ids: Ints
    place: Ints
    places: tuple[str, ...]
    first_day: Ints
    last_day: Ints
    precision_of_day: Ints
    attacker: Ints
    target: Ints
    actors: tuple[str, ...]
    deed: Ints
    status: Ints
    killed: Ints
    wounded: Ints
    outlet: Ints


def draw(number: int, gazetteer: Gazetteer, seed: int) -> Draws:
    """Throw the dice for a number of rows."""
    import numpy as np

    chance = np.random.default_rng(seed)
    places = tuple(sorted(gazetteer.places))
    actors = tuple(sorted(id for id, actor in gazetteer.actors.items() if actor.kind in _ARMED))
    site, day = _where_and_when(chance, number, gazetteer, places)
    attacker, target = _who(chance, site, gazetteer, places, actors)
    first, last, precision = _known_days(chance, day)
    hidden = chance.random(number)
    attacker = np.where(hidden < 0.22, -1, attacker)
    target = np.where((hidden > 0.6) | (target == attacker), -1, target)
    return Draws(
        # An odd factor permutes the numbers below 2**44, so that ids differ and look like ids.
        ids=(np.arange(number, dtype=np.uint64) * np.uint64(0x9E3779B97F5)) % np.uint64(1 << 44),
        place=_coarsened(chance, site, gazetteer, places),
        places=places,
        first_day=first,
        last_day=last,
        precision_of_day=precision,
        attacker=attacker,
        target=target,
        actors=actors,
        deed=_weighted(chance, [often for _, _, often, _ in DEEDS], number),
        status=_weighted(chance, [often for _, often in STATUSES], number),
        killed=_casualties(chance, number, known=0.45, mean=3.0),
        wounded=_casualties(chance, number, known=0.35, mean=5.0),
        outlet=_weighted(chance, _zipf(len(OUTLETS)), number),
    )


def _where_and_when(
    chance: np.random.Generator, number: int, gazetteer: Gazetteer, places: tuple[str, ...]
) -> tuple[Ints, Ints]:
    """Sites and days: a steady part everywhere, and bursts of some weeks around one site each."""
    import numpy as np

    sites = np.array([n for n, id in enumerate(places) if gazetteer.places[id].kind not in _AREA_KINDS])
    lon = np.array([gazetteer.places[id].lon for id in places])[sites]
    lat = np.array([gazetteer.places[id].lat for id in places])[sites]
    weights = chance.lognormal(0.0, 1.4, len(sites))  # a few sites are hit very often
    site = _weighted(chance, weights, number)
    # Years grow, as in the archives: the square root of a uniform number.
    day = (np.sqrt(chance.random(number)) * DAYS).astype(np.int64)
    burst = _weighted(chance, _zipf(_BURSTS), number)
    inside = chance.random(number) < _BURST_SHARE
    centre = _weighted(chance, weights, _BURSTS)
    middle, width = chance.uniform(0, DAYS, _BURSTS), chance.uniform(4, 40, _BURSTS)
    for one in range(_BURSTS):
        here = np.flatnonzero(inside & (burst == one))
        far = (lon - lon[centre[one]]) ** 2 + (lat - lat[centre[one]]) ** 2
        site[here] = _weighted(chance, weights * np.exp(-far / 1.5), len(here))
        day[here] = chance.normal(middle[one], width[one], len(here)).astype(np.int64)
    return sites[site].astype(np.int32), np.clip(day, 0, DAYS - 1).astype(np.int32)


def _who(
    chance: np.random.Generator,
    site: Ints,
    gazetteer: Gazetteer,
    places: tuple[str, ...],
    actors: tuple[str, ...],
) -> tuple[Ints, Ints]:
    """Attacker and target: actors of the country first, by Zipf's law; any actor where a country has few."""
    import numpy as np

    country_of = np.array([gazetteer.places[id].country or "" for id in places])
    abroad = [n for n, id in enumerate(actors) if gazetteer.actors[id].kind != "state"]
    attacker, target = np.empty(len(site), np.int32), np.empty(len(site), np.int32)
    for country in sorted(set(country_of.tolist())):
        rows = np.flatnonzero((country_of == country)[site])
        own = [n for n, id in enumerate(actors) if gazetteer.actors[id].country == country]
        others = [n for n in chance.permutation(abroad).tolist() if n not in own]
        ranked = np.array(own + others[: max(0, 12 - len(own))], dtype=np.int32)
        often = _zipf(len(ranked))
        attacker[rows] = ranked[_weighted(chance, often, len(rows))]
        target[rows] = ranked[_weighted(chance, often[::-1], len(rows))]
    return attacker, target


def _known_days(chance: np.random.Generator, day: Ints) -> tuple[Ints, Ints, Ints]:
    """What is known of each day: itself, its month, its year, nothing."""
    import numpy as np

    days = np.datetime64(FIRST_DAY, "D") + day
    dice = chance.random(len(day))
    cuts = (_UNDATED, _UNDATED + _YEAR, _UNDATED + _YEAR + _MONTH)
    precision = np.select([dice < cuts[0], dice < cuts[1], dice < cuts[2]], [-1, 2, 1], 0)
    first, last = days.copy(), days.copy()
    for code, unit in ((1, "M"), (2, "Y")):
        coarse = days.astype(f"datetime64[{unit}]")
        first = np.where(precision == code, coarse.astype("datetime64[D]"), first)
        last = np.where(precision == code, (coarse + 1).astype("datetime64[D]") - 1, last)
    zero = np.datetime64(FIRST_DAY, "D")
    return (first - zero).astype(np.int32), (last - zero).astype(np.int32), precision.astype(np.int8)


def _coarsened(
    chance: np.random.Generator, site: Ints, gazetteer: Gazetteer, places: tuple[str, ...]
) -> Ints:
    """Sites of which only the governorate, the country or nothing is known."""
    import numpy as np

    areas = {
        (place.kind == "country", place.country if place.kind == "country" else place.admin1): n
        for n, place in enumerate(map(gazetteer.places.__getitem__, places))
        if place.kind in ("country", "governorate", "province")
    }
    division = np.array([areas.get((False, gazetteer.places[id].admin1), n) for n, id in enumerate(places)])
    country = np.array([areas.get((True, gazetteer.places[id].country), n) for n, id in enumerate(places)])
    dice = chance.random(len(site))
    cuts = np.cumsum([_NOWHERE, _COUNTRY, _GOVERNORATE])
    chosen = [np.full(len(site), -1), country[site], division[site]]
    return np.select([dice < cut for cut in cuts], chosen, site).astype(np.int32)


def _casualties(chance: np.random.Generator, number: int, *, known: float, mean: float) -> Ints:
    import numpy as np

    count = chance.geometric(1 / mean, number) - 1
    return np.where(chance.random(number) < known, count, -1).astype(np.int16)


def _zipf(number: int) -> NDArray[np.float64]:
    import numpy as np

    return np.arange(1, number + 1, dtype=np.float64) ** np.float64(-_ZIPF)


def _weighted(chance: np.random.Generator, weights: Any, number: int) -> NDArray[np.int64]:
    import numpy as np

    shares = np.asarray(weights, dtype=float)
    edges = np.cumsum(shares / shares.sum())
    edges[-1] = 1.0
    return np.searchsorted(edges, chance.random(number), side="right")
