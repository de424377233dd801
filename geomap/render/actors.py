"""The actors of a store as the page needs them: names, who is part of whom, who backs whom, colour and letter."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from geomap.gazetteer import Gazetteer
from geomap.model import Actor, Incident, Membership
from geomap.render.words import clean

SLOTS = 8  # colours that can be told apart (see tokens.css); the rest are grey
_EPOCH = dt.date(1900, 1, 1)
_QUIET = frozenset(["the", "of", "in", "and", "for", "al", "el", "islamic", "armed", "forces", "group"])


class Named(NamedTuple):
    """The actors that a store names.

    Attributes:
        used: Ids of all attackers and targets.
        firsts: How often each is the first attacker.
        names: What the store calls them; the gazetteer may not know all.
    """

    used: frozenset[str]
    firsts: Counter[str]
    names: dict[str, str]


def attackers_of(incident: Incident) -> tuple[str, ...]:
    """Ids of the attackers, the first one first."""
    known = {role.name: role.id for report in incident.reports for role in report.attackers}
    return ids_of(incident.attacker_id, incident.attacker, incident.attackers, known)


def targets_of(incident: Incident) -> tuple[str, ...]:
    """Ids of the targets, the first one first."""
    known = {role.name: role.id for report in incident.reports for role in report.targets}
    return ids_of(incident.target_id, incident.target, incident.targets, known)


def ids_of(
    id: str | None, name: str | None, names: Sequence[str] | None, known: dict[str, str]
) -> tuple[str, ...]:
    """The ids of the actors of an incident.

    Args:
        id: Of the first.
        name: Of the first.
        names: Of all.
        known: Ids by name, as the reports have them; one that has none is known by its name.
    """
    first = id or name
    others = [known.get(other, other) for other in names or () if other != name]
    return tuple(dict.fromkeys(clean(each) for each in (first, *others) if each))


def actor_rows(named: Named, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """The actors that a store names, with the bodies they belong to and their backers, by id.

    Returns:
        A row an actor: `id`, `name`, `ar`, `kind`, `part_of` and `backed_by` as `[row, from, to]` in days since
        1900 (None is open), `letter` where an incident names it, `slot` (1 to 8) for the most frequent attackers.
    """
    used, names = named.used, named.names
    ids = sorted(_with_bodies(set(used), gazetteer))
    at = {id: i for i, id in enumerate(ids)}
    slots = most_frequent(named.firsts)
    shown = [*slots, *(id for id in ids if id in used and id not in slots)]
    letters = dict(zip(shown, _letters([_name(id, gazetteer, names) for id in shown]), strict=True))
    rows = []
    for id in ids:
        actor = gazetteer.actors.get(id)
        row: dict[str, Any] = {"id": clean(id), "name": _name(id, gazetteer, names)}
        if actor is not None:
            row |= {
                "ar": arabic_actor(actor, gazetteer),
                "kind": actor.kind,
                "part_of": _links(actor.part_of, at),
                "backed_by": _links(actor.backed_by, at),
            }
        if id in slots:
            row["slot"] = slots.index(id) + 1
        row["letter"] = letters.get(id)
        rows.append({key: value for key, value in row.items() if value not in ("", [], None)})
    return rows


def arabic_actor(actor: Actor, gazetteer: Gazetteer) -> str:
    """The Arabic name to show. A state has its country's, not one of those by which its enemies know it."""
    country = gazetteer.countries.get(actor.country or "") if actor.kind == "state" else None
    if country and country.names_ar:
        return clean(country.names_ar[0])
    names = [name for name in actor.names if name.lang == "ar"]
    return clean(
        next((name.text for name in names if name.status == "current"), names[0].text if names else "")
    )


def _name(id: str, gazetteer: Gazetteer, names: dict[str, str]) -> str:
    actor = gazetteer.actors.get(id)
    return clean(actor.name if actor else names.get(id)) or clean(id)


def _with_bodies(used: set[str], gazetteer: Gazetteer) -> set[str]:
    found: set[str] = set()
    waiting = sorted(used)
    while waiting:
        id = waiting.pop()
        if id in found:
            continue
        found.add(id)
        actor: Actor | None = gazetteer.actors.get(id)
        if actor is not None:
            waiting += [link.id for link in (*actor.part_of, *actor.backed_by) if link.id in gazetteer.actors]
    return found


def _links(links: Iterable[Membership], at: dict[str, int]) -> list[list[int | None]]:
    return [
        [at[link.id], first_day(link.start), last_day(link.end)]
        for link in links
        if at.get(link.id) is not None
    ]


def first_day(partial: str | None) -> int | None:
    """The first day of 2017, 2017-11 or 2017-11-24, in days since 1900; None stays None."""
    if not partial:
        return None
    year, month, day = (*map(int, partial.split("-")), 1, 1)[:3]
    return (dt.date(year, month, day) - _EPOCH).days


def last_day(partial: str | None) -> int | None:
    """The last day of 2017, 2017-11 or 2017-11-24, in days since 1900; None stays None."""
    if not partial:
        return None
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 3:
        return first_day(partial)
    year, month = (parts[0] + 1, 1) if len(parts) == 1 or parts[1] == 12 else (parts[0], parts[1] + 1)
    return (dt.date(year, month, 1) - _EPOCH).days - 1


def most_frequent(firsts: Counter[str]) -> list[str]:
    """The most frequent attackers, at most eight; ties by id, so that two runs agree."""
    return [id for id, _ in sorted(firsts.items(), key=lambda item: (-item[1], item[0]))[:SLOTS]]


def _letters(names: Sequence[str]) -> list[str]:
    """A letter an actor, unlike the earlier ones': of its telling words first (Islamic Resistance in Iraq: R)."""
    taken: set[str] = set()
    letters = []
    for name in names:
        words = re.findall(r"[^\W\d_]+", name)
        telling = [word for word in words if word.lower() not in _QUIET]
        wanted = [word[0].upper() for word in (*telling, *words)] + [c.upper() for c in name if c.isalpha()]
        letter = next((c for c in wanted if c not in taken), wanted[0] if wanted else "·")
        taken.add(letter)
        letters.append(letter)
    return letters
