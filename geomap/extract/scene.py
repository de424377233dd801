"""`Scene`: an article with all that was recognised in it, and quick questions by span."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain

from geomap.extract.casualties.casualty import Casualty
from geomap.extract.casualties.of_sentence import casualties_in
from geomap.extract.casualties.text import CountedText, prepare
from geomap.extract.dates.counted_from import counted_from_deeds, up_to_an_amount
from geomap.extract.dates.in_name import outside_names
from geomap.extract.dates.when import Anchor, DatePhrase, find_anchor, find_dates
from geomap.extract.dates.years import with_years
from geomap.extract.words.between import words_between
from geomap.extract.words.branches import with_branches
from geomap.extract.words.countries import named_countries
from geomap.extract.words.named_short import with_short_names
from geomap.extract.words.numbers import Lexicon, Number, find_numbers
from geomap.extract.words.rows import Row, Rows, Within
from geomap.extract.words.sentences import Sentence, split_sentences
from geomap.gazetteer.language import Language
from geomap.model import Article
from geomap.recognise import Cue, Mention, Reading, Vocabulary
from geomap.resolve import Atlas
from geomap.resolve.candidates import Candidate
from geomap.resolve.capitals import find_capitals
from geomap.resolve.homonyms import with_homonyms
from geomap.resolve.items import Items
from geomap.resolve.spans import Spans
from geomap.resolve.towns import find_towns
from geomap.resolve.waters import with_divisions
from geomap.text import fold

ARMS_THAT_FLY = ("weapons.drone", "weapons.missile", "weapons.rocket")
_AGE = 20  # characters in which the word for an age stands before its years
_KIND = 16  # characters in which the word for a quarter stands before its name
_CLOCK = re.compile(r"[\d٠-٩]{1,2}[:.][\d٠-٩]{2}(?!\d)[^\S\n]")
_ENTRIES = 3  # lines that open with the clock, from which on a page is told by the hour
_HEADER = re.compile(r"\s*date\s+\d{4}-\d{2}-\d{2}\s*")
# Cues of deeds, of arms, of who says so: a sentence without any of them, without names and victims, tells of nothing.
_TELLING = (
    "triggers.", "weapons.",
    "cues.claim", "cues.attribution", "cues.suspicion", "cues.confirmation", "cues.denial", "cues.unconfirmed",
)  # fmt: skip
# Of these each deed has one: its own word, its arms, or a verb that tells of one together with what stands beside it.
_DEEDS = ("triggers.", "weapons.", "cues.stopping", "cues.operation", "cues.opening")


@dataclass(frozen=True)
class Scene:
    """One article as recognised. Spans are characters of `text`."""

    article: Article
    text: str
    language: Language
    reading: Reading
    sentences: tuple[Sentence, ...]
    dates: tuple[DatePhrase, ...]
    numbers: tuple[Number, ...]
    anchor: Anchor
    atlas: Atlas
    countries: Counter[str]  # how often each is named; see `named_countries`
    unknown: tuple[Candidate, ...] = ()  # names where a place would stand, that nothing knows
    # Within [start, end), in order. These are asked for all the time, and had faster than methods.
    mentions: Within[Mention] = field(init=False, repr=False)
    dates_in: Within[DatePhrase] = field(init=False, repr=False)
    numbers_in: Within[Number] = field(init=False, repr=False)
    # Cues of a tag (or of a whole family, with its dot: "triggers.") within [start, end), in order; whether there are.
    cues: Callable[[str, int, int], list[Cue]] = field(init=False, repr=False)
    has: Callable[[str, int, int], bool] = field(init=False, repr=False)
    # The folded text of [start, end), blanks collapsed.
    between: Callable[[int, int], str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        rows = Rows(self.cues_by_tag)
        made = {
            # Kept, for most spans are asked for again: nobody may change what comes back.
            "mentions": cache(self._mentions.within),
            "dates_in": cache(self._dates.within),
            "numbers_in": Row(self.numbers).within,
            "cues": rows.within,
            "has": rows.has_within,
            "between": words_between(self.reading.folded),
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    @cached_property
    def cues_by_tag(self) -> dict[str, list[Cue]]:
        """The cues by tag, and by the family of the tag with its dot ("weapons."), in order."""
        found: defaultdict[str, list[Cue]] = defaultdict(list)
        for cue in self.reading.cues:
            found[cue.tag].append(cue)
            found[_family(cue.tag)].append(cue)
        return dict(found)

    @cached_property
    def triggers(self) -> list[Cue]:
        """All words that tell of deeds, in order."""
        return self.cues_by_tag.get("triggers.", [])

    @cached_property
    def _telling(self) -> Row[Cue]:
        return Row([cue for cue in self.reading.cues if cue.tag.startswith(_TELLING)])

    @cached_property
    def _mentions(self) -> Row[Mention]:
        return Row(self.reading.mentions)

    @cached_property
    def _dates(self) -> Row[DatePhrase]:
        return Row(self.dates)

    def says_nothing(self, sentence: Sentence) -> bool:
        """Whether a sentence has no name, no word for a deed, for arms or for who says so, and no casualties."""
        start, end = sentence.start, sentence.end
        return not (
            self._mentions.has_within(start, end)
            or self._telling.has_within(start, end)
            or self.casualties_in(start, end)
        )

    @cached_property
    def days_of_reports(self) -> dict[tuple[int, int, int, int], bool]:
        """What was found of days, [start, end) within [opens, closes): whether they date a report; kept."""
        return {}

    def dates_before(self, offset: int) -> Iterator[DatePhrase]:
        """Date phrases that end before a character, the nearest first."""
        return self._dates.before(offset)

    def casualties_in(self, start: int, end: int) -> list[Casualty]:
        """What [start, end), a sentence, says of killed and wounded."""
        span = (start, end)
        if span not in self._hurt:
            self._hurt[span] = casualties_in(self.text, span, self._counted, self._date_spans)
        return self._hurt[span]

    @cached_property
    def _hurt(self) -> dict[tuple[int, int], list[Casualty]]:
        return {}

    @cached_property
    def _counted(self) -> CountedText:
        return prepare(self.text, Lexicon(self.language.counts), self._date_spans)

    @cached_property
    def _date_spans(self) -> tuple[tuple[int, int], ...]:
        return tuple((d.start, d.end) for d in self.dates)

    def counts_victims(self, number: Number) -> bool:
        """Whether a number counts people who were killed or wounded."""
        sentence = self.sentence_at(number.start)
        if sentence is None:
            return False
        hurt = self.casualties_in(sentence.start, sentence.end)
        return any(c.start <= number.start < c.end for c in hurt)

    def sentences_of(self, paragraph: int, end: int) -> Sequence[Sentence]:
        """The sentences from a paragraph on that begin before a character."""
        first = bisect_left(self._paragraphs, paragraph)
        return self.sentences[first : bisect_left(self._starts, end)]

    @cached_property
    def items(self) -> Items:
        """The items of its lists."""
        return Items(self.text, self._date_spans)

    @cached_property
    def explained(self) -> Spans:
        """What is a name, a telling word or a date."""
        spans: Iterable[Mention | Cue | DatePhrase] = chain(
            self.reading.mentions, self.reading.cues, self.dates
        )
        return Spans((span.start, span.end) for span in spans)

    @cached_property
    def labels(self) -> frozenset[int]:
        """Where names of places start that head lines of prose: "Kunduz: Fighting broke out at dawn".

        A single one is a dateline, and so are the seats of governments alone.
        """
        heads = self.items.labels if self.language.capitals else {}
        named = [m for m in self.reading.mentions if m.places and heads.get(m.start) == m.end]
        named = [m for m in named if self.atlas.place(m.places[0]).kind != "country"]
        towns = {m.text for m in named if not m.actors}
        return frozenset(m.start for m in named) if len(towns) > 1 else frozenset()

    def opens_with_the_clock(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with an hour, as the entries of a live page do: "07:55 Iran gives the names"."""
        return _CLOCK.match(self.text, sentence.start) is not None

    @cached_property
    def is_told_by_the_hour(self) -> bool:
        """Whether so many lines open with the clock that it is a live page."""
        return sum(map(self.opens_with_the_clock, self.sentences)) >= _ENTRIES

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [sentence.paragraph for sentence in self.sentences]


