"""Checking a gazetteer folder: every fault at once, each with its file, line, and what to do about it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from geomap.check import evidence, names, places, reading, rules
from geomap.check.checkable import ESTIMATE, check_checkable, rests_on
from geomap.check.findings import Finding, Source
from geomap.check.stated import check_stated
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.admin import ISO_3166_2
from geomap.gazetteer.data import TABLES, data_dir, read_tables, source_files
from geomap.gazetteer.datasets import CODEBOOKS, codebook_faults, codebook_path, read_codebook
from geomap.gazetteer.grammar import grammar_faults
from geomap.gazetteer.overlay import merge_lexicon
from geomap.gazetteer.records import Country, Disputed, KindInfo, Region
from geomap.gazetteer.records import Source as SourceRecord
from geomap.model import Actor, Place

__all__ = ["Finding", "check_gazetteer"]

RECORDS: dict[str, type[Any]] = {
    "actors": Actor,
    "countries": Country,
    "regions": Region,
    "disputed": Disputed,
    "kinds": KindInfo,
    "sources": SourceRecord,
}
# Fields that other readers of a table know and the gazetteer does not keep.
ELSEWHERE = {"disputed": ("of", "ring", "moves", "see", "source")}
SHAPES = ("members", "bbox", "circle", "buffer", "polygon")


class Known(NamedTuple):
    """What records may refer to: this folder's, and for an overlay geomap's own."""

    places: set[str]
    actors: set[str]
    regions: set[str]
    kinds: dict[str, str]  # kind -> precision
    countries: set[str]
    divisions: set[str]


def check_gazetteer(folder: Path | None = None) -> list[Finding]:
    """Every fault of a gazetteer folder, by file and line.

    Args:
        folder: geomap's own by default. A folder whose records say `op` is checked as an overlay on geomap's own.

    Raises:
        DataError: There is no such folder, or nothing in it is a gazetteer's.
    """
    folder = folder or data_dir()
    if not folder.is_dir():
        raise DataError("no such gazetteer folder", file=folder, advice="give a folder")
    tables, findings = _read(folder)
    if not source_files(folder):
        raise DataError(
            "no gazetteer in this folder", file=folder, advice="expected places/*.geojson or *.toml"
        )
    known = _known(tables)
    findings += _check_ops(tables)
    findings += [*_check_places(tables["places"], known), *_check_actors(tables["actors"], known)]
    findings += [*_check_regions(tables["regions"], known), *_check_plain(tables), *_check_lexicons(folder)]
    findings += _check_codebooks(folder, known)
    return sorted(set(findings), key=lambda f: (str(f.file), f.line, f.what))


def _read(folder: Path) -> tuple[dict[str, list[Source]], list[Finding]]:
    tables: dict[str, list[Source]] = {field: [] for field in ("places", *(table[3] for table in TABLES))}
    findings: list[Finding] = []
    for path in sorted(folder.glob("places/*.geojson")):
        sources, faults = reading.read_features(path)
        tables["places"] += sources
        findings += faults
    for file, array, _, field in TABLES:
        if (folder / file).is_file():
            sources, faults = reading.read_records(folder / file, array)
            tables[field] += sources
            findings += faults
    return tables, findings


def _is_overlay(tables: dict[str, list[Source]]) -> bool:
    return any("op" in source.raw for sources in tables.values() for source in sources)


def _check_ops(tables: dict[str, list[Source]]) -> Iterator[Finding]:
    """What the records of an overlay do to geomap's own."""
    if not _is_overlay(tables):
        return
    base, _ = read_tables(data_dir())
    for field, sources in tables.items():
        for source in sources:
            yield from rules.check_op(source, base.get(field, {}))


