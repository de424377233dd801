"""The whole run: articles to a store. Everything that reads files or keeps state is called from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from geomap import __version__
from geomap.articles import Remark, count_articles, iter_articles
from geomap.assets import gazetteer_root
from geomap.decisions import Decision, Ruled, apply, check_names
from geomap.decisions.lookup import Lookup
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.areas import Areas
from geomap.gazetteer.geonames import GeoNames
from geomap.merge import copies, merge
from geomap.model import Article, ArticleEntry, Dataset, Place, Report, Store, Unplaced
from geomap.reader import Reader
from geomap.recognise import Vocabulary
from geomap.resolve import Atlas
from geomap.resolve.regions import region_places
from geomap.store import verdicts
from geomap.text import fold_name
from geomap.workers import Outcome, Reads, read_all

TIME_LIMIT = 60.0  # seconds an article; an ordinary one takes some milliseconds
Engine = Literal["local", "dask"]
Progress = Callable[[int, int | None], None]  # articles done, and all where that is known


class Built(msgspec.Struct, frozen=True):
    """What a build did.

    Attributes:
        store: All incidents, articles and what could not be placed.
        read: How many articles were read in this run, or found unchanged.
        skipped: Files that were not read, each with the reason.
        notes: Files that were read with doubt, each with the doubt.
        refused: Drafts of another reader that were refused, each with the reason.
        ruled: What a person's verdicts did.
        interrupted: Whether it was stopped before all was read; what was read is in the store.
    """

    store: Store
    read: int
    skipped: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    refused: tuple[str, ...] = ()
    ruled: Ruled | None = None
    interrupted: bool = False


def build(
    paths: Sequence[str | Path],
    *,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    gazetteer: Gazetteer | None = None,
    existing: Store | None = None,
    decisions: str | Path | None = None,
    reader: str | None = None,
    workers: int = 1,
    engine: Engine = "local",
    scheduler: str | None = None,
) -> Store:
    """Reads articles and returns a store of the incidents that they tell of.

    Args:
        paths: Files and folders (see `geomap.articles`); `-` is stdin.
        published: The day of publication, for articles that do not say it themselves.
        outlet: Who published them, likewise.
        url: Where they are, likewise.
        gazetteer: The places and actors to look for; None: the curated ones.
        existing: A store to add to: an article of the same id is replaced where its text changed.
        decisions: A file of people's verdicts, which win over the rules.
        reader: The name of another reader (an entry point of `geomap.readers`); None: the built-in rules.
        workers: Processes to read in; the store does not depend on it.
        engine: "dask" reads on a Dask cluster; the store is the same.
        scheduler: The cluster's address; None: one on this machine, of `workers` processes.

    Raises:
        DataError: A path does not exist, the file of verdicts has a fault, or no scheduler answers.
        UsageError: `published` is not a day, or no reader has the name.
        MissingExtra: Dask is wanted and not installed.
    """
    said = verdicts.read(Path(decisions)).decisions if decisions is not None else ()
    return run(
        paths, published=published, outlet=outlet, url=url, gazetteer=gazetteer, existing=existing,
        decisions=said, reader=reader, workers=workers, engine=engine, scheduler=scheduler,
    ).store  # fmt: skip


def run(
    paths: Sequence[str | Path],
    *,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    gazetteer: Gazetteer | None = None,
    existing: Store | None = None,
    remove: Iterable[str] = (),
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
    decisions_name: str = "decisions",
    reader: str | None = None,
    workers: int = 1,
    time_limit: float = TIME_LIMIT,
    engine: Engine = "local",
    scheduler: str | None = None,
) -> Built:
    """As `build`, and says what it did.

    Args:
        paths: As `build`, and likewise the others that are not named here.
        published: See `build`.
        outlet: See `build`.
        url: See `build`.
        gazetteer: See `build`.
        existing: See `build`.
        remove: Ids of articles to take out.
        progress: Gets (done, all).
        decisions: People's verdicts.
        decisions_name: What to call their file in messages.
        reader: See `build`.
        workers: See `build`.
        time_limit: Seconds that parsing an article, and reading it, may take each; 0 is no limit.
        engine: See `build`.
        scheduler: See `build`.
    """
    items = iter_articles(paths, published=published, outlet=outlet, url=url, seconds=time_limit)
    gazetteer = gazetteer or Gazetteer.load()
    lookup = Lookup(gazetteer)
    check_names(decisions, lookup, decisions_name)
    make = partial(named_reader, gazetteer, reader)
    kept = _Kept(existing or Store(), frozenset(remove))
    whole = count_articles(paths) if progress is not None else None
    interrupted = False
    read = _engine(engine, scheduler)
    try:
        for outcome in read(make, kept.to_read(items), workers=workers, seconds=time_limit):
            kept.add(outcome)
            if progress is not None:
                progress(kept.done, whole)
    except KeyboardInterrupt:
        interrupted = True
    store, ruled = assemble(
        gazetteer, kept.reports(), kept.articles.values(), kept.unplaced(), decisions, lookup, kept.datasets
    )
    return Built(
        store, kept.seen, tuple(kept.skipped), tuple(kept.notes), tuple(kept.refused), ruled, interrupted
    )


def _engine(name: Engine, scheduler: str | None) -> Callable[..., Iterator[Outcome]]:
    """Where articles are read."""
    if name == "local":
        return read_all
    from geomap import cluster

    return partial(cluster.read_all, scheduler=scheduler)


def named_reader(gazetteer: Gazetteer, name: str | None) -> Reads:
    """The built-in reader, or another one by its name, checked by the built-in one.

    Raises:
        UsageError: No reader has the name.
    """
    reader = make_reader(gazetteer)
    if name is None:
        return reader
    from geomap.readers import Checked, find_reader

    return Checked(reader, find_reader(name))


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


class _Kept:
    """What a store will hold: by article, so that an article read again takes the place of its older self."""

    def __init__(self, existing: Store, remove: frozenset[str]) -> None:
        self.articles = {entry.id: entry for entry in existing.articles if entry.id not in remove}
        self._reports: dict[str, list[Report]] = {}
        self._unplaced: dict[str, list[Unplaced]] = {}
        for report in (*(r for one in existing.incidents for r in one.reports), *existing.dropped):
            if report.article not in remove:
                self._reports.setdefault(report.article, []).append(report)
        for name in existing.unplaced:
            if name.article not in remove:
                self._unplaced.setdefault(name.article, []).append(name)
        self.datasets = existing.datasets
        self._remove = remove
        self.seen = 0
        self.done = 0
        self.skipped: list[tuple[str, str]] = []
        self.notes: list[tuple[str, str]] = []
        self.refused: list[str] = []

    def to_read(self, items: Iterable[Article | Remark]) -> Iterator[Article]:
        """The articles that are new or whose text has changed. What another geomap read is kept as it is."""
        for item in items:
            if isinstance(item, Remark):
                (self.skipped if item.skipped else self.notes).append((item.path, item.reason))
                continue
            self.seen += 1
            known = self.articles.get(item.id)
            if item.id in self._remove or (known is not None and known.sha256 == item.sha256):
                self.done += 1
            else:
                yield item

    def add(self, outcome: Outcome) -> None:
        """An article that was read, or why it was not."""
        self.done += 1
        if outcome.read is None:
            self.skipped.append((outcome.path, outcome.skipped))
            self.seen -= 1
            return
        self.articles[outcome.entry.id] = outcome.entry
        self._reports[outcome.entry.id] = list(outcome.read.reports)
        self._unplaced[outcome.entry.id] = list(outcome.read.unplaced)
        self.refused += (f"{outcome.path}: {reason}" for reason in outcome.read.refused)

    def reports(self) -> Iterator[Report]:
        """All reports."""
        return (report for some in self._reports.values() for report in some)

    def unplaced(self) -> Iterator[Unplaced]:
        """All names without a place."""
        return (name for some in self._unplaced.values() for name in some)


def read_into(reader: Reader, articles: Iterable[Article], existing: Store) -> Store:
    """A store with these articles read into it. The result does not depend on the order of the articles."""
    kept = _Kept(existing, frozenset())
    for outcome in read_all(lambda: reader, kept.to_read(articles)):
        kept.add(outcome)
    return assemble(
        reader.gazetteer, kept.reports(), kept.articles.values(), kept.unplaced(), (), Lookup(reader.gazetteer),
        kept.datasets,
    )[0]  # fmt: skip


def assemble(
    gazetteer: Gazetteer,
    reports: Iterable[Report],
    articles: Iterable[ArticleEntry],
    unplaced: Iterable[Unplaced],
    decisions: Sequence[Decision],
    lookup: Lookup,
    datasets: Iterable[Dataset] = (),
) -> tuple[Store, Ruled]:
    """Merges reports into incidents, as people's verdicts say, and puts everything into its fixed order.

    Datasets of which no row is left are left out. Says too what the verdicts did.
    """
    entries = sorted(articles, key=lambda a: a.id)
    ordered = sorted(reports, key=lambda r: r.id)
    used = {report.dataset for report in ordered}
    terms = sorted((one for one in datasets if one.id in used), key=lambda one: one.id)
    ruled = apply(ordered, decisions, lookup)
    incidents = merge(ruled.reports, related_actors(gazetteer), rulings=ruled.rulings, copies=copies(entries))
    store = Store(
        geomap_version=__version__,
        gazetteer_version=gazetteer.version,
        attribution=(*attribution(gazetteer), *(one.attribution for one in terms if one.attribution)),
        decisions_version=verdicts.version(decisions),
        incidents=tuple(incidents),
        articles=tuple(entries),
        datasets=tuple(terms),
        unplaced=tuple(sorted(unplaced, key=lambda u: (u.article, u.text, u.sentence))),
        dropped=ruled.dropped,
    )
    return store, ruled


def merged_anew(store: Store, gazetteer: Gazetteer, decisions: Sequence[Decision]) -> tuple[Store, Ruled]:
    """The store after these verdicts, without reading an article again."""
    kept = _Kept(store, frozenset())
    return assemble(
        gazetteer,
        kept.reports(),
        store.articles,
        store.unplaced,
        decisions,
        Lookup(gazetteer),
        store.datasets,
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


def demo_articles() -> list[Path]:
    """The sample articles that come with geomap: our own prose about real events of 2024."""
    folder = Path(str(gazetteer_root())) / "samples"
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".toml")
