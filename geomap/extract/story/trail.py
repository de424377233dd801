"""Where the story is: the places and the days named of late, for a deed that is told without them."""

from __future__ import annotations

import re

from geomap.extract.clauses.frames import Frame
from geomap.extract.days.named import day_named
from geomap.extract.event import Dated, Event, Told
from geomap.extract.places.heading import places_named
from geomap.extract.places.item_heads import head_of_the_item, heads_an_item, is_all_that_is_said
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.damage import is_damage_of
from geomap.extract.story.elsewhere import is_elsewhere
from geomap.extract.story.gates import takes_as_known
from geomap.extract.story.headings import heads_a_section, heads_what_follows
from geomap.extract.story.matching import Closeness, closeness, dates_agree
from geomap.extract.story.victims import shared
from geomap.extract.words.sentences import Sentence
from geomap.geo import distance_km
from geomap.resolve import SETTLEMENTS
from geomap.resolve.candidates import Candidate
from geomap.text import fold

_LEAD_PARAGRAPHS = 6
_NEXT = 2  # sentences behind one that speaks of a place
_ITEMS = 8  # sentences in which the places of a deed at several are named one by one
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_WARD = 8  # characters before a name in which the word for a quarter stands
_BESIDE = 16  # characters before a name in which "near" stands
_NAMESAKE_KM = 150.0  # a village this far from the heading of its paragraph is another one of its name
_A_NAME_OF_ITS_OWN = 100_000  # people; a town so large is known by its name
_HEAD = 20  # characters in which a sentence says that it speaks of the town
_NEXT_PARAGRAPHS = 2  # in which "the base" is still the one just named, where there are several
_OF_THE_STAGE = 0.7  # trust in a day that stands before a deed, with its place


