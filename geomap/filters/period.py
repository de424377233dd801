"""The three answers for time."""

from __future__ import annotations

import datetime as dt

from geomap.filters.answers import Answer


def within(
    start: dt.date | None, end: dt.date | None, since: dt.date | None, until: dt.date | None
) -> Answer:
    """Whether days [start, end] lie in the window [since, until], all ends included.

    Args:
        start: First day on which it may have happened; None: no day is known.
        end: The last; None: the same day as `start`.
        since: First day of the window; None is open.
        until: Last day of the window; None is open.
    """
    if since is None and until is None:
        return Answer.CERTAIN
    if start is None:
        return Answer.POSSIBLE
    last = start if end is None else end
    if (since is not None and last < since) or (until is not None and start > until):
        return Answer.NO
    inside = (since is None or since <= start) and (until is None or last <= until)
    return Answer.CERTAIN if inside else Answer.POSSIBLE
