"""The places that a sentence names, resolved, each with its part in the sentence."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.extract.places.compared import is_of_their_past
from geomap.extract.places.hints import hints
from geomap.extract.places.lands import launched_land
from geomap.extract.places.roads import is_on_its_road
from geomap.extract.places.roles import goes_on_a_list, is_hit_as_the_town, role_of, tells_from_there
from geomap.extract.places.use import Role, Use
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause, Sentence
from geomap.model import Place
from geomap.recognise import Mention
from geomap.resolve import SETTLEMENTS
from geomap.resolve.where import Hints, choose, locate
from geomap.text import fold

_SEAT_WITHIN = 30  # … and from "officials in" to their town
_SITE_BEHIND = 48  # characters behind a town in which the name of a site ends that is its own
_OWNED = 4  # characters from a town to that name: "Tripoli's Mitiga airport"
_DEED_BEFORE = 40  # characters before a village that nothing knows, in which its deed is told
_OFFICE_WITHIN = 60  # characters before a town in which an office stands: "the deputy commissioner of"
_FAR_KM = 150.0  # from a city that is named only to say how far away something was
_FRONT_KM = 40.0  # from a town to the fighting on the stretch of a front that bears its name
_LISTED = 64  # characters before the last of "the provinces of A, B and"
_SAYS_BEHIND = 26  # characters behind a place of " district announced"
_LANDS = ("country", "governorate")
_LAND_WITHIN = 24  # characters from a town to the land behind it: "حمص وسط سوريا"
_MOURNS = 48  # characters behind a place of "has still been in mourning"


def named_places(
    scene: Scene, sentence: Sentence, clauses: list[Clause], countries: Mapping[str, int]
) -> list[Use]:
    """Every place that a sentence names, resolved, with its part in the sentence."""
    uses: list[Use] = []
    around: list[Place] = []
    far: list[tuple[Use, bool]] = []
    for mention in scene.mentions(sentence.start, sentence.end):
        if land := launched_land(scene, mention, sentence):
            where = locate(land, mention.text, mention.start, mention.end, scene.atlas, Hints())
            uses.append(Use(where, "launch", mention))
            continue
        place = choose(mention.places, scene.atlas, countries, around)
        if place is None:
            continue
        place = _as_division(scene, mention, place)
        place = _as_site(scene, mention, place, countries) or place
        clause = _clause_of(clauses, mention) if len(clauses) > 1 else clauses[0].start
        role: Role | None = "event"
        if clause is None:
            continue  # in an aside that tells no deed: "القوات، التي تسيطر على أ، …"
        if mention.start not in scene.labels:
            role = role_of(scene, mention, place, sentence, clause, *uses[-1:])
        if role is None:
            continue
        if role == "event" and uses and _holds_them_all(scene, uses[-1], mention):
            role = "bystander"
        way = hints(scene, mention, sentence)
        if is_on_its_road(scene, mention, place, sentence):
            way = way._replace(near=True)
        where = locate(place, mention.text, mention.start, mention.end, scene.atlas, way)
        uses.append(Use(where, role, mention))
        if role == "event" and not way.off and (way.km or 0) >= _FAR_KM:
            far.append((uses[-1], way.direction is not None))
        if where.fine:
            around.append(place)
    uses = _without_far_cities(_with_fronts(scene, _without_label(scene, uses)), far)
    told = _without_whose_office(scene, sentence, _without_who_tells(scene, sentence, uses))
    told = _where_they_govern(scene, sentence, _without_echoes(scene, sentence, told))
    return _where_they_speak(scene, told)


def _clause_of(clauses: list[Clause], mention: Mention) -> int | None:
    """Where the clause begins that holds a name; None where none does."""
    return max((c.start for c in clauses if c.start <= mention.start < c.end), default=None)


def _without_label(scene: Scene, uses: list[Use]) -> list[Use]:
    """What heads a line is where it happened, unless the line says so itself: "Kherson: a drone hit Bilozerka"."""
    label = next((use for use in uses if use.mention.start in scene.labels), None)
    told = any(use.role == "event" and use.where.fine for use in uses if use is not label)
    return [use for use in uses if use is not label] if told else uses


def _without_far_cities(uses: list[Use], far: list[tuple[Use, bool]]) -> list[Use]:
    """A city hundreds of kilometres off says less than the land that is named: "in Amhara, 570 km north of Addis".

    Without the direction, it says nothing: "over 400 km from the state capital Raipur".
    """
    for use, with_direction in far:
        named = any(
            u.role == "event" and u.where.precision not in ("country", "sea") and u is not use for u in uses
        )
        others = any(u is not use and u.role == "event" for u in uses)
        if named or (others and not with_direction):
            uses = [u._replace(role="bystander") if u is use else u for u in uses]
    return uses


def _with_fronts(scene: Scene, uses: list[Use]) -> list[Use]:
    """A front that goes by a town's name is wide, and only says where the places on it lie, where any is named."""
    fronts: list[Use] = []
    for use in reversed([use for use in uses if use.role == "event"]):
        if _names_a_front(scene, use) or (fronts and goes_on_a_list(scene, fronts[-1].mention, use)):
            fronts.append(use)  # "in the Dashkasan and Lachin directions"
    if not fronts:
        return uses
    if any(use.role == "event" and use.where.fine and use not in fronts for use in uses):
        return [use._replace(role="bystander") if use in fronts else use for use in uses]
    return [_along_it(use) if use in fronts else use for use in uses]


