"""What each place of a sentence is to its events: where it happened, where it came from, or a bystander."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from geomap.extract.belonging import goes_with
from geomap.extract.hints import hints
from geomap.extract.lands import launched_land
from geomap.extract.not_places import in_dateline, part_of_a_name
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause, Sentence
from geomap.model import Place
from geomap.recognise import Mention
from geomap.resolve.candidates import Candidate
from geomap.resolve.where import Hints, Where, choose, locate
from geomap.text import fold

Role = Literal["event", "launch", "bystander"]
_MOURNS = 48  # characters behind a place of "has still been in mourning"
_SAYS_WITHIN = 100  # characters behind a town: ", which backs the opposition, said"
_SEAT_WITHIN = 30  # … and from "officials in" to their town
_HELD_WITHIN = 60  # characters from "the funeral" to the town that it was held in
_BESIDE_FROM = 24  # characters of "Kapustin Yar, near the"
_NEARBY = 3  # words of "near the", "south of the"
_CONTAINED = 3  # words and signs of ", in the"
_HEAD = 90  # characters of the longest head of an item
_DAY_WITHIN = 24  # characters behind a name in which its own day begins
_ENDS_AN_ITEM = re.compile(r"\s*(?:[.,;:!?)]|$)|\s+(?:and|or)\b")
_IN_BRACKETS = re.compile(r"\([^()\n]*\)")
_LAND = re.compile(r",\s[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}")  # behind a name: ", Hiran region"
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SETTLEMENTS = ("city", "town", "village")
_MARKS = " .:,()*•-–—"  # beside the name in a heading
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}|[a-z])[.)]\s+")  # how an item of a list opens


class Use(NamedTuple):
    """A place of a sentence with its part in it."""

    where: Where
    role: Role
    mention: Mention

    @property
    def start(self) -> int:
        """The first character of its words."""
        return self.where.start

    @property
    def end(self) -> int:
        """The character behind its words."""
        return self.where.end


def named_places(
    scene: Scene, sentence: Sentence, clauses: list[Clause], countries: Mapping[str, int]
) -> list[Use]:
    """Every place that a sentence names, resolved, with its part in the sentence."""
    uses: list[Use] = []
    around: list[Place] = []
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
        clause = max((c.start for c in clauses if c.start <= mention.start), default=sentence.start)
        role: Role | None = "event"
        if mention.start not in scene.labels:
            role = _role(scene, mention, place, sentence, clause, *uses[-1:])
        if role is None:
            continue
        if role == "event" and uses and _holds_them_all(scene, uses[-1], mention):
            role = "bystander"
        way = hints(scene, mention, sentence)
        where = locate(place, mention.text, mention.start, mention.end, scene.atlas, way)
        uses.append(Use(where, role, mention))
        if where.fine:
            around.append(place)
    told = _without_who_tells(scene, sentence, _without_label(scene, uses))
    return _where_they_speak(scene, _without_echoes(scene, sentence, told))


def _without_label(scene: Scene, uses: list[Use]) -> list[Use]:
    """What heads a line is where it happened, unless the line says so itself: "Kherson: a drone hit Bilozerka"."""
    label = next((use for use in uses if use.mention.start in scene.labels), None)
    told = any(use.role == "event" and use.where.fine for use in uses if use is not label)
    return [use for use in uses if use is not label] if told else uses


def _without_who_tells(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """Who tells of a deed elsewhere is a bystander: "drones hit Ryazan, the General Staff in Kyiv said"."""
    events = [use for use in uses if use.role == "event" and use.where.fine]
    tells = [
        use
        for use in events
        if _tells_from_there(scene, sentence, use.mention, itself=use.where.place.kind == "hospital")
    ]
    if len(tells) == len(events):
        return uses
    return [use._replace(role="bystander") if use in tells else use for use in uses]


def _tells_from_there(scene: Scene, sentence: Sentence, mention: Mention, *, itself: bool = False) -> bool:
    """Whether only a noun leads to a town, and a word of saying follows: "Police in Jos said", ", doctors in A said".

    Args:
        scene: The article.
        sentence: The sentence.
        mention: The town.
        itself: Whether it is a site that can speak itself: ", Nasser Hospital in Khan Younis said".
    """
    if not scene.language.tells_behind.match(scene.between(mention.end, mention.end + _SAYS_WITHIN)):
        return False
    before = scene.between(sentence.start, mention.start)
    if itself and scene.text[sentence.start : mention.start].strip(' "“')[-1:] in ("", ","):
        return True  # ", Nasser Hospital said"
    who = scene.language.tells_in.search(before + " ")
    return who is not None and not scene.has("triggers.", mention.start - len(who[0]), mention.start)


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
            _is_an_echo(scene, sentence, use) or (echoes and _goes_on_a_list(scene, use.mention, echoes[-1]))
        ):
            echoes.append(use)
    alone = all(use in echoes for use in uses if use.role == "event")
    if not echoes or (alone and not _counts_only(scene, sentence)):
        return uses
    return [use._replace(role="bystander") if use in echoes else use for use in uses]


def _counts_only(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence counts victims and tells of no deed: "nine were hurt; the worst were moved to B"."""
    start, end = sentence.start, sentence.end
    idle: tuple[str, ...] = ("triggers.casualty",)
    if not scene.has("weapons.", start, end):
        idle += ("triggers.launch", "triggers.impact")  # "workers who sent photographs of the wounded"
    if any(not cue.tag.startswith(idle) for cue in scene.cues("triggers.", start, end)):
        return False
    return bool(scene.casualties_in(start, end))


