"""What a place that a sentence names is to its events: where it happened, where it came from, or a bystander."""

from __future__ import annotations

import re

from geomap.extract.actors.belonging import goes_with
from geomap.extract.places.bystanders import is_behind_another, is_from_the_air, stands_by
from geomap.extract.places.compared import only_measures
from geomap.extract.places.counted_from import is_counted_from
from geomap.extract.places.doings import do_something_else
from geomap.extract.places.item_heads import is_all_that_is_said
from geomap.extract.places.not_places import in_dateline, part_of_a_name
from geomap.extract.places.roads import is_on_its_road, names_a_road, starts_a_journey
from geomap.extract.places.use import Role, Use
from geomap.extract.scene import ARMS_THAT_FLY, Scene
from geomap.extract.words.sentences import Sentence
from geomap.model import Place
from geomap.recognise import Mention
from geomap.resolve import SETTLEMENTS
from geomap.text import fold

_SAYS_WITHIN = 100  # characters behind a town: ", which backs the opposition, said"
_BESIDE_FROM = 24  # characters of "Kapustin Yar, near the"
_NEARBY = 3  # words of "near the", "south of the"
_CONTAINED = 3  # words and signs of ", in the"
_DEED_WITHIN = 24  # characters from a deed to a capital that it leads to, and from that to the next town
_DAY_WITHIN = 24  # characters behind a name in which its own day begins
_ENDS_AN_ITEM = re.compile(r"\s*(?:[.,;:!?)]|$)|\s+(?:and|or)\b")


def role_of(
    scene: Scene,
    mention: Mention,
    place: Place,
    sentence: Sentence,
    clause_start: int,
    earlier: Use | None = None,
) -> Role | None:
    """The part of a place in its sentence; None where the name stands for no place: for a government, a person."""
    language = scene.language
    before = scene.between(sentence.start, mention.start)
    abroad = place.kind == "country" and language.house_of.search(before)  # "the consulate of the Emirates"
    on_its_road = is_on_its_road(scene, mention, place, sentence)
    if abroad or (part_of_a_name(scene, mention, sentence) and not on_its_road):
        return None
    if scene.has("triggers.", mention.start, mention.end) and not language.placed.search(before):
        return None  # "Base in Syria Hit by …", in the capitals of a headline
    if place.kind in SETTLEMENTS and is_hit_as_the_town(scene, mention, sentence, before):
        return "event"
    beside = earlier if earlier is not None and earlier.role == "bystander" else None
    goes_on = beside is not None and _is_of_the_same(scene, mention, place, beside)
    if goes_on or is_counted_from(scene, mention) or _is_only_named(scene, mention, place, sentence, before):
        return "bystander"
    if language.adjective_first and _is_an_adjective(scene, mention):
        return None
    from_here = _comes_from(scene, mention, place, sentence, before, earlier)
    if not from_here and _is_left(scene, mention, sentence, before):
        return "bystander"  # "من بغداد قال", "نازحون من الفاشر"
    if not language.subject_first and _speaks_or_judges(scene, mention, before):
        return "bystander"  # "رام الله وصفت الغارة ب…"
    if _is_flown_to(scene, mention, clause_start):
        return "event"
    if not from_here and not _is_meant_as_a_place(scene, mention, place, sentence, before, earlier):
        return None
    if from_here or language.stationed.search(before):
        return "launch"
    if language.where_behind.match(scene.between(mention.end, mention.end + 40)):
        return "event"  # "visited Kharkiv on Sunday, where a missile …"
    return (
        "bystander"
        if _is_of_who_speaks(scene, mention, place, sentence, clause_start)
        or stands_by(scene, mention, place, clause_start)
        else "event"
    )


def _is_only_named(scene: Scene, mention: Mention, place: Place, sentence: Sentence, before: str) -> bool:
    """Whether nothing is said to have happened there: it speaks, mourns, lies on the way, or is where one fled."""
    language = scene.language
    return (
        in_dateline(scene, mention)
        or _has_its_say(scene, mention, sentence)
        or bool(language.only_beside.search(before))
        or bool(language.according_to.search(before))  # "according to the al-Aqsa Martyrs Hospital"
        or do_something_else(scene, mention, sentence, before)
        or only_measures(scene, mention, sentence)
        or starts_a_journey(scene, mention, sentence)
        or (
            place.kind in SETTLEMENTS and bool(language.office_in.search(before))
        )  # not "the ministry in Gaza"
        or _is_fled_to(scene, mention, sentence, before)
    )


