"""Who was hurt beside those whom a rule of `rules` finds: more groups before and behind them, as patterns."""

from __future__ import annotations

import re

from geomap.extract.casualties.rules import MACROS
from geomap.extract.words.grammar import pattern_of

# "six civilians and three guards" are nine: a second group right behind the first, or right before it.
ONE_MORE = re.compile(
    pattern_of(
        "((of | other)? human{1,3})? joined (person | civil_one | kin | human n_number | count (who{0,3} human)?)"
        " | other{1,4} joined kin | other joined (person | civil_one)"
        # "مقتل القيادي في الحركة محمود حمدان وأربعة آخرين", "واثنين من مرافقيه"
        " | (other | of | amid | label | person){1,8} joined (kin | count (others | (?= of other? (human | kin))))",
        MACROS,
    )
)
# "استشهد الملازم علي حسن والجندي عمر خليل": who is told by his rank, behind the name of another.
RANKED = re.compile(
    pattern_of("(other | of | amid | label | superlative){1,6} joined (person | civil_one)", MACROS)
)
HEAD = re.compile(pattern_of("who{0,6} human", MACROS))
# More people behind the first: "… and three guards", "… , two policemen and a child", "… together with his son".
NEXT_GROUP = re.compile(
    pattern_of(
        "(comma n_number (?= comma))? comma? (and | along)"
        " ((of? count | a_one) (other | dash | of | acronym){0,3} human{1,2} | n_another | count others)"
        " | comma (of? count | a_one) (other | dash | of | acronym){0,3} human{1,2}",
        MACROS,
    )
)
# Right behind those of whom it is said that they were killed: "… along with two of his guards".
# … and, behind what they were of, only "and two others": "killed the head of the council of A and two others".
OTHERS_BEHIND = re.compile(
    pattern_of(
        "(other | of | human | apostrophe | dash | acronym | symbol | ordinal | label){0,9}"
        " (open (other | acronym){1,3} close)? (and | along)"
        " (n_number others | n_another (?! human) | of n_number (other | dash){0,2} human)",
        MACROS,
    )
)
# … or one who was his: "killed the head of the council of A and his driver".
HIS_OWN_BEHIND = re.compile(
    pattern_of(
        "(other | of | human | apostrophe | dash | acronym | symbol | ordinal | label){0,9}"
        " (comma | comma n_article (other | of | human | acronym | dash){1,9} comma)?"
        " and of other? (person | kin | civil_one) (?= by | put_at | prep | dot | comma | stop | amid)"
        # "… and his wife at the scene was wounded"
        " (?! (by | put_at | prep | amid | of | n_article | human | other | label){1,8} (was | aux) other? harmed)",
        MACROS,
    )
)
COMPANY = re.compile(
    pattern_of("comma? along (count | a_one) (other | others | dash | of){0,3} human{1,2}", MACROS)
)
LATER_GROUP = re.compile(
    pattern_of(
        "(of | other | prep | open | close | dash){0,8}"
        " (comma one (n_number | one | other | of | n_article | dash){0,9})?"
        " comma? along ((count | a_one) (other | others | dash | of){0,3} human{1,2}"
        " | n_another)",
        MACROS,
    )
)
GROUP_BEFORE = re.compile(
    pattern_of(
        "(n_number and of?"
        " | (count of{0,2} | a_one) (other | dash | human | others | acronym | symbol | apostrophe){0,5}"
        " (human | others)"
        " (of name{1,5})?"
        " (aged | comma name{1,5} comma | comma (including | count (of | including) | superlative)"
        " (other | human | one | of | n_article | count | helper | put_at){1,6}"
        " (?= comma and))? (comma? and of? | comma of?)"
        " | (count | a_or) who{0,4} human joined"
        # "إن ضابطا وأربعة جنود قتلوا"
        " | (person | civil_one) who{0,3} joined)",
        MACROS,
    )
    + r"\Z"
)
# Behind those who were wounded: "… and later died in hospital", "…, who later succumbed".
AND_DIED = re.compile(
    pattern_of(
        "(other | of | by | put_at | n_article | along | wound_count | people){0,9}"
        " comma? (and | who_that) (other | helper){0,2} died",
        MACROS,
    )
)
# Behind "a man who was wounded": "… on Monday has died".
HAS_DIED = re.compile(pattern_of("(other | of | by | put_at | n_article){0,9} helper{1,3} died", MACROS))
# Right before "lost 30 men": they are the attackers' own.
OF_ASSAILANTS = re.compile(pattern_of("assailant (comma? who_that)? helper?", MACROS) + r"\Z")
