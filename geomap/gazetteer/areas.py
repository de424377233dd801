"""Countries and first-level divisions of the whole world as places, found by name.

Curated places come first: an area that the gazetteer has is not listed here a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from geomap import boundaries
from geomap import text as text_module
from geomap.gazetteer import cache
from geomap.gazetteer.data import data_dir, read_toml
from geomap.gazetteer.divisions import divisions
from geomap.gazetteer.fuzzy import edits
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.records import Country
from geomap.model import Name, Place
from geomap.text import fold_name, is_arabic

V = TypeVar("V")
MENDED_FROM = 5  # letters of a word for divisions that may be misspelt
FORMAT = "8"  # raise when what is compiled changes

# Words for divisions that stand after or before a name: "Kharkiv Oblast", "Région de Tillabéri", "ولاية سنار".
DIVISION_WORDS = (
    "oblast", "oblasts", "province", "provinces", "governorate", "region", "state", "county", "district", "department",
    "prefecture", "republic", "krai", "voivodeship", "canton", "territory", "emirate", "emirates", "muhafazah",
    "muhafazat", "wilayah", "wilaya", "vilayet", "vilayat", "il", "ili", "raion", "rayon", "zone", "woreda", "tehsil",
    "subdivision", "division", "township", "municipality", "commune", "cercle", "cercles", "ostan", "shahrestan",
    "mkoa", "gobolka", "viloyati", "regency", "kabupaten", "local government area", "LGA",
    "région", "département", "préfecture", "territoire", "provincia", "província", "departamento", "estado", "región",
    "região", "provinsi", "Provinz", "Kreis", "ilçesi",
    "область", "области", "області", "район", "края", "край", "республика", "республіка", "провинция", "провінція",
    "регион", "регіон", "мухафаза", "мухафазат", "вилаят", "штат", "департамент", "округ",
    "محافظة", "ولاية", "إقليم", "اقليم", "مقاطعة", "منطقة", "قضاء", "ناحية", "مديرية", "إمارة", "استان", "شهرستان",
    "ولایت", "صوبہ", "ضلع", "پارێزگای", "מחוז", "נפת",
)  # fmt: skip
# French, Spanish and Portuguese directions in names of divisions, and what the English press makes of them.
DIRECTIONS = {
    "nord": "North", "norte": "North", "sud": "South", "sur": "South", "sul": "South", "est": "East", "este": "East",
    "ouest": "West", "oeste": "West", "haut": "Upper", "bas": "Lower",
}  # fmt: skip
_WORDS = "|".join(sorted(DIVISION_WORDS, key=len, reverse=True))
_DIVISION = re.compile(rf"\b(?:{_WORDS})\b(?: of(?: the)?\b| d[eou](?: la)?\b| d[’'])?", re.IGNORECASE)


# The same letter as Arabic and its neighbours' keyboards write it; the rest of theirs are letters of their own.
_SAME_LETTERS = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "ە": "ه", "ھ": "ه", "ۀ": "ه", "ة": "ه"})


class World(msgspec.Struct, frozen=True):
    """What is compiled: areas, their numbers by bare key, and ids of curated areas by keys that those do not have."""

    places: tuple[Place, ...]
    by_name: dict[str, list[int]]
    curated: dict[str, list[str]]


class Areas:
    """The world's countries and first-level divisions beside those that a gazetteer has."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        parts = (gazetteer.version, *(cache.fingerprint(path, 320) for path in _sources() if path.is_file()))
        self.key = cache.stat_key((), FORMAT, *parts)
        self._world = cache.compiled("areas", self.key, _read, lambda: _build(gazetteer))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every area that is not curated: countries, then divisions, each in the order of its code."""
        return self._world.places

    def find(self, name: str) -> list[Place]:
        """The areas that bear a name, countries first, larger first; empty when there is none.

        A curated one is among them only by names that its own record does not have.

        Args:
            name: In any usual spelling and many languages, with or without a word such as "Oblast".
        """
        keys = (bare_key(name), _own_key(name)) if is_arabic(name) else (bare_key(name),)
        numbers = dict.fromkeys(number for key in keys for number in self._world.by_name.get(key, ()))
        curated = dict.fromkeys(id for key in keys for id in self._world.curated.get(key, ()))
        found = [self._world.places[number] for number in numbers]
        found += [self._gazetteer.places[id] for id in curated]
        return sorted(found, key=lambda p: (p.kind != "country", -(p.extent_km or 0), p.id))

    def spellings(self) -> dict[str, list[Name]]:
        """The names that look-up knows beside those of the records, by the id of the place."""
        by_code = self.by_code
        found: dict[str, list[Name]] = {}
        for code, text, lang in _other_names():
            if code in by_code and not _is_kin_of_arabic(text, lang):
                name = Name(text=without_division_word(text), lang="ar" if is_arabic(text) else "en")
                found.setdefault(by_code[code].id, []).append(name)
        return found

    @cached_property
    def by_code(self) -> dict[str, Place]:
        """Countries by ISO 3166-1 and divisions by ISO 3166-2 code, curated ones included."""
        known = {area_code(place): place for place in self._world.places}
        known |= {place.area_id: place for place in self._gazetteer.places.values() if is_area(place)}
        return {code: place for code, place in known.items() if code}


def is_area(place: Place) -> bool:
    """Whether a curated place stands for a whole country or first-level division."""
    return place.area_id is not None and place.area_id in (place.country, place.admin1)


def area_code(place: Place) -> str | None:
    """The code of the country or division that a place stands for."""
    return place.country if place.kind == "country" else place.admin1


def bare_key(name: str) -> str:
    """The folded key of a division's name without the word that says that it is one."""
    return fold_name(without_division_word(name)).replace(" ", "")


