"""`Scene`: an article with all that was recognised in it, and quick questions by span."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from geomap.extract.casualties import Casualty, find_casualties
from geomap.extract.numbers import Number, find_numbers
from geomap.extract.sentences import Sentence, split_sentences
from geomap.extract.when import Anchor, DatePhrase, find_anchor, find_dates
from geomap.model import Article
from geomap.recognise import Cue, Mention, Reading, Vocabulary, recognise
from geomap.resolve import Atlas
from geomap.resolve.towns import Candidate, find_towns
from geomap.text import fold


@dataclass(frozen=True)
class Words:
    """The word lists of one language, and the patterns compiled from them once."""

    lang: str
    subject_first: bool
    lexicon: Mapping[str, Any]
    dates: Mapping[str, Any]
    counts: Mapping[str, Any]
    furniture: re.Pattern[str]
    caption: re.Pattern[str]
    _folded: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def folded(self, section: str, name: str) -> frozenset[str]:
        """A list of the lexicon as folded words."""
        key = (section, name)
        if key not in self._folded:
            self._folded[key] = frozenset(map(fold, self.lexicon.get(section, {}).get(name, ())))
        return self._folded[key]

    @classmethod
    def of(cls, lang: str, lexicons: Mapping[str, Mapping[str, Any]]) -> Words:
        """The words of a language; those of English where it has no lexicon."""
        own = lang if lang in lexicons else "en"
        lexicon = lexicons[own]
        marks = lexicon.get("not_places", {})
        return cls(
            lang=own,
            subject_first=lexicon.get("grammar", {}).get("subject", "before") == "before",
            lexicon=lexicon,
            dates=lexicons.get(f"dates-{own}", {}),
            counts=lexicons.get(f"counts-{own}", {}),
            furniture=_any_of(marks.get("furniture", ())),
            caption=_any_of(marks.get("caption", ())),
        )


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Scene:
    """One article as recognised. Spans are characters of `text`."""

    article: Article
    text: str
    words: Words
    reading: Reading
    sentences: tuple[Sentence, ...]
    dates: tuple[DatePhrase, ...]
    numbers: tuple[Number, ...]
    anchor: Anchor
    atlas: Atlas
    unknown: tuple[Candidate, ...] = ()  # names where a place would stand, that nothing knows
    _starts: dict[str, list[int]] = field(default_factory=dict)

    @cached_property
    def cues_by_tag(self) -> dict[str, list[Cue]]:
        """The cues of the article by their tag, in order."""
        found: dict[str, list[Cue]] = {}
        for cue in self.reading.cues:
            found.setdefault(cue.tag, []).append(cue)
        return found

    @cached_property
    def triggers(self) -> list[Cue]:
        """The words of deeds, in order."""
        return [cue for cue in self.reading.cues if cue.tag.startswith("triggers.")]

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Names within [start, end), in order."""
        return _within(self.reading.mentions, start, end)

    def cues(self, tag: str, start: int, end: int) -> list[Cue]:
        """Cues of a tag (or of all tags under it, with a trailing dot) within [start, end), in order."""
        if tag.endswith("."):
            return [c for c in _within(self.reading.cues, start, end) if c.tag.startswith(tag)]
        return _within(self.cues_by_tag.get(tag, []), start, end)

    def has(self, tag: str, start: int, end: int) -> bool:
        """Whether a cue of the tag lies within [start, end)."""
        return bool(self.cues(tag, start, end))

    def dates_in(self, start: int, end: int) -> list[DatePhrase]:
        """Date phrases within [start, end), in order."""
        return _within(self.dates, start, end)

    def numbers_in(self, start: int, end: int) -> list[Number]:
        """Numbers within [start, end), in order."""
        return _within(self.numbers, start, end)

    def casualties_in(self, start: int, end: int) -> list[Casualty]:
        """What [start, end), a sentence, says of killed and wounded."""
        return find_casualties(
            self.text,
            (start, end),
            self.words.lang,
            self.words.counts,
            [(d.start, d.end) for d in self.dates],
        )

    def between(self, a: int, b: int) -> str:
        """The folded text of [a, b)."""
        return fold(self.text[a:b])

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        for sentence in self.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return None


def _within(items: Sequence[Any], start: int, end: int) -> list[Any]:
    at = bisect_left(items, start, key=lambda item: item.start)
    found = []
    while at < len(items) and items[at].start < end:
        if items[at].end <= end:
            found.append(items[at])
        at += 1
    return found


