"""What each place of a sentence is to its events: where it happened, where it came from, or a bystander."""

from __future__ import annotations

import re
from itertools import chain
from typing import Literal, NamedTuple

from geomap.extract.roles import goes_with
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause, Sentence
from geomap.geo import BEARINGS
from geomap.model import Place
from geomap.recognise import Mention
from geomap.resolve.regions import border_place
from geomap.resolve.where import Hints, Where, choose, distance_before, locate

Role = Literal["event", "launch", "bystander"]

_FILLER = (
    r"(?:the|a|an|its|their|his|this|nearby|neighbou?ring|remote|so called|known as|city of|town of|village of"
    r"|province of|region of|governorate of|district of|area of|areas of|port of|state of|strategic|of)"
)
_LOCATIVE = re.compile(
    r"(?:^|\s)(?:in|at|near|inside|across|throughout|over|into|outside|around|within|off|towards?|onto|on"
    r"|against|of|between|from|beside|above|and|or|to|hit|struck|targeted|targeting|attacked|bombed"
    r"|shelled|pounded|inside|striking|hitting|attacking|bombing|shelling)"
    rf"(?:\s+{_FILLER})*\s*$"
)
# A name that is also an actor's (a country, a capital) is a place only behind one of these.
_PLACED = re.compile(
    r"(?:^|\s)(?:in|at|near|inside|across|throughout|over|into|within|outside|around|towards?|off|on"
    r"|against|hit|struck|bombed|shelled|pounded|(?:north|south|east|west|northeast|northwest|southeast"
    r"|southwest|part|parts|areas?|coast|capital|territory) of)"
    rf"(?:\s+(?:{_FILLER}|northern|southern|eastern|western|central|northeastern|northwestern|southeastern"
    rf"|southwestern|north|south|east|west|northeast|northwest|southeast|southwest))*\s*$"
)
# "rockets at a base of US troops in Syria": where they stand is where it happened.
_STANDING = ("troops in", "soldiers in", "forces in", "stationed in", "deployed in", "presence in")
_SUFFERS = re.compile(
    r"^\s*(?:s \w+ )?(?:was|were|has been|have been|had been|came under|comes under|is being|hit by|struck by)\b"
)
_STATIONED = re.compile(r"\bby\b.*\b(?:stationed|positioned|operating|deployed|located)(?:\s+\w+){1,4}\s*$")
_FROM = re.compile(
    rf"(?:^|\s)(?:from|out of|originat\w+ (?:in|from)|launched (?:in|inside))(?:\s+[\w]+){{0,3}}?(?:\s+{_FILLER})*\s*$"
)
# "US forces": a lower-case word that is no preposition follows.
_ADJECTIVE = re.compile(
    r" (?!(?:and|on|in|at|after|over|as|for|with|to|or|by|since|who|which|where|that)\b)[a-z]"
)
_SPEECH = re.compile(
    r"^\s*(?:s\s+)?(?:said|says|announced|condemned|denied|confirmed|told|blamed|accused|warned|called|has"
    r"|had|was|is|wants|sees|holds|considers|rejected|repeated|maintained|thinks|believes|estimat\w+"
    r"|replied|responded|vowed|claimed|urged|insists|insisted|launched|fired|struck|carried|stated|backed"
    r"|allied|aligned|led|linked|acknowledged)\b"
)


class Use(NamedTuple):
    """A place of a sentence with its part in it."""

    where: Where
    role: Role
    mention: Mention

    @property
    def start(self) -> int:
        """Where its name begins."""
        return self.where.start

    @property
    def end(self) -> int:
        """Where its name ends."""
        return self.where.end


