"""Leaves out the places of a sentence that only say where another one is: "Harir base in Erbil, northern Iraq"."""

from __future__ import annotations

import re
from itertools import pairwise

from geomap.extract.places.answered import is_of_what_was_answered
from geomap.extract.places.hints import distance_before
from geomap.extract.places.namesakes import without_namesakes
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.geo import distance_km
from geomap.resolve import SETTLEMENTS, may_be_where

_HELD_KM = 60.0  # a place this near to a larger town may be told with its name
_BESIDE_KM = 20.0  # a camp or a base this near to a town is told of with its name
_FAR_KM = 100.0  # nobody says of a town that it is near another so far away
_ITS_WORD = 24  # characters behind a name in which the word for its district stands
_TO_ITS_DISTRICT = 6  # words between a village and the district that it is in
_SHORT = 4  # words between a site and the town that it is in
_HEADS = re.compile(r"\s*(?:[|:/]|\.\.)\s")  # "Deraa | Gunmen …", "Deraa: …"
_OPENING = 24  # characters before the name that opens a sentence
_IN_TOWN_KM = 9.0  # a site this near to a town's middle is told of as the town's


def drop_containers(scene: Scene, uses: list[Use]) -> list[Use]:
    """The places at which something happened, without those that they lie in or near."""
    uses = without_namesakes(scene, uses)
    if len(uses) < 2:
        return uses
    cities = _governorates_by_their_city(scene, uses)
    # In "the Sai Buri district of Pattani" the second holds the first.
    owners = {i for i in _owners(scene, uses) if i + 1 not in cities}
    context = _ways_to_another(scene, uses) | _narrowed(scene, uses) | owners
    rest = [use for i, use in enumerate(uses) if i not in context]
    areas = _areas_around(scene, rest) if len(rest) > 1 else set()
    context |= {uses.index(rest[i]) for i in areas} | cities
    context |= _described(uses)
    context |= _openers(scene, uses) | _opening_town(scene, uses)
    for i, use in enumerate(uses):
        behind = next((j for j in range(i + 1, len(uses)) if j not in context), None)
        if behind is None or i in context:
            continue
        if _says_where(scene, use, uses[behind]) or _stands_in_it(scene, use, uses[behind]):
            context.add(behind)
    return [use for i, use in enumerate(uses) if i not in context]


def _areas_around(scene: Scene, uses: list[Use]) -> set[int]:
    """Areas in which another place of the sentence lies."""
    areas = [(j, use) for j, use in enumerate(uses) if scene.atlas.rank(use.where.place)]  # no town holds one
    found: set[int] = set()
    for i, use in enumerate(uses if areas else ()):
        for j, other in areas:
            if i == j or j in found or use.role == "bystander":
                continue
            alike = other.role == use.role or abs(other.start - use.end) < 60
            if not (alike and scene.atlas.contains(other.where.place, use.where.place)):
                continue
            if not is_of_what_was_answered(scene, other, use):
                found.add(j)
    return found


def _governorates_by_their_city(scene: Scene, uses: list[Use]) -> set[int]:
    """ "al-Mayadin, in Deir ez-Zor": a city that bears its governorate's name stands for that, behind another place."""
    found = set()
    for j, use in enumerate(uses):
        city = use.where.place
        area = scene.atlas.governorates.get(city.admin1 or "")
        if area is None or area.name.split()[0] != city.name.split()[0]:
            continue
        for other in uses[:j]:
            inside = (
                other.role != "bystander" and other.where.fine and other.where.place.admin1 == city.admin1
            )
            if inside and other.where.place.id != city.id and _joined_by_in(scene, other, use):
                found.add(j)
    return found


def _owners(scene: Scene, uses: list[Use]) -> set[int]:
    """Towns right before a smaller place that they hold: "Aleppo's Sheikh Maqsoud", "the Idlib village of …"."""
    return {
        i
        for i, (use, behind) in enumerate(pairwise(uses))
        if use.where.fine
        and use.where.precision != "site"  # "the embassy in Baghdad's Green Zone"
        and behind.where.fine
        and scene.language.holds_the_next.match(scene.between(use.end, behind.start))
        and not scene.has("triggers.", use.end, behind.start)
    }


def _described(uses: list[Use]) -> set[int]:
    """Ways to a town that the sentence names: "in A, the town 30 km west of B"."""
    return {
        i
        for i, use in enumerate(uses)
        if use.where.described
        and any(o.where.fine and not o.where.described and may_be_where(o.where, use.where) for o in uses)
    }


