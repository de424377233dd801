"""The words of a question to a `Filter` and the `Context` that says what its ids stand for."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import msgspec

from geomap import model
from geomap.errors import UsageError
from geomap.filters import Area, Context, Filter
from geomap.query.nearest import suggest
from geomap.query.periods import period
from geomap.text import fold, fold_name

if typing.TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

Lists = Mapping[str, Sequence[str]]
_LON_LAT = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*")


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A question as a user writes it: the options of `geomap query`, under the same names.

    Names may be in any spelling that the gazetteer knows; `region` also takes ISO codes and "@polygons.geojson";
    `bbox` is (W, S, E, N) in degrees; `near` is a place or "LON,LAT", within `km`; dates are 2024, 2024-02 or
    2024-02-04.
    """

    region: tuple[str, ...] = ()
    bbox: tuple[float, float, float, float] | None = None
    near: str | None = None
    km: float | None = None
    since: str | None = None
    until: str | None = None
    attacker: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    backed_by: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    text: str | None = None
    min_confidence: str | None = None


def understand(words: Words, gazetteer: Callable[[], Gazetteer]) -> tuple[Filter, Context]:
    """Resolve every name of a question.

    Args:
        words: The question.
        gazetteer: Called if a name has to be looked up.

    Raises:
        UsageError: A name, code, date or number means nothing; with the nearest that does.
        DataError: A polygon file is broken.
    """
    gazetteer = cache(gazetteer)  # read once for all names of a question
    areas = {text: _areas(text, gazetteer) for text in words.region}
    named = words.attacker or words.target or words.actor or words.backed_by
    since, until = _window(words)
    filter = Filter(
        regions=words.region,
        bbox=_bbox(words.bbox),
        near=_near(words, gazetteer),
        since=since,
        until=until,
        attackers=_actors(words.attacker, gazetteer),
        targets=_actors(words.target, gazetteer),
        actors=_actors(words.actor, gazetteer),
        backed_by=_actors(words.backed_by, gazetteer),
        kinds=_choices("kind", words.kind, model.Kind),
        weapons=_choices("weapon", words.weapon, model.Weapon, lambda: _weapon_words(gazetteer())),
        statuses=_choices("status", words.status, model.Status),
        origins=_choices("origin", words.origin, model.Origin),
        text=words.text,
        min_confidence=next(
            iter(
                _choices(
                    "confidence", (words.min_confidence,) if words.min_confidence else (), model.Confidence
                )
            ),
            None,
        ),
    )
    return filter, _context(areas, gazetteer() if named else None)


def _context(areas: dict[str, tuple[Area, ...]], gazetteer: Gazetteer | None) -> Context:
    if gazetteer is None:
        return Context(areas=areas)
    ids = {actor.name: actor.id for actor in gazetteer.actors.values()}
    return Context(areas=areas, family=gazetteer.family, backers=gazetteer.backers, ids=ids)


def _window(words: Words) -> tuple[typing.Any, typing.Any]:
    since = period(words.since)[0] if words.since else None
    until = period(words.until)[1] if words.until else None
    if since and until and since > until:
        raise UsageError(
            f"the time ends ({until}) before it begins ({since})", advice="swap --since and --until"
        )
    return since, until


def _bbox(bbox: tuple[float, float, float, float] | None) -> tuple[float, float, float, float] | None:
    if bbox is None:
        return None
    west, south, east, north = bbox
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise UsageError(
            f"not a box: {west:g},{south:g},{east:g},{north:g}", advice="W,S,E,N in degrees, with S below N"
        )
    return bbox


def _near(words: Words, gazetteer: Callable[[], Gazetteer]) -> tuple[float, float, float] | None:
    if words.near is None:
        if words.km is not None:
            raise UsageError("--km says how far from --near", advice="give --near PLACE or LON,LAT too")
        return None
    if words.km is None or not 0 < words.km <= 20_038:  # half of the way round
        raise UsageError("--near needs --km, a distance above 0", advice="for example --near Mosul --km 50")
    found = _LON_LAT.fullmatch(words.near)
    lon, lat = (float(found[1]), float(found[2])) if found else _place_point(words.near, gazetteer())
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise UsageError(f"not a point: {words.near}", advice="lon comes before lat, in degrees")
    return lon, lat, words.km


def _place_point(text: str, gazetteer: Gazetteer) -> tuple[float, float]:
    from geomap.query.areas import find_place

    place = find_place(gazetteer, text)
    return place.lon, place.lat


def _areas(text: str, gazetteer: Callable[[], Gazetteer]) -> tuple[Area, ...]:
    from geomap.query.areas import areas_of

    return areas_of(gazetteer(), text)


def _actors(texts: Iterable[str], gazetteer: Callable[[], Gazetteer]) -> tuple[str, ...]:
    return tuple(actor_id(gazetteer(), text) for text in texts)


def actor_id(gazetteer: Gazetteer, text: str) -> str:
    """The id of an actor by id or by any spelling of its name.

    Raises:
        UsageError: No actor has this name; with the nearest.
    """
    if text in gazetteer.actors:
        return text
    key = fold_name(text)
    found = [
        (name.strength != "strong", id)
        for name_text, id, name in gazetteer.actor_names()
        if fold_name(name_text) == key
    ]
    found += [(False, actor.id) for actor in gazetteer.actors.values() if fold_name(actor.name) == key]
    if found:
        return min(found)[1]
    near = suggest(text, [actor.name for actor in gazetteer.actors.values()])
    raise UsageError(
        f"no actor is called {text!r}", advice=near or "geomap info STORE lists those of a store"
    )


def _choices(
    what: str, values: tuple[str, ...], allowed: typing.Any, lists: Callable[[], Lists] = dict
) -> tuple[str, ...]:
    """The values meant: as they are, in the plural, or by another of the words that the lexicons have for them."""
    known = typing.get_args(allowed)
    return tuple(_choice(what, value, known, lists) for value in values)


def _choice(what: str, value: str, known: tuple[str, ...], lists: Callable[[], Lists]) -> str:
    word = fold(value)
    meant = next(
        (one for one in (word, word.removesuffix("s"), word.removesuffix("es")) if one in known), None
    )
    meant = meant or next(
        (one for one, words in lists().items() if one in known and word in map(fold, words)), None
    )
    if meant is None:
        advice = suggest(value, known) or f"one of {', '.join(known)}"
        raise UsageError(f"no such {what}: {value!r}", advice=advice)
    return meant


def _weapon_words(gazetteer: Gazetteer) -> Lists:
    """The words for each weapon, in all languages."""
    found: dict[str, list[str]] = {}
    for lexicon in gazetteer.lexicons.values():
        for weapon, words in lexicon.get("weapons", {}).items():
            found.setdefault(weapon, []).extend(words)
    return found