def _known(tables: dict[str, list[Source]]) -> Known:
    """This folder's ids; geomap's own too where the folder is an overlay or has no table of the sort."""
    own = Gazetteer.load()
    overlay = _is_overlay(tables)

    def ids(field: str, base: Iterable[str]) -> set[str]:
        here = {source.id for source in tables[field]}
        return here if here and not overlay else here | set(base)

    kinds = {kind.id: kind.precision for kind in own.kinds.values()}
    here = {s.id: str(s.raw.get("precision", "")) for s in tables["kinds"]}
    # A state stands for each country that no curated actor stands for.
    states = {actor.id for actor in own.actors.values() if actor.kind == "state" and actor.country}
    return Known(
        places=ids("places", own.places),
        actors=ids("actors", own.actors) | states,
        regions=ids("regions", own.regions),
        kinds=here if here and not overlay else kinds | here,
        countries=set(own.countries) | ids("countries", ()),
        divisions=own.divisions,
    )


def _check_places(sources: list[Source], known: Known) -> Iterator[Finding]:
    grounded, located, ours = _has_outlines(), evidence.records(sources), _points(sources)
    yield from rules.check_ids(sources)
    for source in sources:
        yield from rules.check_schema(source, Place)
        yield from names.check_names(source)
        yield from rules.check_periods(source, "held_by")
        for field in ("part_of", "near"):
            yield from rules.check_references(source, field, known.places | known.regions)
        yield from rules.check_references(source, "held_by", known.actors, "actor")
        if source.raw.get("op", "add") != "add":
            continue  # a part of a record; the rest is checked where it stands
        yield from rules.check_sources(source)
        yield from evidence.check_evidence(source, located)
        yield from check_checkable(source, known.regions)
        yield from check_stated(source, located, ours)
        yield from places.check_fields(source, known.kinds, known.countries, known.divisions)
        yield from places.check_doubt(source, known.kinds)
        if grounded:
            yield from places.check_ground(source)
            yield from places.check_division(source, known.kinds)
    # What an overlay adds is held against geomap's own, too; only what the overlay says is a fault of it.
    beside = _beside(sources)
    here = {source.file for source in sources}
    for finding in (*names.check_collisions([*beside, *sources]), *places.check_twins([*beside, *sources])):
        if finding.file in here:
            yield finding


def _points(sources: list[Source]) -> dict[str, tuple[float, float]]:
    """lon, lat (degrees) of places whose points are no estimates: geomap's own, and over them what stands here."""
    own = {p.id: (p.lon, p.lat, p.sources) for p in Gazetteer.load().places.values()}
    here = {s.id: (s.raw.get("lon"), s.raw.get("lat"), s.items("sources")) for s in sources}
    return {
        id_: (lon, lat)
        for id_, (lon, lat, said) in (own | here).items()
        if isinstance(lon, float) and isinstance(lat, float) and rests_on(list(map(str, said))) != ESTIMATE
    }


def _beside(sources: list[Source]) -> list[Source]:
    """geomap's own places that an overlay leaves as they are; none where the folder is no overlay."""
    if not any("op" in source.raw for source in sources):
        return []
    touched = {source.id for source in sources}
    own, _ = _read(data_dir())
    return [source for source in own["places"] if source.id not in touched]


def _has_outlines() -> bool:
    from geomap.assets import asset

    try:
        return asset("boundaries.zip").is_file()
    except DataError:
        return False


def _check_actors(sources: list[Source], known: Known) -> Iterator[Finding]:
    yield from rules.check_ids(sources)
    for source in sources:
        yield from rules.check_schema(source, Actor)
        yield from names.check_names(source)
        for field in ("part_of", "backed_by"):
            yield from rules.check_periods(source, field)
            yield from rules.check_references(source, field, known.actors, "id")
        yield from rules.check_periods(source, "leaders")
        country = source.raw.get("country")
        if country and country not in known.countries:
            yield source.error(
                f"country {country!r} is no ISO 3166-1 alpha-2 code", "mend the code", "country"
            )
        if (
            source.raw.get("op", "add") == "add"
            and not source.raw.get("sources")
            and not source.raw.get("wikidata")
        ):
            yield source.warning("no sources and no wikidata id", "name one that a person can check")
    yield from names.check_collisions(sources)
    yield from rules.check_circles(sources, "part_of")


