"""What the licences of imported rows allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from geomap.model import Incident

_NAMES = {"acled": "ACLED", "ucdp": "UCDP GED", "gdelt": "GDELT", "hand": "your own tables"}


def kept_back(incidents: Iterable[Incident]) -> Counter[str]:
    """How many incidents rest on rows that their licence does not let you pass on, by what they come from.

    An incident counts once: under the first of its reports that is so.
    """
    found: Counter[str] = Counter()
    for one in incidents:
        if not one.redistribute:
            origin = next((r.origin for r in one.reports if not r.redistribute), one.origin)
            found[_NAMES.get(origin, origin)] += 1
    return found


def kept_back_words(incidents: Iterable[Incident]) -> str:
    """The warning for whoever writes a file of them: "3 incidents may not be passed on …: ACLED"; empty for none."""
    counts = kept_back(incidents)
    total = counts.total()
    if not total:
        return ""
    what, whose = ("incident", "its") if total == 1 else ("incidents", "their")
    names = ", ".join(sorted(counts))
    return f"{total:,} {what} may not be passed on, by the licence of {whose} source ({names})"
