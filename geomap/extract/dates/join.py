"""From the rules' pieces to whole phrases: "Sunday" + "evening" + "October 27", "from Friday" + "to Sunday"."""

from __future__ import annotations

import datetime as dt
from typing import Any

from geomap.extract.dates.found import Found
from geomap.extract.dates.phrase import DatePhrase
from geomap.extract.words.classes import CODES, code_of
from geomap.extract.words.tokens import Scan


def _codes(*names: str) -> frozenset[str]:
    return frozenset(code_of(name) for name in names)


_TO_TIME = _codes(
    "on", "in", "the", "comma", "open", "of", "slash", "dash", "colon", "clock_noun", "close", "from"
)
_FROM_TIME = _codes("on", "in", "the", "comma", "of", "from", "close", "day_noun", "open")
_TO_DATE = _codes("comma", "open", "the", "on", "day_noun", "dot", "dash")
_A_WEEKDAY = {code_of(mark) + code_of("count") for mark in ("comma", "open", "dash")}
_TO = _codes("to", "until", "dash")
_AND = _codes("and", "or", "joined")
_SKIP_BACK = _codes(
    "the", "on", "in", "of", "which", "day_noun", "apostrophe", "month_noun", "part_of_day", "part"
)
_GOVERNORS = {
    code_of(n): n
    for n in ("since", "after", "before", "until", "between", "from", "after_span", "ago_before", "to")
}
_GOVERNOR_NAME = {"after_span": "after", "ago_before": "before"}
_CLAUSE_END = _codes("comma", "dot", "stop", "newline", "semicolon", "colon", "open", "and", "joined")
_DAYISH = ("date", "weekday", "today")


def join(text: str, scan: Scan, found: list[Found], landmarks: tuple[str, ...]) -> list[DatePhrase]:
    """Whole phrases with their spans and flags.

    Args:
        text: The text.
        scan: Its tokens.
        found: The pieces, in order.
        landmarks: Days (month-day) that stand for a war when "since" or "attacks" is beside them.
    """
    pieces = _join_ranges(_join_dates(_join_times(found, scan), scan), scan)
    pieces = [piece for piece in pieces if not piece.says.get("_short")]
    month_first = _month_first(pieces)
    phrases = []
    for i, piece in enumerate(pieces):
        floor = pieces[i - 1].last if i else 0
        says = _flagged(piece, scan, floor, landmarks)
        phrases.append(_phrase(text, scan, piece, says, month_first))
    return phrases


def _gap(scan: Scan, one: Found, other: Found) -> str:
    return scan.codes[one.last : other.first]


def _only(gap: str, allowed: frozenset[str], longest: int) -> bool:
    return len(gap) <= longest and all(code in allowed for code in gap)


def _beside(gap: str) -> bool:
    """Whether two pieces may be of one day: "Tues. 2 August", not "on Tuesday. On 2 August …"."""
    ends = code_of("dot") in gap and len(gap) > 1
    return not ends and _only(gap, _TO_DATE, 3)


def _join_times(found: list[Found], scan: Scan) -> list[Found]:
    """A time of day goes to the day right beside it: "Sunday evening", "at dawn on Sunday"."""
    pieces: list[Found] = []
    for piece in found:
        before = pieces[-1] if pieces else None
        if before is not None:
            gap = _gap(scan, before, piece)
            if piece.says["kind"] == "time" and _takes_time(before) and _only(gap, _TO_TIME, 4):
                pieces[-1] = _with_time(before, piece)
                continue
            if before.says.get("_short") and _is_a_clock(piece) and gap in ("", CODES["comma"]):
                whole = _with_time(before, piece)  # "WED 15:30 Two hurt at the base"
                pieces[-1] = whole._replace(says=whole.says | {"_short": False})
                continue
            to_morning = before.says.get("time_of_day") == "night" and gap == code_of("to")
            if (
                before.says["kind"] in ("time", "night")
                and _takes_time(piece)
                and (to_morning or _only(gap, _FROM_TIME, 4))
            ):
                if to_morning:  # "in the night to Sunday"
                    piece = piece._replace(says=piece.says | {"_night": "over"})
                pieces[-1] = _with_time(before, piece)
                continue
        pieces.append(piece)
    return pieces


def _is_a_clock(piece: Found) -> bool:
    """Whether a piece is a time in figures."""
    return piece.says["kind"] == "time" and str(piece.says.get("time_of_day"))[:1].isdigit()


