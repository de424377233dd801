"""What was hidden is nowhere in what is published: not in a store, an export or the page, nor packed inside it."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap import model
from geomap.assets import read_text
from geomap.export import export
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.areas import Areas, is_area
from geomap.geo import distance_km
from geomap.publish import publish
from geomap.publish.grid import square_at
from geomap.render import draw
from geomap.store import read_store
from geomap.text import fold_name, fold_text

LEVELS = ["5", "25", "district", "governorate"]
FORMATS = [".geojson", ".geojsonl", ".gpkg", ".parquet", ".csv", ".kml", ".xlsx", ".html"]


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@cache
def areas() -> dict[str, model.Place]:
    return Areas(gazetteer()).by_code


@cache
def middles() -> set[str]:
    """Degrees that are those of a division's or a country's own middle: a site may share one by chance."""
    return {f"{degrees}" for area in areas().values() for degrees in (area.lon, area.lat)}


def widths() -> list[float]:
    """How wide the squares are, in km: those that may be asked for, and that of a district which nothing knows."""
    return [*(float(level) for level in LEVELS if level.isdecimal()), 50.0]


def square_middles(place: model.Place) -> set[str]:
    """Degrees of the middles of a site's squares, where only one of the two is the site's own: by chance, too."""
    squares = [square_at(place.lon, place.lat, width) for width in widths()]
    apart = [s for s in squares if (s.lon, s.lat) != (place.lon, place.lat)]
    return {f"{degrees}" for square in apart for degrees in (square.lon, square.lat)}


def middles_of_others(place: model.Place, places: Iterable[model.Place]) -> set[str]:
    """Degrees of the middles of the squares of other sites: the site may share one by chance."""
    others = [other for other in places if other is not place]
    squares = [square_at(other.lon, other.lat, width) for other in others for width in widths()]
    own = {(s.lon, s.lat) for width in widths() for s in [square_at(place.lon, place.lat, width)]}
    apart = [s for s in squares if (s.lon, s.lat) not in own]
    return {f"{degrees}" for square in apart for degrees in (square.lon, square.lat)}


def told(places: Iterable[model.Place]) -> set[str]:
    """Names that may stand, folded, whatever towns are called after them."""
    return set(map(fold_name, names_told(places)))


def names_told(places: Iterable[model.Place]) -> set[str]:
    """The names of countries, and of the sites' governorates."""
    codes = {code for code in areas() if "-" not in code} | {place.admin1 for place in places}
    every = [area for code in codes if (area := areas().get(code or ""))]
    names = {n for area in every for n in (area.name, area.admin1_name or "", *(m.text for m in area.names))}
    names |= {gazetteer().admin1_name(code) or "" for code in codes}
    words = r"^محافظة | (Governorate|District|Region|Oblast|Province)$"
    return names | {re.sub(words, "", name) for name in names}


@cache
def sites() -> Sequence[model.Place]:
    """Places that are hidden at every level, those with Arabic names first."""
    kinds = {"sea", "gulf", "strait", "region", "country"}
    small = [
        p for p in gazetteer().places.values() if not is_area(p) and p.kind not in kinds and p.radius_km <= 15
    ]
    return sorted(small, key=lambda p: (all(name.lang != "ar" for name in p.names), p.id))


def names_of(place: model.Place, allowed: set[str]) -> list[str]:
    """Every spelling of a place that must not be told."""
    every = dict.fromkeys([place.name, *(name.text for name in place.names)])
    return [name for name in every if fold_name(name) not in allowed and len(fold_name(name)) > 3]


def incident(place: model.Place, number: int) -> model.Incident:
    """An incident whose every text tells where it was."""
    name = place.names[number % len(place.names)].text if place.names else place.name
    other = place.name
    words = f"At dawn drones came down on {name} ({place.id}), also {place.lon}, {place.lat}."
    report = model.Report(
        id=f"{place.id}-raid#1", article=f"{place.id}-raid", kind="attack", evidence=words,
        span=model.Span(start=0, end=9), place_id=place.id, place=other, place_text=name, lon=place.lon, lat=place.lat,
        source_url=f"https://news.example/{place.id}/{place.lon}", title=f"Raid on {name}", outlet=f"{other} Today",
        attackers=(model.ActorRole(id=place.id, name=f"{name} Brigade", role="claimed", by=f"{name} Media"),),
        why=(f"a person (Amal) says it was at {other}",), trigger=name, anchor=name, source_origin=name,
    )  # fmt: skip
    return model.Incident(
        id=f"i-{place.id}-{number}", slug=f"2024-02-04-{place.id}", title=f"Attack on {other}",
        former_ids=(f"i-old-{place.id}",), kind="attack", status="claimed", status_by=f"governor of {name}",
        date_start=dt.date(2024, 2, 4), date_end=dt.date(2024, 2, 4), date_precision="day",
        date_text=f"the day of {name}", time_of_day=f"dawn at {name}", place_id=place.id, place=other,
        place_kind=place.kind, country=place.country, admin1=place.admin1, admin1_name=place.admin1_name,
        precision="site", radius_km=place.radius_km, point_is="site", area_id=f"around-{place.id}",
        lon=place.lon, lat=place.lat, launch_place_id=place.id, launch_place=f"near {name}",
        launch_lon=place.lon, launch_lat=place.lat, attacker_id=f"{place.id}-brigade", attacker=f"{name} Brigade",
        attacker_role="claimed", attackers=(f"{name} Brigade", "Kataib Hezbollah"), target="United States",
        target_id="united-states", targets=("United States", f"{other} police"), casualties_of=f"guards of {name}",
        sources=(f"{other} Today", "Northern Wire"), articles=(f"{place.id}-raid",), evidence=words,
        why=f"the name {name} is {other}; a person (Amal) says so", reports=(report,),
    )  # fmt: skip


