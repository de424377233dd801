"""The whole run: articles to a store. Everything that reads files or keeps state is called from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from geomap import __version__
from geomap.articles import read_articles
from geomap.assets import gazetteer_root
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.areas import Areas
from geomap.gazetteer.geonames import GeoNames
from geomap.merge import merge
from geomap.model import Article, ArticleEntry, Place, Report, Store, Unplaced
from geomap.reader import Reader
from geomap.recognise import Vocabulary
from geomap.resolve import Atlas
from geomap.resolve.regions import region_places
from geomap.text import fold_name


class Built(msgspec.Struct, frozen=True):
    """What a build did.

    Attributes:
        store: All incidents, articles and what could not be placed.
        read: How many articles were read in this run.
        skipped: Files that were not read, each with the reason.
        notes: Files that were read with doubt, each with the doubt.
    """

    store: Store
    read: int
    skipped: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


def build(
    paths: Sequence[str | Path],
    *,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    gazetteer: Gazetteer | None = None,
    existing: Store | None = None,
) -> Store:
    """Reads articles and returns a store of the incidents that they tell of.

    Args:
        paths: Files and folders (see `geomap.articles`); `-` is stdin.
        published: The day of publication, for articles that do not say it themselves.
        outlet: Who published them, likewise.
        url: Where they are, likewise.
        gazetteer: The places and actors to look for; None: the curated ones.
        existing: A store to add to: an article of the same id is replaced where its text changed.

    Raises:
        DataError: A path does not exist.
        UsageError: `published` is not a day.
    """
    return run(
        paths, published=published, outlet=outlet, url=url, gazetteer=gazetteer, existing=existing
    ).store


def run(
    paths: Sequence[str | Path],
    *,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    gazetteer: Gazetteer | None = None,
    existing: Store | None = None,
    remove: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """As `build`, and says what it did; `remove` are ids of articles to take out, `progress` gets (done, all)."""
    batch = read_articles(paths, published=published, outlet=outlet, url=url)
    gazetteer = gazetteer or Gazetteer.load()
    reader = make_reader(gazetteer)
    store = read_into(reader, batch.articles, existing or Store(), frozenset(remove), progress)
    return Built(store, len(batch.articles), tuple(batch.skipped), tuple(batch.notes))


def make_reader(gazetteer: Gazetteer) -> Reader:
    """The built-in reader over a gazetteer, the world's countries and divisions, and GeoNames."""
    areas = Areas(gazetteer)
    geonames = GeoNames.open()
    regions = tuple(region_places(gazetteer))
    vocabulary = Vocabulary(gazetteer, (*_country_names(areas), *_region_names(regions, gazetteer)))
    return Reader(
        gazetteer, vocabulary, Atlas(gazetteer, (*areas.places, *regions), geonames.find, areas.find)
    )


def _country_names(areas: Areas) -> Iterable[tuple[str, str]]:
    return (
        (name.text, place.id) for place in areas.places if place.kind == "country" for name in place.names
    )


def _region_names(regions: Iterable[Place], gazetteer: Gazetteer) -> Iterable[tuple[str, str]]:
    """Names of regions that no curated place bears already."""
    taken = {fold_name(text) for text, _, _ in gazetteer.place_names()}
    named = ((name.text, region.id) for region in regions for name in region.names)
    return ((text, id) for text, id in named if fold_name(text) not in taken)


def read_into(
    reader: Reader,
    articles: Sequence[Article],
    existing: Store,
    remove: frozenset[str] = frozenset(),
    progress: Callable[[int, int], None] | None = None,
) -> Store:
    """A store with these articles read into it. The result does not depend on the order of the articles."""
    known = {entry.id: entry for entry in existing.articles if entry.id not in remove}
    # What was read with other words or another geomap is kept: its articles are not at hand.
    fresh = [
        a for a in articles if a.id not in remove and (a.id not in known or known[a.id].sha256 != a.sha256)
    ]
    replaced = remove | {a.id for a in fresh}
    reports = [r for i in existing.incidents for r in i.reports if r.article not in replaced]
    unplaced = [u for u in existing.unplaced if u.article not in replaced]
    for done, article in enumerate(fresh, 1):
        read = reader.read(article)
        reports += read.reports
        unplaced += read.unplaced
        known[article.id] = _entry(article, len(read.reports))
        if progress is not None:
            progress(done, len(fresh))
    return assemble(reader.gazetteer, reports, known.values(), unplaced)


def assemble(
    gazetteer: Gazetteer,
    reports: Iterable[Report],
    articles: Iterable[ArticleEntry],
    unplaced: Iterable[Unplaced],
) -> Store:
    """Merges reports into incidents and puts everything into its fixed order."""
    incidents = merge(reports, related_actors(gazetteer))
    return Store(
        geomap_version=__version__,
        gazetteer_version=gazetteer.version,
        attribution=attribution(gazetteer),
        incidents=tuple(incidents),
        articles=tuple(sorted(articles, key=lambda a: a.id)),
        unplaced=tuple(sorted(unplaced, key=lambda u: (u.article, u.text, u.sentence))),
    )


def attribution(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Whom the licences require to be named wherever the data goes: the gazetteer and what it was made from."""
    return tuple(source.attribution for source in gazetteer.sources.values() if source.attribution)


def related_actors(gazetteer: Gazetteer) -> Callable[[str, str], bool]:
    """Whether two actors may be meant by each other's names: the same, one part of the other, or its backer."""
    kin: dict[str, frozenset[str]] = {}

    def around(actor: str) -> frozenset[str]:
        if actor not in kin:
            above = (
                {link.id for link in gazetteer.actors[actor].part_of} if actor in gazetteer.actors else set()
            )
            kin[actor] = frozenset({actor, *above, *gazetteer.family(actor), *gazetteer.backers(actor)})
        return kin[actor]

    return lambda a, b: a == b or bool(around(a) & around(b))


def _entry(article: Article, n_reports: int) -> ArticleEntry:
    return ArticleEntry(
        id=article.id,
        sha256=article.sha256,
        url=article.url,
        title=article.title,
        outlet=article.outlet,
        lang=article.lang,
        published=article.published,
        retrieved=article.retrieved,
        n_reports=n_reports,
    )


def demo_articles() -> list[Path]:
    """The sample articles that come with geomap: our own prose about real events of 2024."""
    folder = Path(str(gazetteer_root())) / "samples"
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".toml")
