"""Places that only share the name of one that the text puts elsewhere: the Shifa hospital "in Afrin" is not Gaza's."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.geo import distance_km

_SETTLEMENTS = ("city", "town", "village")
_HELD_KM = 60.0  # a place this near to a larger town may be told with its name
_NAMESAKE_KM = 150.0  # a site this far from the town in which the text puts it is another one of its name
_FAR_KM = 100.0  # an institution this far from the town in which the text puts it only bears another's name
_WARD = 8  # characters on both sides of where a name begins, in which the word for a quarter stands
_SHORT = 4  # words between a site and the town that it is in
_BEFORE = 24  # characters before a name in which the word for an institution stands


def without_namesakes(scene: Scene, uses: list[Use]) -> list[Use]:
    """Without sites that the text puts into a town far away: the Shifa hospital "in Afrin" is not that of Gaza."""
    far = {i for i, (use, behind) in enumerate(pairwise(uses)) if _is_a_namesake(scene, use, behind)}
    return [use for i, use in enumerate(uses) if i not in far]


def _is_a_namesake(scene: Scene, site: Use, town: Use) -> bool:
    """Whether a site is known only far from the town in which the text puts it."""
    if town.where.place.kind not in _SETTLEMENTS and town.where.precision != "district":
        return False
    settled = site.where.place.kind in _SETTLEMENTS
    if settled and _names_an_institution(scene, site, town):
        return True
    km = distance_km(site.where.lon, site.where.lat, town.where.lon, town.where.lat)
    gap = scene.between(site.end, town.start)
    if settled and _is_a_ward(scene, site):
        return km > _HELD_KM and (
            gap in scene.language.glued_in or _put_into(scene, gap)
        )  # "حي النصر في مدينة الأبيض" is not that of Gaza
    if (settled and site.where.place.origin == "curated") or not site.where.fine:
        return False
    if settled and km > _HELD_KM and _is_where_the_text_is(scene, site, town):
        return False  # the township is the namesake
    return (km > _NAMESAKE_KM and _put_into(scene, gap)) or (
        settled and km > _HELD_KM and _is_held_by(scene, site, town, gap)
    )


def _is_a_ward(scene: Scene, use: Use) -> bool:
    """Whether the word for a quarter or a street opens a name, or stands before it."""
    opening = scene.text[max(0, use.start - _WARD) : use.start + _WARD]
    return scene.language.ward_before.search(opening) is not None


def _is_where_the_text_is(scene: Scene, one: Use, other: Use) -> bool:
    """Whether the text names more places of the province of one town than of another's."""
    named = [scene.atlas.place(m.places[0]) for m in scene.reading.mentions if len(m.places) == 1]
    provinces = Counter(p.admin1 for p in named if p.id not in (one.where.place.id, other.where.place.id))
    return provinces[one.where.place.admin1] > provinces[other.where.place.admin1]


def _names_an_institution(scene: Scene, named: Use, town: Use) -> bool:
    """Whether a university or a hospital bears a far town's name: "جامعة أم درمان الإسلامية في مدينة الفاشر"."""
    before = scene.between(max(0, named.start - _BEFORE), named.start).split()[-1:]
    if scene.language.institutions.isdisjoint(before):
        return False
    words = scene.between(named.end, town.start).split()
    while words and words[0].startswith(scene.language.article):
        words = words[1:]  # its adjective
    km = distance_km(named.where.lon, named.where.lat, town.where.lon, town.where.lat)
    return km > _FAR_KM and _put_into(scene, " ".join(words))


def _put_into(scene: Scene, gap: str) -> bool:
    """Whether only "in", "in the city of" stand between a site and a town."""
    return bool(gap) and len(gap.split()) <= _SHORT and scene.language.whereabouts.match(gap) is not None


def _is_held_by(scene: Scene, village: Use, town: Use, gap: str) -> bool:
    """Whether a village or a building of that name is told to lie in a town or its municipality."""
    told = scene.has("triggers.", village.end, town.start)
    return not told and scene.language.held_by.match(gap) is not None
