"""The curator's worklist of an article: names that nothing knows, deeds that have no place."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.extract.clauses.frames import Frame
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.model import Unplaced

_UNKNOWN = "no gazetteer knows this name"
_NOWHERE = "the text does not say where"


def unplaced(scene: Scene, placeless: Iterable[Frame]) -> list[Unplaced]:
    """The names that nothing knows in sentences that tell of deeds, and the deeds that have no place at all."""
    names: dict[str, Sentence] = {}
    for name in scene.unknown:
        sentence = scene.sentence_at(name.start)
        if sentence and sentence.role == "body" and scene.has("triggers.", sentence.start, sentence.end):
            names[scene.text[name.start : name.end]] = sentence
    explained = {sentence.start for sentence in names.values()}
    nowhere = {f.sentence.start: f.sentence for f in placeless if f.sentence.start not in explained}
    listed = [(text, sentence, _UNKNOWN) for text, sentence in names.items()]
    listed += [("", sentence, _NOWHERE) for sentence in nowhere.values()]
    return [
        Unplaced(text=text, article=scene.article.id, sentence=scene.text[s.start : s.end], reason=reason)
        for text, s, reason in listed
    ]