def make_scene(article: Article, vocabulary: Vocabulary, atlas: Atlas, cache: dict[str, Words]) -> Scene:
    """Recognises everything in an article.

    Args:
        article: The article; its `lang` chooses the lexicon.
        vocabulary: Names and cues.
        atlas: Places by id.
        cache: Compiled word lists by language, filled as needed.
    """
    lang = article.lang or "en"
    words = cache.get(lang) or cache.setdefault(lang, Words.of(lang, atlas.gazetteer.lexicons))
    text = article.text
    found = find_dates(text, words.lang, words.dates)
    reading, unknown = _with_towns(
        text, recognise(text, vocabulary, words.lang), atlas, vocabulary.knows, arabic=words.lang == "ar"
    )
    dates = [d for d in found if d.start >= _header_end(text)]
    return Scene(
        article=article,
        text=text,
        words=words,
        reading=reading,
        sentences=tuple(
            s._replace(start=max(s.start, _header_end(text)))
            for s in split_sentences(text, words.furniture, words.caption)
            if s.end > _header_end(text)
        ),
        dates=tuple(dates),
        numbers=tuple(find_numbers(text, words.lang, words.counts)),
        anchor=find_anchor(article, found),
        unknown=unknown,
        atlas=atlas,
    )


_HEADER = re.compile(r"\s*date\s+\d{4}-\d{2}-\d{2}\s*")


def _header_end(text: str) -> int:
    """Where a collector's own first line or word ("date 2024-01-03") ends: it is not the article's."""
    header = _HEADER.match(text)
    return header.end() if header else 0


_LOCATIVE = re.compile(
    r"(?:\b(?:in|across|near|inside|throughout|into|of|over|within|around|northern|southern|eastern|western|central)|,|في|شمال|جنوب|شرق|غرب)\s+(?:the\s+)?$|\sب$"
)


def named_countries(text: str, mentions: Sequence[Mention], atlas: Atlas) -> Counter[str]:
    """How often each country is named by its places and its actors: the context that decides between homonyms."""
    counts: Counter[str] = Counter()
    by_actor: Counter[str] = Counter()
    for mention in mentions:
        country = atlas.place(mention.places[0]).country if len(mention.places) == 1 else None
        actor = atlas.gazetteer.actors[mention.actors[0]].country if mention.actors else None
        if country and (
            not mention.actors or _LOCATIVE.search(text[max(0, mention.start - 24) : mention.start])
        ):
            counts[country] += 1
        elif actor or country:
            by_actor[actor or country or ""] += 1
    # Great powers act everywhere: where places are named, actors say nothing of where.
    return counts or by_actor


def _without_persons(text: str, reading: Reading) -> tuple[Mention, ...]:
    """Without names that belong to a person or a ship: right behind a title, a given name, "M/V"."""
    title_ends = {c.end for c in reading.cues if c.tag == "not_places.titles" and text[c.start].isupper()}

    def titled(mention: Mention) -> bool:
        gap = text[max(0, mention.start - 3) : mention.start]
        end = mention.start - (len(gap) - len(gap.rstrip(" .\"'“”")))
        return (
            any(e in title_ends for e in (end, end - 1, mention.start - 1)) and len(mention.text.split()) == 1
        )

    return tuple(m for m in reading.mentions if not titled(m))


def _with_towns(
    text: str, reading: Reading, atlas: Atlas, known: Callable[[str], bool], *, arabic: bool
) -> tuple[Reading, tuple[Candidate, ...]]:
    reading = reading._replace(mentions=_without_persons(text, reading))
    countries = named_countries(text, reading.mentions, atlas)
    towns, unknown = find_towns(text, reading, atlas, countries, arabic)
    towns = [t for t in towns if not known(t.text)]
    covered = [(t.start, t.end) for t in towns]
    cues = tuple(c for c in reading.cues if not any(a <= c.start and c.end <= b for a, b in covered))
    names = tuple(u for u in unknown if not known(text[u.start : u.end]))
    return reading._replace(mentions=tuple(sorted((*reading.mentions, *towns))), cues=cues), names


def paragraphs(scene: Scene) -> Iterator[list[Sentence]]:
    """The sentences by paragraph."""
    group: list[Sentence] = []
    for sentence in scene.sentences:
        if group and sentence.paragraph != group[0].paragraph:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group
