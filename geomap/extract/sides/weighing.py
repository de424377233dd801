"""Who did it, where no clause says so: a scored choice among all whom an article names.

What a clause states of the attacker stands. Where none does, whomever the article names is weighed against nobody,
and whom the rules suspect stands unless another is likelier by a margin. The points are fitted to the labelled
articles of `tests/corpus` (conditional logit, a quarter of a logit each; what few articles hold, "nobody's yet",
"without a claim", "arms of gunmen", "from the air alone", "condemns it" and "its people", is set by judgement) and
hold for articles left out of the fit: of some 390 such attackers the rules alone have 291 right, with this 308 to 312.
Targets gain nothing by the like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from geomap.extract.clauses.answered import is_answered
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import SUSPECTED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.sides.camps import Camps
from geomap.extract.sides.cast import Cast
from geomap.extract.sides.clues import Question, circumstances, clues
from geomap.extract.sides.foes import with_foe
from geomap.extract.sides.lead import IN_THE_LEAD
from geomap.extract.sides.of_event import Said, Sides
from geomap.extract.sides.series import Series, claims_a_series, is_of_the_series
from geomap.extract.sides.suspects import ITS_FORCES, OTHERS_ARMY, SENT_FROM, THEIR_FORCES
from geomap.model import ActorRole

_MARGIN = 1  # points by which an actor must be likelier than nobody
_MARGIN_OF_SUSPECT = 2  # … and anyone, or nobody, than whom the rules suspect
_NAMED_REASONS = 3  # how many of the clues a reason tells

ATTACKER: Mapping[str, int] = {
    "struck elsewhere with that weapon": 7,
    "answers their strike": 6,
    "the only state, from the air": 8,
    "an armed group": 5,
    "opens the headline": 5,
    "strikes in the lead": 3,
    "the only armed group": 5,
    "named in the paragraph": 4,
    "suspected by rule": 4,
    "meant by 'the group'": 2,
    "named with arms in the sentence": 3,
    "named in the sentence before alone": 2,
    "struck in the sentence before": 4,
    "strikes elsewhere in the text": 2,
    "the only foreign state": 2,
    "has aircraft": 1,
    "named with arms elsewhere": 1,
    "struck them elsewhere": 1,
    "named as struck": -3,
    "of one camp with the other side": -3,
    "struck elsewhere itself": -3,
    "a state, with arms of gunmen": -4,
    "its people were hit": -4,
    "denies": -4,
    "condemns it": -6,
    "from afar on its own land": -4,
    "on the other side here": -4,
    "holds the site": -5,
    "tells of it without a claim": -5,
    "named only once": -5,
    "in its own country": -6,
    "strikes from the air alone": -8,
}
# What speaks for an actor, as a person reads it.
IN_WORDS: Mapping[str, str] = {
    "struck elsewhere with that weapon": "it struck elsewhere in the article with that weapon",
    "answers their strike": "the other side had struck it",
    "the only state, from the air": "it was done from the air, where only the country's own aircraft fly",
    "an armed group": "it is an armed group",
    "opens the headline": "the headline begins with it",
    "strikes in the lead": IN_THE_LEAD,
    "the only armed group": "no other armed group is named",
    "named in the paragraph": "the same paragraph names it",
    "suspected by rule": "nobody else is said to strike there",
    "meant by 'the group'": "\u201cthe group\u201d means it",
    "named with arms in the sentence": "the sentence names its arms or forces",
    "named in the sentence before alone": "the sentence before names it alone",
    "struck in the sentence before": "it struck in the sentence before",
    "strikes elsewhere in the text": "it strikes elsewhere in the article",
    "the only foreign state": "no other foreign state is named",
    "has aircraft": "it has aircraft",
    "named with arms elsewhere": "the article names its arms or forces",
    "struck them elsewhere": "it struck the same side elsewhere",
}
NOBODY: Mapping[str, int] = {
    "whoever it was": 7,
    "said to be nobody's yet": 8,
    "far from the news in time": 4,
    "by gunfire": 2,
    "told as another deed": 2,
    "a raid": -7,
    "from the air": -8,
}


class Score(NamedTuple):
    """How likely an actor is, in points, and the clues; `actor` None stands for nobody."""

    points: int
    actor: str | None
    clues: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The clues that speak most for it, in words."""
        return ", ".join(IN_WORDS[clue] for clue in self.clues[:_NAMED_REASONS])


