"""How dates are written: rules over classes of words (see `geomap.extract.words.tokens`), for every language."""

from __future__ import annotations

from geomap.extract.words.grammar import Grammar

# Classes of the lexicon, in the order that decides where one word is in two of them.
CLASSES = (
    "month_exact", "month", "month_short", "month_abbr", "weekday",
    "weekday_short", "day_word", "night_word", "this_part",
    "part_of_day", "meridiem", "zone", "unit_dual", "unit", "unit_many", "season", "count", "vague", "recent",
    "ordinal_word",
    "which", "which_after", "later_word", "part", "ago", "ago_before", "since", "before", "that_before", "that_after",
    "after_span", "after", "until", "between", "from", "to", "and", "or", "the", "of", "on", "in", "year_word",
    "day_noun", "month_noun", "clock_noun", "hour_word", "feast", "ahead", "outbreak", "event_words", "opener",
    "recalled",
)  # fmt: skip

_MACROS = {
    "month_name": "(month | month_exact | month_short | month_abbr dot?)",
    "months": "month_name ((slash | dash)? month_name | open month_name close)?",
    "weekday_name": "(weekday | weekday_short dot?)",
    "date_number": "(daynum | ordinal)",
    "year": "(comma | dash)? (of | from | in)? (year_word | unit)? yearnum",
    "of_month": "of? from? the? month_noun?",
    "figure": "(count | vague | daynum | number | numrange)",
    "amount": "figure ((to | dash | or) figure)?",
    "units": "(unit | unit_many | unit_dual)",
    "year_told": "(link? which_unit | of the which_unit)",
    "pair": "(slashed | shortdate | decimal)",
    "until_day": "(to | dash | until)",
    "link": "(the | of | from | in | on | dash)",
    "which_unit": "(which (unit | year_word) | (unit | year_word) which_after)",
}

# In order: where two rules could start at one word, the first that fits wins.
_RULES = {
    "numeric": "numdate",
    "spaced": "daynum (slash daynum slash | dash daynum dash) yearnum",
    "marked": "daynum (slash month_name slash | dash month_name dash | dot month_name dot) (yearnum | daynum)",
    "year_first": "yearnum comma? months daynum",
    "clock": "clock_noun? clock (meridiem | part_of_day)? (open? the? zone)? | daynum meridiem (the? zone)?",
    "spoken_clock": "clock_noun hour_word ((of | from)? part_of_day)?",
    "days_in_month": "(numrange | slashed | date_number (until_day | and | joined | comma) the? date_number) of_month"
    " months year?",
    "month_with_days": "months the? (numrange | slashed | date_number (until_day | and) the? date_number) year?",
    "week_of_month": "((ordinal_word | which) unit | unit (ordinal_word | which_after)) of_month months year?",
    # "early on March 17" is that day.
    "part_of_month": "part (on months (?! daynum | ordinal | dayyear) | (the | of | from | in | dash)* month_noun?"
    " months) (year | year_told)? which_after?",
    "part_of_unit": "(part | later_word) link* (which_unit | unit | year_word? yearnum)",
    "day_of_unit": "(date_number | ordinal_word) (of | from) the? (unit which_after | which unit)",
    "day_of_this": "daynum which_after",
    "day_of_the_month": "(date_number | ordinal_word) (of the | from the?) unit",
    "day_month": "(date_number slash? | ordinal_word (of | from)) of_month months (year | year_told)? which_after?",
    "ordinal_month": "ordinal comma months year",
    "month_dayyear": "months dayyear",
    "month_day": "which? months the? date_number (year | year_told)? which_after?",
    "odd_header": "months comma weekday_name comma? daynum comma? yearnum",
    "month_year": "month_noun? months (year | of? the? which_unit)",
    "some_month": "which months | month_noun? months which_after?",
    "years": "(in | on | from | between)? yearnum (to | and | dash | until) yearnum",
    "some_year": "(in | on | of | from | since | until | year_word | unit) the? (year_word | unit)? yearnum",
    "ago_sum": "amount units (comma? amount units)? and amount units ago",
    "ago_day": "amount units ago (on | in)? (count? weekday | which unit | (day_word | date_number? months)) ",
    "ago": "amount? units ago (to the unit)? | (ago_before | since) amount? (units | season)",
    "apart": "(that_before | that_after) amount? units | after_span amount? units",
    "later": "amount? units (later_word | (after | before) which?) "
    " | the (unit | part_of_day) (before | after) which?",
    "window": "which (amount units | unit_dual | unit_many) | (amount units | unit_many) which_after"
    " | units the? amount which_after | unit_dual which_after | recent units",
    "spell": "in amount units (?= of)",  # "killed in three days of shelling"
    "season": "season (of | from | in | comma)? the? (year_word? yearnum | which_unit)",
    "one_period": "which (unit | season | part_of_day | year_word)"
    " | (unit | season | part_of_day | day_noun | day_word | night_word) which_after",
    "nth_weekday": "(ordinal_word | which) weekday (of | in) (months year? | which unit)",
    "weekday_of_month": "weekday (in | of) months (the? date_number)? year?",
    "weekday_of_week": "weekday (comma | of | in)? the? (which unit | unit which_after)",
    "weekday_day": "weekday the? ordinal (?! of? the? month_name)",
    "short_date": "pair",
    "weekday_before_that": "(before | after) which (comma on? | on) the? weekday",
    "weekday_beside": "the weekday (before | after) which?",
    "weekday_named": "day_noun? (which? weekday (which_after | which)?)",
    "short_weekday": "weekday_short dot?",
    "today": "day_word | this_part",
    "night": "night_word",
    "day_part": "part_of_day",
    "feast_day": "feast (year | year_told)?",
    "the_weekend": "the unit",
    "bare_day": "ordinal",
}
GRAMMAR = Grammar(_RULES, _MACROS)
