"""What the clauses of a sentence tell of deeds, before anything else is read in them."""

from __future__ import annotations

from typing import NamedTuple

from geomap.extract.clauses.exercises import tells_of_no_deed
from geomap.extract.clauses.mishaps import is_a_mishap, is_an_accident
from geomap.extract.clauses.motion import arms_in_motion
from geomap.extract.clauses.no_war import tells_of_no_war
from geomap.extract.clauses.split import telling_clauses
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.clauses.triggers import find_triggers
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause, Sentence, split_clauses

_ASKED = ("?", "؟")  # who asks whether a place was hit does not say so


class Statements(NamedTuple):
    """A sentence by its clauses, and the triggers of each.

    Attributes:
        sentence: The sentence.
        clauses: Its clauses by its grammar.
        triggers: The clauses with their triggers; the whole sentence, where arms are on their way through it.
        asked: Whether it only asks.
    """

    sentence: Sentence
    clauses: list[Clause]
    triggers: list[tuple[Clause, list[Trigger]]]
    asked: bool

    @property
    def deeds(self) -> bool:
        """Whether it tells of any."""
        return any(triggers for _, triggers in self.triggers)


def statements_of(scene: Scene, sentence: Sentence) -> Statements | None:
    """The clauses of a sentence with the deeds that they tell of; None where it says nothing of events."""
    if sentence.role == "furniture" or scene.says_nothing(sentence):
        return None
    clauses = split_clauses(scene.text, sentence.start, sentence.end, scene.language)
    clauses = telling_clauses(scene, clauses)
    asked = scene.text[sentence.start : sentence.end].endswith(_ASKED)
    if asked or _tells_of_no_deed(scene, sentence):
        return Statements(sentence, clauses, [(clause, []) for clause in clauses], asked)
    if moving := arms_in_motion(scene, sentence):
        return Statements(sentence, clauses, [(Clause(sentence.start, sentence.end, ""), [moving])], asked)
    return Statements(
        sentence, clauses, [(clause, find_triggers(scene, clause)) for clause in clauses], asked
    )


def _tells_of_no_deed(scene: Scene, sentence: Sentence) -> bool:
    """Whether its words of deeds are those of a mishap, of an exercise, of anything but war."""
    harmed = is_an_accident(scene, sentence) or is_a_mishap(scene, sentence)
    return harmed or tells_of_no_deed(scene, sentence) or tells_of_no_war(scene, sentence)