class Trail:
    """Follows an article sentence by sentence."""

    def __init__(self, scene: Scene, told: Told) -> None:
        self._scene = scene
        self._told = told
        self._number = 0  # of the sentence
        self._here: list[tuple[int, Use]] = []  # fine places named of late, with their sentence's number
        self._captions: list[tuple[Use, Frame, Dated | None]] = []
        self._pending: tuple[int, Dated] | None = None  # the day of a first deed that had no place
        self._sites: list[tuple[int, Use]] = []  # all fine places so far, with their paragraph
        self._beside: list[tuple[int, Use]] = []  # fine places that news or people come from
        self._deed: tuple[int, Frame, Dated | None] | None = None  # the last that had no place
        self._just: tuple[int, list[Event]] = (0, [])  # the events of the sentence that told of some last
        # The last clause with a place and a day, but no deed, and that day.
        self._stage: tuple[int, Frame, Dated | None] | None = None
        # The place that heads a paragraph, with the sentence's number, and whether it heads those behind it, too.
        self._heading: tuple[int, Use, bool] | None = None

    def enter(self, number: int) -> None:
        """Goes on to the sentence of this number."""
        self._number = number
        if self._here and self._here[-1][0] >= number - _NEXT and self._stays(self._scene.sentences[number]):
            self._here.append((number, self._here[-1][1]))
        if self._heading is not None and heads_a_section(self._scene, self._scene.sentences[number]):
            self._heading = None

    def _stays(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of the place named last: "The town lies by the front. A shell on its market …"."""
        named = self._scene.has("cues.same_place", sentence.start, sentence.start + _HEAD)
        return named and not any(m.places for m in self._scene.mentions(sentence.start, sentence.end))

    def see(self, frame: Frame) -> None:
        """Keeps the fine places that a frame names, whatever it tells of them."""
        self._bring_home(frame)
        self._sites += [(frame.sentence.paragraph, u) for u in frame.places if u.where.fine]
        self._beside += [(self._number, u) for u in frame.beside if u.where.fine]
        if heads_what_follows(self._scene, self._number, frame):
            section = heads_a_section(self._scene, frame.sentence)
            self._heading = self._number, frame.places[0], section
        elif self._heads_its_paragraph(frame) or _is_labelled(self._scene, frame):
            self._heading = self._number, frame.places[0], False

    def _heads_its_paragraph(self, frame: Frame) -> bool:
        """Whether a place, with its day, is all that the first sentence of a paragraph says: "Abu Kamal. Trucks …"."""
        sentence = frame.sentence
        if len(frame.places) != 1 or not frame.is_body or not frame.places[0].where.fine:
            return False
        opens = head_of_the_item(self._scene, sentence) is sentence
        return opens and heads_an_item(self._scene, frame.places[0].mention, sentence)

    def heading(self, frame: Frame) -> Use | None:
        """The place that heads the paragraph of a frame, or the lines before it."""
        if self._heading is None:
            return None
        number, use, section = self._heading
        own = self._scene.sentences[number].paragraph == frame.sentence.paragraph
        return use if own or section else None

    def under_label(self, frame: Frame) -> list[Use]:
        """The place that heads the lines of a deed or of victims: "Kunduz: Shots were fired. Two men died."."""
        heading = self.heading(frame)
        if heading is None or heading.mention.start not in self._scene.labels or frame.background:
            return []
        return [heading] if frame.reported_attack or frame.victims else []

    def _bring_home(self, frame: Frame) -> None:
        """Under a heading, a village known only far from there is a quarter of it: "La Rambla" under "BARCELONA"."""
        heading = self.heading(frame)
        if heading is not None:
            frame.places = [heading if _is_a_namesake_of_a_part(u, heading) else u for u in frame.places]

    def pass_by(self, frame: Frame, on: Dated | None = None) -> None:
        """Keeps the fine places that a frame names, and its day."""
        self._here += [(self._number, u) for u in frame.places if u.where.fine]
        dated = any(d.kind in ("date", "weekday", "today") and not d.is_since for d in frame.dates)
        told = frame.triggers or frame.background or self._scene.has("cues.report", frame.start, frame.end)
        if dated and len(frame.places) == 1 and not told:
            self._stage = self._number, frame, on

    def has_moved(self, frame: Frame, event: Event | None) -> bool:
        """Whether the sentence before took the story elsewhere, or to another day: "7 July, near A. In the fight …"."""
        if frame.moved:
            return True
        if self._stage is None or event is None or not frame.reported_attack or frame.background:
            return False
        number, stage, on = self._stage
        follows = number == self._number - 1 and stage.sentence.paragraph == frame.sentence.paragraph
        where = stage.places[0].where
        if not (follows and where.fine):
            return False
        return not closeness(where, event.where, self._scene.atlas) or _are_apart(on, event.dated)

    def day_of_the_stage(self, frame: Frame) -> Dated | None:
        """The day that only a place stood with, right before a deed: "7 July, 50 km west of A. A bomb went off"."""
        if self._stage is None or not frame.reported_attack or frame.background or frame.places:
            return None
        number, stage, on = self._stage
        follows = number == self._number - 1 and stage.sentence.paragraph == frame.sentence.paragraph
        return on._replace(trust=_OF_THE_STAGE) if follows and on is not None else None

    def keep_caption(self, use: Use, frame: Frame, dated: Dated | None) -> None:
        """Keeps what a caption tells, which alone is no event."""
        self._captions.append((use, frame, dated))

    def keep_day(self, dated: Dated) -> None:
        """Keeps the day of a first deed that has no place yet."""
        self._pending = self._number, dated._replace(trust=0.5)

    def keep_deed(self, frame: Frame, dated: Dated | None) -> None:
        """Keeps a deed that has no place yet: the next sentence may say where it was."""
        self._deed = self._number, frame, dated

    def counts_elsewhere(self, frame: Frame) -> bool:
        """Whether a frame only counts victims, right behind a deed at a place that nothing knows: they are its."""
        if self._deed is None or not frame.casualties or frame.reported_attack or frame.places:
            return False
        number, deed, _ = self._deed
        follows = self._number - number <= 1 and frame.sentence.paragraph == deed.sentence.paragraph
        return follows and (names_unknown(self._scene, deed) or is_near_unknown(self._scene, deed))

    def deed_of(self, frame: Frame) -> tuple[Frame, Dated | None] | None:
        """The deed told just before without its place, if this frame says where: "The base, Ain al-Asad, lies …"."""
        if self._deed is None or frame.background or not frame.is_body:
            return None
        number, deed, dated = self._deed
        near = 0 < self._number - number <= 2 and frame.sentence.paragraph - deed.sentence.paragraph <= 1
        near = near and not (frame.another or frame.repeat)
        if near and (says_where_it_was(self._scene, frame) or says_what_it_hit(self._scene, deed, frame)):
            return deed, dated
        listed = is_one_of_many(self._scene, deed, frame) or is_damage_of(deed, frame)
        listed = listed and 0 < self._number - number <= _ITEMS
        return (deed, dated) if listed else None

    def remember(self, event: Event) -> None:
        """Keeps that this sentence told of the event."""
        number, events = self._just
        if number != self._number:
            self._just = self._number, [event]
        elif event not in events:
            events.append(event)

    def event_of_victims(self, frame: Frame) -> Event | None:
        """The past event whose victims the next sentence counts: "… a day after a raid on A. Two guards died."."""
        number, events = self._just
        if frame.reported_attack or not frame.casualties or frame.places or len(events) != 1:
            return None
        follows = number in (self._number - 1, self._number) and events[0].told_near(frame, paragraphs=0)
        return events[0] if follows else None

    def listed(self) -> list[Event]:
        """The events of the sentence just before, if it told of several at once: "jets bombed A and B"."""
        number, events = self._just
        return (
            shared(self._scene, self._told, events) if number == self._number - 1 and len(events) > 1 else []
        )

    def pending_date(self, event: Event, frame: Frame) -> Dated | None:
        """The day of a deed told just before without its place: "Details of Thursday's attack …"."""
        for use, caption, said in self._captions:
            same = not set(caption.weapons).isdisjoint(frame.weapons)
            if said and same and closeness(event.where, use.where, self._scene.atlas):
                return said._replace(trust=0.7)
        if self._pending is None or frame.background:
            return None
        number, dated = self._pending
        return dated if self._number - number <= 2 else None

    def places_before(self, frame: Frame) -> list[Use]:
        """The place named last, in the sentence or two before: where the story is."""
        if (site := self.same_site(frame)) is not None:
            self._here.append((self._number, site))
            return [site]
        if frame.moved or is_near_unknown(self._scene, frame):
            return []
        if names_unknown(self._scene, frame):
            return self._town_of_the_quarter(frame)
        if is_elsewhere(self._scene, frame, self._told.current):
            return []
        headed = self.heading(frame)
        since = self._heading[0] if headed is not None and self._heading is not None else 0
        here = [(number, use) for number, use in self._here if not self._is_brought_to(frame, number, use)]
        near = [use for number, use in here if self._number - number <= 2 and number >= since]
        if not near and headed is not None:
            return [headed]
        told = frame.reported_attack or any(c.best for c in frame.casualties)
        if near or frame.sentence.paragraph > _LEAD_PARAGRAPHS or not told:
            return near[-1:]
        # Where the article names one town in its first lines, that is where its first deed was.
        towns = {use.where.place.id: use for _, use in here}
        if towns:
            return list(towns.values()) if len(towns) == 1 else []
        if not frame.dates and not any(c.best for c in frame.casualties):
            return []
        spoken_of = {u.where.place.id: u for number, u in self._beside if self._number - number <= _NEXT}
        return list(spoken_of.values()) if len(spoken_of) == 1 else []

    def _town_of_the_quarter(self, frame: Frame) -> list[Use]:
        """The one town of the sentence before, of which a sentence names a quarter that nothing knows."""
        if names_unknown(self._scene, frame, self._scene.language.ward_behind):
            return []
        near = {u.where.place.id: u for number, u in self._here if self._number - number <= _NEXT}
        towns = [u for u in near.values() if u.where.place.kind in SETTLEMENTS]
        return towns if len(near) == 1 else []

    def has_moved_on(self, frame: Frame, event: Event) -> bool:
        """Whether the sentence before, of the same paragraph, has gone on to another place and another day.

        "A patrol was seen on Sunday night east of B. In the shooting a man died": not where the paragraph before was.
        """
        if not frame.reported_attack or event.last.sentence.paragraph == frame.sentence.paragraph:
            return False
        near = [u for number, u in self._here if number == self._number - 1]
        before = self._scene.sentences[self._number - 1] if self._number else None
        if not near or before is None or before.paragraph != frame.sentence.paragraph:
            return False
        days = [day_named(self._scene, d) for d in self._scene.dates_in(before.start, before.end)]
        moved = any(d is not None and d.precision == "day" and d != event.date for d in days)
        apart = all(closeness(event.where, u.where, self._scene.atlas) is Closeness.APART for u in near)
        return moved and apart and event.date is not None

    def these_places(self, frame: Frame) -> list[Use]:
        """The places that "both towns", "the four villages" means: so many as the sentences before named last."""
        said = self._scene.language.these_places.search(self._scene.between(frame.start, frame.end))
        if said is None:
            return []
        count = _COUNTS[next(name for name, value in said.groupdict().items() if value is not None)]
        near = [use for number, use in self._here if self._number - number <= _NEXT]
        named = list({use.where.place.id: use for use in reversed(near)}.values())
        # Where fewer are known, others are unknown: those that are known were hit all the same.
        return named[:count][::-1] if len(named) > 1 else []

    def there(self, frame: Frame) -> list[Use]:
        """The place of the sentence before: "In B they know it. There, on Sunday, …", "Nine were killed there"."""
        sentence, scene = frame.sentence, self._scene
        harmed = frame.victims or (frame.triggers and frame.weapons)  # "a drone set a depot there on fire"
        if not (frame.reported_attack or harmed) or not self._number:
            return []
        if not scene.language.there.search(scene.between(sentence.start, sentence.end)):
            return []
        if any(u.start < frame.end for u in places_named(scene, sentence)):
            return []  # "two streets of B were closed after a man shot five people there"
        near = [use for number, use in self._here if number == self._number - 1]
        near = near or places_named(scene, scene.sentences[self._number - 1])
        near = [u for u in near if not self._is_brought_to(frame, self._number - 1, u)]
        return near if len(near) == 1 else []

    def _is_brought_to(self, frame: Frame, number: int, use: Use) -> bool:
        """Whether who only dies was brought to a place, and hurt elsewhere; who is shot there was not."""
        deed = any(t.kind not in ("casualty", "damage") for t in frame.triggers)
        return not deed and _is_led_to(self._scene, self._scene.sentences[number], use)

    def same_site(self, frame: Frame) -> Use | None:
        """The site that "the base", "the field itself", "the same prison" means: the last of its kind named before."""
        said = self._scene.language.same_site.search(self._scene.between(frame.start, frame.end))
        if said is None:
            return self._same_house(frame)
        if not self._scene.language.capitals:
            return next((u for u in reversed(self._told_of()) if said["site"] in self._words_for(u)), None)
        seen = [(n, use) for n, use in self._sites if said["site"] in self._words_for(use)]
        one = len({use.where.place.id for _, use in seen}) == 1
        close = seen and frame.sentence.paragraph - seen[-1][0] <= _NEXT_PARAGRAPHS
        return seen[-1][1] if one or close else None

    def _same_house(self, frame: Frame) -> Use | None:
        """Where "the academy", "the same hotel" is that a deed told before was at: the one place of such deeds."""
        said = self._scene.language.known_house.search(self._scene.between(frame.sentence.start, frame.end))
        if said is None:
            return None
        word = said["site"] or said["same"]
        there = [e for e in self._told.events if any(self._names(f, word) for f in e.frames)]
        uses = [u for e in there for u in e.uses() if u.where.place.id == e.where.place.id]
        return uses[-1] if len({u.where.place.id for u in uses}) == 1 else None

    def _names(self, frame: Frame, word: str) -> bool:
        """Whether the sentence of a frame has a word."""
        sentence = frame.sentence
        return word in re.findall(r"\w+", self._scene.between(sentence.start, sentence.end))

    def _told_of(self) -> list[Use]:
        """The places of the deeds told so far, in order."""
        return [u for e in self._told.events for u in e.uses() if u.where.place.id == e.where.place.id]

    def _words_for(self, use: Use) -> set[str]:
        """The words that a text has for a place of its kind: "base", "garrison"."""
        kind = self._scene.atlas.gazetteer.kinds.get(use.where.place.kind)
        if kind is None:
            return set()
        heads = {fold(w).split()[0] for w in kind.words_ar}
        return heads | {fold(w).split()[-1] for w in kind.words_en}


def _is_labelled(scene: Scene, frame: Frame) -> bool:
    """Whether a place heads the line of a frame: "Kunduz: Fighting broke out at dawn"."""
    return bool(frame.places) and frame.places[0].mention.start in scene.labels


def _is_a_namesake_of_a_part(use: Use, heading: Use) -> bool:
    """Whether a small town that only the large gazetteer knows lies far from the town that heads its lines."""
    here, there = use.where, heading.where
    small = here.place.origin != "curated" and (here.place.population or 0) < _A_NAME_OF_ITS_OWN
    return small and distance_km(here.lon, here.lat, there.lon, there.lat) > _NAMESAKE_KM


def _is_led_to(scene: Scene, sentence: Sentence, use: Use) -> bool:
    """Whether somebody was brought or went to a place: who dies there was hurt elsewhere."""
    return scene.language.travels.search(scene.between(sentence.start, use.start)) is not None


def _are_apart(one: Dated | None, other: Dated | None) -> bool:
    """Whether two days are told, and they are not the same."""
    days = [d.range for d in (one, other) if d is not None and d.range.precision == "day"]
    return len(days) == 2 and not dates_agree(*days)


def says_where_it_was(scene: Scene, frame: Frame) -> bool:
    """Whether a frame only adds to the deed just told: "The facility is near …", "The attack took place in …"."""
    said = scene.between(frame.sentence.start, frame.sentence.end)
    if not frame.triggers and scene.language.victims_were.match(said):
        return True  # "The guards were patrolling in …"
    if not scene.language.told_of_it.match(said):
        return False
    if frame.triggers:
        return takes_as_known(scene, frame)
    head = frame.sentence.start + 40
    site = scene.has("places.base_words", frame.sentence.start, min(frame.end, head))
    return site or scene.has("cues.which_place", frame.start, frame.end)


def says_what_it_hit(scene: Scene, deed: Frame, frame: Frame) -> bool:
    """Whether the deed just told, of one hand, goes on as a subject: "… died in a Turkish raid. The raid hit A"."""
    named, *further = frame.triggers or deed.triggers
    if named.voice != "noun" or not further or len(deed.side("attacker")) != 1 or frame.side("attacker"):
        return False
    told = any(t.voice == "noun" and t.text == named.text for t in deed.triggers)
    opens = scene.between(frame.sentence.start, named.start).split()
    hits = further[0].kind != "casualty" and not scene.between(named.end, further[0].start).split()
    return told and hits and len(opens) == 1 and not scene.language.definite.isdisjoint(opens)


def is_one_of_many(scene: Scene, deed: Frame, frame: Frame) -> bool:
    """Whether a frame names one place of a deed at several: "attacked four bases. First came Ain al-Asad, …"."""
    if frame.triggers or not any(u.where.fine for u in frame.places):
        return False
    if not scene.language.several_sites.search(scene.between(deed.start, deed.end)):
        return False
    opens = scene.language.one_of_many.match(scene.between(frame.sentence.start, frame.sentence.end))
    follows = frame.sentence.paragraph - deed.sentence.paragraph <= _NEXT_PARAGRAPHS
    return opens is not None or (follows and bool(frame.weapons))


def names_unknown(scene: Scene, frame: Frame, parts: re.Pattern[str] | None = None) -> bool:
    """Whether the sentence names a town or a road that nothing knows: it was there, not where the story was.

    Args:
        scene: The article.
        frame: The sentence or the part of it.
        parts: The words behind the names of a town's quarters, which do not count.
    """
    said = [u for u in scene.unknown if u.said and frame.start <= u.start < frame.end]
    if any(parts is None or not _is_a_part_of_town(scene, u, parts) for u in said):
        return True
    return bool(scene.unknown) and not frame.places and _is_headed_by_unknown(scene, frame)


def _is_a_part_of_town(scene: Scene, unknown: Candidate, parts: re.Pattern[str]) -> bool:
    """Whether a name that nothing knows is a quarter's: "in the Shahr-e Naw area", "في حي لامغالاي"."""
    if parts.match(scene.text[unknown.end : unknown.end + _BESIDE]):
        return True
    return (
        scene.language.ward_before.search(scene.text[max(0, unknown.start - _WARD) : unknown.start])
        is not None
    )


def is_near_unknown(scene: Scene, frame: Frame) -> bool:
    """Whether a deed with a day of its own was near a place that nothing knows: "on 27 November, near Kolajo"."""
    if not any(d.kind in ("date", "weekday") and not d.is_since for d in frame.dates):
        return False
    inside = (u for u in scene.unknown if u.located and frame.start <= u.start < frame.end)
    return any(scene.language.near_name.search(scene.between(u.start - _BESIDE, u.start)) for u in inside)


def _is_headed_by_unknown(scene: Scene, frame: Frame) -> bool:
    """Whether such a name heads the item in which the sentence stands: "2. Bulo Burte. A mine killed five"."""
    head = head_of_the_item(scene, frame.sentence) if scene.items.are_listed else None
    if head is None or head is frame.sentence:
        return False
    inside = [u for u in scene.unknown if u.located and head.start <= u.start < head.end]
    alone = scene.sentences_of(head.paragraph, head.end)[0] is head  # behind no number
    return any(
        heads_an_item(scene, u, head) and not (alone and is_all_that_is_said(scene, u, head)) for u in inside
    )
