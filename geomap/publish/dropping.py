"""`--drop FIELD`: fields that are not published, with those that say the same in other words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from geomap.errors import UsageError
from geomap.model import Incident

_DATES = (
    "date_start",
    "date_end",
    "date_precision",
    "date_text",
    "date_edtf",
    "time_of_day",
    "time_precision",
)
_POINT = ("lon", "lat")
# What goes together: to drop the first and leave the others would drop nothing.
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "attacker": ("attacker_id", "attacker", "attacker_role", "attackers"),
    "target": ("target_id", "target", "target_role", "targets"),
    "weapon": ("weapon", "weapons", "munitions_low", "munitions_high", "acled_event_type", "acled_sub_event_type"),
    "date": _DATES,
    "date_start": _DATES,
    "point": _POINT,
    "lon": _POINT,
    "lat": _POINT,
    "launch_place": ("launch_place_id", "launch_place", "launch_lon", "launch_lat"),
    "killed": ("killed", "killed_low", "killed_high", "killed_civilians"),
    "wounded": ("wounded", "wounded_low", "wounded_high"),
    "place": ("place_id", "place", "place_kind"),
    "admin1": ("admin1", "admin1_name"),
    "status_by": ("status_by",),
}  # fmt: skip
# Without these an incident is none; or their default would say something ("low", "may be passed on").
_NEEDED = frozenset(
    {"id", "slug", "title", "kind", "status", "origin", "origins", "redistribute", "confidence", "confidence_place",
     "confidence_date", "confidence_actor"}
)  # fmt: skip
_FIELDS = {field.name: field for field in msgspec.structs.fields(Incident)}


def fields_to_drop(names: Iterable[str]) -> frozenset[str]:
    """The fields that go when a user drops these.

    Args:
        names: Properties of an incident, or `date`, `point`; several may stand in one, with commas.

    Raises:
        UsageError: There is no such field, or an incident cannot be without it.
    """
    wanted = [word.strip() for name in names for word in name.split(",") if word.strip()]
    for name in wanted:
        if name in _NEEDED:
            raise UsageError(f"{name} cannot be dropped: every incident has it")
        if name not in _FIELDS and name not in TOGETHER:
            near = difflib.get_close_matches(name, [*_FIELDS, *TOGETHER], n=1)
            raise UsageError(
                f"no such field: {name!r}",
                advice=f"did you mean {near[0]}?" if near else "`geomap schema incident` lists them",
            )
    return frozenset(field for name in wanted for field in TOGETHER.get(name, (name,)))


def without(incident: Incident, fields: frozenset[str]) -> Incident:
    """The incident with fields as if nothing were known of them."""
    empty: dict[str, Any] = {name: _FIELDS[name].default for name in fields}
    return msgspec.structs.replace(incident, **empty) if empty else incident
