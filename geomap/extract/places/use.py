"""`Use`: a place of a sentence, and what it is to the events."""

from __future__ import annotations

from typing import Literal, NamedTuple

from geomap.recognise import Mention
from geomap.resolve.where import Where

Role = Literal["event", "launch", "bystander"]


class Use(NamedTuple):
    """A place of a sentence with its part in it."""

    where: Where
    role: Role
    mention: Mention

    @property
    def start(self) -> int:
        """The first character of its words."""
        return self.where.start

    @property
    def end(self) -> int:
        """The character behind its words."""
        return self.where.end