def store_of(places: Iterable[model.Place]) -> model.Store:
    places = list(places)
    return model.Store(
        incidents=tuple(incident(place, number) for number, place in enumerate(places)),
        articles=tuple(
            model.ArticleEntry(
                id=f"{place.id}-raid", sha256="ab" * 32, url=f"https://news.example/{place.id}", title=place.name,
                outlet=f"{place.name} Today", signature=f"sign-{place.id}",
            )
            for place in dict.fromkeys(places)
        ),
        unplaced=(model.Unplaced(text=places[0].name, article="a", sentence=places[0].name, reason="none"),),
        decisions_version="secret-verdicts",
        dropped=incident(places[0], 0).reports,
    )  # fmt: skip


# --- everything that can be read out of a file ---------------------------------------------------------------


def page_text(page: str) -> str:
    """A page without its program, with its packed blocks unpacked."""
    for asset in ("page.js", "page.css", "leaflet.js", "leaflet.css"):
        page = page.replace(read_text(asset), "").replace(
            read_text(asset).replace("url(images/", "url(data:,"), ""
        )
    packed = re.findall(r'[>"]([A-Za-z0-9+/=]{16,})[<"]', page)
    return "\n".join([page, *filter(None, map(inflated, packed))])


def inflated(text: str) -> str:
    try:
        return gzip.decompress(base64.b64decode(text)).decode("utf-8", "replace")
    except (ValueError, OSError):
        return ""


def text_of(path: Path) -> str:
    """All text in a file, raw and as its readers see it."""
    raw = path.read_bytes()
    if path.suffix == ".html":
        return page_text(raw.decode())
    seen = ""
    if path.suffix == ".gpkg":
        with sqlite3.connect(path) as db:
            seen = "\n".join(db.iterdump())
    elif path.suffix == ".parquet":
        seen = msgspec.json.encode(read_store(path)).decode()
    elif path.suffix == ".xlsx":
        import zipfile

        with zipfile.ZipFile(path) as book:
            seen = "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return raw.decode("utf-8", "replace") + seen


def written(store: model.Store, path: Path) -> str:
    if path.suffix == ".html":
        draw(store, gazetteer()).write(path)
    else:
        export(store, path)
    return text_of(path)


def words_of(text: str) -> str:
    """A text folded, a blank between its words."""
    return " ".join(re.sub(r"[^\w.]+", " ", fold_text(text).text).split())


def _stands_alone(name: str, folded: str, longer: Iterable[str]) -> bool:
    """Whether a name stands elsewhere than in a longer one that may be told: Hermel in "Baalbek-Hermel"."""
    for words in longer:
        if f" {name} " in f" {words} " and words != name:
            folded = folded.replace(words, " ")  # in a database the texts of two columns touch
    return f" {name} " in folded


def leaks(text: str, places: Sequence[model.Place]) -> list[str]:
    """Names, ids and coordinates of places that stand in a text as words of their own."""
    folded, plain = f" {words_of(text)} ", text.casefold()
    found = [word for word in ("secret-verdicts", "sign-", "-raid", "news.example") if word in text]
    # As a word of its own: four letters stand in packed bytes by chance.
    found += re.findall(r"(?<![A-Za-z0-9+/])Amal(?![A-Za-z0-9+/])", text)
    allowed = told(places)
    longer = {words_of(name) for name in names_told(places)}
    for place in places:
        found += [
            name
            for name in names_of(place, allowed)
            if _stands_alone(words_of(name), folded, longer)
            or (len(name) > 5 and name.casefold() in plain and not _within(name, allowed))
        ]
        # "k1" stands in packed bytes by chance.
        telling = len(place.id) > 3 and fold_name(place.id.replace("-", " ")) not in allowed
        if telling and re.search(rf"(?<![\w-]){re.escape(place.id)}(?![\w-])", text):
            found.append(place.id)
        exact = [f"{degrees}" for degrees in (place.lon, place.lat)]
        by_chance = middles() | square_middles(place) | middles_of_others(place, places)
        exact = [
            degrees for degrees in exact if len(degrees.partition(".")[2]) > 2 and degrees not in by_chance
        ]
        found += [degrees for degrees in exact if re.search(rf"(?<![\d.]){re.escape(degrees)}(?!\d)", text)]
    return found


