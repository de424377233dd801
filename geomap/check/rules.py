"""Checks of single records: schema, ids, dates, sources, references."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from geomap.check.findings import Finding, Source
from geomap.gazetteer.data import Raw
from geomap.gazetteer.overlay import OPS, contradictions

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PATH = re.compile(r" - at `\$\.?([a-z0-9_]*)")
_EARLIER = re.compile(r"earlier research", re.IGNORECASE)
_SEARCH = re.compile(r"https?://\S*(?:/search\b|[?&](?:q|query|search)=)", re.IGNORECASE)
_ESTIMATE = re.compile(r"point estimated\b:?\s*", re.IGNORECASE)


def check_schema(source: Source, record: type[Any], extra: Container[str] = ()) -> Iterator[Finding]:
    """A record that is not of its type, or has fields that nobody reads."""
    raw = {key: value for key, value in source.raw.items() if key != "op"}
    partial = source.raw.get("op", "add") != "add"
    try:
        msgspec.convert(raw, record)
    except msgspec.ValidationError as error:
        if not (partial and "missing required field" in str(error)):
            path = _PATH.search(str(error))
            what, advice = str(error), "mend the value"
            if "missing required field `lon`" in what:  # a place from `geomap worklist`, not finished
                what, advice = "no point", 'give "geometry": {"type": "Point", "coordinates": [lon, lat]}'
            yield source.error(what, advice, *([path[1]] if path and path[1] else []))
    known = {field.name for field in msgspec.structs.fields(record)}
    for key in raw:
        if key not in known and key not in extra:
            near = difflib.get_close_matches(key, sorted(known), n=1)
            advice = f"did you mean {near[0]}?" if near else "what does not fit a field goes into note"
            yield source.error(f"unknown field {key!r}", advice, key)


def check_ids(sources: Iterable[Source], key: str = "id") -> Iterator[Finding]:
    """Ids that are not slugs, and ids that are there twice."""
    first: dict[str, Source] = {}
    for source in sources:
        id = source.raw.get(key)
        if not isinstance(id, str):
            yield source.error(f"no {key}", "give it one")
            continue
        if key == "id" and not SLUG.fullmatch(id):
            yield source.error("the id is not a slug", "use a-z, 0-9 and single hyphens", "id")
        if id in first:
            other = first[id]
            where = f"{other.file.name}:{other.line}"
            yield source.error(f"the {key} is also at {where}", "rename or merge one of them", key)
        first.setdefault(id, source)


def check_op(source: Source, there: Mapping[str, Raw]) -> Iterator[Finding]:
    """What a record of an overlay does to one that is there, or not."""
    op, id = source.raw.get("op"), source.id
    if op not in OPS:
        yield source.error(f"op is {op!r}", f"say one of {', '.join(OPS)}", "op")
    elif (op == "add") == (id in there):
        advice = "use extend or correct" if op == "add" else "use add, or mend the id"
        yield source.error(f"{op} of {id!r}, which is {'' if op == 'add' else 'not '}there", advice, "op")
    elif op == "extend":
        for field, old in contradictions(there[id], source.raw):
            what = f"extend says {field} is {source.raw[field]!r}, but it is {old!r}"
            yield source.error(what, "use correct to replace it", field)
    elif op == "retire":
        unread = [field for field in source.raw if field not in ("id", "code", "op", "note", "lon", "lat")]
        if unread:
            what = f"retire takes the whole record away, and does not read {', '.join(unread)}"
            yield source.warning(what, "drop the field, or use correct", unread[0])


def check_periods(source: Source, field: str) -> Iterator[Finding]:
    """Dates of memberships and holders: 2017, 2017-11 or 2017-11-24, the start not after the end."""
    for period in _dicts(source, field):
        start, end = period.get("start"), period.get("end")
        for value in (start, end):
            if value is not None and not _is_date(value):
                yield source.error(
                    f"{field}: {value!r} is no date", "write 2017, 2017-11 or 2017-11-24", field, str(value)
                )
        if _is_date(start) and _is_date(end) and str(end)[: len(str(start))] < str(start)[: len(str(end))]:
            yield source.error(
                f"{field}: ends {end}, before it starts {start}", "mend one of them", field, str(end)
            )


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or not PARTIAL_DATE.fullmatch(value):
        return False
    try:
        dt.date.fromisoformat(value + "2000-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def check_sources(source: Source) -> Iterator[Finding]:
    """A record must say where its values come from, in a way that a person can check."""
    said = [s for s in source.items("sources") if isinstance(s, str) and s.strip()]
    unsure = source.raw.get("confidence") == "low"
    if not said:
        yield source.error("no sources", "name at least one that a person can check", "sources")
    elif all(_EARLIER.search(s) for s in said) and not unsure:
        advice = "name a source that a person can check, or set confidence low and widen radius_km"
        yield source.error("the only source is earlier research", advice, "sources")
    yield from (
        source.error(
            "a search is no source", "name the record that it finds, or the article", "sources", search
        )
        for search in said
        if _SEARCH.search(search)
    )
    if said and all(_ESTIMATE.match(s) for s in said):
        if not any(_ESTIMATE.sub("", s, count=1) for s in said):
            advice = (
                "say from what: 'point estimated: 4 km NE of Zummar (GeoNames 97025)', or name an article"
            )
            yield source.error("the point is estimated, and from nothing", advice, "sources")
        if not unsure:
            advice = "set confidence low and a radius_km that holds it, or name a record that has the point"
            yield source.error("the point is only estimated", advice, "confidence")


def check_references(
    source: Source, field: str, known: Container[str], key: str | None = None
) -> Iterator[Finding]:
    """References to records that do not exist, or to the record itself."""
    values = source.items(field) if key is None else [entry.get(key) for entry in _dicts(source, field)]
    for value in values:
        if isinstance(value, str) and value not in known:
            yield source.error(
                f"{field}: there is no {value!r}", "mend the id, or add the record", field, value
            )
        elif value == source.raw.get("id"):
            yield source.error(f"{field}: points at itself", "drop it", field, str(value))


def check_circles(sources: Iterable[Source], field: str) -> Iterator[Finding]:
    """Records that belong to themselves by way of others."""
    above = {source.id: [str(entry.get("id")) for entry in _dicts(source, field)] for source in sources}
    for source in sources:
        seen: set[str] = set()
        waiting = list(above.get(source.id, ()))
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += above.get(one, ())
        if source.id in seen:
            yield source.error(f"{field} leads back to itself", "cut the circle, or date it", field)


def _dicts(source: Source, field: str) -> list[dict[str, Any]]:
    return [entry for entry in source.items(field) if isinstance(entry, dict)]
