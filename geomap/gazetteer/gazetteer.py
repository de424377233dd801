"""`Gazetteer`: the curated places, actors, countries, regions and words, loaded once and never changed."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from geomap.errors import DataError
from geomap.gazetteer import cache, data, overlay
from geomap.gazetteer.records import Bundle, Country, Disputed, KindInfo, Region, Source
from geomap.model import Actor, Membership, Name, Place

FORMAT = "1"  # raise when Bundle or how it is made changes


class Gazetteer:
    """The curated gazetteer. Load it with `Gazetteer.load()`; it is immutable afterwards.

    Attributes:
        places: Places by id.
        actors: Actors by id, with a state for each country that `actors.toml` does not have.
        countries: Countries by ISO 3166-1 alpha-2 code.
        regions: Named regions by id.
        disputed: Disputed areas by id.
        kinds: Kinds of place by id.
        sources: Sources by id.
        lexicons: Word lists by language, as parsed TOML.
        version: A hash of the content: recorded in every store that was built with it.
        warnings: What an overlay changed, in words.
    """

    def __init__(self, bundle: Bundle) -> None:
        self.version = bundle.version
        self.places: dict[str, Place] = {place.id: place for place in bundle.places}
        self.countries: dict[str, Country] = {country.code: country for country in bundle.countries}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in bundle.actors}
        self.regions: dict[str, Region] = {region.id: region for region in bundle.regions}
        self.disputed: dict[str, Disputed] = {area.id: area for area in bundle.disputed}
        self.kinds: dict[str, KindInfo] = {kind.id: kind for kind in bundle.kinds}
        self.sources: dict[str, Source] = {source.id: source for source in bundle.sources}
        self.lexicons: dict[str, dict[str, Any]] = bundle.lexicons
        self.warnings: tuple[str, ...] = bundle.warnings

    @classmethod
    def load(cls, overlay: Path | None = None) -> Gazetteer:
        """The curated gazetteer that came with geomap, with a user's own on top.

        Args:
            overlay: A folder of the same layout; each record says `op`: add, extend, correct or retire.

        Raises:
            DataError: A file is broken, or the overlay contradicts what is there.
        """
        folders = [data.data_dir()]
        if overlay is not None:
            if not overlay.is_dir():
                raise DataError("no such gazetteer folder", file=overlay, advice="give a folder")
            folders.append(overlay.resolve())
        return cls.from_folders(folders)

    @classmethod
    def from_folders(cls, folders: list[Path]) -> Gazetteer:
        """A gazetteer of the first folder with the others laid on top in order.

        Raises:
            DataError: A file is broken, or an overlay contradicts what is there.
        """
        paths = [path for folder in folders for path in data.source_files(folder)]
        key = cache.stat_key(paths, FORMAT, *map(str, folders))
        return cls(cache.compiled("gazetteer", key, _read_bundle, lambda: _build(folders, paths)))

    def country_name(self, code: str | None) -> str:
        """The English name of a country; its code where it is not known, "no country" where there is none."""
        country = self.countries.get(code or "")
        return country.name if country else code or "no country"

    def place_names(self) -> Iterator[tuple[str, str, Name]]:
        """Every spelling of every place: (text, place id, Name), in the order of the ids."""
        for place in self.places.values():
            for name in place.names:
                yield name.text, place.id, name

    def actor_names(self) -> Iterator[tuple[str, str, Name]]:
        """Every spelling of every actor: (text, actor id, Name), in the order of the ids."""
        for actor in self.actors.values():
            for name in actor.names:
                yield name.text, actor.id, name

    def family(self, actor_id: str, on: dt.date | None = None) -> frozenset[str]:
        """The actor and everything that was part of it, directly or not, on a day (None: ever)."""
        found = {actor_id}
        waiting = [actor_id]
        while waiting:
            for part, membership in self._parts.get(waiting.pop(), ()):
                if part not in found and holds(membership.start, membership.end, on):
                    found.add(part)
                    waiting.append(part)
        return frozenset(found)

    def backers(self, actor_id: str, on: dt.date | None = None) -> frozenset[str]:
        """Who backed the actor, or a body that it was part of, on a day (None: ever); never the actor itself."""
        found: set[str] = set()
        seen = {actor_id}
        waiting = [actor_id]
        while waiting:
            actor = self.actors.get(waiting.pop())
            if actor is None:
                continue
            found |= {link.id for link in actor.backed_by if holds(link.start, link.end, on)}
            above = {link.id for link in actor.part_of if holds(link.start, link.end, on)} - seen
            seen |= above
            waiting += sorted(above)
        return frozenset(found - {actor_id})

    def admin1_name(self, code: str | None) -> str | None:
        """The name of a first-level division by its ISO 3166-2 code; None when it is not known."""
        if code is None:
            return None
        return self._admin1_names.get(code) or self._outline_names.get(code) or self._young_names.get(code)

    @property
    def divisions(self) -> set[str]:
        """The ISO 3166-2 codes of all first-level divisions that have an outline or a curated place."""
        return {*self._outline_names, *self._admin1_names}

    @cached_property
    def holders(self) -> frozenset[str]:
        """The actors that hold a place, or held it."""
        return frozenset(held.actor for place in self.places.values() for held in place.held_by)

    @cached_property
    def _outline_names(self) -> dict[str, str]:
        from geomap import boundaries

        try:
            return {row.code: row.name for row in boundaries.admin1_rows() if row.code}
        except DataError:  # outlines are not built: curated names are what there is
            return {}

    @cached_property
    def _young_names(self) -> dict[str, str]:
        """Of divisions younger than the outlines."""
        from geomap.gazetteer.divisions import divisions

        return {d.admin1: d.names[0] for d in divisions() if d.level == 1 and d.admin1}

    @cached_property
    def _parts(self) -> dict[str, list[tuple[str, Membership]]]:
        parts: dict[str, list[tuple[str, Membership]]] = {}
        for actor in self.actors.values():
            for link in actor.part_of:
                parts.setdefault(link.id, []).append((actor.id, link))
        return parts

    @cached_property
    def states(self) -> dict[str, tuple[str, ...]]:
        """The actors that stand for a country's government, by its code; two where it has two."""
        states: dict[str, tuple[str, ...]] = {}
        for actor in self.actors.values():
            if actor.kind == "state" and actor.country:
                states[actor.country] = (*states.get(actor.country, ()), actor.id)
        return states

    @cached_property
    def _admin1_names(self) -> dict[str, str]:
        return {
            place.admin1: re.sub(r"\s+(Governorate|Province)$", "", place.name)
            for place in self.places.values()
            if place.kind in ("governorate", "province") and place.admin1 is not None
        }


