"""Words for kinds of place in a name: "Koniko gas field", "قاعدة حرير", "port of Hodeidah"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from geomap.gazetteer.records import KindInfo
from geomap.text import fold_name

# Words between a kind and its name, which say nothing of the place.
_LINKS = frozenset({"of", "the", "de", "du", "in"})


class Split(NamedTuple):
    """A name without its kind words, and what those say."""

    core: str
    kinds: frozenset[str]  # the kinds that the words can mean
    words: str  # the words as written


class KindWords:
    """Splits names by the words of `kinds.toml`."""

    def __init__(self, kinds: Iterable[KindInfo]) -> None:
        self._kinds: dict[str, set[str]] = {}
        self._first: set[str] = set()
        self._last: set[str] = set()
        self._longest = 0
        for kind in kinds:
            for word in (*kind.words_en, *kind.words_ar, kind.label, kind.label_ar or ""):
                key = _key(word)
                if key:
                    self._kinds.setdefault(key, set()).add(kind.id)
                    self._first.add(_key(word.split()[0]))
                    self._last.add(_key(word.split()[-1]))
                    self._longest = max(self._longest, len(word.split()))

    def split(self, name: str) -> Split:
        """Takes kind words off both ends; a name that is nothing else stays whole, with no kinds."""
        words = name.replace(",", " ").split()
        start, end = 0, len(words)
        kinds: set[str] | None = None
        said: list[str] = []
        while end - start > 1:
            taken, at_head = self._end(words[start:end])
            if not taken:
                break
            part = words[start : start + taken] if at_head else words[end - taken : end]
            start, end = (start + taken, end) if at_head else (start, end - taken)
            means = self._kinds[_key(" ".join(part))]
            kinds = means if kinds is None or not kinds & means else kinds & means
            said.append(" ".join(part))
            while end - start > 1 and words[start].lower() in _LINKS:
                start += 1
        return Split(" ".join(words[start:end]), frozenset(kinds or ()), " ".join(said))

    def _end(self, words: list[str]) -> tuple[int, bool]:
        """How many words at the tail, else at the head, name a kind (the most that do), and whether at the head."""
        most = min(self._longest, len(words) - 1)
        # Most names end and begin with no word of a kind: one look at each end spares the rest.
        for count in range(most if _key(words[-1]) in self._last else 0, 0, -1):
            if _key(" ".join(words[-count:])) in self._kinds:
                return count, False
        for count in range(most if _key(words[0]) in self._first else 0, 0, -1):
            if _key(" ".join(words[:count])) in self._kinds:
                return count, True
        return 0, False


def _key(words: str) -> str:
    return fold_name(words).replace(" ", "")