def without_division_word(name: str) -> str:
    """A division's name without the word that says that it is one; the whole where nothing else is there."""
    bare = " ".join(_DIVISION.sub(" ", name).split())
    return bare if fold_name(bare) else name


def says_division(name: str) -> bool:
    """Whether a name says itself that it is a division's ("Kharkiv region")."""
    return _DIVISION.search(name) is not None and bare_key(name) != fold_name(name).replace(" ", "")


def mended_words(name: str) -> str:
    """A name whose first or last word is a word for divisions but for one letter, with that word put right."""
    words = name.split()
    if len(words) < 2 or says_division(name):
        return name
    for at in (len(words) - 1, 0):
        close = [
            w for w in DIVISION_WORDS if len(w) >= MENDED_FROM and edits(w.lower(), words[at].lower()) == 1
        ]
        if close:
            return " ".join((*words[:at], close[0], *words[at + 1 :]))
    return name


def _sources() -> tuple[Path, ...]:
    """What the compiled areas are made of, beside the gazetteer."""
    from geomap.assets import asset

    folder = data_dir()
    return (
        Path(text_module.__file__), Path(str(asset("boundaries.zip"))), folder / "divisions.tsv",
        folder / "country-names.toml", folder / "division-names.toml",
    )  # fmt: skip


def _read(raw: bytes) -> World:
    return msgspec.msgpack.decode(raw, type=World)


def _build(gazetteer: Gazetteer) -> tuple[World, bytes]:
    curated = {place.area_id: place.id for place in gazetteer.places.values() if is_area(place)}
    source_names = _source_names()
    rows = [row for row in boundaries.country_rows() if row.code and row.code not in curated]
    places = [_country(row, gazetteer.countries.get(row.code)) for row in rows]
    outlined = [row for row in boundaries.admin1_rows() if row.id not in curated and row.country]
    places += [_division(row, source_names.get(row.code)) for row in sorted(outlined, key=lambda r: r.id)]
    places += _without_outline({*curated, *(place.area_id for place in places)}, gazetteer)
    by_name: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        for key in sorted({bare_key(name.text) for name in place.names}):
            by_name.setdefault(key, []).append(number)
    world = World(places=tuple(places), by_name=by_name, curated={})
    _add_other_names(world, {code: gazetteer.places[id] for code, id in curated.items()})
    return world, msgspec.msgpack.encode(world)


def _without_outline(known: set[str | None], gazetteer: Gazetteer) -> Iterator[Place]:
    """Divisions that are younger than the outlines, where GeoNames has their ISO code: the middle of their towns."""
    for division in divisions():
        if division.level == 1 and division.admin1 and division.point and division.admin1 not in known:
            if division.country not in gazetteer.countries:
                continue
            lon, lat = division.point
            name = division.names[0]
            yield Place(
                id=f"area:{division.admin1}", name=name, kind="province", lon=lon, lat=lat,
                radius_km=max(10.0, round(division.extent_km / 2, 1)), extent_km=division.extent_km,
                names=tuple(Name(text=text, lang="en") for text in division.names if text.isascii()),
                country=division.country, admin1=division.admin1, admin1_name=name, sources=("geonames",),
                confidence="low", area_id=division.admin1, origin="boundaries",
            )  # fmt: skip


