"""What changed between two gazetteers, in words that a curator would use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from geomap.gazetteer import Gazetteer
from geomap.geo import bearing, compass, distance_km
from geomap.model import Place

MOVED_KM = 0.002  # less is rounding
_TOLD_APART = ("id", "name", "names", "lon", "lat", "origin", "population", "admin1_name")


class Change(NamedTuple):
    """One record that changed: its table, its id, what it is called, and what changed about it."""

    table: str  # place, actor or region
    id: str
    name: str
    changes: tuple[str, ...]  # "added", "removed", or what is different

    def __str__(self) -> str:
        return f"{self.table} {self.id} ({self.name}): {'; '.join(self.changes)}"


def differences(before: Gazetteer, after: Gazetteer) -> list[Change]:
    """All records that differ, places first, by id; empty when the two say the same."""
    found: list[Change] = []
    for table, old, new in (
        ("place", before.places, after.places),
        ("actor", before.actors, after.actors),
        ("region", before.regions, after.regions),
    ):
        for id in sorted(old.keys() | new.keys()):
            changes = tuple(_changes(old.get(id), new.get(id), after))
            if changes:
                found.append(Change(table, id, (new.get(id) or old[id]).name, changes))
    return found


def _changes(old: Any, new: Any, after: Gazetteer) -> Iterator[str]:
    if old is None:
        yield f"added{_what(new, after)}"
    elif new is None:
        yield "removed"
    elif old != new:
        if isinstance(old, Place):
            yield from _moved(old, new)
        if old.name != new.name:
            yield f'renamed from "{old.name}"'
        yield from _names(old, new)
        yield from _fields(old, new)


def _what(record: Any, gazetteer: Gazetteer) -> str:
    """ ", air base, IQ"."""
    kind = gazetteer.kinds.get(getattr(record, "kind", ""))
    parts = (kind.label if kind else getattr(record, "kind", None), getattr(record, "country", None))
    return "".join(f", {part}" for part in parts if part)


def _moved(old: Place, new: Place) -> Iterator[str]:
    km = distance_km(old.lon, old.lat, new.lon, new.lat)
    if km > MOVED_KM:
        far = f"{km:.1f} km" if km >= 1 else f"{1000 * km:.0f} m"
        yield f"moved by {far} {compass(bearing(old.lon, old.lat, new.lon, new.lat))}"


def _names(old: Any, new: Any) -> Iterator[str]:
    before = {(name.text, name.lang): name for name in old.names}
    after = {(name.text, name.lang): name for name in new.names}
    added = [f'"{text}"' for text, lang in after if (text, lang) not in before]
    dropped = [f'"{text}"' for text, lang in before if (text, lang) not in after]
    if added:
        yield f"{_plural('name', added)} added: {', '.join(added)}"
    if dropped:
        yield f"{_plural('name', dropped)} dropped: {', '.join(dropped)}"
    for key in before.keys() & after.keys():
        yield from (
            f'name "{key[0]}": {words}' for words in _fields(before[key], after[key], ("text", "lang"))
        )


def _plural(noun: str, things: Iterable[Any]) -> str:
    return noun if len(list(things)) == 1 else f"{noun}s"


def _fields(old: Any, new: Any, apart: tuple[str, ...] = _TOLD_APART) -> Iterator[str]:
    before, after = msgspec.to_builtins(old), msgspec.to_builtins(new)
    for field in msgspec.structs.fields(type(new)):
        name = field.name
        one, other = before.get(name), after.get(name)
        if name in apart or one == other:
            continue
        if isinstance(one, list | tuple) or isinstance(other, list | tuple):
            yield from _list(name, list(one or ()), list(other or ()))
        else:
            yield f"{name.replace('_', ' ')} {_shown(one)} → {_shown(other)}"


def _list(name: str, old: list[Any], new: list[Any]) -> Iterator[str]:
    label = name.replace("_", " ")
    if len(old) + len(new) > 12:  # the points of a polygon tell nobody anything
        yield f"{label} changed"
        return
    added = [_shown(item) for item in new if item not in old]
    dropped = [_shown(item) for item in old if item not in new]
    if added:
        yield f"{label} added: {', '.join(added)}"
    if dropped:
        yield f"{label} dropped: {', '.join(dropped)}"
    if not added and not dropped:
        yield f"{label} in another order"


def _shown(value: Any) -> str:
    if value is None or value in ("", []):
        return "none"
    if isinstance(value, dict):
        return " ".join(str(inner) for inner in value.values() if inner)
    return f"{value:g}" if isinstance(value, float) else str(value)