def _openers(scene: Scene, uses: list[Use]) -> set[int]:
    """Towns at the head of a sentence where a site behind the comma lies: "In Deir ez-Zor, the al-Omar base was …"."""
    found = set()
    for i, (use, behind) in enumerate(pairwise(uses)):
        if use.where.place.kind not in SETTLEMENTS or behind.where.place.kind in SETTLEMENTS:
            continue
        gap = scene.between(use.end, behind.start)
        sentence = scene.sentence_at(use.start)
        opens = sentence and scene.language.head_of_place.match(scene.between(sentence.start, use.start))
        if (
            opens
            and scene.language.site_follows.match(gap)
            and use.where.place.admin1 == behind.where.place.admin1
        ):
            found.add(i)
    return found


def _opening_town(scene: Scene, uses: list[Use]) -> set[int]:
    """A town that opens the sentence, before a smaller place beside it: "In El Fasher, shells hit Zamzam camp"."""
    first, others = uses[0], uses[1:]
    sentence = scene.sentence_at(first.start)
    if sentence is None or first.where.place.kind not in SETTLEMENTS or not first.where.fine:
        return set()
    head = first.start - sentence.start <= _OPENING
    headed = head and first.start == sentence.start and _HEADS.match(scene.text, first.end)
    if headed and not (others and _is_of_that_province(scene, first, others[0])):
        return (
            {0}
            if any(u.where.fine and u.where.place.admin1 == first.where.place.admin1 for u in others)
            else set()
        )
    opens = head and (scene.text.startswith((",", "،"), first.end) or _is_fronted(scene, first))
    if opens and _stands_for_its_province(scene, first, others):
        return {0}
    if not opens or any(u.where.place.kind in SETTLEMENTS for u in others):
        return set()
    near = [
        u for u in others
        if u.where.fine and u.role == first.role
        and distance_km(first.where.lon, first.where.lat, u.where.lon, u.where.lat) <= _BESIDE_KM
    ]  # fmt: skip
    return {0} if near and not _is_hit_too(scene, first, near[0]) else set()


def _is_fronted(scene: Scene, town: Use) -> bool:
    """Whether a verb follows a town that opens its sentence without a comma: "وفي بغداد قال مصدر إن …"."""
    if scene.language.subject_first:
        return False
    behind = scene.between(town.end, town.end + _OPENING)
    verbs = [c for c in scene.cues("triggers.", town.end, town.end + _OPENING) if c.tag.endswith(".verbs")]
    return scene.language.goes_on.match(f"و{behind}") is not None or any(
        c.start <= town.end + 1 for c in verbs
    )


def _stands_for_its_province(scene: Scene, first: Use, others: list[Use]) -> bool:
    """Whether a town that bears its province's name opens what is told of another: "In Kirkuk, … in Dibis"."""
    if not scene.atlas.names_its_division(first.where.place):
        return False
    inside = [
        u
        for u in others
        if u.where.fine and u.role == first.role and u.where.place.admin1 == first.where.place.admin1
    ]
    return bool(inside) and not _is_hit_too(scene, first, inside[0])


def _is_of_that_province(scene: Scene, first: Use, second: Use) -> bool:
    """Whether a stroke leads from a town to what its province is called by: "Tel Rifaat / Aleppo"."""
    inner, outer = first.where.place, second.where.place
    if scene.text[first.end : second.start].strip() != "/" or inner.admin1 is None:
        return False
    return scene.atlas.names_its_division(outer) and inner.admin1 == outer.admin1


def _joined_by_in(scene: Scene, first: Use, second: Use) -> bool:
    gap = scene.between(first.end, second.start)
    if scene.language.lies_in.search(gap):
        return True
    if _is_of_that_province(scene, first, second):
        return True
    # "near al-Shuhayl, Deir ez-Zor, on Sunday": no list, for no "and" follows.
    following = scene.between(second.end, second.end + 6).split()[:1]
    return not gap and scene.text[first.end] == "," and scene.language.listing.isdisjoint(following)


def _ways_to_another(scene: Scene, uses: list[Use]) -> set[int]:
    """Places that only say near what another, named before, lies."""
    found = set()
    for j, use in enumerate(uses):
        if j + 1 < len(uses) and _opens_for(scene, use, uses[j + 1]):
            found.add(j)
        if j and _says_where_a_province_is(scene, uses[j - 1], use):
            found.add(j)
        if j and _is_so_far_from(scene, uses[j - 1], use):
            found.add(j)
        earlier = [u for u in uses[:j] if u.where.precision not in ("near", "country", "governorate")]
        if use.where.precision != "near" or (earlier and _is_hit_too(scene, earlier[-1], use)):
            continue
        if any(_tells_where(scene, u, use) for u in earlier):
            found.add(j)
        if j and _says_how_far(scene, uses[j - 1], use):
            found.add(j)
    return found


