"""For formats that hold points only: the incidents that have one, and the note on those that have none."""

from __future__ import annotations

from geomap import model
from geomap.store.features import ordered


def placed(store: model.Store) -> tuple[list[model.Incident], list[str]]:
    """The incidents with a point, in the store's order, and what to tell the user of the others."""
    incidents = ordered(store.incidents)
    kept = [one for one in incidents if one.lon is not None and one.lat is not None]
    missing = len(incidents) - len(kept)
    return kept, [f"left out {missing} without a point"] if missing else []