def _takes_time(piece: Found) -> bool:
    """Whether a piece may have a time of day: a day, or a first time of day ("9:52 am (6:52 am GMT)")."""
    kind = piece.says["kind"]
    if kind == "date" or kind == "range":
        return "day" in piece.says
    return kind in ("weekday", "today", "time") and not piece.says.get("_short")


def _with_time(one: Found, other: Found) -> Found:
    time = one.says.get("time_of_day") or other.says.get("time_of_day")
    day = other if one.says["kind"] in ("time", "night") and other.says["kind"] != "time" else one
    says = day.says | {"time_of_day": time}
    if time == "after midnight":
        says |= {"time_of_day": "midnight", "_night": time}
    if one.says["kind"] == "night" and day is other and one.says["which"] == "over":
        says["_night"] = one.says["which"]
    return Found(one.first, other.last, says)


def _join_dates(found: list[Found], scan: Scan) -> list[Found]:
    """Such as "today, Monday, February 5", "Friday (12/1/2024)", "last week (December 15)"."""
    pieces: list[Found] = []
    for i, piece in enumerate(found):
        before = pieces[-1] if pieces else None
        if before is not None and piece.says["kind"] == "weekday" and i + 1 < len(found):
            # In "2024-02-05 Tuesday, 6 February" the weekday belongs to the date that follows.
            following = found[i + 1]
            if _beside(_gap(scan, piece, following)) and _complement(piece, following, scan):
                before = before if before.says["kind"] == "today" else None
        if (
            before is not None
            and (_beside(_gap(scan, before, piece)) or _tells_its_weekday(scan, before, piece))
            and _complement(before, piece, scan)
        ):
            pieces[-1] = Found(before.first, piece.last, _both(before.says, piece.says))
            continue
        pieces.append(piece)
    return pieces


def _tells_its_weekday(scan: Scan, one: Found, other: Found) -> bool:
    """Whether a date's weekday stands behind it: "on 8 April, a Friday"; not "on 8 April, one Friday"."""
    article = scan.ends[other.first - 1] - scan.starts[other.first - 1] == 1
    return article and other.says["kind"] == "weekday" and _gap(scan, one, other) in _A_WEEKDAY


def _complement(one: Found, other: Found, scan: Scan) -> bool:
    a, b = one.says, other.says
    if b["kind"] == "weekday":
        return a["kind"] in ("today", "night") or (a["kind"] == "date" and "day" in a and "weekday" not in a)
    if b["kind"] != "date" or "day" not in b:
        return False
    if a["kind"] == "period":
        return code_of("open") in _gap(scan, one, other)
    return a["kind"] in ("today", "night") or (a["kind"] == "weekday" and a.get("which") != "before")