def _says_how_far(scene: Scene, near: Use, use: Use) -> bool:
    """Whether a comma leads to where what lies near a town is: "near the city of A, about 100 km south of B"."""
    if (
        near.where.precision != "near"
        or use.where.precision != "near"
        or not scene.text.startswith(",", near.end)
    ):
        return False
    gap = scene.between(near.end, use.start).strip(" ,").split()
    listed = (scene.language.listing | scene.language.determiners).intersection(gap[:1])
    way = scene.has("directions.", near.end, use.start)
    return way and not listed and may_be_where(near.where, use.where)


def _is_so_far_from(scene: Scene, area: Use, use: Use) -> bool:
    """Whether a way leads from a province or town to where it lies: "in the town of A, 140 km south of the capital"."""
    if use.where.precision != "near" or area.where.precision not in ("governorate", "locality", "district"):
        return False
    ways = scene.cues("directions.", area.end, use.start)
    if not ways or "," not in scene.text[area.end : ways[0].start]:
        return False
    if scene.has("triggers.", area.end, use.start) or _is_hit_too(scene, area, use):
        return False
    km = distance_before(scene.between(area.end, ways[0].start), scene.language)
    return km is not None and may_be_where(area.where, use.where)


def _says_where_a_province_is(scene: Scene, area: Use, use: Use) -> bool:
    """Whether a comma and a direction lead from a province to a town: "in Nangarhar province, east of the capital"."""
    gap = scene.between(area.end, use.start).split()
    led = "," in scene.text[area.end : use.start] and scene.has("directions.", area.end, use.start)
    return area.where.precision == "governorate" and led and len(gap) <= _SHORT


def _opens_for(scene: Scene, use: Use, behind: Use) -> bool:
    """Whether a place follows at once that lies near this one: "In the hills north of A the base at B was hit"."""
    if use.where.precision != "near" or behind.where.precision == "near" or not behind.where.fine:
        return False
    gap = scene.between(use.end, behind.start).split()
    there = distance_km(use.where.lon, use.where.lat, behind.where.lon, behind.where.lat)
    told = scene.has("triggers.", use.end, behind.start) or not scene.language.listing.isdisjoint(gap)
    anew = bool(gap) and gap[0] in scene.language.determiners
    return use.role == behind.role and anew and len(gap) <= _SHORT and not told and there <= _HELD_KM


def _tells_where(scene: Scene, earlier: Use, use: Use) -> bool:
    """Whether a place that is named near another says where that is; "brought to A after a mine killed two near B"."""
    km = distance_km(earlier.where.lon, earlier.where.lat, use.where.lon, use.where.lat)
    if earlier.role == "bystander" or (earlier.where.fine and km > _FAR_KM):
        return False
    if earlier.role == use.role:
        return True
    return use.start - earlier.end < 50 and not scene.has("triggers.", earlier.end, use.start)


def _is_hit_too(scene: Scene, earlier: Use, use: Use) -> bool:
    """Whether a list or another deed leads from one place to the other: "at A and at a base near B"."""
    if not scene.language.listed_anew.search(scene.between(earlier.end, use.start)):
        return False
    return earlier.role == use.role


def _narrowed(scene: Scene, uses: list[Use]) -> set[int]:
    """Places near which a deed was that is then told exactly: "strikes near A, hitting a villa in B"."""
    found = set()
    for i, (use, behind) in enumerate(pairwise(uses)):
        if use.where.precision != "near" or not behind.where.fine or behind.where.precision == "near":
            continue
        deeds = scene.cues("triggers.", use.end, behind.start)
        endings = tuple(scene.language.participle_endings)
        goes_on = endings and any(deed.text.split()[0].endswith(endings) for deed in deeds)
        km = distance_km(use.where.lon, use.where.lat, behind.where.lon, behind.where.lat)
        if goes_on and use.role == behind.role and km <= use.where.radius_km:
            found.add(i)
    return found


def _stands_in_it(scene: Scene, use: Use, behind: Use) -> bool:
    """Whether a town behind a site only says where that is: "the base and a depot in the city of …"."""
    site, town = use.where.place, behind.where.place
    if town.kind not in ("city", "town") or site.kind in SETTLEMENTS or site.admin1 != town.admin1:
        return False
    if not scene.language.direction_outside or behind.where.precision == "near":
        return False
    if use.role != behind.role and scene.has("triggers.", use.end, behind.start):
        return False  # "brought to the hospital after a raid that hit tents in Deir al-Balah"
    near = distance_km(site.lon, site.lat, town.lon, town.lat) <= _IN_TOWN_KM + (town.extent_km or 0)
    return near and _joined_by_in(scene, use, behind)


