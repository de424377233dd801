"""Days that are part of a name and so no dates: an actor's, or a site's that is called after a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.extract.dates.phrase import DatePhrase
from geomap.gazetteer.language import Language
from geomap.recognise import Reading
from geomap.resolve.spans import Spans
from geomap.text import fold

_NAME_BEHIND = re.compile(r" (?:Army |Infantry |Memorial )?([A-Z][a-z]+)\b")
_NAME_BEFORE = 16  # characters before a day in which the word for a site stands: "جسر 17 تموز"


def outside_names(
    dates: Sequence[DatePhrase], text: str, reading: Reading, language: Language
) -> list[DatePhrase]:
    """Dates without what is part of a name: "حركة 23 مارس", "the 12 April Brigade".

    Args:
        dates: Dates of the text.
        text: The text.
        reading: What was recognised in it.
        language: Its language, which knows what is called after days.
    """
    named = Spans((m.start, m.end) for m in reading.mentions if m.actors)
    apart = (date for date in dates if not named.hold_in_longer(date.start, date.end))
    return [date for date in apart if not _names_a_site(text, date, language)]


def _names_a_site(text: str, date: DatePhrase, language: Language) -> bool:
    """Whether a day of no year is what a square, a bridge or a brigade is called."""
    if date.day is None or date.year is not None or date.until is not None:
        return False
    if language.capitals:
        behind = _NAME_BEHIND.match(text, date.end)
        return behind is not None and behind[1].lower() in language.named_for_a_day
    before = fold(text[max(0, date.start - _NAME_BEFORE) : date.start]).split()[-1:]
    return any(word[cut:] in language.named_for_a_day for word in before for cut in _glued(word, language))


def _glued(word: str, language: Language) -> list[int]:
    """How many letters may be glued to a word's front: none, and those of a preposition, "بمدينة"."""
    return [0, *(len(of) for of in language.glued_in if word.startswith(of))]
