"""Imports: rows of ACLED, UCDP GED, GDELT, or of any table by a mapping file, as reports in a store.

What a row becomes is decided here; what its codes mean is data (`gazetteer/datasets/`, or the mapping file). Merging
with what was read from articles, and verdicts of people, are those of `geomap.pipeline`.
"""

from geomap.imports.running import KINDS, Imported, import_dataset, run
from geomap.imports.terms import kept_back, kept_back_words

__all__ = ["KINDS", "Imported", "import_dataset", "kept_back", "kept_back_words", "run"]