def _is_an_echo(scene: Scene, sentence: Sentence, use: Use) -> bool:
    """Whether "heard in", "left for" go before a place, or it is the seat of who speaks."""
    language, start = scene.language, use.mention.start
    if start in scene.labels:
        return False
    before = scene.between(sentence.start, start)
    if language.heard_in.search(before) or language.travels.search(before):
        return True
    if language.still_mourns.match(" " + scene.between(use.mention.end, use.mention.end + _MOURNS)):
        return True
    if language.office_of.search(before) and scene.has("cues.report", use.mention.end, use.mention.end + 14):
        return True
    if use.mention.text.isupper() and not before and scene.text.startswith(": ", use.mention.end):
        return True  # "PESHAWAR: Thirteen soldiers …"
    opens = language.head_of_place.match(before)
    return bool(opens and language.seat_opens.match(scene.between(use.mention.end, sentence.end)))


def _as_division(scene: Scene, mention: Mention, place: Place) -> Place:
    """The province that bears the town's name, where the text says that it means the province: "Kherson region"."""
    if place.kind not in _SETTLEMENTS:
        return place
    said = scene.language.town_division_behind.match(scene.text[mention.end : mention.end + 80])
    before = scene.text[max(0, mention.start - 32) : mention.start].lower()
    said = said or scene.language.town_division_before.search(before[-24:])
    said = said or scene.language.towns_within.search(before)
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
    if place.kind not in _SETTLEMENTS:
        return None
    said = scene.language.site_at.search(scene.between(max(0, mention.start - 48), mention.start))
    said = said or scene.language.site_of_it.match(scene.between(mention.end, mention.end + 40))
    if said is None:
        return None
    word = said["base"] or said["kind"]
    longer = sorted(kind for kind in scene.language.site_kinds if kind.endswith(f" {word}"))
    for kind in (word, *longer):
        site = scene.atlas.curated(f"{mention.text} {kind}", countries, near=False)
        if site is not None and site.country == place.country and site.kind not in _SETTLEMENTS:
            return site
    return None


