"""How well geomap reads: its incidents against those that a careful reader labelled.

A gold file (`tests/corpus/README.md` tells the fields) names what each article tells of. Every article is built
alone, so this measures reading and not merging.

* *Which incidents count.* All but those that are off the map: denied, planned, threatened.
* *Place.* Right where the incident's point lies within the label's tolerance of its place, or of another that the
  label accepts. An incident without a point is nowhere.
* *Day.* Right where the days of the incident touch the label's day, widened by 5 days for a week, 20 for a month,
  200 for a year. A span so long that it would touch nearly anything is wrong. Where the label has no day, any will
  do, unless the true one is known from elsewhere and missed by more than three days.
* *Strict* wants both, *place* the first alone. One incident answers one label: pairs are taken best first, a right
  day before a core label before the right attacker and weapon.
* *Precision* is matched of found; *recall* is matched core labels of all core labels (core: what the article is
  about; the rest may be found or not); labels marked ambiguous count for neither. F1 is their harmonic mean over
  all articles together.
* *The interval* of F1 holds 90 % of 1,000 resamplings of the articles.
* *Inside the radius* is the share of labelled points that lie within the doubt that the map draws.
* *Attributes* are asked of strict pairs only: right of labelled, and nothing is right where nothing is labelled.
"""

from geomap.evaluate.figures import Evaluation, Fault, Figures, Rate
from geomap.evaluate.gold import Found, Label, Labelled, find_incidents, read_gold
from geomap.evaluate.judge import evaluate

__all__ = [
    "Evaluation", "Fault", "Figures", "Found", "Label", "Labelled", "Rate", "evaluate", "find_incidents", "read_gold",
]  # fmt: skip