def _within(name: str, allowed: set[str]) -> bool:
    """Whether it is the beginning of a name that may stand: Hasaka, of the governorate al-Hasakah."""
    return any(fold_name(name) in other for other in allowed)


def some(count: int) -> list[model.Place]:
    """Sites from all over the gazetteer, Arabic ones among them."""
    return [*sites()[:200:7], *sites()[:: max(len(sites()) // count, 1)]]


@cache
def public_of(level: str) -> model.Store:
    return publish(store_of(some(60)), level, gazetteer=gazetteer())


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("level", LEVELS)
def test_nothing_hidden_is_in_a_file(level: str, suffix: str, tmp_path: Path) -> None:
    """Each format at each level, sites in four dozen countries, their names in both scripts."""
    text = written(public_of(level), tmp_path / f"out{suffix}")
    assert leaks(text, some(60)) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(700)), min_size=1, max_size=6), st.sampled_from(LEVELS))
def test_nothing_hidden_is_in_any_store(numbers: list[int], level: str) -> None:
    """Whichever sites, whichever level: the store that everything else is made of tells none."""
    places = [sites()[number % len(sites())] for number in numbers]
    public = publish(store_of(places), level, gazetteer=gazetteer())
    assert leaks(msgspec.json.encode(public).decode(), places) == []
    assert len(public.incidents) == len(numbers)
    assert any("Kataib Hezbollah" in one.attackers for one in public.incidents)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(range(700)), st.sampled_from(LEVELS))
def test_the_truth_lies_within_the_radius(number: int, level: str) -> None:
    """Coarse is not wrong: the site, doubt and all, is inside what is published."""
    place = sites()[number % len(sites())]
    (one,) = publish(store_of([place]), level, gazetteer=gazetteer()).incidents
    assert one.point_is in ("representative", None)
    if (one.area_id or "").startswith("grid-"):
        assert one.lon is not None and one.lat is not None and one.radius_km is not None
        away = distance_km(one.lon, one.lat, place.lon, place.lat)
        assert away + place.radius_km <= one.radius_km
        assert one.precision in ("near", "district")
    else:
        assert one.precision in ("governorate", "country", "unknown")
        assert one.admin1 in (place.admin1, None) or place.admin1 is None


def test_two_sites_of_a_square_cannot_be_told_apart() -> None:
    """The same square for both, with the same radius: a radius of doubt is as telling as a name."""
    base = incident(sites()[0], 0)
    near = msgspec.structs.replace(base, lon=(base.lon or 0) + 0.01, place_id="x", place="X", radius_km=0.4)
    public = publish(model.Store(incidents=(base, near)), "50", gazetteer=gazetteer()).incidents
    told_of = [
        {n: getattr(one, n) for n in ("lon", "lat", "radius_km", "place_id", "place")} for one in public
    ]
    assert told_of[0] == told_of[1]


def test_the_corner_of_a_square_is_not_told() -> None:
    """Tower 22 is in the corner of Jordan between Syria and Iraq: naming Jordan would name it."""
    tower = gazetteer().places["tower-22"]
    (one,) = publish(store_of([tower]), "district", gazetteer=gazetteer()).incidents
    assert one.country is None and one.admin1 is None and one.place == "50 km square"


def test_order_and_ids_tell_nothing(tmp_path: Path) -> None:
    """The same public bytes whatever the old ids were, in whatever order they came."""
    places = some(10)[:12]
    store = store_of(places)
    turned = tuple(
        msgspec.structs.replace(one, id=f"i-{number:05}", articles=("z",))
        for number, one in enumerate(reversed(store.incidents))
    )
    one = publish(msgspec.structs.replace(store, articles=(), incidents=turned), "25", gazetteer=gazetteer())
    same = tuple(msgspec.structs.replace(one, articles=("z",)) for one in store.incidents)
    other = publish(msgspec.structs.replace(store, articles=(), incidents=same), "25", gazetteer=gazetteer())
    assert msgspec.json.encode(one) == msgspec.json.encode(other)


def test_the_search_can_find() -> None:
    """Unpublished, every needle is there: the search is no blind one."""
    places = some(10)[:12]
    page = page_text(draw(store_of(places), gazetteer()).get_root().render())
    found = leaks(page, places)
    plain = {place.id for place in places if fold_name(place.id.replace("-", " ")) not in told(places)}
    assert len(plain) > 5 and plain <= set(found) and "news.example" in found
