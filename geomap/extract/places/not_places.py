"""Where a place's name is part of something else: a person, an outlet, the dateline."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.recognise import Cue, Mention
from geomap.resolve import SETTLEMENTS

_DATELINE = re.compile(
    r"^[\"“(]?[A-Z\u00c0-\u00de\u0600-\u06ff](?:[^.!?\n]|\.(?=\s?\d|\w+\))){1,70}?\s*(?:--|–|—|―|\s-|\)\.?-)\s"
    r"|^[\u0600-\u06ff][\u0600-\u06ff ]{1,28}/\s?(?=\S)"
    # "جنين 16-11-2025 وفا- ", "نابلس- معا- "
    r"|^[\u0600-\u06ff][\u0600-\u06ff ]{1,28}(?: \d{1,2}[-/]\d{1,2}[-/]\d{2,4} |\s?-\s?)"
    r"[\u0600-\u06ff ]{2,16}-\s?(?=\S)"
    r"|^[A-Z][A-Z .'’-]{2,28}(?:/[A-Z][A-Z .'’-]{2,28}){1,3}:\s"  # "PESHAWAR/QUETTA: "
    r"|^[A-Z][A-Z .'’-]{2,28}, [A-Z][A-Za-z .]{2,28}:\s"  # "LAGOS, Nigeria: "
    r"|^[A-Z][A-Z .'’/-]{2,58}(?:, [A-Z][A-Za-z .]{2,28})? \([A-Z]{2,6}\)\s(?=[A-Z])"  # "DUBAI (AP) A drone"
)
# Every dateline has one, few sentences do: a dash, a hyphen behind another or a blank, "(AP) ", ", Iraq: ".
_SIGN = re.compile(
    r"–|—|―|/|-(?<=[-\s\u0600-\u06ff).]-)|\)(?<=[A-Z]\)) |(?<=[A-Z]{3}), [A-Z][A-Za-z .]{2,28}: "
)
# The head of a report in Indian papers: Srinagar, Nov 18 and a colon, or with an agency in brackets.
_TOWN_AND_DAY = re.compile(
    r"[A-Z\u00c0-\u00de][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20})?(?:, [A-Z][\w ]{2,20})?,"
    r" (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?(?: ?\([^()\n]{2,20}\))?:\s(?=[A-Z\d])"
)
# How a dateline opens and how it goes on behind its day: "(Beirut, November 21, 2024) –", "Nairobi, Kenya, Nov 21 -".
_TOWN = re.compile(r"\(?[A-Z\u00c0-\u00de][\w’'-]+(?: [A-Z\u00c0-\u00de][\w’'-]+){0,2}(?:, [A-Z][\w’'-]+)?, ")
_AGENCY = re.compile(r"\)?(?:,? \d{4})?(?: ?\([^()\n]{2,30}\))?\.?\s*(?:--|–|—|―|-)\s")
_DAY_GOES_ON = 24  # characters behind a mark in a date: "أبريل/نيسان الماضي"
_SAINTS_WORDS = 3  # from the name of a saint to the house that bears it: "Catholic church"
_BOUND = 36  # characters behind a name: "-bound" and what is on its way there
_TYPE = 60  # characters before the name of a make of drones
_OPEN_QUOTES = tuple('"“«„')
_HYPHENS = ("-", "–", "—")
_NICKNAME = re.compile(r"\s+[\"“«][A-Z][\w ]{1,20}[\"”»]\s+[A-Z]")  # Joaquín "El Chapo" Guzmán
_LAST_NAME = re.compile(r"[,(] ([A-Z][a-z]+) $")  # before the last name in an apposition: ", Saad Maan,"
_FIRST_WORD = re.compile(r"[a-z] ([A-Z][a-z'’-]+) $")
_AGE = re.compile(r", \d{1,2}(?:[,.;)]|$| and [A-Z])")  # behind a person: "her sons Hassan, 13, and Amir, 2."
# "the Lahore-Karachi Tezgam Express": the ends of a line, and the train that runs on it
_TRAIN = re.compile(r"(?: [A-Z]\w+){0,2} (?:Express|Mail|Superfast|Passenger|[Pp]assenger train|train)\b")
_NAME_GOES_ON = re.compile(
    r" (?:de|del|da|do|das|dos|du|des)(?: la| los| las| el)? [A-Z]"
)  # "Palo de Lluvia"
_NEXT_NAME = re.compile(r"\s+(?:al-|Al-|el-)?([A-Z][\w'’-]+)")


@lru_cache(maxsize=64)
def _heads(opening: str) -> tuple[re.Match[str] | None, bool]:
    """The dateline that a line opens with, else whether it is a town and a day; kept, for each name of a line asks."""
    head = _DATELINE.match(opening) if _SIGN.search(opening) else None
    return head, head is None and _TOWN_AND_DAY.match(opening) is not None


def dateline_end(scene: Scene, sentence: Sentence) -> int:
    """Where the dateline that opens a sentence ends; the sentence's start where it has none."""
    head, with_day = _heads(scene.text[sentence.start : sentence.start + 90])
    if with_day:
        return _behind_town_and_day(scene, sentence.start) or sentence.start
    if head is None or scene.has("triggers.", sentence.start, sentence.start + head.end()):
        return sentence.start
    if _cuts_a_day(scene, sentence.start, sentence.start + head.end()):
        return sentence.start
    first = head.group().split(",")[0].split(" ")[0]
    end = sentence.start + head.end()
    is_head = first.isupper() or not scene.language.capitals or _is_place_and_day(scene, sentence, end)
    return end if is_head else sentence.start


