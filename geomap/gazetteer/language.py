"""`Language`: how sentences of one language work, read from the `[grammar]` of its lexicon.

A lexicon has lists of words (`[grammar.words]`) and, where a list cannot say it, patterns: regular expressions in which
`{name}` stands for any word of that list. `[grammar.patterns]` are matched with folded text, `[grammar.written]` with
the text as it stands. What a lexicon leaves out is an empty list, or a pattern that never matches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from geomap.gazetteer.grammar import Lexicon, any_of, compiled, either
from geomap.gazetteer.grammar_patterns import FoldedPatterns, Pattern, WrittenPatterns
from geomap.gazetteer.grammar_words import NONE, WordLists, Words
from geomap.text import fold


@dataclass(frozen=True, eq=False, kw_only=True)
class Language(WordLists, FoldedPatterns, WrittenPatterns):
    """The grammar of one language, compiled. The lexicon says what each list and pattern is for."""

    lang: str
    lexicon: Lexicon
    dates: Lexicon
    counts: Lexicon
    furniture: Pattern
    signed: Pattern
    caption: Pattern
    streets: frozenset[str] = NONE
    venues: frozenset[str] = NONE
    vehicles: frozenset[str] = NONE
    saints: frozenset[str] = NONE
    saints_houses: frozenset[str] = NONE

    subject_first: bool = True
    adjective_first: bool = True
    capitals: bool = True
    shared_forms: bool = True
    direction_outside: bool = False
    article: str = ""
    glued_articles: tuple[str, ...] = ()

    _folded: dict[tuple[str, str], Words] = field(default_factory=dict, repr=False)

    def folded(self, section: str, name: str) -> Words:
        """A list of the lexicon (`[cues]`, `[actors]` …) as folded words."""
        key = (section, name)
        if key not in self._folded:
            self._folded[key] = frozenset(map(fold, self.lexicon.get(section, {}).get(name, ())))
        return self._folded[key]

    @cached_property
    def background_openers(self) -> tuple[str, ...]:
        """Words, each with the blank behind it, with which a clause opens that tells of what was before."""
        return tuple(f"{word} " for word in self.folded("cues", "background"))

    @cached_property
    def only_beside(self) -> Pattern:
        """What stands right before a place where nothing happened: one search for all of it.

        Somebody speaks there, those who rule there are meant, it lies beside the place of the deed, a war there was
        the cause, a ship (no arms) came from there, or arms were only meant for it.
        """
        return either(
            self.speaks_in,
            self.felt_at,
            self.neighbour_of,
            self.told_as_cause,
            self.sailed_from,
            self.meant_for,
        )

    def trigger_words(self, kind: str, form: str) -> Words:
        """The folded words of one kind of deed, "nouns" or "verbs"."""
        key = (f"triggers of {kind}", form)
        if key not in self._folded:
            words = self.lexicon.get("triggers", {}).get(kind, {}).get(form, ())
            self._folded[key] = frozenset(map(fold, words))
        return self._folded[key]

    def bare(self, section: str, name: str) -> Words:
        """As `folded`, without the article that is glued to words; look up words without theirs."""
        key = (f"{section} without articles", name)
        if key not in self._folded:
            words = self.folded(section, name)
            self._folded[key] = frozenset(word.removeprefix(self.article) for word in words)
        return self._folded[key]

    @classmethod
    def of(cls, lang: str, lexicons: Mapping[str, Lexicon]) -> Language:
        """The grammar of a language; that of English where it has no lexicon.

        Raises:
            ValueError: A pattern is no regular expression, or names a list that is not there.
        """
        own = lang if lang in lexicons else "en"
        lexicon = lexicons[own]
        grammar = lexicon.get("grammar", {})
        marks = lexicon.get("not_places", {})
        return cls(
            lang=own,
            lexicon=lexicon,
            dates=lexicons.get(f"dates-{own}", {}),
            counts=lexicons.get(f"counts-{own}", {}),
            furniture=any_of(marks.get("furniture", ())),
            signed=any_of(marks.get("signed", ())),
            caption=any_of(marks.get("caption", ())),
            streets=frozenset(marks.get("streets", ())),
            venues=frozenset(marks.get("venues", ())),
            vehicles=frozenset(marks.get("vehicles", ())),
            saints=frozenset(marks.get("saints", ())),
            saints_houses=frozenset(marks.get("saints_houses", ())),
            subject_first=grammar.get("subject", "before") == "before",
            adjective_first=grammar.get("adjective", "before") == "before",
            capitals=grammar.get("capitals", True),
            shared_forms=grammar.get("shared_forms", True),
            direction_outside=grammar.get("direction_outside", False),
            article=grammar.get("article", ""),
            glued_articles=tuple(grammar.get("glued_articles", ())),
            **dict(compiled(grammar)),
        )
