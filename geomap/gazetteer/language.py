"""`Language`: how sentences of one language work, read from the `[grammar]` of its lexicon.

A lexicon has lists of words (`[grammar.words]`) and, where a list cannot say it, patterns: regular expressions in which
`{name}` stands for any word of that list. `[grammar.patterns]` are matched with folded text, `[grammar.written]` with
the text as it stands. What a lexicon leaves out is an empty list, or a pattern that never matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from typing import Any

from geomap.text import fold

Words = frozenset[str]
Pattern = re.Pattern[str]
Lexicon = Mapping[str, Any]

NONE: Words = frozenset()
NEVER = re.compile(r"(?!)")
_NAME = re.compile(r"\{([a-z_]+)\}")
_TABLES = ("words", "patterns", "written")
_PROPERTIES = (
    "subject", "adjective", "capitals", "shared_forms", "direction_outside", "prefixes", "suffixes", "article",
    "glued_articles", "demonym", "demonym_endings", "list_joint", "name_placed",
)  # fmt: skip


@dataclass(frozen=True, eq=False, kw_only=True)
class WordLists:
    """The lists of `[grammar.words]` that are looked up as they are; others stand in patterns alone."""

    # What happened.
    auxiliaries: Words = NONE
    had: Words = NONE
    long_past: Words = NONE
    determiners: Words = NONE
    before_verbs: Words = NONE
    it_is_who: Words = NONE
    some_of_them: Words = NONE
    own_hands: Words = NONE
    institutions: Words = NONE
    glued_by: Words = NONE
    laid_on: Words = NONE
    accusing: Words = NONE
    after_nouns: Words = NONE
    also_things: Words = NONE
    rarely_verbs: Words = NONE
    participle_endings: Words = NONE
    destroying: Words = NONE
    site_kinds: Words = NONE
    of_whom: Words = NONE
    whom: Words = NONE
    told_on: Words = NONE
    meanwhile: Words = NONE
    saying: Words = NONE
    ours: Words = NONE
    beside_forces: Words = NONE
    name_heads: Words = NONE
    past_endings: Words = NONE
    pasts: Words = NONE
    plural_endings: Words = NONE
    adverb_endings: Words = NONE
    after_passives: Words = NONE
    by: Words = NONE
    modals_behind: Words = NONE
    sequence: Words = NONE
    not_before: Words = NONE
    not_behind: Words = NONE
    performing: Words = NONE
    individuals: Words = NONE
    subordinating: Words = NONE
    static: Words = NONE
    of_many: Words = NONE
    habits: Words = NONE
    among: Words = NONE
    habitual: Words = NONE
    breaks_a_count: Words = NONE
    times: Words = NONE
    on_days: Words = NONE
    surroundings: Words = NONE
    verb_marks: Words = NONE
    losses: Words = NONE
    detonating: Words = NONE
    since: Words = NONE
    done_by: Words = NONE
    keepers_of_arms: Words = NONE  # read by the vocabulary, as the next
    links_of_keepers: Words = NONE
    definite: Words = NONE
    pointing: Words = NONE
    present: Words = NONE
    taken_as_known: Words = NONE
    possessives: Words = NONE
    holding: Words = NONE
    doing: Words = NONE
    of_rebels: Words = NONE
    pronouns: Words = NONE
    told_before: Words = NONE
    groups: Words = NONE
    before_short_names: Words = NONE
    open_ended: Words = NONE
    mourns: Words = NONE
    preceded: Words = NONE
    hours: Words = NONE
    town_words: Words = NONE
    untrue: Words = NONE
    played: Words = NONE
    deliberate: Words = NONE
    touching_down: Words = NONE
    only_tell: Words = NONE
    taken_of: Words = NONE
    fire: Words = NONE
    when_words: Words = NONE
    morrow: Words = NONE

    # Where.
    standing: Words = NONE
    flown_to: Words = NONE
    relatives: Words = NONE
    at_which: Words = NONE
    seats: Words = NONE
    listing: Words = NONE
    adjective_links: Words = NONE
    direction_links: Words = NONE
    away_from: Words = NONE
    part_words: Words = NONE
    near_links: Words = NONE
    day_links: Words = NONE
    initials: Words = NONE
    kind_words: Words = NONE
    head_words: Words = NONE
    particles: Words = NONE
    not_towns: Words = NONE

    # Who.
    feminine_heads: Words = NONE
    masculine_heads: Words = NONE
    person_heads: Words = NONE
    passive_verbs: Words = NONE
    aimed_nouns: Words = NONE
    possessive: Words = NONE
    announcing: Words = NONE
    armies: Words = NONE
    uniforms: Words = NONE
    other_people: Words = NONE
    causes: Words = NONE
    violent: Words = NONE
    generic_missiles: Words = NONE
    from_afar: Words = NONE
    mines: Words = NONE
    belonging: Words = NONE
    perhaps: Words = NONE
    says: Words = NONE
    linked: Words = NONE
    businesses: Words = NONE
    irregulars: Words = NONE
    hurt: Words = NONE
    bands: Words = NONE
    behind_states: Words = NONE
    from_words: Words = NONE
    of_owners: Words = NONE
    present_deeds: Words = NONE
    apposing: Words = NONE
    asset_breaks: Words = NONE
    being: Words = NONE
    supposedly: Words = NONE
    arms_breaks: Words = NONE
    agent_breaks: Words = NONE


@dataclass(frozen=True, eq=False, kw_only=True)
class FoldedPatterns:
    """The patterns of `[grammar.patterns]`, matched with folded text."""

    negated: Pattern = NEVER
    would: Pattern = NEVER
    infinitive: Pattern = NEVER
    used_to: Pattern = NEVER
    superlative: Pattern = NEVER
    counts_the_dead: Pattern = NEVER
    toll_behind: Pattern = NEVER
    who_speaks: Pattern = NEVER
    all_lie_in: Pattern = NEVER
    branch_behind: Pattern = NEVER
    placed_day: Pattern = NEVER
    answered_there: Pattern = NEVER
    there: Pattern = NEVER
    toll_moves: Pattern = NEVER
    struck_there: Pattern = NEVER
    where_behind: Pattern = NEVER
    placed: Pattern = NEVER
    suffers: Pattern = NEVER
    stationed: Pattern = NEVER
    launched_from: Pattern = NEVER
    launched_beside: Pattern = NEVER
    rides: Pattern = NEVER
    hardly: Pattern = NEVER
    wounded_die: Pattern = NEVER
    claimed_on: Pattern = NEVER
    still_going_on: Pattern = NEVER
    had_been: Pattern = NEVER
    whose_dead: Pattern = NEVER
    and_in: Pattern = NEVER
    where_there: Pattern = NEVER
    one_of_the_dead: Pattern = NEVER
    until_midnight: Pattern = NEVER
    on_its_way: Pattern = NEVER
    land_behind: Pattern = NEVER
    part_of: Pattern = NEVER
    whence: Pattern = NEVER
    armed_at: Pattern = NEVER
    comes_after: Pattern = NEVER
    aside: Pattern = NEVER
    opens_anew: Pattern = NEVER
    present_verb: Pattern = NEVER
    goes_on: Pattern = NEVER
    same_site: Pattern = NEVER
    known_house: Pattern = NEVER
    turns_to: Pattern = NEVER
    turns_behind: Pattern = NEVER
    these_places: Pattern = NEVER
    more_targets: Pattern = NEVER
    fires_back: Pattern = NEVER
    in_reply: Pattern = NEVER
    off: Pattern = NEVER
    distance: Pattern = NEVER
    distance_from: Pattern = NEVER
    border_with: Pattern = NEVER
    bordering: Pattern = NEVER
    seat_of_a_state: Pattern = NEVER
    of_a_pact: Pattern = NEVER
    of_worship: Pattern = NEVER
    near_name: Pattern = NEVER
    sets_out: Pattern = NEVER
    summary_of: Pattern = NEVER
    how_far: Pattern = NEVER
    halted_work: Pattern = NEVER
    lies_on_a_way: Pattern = NEVER
    way_before: Pattern = NEVER
    held_there: Pattern = NEVER
    accused: Pattern = NEVER
    of_itself: Pattern = NEVER
    adjective_mark: Pattern = NEVER
    ends_its_subject: Pattern = NEVER
    answered_by: Pattern = NEVER
    accused_of: Pattern = NEVER
    future: Pattern = NEVER
    way_behind: Pattern = NEVER
    whereabouts: Pattern = NEVER
    lies_in: Pattern = NEVER
    aimed_into: Pattern = NEVER
    aimed_right_at: Pattern = NEVER
    head_of_place: Pattern = NEVER
    site_follows: Pattern = NEVER
    of_a_witness: Pattern = NEVER
    accident: Pattern = NEVER
    mishap: Pattern = NEVER
    rate: Pattern = NEVER
    harmless: Pattern = NEVER
    ruled_out: Pattern = NEVER
    none_of_it: Pattern = NEVER
    time_and_again: Pattern = NEVER
    bare_plural: Pattern = NEVER
    goes_on_so: Pattern = NEVER
    would_behind: Pattern = NEVER
    perfect: Pattern = NEVER
    killed_since: Pattern = NEVER
    within_days: Pattern = NEVER
    many_under_fire: Pattern = NEVER
    said_there: Pattern = NEVER
    of_these_arms: Pattern = NEVER
    stopped_in_flight: Pattern = NEVER
    under_way: Pattern = NEVER
    by_these_arms: Pattern = NEVER
    arms_not_fired: Pattern = NEVER
    vehicle_bomb: Pattern = NEVER
    bombs_fell: Pattern = NEVER
    blown_up: Pattern = NEVER
    aircraft_seen: Pattern = NEVER
    helped: Pattern = NEVER
    called_so: Pattern = NEVER
    drove: Pattern = NEVER
    out_of_it: Pattern = NEVER
    out_of_land: Pattern = NEVER
    raid_from_above: Pattern = NEVER
    one_of_many: Pattern = NEVER
    several_sites: Pattern = NEVER
    listed_on: Pattern = NEVER
    listed_anew: Pattern = NEVER
    told_of_it: Pattern = NEVER
    speaks: Pattern = NEVER
    spoken_by: Pattern = NEVER
    speaks_in: Pattern = NEVER
    by_its_account: Pattern = NEVER
    tells_in: Pattern = NEVER
    tells_behind: Pattern = NEVER
    venue_hit: Pattern = NEVER
    heard_in: Pattern = NEVER
    site_at: Pattern = NEVER
    site_of_it: Pattern = NEVER
    travels: Pattern = NEVER
    fought_over: Pattern = NEVER
    office_of: Pattern = NEVER
    seat_opens: Pattern = NEVER
    still_mourns: Pattern = NEVER
    wilds_behind: Pattern = NEVER
    towns_within: Pattern = NEVER
    supposed: Pattern = NEVER
    says_of_itself: Pattern = NEVER
    holds_the_next: Pattern = NEVER
    own_loss: Pattern = NEVER
    also_them: Pattern = NEVER
    put_first: Pattern = NEVER
    disguised: Pattern = NEVER
    blamed: Pattern = NEVER
    blamed_on: Pattern = NEVER
    aimed_beside: Pattern = NEVER
    disowned: Pattern = NEVER
    nobody_says: Pattern = NEVER
    nobody_yet: Pattern = NEVER
    none_of: Pattern = NEVER
    searched: Pattern = NEVER
    held_by: Pattern = NEVER
    apposed_place: Pattern = NEVER
    fell_to: Pattern = NEVER
    came_from: Pattern = NEVER
    taken_from: Pattern = NEVER
    in_answer: Pattern = NEVER
    suspecting: Pattern = NEVER
    suspected_of: Pattern = NEVER
    ended_him: Pattern = NEVER
    accused_else: Pattern = NEVER
    that_it: Pattern = NEVER
    made_it: Pattern = NEVER
    did_it: Pattern = NEVER
    it_was: Pattern = NEVER
    owned: Pattern = NEVER
    behind_it: Pattern = NEVER
    backs: Pattern = NEVER
    hands_of: Pattern = NEVER
    linked_to_it: Pattern = NEVER
    helped_by: Pattern = NEVER
    helps_with: Pattern = NEVER
    answers: Pattern = NEVER
    lost: Pattern = NEVER
    somewhere: Pattern = NEVER
    aimed_at: Pattern = NEVER
    aimed_surely: Pattern = NEVER
    hosted: Pattern = NEVER
    agent: Pattern = NEVER
    behind_by: Pattern = NEVER
    no_agent: Pattern = NEVER
    by_the_same: Pattern = NEVER
    feminine_verb: Pattern = NEVER
    feminine_noun: Pattern = NEVER
    masculine_noun: Pattern = NEVER
    with_object: Pattern = NEVER
    first_person: Pattern = NEVER
    relative: Pattern = NEVER
    own_deed: Pattern = NEVER
    property_named: Pattern = NEVER
    first_side: Pattern = NEVER
    opens_subject: Pattern = NEVER
    reacts: Pattern = NEVER
    carried_out: Pattern = NEVER
    own_people: Pattern = NEVER
    intended: Pattern = NEVER
    measured: Pattern = NEVER
    counted_from: Pattern = NEVER
    against: Pattern = NEVER
    second_side: Pattern = NEVER
    object_follows: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class WrittenPatterns:
    """The patterns of `[grammar.written]`, matched with the text as it is written."""

    abbreviation: Pattern = NEVER
    short_named: Pattern = NEVER
    district_behind: Pattern = NEVER
    road_behind: Pattern = NEVER
    road_of_two: Pattern = NEVER
    does_it: Pattern = NEVER
    passive_mark: Pattern = NEVER
    clause: Pattern = NEVER
    coordination: Pattern = NEVER
    and_peaceful: Pattern = NEVER
    since_when: Pattern = NEVER
    reply_behind: Pattern = NEVER
    reply: Pattern = NEVER
    located: Pattern = NEVER
    part_behind: Pattern = NEVER
    names_on: Pattern = NEVER
    no_person: Pattern = NEVER
    town_place: Pattern = NEVER
    town_located: Pattern = NEVER
    venue_of: Pattern = NEVER
    ward_behind: Pattern = NEVER
    town_in: Pattern = NEVER
    town_quarter: Pattern = NEVER
    town_kind_before: Pattern = NEVER
    town_kind_behind: Pattern = NEVER
    town_division_before: Pattern = NEVER
    town_division_behind: Pattern = NEVER
    division_named: Pattern = NEVER
    town_list: Pattern = NEVER
    town_deed_behind: Pattern = NEVER
    town_struck_behind: Pattern = NEVER
    capital_unnamed: Pattern = NEVER
    capital_bare: Pattern = NEVER
    capital_venue: Pattern = NEVER
    town_marked: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Language(WordLists, FoldedPatterns, WrittenPatterns):
    """The grammar of one language, compiled. The lexicon says what each list and pattern is for."""

    lang: str
    lexicon: Lexicon
    dates: Lexicon
    counts: Lexicon
    furniture: Pattern
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
            **dict(_compiled(grammar)),
        )


def any_of(words: Sequence[str]) -> Pattern:
    """Any of these words, in a text of small letters, as a word of its own; never where there are none."""
    if not words:
        return NEVER
    return re.compile(rf"(?<!\w){_alternatives([word.lower() for word in words])}(?!\w)")


def _alternatives(words: Iterable[str]) -> str:
    """Any of some words, the longer first."""
    return _tree(sorted(words, key=lambda w: (-len(w), w)))


def _tree(words: Sequence[str]) -> str:
    """Words as a tree over their first letters, so that a text's letter rules most of them out at once."""
    if len(words) == 1:
        return re.escape(words[0])
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    return f"(?:{'|'.join(re.escape(letter) + _tree(rest) if letter else '' for letter, rest in behind.items())})"


