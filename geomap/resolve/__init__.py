"""Resolution: which place a mention means, and where that is, with the reasons in words."""

from geomap.resolve.atlas import SETTLEMENTS, Atlas
from geomap.resolve.where import Where, locate, may_be_where

__all__ = ["SETTLEMENTS", "Atlas", "Where", "locate", "may_be_where"]
