"""Names of actors as a dataset writes them to actors of the gazetteer, else to themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.datasets import Codebook
from geomap.model import ActorRole
from geomap.text import fold_name

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")

Known = tuple[str, str] | None  # id and name


class Actors:
    """Looks names up, each once.

    Args:
        gazetteer: Whose actors are meant.
        codebook: The dataset's own names and patterns; None: there are none.
        country: ISO 3166-1 of a country's name as the dataset writes it.
    """

    def __init__(
        self, gazetteer: Gazetteer, codebook: Codebook | None, country: Callable[[str], str | None]
    ) -> None:
        self._gazetteer = gazetteer
        self._country = country
        names = codebook.names if codebook else None
        self._state = [re.compile(p, re.IGNORECASE) for p in (names.state if names else ())]
        self._unknown = [re.compile(p, re.IGNORECASE) for p in (names.unknown if names else ())]
        self._own = {fold_name(name): id for name, id in (codebook.actors if codebook else {}).items()}
        self._by_key: dict[str, str] = {}
        for weak in (False, True):
            for text, id, name in gazetteer.actor_names():
                if (name.strength != "strong") == weak:
                    self._by_key.setdefault(fold_name(text), id)
        self._states = {a.country: a.id for a in gazetteer.actors.values() if a.kind == "state" and a.country}
        self._found: dict[str, Known] = {}

    def known(self, name: str) -> Known:
        """The id and name of the actor that a cell names, the cell's own where the gazetteer has none.

        None where the cell says that nobody is known.
        """
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def in_gazetteer(self, name: str) -> Known:
        """As `known`, but None for names that the gazetteer does not have."""
        found = self.known(name)
        return found if found and found[0] in self._gazetteer.actors else None

    def state(self, country: str | None) -> Known:
        """The state of a country by its code."""
        id = self._states.get(country or "")
        return (id, self._gazetteer.actors[id].name) if id else None

    def _look_up(self, name: str) -> Known:
        if not name or any(pattern.match(name) for pattern in self._unknown):
            return None
        for text in _readings(name):
            id = self._own.get(fold_name(text)) or self._by_key.get(fold_name(text))
            if id is None and text in self._gazetteer.actors:
                id = text
            if id is not None:
                return id, self._gazetteer.actors[id].name
        for pattern in self._state:
            match = pattern.match(name)
            found = self.state(self._country(match["country"].strip())) if match else None
            if found:
                return found
        return name, name


def _readings(name: str) -> Iterable[str]:
    """The name, without its bracket at the end ("Islamic State (Syria)"), and the parts around a colon."""
    bare = _IN_BRACKETS.sub("", name)
    yield name
    if bare and bare != name:
        yield bare
    before, colon, after = bare.partition(":")
    if colon:
        yield from (part.strip() for part in (after, before) if part.strip())


def roles(found: Iterable[Known], role: str, why: str) -> tuple[ActorRole, ...]:
    """The actors in a role, each once. Equal ones are one object: a million rows name a few hundred actors."""
    return _roles(tuple(dict.fromkeys(filter(None, found))), role, why)


@lru_cache(50_000)
def _roles(found: tuple[tuple[str, str], ...], role: str, why: str) -> tuple[ActorRole, ...]:
    return tuple(ActorRole(id=id, name=name, role=role, why=why) for id, name in found)