def _add_other_names(world: World, curated: dict[str | None, Place]) -> None:
    """Names in other languages: look-up knows them, though no record lists them."""
    numbers = {place.area_id: number for number, place in enumerate(world.places)}
    own = {code: {fold_name(n.text) for n in place.names} for code, place in curated.items()}
    for code, text, lang in _other_names():
        key = _own_key(text) if _is_kin_of_arabic(text, lang) else bare_key(text)
        if code in curated and fold_name(text) not in own[code]:
            _put(world.curated, key, curated[code].id)
        elif code in numbers:
            _put(world.by_name, key, numbers[code])


def _put(table: dict[str, list[V]], key: str, value: V) -> None:
    if value not in table.setdefault(key, []):
        table[key].append(value)


def _other_names() -> Iterator[tuple[str, str, str | None]]:
    """ISO code, name, language where known: of countries after CLDR, of divisions after press and GeoNames."""
    path = data_dir() / "country-names.toml"
    for code, languages in (read_toml(path) if path.is_file() else {}).items():
        yield from ((code, text, lang) for lang, texts in languages.items() for text in texts)
    path = data_dir() / "division-names.toml"
    for code, texts in (read_toml(path) if path.is_file() else {}).items():
        yield from ((code, text, None) for text in texts)
    for division in divisions():
        if division.level == 1 and division.admin1:
            yield from ((division.admin1, text, None) for text in division.names)


def _is_kin_of_arabic(text: str, lang: str | None) -> bool:
    """Whether a name is written in Arabic letters though in another language."""
    return lang not in (None, "ar") and is_arabic(text)


def _own_key(text: str) -> str:
    """The key of such a name: with all its letters, since it has no article, and may have letters that Arabic lacks.

    "چیلی" is Chile in Kurdish; "الجيلي" is a town in Sudan.
    """
    return "~" + "".join(filter(str.isalpha, without_division_word(text).translate(_SAME_LETTERS)))


def _country(row: boundaries.Row, country: Country | None) -> Place:
    english: Iterable[str] = (row.name,) if country is None else (country.name, *country.names, row.name)
    arabic = () if country is None else country.names_ar
    return _place(row, "country", country.name if country else row.name, english, arabic, None)


def _division(row: boundaries.Row, source_name: str | None) -> Place:
    names = [row.name, *([source_name] if source_name else [])]
    return _place(row, "province", row.name, [*names, *map(in_english, names)], (), row.code or None)


def in_english(name: str) -> str:
    """A division's name with its French, Spanish or Portuguese direction in English: Nord-Kivu is North Kivu."""
    first, gap, rest = name.replace(" ", "-").partition("-")
    english = DIRECTIONS.get(first.lower())
    return f"{english} {rest}" if english and gap and rest else name


def _place(
    row: boundaries.Row,
    kind: str,
    name: str,
    english: Iterable[str],
    arabic: Iterable[str],
    admin1: str | None,
) -> Place:
    names = [Name(text=text, lang="en", status="current") for text in dict.fromkeys(english)]
    names += [Name(text=text, lang="ar", status="current") for text in dict.fromkeys(arabic)]
    return Place(
        id=f"area:{row.id}",
        name=name,
        kind=kind,
        lon=row.lon,
        lat=row.lat,
        radius_km=max(1.0, round(row.radius_km * 0.2, 1)),
        extent_km=round(row.radius_km, 1),
        names=tuple(names),
        country=row.country or row.code,
        admin1=admin1,
        admin1_name=None if kind == "country" else row.name,
        sources=("Natural Earth",),
        confidence="medium",
        area_id=row.id,
        origin="boundaries",
    )


def _source_names() -> dict[str, str]:
    path = data_dir() / "admin1.toml"
    records = read_toml(path).get("admin1", []) if path.is_file() else []
    return {record["code"]: record["source_name"] for record in records if "code" in record}


def geonames_divisions() -> dict[str, tuple[str | None, str | None]]:
    """GeoNames' first-level codes ("SY.07") to ISO 3166-2 code and name, where the join is sure."""
    path = data_dir() / "geonames-admin1.toml"
    if not path.is_file():
        return {}
    names = division_names()
    return {key: (code, names.get(code)) for key, code in read_toml(path).items()}


def division_names() -> dict[str, str]:
    """The names of first-level divisions by ISO 3166-2 code, or by id where an outline has no code."""
    young = {d.admin1: d.names[0] for d in divisions() if d.level == 1 and d.admin1}
    return young | {row.id: row.name for row in boundaries.admin1_rows()}
