"""Recognition: the names and the telling words of a text, each with its exact characters."""

from geomap.recognise.mentions import Cue, Mention, Reading, recognise
from geomap.recognise.vocabulary import Vocabulary

__all__ = ["Cue", "Mention", "Reading", "Vocabulary", "recognise"]