def _check_regions(sources: list[Source], known: Known) -> Iterator[Finding]:
    yield from rules.check_ids(sources)
    for source in sources:
        yield from rules.check_schema(source, Region)
        yield from names.check_names(source)
        members = known.places | known.regions | known.countries | known.divisions
        members |= {m for m in source.items("members") if ISO_3166_2.fullmatch(str(m))}  # newer than outlines
        yield from rules.check_references(source, "members", members)
        shapes = [field for field in SHAPES if source.raw.get(field)]
        if len(shapes) != 1 and source.raw.get("op", "add") == "add":
            said = " and ".join(shapes) or "no shape"
            yield source.error(f"has {said}", f"give exactly one of {', '.join(SHAPES)}", *shapes[1:2])
        circle = source.raw.get("circle")
        if isinstance(circle, dict) and circle.get("place") not in known.places:
            yield source.error(f"circle: there is no place {circle.get('place')!r}", "mend the id", "circle")


def _check_plain(tables: dict[str, list[Source]]) -> Iterator[Finding]:
    for field, key in (("countries", "code"), ("disputed", "id"), ("kinds", "id"), ("sources", "id")):
        yield from rules.check_ids(tables[field], key)
        for source in tables[field]:
            yield from rules.check_schema(source, RECORDS[field], ELSEWHERE.get(field, ()))
    for source in tables["sources"]:
        if not source.raw.get("licence"):
            yield source.error("no licence", "say under which licence its values may be passed on")


def _check_codebooks(folder: Path, known: Known) -> Iterator[Finding]:
    for name in CODEBOOKS:
        path = codebook_path(name, folder)
        if not path.is_file():
            continue
        text = reading.read_text(path)
        if isinstance(text, Finding):
            yield text
            continue
        try:
            faults = list(codebook_faults(read_codebook(name, folder), known.actors, known.countries))
        except DataError as error:
            faults = [error.message]
        for fault in faults:
            words = re.search(r"'([^']+)'", fault)
            at = text.find(words[1]) if words else 0
            yield Finding(path, text.count("\n", 0, max(at, 0)) + 1, "error", fault, "mend the codebook")


def _check_lexicons(folder: Path) -> Iterator[Finding]:
    # The patterns of an overlay may name the lists of the lexicon that it is laid on.
    under = {} if folder == data_dir() else Gazetteer.load().lexicons
    for path in sorted(folder.glob("lexicon/*.toml")):
        text = reading.read_text(path)
        if isinstance(text, Finding):
            yield text
            continue
        try:
            lexicon = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            yield reading.toml_fault(path, error)
            continue
        if not f"-{path.stem}".endswith(f"-{lexicon.get('lang', path.stem)}"):
            what = f"lang is {lexicon['lang']!r} in {path.name}"
            yield Finding(path, 1, "error", what, "name the file after its language")
        for fault, word in grammar_faults(merge_lexicon(under.get(path.stem, {}), lexicon)):
            at = re.search(rf"^\s*{re.escape(word)}\s*=", text, re.MULTILINE)
            line = text.count("\n", 0, at.start()) + 1 if at else 1
            yield Finding(path, line, "error", fault, "see the [grammar] of lexicon/en.toml")
        yield from _check_repeats(path, text, lexicon)


def _check_repeats(path: Path, text: str, table: dict[str, Any], head: str = "") -> Iterator[Finding]:
    """A word that stands twice in one list of a lexicon: one of the two was meant to be another."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _check_repeats(path, text, value, f"{head}.{key}" if head else key)
        elif isinstance(value, list):
            for word in dict.fromkeys(w for w in value if isinstance(w, str) and value.count(w) > 1):
                at = text.find(f"[{head}]\n") if head else 0
                listed = re.compile(rf"^\s*{re.escape(key)}\s*=", re.MULTILINE).search(text, max(at, 0))
                line = text.count("\n", 0, listed.start()) + 1 if listed else 1
                what = f"{word!r} stands twice in {f'{head}.' if head else ''}{key}"
                yield Finding(path, line, "warning", what, "drop one, or write what was meant")