def _says_where(scene: Scene, use: Use, behind: Use) -> bool:
    """Whether only words of place stand between two sites, so that the second says where the first is."""
    if use.role != behind.role or not (use.where.fine and behind.where.fine):
        return False
    if _is_listed(scene, use, behind):
        return False
    gap = _without_unknown(scene, use.end, behind.start).strip(" ,،()")
    if not gap and _is_in_brackets(scene, use, behind):
        return True
    if not gap:
        return _lies_at(scene, use, behind)
    if scene.has("triggers.", use.end, behind.start):
        return False
    if _is_in_its_district(scene, use, behind, gap):
        return True
    return bool(scene.language.whereabouts.match(gap)) or _is_told_of(scene, use, behind, gap)


def _is_in_its_district(scene: Scene, use: Use, behind: Use, gap: str) -> bool:
    """Whether "in" leads to the district of what was named before: "between A and Kolo in the B district"."""
    one, district = use.where, behind.where
    told = district.precision == "district" or scene.language.district_behind.match(
        scene.text[behind.end : behind.end + _ITS_WORD]
    )
    if not told or one.precision == "district" or one.place.country != district.place.country:
        return False
    words = scene.text[use.end : behind.start].split()
    if words[:1] and words[0] in scene.language.listing and not words[1][:1].isupper():
        return False  # "in A and villages in the B district"
    if scene.numbers_in(use.end, behind.start) or scene.has("cues.another", use.end, behind.start):
        return False  # "one in A, then three more in the B district"
    leads = scene.language.lies_in.search(gap.removesuffix(" the")) and len(gap.split()) <= _TO_ITS_DISTRICT
    return bool(leads) and distance_km(one.lon, one.lat, district.lon, district.lat) <= _HELD_KM


def _is_in_brackets(scene: Scene, use: Use, behind: Use) -> bool:
    """Whether brackets tell where a place lies: "Toumour (Bosso department)"."""
    one, other = use.where, behind.where
    close = distance_km(one.lon, one.lat, other.lon, other.lat) <= _FAR_KM
    return close and scene.text[use.end : behind.start].strip() == "(" and one.place.id != other.place.id


def _is_told_of(scene: Scene, use: Use, behind: Use, gap: str) -> bool:
    """Whether an apposition leads to a place near by: "A, a farming village in the hills of B"."""
    if scene.text[use.end : use.end + 1] != "," or not scene.language.apposed_place.match(gap):
        return False
    one, other = use.where, behind.where
    return distance_km(one.lon, one.lat, other.lon, other.lat) <= _HELD_KM


def _is_listed(scene: Scene, use: Use, behind: Use) -> bool:
    """Whether a list gives each of two settlements its preposition: "on Khiam, on Kfar Kila"."""
    towns = (use.where.place.kind in SETTLEMENTS) and behind.where.place.kind in SETTLEMENTS
    return towns and bool(scene.language.listed_on.match(scene.between(use.end, behind.start)))


def _without_unknown(scene: Scene, start: int, end: int) -> str:
    """The folded text of a span without the names that nothing knows: "in the district of …, Satipo province".

    The name of a land that owns the next place goes, too: "in Pampore, in south Kashmir's Pulwama district".
    """
    kept = []
    owners = (
        m for m in scene.mentions(start, end) if m.places and scene.text.startswith(("'s ", "’s "), m.end)
    )
    names = sorted([(u.start, u.end) for u in scene.unknown] + [(m.start, m.end) for m in owners])
    for first, last in names:
        if start <= first and last <= end:
            kept.append(scene.between(start, first))
            start = last
    kept.append(scene.between(start, end))
    return " ".join(piece.strip(" ,،()") for piece in kept if piece.strip(" ,،()"))


def _lies_at(scene: Scene, use: Use, behind: Use) -> bool:
    """Whether the larger town right behind a comma says where a smaller place is: "in Kafr Nabl, Idlib, on Sunday"."""
    if scene.text[use.end : use.end + 1] != ",":
        return False
    one, other = use.where.place, behind.where.place
    km = distance_km(one.lon, one.lat, other.lon, other.lat)
    if km <= _HELD_KM and scene.language.district_behind.match(scene.text[behind.end : behind.end + 24]):
        return True  # "in Deir Siryan, Marjayoun district"
    following = scene.text[behind.end : behind.end + 5]
    if following.lstrip(" ,").split(" ")[0] in scene.language.listing or re.match(r", [A-Z]", following):
        return False
    larger = (other.population or 0) > 2 * (one.population or 0)
    larger = larger or (other.population is None and one.origin != "curated")
    province = any(d.country == other.country for d in scene.atlas.divisions(other.name))
    return one.country == other.country and (province or (larger and km <= _HELD_KM))