def is_hit_as_the_town(scene: Scene, mention: Mention, sentence: Sentence, before: str) -> bool:
    """Whether who speaks there tells what was done to "the town": "Officials in A said gunmen attacked the town"."""
    said = scene.cues("cues.report", mention.end, min(sentence.end, mention.end + _SAYS_WITHIN))
    gap = scene.text[mention.end : said[0].start].strip() if said else "-"
    if gap[:1] not in ("", ",") or not scene.language.placed.search(before):
        return False  # "the Damascus government said"
    deeds = [t for t in scene.cues("triggers.", mention.end, sentence.end) if not t.tag.endswith(".nouns")]
    others = [m.start for m in scene.mentions(mention.end, sentence.end) if m.places and not m.actors]
    for deed in deeds:
        behind = scene.language.hit_the_town.match(scene.between(deed.end, sentence.end))
        if behind is not None and not any(start < deed.end + behind.end() for start in others):
            return True
    return False


def _is_fled_to(scene: Scene, mention: Mention, sentence: Sentence, before: str) -> bool:
    """Whether it is only where the attackers went after the deed: "killed nine and fled back into Mali"."""
    way = scene.language.flees_to.search(before)
    if way is None or not scene.has("triggers.", sentence.start, sentence.start + way.start()):
        return False  # "people who had fled to Goma were killed there"
    deeds = scene.cues("triggers.", mention.end, sentence.end)
    if deeds and scene.language.open_ended.isdisjoint(scene.between(mention.end, deeds[0].start).split()):
        return False  # "then ran to Palma, beheading five"
    return scene.language.where_behind.match(scene.between(mention.end, mention.end + 40)) is None


def tells_from_there(scene: Scene, sentence: Sentence, mention: Mention, *, itself: bool = False) -> bool:
    """Whether only a noun leads to a town, and a word of saying follows: "Police in Jos said", ", doctors in A said".

    Args:
        scene: The article.
        sentence: The sentence.
        mention: The town.
        itself: Whether it is a site that can speak itself: ", Nasser Hospital in Khan Younis said".
    """
    if not scene.language.tells_behind.match(scene.between(mention.end, mention.end + _SAYS_WITHIN)):
        return False
    before = scene.between(sentence.start, mention.start)
    if itself and scene.text[sentence.start : mention.start].strip(' "“')[-1:] in ("", ","):
        return True  # ", Nasser Hospital said"
    who = scene.language.tells_in.search(before + " ")
    return who is not None and not scene.has("triggers.", mention.start - len(who[0]), mention.start)


