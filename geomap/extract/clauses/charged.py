"""Asides on whom a deed befell: "a commander, accused of a raid on A, was killed in B" tells of B; A is older news."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from geomap.extract.casualties.casualty import Casualty
from geomap.extract.casualties.of_sentence import casualties_in
from geomap.extract.casualties.text import prepare
from geomap.extract.clauses.asides import around_its_aside
from geomap.extract.scene import Scene
from geomap.extract.words.numbers import Lexicon
from geomap.extract.words.sentences import BEFALLS, SET_ASIDE, Clause


def apart_from_charges(scene: Scene, clauses: list[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The clauses of a sentence, and, apart, those asides of whom a deed befell that have a day of their own.

    Other such asides are left out: "accused of a raid on A", "linked to the attack on B".

    Args:
        scene: The article.
        clauses: The clauses of one sentence, in order.
    """
    if not scene.language.subject_first:
        return clauses, []
    found: list[Clause] = []
    asides: list[Clause] = []
    for clause in clauses:
        cuts = around_its_aside(scene, clause)
        if cuts is None or not _befalls_it(scene, cuts[1], clause.end):
            found.append(clause)
            continue
        found += [Clause(clause.start, cuts[0], clause.opener), Clause(cuts[1], clause.end, BEFALLS)]
        if scene.dates_in(*cuts):  # older news by its own day, not only what somebody is known for
            asides.append(Clause(*cuts, SET_ASIDE))
    return found, asides


def _befalls_it(scene: Scene, start: int, end: int) -> bool:
    """Whether what goes on behind an aside befell its subject: "was killed", "has been hit"."""
    return not scene.language.auxiliaries.isdisjoint(scene.between(start, end).split(maxsplit=2)[:2])


def across_asides(scene: Scene, clauses: list[Clause]) -> Iterator[Casualty]:
    """Who was hurt by words on both sides of an aside: "A commander, accused of …, was killed"."""
    for head, rest in pairwise(clauses):
        if rest.opener == BEFALLS:
            yield from _across(scene, head, rest)


def _across(scene: Scene, head: Clause, rest: Clause) -> Iterator[Casualty]:
    before = f"{scene.text[head.start : head.end].rstrip(' ,')} "
    text = before + scene.text[rest.start : rest.end]
    moved = rest.start - len(before)
    dates = tuple(
        (d.start - by, d.end - by)
        for clause, by in ((head, head.start), (rest, moved))
        for d in scene.dates_in(clause.start, clause.end)
    )
    counted = prepare(text, Lexicon(scene.language.counts), dates)
    for hurt in casualties_in(text, (0, len(text)), counted, dates):
        if hurt.start < len(before) < hurt.end:
            yield msgspec.structs.replace(hurt, start=hurt.start + head.start, end=hurt.end + moved)
