"""Publishing safely: a store whose places are coarse and whose fields tell of nothing smaller.

Works on the store, before anything is drawn or written, so that what is hidden is in no page and no file.
`geomap.publish.fields` says what happens to each field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from geomap import model
from geomap.merge import codes
from geomap.merge.incident import make_slug, make_title
from geomap.publish.dropping import fields_to_drop, without
from geomap.publish.fields import ARTICLE, INCIDENT, Rule
from geomap.publish.levels import Level, level_of
from geomap.publish.names import PlaceNames
from geomap.publish.places import Coarsener

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

__all__ = ["publish"]

_ROLES = (("attacker_id", "attacker", "attacker_role"), ("target_id", "target", "target_role"))


def publish(
    store: model.Store,
    coarsen: str | float | None = None,
    *,
    drop: Iterable[str] = (),
    gazetteer: Gazetteer | None = None,
) -> model.Store:
    """The store as it may be shown to everyone.

    Args:
        store: What is to be published.
        coarsen: The side in km of the squares of a fixed grid, "district" or "governorate"; by default places stay.
        drop: Fields to leave out; see `dropping.TOGETHER` for what goes along.
        gazetteer: Names and points of governorates and countries; geomap's own by default.

    Returns:
        A store with ids of its own, without reports and verdicts, its articles numbered. Coarsened, it says so in
        `Store.coarsened`; its incidents lie in the middle of a square or stand for their governorate, country or sea.

    Raises:
        UsageError: The level or a field does not exist.
    """
    from geomap.gazetteer import Gazetteer

    dropped = fields_to_drop(drop)
    level = (
        None if coarsen is None else level_of(f"{coarsen:g}" if isinstance(coarsen, float) else str(coarsen))
    )
    numbers = _numbers(store)
    datasets = [
        msgspec.structs.replace(one, id=f"d{number}") for number, one in enumerate(store.datasets, start=1)
    ]
    articles: Sequence[model.ArticleEntry] = [_article(one, numbers) for one in store.articles]
    if level is None:
        incidents = [_plain(one, numbers, dropped) for one in store.incidents]
    else:
        known = gazetteer or Gazetteer.load()
        names = PlaceNames(known, store.incidents)
        coarsener = Coarsener(level, known)
        incidents = [_coarse(one, coarsener, names, numbers, level) for one in store.incidents]
        articles = [_checked(one, ARTICLE, names) for one in articles]
        datasets = [
            msgspec.structs.replace(one, name=one.origin) if names.told_by(one.name) else one
            for one in datasets
        ]
    incidents = [_titled(without(one, dropped)) for one in incidents]
    if "sources" in dropped:
        articles = [msgspec.structs.replace(one, outlet=None) for one in articles]
    return msgspec.structs.replace(
        store,
        decisions_version="",
        coarsened=level.name if level else store.coarsened,
        incidents=tuple(_numbered(incidents, renumber=level is not None)),
        articles=() if "articles" in dropped else tuple(sorted(articles, key=lambda one: one.id)),
        datasets=tuple(datasets),
        unplaced=(),
        dropped=(),
    )


# --- incidents ----------------------------------------------------------------------------------------------


def _plain(one: model.Incident, numbers: Mapping[str, str], dropped: frozenset[str]) -> model.Incident:
    """An incident whose place stays; its reports say everything again, the reasons who decided."""
    return msgspec.structs.replace(one, why=None, reports=(), articles=_cited(one, numbers))


def _coarse(
    one: model.Incident, coarsener: Coarsener, names: PlaceNames, numbers: Mapping[str, str], level: Level
) -> model.Incident:
    where = coarsener.place(one)
    launch = coarsener.launch(one.launch_place_id, one.launch_lon, one.launch_lat) if _launched(one) else None
    emptied = {
        field.name: field.default
        for field in msgspec.structs.fields(model.Incident)
        if INCIDENT[field.name] in (Rule.WORDS, Rule.GONE)
    }
    made = msgspec.structs.replace(
        one,
        **emptied,
        **where._asdict(),
        launch_place_id=launch.id if launch else None,
        launch_place=launch.name if launch else None,
        launch_lon=None,
        launch_lat=None,
        articles=_cited(one, numbers),
        why=f"the place was made coarse for publication: {level.name}",
        geo_precision=codes.geo_precision(where.precision),
        where_prec=codes.where_prec(where.precision),
    )
    checked: model.Incident = _checked(made, INCIDENT, names)
    return checked


def _launched(one: model.Incident) -> bool:
    return any((one.launch_place_id, one.launch_place, one.launch_lon))


def _checked(record: Any, rules: Mapping[str, Rule], names: PlaceNames) -> Any:
    """A record without names that tell of a smaller place; an actor goes with its id and role."""
    kept: dict[str, Any] = {}
    admin1 = getattr(record, "admin1", None)
    for name, rule in rules.items():
        value = getattr(record, name)
        if rule is Rule.NAME and isinstance(value, tuple):
            kept[name] = tuple(item for item in value if not names.told_by(item, admin1))
        elif rule is Rule.NAME and names.told_by(value and value.replace("-", " "), admin1):
            kept[name] = None
    for role in _ROLES:
        if any(name in kept for name in role):
            kept |= dict.fromkeys(role)
    return msgspec.structs.replace(record, **kept) if kept else record


def _titled(one: model.Incident) -> model.Incident:
    """Title and slug of what is left: they name place, day and weapon."""
    precision = "governorate" if one.point_is == "representative" else one.precision
    title = make_title(one.kind, one.weapon, one.place, precision)
    return msgspec.structs.replace(one, title=title, slug=make_slug(one.date_start, one.place))


def _numbered(incidents: Iterable[model.Incident], *, renumber: bool) -> list[model.Incident]:
    """Slugs made different, and ids that are numbers in an order of what is published alone.

    An id of a store is a hash of its first report: who has the article could find it again.
    """
    blank = (msgspec.structs.replace(one, id="") for one in incidents) if renumber else incidents
    ordered = sorted(blank, key=lambda one: (str(one.date_start or "9999"), msgspec.json.encode(one)))
    width = len(str(len(ordered)))
    seen: Counter[str] = Counter()
    result = []
    for number, one in enumerate(ordered, start=1):
        seen[one.slug] += 1
        slug = one.slug if seen[one.slug] == 1 else f"{one.slug}-{seen[one.slug]}"
        id = f"p{number:0{width}}" if renumber else one.id
        result.append(msgspec.structs.replace(one, id=id, slug=slug))
    return result


# --- articles -----------------------------------------------------------------------------------------------


def _numbers(store: model.Store) -> dict[str, str]:
    """A number for each article, in an order that its name has no part in but to break ties."""
    known = {one.id: one for one in store.articles}
    ids = {*known, *(article for one in store.incidents for article in one.articles)}

    def order(id: str) -> tuple[str, str, int, str]:
        one = known.get(id)
        if one is None:
            return "9999", "", 0, id
        return str(one.published or "9998"), one.outlet or "", one.n_reports, id

    width = len(str(len(ids)))
    return {id: f"a{number:0{width}}" for number, id in enumerate(sorted(ids, key=order), start=1)}


def _cited(one: model.Incident, numbers: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(numbers[article] for article in one.articles))


def _article(one: model.ArticleEntry, numbers: Mapping[str, str]) -> model.ArticleEntry:
    empty = {
        field.name: field.default
        for field in msgspec.structs.fields(model.ArticleEntry)
        if ARTICLE[field.name] is Rule.GONE
    }
    return msgspec.structs.replace(one, **empty, id=numbers[one.id])
