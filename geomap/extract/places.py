"""The places of a sentence, borders joined, without those that only say where another one is."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.extract.borders import with_borders
from geomap.extract.containers import drop_containers
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause, Sentence
from geomap.extract.uses import Use, named_places


def place_uses(
    scene: Scene, sentence: Sentence, clauses: list[Clause], countries: Mapping[str, int]
) -> list[Use]:
    """Every place that counts in a sentence, in order, with its part in it."""
    uses = named_places(scene, sentence, clauses, countries)
    return drop_containers(scene, with_borders(scene, sentence, uses))