def holds(start: str | None, end: str | None, on: dt.date | None) -> bool:
    """Whether a day lies in a period of partial dates (2017, 2017-11, 2017-11-24), ends included."""
    if on is None:
        return True
    day = on.isoformat()
    return (start is None or start <= day[: len(start)]) and (end is None or day[: len(end)] <= end)


def slug(text: str) -> str:
    """A name as an id: ASCII letters and digits in lower case, with hyphens between."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def _read_bundle(raw: bytes) -> Bundle:
    return msgspec.msgpack.decode(raw, type=Bundle)


def _build(folders: list[Path], paths: list[Path]) -> tuple[Bundle, bytes]:
    tables, lexicons = data.read_tables(folders[0])
    warnings: list[str] = []
    for folder in folders[1:]:
        more, words = data.read_tables(folder)
        warnings += overlay.lay_over(tables, more, folder)
        lexicons |= {
            lang: overlay.merge_lexicon(lexicons.get(lang, {}), word) for lang, word in words.items()
        }
    bundle = data.to_bundle(tables, lexicons, data.content_version(paths), warnings)
    bundle = msgspec.structs.replace(bundle, actors=(*bundle.actors, *_states(bundle)))
    return bundle, msgspec.msgpack.encode(bundle)


def _states(bundle: Bundle) -> Iterator[Actor]:
    """A state for each country that has no curated one, named as the country and its people are."""
    curated = {actor.id for actor in bundle.actors}
    with_state = {actor.country for actor in bundle.actors if actor.kind == "state"}
    for country in bundle.countries:
        id = slug(country.name)
        if id in curated or country.code in with_state:
            continue
        english = dict.fromkeys((country.name, *country.names, *country.demonyms))
        arabic = dict.fromkeys((*country.names_ar, *country.demonyms_ar))
        names = [Name(text=text, lang="en") for text in english] + [
            Name(text=text, lang="ar") for text in arabic
        ]
        yield Actor(id=id, name=country.name, kind="state", names=tuple(names), country=country.code)
