"""All names and telling words as one automaton, built once for a gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from geomap.gazetteer import Gazetteer
from geomap.model import Name
from geomap.recognise.spellings import spellings
from geomap.text import fold, fold_text, is_arabic


class Entry(NamedTuple):
    """What a pattern stands for: a place, an actor, or a cue (tag) of one language's lexicon."""

    what: str  # "place", "actor" or "cue"
    id: str  # place id, actor id, or tag such as "triggers.attack.nouns"
    name: Name | None
    lang: str


class Meaning(NamedTuple):
    """What a pattern may stand for in a text of one language."""

    cues: tuple[Entry, ...]
    names: tuple[Entry, ...]


class _Meanings(dict[int, Meaning]):
    """The meanings of patterns, sorted out when a text first has them."""

    def __init__(self, entries: Sequence[tuple[Entry, ...]], lang: str | None) -> None:
        super().__init__()
        self._entries, self._lang = entries, lang

    def __missing__(self, index: int) -> Meaning:
        some, lang = self._entries[index], self._lang
        cues = tuple(e for e in some if e.what == "cue" and lang in (None, e.lang))
        return self.setdefault(index, Meaning(cues, tuple(e for e in some if e.what != "cue")))


class Vocabulary:
    """The automaton over every folded spelling, and what each of them stands for."""

    def __init__(self, gazetteer: Gazetteer, areas: Iterable[tuple[str, str]] = ()) -> None:
        """Builds the automaton.

        Args:
            gazetteer: The curated names and lexicons.
            areas: More place names as (text, place id), such as the world's first-level divisions.
        """
        self.gazetteer = gazetteer
        entries: dict[str, list[Entry]] = {}
        for text, id, name in gazetteer.place_names():
            _add(entries, text, Entry("place", id, name, name.lang))
        for text, id, name in gazetteer.actor_names():
            _add(entries, text, Entry("actor", id, name, name.lang))
        for text, id in areas:
            lang = "ar" if is_arabic(text) else "en"
            _add(entries, text, Entry("place", id, Name(text=text, lang=lang), lang))
        for lang, lexicon in gazetteer.lexicons.items():
            for tag, words in cue_lists(lexicon):
                for word in words:
                    _add_cue(entries, word, Entry("cue", tag, None, lang))
        for actor in gazetteer.actors.values():
            for text in (text for leader in actor.leaders for text in leader.names):
                _add_leader(entries, text, f"leaders.{actor.id}")
        self._known = entries.keys()
        actors = {
            pattern: tuple(e.id for e in some if e.what == "actor") for pattern, some in entries.items()
        }
        self.shared = {
            pattern: ids for pattern, ids in actors.items() if len(ids) > 1
        }  # names of several actors
        self._places = {
            pattern for pattern, listed in entries.items() if any(e.what == "place" for e in listed)
        }
        self.patterns = list(entries)
        self.entries = [tuple(entries[pattern]) for pattern in self.patterns]
        self._meanings: dict[str | None, _Meanings] = {}  # by language, as asked for
        self._places_among: dict[tuple[str, ...], re.Pattern[str]] = {}
        self.prefixes = {
            lang: frozenset(map(fold, lexicon.get("grammar", {}).get("prefixes", ())))
            for lang, lexicon in gazetteer.lexicons.items()
        }
        self.verb_prefixes = {
            lang: frozenset(map(fold, lexicon.get("grammar", {}).get("verb_prefixes", ())))
            for lang, lexicon in gazetteer.lexicons.items()
        }
        self.keepers_of_arms = _grammar_words(gazetteer, "keepers_of_arms")
        self.strikes_with = _grammar_words(gazetteer, "strikes_with")
        self.plural_endings = tuple(_grammar_words(gazetteer, "plural_endings"))
        self.links_of_keepers = _grammar_words(gazetteer, "links_of_keepers")
        self.common_words = _grammar_words(gazetteer, "not_towns")
        self.placing = {
            lang: frozenset(fold(word) for word in _placing_words(lexicon))
            for lang, lexicon in gazetteer.lexicons.items()
        }
        self.may_be_glued = [any(self.prefixes.get(e.lang) for e in listed) for listed in self.entries]
        self.suffixes = {
            lang: frozenset(map(fold, lexicon.get("grammar", {}).get("suffixes", ())))
            for lang, lexicon in gazetteer.lexicons.items()
        }
        grammars = {lang: lexicon.get("grammar", {}) for lang, lexicon in gazetteer.lexicons.items()}
        self.demonyms = {
            lang: frozenset(map(fold, grammar.get("demonym_endings", ())))
            for lang, grammar in grammars.items()
        }
        self.demonym_marks = {
            lang: fold(grammar.get("demonym", "")) or "\0" for lang, grammar in grammars.items()
        }
        self.list_joint = _pattern(grammars.values(), "list_joint")
        self.placed = _pattern(grammars.values(), "name_placed")
        self.struck = _pattern(grammars.values(), "name_struck")
        groups = {kind.group or "" for kind in gazetteer.kinds.values()}
        self._kind_words = {
            group: frozenset(
                fold(w) for k in gazetteer.kinds.values() if k.group == group for w in k.words_ar
            )
            for group in groups
        }
        for lexicon in gazetteer.lexicons.values():
            towns = lexicon.get("grammar", {}).get("words", {}).get("town_words", ())
            self._kind_words["settlement"] = self._kind_words.get("settlement", frozenset()) | {
                fold(word) for word in towns
            }
        self._automaton = AhoCorasick(
            self.patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def knows(self, text: str) -> bool:
        """Whether the words are a name (or a cue) of the vocabulary, whatever the context says of it."""
        return fold(text) in self._known

    def names_place(self, text: str) -> bool:
        """Whether the words are the name of a place, or of a country."""
        return any(pattern in self._places for pattern in spellings(text))

    def places_among(self, words: tuple[str, ...]) -> re.Pattern[str]:
        """Finds those of some words that name a place, with what may be glued before them; kept, for few are asked."""
        if words not in self._places_among:
            named = "|".join(re.escape(fold(word)) for word in words if self.names_place(word))
            self._places_among[words] = re.compile(rf"(?<!\w)\w{{0,3}}(?:{named or '(?!)'})(?!\w)")
        return self._places_among[words]

    def kind_words(self, id: str) -> frozenset[str]:
        """The Arabic words, folded, that say of a name that it is a place like this one: a town, a division."""
        place = self.gazetteer.places.get(id)
        kind = self.gazetteer.kinds.get(place.kind) if place is not None else None
        return self._kind_words.get(kind.group or "", frozenset()) if kind is not None else frozenset()

    def meanings(self, lang: str | None) -> Mapping[int, Meaning]:
        """What each pattern stands for, by its index: names of all languages, cues of one; of every one for None."""
        if lang not in self._meanings:
            self._meanings[lang] = _Meanings(self.entries, lang)
        return self._meanings[lang]

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """All matches in a folded text, overlapping ones too: (index of the pattern, start, end)."""
        return self._automaton.find_matches_as_indexes(folded, overlapping=True)


# Sections of a lexicon that are lists of words to be found in texts; the others are grammar.
_SECTIONS = ("triggers", "weapons", "cues", "places", "directions", "actors", "not_places")


def _grammar_words(gazetteer: Gazetteer, key: str) -> frozenset[str]:
    """A list of words, folded, of the grammars of all languages."""
    grammars = (lexicon.get("grammar", {}) for lexicon in gazetteer.lexicons.values())
    return frozenset(fold(word) for grammar in grammars for word in grammar.get("words", {}).get(key, ()))


def _pattern(grammars: Iterable[Mapping[str, Any]], key: str) -> re.Pattern[str]:
    """One pattern of all languages; it finds nothing where none has it."""
    return re.compile("|".join(str(grammar[key]) for grammar in grammars if key in grammar) or r"(?!)")


def _placing_words(lexicon: Mapping[str, Any]) -> Iterator[str]:
    """Words behind which a place stands: "near", "north of", "the countryside of"."""
    places = lexicon.get("places", {})
    yield from (*places.get("near", ()), *places.get("countryside", ()))
    for words in lexicon.get("directions", {}).values():
        yield from words


def cue_lists(lexicon: dict[str, object]) -> Iterable[tuple[str, list[str]]]:
    """The lexicon's word lists as (tag, words), e.g. ("triggers.attack.nouns", [...])."""
    for section in _SECTIONS:
        yield from _lists(section, lexicon.get(section, {}))


def _lists(tag: str, table: object) -> Iterable[tuple[str, list[str]]]:
    if isinstance(table, list):
        yield tag, table
    elif isinstance(table, dict):
        for key in sorted(table):
            yield from _lists(f"{tag}.{key}", table[key])


def _add(entries: dict[str, list[Entry]], text: str, entry: Entry) -> None:
    written = fold_text(text).text.strip()
    # An apostrophe or a dash beside a blank leaves more than one in a text: "the Workers' Party".
    gapped = (written,) if "  " in written else ()
    for pattern in (*spellings(text), *gapped):
        found = entries.setdefault(pattern, [])
        if not any(e.what == entry.what and e.id == entry.id for e in found):
            found.append(entry)


def _add_leader(entries: dict[str, list[Entry]], text: str, tag: str) -> None:
    """A person's name is a cue in every language of its script."""
    lang = "ar" if is_arabic(text) else "en"
    for pattern in spellings(text):
        found = entries.setdefault(pattern, [])
        if not any(e.id == tag for e in found):
            found.append(Entry("cue", tag, None, lang))


def _add_cue(entries: dict[str, list[Entry]], word: str, entry: Entry) -> None:
    folded = fold(word)
    head, *rest = folded.split()
    # Arabic adjectives take the article with their noun: "صواريخ مجنحة", "الصواريخ المجنحة".
    definite = " ".join([head, *(w if w.startswith("ال") else f"ال{w}" for w in rest)])
    for pattern in {folded, definite} if rest and is_arabic(folded) else {folded}:
        found = entries.setdefault(pattern, [])
        if entry not in found:
            found.append(entry)