def _cuts_a_day(scene: Scene, start: int, end: int) -> bool:
    """Whether a mark stands inside a date, and ends no dateline: "في الرابع من أبريل/نيسان هاجم …"."""
    return any(d.start < end < d.end for d in scene.dates_in(start, end + _DAY_GOES_ON))


def _behind_town_and_day(scene: Scene, start: int) -> int:
    """Where a dateline with a colon ends, if its line tells of another place: else it is the item of a list."""
    head = _TOWN_AND_DAY.match(scene.text, start)
    if head is None:
        return 0
    closes = scene.text.find("\n", head.end())
    closes = len(scene.text) if closes < 0 else closes
    elsewhere = any(m.places and not m.actors for m in scene.mentions(head.end(), closes))
    return head.end() if elsewhere else 0


def _is_place_and_day(scene: Scene, sentence: Sentence, end: int) -> bool:
    """Whether a place opens it and a day follows: "Beirut, Monday - …"; not "On Monday - a holiday - …"."""
    days = scene.dates_in(sentence.start, end)
    if any(m.places and m.start == sentence.start for m in scene.mentions(sentence.start, end)):
        return bool(days)
    name = _TOWN.match(scene.text, sentence.start, end)  # a town that nothing knows, or that nobody looked up
    opens = name.end() if name is not None else sentence.start
    rest = _AGENCY.fullmatch(scene.text, days[0].end, end) if days and days[0].start == opens else None
    # "Dec 8 - A soldier is killed" is an item of a list of days, "Dec 8 (Reuters) - A soldier …" is none.
    return rest is not None and (name is not None or "(" in rest.group())


def in_dateline(scene: Scene, mention: Mention) -> bool:
    """Whether it is where the article was written: "ERBIL, Kurdistan Region - …", "BAGHDAD, Jan. 25 (Xinhua) --"."""
    line_start = scene.text.rfind("\n", 0, mention.start) + 1
    if scene.sentences and scene.sentences[0].start <= mention.start:
        line_start = max(line_start, scene.sentences[0].start)  # behind a collector's own header
    if mention.end - line_start > 92:
        return False
    head, with_day = _heads(scene.text[line_start : line_start + 90].lstrip())
    if with_day:
        return mention.end <= _behind_town_and_day(scene, line_start)
    if not head or mention.end - line_start > head.end() + 2:
        return False
    ends = line_start + head.end()
    if scene.has("triggers.", line_start, ends) or _cuts_a_day(scene, line_start, ends):
        return False
    inside = scene.text[line_start : line_start + head.end()]
    return scene.text[line_start : mention.end].strip().isupper() or inside.count(" ") <= 8