@cache
def _family(tag: str) -> str:
    return tag[: tag.index(".") + 1]


def may_tell_of_deeds(reading: Reading) -> bool:
    """Whether a text has a word with which a deed can be told; nothing comes of an article without any."""
    return any(cue.tag.startswith(_DEEDS) for cue in reading.cues)


def make_scene(
    article: Article, reading: Reading, vocabulary: Vocabulary, atlas: Atlas, language: Language
) -> Scene:
    """Recognises the rest of what an article holds.

    Args:
        article: The article.
        reading: The names and cues of its text.
        vocabulary: Where these are from.
        atlas: Places by id.
        language: The article's.
    """
    text = article.text
    recognised = with_short_names(text, reading, atlas, language)
    dates = outside_names(find_dates(text, language.lang, language.dates), text, recognised, language)
    dates = _without_ages(_without_quarters(dates, text, language), text, language)
    dates = counted_from_deeds(dates, text, recognised.cues, language)
    dates = up_to_an_amount(dates, text, language)
    recognised = _without_months(recognised, dates)
    reading, unknown, countries = _with_towns(text, recognised, atlas, vocabulary.knows, language, dates)
    # A collector's own first line or word ("date 2024-01-03") is not the article's.
    header = _HEADER.match(text)
    body = header.end() if header else 0
    sentences = split_sentences(text, language)
    anchor = find_anchor(article, dates)
    dates = list(with_years(dates, text, sentences, anchor.day))
    return Scene(
        article=article,
        text=text,
        language=language,
        reading=reading,
        sentences=tuple(s._replace(start=max(s.start, body)) for s in sentences if s.end > body),
        dates=tuple(d for d in dates if d.start >= body),
        numbers=_without_dates(find_numbers(text, language.lang, language.counts), dates),
        anchor=anchor,
        atlas=atlas,
        countries=countries,
        unknown=unknown,
    )


