"""What a place of GeoNames counts by its people, on the index's scale of 100 (see `index`)."""

from __future__ import annotations

import math

from geomap.model import Place

TOWN, PER_DECADE, TOWN_MOST = 66.0, 5.0, 92.0  # of 500 people; more for every tenfold
UNKNOWN_PEOPLE = 2_000
AT_WAR = 3.0  # added in these countries, from which most reports come: as much as four times the people

# Countries with a state-based armed conflict in most years of 2014 to 2024 (UCDP/PRIO), without those so large that
# the bonus would only prefer their many small homonyms.
WAR_COUNTRIES = frozenset({
    "AF", "BF", "CD", "CF", "CM", "ET", "HT", "IL", "IQ", "LB", "LY", "ML", "MM", "MZ", "NE", "NG", "PK", "PS", "SD",
    "SO", "SS", "SY", "TD", "UA", "YE",
})  # fmt: skip


def at_war(place: Place) -> float:
    """What is added in a country from which most reports come."""
    return AT_WAR if place.country in WAR_COUNTRIES else 0.0


def weight(place: Place) -> float:
    """What a town counts by its people, more in countries from which most reports come."""
    people = max(place.population or UNKNOWN_PEOPLE, 500)  # GeoNames writes 0 for what it does not know
    return min(TOWN_MOST, TOWN + PER_DECADE * math.log10(people / 500)) + at_war(place)
