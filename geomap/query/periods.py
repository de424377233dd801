"""Days, months and years as a user writes them."""

from __future__ import annotations

import datetime as dt
import re

from geomap import dates
from geomap.errors import UsageError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def period(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of 2024, 2024-02 or 2024-02-04.

    Raises:
        UsageError: It is none of these, or no such day exists.
    """
    found = _PARTIAL.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = (None if part is None else int(part) for part in found.groups())
        assert year is not None
        if month is None:
            days = dates.whole_year(year)
        elif day is None:
            days = dates.whole_month(year, month)
        else:
            days = dates.on_day(dt.date(year, month, day))
    except (ValueError, OverflowError):
        raise UsageError(f"not a date: {text!r}", advice="write 2024, 2024-02 or 2024-02-04") from None
    return days.start, days.end
