"""The cast of an article: who is named where, with what arms, and who is said to strike whom in all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from geomap.extract.actors.agents import speaks
from geomap.extract.actors.belonging import group_before, is_somewhere, with_arms
from geomap.extract.actors.name_parts import ends_a_quoted_name
from geomap.extract.actors.only_named import is_opposed
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED, TELLS_OF_A_STRIKE
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.sides.camps import Camps
from geomap.extract.sides.lead import strikes_in_the_lead
from geomap.extract.sides.of_event import Said
from geomap.extract.sides.reach import Reach
from geomap.extract.words.sentences import Clause, Sentence
from geomap.model import FIGHTING
from geomap.recognise import Mention

_ATTACKS = 0.7  # the weight from which on a clause names who strikes
_SUFFERS = 0.5  # … and who is struck
_BEHIND = 28  # characters behind a name in which its arms stand
_AROUND = 40
_JUDGES_WITHIN = (
    48  # characters behind a name in which "condemned" stands: "the Iranian consul in Erbil on Friday"
)


class Cast:
    """What an article says of its actors, asked by sentence and by actor."""

    def __init__(
        self,
        scene: Scene,
        camps: Camps,
        frames: Sequence[Frame],
        told: Sequence[tuple[Event, Said]],
        reach: Reach,
    ) -> None:
        self.scene, self.camps, self.told, self.reach = scene, camps, told, reach
        self._number = {s.start: i for i, s in enumerate(scene.sentences)}
        self._named: dict[int, list[Mention]] = {}
        for mention in scene.reading.mentions:
            sentence = scene.sentence_at(mention.start) if mention.actors else None
            if sentence is not None and (ends_a_quoted_name(scene, mention) or is_opposed(scene, mention)):
                continue
            if sentence is not None and sentence.role != "furniture" and not self._is_only_where(mention):
                self._named.setdefault(self.number(sentence), []).append(mention)
        self.times = Counter(m.actors[0] for some in self._named.values() for m in some)
        self.judging = self._find_judging()
        self.opens = self._find_opening()
        self.armed = self._find_armed()
        self.mourning = self._find_mourning()
        self.agents = {
            p.actor
            for f in frames
            for p in f.parties
            if p.side == "attacker" and p.weight >= _ATTACKS and p.why != TELLS_OF_A_STRIKE
        }
        self.striking: dict[int, set[str]] = {}
        for frame in frames:
            strikes = {p.actor for p in frame.parties if p.side == "attacker" and p.weight >= STATED}
            if strikes:
                self.striking.setdefault(self.number(frame.sentence), set()).update(strikes)
        self.leading = strikes_in_the_lead(scene, frames)
        self.victims = {a for f in frames for a in f.side("target", _SUFFERS)}
        self.deniers = {
            s.by
            for f in frames
            for s in f.stances
            if s.kind == "denial" and s.by and (f.triggers or not s.answers)
        }
        self.pairs = {
            (a, b) for f in frames for a in f.side("attacker", _ATTACKS) for b in f.side("target", _SUFFERS)
        } | {(a.id, b.id) for _, s in told for a in s.attackers if a.role != "suspected" for b in s.targets}
        self.day = next((e.date.start for e, _ in told if e.date and not e.background), None)
        self.groups = self._find_groups()

    def number(self, sentence: Sentence) -> int:
        """The place of a sentence in the order of the text."""
        return self._number[sentence.start]

    def named_in(self, number: int) -> list[Mention]:
        """The actors' names in a sentence, in order."""
        return self._named.get(number, [])

    def tells(self, actor: str, numbers: Iterable[int]) -> bool:
        """Whether a sentence has an actor as who says it."""
        return any(m.actors[0] == actor and speaks(self.scene, m) for n in numbers for m in self.named_in(n))

    def group_meant_in(self, number: int) -> str | None:
        """The armed group named last, where a sentence speaks of "the group", "that gang", "التنظيم"."""
        scene, sentence = self.scene, self.scene.sentences[number]
        words = scene.between(sentence.start, sentence.end).split()
        definite = scene.language.definite
        if scene.language.groups.isdisjoint(words):
            return None
        said = any(b in scene.language.groups and (not definite or a in definite) for a, b in pairwise(words))
        return group_before(scene, sentence.start) if said else None

    def in_paragraph(self, paragraph: int) -> set[str]:
        """The actors that the sentences of a paragraph name."""
        sentences = self.scene.sentences
        return {
            m.actors[0]
            for i, some in self._named.items()
            if sentences[i].paragraph == paragraph
            for m in some
        }

    def fights(self, actor: str) -> bool:
        """Whether it is one that may strike: not a company, not only a word for unknown people."""
        known = self.scene.atlas.gazetteer.actors.get(actor)
        return known is not None and known.kind in FIGHTING and not self.camps.is_nobody(actor)

    def foreign_states(self, country: str | None) -> set[str]:
        """The states and coalitions that the article names beside the state of a country."""
        actors = self.scene.atlas.gazetteer.actors
        known = (actors[a] for a in self.times)
        return {a.id for a in known if a.kind in ("state", "coalition") and a.country != country}

    def _find_opening(self) -> str | None:
        """Who opens the headlines, unless it only judges there: "Iran condemns the strike"."""
        sentences = self.scene.sentences
        for number, some in self._named.items():
            if sentences[number].role == "headline":
                first = some[0].actors[0]
                return None if number in self.judging.get(first, set()) else first
        return None

    def _find_judging(self) -> dict[str, set[int]]:
        """The sentences in which an actor, or its minister or envoy, condemns or mourns what others did."""
        found: dict[str, set[int]] = {}
        for number, some in self._named.items():
            end = self.scene.sentences[number].end
            for mention in some:
                ahead = min(end, mention.end + _JUDGES_WITHIN)
                cues = self.scene.cues("cues.reaction", mention.end, ahead)
                if cues and not self.scene.has("triggers.", mention.end, cues[0].start):
                    found.setdefault(mention.actors[0], set()).add(number)
        return found

    def _find_armed(self) -> dict[str, set[int]]:
        """The sentences in which an actor's name goes with arms or forces: "Israeli air force", "Syrian jet"."""
        found: dict[str, set[int]] = {}
        for number, some in self._named.items():
            for mention in some:
                if self._goes_with_arms(mention):
                    found.setdefault(mention.actors[0], set()).add(number)
        return found

    def _find_mourning(self) -> set[str]:
        """The actors whose people are named as civilians: "six French aid workers"."""
        named = (m for some in self._named.values() for m in some)
        return {m.actors[0] for m in named if self._goes_with_civilians(m)}

    def _goes_with_civilians(self, mention: Mention) -> bool:
        cues = self.scene.cues("actors.civilians", mention.end, mention.end + _BEHIND)
        return bool(cues) and len(self.scene.between(mention.end, cues[0].start).split()) <= 1

    def _is_only_where(self, mention: Mention) -> bool:
        """Whether a country is only named as where something was: "in Iraq", "Haditha, Iraq"."""
        return bool(mention.places) and is_somewhere(self.scene, self._around(mention), mention)

    def _around(self, mention: Mention) -> Clause:
        return Clause(max(0, mention.start - _AROUND), min(len(self.scene.text), mention.end + _AROUND), "")

    def _goes_with_arms(self, mention: Mention) -> bool:
        scene, end = self.scene, mention.end
        words = scene.between(mention.start, end).split()
        acting = scene.language.bare("actors", "acting")
        if any(" ".join(words[i:]) in acting for i in range(1, len(words))):
            return True  # "the Israeli air force"
        if scene.language.adjective_first:
            for tag in ("weapons.", "actors.arms", "actors.acting"):
                cues = scene.cues(tag, end, end + _BEHIND)
                if cues and len(scene.between(end, cues[0].start).split()) <= 1 + scene.text.startswith(
                    "'s", end
                ):
                    return True
        return with_arms(scene, self._around(mention), mention)

    def _find_groups(self) -> set[str]:
        """The armed groups named, without those of which others are parts or which back others."""
        known = self.scene.atlas.gazetteer.actors
        plain = {m.actors[0] for some in self._named.values() for m in some if not m.places}
        groups = {a for a in plain if self.camps.is_armed_group(a) and not self.camps.is_nobody(a)}
        return groups - {link.id for a in groups for link in (*known[a].part_of, *known[a].backed_by)}