def _role(
    scene: Scene,
    mention: Mention,
    place: Place,
    sentence: Sentence,
    clause_start: int,
    earlier: Use | None = None,
) -> Role | None:
    language = scene.language
    before = scene.between(sentence.start, mention.start)
    if part_of_a_name(scene, mention, sentence):
        return None
    if scene.has("triggers.", mention.start, mention.end) and not language.placed.search(before):
        return None  # "Base in Syria Hit by …", in the capitals of a headline
    if (
        in_dateline(scene, mention)
        or _has_its_say(scene, mention, sentence)
        or language.speaks_in.search(before)
    ):
        return "bystander"
    if (
        earlier is not None
        and earlier.role == "bystander"
        and _is_of_the_same(scene, mention, place, earlier)
    ):
        return "bystander"
    if language.adjective_first and _is_an_adjective(scene, mention):
        return None
    from_here = _comes_from(scene, mention, place, sentence, before, earlier)
    if not from_here and language.whence.search(before) and not language.part_of.search(before):
        return "bystander"  # "من بغداد قال", "نازحون من الفاشر"
    if not language.subject_first and _speaks_or_judges(scene, mention, before):
        return "bystander"  # "رام الله وصفت الغارة ب…"
    if _is_flown_to(scene, mention, clause_start):
        return "event"
    if not from_here and not _is_meant_as_a_place(scene, mention, place, sentence, before, earlier):
        return None
    if from_here or language.stationed.search(before):
        return "launch"
    if language.where_behind.match(scene.between(mention.end, mention.end + 40)):
        return "event"  # "visited Kharkiv on Sunday, where a missile …"
    return (
        "bystander"
        if _is_of_who_speaks(scene, mention, place, sentence, clause_start)
        or _stands_by(scene, mention, place, clause_start)
        else "event"
    )