def _names_a_front(scene: Scene, use: Use) -> bool:
    behind = scene.language.front_behind.match(scene.text[use.end : use.end + 24])
    return behind is not None and use.where.place.kind in SETTLEMENTS


def _along_it(use: Use) -> Use:
    """Somewhere on the stretch of the front that is named for a town."""
    return use._replace(where=use.where._replace(precision="near", radius_km=use.where.radius_km + _FRONT_KM))


def _without_who_tells(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """Who tells of a deed elsewhere is a bystander: "drones hit Ryazan, the General Staff in Kyiv said"."""
    events = [use for use in uses if use.role == "event" and use.where.fine]
    counts = bool(events) and _counts_those_of_before(scene, sentence)
    tells = [
        use
        for use in events
        if tells_from_there(scene, sentence, use.mention, itself=use.where.place.kind == "hospital")
        or (counts and _is_whose_words(scene, sentence, use))
    ]
    if len(tells) == len(events) and not counts:
        return uses
    return [use._replace(role="bystander") if use in tells else use for use in uses]


def _without_whose_office(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """Whose office it is does not say where he was struck, where another town does: "the mayor of A died near B"."""
    events = [use for use in uses if use.role == "event" and use.where.fine]
    held = [use for use in events if _names_an_office(scene, sentence, use)]
    if not held or len(held) == len(events):
        return uses
    mine = [
        use for use in held if not _is_told_anew(scene, use, max(e.start for e in events if e not in held))
    ]
    return [use._replace(role="bystander") if use in mine else use for use in uses]


def _is_told_anew(scene: Scene, use: Use, end: int) -> bool:
    """Whether a deed of its own comes before the other town: "killed the mayor of A and hit a bus in B"."""
    deeds = scene.cues("triggers.", use.end, max(use.end, end))
    return any(scene.between(use.end, deed.start).endswith("and") for deed in deeds)


def _names_an_office(scene: Scene, sentence: Sentence, use: Use) -> bool:
    before = scene.text[max(sentence.start, use.mention.start - _OFFICE_WITHIN) : use.mention.start]
    return scene.language.post_over.search(before) is not None


def _is_whose_words(scene: Scene, sentence: Sentence, use: Use) -> bool:
    """Whether whose words it are stand behind the verb: "three people died, said the governor in Dnipro"."""
    return scene.language.said_by_those_in.search(scene.between(sentence.start, use.start)) is not None


def _counts_those_of_before(scene: Scene, sentence: Sentence) -> bool:
    """Whether it only counts the victims of a deed told in the sentence before: "A was shelled. Nine people died"."""
    start, end = sentence.start, sentence.end
    before = scene.sentence_at(start - 2) if start > 1 else None
    if before is None or before.paragraph != sentence.paragraph or scene.dates_in(start, end):
        return False
    deeds = scene.cues("triggers.", start, end)
    if scene.has("weapons.", start, end) or not all(d.tag.startswith("triggers.casualty") for d in deeds):
        return False
    named = (m.places for m in scene.mentions(before.start, before.end) if m.places and not m.actors)
    towns = any(scene.atlas.place(ids[0]).kind in SETTLEMENTS for ids in named)
    return bool(deeds) and towns and scene.has("triggers.", before.start, before.end)


def _where_they_govern(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """A village that nothing knows lies in the province whose governor tells of it, where no other place is named."""
    lands = [use for use in uses if use.where.precision == "governorate"]
    if len(lands) != 1 or lands[0].role != "bystander" or len(uses) > 1:
        return uses
    if not scene.has("cues.report", sentence.start, sentence.end):
        return uses
    villages = [u for u in scene.unknown if u.said and sentence.start <= u.start < sentence.end]
    if not any(scene.has("triggers.", v.start - _DEED_BEFORE, v.start) for v in villages):
        return uses
    return [lands[0]._replace(role="event")]


def _where_they_speak(scene: Scene, uses: list[Use]) -> list[Use]:
    """Officials of a town tell of a deed there, where only their country is named too: "In Ukraine, officials in A"."""
    events = [use for use in uses if use.role == "event"]
    seats = [use for use in uses if use.role == "bystander" and _is_a_seat(scene, use)]
    if len(seats) != 1 or not events or any(use.where.fine for use in events):
        return uses
    inside = all(scene.atlas.contains(use.where.place, seats[0].where.place) for use in events)
    return [use._replace(role="event") if use is seats[0] else use for use in uses] if inside else uses


def _is_a_seat(scene: Scene, use: Use) -> bool:
    """Whether people who tell of what happened where they are stand before a town that is no capital."""
    near = scene.cues("not_places.seats", max(0, use.mention.start - _SEAT_WITHIN), use.mention.start)
    beside = any(not scene.between(cue.end, use.mention.start) for cue in near)
    return beside and use.where.fine and not scene.atlas.is_capital(use.where.place)


def _holds_them_all(scene: Scene, earlier: Use, mention: Mention) -> bool:
    """Whether it is only where the places before it lie: "at A and at B, both in the Zakho area"."""
    gap = scene.between(earlier.end, mention.start)
    return earlier.where.fine and scene.language.all_lie_in.search(gap) is not None


def _without_echoes(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """Bystanders are, beside the place of the deed, those where it was heard, or told, or that somebody left."""
    echoes: list[Use] = []
    for use in uses:
        if use.role == "event" and (
            _is_an_echo(scene, sentence, use) or (echoes and goes_on_a_list(scene, use.mention, echoes[-1]))
        ):
            echoes.append(use)
    alone = all(use in echoes or _holds_an_echo(scene, echoes, use) for use in uses if use.role == "event")
    if not echoes or (alone and not _counts_only(scene, sentence, echoes)):
        return uses
    return [use._replace(role="bystander") if use in echoes else use for use in uses]


def _holds_an_echo(scene: Scene, echoes: list[Use], use: Use) -> bool:
    """Whether it only says in which land a deed was heard: "blasts were heard in Homs, in central Syria"."""
    return use.where.precision in _LANDS and any(
        0 <= use.start - echo.end <= _LAND_WITHIN
        and not scene.has("triggers.", echo.end, use.start)
        and scene.atlas.contains(use.where.place, echo.where.place)
        for echo in echoes
    )


def _counts_only(scene: Scene, sentence: Sentence, echoes: list[Use]) -> bool:
    """Whether a sentence counts victims and tells of no deed: "nine were hurt; the worst were rushed to B"."""
    start, end = sentence.start, sentence.end
    idle: tuple[str, ...] = ("triggers.casualty",)
    if not scene.has("weapons.", start, end):
        # "workers who sent photographs of the wounded", "the wounded were taken to B"
        idle += ("triggers.launch", "triggers.impact", "triggers.taking")
    led = [scene.language.travels.search(scene.between(start, use.mention.start)) for use in echoes]
    ways = " ".join(way[0] for way in led if way is not None).split()
    cues = scene.cues("triggers.", start, end)
    if any(not cue.tag.startswith(idle) and not set(cue.text.split()) <= set(ways) for cue in cues):
        return False
    return bool(scene.casualties_in(start, end)) or any(c.tag.startswith("triggers.casualty") for c in cues)


def _is_an_echo(scene: Scene, sentence: Sentence, use: Use) -> bool:
    """Whether "heard in", "left for" go before a place, or it is the seat of who speaks."""
    language, start = scene.language, use.mention.start
    if start in scene.labels:
        return False
    before = scene.between(sentence.start, start)
    if language.heard_in.search(before) or language.travels.search(before):
        return True
    if is_of_their_past(scene, use.mention, sentence) or _is_where_they_died(scene, use, before):
        return True
    behind = f" {scene.between(use.mention.end, use.mention.end + _MOURNS)}"
    if language.takes_in.match(behind) or language.still_mourns.match(behind):
        return True
    says = scene.cues("cues.report", use.mention.end, use.mention.end + _SAYS_BEHIND)
    said = bool(says) and scene.between(use.mention.end, says[0].start) in language.kind_words | {""}
    # Where the verb stands first, the pattern has it: "قال محافظ درعا إن".
    if (said or not language.subject_first) and language.office_of.search(before):
        return not is_hit_as_the_town(scene, use.mention, sentence, before)
    if use.mention.text.isupper() and not before and scene.text.startswith(": ", use.mention.end):
        return True  # "PESHAWAR: Thirteen soldiers …"
    opens = language.head_of_place.match(before)
    return bool(opens and language.seat_opens.match(scene.between(use.mention.end, sentence.end)))


def _is_where_they_died(scene: Scene, use: Use, before: str) -> bool:
    """Whether somebody who was hurt elsewhere died in a hospital there."""
    if scene.language.dies_in_hospital.search(before):
        return True
    if not scene.language.dies_in.search(before):
        return False
    behind = scene.between(use.mention.end, use.mention.end + _SAYS_BEHIND)
    return scene.language.hospital_behind.match(behind) is not None or use.where.place.kind == "hospital"


def _as_division(scene: Scene, mention: Mention, place: Place) -> Place:
    """The province that bears the town's name, where the text says that it means the province: "Kherson region"."""
    if place.kind not in SETTLEMENTS:
        return place
    said = scene.language.town_division_behind.match(scene.text[mention.end : mention.end + 80])
    before = scene.text[max(0, mention.start - _LISTED) : mention.start].lower()
    said = said or scene.language.town_division_before.search(before)
    said = said or scene.language.towns_within.search(before[-32:])
    said = said or scene.language.wilds_behind.match(scene.text[mention.end : mention.end + 16])
    if not said:
        return place
    named = [p for p in scene.atlas.divisions(mention.text) if p.country == place.country]
    own = scene.atlas.governorates.get(place.admin1 or "")
    if own is not None and fold(own.name).startswith(fold(place.name)):
        named.insert(0, own)
    if named:
        scene.atlas.keep(named[0])
    return named[0] if named else place


def _as_site(scene: Scene, mention: Mention, place: Place, countries: Mapping[str, int]) -> Place | None:
    """The site that goes by the town's name, where the text says which: "the base at Harir", "Erbil's airport"."""
    if place.kind not in SETTLEMENTS:
        return None
    said = scene.language.site_at.search(scene.between(max(0, mention.start - 48), mention.start))
    behind = scene.mentions(mention.end + 1, mention.end + _SITE_BEHIND)
    own = any(m.places and not m.actors and m.start <= mention.end + _OWNED for m in behind)
    said = said or (
        None if own else scene.language.site_of_it.match(scene.between(mention.end, mention.end + 40))
    )
    if said is None:
        return None
    word = said["base"] or said["kind"]
    longer = sorted(kind for kind in scene.language.site_kinds if kind.endswith(f" {word}"))
    for kind in (word, *longer):
        site = scene.atlas.curated(f"{mention.text} {kind}", countries, near=False)
        if site is not None and site.country == place.country and site.kind not in SETTLEMENTS:
            return site
    return None
