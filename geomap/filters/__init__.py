"""The one meaning of a question to a store.

`Filter` is data; it has three compilers that must agree: this Python one, SQL (in `store/`) and the page's JS.
All run `tests/filters/cases.json`.
"""

from geomap.filters.answers import Answer
from geomap.filters.predicate import Context, Verdict, answer, predicate
from geomap.filters.record import Filter
from geomap.filters.space import Area

__all__ = ["Answer", "Area", "Context", "Filter", "Verdict", "answer", "predicate"]
