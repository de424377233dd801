"""How a sentence says that people were killed or wounded: rules over classes of words, for every language.

A number is one token here: `n_number`, `n_some` ("several"), `n_article` ("a"), `n_none` ("no").
"""

from __future__ import annotations

from geomap.extract.words.grammar import Grammar

# Classes of words that speak of the dead, and of the wounded.
KILLED = frozenset(
    {
        "kill",
        "kill_active",
        "neutralise",
        "died",
        "dead",
        "kill_count",
        "kill_one",
        "kill_noun",
        "toll",
        "dual_kill",
        "assassination",
        "assassinate",
        "kill_him",
        "mourn",
    }
)
WOUNDED = frozenset(
    {
        "wound",
        "burn",
        "wound_active",
        "wound_count",
        "wound_one",
        "wound_noun",
        "wound_toll",
        "dual_wound",
        "wound_him",
    }
)
DOES_HARM = frozenset({"kill", "kill_active", "wound", "wound_active", "kill_noun", "wound_noun"})

# Parts of rules, by name; those of `beside` have them too.
MACROS = {
    "prep": "(by | meanwhile)",
    "human": "(people | person | civil | civil_one | assailant | irregular)",
    "one": "(person | civil_one | assailant | kin)",
    "count": "(n_number | n_some)",
    "a_or": "(n_article | n_another)",
    "a_one": "(n_article | n_another | of | a years)",
    "helper": "(aux | was | also)",
    "fallen": "(fell | fell_dead)",
    "slain": "(kill | kill_active | dead)",
    "hurt": "(wound | wound_active)",
    "mixed": "(slain (or | and | slash | joined) helper* hurt | hurt (or | and | slash | joined) helper* slain)",
    "sustain": "(suffer | treat)",
    "injuries": "(wound_count | wound_active | wound_noun)",
    "age": "(daynum | number | small | tens)",
    "years": "((daynum | number | small | tens) dash? measure)",
    "name": "(other | dash | apostrophe | symbol)",
    "who": "(other | aboard | of | human | others | other_one | or_more | label | ordinal | dash | apostrophe | symbol"
    " | acronym | years | at_least | or_so)",
    "harm": "(kill | kill_active | dead | wound | wound_active)",
    "harmed": "(kill | dead | wound | burn | died)",
    "verb": "(kill | kill_active | died | wound | wound_active | kill_noun | wound_noun | assassination)",
    "aside": "(ages | comma human{1,2} (and human{1,2})? comma"
    " | including (other | human | one | of | dash | n_article | count){1,7}"
    " | comma (including | other | count | of | n_article)"
    " (other | human | one | of | count | n_article | and | others | including | included | prep | grave | label"
    " | less_than | daynum | small | tens | number){1,9}"
    " comma | open (including | count) (other | human | one | of | count | and | others | prep){1,9} close"
    " | comma including (other | human | one | of | count | amid | joined | small | tens | ordinal){1,14} comma"
    " | comma including"
    " (other | human | one | of | count | n_article | and | comma | dash | open | close | acronym){3,18} comma"
    " | comma count including aux{1,2} (other | human | one){1,4} comma)",
    "any": "(who | helper | prep | to | and | or | n_article | count | years | measure | including | about | along"
    " | one | not_yet)",
    "aged": "(of n_number (comma name{1,4} comma)? | comma? label age comma? | comma n_number comma)",
    # "three men aged 34, 45 and 51", "two men, 54 and 60 years old,".
    "ages": "(comma? label age ((comma | and)+ age)* comma? | comma age ((comma | and)+ age)* measure comma)",
    "of_what": "(prep n_article? who{1,8} | of n_article who{1,8} | along n_article? who{1,8})",
    # Of what, where and when a toll is, up to what became of it.
    "toll_of": "(who | prep | put_at | to | helper | n_article | who_that | along | between | and | comma | daynum"
    " | small | label | open | close | superlative | measure | total)",
    "moved": "(toll_verb{1,2} (to | put_at) | helper{1,2} toll_verb to?)",
    "beside": "(prep | along) (who | n_article | who_that){1,5}",
    "who_did": "comma? who_that (who | helper | prep | n_article | comma | n_number (?! who{0,3} helper)){1,12}",
    "who_had": "comma? who_that helper{1,2} (other | of | prep | to | human | n_article){1,8}"
    " (comma (other | of | prep | n_article | one | years | measure){1,9} comma)?",
    "helped": "(helper | other){0,3} helper (helper | other | to){0,3}",
    # "… and six more at Mosul on Tuesday", ", and on Sunday one in Kaduna": of the dead told before, elsewhere.
    "as_many": "(another? count (who{0,3} human | others | other_one)? | n_another (n_number (others | human)?)?"
    " | n_article ordinal other_one?)",
    "elsewhere": "(by | put_at) (other | of | n_article | dash | apostrophe | acronym){1,6}"
    " ((by | put_at) (other | daynum | number | small | ordinal){1,4}"
    " | (n_article | a | of) measure (aux | other | by)?)?",
    # "of the border guard", "from Kut and Basra": which of the people, between them and what befell them.
    "of_whom": "(of{1,2} (other | human | acronym | symbol | apostrophe | dash | label){1,6})",
    # "of a labourer's family", "of an aid agency".
    "of_one": "(of n_article (other | human | apostrophe | dash | one | acronym){1,6})",
    # "were stopped and shot dead", "were taken from a bus and executed": what was done to them first.
    "done_first": "(helper | other){0,2} helper (other | shoot | take | to | of | by | n_article | human){1,6} and"
    " (helper | other){0,2}",
    "from_where": "((by | put_at) who{1,6} (and who{1,5})? | of n_article who{1,6})",
    "befell": "(helper{1,3} other? harmed | (helper | other){0,3} died)",
    # "…, first given as 30, …": what it was before.
    "first_said": "(comma (ordinal | superlative | early | other | helper | amid | prep | toll_verb){1,4} "
    "(put_at | to | prep | about){1,2} count comma)",
    "lost": "(both | kill_count | wound_count | kill_one | wound_one)",
    "joint": "(or | and | joined | comma)",
    # "two bombers had killed forty people": whom they killed follows, so that they did not die.
    "object": "(n_number | n_some who{0,3} human | n_article other{0,2} one)",
    # "of the Popular Guard (PG)".
    "abbr": "(open (other | acronym){1,2} close)",
    # "at a clinic in Herat": where one person was.
    "there": "((by | put_at | along) (who | n_article | a | to){1,8}){1,3}",
}
# In order: where two rules could start at one word, the first that fits wins.
_RULES = {
    # "killed or wounded 30": how many of which is not said.
    "either": "mixed count | count who{0,5} (helper | other)* mixed (?! count)"
    " | (kill_noun | wound_noun) (or | joined) (kill_noun | wound_noun) (filler | of | about)? (count | one)"
    " | (count who{0,4})? between kill_one (joined | and) wound_one",
    "part": "(including | (dead | kill | wound) included | prep of (dead | kill | wound) helper+)"
    " (about | other)? (count | a_or) who{0,3}"
    # "…, 30 of them in Rafah"
    " | count including (?= by | put_at | amid)",
    "no_harm": "(nobody | n_none (who | or | and | without){0,6} helper+) (helper | other | to){0,3} (harmed | both)"
    " (joint (helper | other)* harmed)? | (kill | kill_active | wound | wound_active) nobody (?! other)",
    "unharmed": "unharmed | n_number prep other{1,2} (other | of | human | helper){0,4} (unhurt | safe)"
    " | (human | everyone) (other | of | and){0,4} helper (helper | other){0,2} safe"
    " | human of n_number helper (helper | other)? safe"
    " | human helper? other? unhurt | human (other | human | of){0,3} safe",
    "no_loss": "(without | negated) other? (wound_active | kill_active | wound | kill) anybody"
    " | not_lead (other | toll_verb){0,3} (amid other{0,4} daynum?)? amid? (other | of | fallen){0,3}"
    " lost (joint lost)*"
    " | (without | n_none) (other | human | of | symbol | or | and | joined | lost | fallen){0,4}"
    " (lost | dead | wound) (joint (lost | dead | wound))* | both colon n_none",
    "toll": "count put_at of? (toll | wound_toll)"
    " | (toll | wound_toll) (of_what | n_article who{1,8}){1,6} helper{0,2} toll_verb to? count"
    " | (toll | wound_toll | tally (of | other | helper | human){0,3} (dead | kill | wound)) first_said?"
    " (toll_verb | put_at | other | helper | of | to | human | comma | colon | prep | amid | lost"
    " | count (to | and (?! of? (wound | wound_count) put_at))){0,8}"
    " count (?! who{0,5} helper{1,3} other? (wound | burn))"
    " | (toll | wound_toll) toll_of{1,40} moved count (?! measure | not_people)"
    " | (toll | wound_toll)"
    " (other | of | amid | human | not_people | daynum | label | measure | toll_verb){1,14}"
    " (toll_verb | put_at){1,2} to? count (?! measure | not_people)"
    # "ارتفع عدد قتلى التفجير الذي هز مدينة … مساء أمس إلى 40": the verb first
    " | toll_verb of{0,2} (toll | wound_toll)"
    " (other | of | amid | human | people | not_people | daynum | label | measure | toll_verb | who_that){1,16}"
    " to count (?! measure | not_people)"
    " | toll_verb (to | helper | toll_verb){0,2} count"
    " of? (toll | wound_toll | tally who{0,3} who_that? helper* harmed)"
    " | put_at count of? (toll | wound_toll)"
    " | toll_verb of (dead | kill | kill_count | wound | wound_count) to count"
    " | tally who{0,3} who_that helper* harmed (other | comma){0,4} (toll_verb | helper | to | put_at){1,4} count"
    " | tally who{0,3} who_that helper* harmed of_what{1,5} helper{0,2} toll_verb to? count"
    " | tally (of | other | human){1,3} harmed of_what{0,5} helper{0,2} toll_verb to? count"
    " | tally who{0,4} who_that? helper* harmed toll_of{1,28} moved count (?! measure | not_people)",
    "stated": "toll_verb (of | other | human){0,3} (dead | kill | wound) (prep | other | of){0,3} put_at about? count"
    " | (dead | wound | kill | kill_count | wound_count) colon about* count"
    " | (of | joined)? (dead | wound | kill_count | wound_count) (helper | toll_verb){0,3} put_at about? count"
    " | (dead | wound) comma (of | other | human){1,3} toll_verb other put_at count"
    " | joined (kill_count | wound_count) to? n_number | comma of (dead | wound) n_number"
    " | (kill_count | wound_count) n_number (?= dot | comma)"
    " | (dead | kill) helper+ about? count who{0,3} human | of wound aux count who{0,3} human",
    "active": "(verb | dual_kill | dual_wound) (filler | of | about | including | himself and)? count"
    " | burn count who{0,4} human",
    "neutralised": "neutralise symbol? (filler | of | about)? count who{0,4} human"
    " | count who{0,4} human (of who{1,4})? (aside? helper{1,3} | symbol) symbol? neutralise",
    "far": "(kill | wound | died) (other | amid | filler | of | symbol | toll_verb | measure | daynum | label){1,10}"
    " count ((of other?)? human | others)"
    " | kill people other? n_number (of? human | others)"
    # "أصاب الجيش الإسرائيلي سبعة شبان": the verb, who did it, whom
    " | wound_active (other | people | label){1,4} (at_least | filler)? count other? human"
    " | harm comma (prep | put_at | other) (other | human | of | amid | put_at | prep | to){1,7}"
    " comma count who{0,3} human",
    "doer_first": "(kill | assassinate) (assailant | people) (of (other | symbol){1,4})? (n_number | n_some) human"
    # "قتل مسلح فلسطيني سبعة أشخاص"
    " | kill (person | people) (person | other)? count human"
    " | assassinate (other | of | human){0,6} (n_number | n_some) human",
    # "شيعت البلدة اليوم ثلاثة من أبنائها", "the town buried nine of its sons"
    "mourned": "mourn (other | amid | label | measure | at_least | human | daynum){0,5} count"
    " (of of? other? (human | others)? | human | of? other human) (?! helper | was)",
    "his_own": "(kill_him | wound_him) (?! other joined | amid kin | (other | n_number){0,2} (human | one))",
    # "two gunmen on a motorcycle assassinated the commander": the verb, who did it, whom
    "murders": "assassinate (n_number | n_some | assailant | people){0,2} (other | amid | of){0,6} one",
    "behind": "verb other? human (n_number | other_one) | (verb | dual_kill | dual_wound) other_one",
    "fell_one": "(fallen | joined | of) filler? (kill_one | wound_one) | kill_one (?= joined | amid)"
    " | wound_one (?= amid)",
    "fell_people": "fell_dead (amid other{1,3})? count of? other{0,2} human (?! between)",
    "active_one": "verb filler? a_one? (other | dash | apostrophe | years | acronym){0,4}"
    " ((other | apostrophe | symbol | people){0,5} open (other | acronym){1,2} close)? one"
    " | harm a_one other? people one"
    # "أصيب أحد الحراس"
    " | verb one_of human"
    # "قتل مسلحون مجهولون ضابطا", "وقُتل في الهجوم قائد الفوج", "قُتل بالرصاص يوم الاثنين عضو"
    " | (dual_kill | dual_wound) one | kill people other? one | kill amid (other | toll_verb){1,2} one"
    " | kill other{1,2} measure other{1,2} one | fell kill_count one",
    "active_other": "verb n_another",
    "dead_one": "of (kill | dead) one (was | colon)",
    "was_one": "(dead | kill | wound | kill_count) was a_one (other | dash | years){0,4} one",
    "named": "(kill | kill_active) (name | open | close){1,12} comma (n_article | of)?"
    " (other | dash | of){0,5} person",
    "lives": "(take | lose | forfeit) count who{0,4} lives | count other? lives (helper+ lose | at_least)"
    " | (colon | comma) count lives",
    "shot_dead": "shoot count (who | and){0,7} dead",
    "lost_people": "lose (other | of){0,2} count who{0,3} human",
    "were_lost": "count who{0,3} (human | others) (beside | helper)* helper lose (?! count | n_article | of | human)"
    " | count who{0,3} human (and human{1,2})? who_that? of? other helper? lose"
    " (?! count | n_article | of | human | other of)",
    "hospital": "take count who{0,3} (human | others) hospital | treat about? count who{0,3} (human | others)"
    " | count who{0,4} (human | others) helper{1,2} treat (?! put_at)",
    "lost_life": "(lose | forfeit) a_one? other? one other{0,2} lives",
    "counted": "kill_count count who{0,3} human"
    " | (count | n_article) (other | others | civil | people){0,2} (kill_count | wound_count | kill_one | wound_one)"
    " | count wound_noun",
    "dual": "(dual_kill | dual_wound) (?! one | other_one)",
    # "a judge, along with his wife and two sons, was killed"
    "together": "(count who{0,4} human | a_one other{0,3} one) comma along"
    " (other | of | count | n_article | one | human | others | dash | and){1,9} comma (was | aux) other? harmed"
    " | a_one other{0,3} one along count who{0,4} human (was | aux) other? harmed",
    "and_one": "count who{0,3} human and (of | n_article) (other | civil_one){0,2} one (of_one | of_whom)?"
    " (helped harmed | died) | n_number and of (other | civil_one){0,2} one (helped harmed | died)",
    "passive": "count who{0,9} (of count who{0,3})? abbr? aside? helped harmed (?! object)"
    " | count who{0,3} (human | others) of_one ((of | by) who{1,3})? aside? helped harmed"
    " | count who{0,4} (human | others) of_one? aside? done_first (harmed | died) (?! count | n_article | of | human)"
    " | count other{0,4} (human | others){1,2} (beside | who_did) helped harmed"
    # "56 women, men and children were wounded"
    " | count (of? other)? human (comma other? human){1,3} and other? human aside? helped harmed (?! object)"
    " | count who{0,6} who_that (died | helper{1,2} (kill | dead | wound))"
    " (?! count | n_article | of | human | other)"
    " | count (other | of){0,2} human and (other | human){1,2} aside? (helped harmed | died)"
    " | count who{0,6} and n_article other{1,2} helped harmed | count beside helped harmed"
    # "the five victims were killed"
    " | count other{0,2} both (helped harmed | died) (?! count | n_article | of | human)"
    " | count other{0,4} (human | others) who_had (died | helped harmed)"
    " | count who{0,3} (human | others | of{1,2} human) (of (other | acronym){1,4})? from_where befell"
    " (?! count | n_article | of | human)"
    " | count who{0,4} (human | others) of_whom? ((prep | put_at) who{1,5})? comma who{1,6} comma befell"
    " (?! count | n_article | of | human)"
    " | count who{0,3} human aside? (other | fell_dead) (other | of | prep){0,3} and helper{1,2} other? harmed"
    " | count who{0,3} human of{1,2} who{1,3} and of? who{1,3} helper{1,3} other? harmed"
    " | count who{0,3} human (of who{1,3})? who_that fell_dead (?= prep)"
    " | count who{0,3} human comma (who | n_number){1,5} comma who_that (died | helper{1,2} (kill | dead | wound))"
    " (?! count | n_article | of | human)",
    "among": "count who{0,5} helper{1,2} prep (of | who_that){1,2} (helper | of)* (dead | kill | wound)",
    "pair": "(n_article | of) other{0,3} one (prep | of | other | human | acronym){0,5}"
    " (aged | comma name{1,4} comma)?"
    " and (n_article | of)? other{0,2} one aged? (helper+ other? harmed | died)",
    "were_called": "of_whom? aux helper? (kill | died)"
    " (?! count | n_article | n_another | of | human | other | himself)",
    "passive_one": "a_one (other | dash | years | one | people){0,5} one (aged | of_whom)? abbr?"
    " (aged | beside | who_did | comma name{1,4} comma | comma (other | of | n_article | human | prep){1,12} comma)?"
    " comma? (name | helper){0,5} (other | helper){0,4} (died | (kill | dead | wound)"
    " (?! count | n_article | n_another | of | human | himself))"
    " | a_one (other | dash | years | one | people){0,5} one (aged | beside | who_did)? name{0,5}"
    " (other | aux | also){0,4} was (other | helper){0,4} harmed"
    # "a gunman had killed at least four people": an object follows, so that they died and not he
    " | a_one (other | dash | years | one | people){0,5} one (aged | beside | who_did)? name{0,5}"
    " helper (other | helper){0,4} harmed"
    " (?! (filler | about | at_least | other){0,2} count | n_article | n_another | of | human | himself)"
    " | a_one (other | dash | years | one | people){0,5} one other? (prep | to | put_at) (who | n_article){1,5} died"
    # "the town's mayor, Omar Adan, was killed"
    " | apostrophe (other | dash | one){1,3} one comma name{1,4} comma (was | aux) (other | helper){0,3} harmed"
    " (?! count | n_article | of | human)"
    # "a guard at a fuel station was hurt", "a leader of an allied militia was killed"
    " | a_one (other | dash | years | one | people){0,5} one (there | of_one) abbr? was (other | helper){0,2} harmed"
    # "a corporal of the battalion was hit at his post and died", "a man was stabbed in Haifa and badly hurt"
    " | a_one (other | dash | years | one | people){0,5} one (there | of_whom | of_one)?"
    " was (other | by | put_at | of | n_article | a | to | label){1,7} and (helper | other){0,2} harmed"
    " (?! object | of | human)",
    # "a policeman protecting a polling station was shot dead": what one did there
    "placed_one": "a_one (other | dash | years | one | people){0,5} one other"
    " (other | of | by | put_at | human | n_article | a | acronym | symbol | apostrophe | dash | label){1,9}"
    " was (other | helper){0,2} harmed"
    " (?! (filler | about){0,2} count | n_article | of | human | himself)",
    "years_one": "(a | of) years helper (helper | other){0,3} harmed",
    "another_one": "n_another (helper{0,4} | helper{1,2} other) harmed"
    " (?! (filler | about | at_least){0,2} count | n_article | of | human | himself)",
    "left": "leave count (who | and){0,7} aside? (dead | wound | kill | (prep | along) other{0,2} wound_count)",
    "grave": "count who{0,6} (prep who{1,6})? helper{0,2} grave",
    "with_wounds": "count who{0,4} along other{0,2} injuries"
    " | count who{0,5} aside? helper{1,3}"
    " (other | take | to | prep | of | and | human){1,8} along other{0,2} injuries",
    "suffered": "count who{0,6} aside? (helper | other)? sustain (other | n_article){0,3} injuries"
    " | count who{0,6} helper{1,2} other{0,2} wound_count (?! helper)"
    " | sustain count who{0,4} prep? other{0,2} wound_count"
    " | a_one (other | dash | one){0,3} (one | civil_one other) (of_whom | of_one)? (helper | other)?"
    " sustain (other | n_article){0,4} injuries (?! to who_that)",
    "headline": "count who{0,5} (human | others) (of other n_number)?"
    " (or_more? toll_verb{0,2} harmed | aside toll_verb{0,2} harmed (?! including))"
    " (?! count | n_article | n_another | dual_kill | dual_wound | of | human)"
    " | count who{0,5} (human | others) aside? helper+ other? harmed (?! object)"
    " | count who{0,5} (human | others) other harmed",
    "bare": "count other{1,2} dead (?! other | one | human)"
    " | count including? harmed (?! count | n_article | dual_kill | dual_wound)",
    "died": "count who{0,6} (of count who{0,3} | n_number who{0,2})? aside? beside?"
    " (helper | other | to | toll_verb){0,5} died (?! count | n_article)"
    " | count of{0,2} other{0,2} human of_whom? (other | helper)? fell_dead",
    "apart": "count who{0,5} (of count who{0,3})? (human | others) (who_that any{1,14})?"
    " (comma who_that? any{1,16} comma)?"
    " ((helper | other){0,3} died | helper+ (helper | other){0,3} harmed) (?! count | n_article)",
    # "four men travelling in a car near the river were killed": between them and what befell them, where they were
    "placed": "count (of{1,2} count)? who{0,4} (human | others) (by | put_at | of | leave | other | aboard)"
    " (other | of | by | to | put_at | human | n_article | a | acronym | symbol | apostrophe | dash"
    " | label | along){1,10}"
    " ((was | aux){1,3} other? harmed | died | sustain (other | n_article){0,3} injuries)"
    " (?! (filler | about){0,2} count | n_article | of | human | himself)",
    # "ثمانية من سكان القرية قتلوا": the verb of many behind them
    "many_fell": "count of{0,2} other? (human | others)"
    " (amid | of | other | label | human | acronym | superlative){0,9} (kill | died | wound)"
    " (?! count | n_article | n_another | one | dual_kill | human | himself)",
    "elided": "(comma? and | comma | stop | colon) ((by | put_at) other{1,2} comma?)? as_many elsewhere"
    " (?= dot | comma | stop | and | prep)"
    " | (and | comma) count prep other{1,3} (dot | comma | stop | and | prep)"
    " | and count who{0,3} human prep other{1,3} (dot | comma | stop)"
    # "خمسة في رفح واثنين في خان يونس"
    " | comma? (joined | and) (n_number | n_some) (human | others)? (including (count human | one))? amid other",
    "head_one": "one (comma n_number comma)? was? other? (kill | wound | dead) prep | one (kill | died) (?= joined)"
    " | one other (daynum | number | small | tens) measure (kill | died) (?= joined)"
    " | one name{1,4} comma kill prep",
    "one_first": "one (other | amid | of){1,6} toll_verb? kill amid",
    "identified": "dead_named",
    "assassinated": "assassination other",
    "called": "(kill | kill_active) name{2,5}",
    "died_beside": "died along (count | a_or | of) (other | others | dash | of){0,3} human",
    "who_died": "(of | n_article) other{0,2} one who_that (died | helper{1,2} (kill | dead)) (?= helper | was)",
    "was_called": "was (helper | other){0,2} (kill | died) | comma n_number comma died",
}
GRAMMAR = Grammar(_RULES, MACROS)
