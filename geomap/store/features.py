"""Incident to GeoJSON Feature and back, without loss.

The properties are those of `model.Incident`, in its order, every one present in every feature, null where
unknown. Points are geometries (lon, lat); reports and the launch point are foreign members (RFC 7946, 6.1)
beside the properties, where other programs do not see them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from geomap import model
from geomap.store.older import completed

# 6 decimals of a degree are 0.1 m: finer than any source, and the same bytes on every machine.
DECIMALS = 6
_NOT_PROPERTIES = ("lon", "lat", "launch_lon", "launch_lat", "reports")

PROPERTIES: tuple[str, ...] = tuple(
    field.name for field in msgspec.structs.fields(model.Incident) if field.name not in _NOT_PROPERTIES
)

Position = tuple[float, float]


class Point(msgspec.Struct, frozen=True, tag_field="type", tag="Point"):
    """A GeoJSON Point: lon, lat in degrees, WGS 84."""

    coordinates: Position


def _properties_struct() -> type[msgspec.Struct]:
    """`model.Incident` without what is not a property; unlike a `Record` it writes its nulls."""
    fields = {field.name: field for field in msgspec.structs.fields(model.Incident)}
    return msgspec.defstruct(
        "Properties",
        [(name, fields[name].type) for name in PROPERTIES],
        frozen=True,
        kw_only=True,
    )


Properties: Any = _properties_struct()


class Feature(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An incident as it stands in a GeoJSON file."""

    type: Literal["Feature"]
    id: str | None = None
    geometry: Point | None
    properties: model.Incident
    launch: Position | None = None
    reports: tuple[model.Report, ...] = ()
    geomap: StoreHead | None = None


class _FeatureOut(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`Feature` for writing: the same members, with properties that keep their nulls."""

    type: str
    id: str
    geometry: Point | None
    properties: Properties
    launch: Position | None = None
    reports: tuple[model.Report, ...] = ()
    geomap: StoreHead | None = None


class StoreHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a store says of itself: the foreign member `geomap`."""

    schema_version: int = 0
    geomap_version: str = ""
    gazetteer_version: str = ""
    attribution: tuple[str, ...] = ()
    decisions_version: str = ""
    coarsened: str = ""
    articles: tuple[model.ArticleEntry, ...] = ()
    datasets: tuple[model.Dataset, ...] = ()
    unplaced: tuple[model.Unplaced, ...] = ()
    dropped: tuple[model.Report, ...] = ()


def feature(incident: model.Incident, *, head: StoreHead | None = None, reports: bool = True) -> _FeatureOut:
    """The feature of an incident; `head` goes along where a file has no other place for it."""
    return _FeatureOut(
        type="Feature",
        id=incident.id,
        geometry=_point(incident.lon, incident.lat),
        properties=Properties(**{name: getattr(incident, name) for name in PROPERTIES}),
        launch=position(incident.launch_lon, incident.launch_lat),
        reports=incident.reports if reports else (),
        geomap=head,
    )


def incident(read: Feature) -> model.Incident:
    """The incident of a feature."""
    lon, lat = read.geometry.coordinates if read.geometry else (None, None)
    launch_lon, launch_lat = read.launch or (None, None)
    return msgspec.structs.replace(
        read.properties, lon=lon, lat=lat, launch_lon=launch_lon, launch_lat=launch_lat, reports=read.reports
    )


def ordered(incidents: Iterable[model.Incident]) -> list[model.Incident]:
    """By day, undated last, then by id: a total order, so that equal stores are equal bytes."""
    return sorted(
        incidents, key=lambda one: (one.date_start.isoformat() if one.date_start else "9999", one.id)
    )


def head_of(store: model.Store) -> StoreHead:
    """What the file says of the store besides its incidents."""
    return StoreHead(
        schema_version=store.schema_version,
        geomap_version=store.geomap_version,
        gazetteer_version=store.gazetteer_version,
        attribution=store.attribution,
        decisions_version=store.decisions_version,
        coarsened=store.coarsened,
        articles=tuple(sorted(store.articles, key=lambda one: one.id)),
        datasets=tuple(sorted(store.datasets, key=lambda one: one.id)),
        unplaced=tuple(
            sorted(store.unplaced, key=lambda one: (one.article, one.text, one.sentence, one.reason))
        ),
        dropped=tuple(sorted(store.dropped, key=lambda one: one.id)),
    )


def store_of(head: StoreHead, incidents: Iterable[model.Incident]) -> model.Store:
    """The store that a file holds."""
    return model.Store(
        schema_version=head.schema_version or model.Store().schema_version,
        geomap_version=head.geomap_version,
        gazetteer_version=head.gazetteer_version,
        attribution=head.attribution,
        decisions_version=head.decisions_version,
        coarsened=head.coarsened,
        incidents=tuple(ordered(map(completed, incidents))),
        articles=head.articles,
        datasets=head.datasets,
        unplaced=head.unplaced,
        dropped=head.dropped,
    )


def position(lon: float | None, lat: float | None) -> Position | None:
    """A point as every format writes it, or None."""
    return None if lon is None or lat is None else (round(lon, DECIMALS), round(lat, DECIMALS))


def _point(lon: float | None, lat: float | None) -> Point | None:
    coordinates = position(lon, lat)
    return None if coordinates is None else Point(coordinates)
