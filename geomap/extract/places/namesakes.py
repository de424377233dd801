"""Places that only share the name of one that the text puts elsewhere: the Shifa hospital "in Afrin" is not Gaza's."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.geo import distance_km
from geomap.model import Place
from geomap.resolve import SETTLEMENTS

_HELD_KM = 60.0  # a place this near to a larger town may be told with its name
_NAMESAKE_KM = 150.0  # a site this far from the town in which the text puts it is another one of its name
_FAR_KM = 100.0  # an institution this far from the town in which the text puts it only bears another's name
_WARD = 8  # characters on both sides of where a name begins, in which the word for a quarter stands
_OPENING = 24  # characters in which "In the city of" stands before the place that heads a sentence, a comma behind it
_SHORT = 4  # words between a site and the town that it is in
_BEFORE = 24  # characters before a name in which the word for an institution stands


def without_namesakes(scene: Scene, uses: list[Use]) -> list[Use]:
    """Without sites that the text puts into a town far away: the Shifa hospital "in Afrin" is not that of Gaza."""
    far = {i for i, (use, behind) in enumerate(pairwise(uses)) if _is_a_namesake(scene, use, behind)}
    uses = [use for i, use in enumerate(uses) if i not in far]
    return _without_quarters_elsewhere(scene, _without_far_quarters(scene, uses))


def _without_quarters_elsewhere(scene: Scene, uses: list[Use]) -> list[Use]:
    """Without quarters known only far from the town told before: "… in Mosul. It went off in the Yarmouk quarter".

    A sentence that names who struck may tell of another town.
    """
    quarters = [use for use in uses if _is_called_a_quarter(scene, use) or _is_called_a_district(scene, use)]
    town = _town_before(scene, uses[0]) if quarters else None
    if town is None:
        return uses
    far = [
        use
        for use in quarters
        if (_is_called_a_quarter(scene, use) or use.where.place.country != town.country)
        and distance_km(town.lon, town.lat, use.where.lon, use.where.lat) > _HELD_KM
        and not any(_lies_near(use, other) for other in uses if other is not use and other.where.fine)
    ]
    return [use for use in uses if use not in far]


def _town_before(scene: Scene, use: Use) -> Place | None:
    """The one town that the sentence before names, where it is of one paragraph and no side is named here."""
    sentence = scene.sentence_at(use.start)
    if sentence is None or any(m.actors for m in scene.mentions(sentence.start, sentence.end)):
        return None
    before = scene.sentence_at(max(0, sentence.start - 2))
    if before is None or before.paragraph != sentence.paragraph:
        return None
    named = (m for m in scene.mentions(before.start, before.end) if m.places and not m.actors)
    towns = {p.id: p for m in named for p in (scene.atlas.place(m.places[0]),) if p.kind in SETTLEMENTS}
    return next(iter(towns.values())) if len(towns) == 1 else None


def _is_called_a_quarter(scene: Scene, use: Use) -> bool:
    """Whether the word for a quarter stands behind a name or before it."""
    behind = scene.text[use.end : use.end + _BEFORE]
    last = scene.text[scene.text.rfind(" ", use.start, use.end) : use.end]  # the name may end with the word
    return any(map(scene.language.ward_behind.match, (behind, last))) or _is_a_ward(scene, use)


def _is_called_a_district(scene: Scene, use: Use) -> bool:
    return scene.language.district_behind.match(scene.text[use.end : use.end + _BEFORE]) is not None


def _without_far_quarters(scene: Scene, uses: list[Use]) -> list[Use]:
    """Without quarters known only far from where the sentence opens: "In Mosul, … in the Yarmouk neighbourhood"."""
    if len(uses) < 2 or uses[0].role != "event" or not _opens_its_sentence(scene, uses[0]):
        return uses
    head = uses[0]
    far = [
        use
        for i, use in enumerate(uses)
        if i and not _lies_near(head, use) and _is_told_as_a_quarter(scene, head, use)
        and not any(_lies_near(use, town) for town in uses[i + 1 :])
        and not any(u.role == "event" and u.where.fine for u in uses[1:i])
    ]  # fmt: skip
    return [use for use in uses if use not in far]


def _opens_its_sentence(scene: Scene, use: Use) -> bool:
    """Whether "In" and a town or a province head a sentence, a comma behind them."""
    sentence = scene.sentence_at(use.start)
    if sentence is None or use.start - sentence.start > _OPENING or use.where.precision in ("country", "sea"):
        return False
    before = scene.between(sentence.start, use.start)
    opening, comma, _ = scene.text[use.end : use.end + _OPENING].replace("،", ",").partition(",")
    return bool(comma) and len(opening.split()) < 2 and scene.language.placed.search(before) is not None


def _is_told_as_a_quarter(scene: Scene, head: Use, use: Use) -> bool:
    """Whether "neighbourhood" or, abroad, "district" stands behind a name, or the word for a quarter before it."""
    if _is_called_a_quarter(scene, use):
        return True
    abroad = head.where.place.country != use.where.place.country
    told = scene.has("cues.report", head.end, use.start)  # a ministry tells of what its army did abroad
    return abroad and not told and _is_called_a_district(scene, use)


def _lies_near(head: Use, use: Use) -> bool:
    """Whether a place lies in the town or the province that heads the sentence, or close by."""
    a, b = head.where, use.where
    return distance_km(a.lon, a.lat, b.lon, b.lat) <= _HELD_KM + a.radius_km


def _is_a_namesake(scene: Scene, site: Use, town: Use) -> bool:
    """Whether a site is known only far from the town in which the text puts it."""
    if _is_a_village_abroad(scene, site, town):
        return True
    if town.where.place.kind not in SETTLEMENTS and town.where.precision != "district":
        return False
    settled = site.where.place.kind in SETTLEMENTS
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


def _is_a_village_abroad(scene: Scene, village: Use, land: Use) -> bool:
    """Whether a great town's name is a village's of another country: "Dara village in Daquq" is not in Syria."""
    if village.where.place.kind != "city" or village.where.place.country == land.where.place.country:
        return False
    if not scene.language.hamlet_behind.match(scene.text[village.end : village.end + 16]):
        return False
    gap = scene.between(village.end, land.start).split()
    return len(gap) <= _SHORT + 1 and scene.language.listing.isdisjoint(gap[-1:])


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
