"""Questions to a store, in the words of a user: `geomap query` on the command line, `select()` in Python."""

from geomap.query.ask import Words, understand
from geomap.query.count import FIELDS, Tally, count_by
from geomap.query.periods import period
from geomap.query.select import Selection, part_of, select

__all__ = ["FIELDS", "Selection", "Tally", "Words", "count_by", "part_of", "period", "select", "understand"]
