"""The nearest right word for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.text import fold


def suggest(wrong: str, known: Iterable[str]) -> str | None:
    """The question "did you mean …?", or None if nothing is near."""
    import difflib  # only where a word is wrong

    by_fold = {fold(word): word for word in known}
    near = difflib.get_close_matches(fold(wrong), by_fold, n=2, cutoff=0.6)
    return f"did you mean {' or '.join(by_fold[word] for word in near)}?" if near else None
