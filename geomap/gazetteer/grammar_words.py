"""The lists of words that a lexicon's `[grammar.words]` may give, each empty where it does not."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]

NONE: Words = frozenset()


@dataclass(frozen=True, eq=False, kw_only=True)
class WordLists:
    """The lists of `[grammar.words]` that are looked up as they are; others stand in patterns alone."""

    # What happened.
    auxiliaries: Words = NONE
    had: Words = NONE
    long_past: Words = NONE
    determiners: Words = NONE
    named_for_a_day: Words = NONE
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
    posts: Words = NONE
    past_endings: Words = NONE
    pasts: Words = NONE
    leaving: Words = NONE
    plural_endings: Words = NONE
    adverb_endings: Words = NONE
    falls_to: Words = NONE
    fears: Words = NONE
    place_words: Words = NONE
    after_passives: Words = NONE
    crewed: Words = NONE
    gun_carriers: Words = NONE
    of_war: Words = NONE
    without_object: Words = NONE
    by: Words = NONE
    modals_behind: Words = NONE
    sequence: Words = NONE
    not_before: Words = NONE
    not_behind: Words = NONE
    performing: Words = NONE
    performing_with: Words = NONE
    individuals: Words = NONE
    subordinating: Words = NONE
    static: Words = NONE
    of_many: Words = NONE
    habits: Words = NONE
    in_a_row: Words = NONE
    uncounted: Words = NONE
    setting_about: Words = NONE
    deed_led_by: Words = NONE
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
    strikes_with: Words = NONE
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
    short_names: Words = NONE
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
    may_be_razed: Words = NONE
    only_tell: Words = NONE
    taken_of: Words = NONE
    fire: Words = NONE
    when_words: Words = NONE
    morrow: Words = NONE

    # Where.
    may_be_hit: Words = NONE
    standing: Words = NONE
    flown_to: Words = NONE
    relatives: Words = NONE
    at_which: Words = NONE
    seats: Words = NONE
    listing: Words = NONE
    adjective_links: Words = NONE
    direction_links: Words = NONE
    lying_ways: Words = NONE
    lying_kinds: Words = NONE
    long_demonyms: Words = NONE
    taken_by: Words = NONE
    away_from: Words = NONE
    part_words: Words = NONE
    near_links: Words = NONE
    owns_next: Words = NONE
    only_said: Words = NONE
    glued_in: Words = NONE
    strongholds: Words = NONE
    invading: Words = NONE
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
    shooters: Words = NONE
    uniforms: Words = NONE
    other_people: Words = NONE
    adding: Words = NONE
    before_a_deed: Words = NONE
    behind_the_hurt: Words = NONE
    war_offices: Words = NONE
    troops: Words = NONE
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