def place_uses(
    scene: Scene, sentence: Sentence, clauses: list[Clause], countries: dict[str, int]
) -> list[Use]:
    """Every place that a sentence names, resolved, with its part in the sentence."""
    uses: list[Use] = []
    around: list[Place] = []
    for mention in scene.mentions(sentence.start, sentence.end):
        if not mention.places:
            continue
        place = choose(mention.places, scene.atlas, countries, around)
        if place is None:
            continue
        before = scene.between(sentence.start, mention.start)
        clause_start = max((c.start for c in clauses if c.start <= mention.start), default=sentence.start)
        role = _role(scene, mention, place, before, clause_start, sentence, uses[-1] if uses else None)
        if role is None:
            continue
        where = locate(
            place, mention.text, mention.start, mention.end, scene.atlas, hints(scene, mention, sentence)
        )
        uses.append(Use(where, role, mention))
        if where.fine:
            around.append(place)
    return _drop_containers(scene, _with_borders(scene, sentence, uses))


def _with_borders(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """Adds "the Syria–Iraq border" as a place, instead of the two countries."""
    for cue in scene.cues("places.border", sentence.start, sentence.end):
        around = [
            m
            for m in scene.mentions(max(sentence.start, cue.start - 45), min(sentence.end, cue.end + 45))
            if _country_of(scene, m)
        ]
        left = [
            m
            for m in around
            if (m.end <= cue.start and scene.between(m.end, cue.start).strip() == "")
            or _next_to(scene, around, m, cue.start)
        ]
        right = [
            m
            for m in around
            if m.start >= cue.end
            and re.fullmatch(
                r"(?:between|of|with|separating|بين)?(?: the)?(?: \w+ and| \S+ و)?",
                scene.between(cue.end, m.start).strip(),
            )
        ]
        codes = list(dict.fromkeys(c for m in [*left, *right] if (c := _country_of(scene, m))))
        if len(codes) != 2:
            continue
        names = [scene.atlas.countries[c].name for c in codes if c in scene.atlas.countries]
        place = border_place(codes[0], codes[1], f"{'–'.join(names)} border") if len(names) == 2 else None
        if place is None:
            continue
        first, last = min(m.start for m in [*left, *right]), max(cue.end, *(m.end for m in [*left, *right]))
        first = min(first, cue.start)
        where = locate(place, scene.text[first:last], first, last, scene.atlas, Hints())
        rest = [u for u in uses if not (first <= u.start < last)]
        use = Use(where, "event", Mention(first, last, scene.text[first:last], (place.id,), ()))
        return sorted([*rest, use], key=lambda u: u.start)
    return uses


def _country_of(scene: Scene, mention: Mention) -> str | None:
    for id in mention.places[:1]:
        place = scene.atlas.place(id)
        return place.country if place.kind == "country" else None
    for id in mention.actors[:1]:
        actor = scene.atlas.gazetteer.actors[id]
        return actor.country if actor.kind == "state" else None
    return None


def _next_to(scene: Scene, around: list[Mention], mention: Mention, border: int) -> bool:
    """Whether only a hyphen stands between it and the other adjective: "Syrian–Iraqi border"."""
    return any(
        other.start >= mention.end
        and scene.between(mention.end, other.start).strip() in ("", "and")
        and scene.between(other.end, border).strip() == ""
        for other in around
    )


def hints(scene: Scene, mention: Mention, sentence: Sentence) -> Hints:
    """What the words right before a mention say of the way to it."""
    window = max(sentence.start, mention.start - 48)
    near = _touching(scene, "places.near", window, mention.start)
    countryside = _touching(scene, "places.countryside", window, mention.start)
    off = bool(
        re.search(
            r"\boff(?: the)?(?: \w+)?(?: coast| shore)?(?: of)?\s*$", scene.between(window, mention.start)
        )
    )
    direction, of, km = None, False, None
    behind = _PART_BEHIND.match(scene.text[mention.end : mention.end + 40])
    found = [
        c for c in scene.cues("directions.", window, mention.start) if c.tag.rsplit(".", 1)[1] in BEARINGS
    ]
    if found:
        cue = found[-1]
        gap = scene.between(cue.end, mention.start).split()
        if (
            set(gap)
            <= {
                "of",
                "from",
                "the",
                "city",
                "town",
                "من",
                "مدينه",
                "بلده",
                "محافظه",
                "countryside",
                "part",
                "parts",
            }
            and len(gap) <= 3
        ):
            direction = cue.tag.rsplit(".", 1)[1]
            of = bool({"of", "from", "من"} & set(gap)) and not {"part", "parts"} & set(gap)
            km = distance_before(scene.text[window : cue.start].rstrip().removesuffix("to the").rstrip())
            of = of or km is not None
    elif behind and (cues := scene.cues("directions.", mention.end, mention.end + behind.end())):
        direction = cues[-1].tag.rsplit(".", 1)[1]
    elif near:
        cue = scene.cues("places.near", window, mention.start)[-1]
        km = distance_before(scene.text[window : cue.start])
    else:
        found_km = re.search(r"(.*\S)\s+(?:from|of|عن|من)\s+(?:the\s+)?$", scene.text[window : mention.start])
        km = distance_before(found_km.group(1)) if found_km else None
        near = km is not None
    of = of or (direction is not None and not scene.words.subject_first)
    return Hints(near=near, off=off, countryside=countryside, direction=direction, direction_of=of, km=km)


_PART_BEHIND = re.compile(r"['’]s (?:far |extreme |remote |deep )?(?:north|south|east|west)[\w-]*")


def _touching(scene: Scene, tag: str, start: int, end: int) -> bool:
    cues = scene.cues(tag, start, end)
    if not cues:
        return False
    gap = scene.between(cues[-1].end, end).split()
    return len(gap) <= 2 and all(
        w in {"the", "a", "city", "town", "of", "من", "مدينه", "بلده", "us", "american"} for w in gap
    )


def _role(  # noqa: C901 - the rules in their order; the first that speaks decides
    scene: Scene,
    mention: Mention,
    place: Place,
    before: str,
    clause_start: int,
    sentence: Sentence,
    earlier: Use | None,
) -> Role | None:
    after = scene.between(mention.end, min(sentence.end, mention.end + 30))
    if _part_of_a_name(scene, mention, sentence):
        return None
    if _in_dateline(scene, mention, sentence):
        return "bystander"
    if scene.words.subject_first:
        from_here = bool(_FROM.search(before))
        if mention.actors and goes_with(scene, mention):
            return None
        if mention.text.replace(".", "") in ("US", "UK", "UAE") and _ADJECTIVE.match(scene.text, mention.end):
            return None
        metonym = mention.actors or place.id in scene.atlas.capitals
        if metonym and not from_here and not _PLACED.search(before) and not _listed(scene, mention, earlier):
            struck = _SUFFERS.match(after) and scene.has(
                "triggers.", mention.end, min(sentence.end, mention.end + 40)
            )
            if mention.actors or not struck:
                return None
        if re.match(r"\s+(?:local time|time|road|street|avenue|highway|boulevard|bridge)\b", after):
            return None
        if _STATIONED.search(before):
            return "launch"
    else:
        word = scene.text[max(0, mention.start - 8) : mention.start]
        from_here = bool(
            re.search(
                r"(?:^|\s)و?من(?:\s+(?:شمال غرب|شمال شرق|جنوب غرب|جنوب شرق|شمال|جنوب|شرق|غرب|شمالي|جنوبي"
                r"|شرقي|غربي))*(?:\s+(?:منطقة|بلدة|مدينة|منطقة|محيط|ريف|قرية|داخل|اتجاه|جهة|الأراضي"
                r"|شمال غرب|شمال شرق|جنوب غرب|جنوب شرق|شمال|جنوب|شرق|غرب))*\s*$",
                scene.text[max(0, mention.start - 30) : mention.start],
            )
        )
        if from_here and scene.has("cues.report", mention.end, mention.end + 12):
            return "bystander"
        metonym = mention.actors or place.id in scene.atlas.capitals
        if (
            metonym
            and not from_here
            and not re.search(
                r"(?:في|على|داخل|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|إلى|نحو|وسط|ب|قرب|تجاه)\s*\S{0,3}$",
                word,
            )
        ):
            return None
    if from_here:
        return "launch"
    if place.id in scene.atlas.capitals and scene.has("cues.reaction", clause_start, sentence.end):
        return "bystander"
    for cue in scene.cues("not_places.bystander", max(clause_start, mention.start - 40), mention.start):
        gap = scene.between(cue.end, mention.start).split()
        told = scene.cues("triggers.", clause_start, mention.start) if cue.text.endswith(_STANDING) else []
        if len(gap) <= 2 and cue.text != "from" and not told:
            return "bystander"
    return "event"


def _listed(scene: Scene, mention: Mention, earlier: Use | None) -> bool:
    """Whether it goes on a list with the place before it: "in Syria and Iraq"."""
    if earlier is None or earlier.end > mention.start:
        return False
    gap = scene.between(earlier.end, mention.start).strip(" ,")
    return gap in ("", "and", "or", "and in", "and the", "as well as", "to", "و")


_DATELINE = re.compile(r"^[\"“(]?[A-Z\u00c0-\u00de\u0600-\u06ff][^.!?\n]{1,70}?\s*(?:--|–|—|―|\s-)\s")


def dateline_end(scene: Scene, sentence: Sentence) -> int:
    """Where the dateline that opens a sentence ends; the sentence's start where it has none."""
    head = _DATELINE.match(scene.text[sentence.start : sentence.start + 90])
    if head is None or scene.has("triggers.", sentence.start, sentence.start + head.end()):
        return sentence.start
    capitals = scene.text[sentence.start : sentence.start + head.end()].split(",")[0].split(" ")[0]
    return (
        sentence.start + head.end() if capitals.isupper() or not scene.words.subject_first else sentence.start
    )


def _in_dateline(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is where the article was written: "ERBIL, Kurdistan Region - …", "BAGHDAD, Jan. 25 (Xinhua) --"."""
    line_start = scene.text.rfind("\n", 0, mention.start) + 1
    head = _DATELINE.match(scene.text[line_start : line_start + 90].lstrip())
    if not head or mention.end - line_start > head.end() + 2:
        return False
    inside = scene.text[line_start : line_start + head.end()]
    return not scene.has("triggers.", line_start, line_start + head.end()) and (
        scene.text[line_start : mention.end].strip().isupper() or inside.count(" ") <= 8
    )


def _part_of_a_name(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """A person ("Omar al-Bashir"), an outlet ("Baghdad Post") or a title holder is not a place."""
    after = scene.text[mention.end : mention.end + 24]
    tails = scene.cues("not_places.tails", mention.end, min(sentence.end, mention.end + 24))
    if (
        tails
        and scene.text[mention.end : tails[0].start].strip() == ""
        and scene.text[tails[0].start].isupper()
    ):
        return True
    titles = scene.cues("not_places.titles", max(sentence.start, mention.start - 24), mention.start)
    if titles and not scene.text[titles[-1].end : mention.start].strip(" .\"'“”-"):
        return True
    if not scene.words.subject_first:
        return False
    # A capitalised word that nothing explains on either side: a person's name.
    follows = re.match(r"\s+(?:al-|Al-|el-)?([A-Z][\w'’-]+)", after)
    if follows and len(mention.text.split()) == 1 and not mention.actors:
        at = mention.end + follows.start(1)
        if not _explained(scene, at, at + len(follows.group(1))) and scene.text[mention.end] != "\n":
            precedes = re.search(
                r"(?:in|at|on|near|of|from)\s+(?:the\s+)?$",
                scene.text[max(0, mention.start - 10) : mention.start],
            )
            return not precedes
    return False


_KIND_WORDS = frozenset(
    "base airbase air airport field oil gas camp city province governorate region district town village "
    "crossing port dam oblast state county river sea gulf strait military garrison hospital prison "
    "refinery plant island valley mountain mountains street road square neighborhood neighbourhood "
    "international countryside".split()
)


def _explained(scene: Scene, start: int, end: int) -> bool:
    word = scene.between(start, end)
    if word in _KIND_WORDS:
        return True
    named = (
        (item.start, item.end) for items in (scene.reading.mentions, scene.reading.cues) for item in items
    )
    dated = ((phrase.start, phrase.end) for phrase in scene.dates)
    return any(a <= start < b or start <= a < end for a, b in chain(named, dated))


_CONTEXT_GAP = re.compile(
    r"^(?:(?:s|base|bases|airbase|air|oil|gas|field|fields|area|areas|zone|region|regions|town|city"
    r"|village|camp|plant|military|of|in|at|near|within|inside|the|a|an|eastern|western|northern|southern"
    r"|central|northeastern|northwestern|southeastern|southwestern|north|south|east|west|northeast"
    r"|northwest|southeast|southwest|province|provinces|governorate|district|state|countryside|outskirts"
    r"|on|on the|close|to|just|side|from|which|is|lies|located|situated|km|kilometers|kilometres|miles"
    r"|outside|neighborhood|neighbourhood|suburb|part|border|with|iraqi|syrian|country|s|us|american|u s"
    r"|coalition|garrison|russian|turkish|capital|\d+|port|coastal|strategic|airport|international|site"
    r"|and is|too|as well|our|volatile|restive|في|شرق|شرقي|غرب|غربي|شمال|شمالي|جنوب|جنوبي|ريف|بريف|محافظه"
    r"|بمحافظه|مدينه|النفطي|من|قرب|اقصي|وسط|منطقه|بمنطقه|التابعه|ل|الحدود|القريبه|ناحيه|قضاء|بقضاء|الواقع"
    r"|الواقعه|بلده|الشرقي|الغربي|الشمالي|الجنوبي)\s*)*$"
)


def _governorates_by_their_city(scene: Scene, uses: list[Use]) -> set[int]:
    """ "al-Mayadin, in Deir ez-Zor": a city that bears its governorate's name stands for that, behind another place."""
    found = set()
    for j, use in enumerate(uses):
        city = use.where.place
        area = scene.atlas.governorates.get(city.admin1 or "")
        if area is None or area.name.split()[0] != city.name.split()[0]:
            continue
        for i, other in enumerate(uses):
            if (
                i < j
                and other.where.fine
                and other.where.place.admin1 == city.admin1
                and other.where.place.id != city.id
                and re.search(r"\b(?:in|of|across|في|ب)\s*$", scene.between(other.end, use.start))
            ):
                found.add(j)
    return found


def _ways_to_another(uses: list[Use]) -> set[int]:
    """Places that only say near what another, named before, lies."""
    found = set()
    for j, use in enumerate(uses):
        earlier = [u for u in uses[:j] if u.where.fine and u.where.precision != "near"]
        if use.where.precision == "near" and any(
            u.role == use.role or use.start - u.end < 50 for u in earlier
        ):
            found.add(j)
    return found


def _drop_containers(scene: Scene, uses: list[Use]) -> list[Use]:
    """Leaves out places that only say where another place is: "Harir base in Erbil, northern Iraq"."""
    context: set[int] = set()
    for i, use in enumerate(uses):
        for j, other in enumerate(uses):
            if i == j or j in context:
                continue
            holds = scene.atlas.contains(other.where.place, use.where.place) and use.role != "bystander"
            if holds and (other.role == use.role or abs(other.start - use.end) < 60):
                context.add(j)
    context |= _governorates_by_their_city(scene, uses) | _ways_to_another(uses)
    for i, use in enumerate(uses):
        nxt = next((j for j in range(i + 1, len(uses)) if j not in context), None)
        if (
            nxt is None
            or i in context
            or use.role != uses[nxt].role
            or not (use.where.fine and uses[nxt].where.fine)
        ):
            continue
        gap = scene.between(use.end, uses[nxt].start).strip(" ,،()")
        if gap and _CONTEXT_GAP.match(gap) and not scene.has("triggers.", use.end, uses[nxt].start):
            context.add(nxt)
    return [use for i, use in enumerate(uses) if i not in context]
