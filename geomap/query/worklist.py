"""The curator's worklist: names in a store's articles that nothing resolves, with what they could be."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import msgspec

from geomap.check.adding import free_id, name_of
from geomap.check.canonical import collection_text
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.index import Candidate
from geomap.gazetteer.search import Search
from geomap.model import Place, Store, Unplaced
from geomap.text import fold, fold_name, is_arabic

# What stands behind a name in Arabic, where no capital ends it.
_BEHIND_NAMES = frozenset(
    ("يوم", "اليوم", "أمس", "مساء", "صباح", "فجر", "ليل", "ليلة", "ظهر", "عصر", "في", "من", "على")
)
SENTENCES = 3  # kept with each name: enough to see what it is


class Wanted(NamedTuple):
    """A name to be placed: its spellings (most frequent first), where it stands, and what it could be."""

    name: str
    times: int
    spellings: tuple[str, ...]
    articles: tuple[str, ...]
    sentences: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    def as_dict(self) -> dict[str, Any]:
        """As plain data; degrees, lon before lat."""
        candidates = [
            {"place_id": c.place.id, "place": c.place.name, "kind": c.place.kind, "country": c.place.country,
             "lon": c.place.lon, "lat": c.place.lat, "score": round(c.score, 1), "reason": "; ".join(c.reasons)}
            for c in self.candidates
        ]  # fmt: skip
        lists = {key: list(getattr(self, key)) for key in ("spellings", "articles", "sentences")}
        return {"name": self.name, "times": self.times, **lists, "candidates": candidates}


def worklist(store: Store, search: Search, candidates: int = 3) -> list[Wanted]:
    """The names that nothing resolves, most frequent first, spellings of one name together."""
    groups: dict[str, list[Unplaced]] = {}
    days = _day_names(search.gazetteer)
    told = _words_of_deeds(search.gazetteer)
    for one in map(_without_its_day, store.unplaced):
        key = fold_name(one.text) if one.text.strip() else ""
        if is_arabic(one.text) and not told.isdisjoint(fold(one.text).split()):
            continue  # "سلسلة غارات": without capitals, words behind "in" look like a name
        if key and key not in days:  # "in October" looks like "in Tikrit" to a reader of capitals
            groups.setdefault(key, []).append(one)
    wanted = [_wanted(group, search, candidates) for group in groups.values()]
    return sorted(wanted, key=lambda one: (-one.times, -len(one.articles), one.name))


def _day_names(gazetteer: Gazetteer) -> set[str]:
    """What months and weekdays are called, folded, by the lexicons of dates."""
    return {
        fold_name(word)
        for name, lexicon in gazetteer.lexicons.items()
        for table, rows in lexicon.items()
        if name.startswith("dates-") and table in ("month", "month_short", "weekday")
        for words in rows.values()
        for word in words
    }


def _words_of_deeds(gazetteer: Gazetteer) -> frozenset[str]:
    """Arabic words that tell of a deed, folded; they are no part of a town's name."""
    triggers = gazetteer.lexicons.get("ar", {}).get("triggers", {})
    return frozenset(fold(text) for kind in triggers.values() for texts in kind.values() for text in texts)


def _without_its_day(one: Unplaced) -> Unplaced:
    """An Arabic name without the word for a day behind it: "طوزخورماتو يوم"."""
    words = one.text.split()
    while len(words) > 1 and words[-1] in _BEHIND_NAMES:
        words.pop()
    return msgspec.structs.replace(one, text=" ".join(words)) if words else one


def nameless(store: Store) -> int:
    """Deeds whose articles do not say where: no gazetteer can help these."""
    return sum(not one.text.strip() for one in store.unplaced)


def _wanted(group: list[Unplaced], search: Search, candidates: int) -> Wanted:
    spellings = Counter(one.text.strip() for one in group)
    ordered = sorted(spellings, key=lambda text: (-spellings[text], text))
    return Wanted(
        name=ordered[0],
        times=len(group),
        spellings=tuple(ordered),
        articles=tuple(sorted({one.article for one in group})),
        sentences=tuple(dict.fromkeys(one.sentence for one in group))[:SENTENCES],
        candidates=tuple(search.lookup(ordered[0], limit=candidates, guess=True)),
    )


def as_places(wanted: list[Wanted], gazetteer: Gazetteer) -> str:
    """The names as a places file of an overlay, canonical, to be finished by a person.

    A near miss of a curated place becomes an `extend` of it by the new spelling. Any other name becomes an `add`
    with `geometry` null, which `geomap gazetteer check` refuses until somebody has found the point; its note says
    in which articles the name stands and what GeoNames has nearly of that name.
    """
    extended: dict[str, dict[str, Any]] = {}
    features, used = [], set(gazetteer.places)
    for one in wanted:
        best = one.candidates[0].place if one.candidates else None
        if best is not None and best.id in gazetteer.places:
            _extend(extended, best, one)
            continue
        id = free_id(one.name, gazetteer) or "name-me"
        while id in used:
            id += "-new"
        used.add(id)
        features.append({"type": "Feature", "id": id, "geometry": None, "properties": _properties(one)})
    return collection_text({"type": "FeatureCollection", "features": [*features, *extended.values()]})


def _extend(extended: dict[str, dict[str, Any]], place: Place, one: Wanted) -> None:
    feature = extended.setdefault(
        place.id,
        {"type": "Feature", "id": place.id, "geometry": None, "properties": {"op": "extend", "names": []}},
    )
    feature["properties"]["names"] += [name_of(text) for text in one.spellings]


def _properties(one: Wanted) -> dict[str, Any]:
    shown = ", ".join(one.articles[:5]) + (" …" if len(one.articles) > 5 else "")
    perhaps = "".join(
        f"; perhaps {c.place.name} at {c.place.lon:g}, {c.place.lat:g}" for c in one.candidates[:1]
    )
    return {
        "op": "add",
        "name": one.name,
        "kind": "",
        "country": "",
        "radius_km": 0,
        "names": [name_of(text) for text in one.spellings],
        "sources": [],
        "confidence": "low",
        "note": f"To be found; named in {shown}{perhaps}",
    }