def _without_dates(numbers: Sequence[Number], dates: Sequence[DatePhrase]) -> tuple[Number, ...]:
    """Without the numbers of dates: "Jan 29 – a drone" is one drone."""
    taken = Spans((d.start, d.end) for d in dates)
    return tuple(n for n in numbers if not taken.touch(n.start, n.end))


def _without_quarters(dates: Sequence[DatePhrase], text: str, language: Language) -> list[DatePhrase]:
    """Without a month that is the name of a quarter or a village: "حي مايو"."""
    return [date for date in dates if not (_is_bare_month(date) and _names_a_quarter(date, text, language))]


def _without_ages(dates: Sequence[DatePhrase], text: str, language: Language) -> list[DatePhrase]:
    """Without amounts of years that are somebody's age: "يبلغ من العمر 35 عاما إثر هجوم"."""
    return [
        d
        for d in dates
        if d.unit != "year" or not language.age_before.search(fold(text[max(0, d.start - _AGE) : d.start]))
    ]


def _is_bare_month(date: DatePhrase) -> bool:
    return date.kind == "date" and date.month is not None and date.day is None and date.year is None


def _names_a_quarter(date: DatePhrase, text: str, language: Language) -> bool:
    return language.quarter_before.search(text[max(0, date.start - _KIND) : date.start]) is not None


def _without_months(reading: Reading, dates: Sequence[DatePhrase]) -> Reading:
    """Without the names that stand in dates: "آب" is August there, and a town elsewhere."""
    taken = Spans((d.start, d.end) for d in dates)
    kept = (m for m in reading.mentions if not taken.hold(m.start, m.end))
    return reading._replace(mentions=tuple(kept))