def _is_of_the_speaker(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is told of who speaks, with no deed there: "“They fled,” said the deputy, who sits for Bama"."""
    says = scene.cues("cues.report", sentence.start, mention.start)
    if not says or not scene.language.who_speaks.match(scene.between(says[-1].end, mention.start)):
        return False
    return not scene.has("triggers.", says[-1].end, mention.start)


def _is_of_who_speaks(
    scene: Scene, mention: Mention, place: Place, sentence: Sentence, clause_start: int
) -> bool:
    """Whether it is where somebody spoke, or a capital that judges: "the minister said on Monday in Ankara"."""
    language = scene.language
    if language.said_there.search(scene.between(clause_start, mention.start)):
        return True
    seat = bool(mention.actors) or scene.atlas.is_capital(place)
    if seat and tells_from_there(scene, sentence, mention):
        return True
    opens = seat and language.head_of_place.match(scene.between(sentence.start, mention.start))
    if opens and language.seat_of_a_state.match(scene.between(mention.end, sentence.end)):
        return True
    return scene.atlas.is_capital(place) and scene.has("cues.reaction", clause_start, sentence.end)


def _opens_and_says(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is the subject of a verb of saying, as a paper or a government is: "Al-Hadath said that …"."""
    if scene.between(sentence.start, mention.start).strip('the "“'):
        return False
    return scene.language.speaks.match(" " + scene.between(mention.end, mention.end + 30)) is not None


def _has_its_say(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is only the seat of who speaks: "the Babil security committee", "Kirkuk's mayor"."""
    if _is_of_the_speaker(scene, mention, sentence) or names_a_road(scene, mention, sentence):
        return True
    if is_all_that_is_said(scene, mention, sentence):
        return False
    if _opens_and_says(scene, mention, sentence):
        return True
    offices = scene.cues("not_places.offices", mention.end, min(sentence.end, mention.end + 36))
    gap = scene.between(mention.end, offices[0].start) if offices else ""
    return bool(offices) and len(gap.split()) <= 1 and "," not in gap  # "hit a shop in Babil, officials said"


def _speaks_or_judges(scene: Scene, mention: Mention, before: str) -> bool:
    """Whether a town's name stands for its government, as the subject of a verb of saying right behind it."""
    if scene.language.placed.search(before):
        return False
    ahead = mention.end + 14
    cues = (*scene.cues("cues.reaction", mention.end, ahead), *scene.cues("cues.report", mention.end, ahead))
    return any(not scene.text[mention.end : cue.start].strip() for cue in cues)


def _comes_from(
    scene: Scene, mention: Mention, place: Place, sentence: Sentence, before: str, earlier: Use | None
) -> bool:
    """Whether something was sent from here: "from" goes before, with no deed and no other place between."""
    if _is_news_from(scene, mention, sentence):
        return False
    if earlier is not None and earlier.role == "launch" and goes_on_a_list(scene, mention, earlier):
        return True
    if scene.language.launched_beside.search(before):
        return not scene.has("triggers.", max(sentence.start, mention.start - _BESIDE_FROM), mention.start)
    if scene.language.launcher_found.search(before):
        return True  # "found the truck from which they had been fired in A"
    if scene.language.fired_off.search(before):
        return any(
            m.places for m in scene.mentions(mention.end, sentence.end)
        )  # "by warships off A struck B"
    leads = scene.language.launched_from.search(before)
    if (
        leads is None
        or scene.language.distance_from.search(before)
        or scene.language.paces_from.search(before)
    ):
        return False  # "three miles from A" is by A, "fifty metres from a school in A" in it
    if _hits_on_the_way(scene, sentence, mention, leads.group()) or scene.language.carried_off.search(before):
        return False
    words = scene.cues("places.from", max(sentence.start, mention.start - 45), mention.start)
    if words and is_from_the_air(scene, words[-1].start):
        return False
    behind = words[-1].end if words else mention.start
    return not scene.has("triggers.", behind, mention.start) and not is_behind_another(
        scene, behind, mention, place
    )


def _hits_on_the_way(scene: Scene, sentence: Sentence, mention: Mention, leads: str) -> bool:
    """Whether what is "from" somebody struck something that lies here: "missiles from jets hit positions near A"."""
    start = max(sentence.start, mention.start - len(leads.strip()))
    return any(
        not cue.tag.startswith("triggers.launch") for cue in scene.cues("triggers.", start, mention.start)
    )


def _is_left(scene: Scene, mention: Mention, sentence: Sentence, before: str) -> bool:
    """Whether somebody, and no arms, comes from here: "نازحون من الفاشر"."""
    language = scene.language
    if not language.whence.search(before) or language.part_of.search(before):
        return False
    return not _is_news_from(scene, mention, sentence)


def _is_news_from(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether the news comes from here, where the deed was: "More from Sderot, where a rocket hit a depot"."""
    where = scene.language.where_behind.match(scene.between(mention.end, mention.end + 40))
    if where is None or not scene.language.news_from.match(scene.between(sentence.start, mention.start)):
        return False
    comma = scene.text.find(",", mention.end + where.end(), sentence.end)
    return scene.has("triggers.", mention.end, comma if comma > 0 else sentence.end)


def _is_an_adjective(scene: Scene, mention: Mention) -> bool:
    """Whether a name that is a state's too goes with a noun: "US airstrikes", "the UK said"."""
    if mention.actors and (goes_with(scene, mention) or _acts(scene, mention)):
        return True
    text = scene.text
    if fold(mention.text) not in scene.language.initials:
        return False
    lower = (
        text[mention.end : mention.end + 1] == " " and "a" <= text[mention.end + 1 : mention.end + 2] <= "z"
    )
    return lower and not scene.language.names_on.match(text, mention.end)


def _acts(scene: Scene, mention: Mention) -> bool:
    """Whether what acts for a state stands behind its name: "Turkey's air force went after …"."""
    cues = scene.cues("actors.acting", mention.end, mention.end + 24)
    return any(not scene.text[mention.end : cue.start].strip("'’s ") for cue in cues)


def _is_meant_as_a_place(
    scene: Scene, mention: Mention, place: Place, sentence: Sentence, before: str, earlier: Use | None
) -> bool:
    """Whether the name of a state or a capital stands for the place, not for its government."""
    if not mention.actors and (
        not scene.atlas.is_capital(place) or is_all_that_is_said(scene, mention, sentence)
    ):
        return True
    if scene.language.by_its_account.match(scene.between(mention.end, mention.end + 24)):
        return False  # "on Moscow's own figures"
    if scene.language.placed.search(before) or goes_on_a_list(scene, mention, earlier):
        return True
    if earlier is not None and _has_a_day_of_its_own(scene, mention, earlier):
        return True
    if not mention.actors and _opens_a_list_of_towns(scene, mention, place, sentence):
        return True
    if not mention.actors and _is_where_people_fell(scene, mention, sentence):
        return True
    if not mention.actors and scene.language.venue_of.search(before):
        return True
    if not mention.actors and scene.language.capital_venue.match(scene.text[mention.end : mention.end + 40]):
        return True
    after = scene.between(mention.end, min(sentence.end, mention.end + 30))
    struck = scene.language.suffers.match(after)
    deed = scene.has("triggers.", mention.end, min(sentence.end, mention.end + 40))
    return bool(struck) and deed and not mention.actors


def _is_where_people_fell(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether a deed leads straight to a capital, and dead or wounded are counted: "attacked Kyiv, killing five"."""
    deeds = scene.cues("triggers.", max(sentence.start, mention.start - _DEED_WITHIN), mention.start)
    if not deeds or deeds[-1].tag.endswith(".nouns") or scene.text[deeds[-1].end : mention.start].strip():
        return False
    return any(c.best for c in scene.casualties_in(sentence.start, sentence.end))


def _opens_a_list_of_towns(scene: Scene, mention: Mention, place: Place, sentence: Sentence) -> bool:
    """Whether a deed leads to a capital and to towns of its country behind it: "hitting Kyiv, Lviv and Dnipro"."""
    deeds = scene.cues("triggers.", max(sentence.start, mention.start - _DEED_WITHIN), mention.start)
    if not deeds or scene.text[deeds[-1].end : mention.start].strip():
        return False
    behind = scene.mentions(mention.end, min(sentence.end, mention.end + _DEED_WITHIN))
    if (
        not behind
        or not behind[0].places
        or scene.text[mention.end : behind[0].start].strip() not in (",", "،")
    ):
        return False
    towns = [scene.atlas.place(id) for id in behind[0].places]
    return any(town.kind in SETTLEMENTS and town.country == place.country for town in towns)


def _is_of_the_same(scene: Scene, mention: Mention, place: Place, earlier: Use) -> bool:
    """Whether it goes on what is said of a bystander: "in Kaya and the capital", "in Depok, near Jakarta"."""
    return _goes_with(scene, mention, place, earlier) or _tells_where_it_is(scene, mention, earlier)


def _tells_where_it_is(scene: Scene, mention: Mention, earlier: Use) -> bool:
    """Whether only ", near" or ", south of" stand between a place and the town before it."""
    gap = scene.between(earlier.end, mention.start)
    if not gap.startswith(",") or scene.text[earlier.end : earlier.end + 1] != ",":
        return False
    words = gap.strip(" ,")
    return len(words.split()) <= _NEARBY and scene.has("places.near", earlier.end, mention.start)


def goes_on_a_list(scene: Scene, mention: Mention, earlier: Use | None) -> bool:
    """Whether it goes on a list with the place before it: "in Syria and Iraq"."""
    if earlier is None or earlier.end > mention.start or not scene.language.listing:
        return False
    gap = scene.between(earlier.end, mention.start).strip(" ,")
    return not gap or gap in scene.language.listing


def _has_a_day_of_its_own(scene: Scene, mention: Mention, earlier: Use) -> bool:
    """Whether it goes on a list of places with their days: "hit Odesa on Thursday and Kyiv on Saturday"."""
    days = scene.dates_in(earlier.end, mention.start)
    mine = scene.dates_in(mention.end, mention.end + _DAY_WITHIN)
    if not days or not mine or earlier.role != "event":
        return False
    gap = (
        scene.between(earlier.end, days[0].start) + " " + scene.between(days[-1].end, mention.start)
    ).split()
    links = [word.strip(",") for word in gap if word.strip(",") not in scene.language.day_links]
    on = scene.between(mention.end, mine[0].start).split()
    return (
        scene.language.listing.issuperset(filter(None, links))
        and scene.language.day_links.issuperset(on)
        and _ENDS_AN_ITEM.match(scene.text, mine[0].end) is not None
    )


def _goes_with(scene: Scene, mention: Mention, place: Place, earlier: Use) -> bool:
    """Whether it goes on a list with the place before it, or is the land of it: "in Beni, in eastern Congo"."""
    if goes_on_a_list(scene, mention, earlier):
        return True
    if earlier.end > mention.start or not scene.language.listing:
        return False
    gap = scene.between(earlier.end, mention.start)
    near = gap.startswith(",") and len(gap.split()) <= _CONTAINED
    return near and scene.atlas.contains(place, earlier.where.place)


def _is_flown_to(scene: Scene, mention: Mention, clause_start: int) -> bool:
    """Whether what was shot down was on its way here, which is as near as the text says where that was."""
    deeds = scene.cues("triggers.", clause_start, mention.start)
    stopped = any(deed.tag.startswith("triggers.interception") for deed in deeds)
    broken = [deed for deed in deeds if deed.tag.startswith("triggers.damage")]
    if not stopped and not (broken and _sends_arms(scene, broken[-1].end, mention.start)):
        return False
    before = scene.between(max(clause_start, mention.start - 30), mention.start)
    return before.strip().endswith(tuple(scene.language.flown_to) or ("\0",))


def _sends_arms(scene: Scene, start: int, end: int) -> bool:
    """Whether arms that fly are what was destroyed: "destroyed three missiles heading toward"."""
    return any(scene.has(tag, start, end) for tag in ARMS_THAT_FLY)