def _names_a_road(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is an end of a road, and another place says where on it: "the Kabul-Ghazni road in Wardak"."""
    text, language = scene.text, scene.language
    ahead = text[mention.end : mention.end + 60]
    second = text[mention.start - 1 : mention.start] in ("-", "–", "—")
    if not (language.road_of_two.match(ahead) or (second and language.road_behind.match(ahead))):
        return False
    around = scene.mentions(mention.end, min(sentence.end, mention.end + 90))
    return any(m.places and not language.road_behind.match(text[m.end : m.end + 30]) for m in around)


def _is_of_the_speaker(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is told of who speaks, with no deed there: "“They fled,” said the deputy, who sits for Bama"."""
    says = scene.cues("cues.report", sentence.start, mention.start)
    if not says or not scene.language.who_speaks.match(scene.between(says[-1].end, mention.start)):
        return False
    return not scene.has("triggers.", says[-1].end, mention.start)


def _is_of_who_speaks(
    scene: Scene, mention: Mention, place: Place, sentence: Sentence, clause_start: int
) -> bool:
    """Whether it is where somebody spoke, or a capital that judges: "the minister said on Monday in Ankara"."""
    language = scene.language
    if language.said_there.search(scene.between(clause_start, mention.start)):
        return True
    seat = bool(mention.actors) or scene.atlas.is_capital(place)
    if seat and _tells_from_there(scene, sentence, mention):
        return True
    opens = seat and language.head_of_place.match(scene.between(sentence.start, mention.start))
    if opens and language.seat_of_a_state.match(scene.between(mention.end, sentence.end)):
        return True
    return scene.atlas.is_capital(place) and scene.has("cues.reaction", clause_start, sentence.end)


def _has_its_say(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is only the seat of who speaks: "the Babil security committee", "Kirkuk's mayor"."""
    if _is_of_the_speaker(scene, mention, sentence) or _names_a_road(scene, mention, sentence):
        return True
    if is_all_that_is_said(scene, mention, sentence):
        return False
    offices = scene.cues("not_places.offices", mention.end, mention.end + 36)
    gap = scene.between(mention.end, offices[0].start) if offices else ""
    return bool(offices) and len(gap.split()) <= 1 and "," not in gap  # "hit a shop in Babil, officials said"


def _speaks_or_judges(scene: Scene, mention: Mention, before: str) -> bool:
    """Whether a town's name stands for its government, as the subject of a verb of saying right behind it."""
    if scene.language.placed.search(before):
        return False
    ahead = mention.end + 14
    cues = (*scene.cues("cues.reaction", mention.end, ahead), *scene.cues("cues.report", mention.end, ahead))
    return any(not scene.text[mention.end : cue.start].strip() for cue in cues)


def _comes_from(
    scene: Scene, mention: Mention, place: Place, sentence: Sentence, before: str, earlier: Use | None
) -> bool:
    """Whether something was sent from here: "from" goes before, with no deed and no other place between."""
    if earlier is not None and earlier.role == "launch" and _goes_on_a_list(scene, mention, earlier):
        return True
    if scene.language.launched_beside.search(before):
        return not scene.has("triggers.", max(sentence.start, mention.start - _BESIDE_FROM), mention.start)
    if not scene.language.launched_from.search(before):
        return False
    words = scene.cues("places.from", max(sentence.start, mention.start - 45), mention.start)
    if words and _is_from_the_air(scene, words[-1].start):
        return False
    behind = words[-1].end if words else mention.start
    return not scene.has("triggers.", behind, mention.start) and not _another(scene, behind, mention, place)


def _is_from_the_air(scene: Scene, start: int) -> bool:
    """Whether "from" says what flew, not whence: "soldiers roped down from helicopters outside A"."""
    carriers = (
        *scene.cues("weapons.airstrike", start, start + 40),
        *scene.cues("weapons.drone", start, start + 40),
    )
    return any(c.start == start for c in carriers)


def _another(scene: Scene, start: int, mention: Mention, place: Place) -> bool:
    """Whether another place stands between, that this one does not lie in: "from Iraq's town of Zummar" is one."""
    between = (m for m in scene.mentions(start, mention.start) if m.places)
    return any(not scene.atlas.contains(scene.atlas.place(m.places[0]), place) for m in between)


def _is_an_adjective(scene: Scene, mention: Mention) -> bool:
    """Whether a name that is a state's too goes with a noun: "US airstrikes", "the UK said"."""
    if mention.actors and (goes_with(scene, mention) or _acts(scene, mention)):
        return True
    text = scene.text
    if fold(mention.text) not in scene.language.initials:
        return False
    lower = (
        text[mention.end : mention.end + 1] == " " and "a" <= text[mention.end + 1 : mention.end + 2] <= "z"
    )
    return lower and not scene.language.names_on.match(text, mention.end)


def _acts(scene: Scene, mention: Mention) -> bool:
    """Whether what acts for a state stands behind its name: "Turkey's air force went after …"."""
    cues = scene.cues("actors.acting", mention.end, mention.end + 24)
    return any(not scene.text[mention.end : cue.start].strip("'’s ") for cue in cues)


def _is_meant_as_a_place(
    scene: Scene, mention: Mention, place: Place, sentence: Sentence, before: str, earlier: Use | None
) -> bool:
    """Whether the name of a state or a capital stands for the place, not for its government."""
    if not mention.actors and (
        not scene.atlas.is_capital(place) or is_all_that_is_said(scene, mention, sentence)
    ):
        return True
    if scene.language.by_its_account.match(scene.between(mention.end, mention.end + 24)):
        return False  # "on Moscow's own figures"
    if scene.language.placed.search(before) or _goes_on_a_list(scene, mention, earlier):
        return True
    if earlier is not None and _has_a_day_of_its_own(scene, mention, earlier):
        return True
    if not mention.actors and scene.language.venue_of.search(before):
        return True
    if not mention.actors and scene.language.capital_venue.match(scene.text[mention.end : mention.end + 40]):
        return True
    after = scene.between(mention.end, min(sentence.end, mention.end + 30))
    struck = scene.language.suffers.match(after)
    deed = scene.has("triggers.", mention.end, min(sentence.end, mention.end + 40))
    return bool(struck) and deed and not mention.actors


def is_all_that_is_said(scene: Scene, mention: Mention | Candidate, sentence: Sentence) -> bool:
    """Whether a sentence is a name and nothing else, the heading of what follows: "Abu Kamal.", "TEHRAN:"."""
    beside = scene.text[sentence.start : mention.start] + scene.text[mention.end : sentence.end]
    return sentence.role == "body" and not beside.strip(_MARKS)


def names_only(scene: Scene, sentence: Sentence) -> bool:
    """Whether a line or a sentence is names of places and nothing else: "CAMBRILS", "2. Bajil, Hodeida."."""
    beside, start = "", sentence.start
    for mention in scene.mentions(sentence.start, sentence.end):
        beside += scene.text[start : mention.start]
        start = mention.end
    return start > sentence.start and not _NUMBERED.sub("", beside + scene.text[start : sentence.end]).strip(
        _MARKS
    )


def heads_an_item(scene: Scene, mention: Mention | Candidate, sentence: Sentence) -> bool:
    """Whether a sentence of a list is a name with its number, its day and its land: "5 May, 14:40, Hass (Idlib)."."""
    if is_all_that_is_said(scene, mention, sentence):
        return True
    if (
        not scene.items.are_listed
        or sentence.end - sentence.start > _HEAD
        or scene.has("triggers.", sentence.start, sentence.end)
    ):
        return False
    land = _LAND.match(scene.text, mention.end)
    names = [(m.start, m.end) for m in scene.mentions(mention.start, sentence.end) if m.places]
    names += [land.span()] if land else []
    days = [(d.start, d.end) for d in scene.dates_in(sentence.start, sentence.end)]
    at, left = sentence.start, ""
    for start, end in sorted([(mention.start, mention.end), *names, *days]):
        left += scene.text[at:start]
        at = max(at, end)
    words = _LETTERS.findall(_IN_BRACKETS.sub("", left + scene.text[at : sentence.end]).lower())
    return all(word in scene.language.head_words for word in words)


def head_of_the_item(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence that opens the paragraph of another one; a number alone is none."""
    before = scene.sentences_of(sentence.paragraph, sentence.end)
    return next((s for s in before if _LETTERS.search(scene.text, s.start, s.end)), None)


def _is_of_the_same(scene: Scene, mention: Mention, place: Place, earlier: Use) -> bool:
    """Whether it goes on what is said of a bystander: "in Kaya and the capital", "in Depok, near Jakarta"."""
    return _goes_with(scene, mention, place, earlier) or _tells_where_it_is(scene, mention, earlier)


def _tells_where_it_is(scene: Scene, mention: Mention, earlier: Use) -> bool:
    """Whether only ", near" or ", south of" stand between a place and the town before it."""
    gap = scene.between(earlier.end, mention.start)
    if not gap.startswith(",") or scene.text[earlier.end : earlier.end + 1] != ",":
        return False
    words = gap.strip(" ,")
    return len(words.split()) <= _NEARBY and scene.has("places.near", earlier.end, mention.start)


def _goes_on_a_list(scene: Scene, mention: Mention, earlier: Use | None) -> bool:
    """Whether it goes on a list with the place before it: "in Syria and Iraq"."""
    if earlier is None or earlier.end > mention.start or not scene.language.listing:
        return False
    gap = scene.between(earlier.end, mention.start).strip(" ,")
    return not gap or gap in scene.language.listing


def _has_a_day_of_its_own(scene: Scene, mention: Mention, earlier: Use) -> bool:
    """Whether it goes on a list of places with their days: "hit Odesa on Thursday and Kyiv on Saturday"."""
    days = scene.dates_in(earlier.end, mention.start)
    mine = scene.dates_in(mention.end, mention.end + _DAY_WITHIN)
    if not days or not mine or earlier.role != "event":
        return False
    gap = (
        scene.between(earlier.end, days[0].start) + " " + scene.between(days[-1].end, mention.start)
    ).split()
    links = [word.strip(",") for word in gap if word.strip(",") not in scene.language.day_links]
    on = scene.between(mention.end, mine[0].start).split()
    return (
        scene.language.listing.issuperset(filter(None, links))
        and scene.language.day_links.issuperset(on)
        and _ENDS_AN_ITEM.match(scene.text, mine[0].end) is not None
    )


def _goes_with(scene: Scene, mention: Mention, place: Place, earlier: Use) -> bool:
    """Whether it goes on a list with the place before it, or is the land of it: "in Beni, in eastern Congo"."""
    if _goes_on_a_list(scene, mention, earlier):
        return True
    if earlier.end > mention.start or not scene.language.listing:
        return False
    gap = scene.between(earlier.end, mention.start)
    near = gap.startswith(",") and len(gap.split()) <= _CONTAINED
    return near and scene.atlas.contains(place, earlier.where.place)


def _is_flown_to(scene: Scene, mention: Mention, clause_start: int) -> bool:
    """Whether what was shot down was on its way here, which is as near as the text says where that was."""
    deeds = scene.cues("triggers.", clause_start, mention.start)
    if not any(deed.tag.startswith("triggers.interception") for deed in deeds):
        return False
    before = scene.between(max(clause_start, mention.start - 30), mention.start)
    return before.strip().endswith(tuple(scene.language.flown_to) or ("\0",))


def _is_struck(scene: Scene, mention: Mention) -> bool:
    """Whether the passive of a deed follows: "… in El Fasher, Sudan, was hit"."""
    deeds = scene.cues("triggers.", mention.end, mention.end + 50)
    return bool(deeds) and bool(scene.language.struck_there.match(scene.between(mention.end, deeds[0].start)))


def _is_where_they_were_hit(scene: Scene, mention: Mention, clause_start: int) -> bool:
    """Whether a deed was at people or an office there: "outside a court in A"; not "condemned the raid at a rally"."""
    before = scene.between(clause_start, mention.start)
    venue = scene.language.venue_hit.search(before)
    if venue is None:
        return False
    deeds = [
        c
        for c in scene.cues("triggers.", clause_start, mention.start - len(venue[0]))
        if not c.tag.startswith("triggers.casualty")
    ]
    if not deeds or (venue["at"] and not deeds[-1].tag.endswith(".verbs")):
        return False
    gap = scene.between(deeds[-1].end, mention.start - len(venue[0]))
    return "," not in gap and len(gap.split()) <= _NEARBY


def _stands_by(scene: Scene, mention: Mention, place: Place, clause_start: int) -> bool:
    """Whether it is the place of something else: "the war in Gaza", "talks in Doha"."""
    if place.kind not in _SETTLEMENTS and scene.language.fought_over.search(
        scene.between(clause_start, mention.start)
    ):
        return True
    if _is_where_they_were_hit(scene, mention, clause_start):
        return False
    near = max(clause_start, mention.start - _HELD_WITHIN)
    if scene.language.how_far.search(scene.between(near, mention.start)):
        return False
    answered = scene.language.answered_there.search(scene.between(clause_start, mention.start))
    if answered and scene.has("triggers.", clause_start, mention.start - len(answered.group())):
        return True
    if held := scene.language.held_there.search(scene.between(near, mention.start)):
        return not scene.has("triggers.", mention.start - len(held.group()) - 1, mention.start)
    for cue in scene.cues("not_places.bystander", max(clause_start, mention.start - 40), mention.start):
        if _is_from_the_air(scene, cue.start):
            continue
        told = scene.has("triggers.", clause_start, mention.start)
        standing = told and cue.text.endswith(tuple(scene.language.standing))
        if _is_struck(scene, mention):
            continue  # "the hospital in El Fasher was hit", "US troops in Syria came under fire"
        between = scene.between(cue.end, mention.start).split()
        if len(between) <= 2 and not standing and not _another(scene, cue.end, mention, place):
            return True
    return False
