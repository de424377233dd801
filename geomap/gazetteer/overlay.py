"""A user's own gazetteer laid on top of the curated one: each record says what it does to what is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from geomap.errors import DataError
from geomap.gazetteer.data import Raw, Tables

OPS = ("add", "extend", "correct", "retire")


def lay_over(base: Tables, over: Tables, folder: Path) -> list[str]:
    """Change `base` by the records of `over`; returns what a user should know about it, in words.

    `add` needs a new id; `extend` appends to lists and fills what is empty; `correct` replaces the fields that
    it gives; `retire` takes the record away.

    Raises:
        DataError: A record without a valid `op`, an `add` of what is there, another op on what is not, or an
            `extend` that contradicts a value.
    """
    said: list[str] = []
    for field, records in over.items():
        for key, record in records.items():
            said += _apply(base[field], key, record, f"{folder} ({field})")
    return said


def _apply(table: dict[str, Raw], key: str, record: Raw, where: str) -> list[str]:
    op = record.pop("op", None)
    if op not in OPS:
        raise DataError(f"{key!r} has op {op!r}", file=where, advice=f"say one of {', '.join(OPS)}")
    there = key in table
    if op == "add" and there:
        raise DataError(f"add of {key!r}, which is there", file=where, advice="use extend or correct")
    if op != "add" and not there:
        raise DataError(f"{op} of {key!r}, which is not there", file=where, advice="use add, or mend the id")
    if op == "add":
        table[key] = record
        return []
    if op == "retire":
        del table[key]
        return [f"{key}: retired by {where}"]
    before = table[key]
    table[key] = _extended(before, record, key, where) if op == "extend" else {**before, **record}
    changed = (
        [name for name in record if name in before and before[name] != record[name]]
        if op == "correct"
        else []
    )
    return [f"{key}: {', '.join(changed)} corrected by {where}"] if changed else []


def _extended(before: Raw, record: Raw, key: str, where: str) -> Raw:
    for name, old in contradictions(before, record):
        raise DataError(f"extend of {key!r} says {name} is {record[name]!r}, but it is {old!r}",
                        file=where, advice="use correct to replace it")  # fmt: skip
    after: dict[str, Any] = dict(before)
    for name, value in record.items():
        old = before.get(name)
        if isinstance(old, list) and isinstance(value, list):
            after[name] = old + [item for item in value if item not in old]
        else:
            after[name] = value
    return after


def contradictions(before: Raw, record: Raw) -> list[tuple[str, Any]]:
    """Fields to which `extend` gives another single value, each with the value that is there."""
    found = []
    for name, value in record.items():
        old = before.get(name)
        if name == "op" or (isinstance(old, list) and isinstance(value, list)):
            continue
        if old not in (None, "", []) and old != value:
            found.append((name, old))
    return found


def merge_lexicon(base: Raw, over: Raw) -> Raw:
    """A lexicon with another's words added: lists are joined, tables merged, single values replaced."""
    merged = dict(base)
    for name, value in over.items():
        old = merged.get(name)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[name] = merge_lexicon(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[name] = old + [item for item in value if item not in old]
        else:
            merged[name] = value
    return merged
