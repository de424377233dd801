"""How a sentence says that people were killed or wounded: rules over classes of words, for every language.

A number is one token here: `n_number`, `n_some` ("several"), `n_article` ("a"), `n_none` ("no").
"""

from __future__ import annotations

import re

from geomap.extract.grammar import Grammar, pattern_of

# Classes of words that speak of the dead, and of the wounded.
KILLED = frozenset(
    {"kill", "kill_active", "died", "dead", "kill_count", "kill_one", "kill_noun", "toll", "dual_kill"}
)
WOUNDED = frozenset(
    {"wound", "wound_active", "wound_count", "wound_one", "wound_noun", "wound_toll", "dual_wound"}
)
DOES_HARM = frozenset({"kill", "kill_active", "wound", "wound_active", "kill_noun", "wound_noun"})

_MACROS = {
    "human": "(people | person | civil | civil_one)",
    "count": "(n_number | n_some)",
    "who": "(other | of | human | others | other_one | or_more | label | ordinal | dash | apostrophe | symbol)",
    "harm": "(kill | kill_active | dead | wound | wound_active)",
    "harmed": "(kill | dead | wound | died)",
    "verb": "(kill | kill_active | died | wound | wound_active | kill_noun | wound_noun)",
    "aside": "(comma (including | other | count | of)"
    " (other | human | of | count | n_article | and | others | including){1,9} comma)",
    "beside": "by (who | n_article){1,5}",
    "helped": "(aux | other){0,3} aux (aux | other){0,2}",
    "lost": "(both | kill_count | wound_count | kill_one | wound_one)",
    "joint": "(or | and | joined | comma)",
}
# In order: where two rules could start at one word, the first that fits wins.
_RULES = {
    # "killed or wounded 30": how many of which is not said.
    "either": "(count who{0,5} (aux | other)*)? harm (or | and | slash | joined) aux* harm count"
    " | count who{0,5} aux* harm (or | and | slash | joined) aux* harm"
    " | (kill_noun | wound_noun) (or | joined) (kill_noun | wound_noun) (filler | of | about)? count"
    " | (count who{0,4})? between kill_one (joined | and) wound_one",
    "part": "including (about | other)? (count | n_article) who{0,3}",
    "no_harm": "(nobody | n_none (who | or | and){0,6} aux+) (aux | other){0,3} (harmed | both)"
    " (joint (aux | other)* harmed)?",
    "unharmed": "unharmed",
    "no_loss": "(without | n_none) (other | human | of | symbol | or | and | joined | lost | fell){0,4}"
    " (lost | dead | wound) (joint (lost | dead | wound))*",
    "toll": "(toll | wound_toll | tally (other | aux){0,2} (dead | kill | wound))"
    " (toll_verb | put_at | other | aux | of | to | human | comma | colon | by | amid | lost"
    " | count (to | and)){0,8} count | toll_verb (to | aux | toll_verb){0,2} count toll",
    "stated": "(dead | wound | kill | kill_count | wound_count) colon about* count"
    " | (of | joined)? (dead | wound | kill_count | wound_count) put_at count",
    "active": "verb (filler | of | about | including)? count",
    "far": "(kill | wound | died) (other | amid | filler | of | symbol | toll_verb){1,5} count human",
    "behind": "verb human (n_number | other_one) | verb other_one",
    "fell_one": "(fell | joined | of) (kill_one | wound_one) | kill_one joined",
    "active_one": "verb (n_article | of)? (other | dash | apostrophe){0,4} (person | civil_one)",
    "named": "(kill | kill_active) (other | dash | apostrophe | symbol | open | close){1,12} comma (n_article | of)?"
    " (other | dash | of){0,5} person",
    "counted": "(count | n_article) (other | others | civil){0,2} (kill_count | wound_count | kill_one | wound_one)"
    " | count wound_noun",
    "dual": "dual_kill | dual_wound",
    "passive": "count who{0,9} aside? helped harmed | count other{0,4} (human | others) beside helped harmed",
    "passive_one": "(n_article | of) (other | dash){0,4} (person | civil_one)"
    " (of n_number | beside aux | comma (other | of | n_article | human){1,8} comma aux)?"
    " (other | dash | apostrophe | symbol){0,5} (aux | other){0,4} harmed",
    "left": "leave count (who | and){0,7} (dead | wound | kill | by other{0,2} wound_count)",
    "suffered": "count who{0,6} (aux | other)? suffer other{0,3} (wound_count | wound_active)",
    "headline": "count who{0,5} (human | others) aside? aux* other? harmed",
    "bare": "count harmed",
    "died": "count who{0,6} aside? (aux | other){0,3} died",
}
GRAMMAR = Grammar(_RULES, _MACROS)
# "six civilians and three guards" are nine: a second group right behind the first, or right before it.
ONE_MORE = re.compile(
    pattern_of("(who{0,4} human)? joined (person | civil_one | count (who{0,3} human)?)", _MACROS)
)
NEXT_GROUP = re.compile(
    pattern_of("who{0,4} human (and | joined) (count | n_article) who{0,3} human", _MACROS)
)
GROUP_BEFORE = re.compile(pattern_of("(count | n_article) who{0,4} human (and | joined)", _MACROS) + r"\Z")