def _without_persons(text: str, reading: Reading, language: Language) -> tuple[Mention, ...]:
    """Without names that belong to a person or a ship: right behind a title, a given name, "M/V"."""
    title_ends = {c.end for c in reading.cues if c.tag == "not_places.titles" and text[c.start].isupper()}

    def titled(mention: Mention) -> bool:
        gap = text[max(0, mention.start - 3) : mention.start]
        end = mention.start - (len(gap) - len(gap.rstrip(" .\"'“”")))
        return (
            any(e in title_ends for e in (end, end - 1, mention.start - 1)) and len(mention.text.split()) == 1
        )

    kept = tuple(m for m in reading.mentions if not titled(m)) if title_ends else reading.mentions
    starts = {m.start for m in kept}
    return tuple(m for m in kept if not _goes_on(text, m, starts, language))


def _goes_on(text: str, mention: Mention, starts: set[int], language: Language) -> bool:
    """Whether a name is part of another: "Gourma-Rharous" is not Gourma, "Cali's southern suburb" not Beirut's."""
    if not mention.places or mention.actors:
        return False
    if mention.text.islower() and text.endswith(("'s ", "’s "), 0, mention.start):
        return True
    if text[mention.end : mention.end + 1] != "-":
        return False
    if language.road_of_two.match(text[mention.end : mention.end + 60]):
        return False  # "the Maiduguri-Damaturu road"
    return text[mention.end + 1 : mention.end + 2].isupper() and mention.end + 1 not in starts


def _is_the_capital_here(atlas: Atlas, town: Mention, countries: Counter[str]) -> bool:
    """Whether what is curated only as a government's name is the capital of the country that an article is about."""
    place = atlas.place(town.places[0])
    if not countries:
        return atlas.is_capital(place)
    return atlas.is_capital(place) and countries.most_common(1)[0:1] == [
        (place.country, countries[place.country or ""])
    ]


def _as_curated(atlas: Atlas, town: Mention, countries: Counter[str]) -> Mention | None:
    """The curated town whose name asks for words that are far, in an article on its country, or is spelt otherwise."""
    place = atlas.place(town.places[0])
    known = atlas.shyly_named(town.text, place) if countries[place.country or ""] else None
    known = known or (None if place.origin == "curated" else atlas.same_town(place))
    return town._replace(places=(known.id,)) if known is not None else None


def _with_towns(
    text: str,
    reading: Reading,
    atlas: Atlas,
    known: Callable[[str], bool],
    language: Language,
    dates: Sequence[DatePhrase],
) -> tuple[Reading, tuple[Candidate, ...], Counter[str]]:
    reading = reading._replace(mentions=_without_persons(text, reading, language))
    countries = named_countries(text, reading.mentions, atlas, language)
    states = with_divisions(text, reading.mentions, atlas, countries, language)
    at_home = with_homonyms(text, states, atlas, countries)
    if at_home != reading.mentions:
        reading = reading._replace(mentions=at_home)
        countries = named_countries(text, at_home, atlas, language)
    days = [(d.start, d.end) for d in dates]
    towns, unknown = find_towns(text, reading, atlas, countries, language, days)
    towns = [
        shy or t
        for t in towns
        if (shy := _as_curated(atlas, t, countries))
        or not known(t.text)
        or _is_the_capital_here(atlas, t, countries)
    ]
    others = tuple(m for m in (*reading.mentions, *towns))
    if towns:
        countries = named_countries(text, others, atlas, language)
    capitals = list(find_capitals(text, others, atlas, countries, language))
    taken = Spans((c.start, c.end) for c in capitals)
    kept = tuple(m for m in reading.mentions if not taken.hold(m.start, m.end))
    reading = reading._replace(mentions=kept)
    towns = [*towns, *capitals]
    covered = Spans((t.start, t.end) for t in towns)
    cues = tuple(c for c in reading.cues if not covered.hold(c.start, c.end)) if towns else reading.cues
    telling = {c.start for c in cues if not (language.capitals or c.tag.startswith("places"))}
    names = tuple(u for u in unknown if not (u.start in telling or known(text[u.start : u.end])))
    named = tuple(sorted((*reading.mentions, *towns)))
    if named != others:  # else they say of the countries what they said above
        countries = named_countries(text, named, atlas, language)
    named = with_branches(text, named, atlas, language)
    return reading._replace(mentions=named, cues=cues), names, countries
