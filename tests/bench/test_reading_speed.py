"""Finding names, recognising and reading whole articles, beside spaCy's PhraseMatcher over the same names in one run.

Texts are distinct: the corpus with other names in it each time, so that no cache of words is warmer than it would be.
"""

from __future__ import annotations

import itertools
import os
import random
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from geomap.gazetteer import Gazetteer
from geomap.model import Article
from geomap.pipeline import make_reader
from geomap.reader import Reader
from geomap.recognise import recognise
from geomap.text import fold_text, is_arabic
from geomap.workers import read_all

pytestmark = pytest.mark.bench
CORPUS = Path(__file__).parents[1] / "corpus"
LENGTH = 2_600  # characters, a common length of an article
COUNT = 150
MANY = 500


def english() -> list[str]:
    """The corpus's English articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*/*.txt"))]
    return [text for text in texts if not is_arabic(text)]


def renamed(reader: Reader) -> Iterator[Article]:
    """Articles without end, each of the common length, its places drawn anew from the gazetteer."""
    chance = random.Random(4)
    names = [text for text, _, name in reader.gazetteer.place_names() if name.lang == "en" and len(text) > 5]
    parts = [(text, reader.scene(Article(id="-", text=text)).reading.mentions) for text in english()]
    for number in itertools.count():
        text = ""
        while len(text) < LENGTH:
            written, mentions = chance.choice(parts)
            pieces, last = [], 0
            for mention in mentions:
                if mention.places and not mention.actors:
                    pieces += [written[last : mention.start], chance.choice(names)]
                    last = mention.end
            text += "".join(pieces) + written[last:] + "\n\n"
        yield Article(id=str(number), text=text[:LENGTH])


def rate(ask: Callable[[str], object], texts: Sequence[str], passes: int = 3) -> float:
    """Texts a second of CPU, the best of some passes over different texts."""
    size = len(texts) // passes
    rates = []
    for first in range(0, size * passes, size):
        began = time.process_time()
        for text in texts[first : first + size]:
            ask(text)
        rates.append(size / (time.process_time() - began))
    return max(rates)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(Gazetteer.load())


def test_recognition_and_reading_beside_spacy(reader: Reader) -> None:
    """Names are found at least twice as fast as by a PhraseMatcher; the rest is told beside it."""
    spacy = pytest.importorskip("spacy", reason="pip install 'geomap[bench]'")
    matching = pytest.importorskip("spacy.matcher")
    nlp = spacy.blank("en")
    matcher = matching.PhraseMatcher(nlp.vocab, attr="LOWER")
    gazetteer = reader.gazetteer
    names = {text for text, _, _ in (*gazetteer.place_names(), *gazetteer.actor_names())}
    # By another tokenizer: its own would be left with a cache full of names, and none of the articles' words.
    maker = spacy.blank("en", vocab=nlp.vocab)
    matcher.add("names", [maker.make_doc(name) for name in sorted(names)])
    vocabulary = reader.vocabulary

    def names_alone(text: str) -> object:
        folded = fold_text(text).text
        return [
            (index, start, end)
            for index, start, end in vocabulary.find(folded)
            if not (folded[end : end + 1].isalnum() or (start and folded[start - 1].isalnum()))
        ]

    texts = [article.text for article in itertools.islice(renamed(reader), COUNT)]
    theirs = rate(lambda text: matcher(nlp(text)), texts)
    rates = {
        "names and telling words, whole words": rate(names_alone, texts),
        "recognition with context": rate(lambda text: recognise(text, vocabulary, "en"), texts),
        "whole reading": rate(lambda text: reader.read(Article(id="-", text=text)), texts),
    }
    corpus = english()
    short = rate(lambda text: reader.read(Article(id="-", text=text)), corpus)
    theirs_short = rate(lambda text: matcher(nlp(text)), corpus)
    print(
        f"\nspaCy's PhraseMatcher, {len(names)} names: {theirs:.0f} articles of {LENGTH} characters a second"
    )
    for what, own in rates.items():
        print(f"{what}: {own:.0f} a second, {own / theirs:.2f} of spaCy's")
    mean = sum(map(len, corpus)) / len(corpus)
    print(
        f"whole reading of the corpus, {mean:.0f} characters on the average: {short:.0f} a second,"
        f" {short / theirs_short:.2f} of spaCy's {theirs_short:.0f}"
    )
    assert rates["names and telling words, whole words"] >= 2 * theirs


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="has one core")
def test_workers_share_the_reading(reader: Reader) -> None:
    """Two processes take less time than one; how much less depends on what else the machine does."""
    articles = list(itertools.islice(renamed(reader), COUNT))
    took = []
    for workers in (1, 2):
        began = time.perf_counter()
        assert sum(1 for _ in read_all(lambda: reader, articles, workers=workers)) == COUNT
        took.append(time.perf_counter() - began)
    print(f"\ntwo workers: {took[0] / took[1]:.2f} times as fast as one")
    # Both cores must be free for that.
    assert took[1] < took[0] or os.getloadavg()[0] > (os.cpu_count() or 1)


def test_memory_stays_flat(reader: Reader) -> None:
    """The second half of many distinct articles adds next to nothing to what the first half took."""
    articles = renamed(reader)
    _read(reader, itertools.islice(articles, MANY))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _read(reader, itertools.islice(articles, MANY))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\n{MANY} more distinct articles: {grown:.1f} MB more at the peak")
    assert grown < 8


def _read(reader: Reader, articles: Iterable[Article]) -> None:
    for _ in read_all(lambda: reader, articles):
        pass