def weigh(scene: Scene, frames: Sequence[Frame], events: Sequence[Event], sides: Sides) -> list[Said]:
    """The sides of all events of an article: what the rules say, and what the whole text makes likelier.

    Args:
        scene: The article.
        frames: All frames of the article, those of no event too.
        events: Its events, in the order of the text.
        sides: The rules.
    """
    said = [sides.of(event) for event in events]
    if not any(_is_open(s) or not s.targets for s in said):
        return said
    camps = Camps(scene)
    cast = Cast(scene, camps, frames, list(zip(events, said, strict=True)), sides.reach)
    series, weighed = claims_a_series(scene, frames), []
    for event, rules in zip(events, said, strict=True):
        if series and _is_open(rules) and _did_this_too(series, Question(cast, event, rules), events[0]):
            by = camps.role(series.actor, "suspected", why="is said to have done the whole series")
            weighed.append(sides.done_by(event, rules, (by,)))
            continue
        best = _likeliest(Question(cast, event, rules)) if _is_open(rules) else None
        if best is None or sides.mourned_by(best.actor, event):
            weighed.append(rules)
        else:
            weighed.append(sides.done_by(event, rules, _role(camps, best)))
    return [
        with_foe(Question(cast, event, s), s) if not s.targets else s
        for event, s in zip(events, weighed, strict=True)
    ]


def _did_this_too(series: Series, question: Question, first: Event) -> bool:
    """Whether who did a series did this of it: no camp of its own was hit, no other group named right before."""
    camps = question.cast.camps
    cast, spans = question.cast, question.cast.scene.sentences
    opened = [i - 1 for i in question.sentences if i and spans[i].paragraph == spans[i - 1].paragraph]
    before = {m.actors[0] for i in opened for m in cast.named_in(i)}
    if any(camps.is_armed_group(a) for a in before - {series.actor}) or not is_of_the_series(
        question.cast.scene, series, question.event, first
    ):
        return False
    return not any(camps.one_camp(series.actor, t.id) for t in question.said.targets)


def _is_open(said: Said) -> bool:
    """Whether nothing but the rest of the text lets suspect the attacker: not its soldiers, not whence it came."""
    if not said.attackers:
        return True
    first = said.attackers[0]
    return first.role == "suspected" and not (first.why or "").startswith(
        (ITS_FORCES, OTHERS_ARMY, THEIR_FORCES, SENT_FROM, SUSPECTED)
    )


def _role(camps: Camps, best: Score) -> tuple[ActorRole, ...]:
    if best.actor is None:
        return ()
    why = f"no sentence says who did it, and of all that the article names this one fits best: {best.why}"
    return (camps.role(best.actor, "suspected", why=why),)


def _likeliest(question: Question) -> Score | None:
    """Who is likelier by a margin than whom the rules suspect, or nobody; None where their answer stands."""
    rules = question.said.attackers
    nobody = sum(NOBODY.get(c, 0) for c in ("whoever it was", *circumstances(question)))
    named = sorted(_candidates(question))
    scores = [Score(nobody, None), *(_score(actor, list(clues(question, actor))) for actor in named)]
    given = rules[0].id if rules else None
    stands = next(s for s in scores if s.actor == given)
    best = max(scores, key=lambda s: s.points)
    margin = _MARGIN_OF_SUSPECT if rules else _MARGIN
    return best if best.points - stands.points >= margin else None


def _score(actor: str, told: list[str]) -> Score:
    """The points of an actor, with the clues that speak for it, the strongest first."""
    speaking = sorted((c for c in told if ATTACKER.get(c, 0) > 0), key=lambda c: -ATTACKER[c])
    return Score(sum(ATTACKER.get(c, 0) for c in told), actor, tuple(speaking))


def _candidates(question: Question) -> set[str]:
    """Whom the article names, whom the rules suspect, and the state of the country; who has no jets sent none."""
    cast = question.cast
    named = {*cast.times, question.state} - {None}
    fighting = {a for a in named if a is not None and cast.fights(a)}
    if cast.camps.was_flown(question.event):
        fighting = {a for a in fighting if cast.camps.has_aircraft(a)}
    if is_answered(
        cast.scene, question.event.first
    ):  # "in answer to a drone attack that wounded three US soldiers"
        fighting -= {t.id for t in question.said.targets}
    stated = {t.id for t in question.said.targets if t.role != "inferred"}
    fighting = {a for a in fighting if not cast.reach.rules_out(a, question.event, stated)}
    return fighting | {r.id for r in question.said.attackers}