def _both(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """One statement of two; a date outranks a weekday, a weekday is kept to check the date."""
    date = next((says for says in (one, other) if says["kind"] == "date"), None)
    time = one.get("time_of_day") or other.get("time_of_day")
    weekday = one.get("weekday", other.get("weekday"))
    if date is not None:
        says = date | {"weekday": date.get("weekday", weekday)}
        if "today" in (one["kind"], other["kind"]):
            says["shift"] = one.get("shift", other.get("shift"))
    else:
        says = one | {"weekday": weekday}
    return says | ({"time_of_day": time} if time else {})


def _join_ranges(found: list[Found], scan: Scan) -> list[Found]:
    """Such as "from Friday to Sunday", "between January 2 and 5 February"."""
    pieces: list[Found] = []
    for piece in found:
        before = pieces[-1] if pieces else None
        if before is not None and before.says["kind"] in _DAYISH and piece.says["kind"] in _DAYISH:
            gap = _gap(scan, before, piece).replace(CODES["comma"], "")
            if not gap and _is_a_night_to(before, piece):  # "ليل السبت الأحد"
                until = before.says | {"kind": "range", "_until": piece.says}
                pieces[-1] = Found(before.first, piece.last, until)
                continue
            opened = _governor(scan, before.first, 0)
            if (len(gap) == 1 and gap in _TO) or (opened == "between" and len(gap) == 1 and gap in _AND):
                pieces[-1] = Found(
                    before.first, piece.last, before.says | {"kind": "range", "_until": piece.says}
                )
                continue
        pieces.append(piece)
    return pieces


def _is_a_night_to(one: Found, other: Found) -> bool:
    """Whether two weekdays side by side are the two days of one night."""
    a, b = one.says, other.says
    if a["kind"] != "weekday" or b["kind"] != "weekday" or a.get("time_of_day") != "night":
        return False
    return bool(b["weekday"] == (a["weekday"] + 1) % 7)


def _governor(scan: Scan, first: int, floor: int) -> str | None:
    """The preposition that rules a phrase, looking back over articles and "at the end of"."""
    for token in range(first - 1, max(floor, first - 5) - 1, -1):
        code = scan.codes[token]
        if code in _GOVERNORS:
            name = _GOVERNORS[code]
            return _GOVERNOR_NAME.get(name, name)
        if code not in _SKIP_BACK:
            return None
    return None


def _flagged(piece: Found, scan: Scan, floor: int, landmarks: tuple[str, ...]) -> dict[str, Any]:
    """What the words around a phrase make of it."""
    says = dict(piece.says)
    governor = _governor(scan, piece.first, floor)
    possessive = scan.codes[piece.last : piece.last + 1] == code_of("apostrophe")
    if governor and not (governor == "until" and possessive):  # "hit by Friday's fire"
        says["governor"] = governor
    says["is_since"] = (
        says.get("is_since", False)
        or governor == "since"
        or _has_before(scan, piece.first, floor, "since", 20)
    )
    near = scan.codes[max(floor, piece.first - 9) : piece.first]
    outbreak = code_of("outbreak") in near and not set(near[near.rfind(code_of("outbreak")) :]) & _CLAUSE_END
    landmark = f"{says.get('month', 0):02d}-{says.get('day', 0):02d}" in landmarks
    if "year" not in says and (other := says.get("other_reading")):  # "9/11", however it is read
        says["names_event"] = landmark or f"{other[1]:02d}-{other[2]:02d}" in landmarks
    event = code_of("event_words") in scan.codes[piece.last : piece.last + 3]
    if _has_before(scan, piece.first, floor, "ahead", 8):
        says["ahead"] = True
    if outbreak or (landmark and (says["is_since"] or event or governor in ("after", "before"))):
        says["names_event"] = True
    return says


def _has_before(scan: Scan, first: int, floor: int, name: str, reach: int) -> bool:
    """Whether a word of a class stands some tokens back in the same clause."""
    wanted = code_of(name)
    for token in range(first - 1, max(floor, first - reach) - 1, -1):
        if scan.codes[token] == wanted:
            return True
        if scan.codes[token] in _CLAUSE_END:
            return False
    return False


def _month_first(pieces: list[Found]) -> bool:
    """Whether the article writes 1/31/2024: dates that allow one order only decide for the others."""
    orders = {piece.says.get("_order") for piece in pieces}
    return "month first" in orders and "day first" not in orders


def _only_the_other_has_the_weekday(fields: dict[str, Any]) -> bool:
    """Whether only one order of two numbers gives the weekday beside them: Wednesday, 07/02/2025 is in July."""
    if fields.get("year") is None or fields.get("weekday") is None or "other_reading" not in fields:
        return False
    day = dt.date(fields["year"], fields["month"], fields["day"])
    return bool(dt.date(*fields["other_reading"]).weekday() == fields["weekday"] != day.weekday())


_FIELDS = frozenset(DatePhrase.__struct_fields__)


def _phrase(text: str, scan: Scan, piece: Found, says: dict[str, Any], month_first: bool) -> DatePhrase:
    start, end = scan.starts[piece.first], scan.ends[piece.last - 1]
    until = says.get("_until")
    fields = {name: value for name, value in says.items() if name in _FIELDS}
    if month_first and "other_reading" in fields:
        _, fields["month"], fields["day"] = fields.pop("other_reading")
    if _only_the_other_has_the_weekday(fields):
        _, fields["month"], fields["day"] = fields.pop("other_reading")
    if says.get("_night"):
        fields["part"] = "after midnight" if says["_night"] == "after midnight" else "night"
    if until is not None:
        kept = {name: value for name, value in until.items() if name in _FIELDS}
        fields["until"] = DatePhrase(start=start, end=end, text=text[start:end], **({"kind": "date"} | kept))
    return DatePhrase(start=start, end=end, text=text[start:end], **fields)
