"""The curated gazetteer: places, regions, actors and words; loading, index and look-up."""

from geomap.gazetteer.gazetteer import Gazetteer

__all__ = ["Gazetteer"]