@cache
def _tables() -> dict[str, str]:
    """The table of the lexicon in which each list and pattern stands."""
    records = {"words": WordLists, "patterns": FoldedPatterns, "written": WrittenPatterns}
    return {f.name: table for table, record in records.items() for f in fields(record)}


def _compiled(grammar: Lexicon) -> Iterator[tuple[str, Any]]:
    lists = grammar.get("words", {})
    for name, table in _tables().items():
        value = grammar.get(table, {}).get(name)
        if value is None:
            continue
        yield name, frozenset(map(fold, value)) if table == "words" else _compile(name, value, lists, table)


def _compile(name: str, pattern: str, lists: Mapping[str, Sequence[str]], table: str) -> Pattern:
    def replace(found: re.Match[str]) -> str:
        if found[1] not in lists:
            raise ValueError(f"the pattern {name}: there is no list {found[1]!r} in [grammar.words]")
        words = lists[found[1]]
        return _alternatives({fold(word) for word in words} if table == "patterns" else words)

    try:
        return re.compile(_NAME.sub(replace, pattern))
    except re.error as error:
        raise ValueError(f"the pattern {name} is no regular expression: {error}") from error


def grammar_faults(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What is wrong with the `[grammar]` of a lexicon, and the word of the file that it is about."""
    grammar = lexicon.get("grammar", {})
    tables = _tables()
    used = {n for t in ("patterns", "written") for p in grammar.get(t, {}).values() for n in _NAME.findall(p)}
    for name in grammar:
        if name not in (*_PROPERTIES, *_TABLES):
            yield f"[grammar]: nothing reads {name!r}", name
    for table in _TABLES:
        for name, value in grammar.get(table, {}).items():
            if tables.get(name) != table and not (table == "words" and name in used):
                yield f"[grammar.{table}]: nothing reads {name!r}", name
            elif table != "words":
                try:
                    _compile(name, value, grammar.get("words", {}), table)
                except ValueError as error:
                    yield str(error), name