def part_of_a_name(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """A person ("Omar al-Bashir"), an outlet ("Baghdad Post") or a title holder is not a place."""
    tails = scene.cues("not_places.tails", mention.end, min(sentence.end, mention.end + 24))
    if (
        tails
        and not scene.text[mention.end : tails[0].start].strip(" -")
        and _may_close_a_name(scene, mention, tails[0])
    ):
        return True
    titles = scene.cues("not_places.titles", max(sentence.start, mention.start - 24), mention.start)
    if titles and not scene.text[titles[-1].end : mention.start].strip(" .\"'“”«-"):
        return True
    if scene.language.branch_behind.match(scene.between(mention.end, mention.end + 16)):
        return True  # "the Sahel branch of the group"
    hyphened = scene.text[mention.end : mention.end + 1] in _HYPHENS
    if hyphened and scene.language.bound_there.match(scene.between(mention.end, mention.end + _BOUND)):
        return True  # "the Peshawar-bound train"
    if scene.language.type_named.search(
        scene.between(max(sentence.start, mention.start - _TYPE), mention.start)
    ):
        return True  # "a drone of the type «Yafa»"
    if scene.language.named_ship.search(
        scene.text[max(sentence.start, mention.start - _TYPE) : mention.start]
    ):
        return True  # "مركب الركاب «تمبكتو»"
    if _is_a_street(scene, mention, sentence) or _is_a_saints_house(scene, mention):
        return True
    return scene.language.capitals and _is_a_person(scene, mention)


def _may_close_a_name(scene: Scene, mention: Mention, tail: Cue) -> bool:
    """Whether a word behind a place is spelt as the end of an outlet's name: "Baghdad Post", "موقع «درعا 24»"."""
    if scene.language.capitals:
        return scene.text[tail.start].isupper()
    return not tail.text.isdigit() or scene.text[mention.start - 1 : mention.start] in _OPEN_QUOTES


def _is_a_street(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it names a street, or a building in another place that follows: "Gamboru Market in Maiduguri"."""
    end = mention.end
    if scene.text[end : end + 1] in _HYPHENS:  # "the Damascus-Aleppo motorway"
        other = scene.mentions(end + 1, min(sentence.end, end + 40))[:1]
        end = other[0].end if other and other[0].start == end + 1 and other[0].places else end
    if end > mention.end or scene.text[mention.start - 1 : mention.start] in _HYPHENS:
        train = _TRAIN.match(scene.text, end)
        if train and any(m.places for m in scene.mentions(train.end(), sentence.end)):
            return True  # "the Lahore-Karachi Express near Sukkur"
    behind = scene.text[end : end + 24]
    word = next(iter(behind.split()), "").rstrip(".,;:’'") if behind[:1] == " " else ""
    if word in scene.language.streets:
        return True
    if word in scene.language.vehicles and scene.language.rides.search(
        scene.between(sentence.start, mention.start)
    ):
        return True  # "people getting off the Nairobi coach"
    if word.capitalize() not in scene.language.venues or scene.has(
        "places.base_words", mention.start, mention.end
    ):
        return False
    after = scene.mentions(mention.end, min(sentence.end, mention.end + 60))
    if word.islower():  # "a Kyiv market on Monday" is in Kyiv, "the Gamboru market in Maiduguri" in Maiduguri
        return any(m.places and _is_put_into(scene, mention, word, m) for m in after[:1])
    return any(m.places for m in after)


def _is_a_saints_house(scene: Scene, mention: Mention) -> bool:
    """Whether it is the saint of a church, a school or a hospital: "the Santa Maria Catholic church"."""
    if mention.text.split()[0] not in scene.language.saints:
        return False
    behind = scene.text[mention.end : mention.end + 40].split("\n")[0]
    words = behind.split()[:_SAINTS_WORDS] if behind[:1] == " " else []
    for word in words:
        if word.rstrip(".,;:’'").lower() in scene.language.saints_houses:
            return True
        if not word[0].isupper() or word[-1] in ".,;:":
            return False
    return False


def _is_put_into(scene: Scene, mention: Mention, venue: str, town: Mention) -> bool:
    """Whether a building goes by the name of a place other than that in which it is, with "in" between."""
    start = mention.end + 1 + len(venue)
    if not scene.language.placed.search(f" {scene.between(start, town.start)} "):
        return False
    named, around = scene.atlas.place(mention.places[0]), scene.atlas.place(town.places[0])
    site = named.kind not in SETTLEMENTS and not scene.atlas.rank(named)
    return not site and scene.atlas.rank(around) <= scene.atlas.rank(named)


def _is_a_person(scene: Scene, mention: Mention) -> bool:
    """Whether a capitalised word that nothing explains follows, and no preposition goes before.

    Behind a preposition the two words are a place's name, which is not this one where the article speaks of other
    countries: "in Saida Sohal", of India, is not in Sidon.
    """
    if mention.actors or len(mention.text.split()) != 1:
        return False
    if _NICKNAME.match(scene.text, mention.end) or _is_a_last_name(scene, mention):
        return True
    placed = scene.language.no_person.search(scene.text[max(0, mention.start - 10) : mention.start])
    if placed is None and _AGE.match(scene.text, mention.end):
        return True
    if _NAME_GOES_ON.match(scene.text, mention.end) and _is_far_away(scene, mention):
        return True
    if _ends_a_name(scene, mention) and _is_far_away(scene, mention):
        return True
    follows = _NEXT_NAME.match(scene.text[mention.end : mention.end + 24])
    if not follows:
        return False
    at = mention.end + follows.start(1)
    if _is_explained(scene, at, at + len(follows.group(1))) or scene.text[mention.end] == "\n":
        return False
    return placed is None or _is_far_away(scene, mention)


def _ends_a_name(scene: Scene, mention: Mention) -> bool:
    """Whether a capitalised word that nothing explains goes right before: "the Seh Dokan", a mosque."""
    first = _FIRST_WORD.search(scene.text, max(0, mention.start - 24), mention.start)
    return first is not None and not _is_explained(scene, first.start(1), first.end(1))


def _is_a_last_name(scene: Scene, mention: Mention) -> bool:
    """Whether only a given name that nothing explains goes before it, between commas: "the spokesman, Saad Maan,"."""
    first = _LAST_NAME.search(scene.text, max(0, mention.start - 24), mention.start)
    if first is None or scene.text[mention.end : mention.end + 1] not in (",", ")"):
        return False
    head = first.group(1).casefold() in scene.language.name_heads
    return not head and not _is_explained(scene, first.start(1), first.end(1))


def _is_far_away(scene: Scene, mention: Mention) -> bool:
    """Whether only this very name speaks of its country in an article about others."""
    country = scene.atlas.place(mention.places[0]).country if mention.places else None
    own = sum(m.places == mention.places for m in scene.reading.mentions)
    elsewhere = any(code != country and times > own for code, times in scene.countries.items())
    return elsewhere and scene.countries.get(country or "", 0) <= own


def _is_explained(scene: Scene, start: int, end: int) -> bool:
    if scene.between(start, end) in scene.language.kind_words:
        return True
    return scene.explained.touch(start, end)
