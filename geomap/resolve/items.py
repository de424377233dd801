"""Names that head an item of a list, alone or beside its number, its day and its hour: "5 May, 14:40, Hass."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

_REACH = 64  # characters in which a head ends
_BESIDE = 30  # characters of a line before the name that are no date
_NUMBER = re.compile(r"^[\s*#•·–—-]*\(?(?:\d{1,2}|[a-z])[.)]?\)?[\s*]*$")
# No line breaks within: a page of empty lines would be searched from each of them to the end. By the break that it
# begins with, the engine passes over the rest of a line.
_NUMBERED = re.compile(r"\n[ \t*#•·–—-]*\(?\d{1,2}[.)]\)?[ \t*]+\w")
_SIGN_BEHIND = re.compile(r"\)?\**\s?(?:[.,:|\n]|[–—-]\s|$)")
_SIGNS = re.compile(r"^[\s\W\d]*$")
# The land that the name lies in, and the end of the head.
_AREA = r"(?:\s*\([^()\n]{2,50}\)|,\s(?:[A-Z][\w'’-]*\s?){1,3}(?:[a-z]{4,14})?)?"
_NAMED = re.compile(rf"^[\s*#•·–—-]*[A-Z][\w'’-]*(?:[ -][A-Z][\w'’-]*){{0,3}}{_AREA}\s?[,(–—|-]?\s*$")
_ENDS = re.compile(rf"\**{_AREA}\**\s?(?:[.:]\**(?=\s|$)|\s?[–—|]\s|\s-\s|$)", re.MULTILINE)
_GOES_ON = re.compile(rf"{_AREA}\s?[,(–—|-]?\s*$")
# A name that heads a line of prose: "Kunduz: Fighting broke out at dawn", "• Herat (west) – A mine killed two".
_LABEL = re.compile(
    r"^[ \t*#•●▪·–—-]*(?P<name>[A-Z][\w'’-]*(?:[ -](?:[a-z]{1,3}[ -])?[A-Z][\w'’-]*){0,3})"
    rf"{_AREA}\**(?::\**|[ \t][–—-])[ \t]+(?=\S[^\n]{{20}})",
    re.MULTILINE,
)


@lru_cache(maxsize=2)
def _labels(text: str) -> dict[int, int]:
    """As `Items.labels`, kept for who asks next of the same text."""
    found = [said.span("name") for said in _LABEL.finditer(text)]
    return dict(found) if len({text[a:b] for a, b in found}) > 1 else {}


class Items:
    """The heads of a text's items.

    Args:
        text: The text.
        days: Spans of its dates.
    """

    def __init__(self, text: str, days: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._days = sorted(days)

    @cached_property
    def are_listed(self) -> bool:
        """Whether there are several lines that open with a number or with a day, alone or behind a name."""
        if len(_NUMBERED.findall(f"\n{self._text}")) > 1:
            return True
        days = [start for start, end in self._days if _SIGN_BEHIND.match(self._text, end)]
        lines = {line for start in days if (line := self._line(start)) is not None}
        return len(lines) > 1

    def _line(self, day: int) -> int | None:
        """The start of the line that a day opens."""
        line = self._text.rfind("\n", 0, day) + 1
        if day - line > _REACH:
            return None
        before = self._text[line:day]
        return line if _SIGNS.match(before) or _NUMBER.match(before) or _NAMED.match(before) else None

    @cached_property
    def labels(self) -> dict[int, int]:
        """The names that head lines of prose, ends by starts; none where fewer than two names do."""
        return _labels(self._text)

    def headed_by(self, start: int, end: int) -> bool:
        """Whether [start, end) stands in the head of an item as its name."""
        if not self.are_listed:
            return False
        line = self._text.rfind("\n", 0, start) + 1
        if start - line > _REACH:
            return False
        before, dated = self._without_days(line, start)
        if len(before) > _BESIDE or not (_SIGNS.match(before) or _NUMBER.match(before)):
            return False
        if dated or _NUMBER.match(before):
            return _ENDS.match(self._text, end) is not None
        return self._day_follows(end)

    def _day_follows(self, end: int) -> bool:
        """Whether a day, and then the end of the head, stand behind a name: "Hass, Idlib governorate, 5 May:"."""
        behind = next(((a, b) for a, b in self._days if end <= a <= end + _REACH), None)
        if behind is None or not _GOES_ON.fullmatch(self._text[end : behind[0]]):
            return False
        return re.match(r"\)?\**\s?(?:[.:–—|]|\n|$)", self._text[behind[1] : behind[1] + 6]) is not None

    def _without_days(self, start: int, end: int) -> tuple[str, bool]:
        """The text of [start, end) without dates, and whether there was one."""
        pieces, dated = [], False
        for a, b in self._days:
            if start <= a and b <= end:
                pieces.append(self._text[start:a])
                start, dated = b, True
        return "".join([*pieces, self._text[start:end]]), dated
