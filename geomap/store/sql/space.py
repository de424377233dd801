"""How surely the place of a row lies within the areas, the box and the circle that are asked for."""

from __future__ import annotations

from geomap.filters import Area, Context, Filter
from geomap.filters.space import COARSE_PRECISION, KM_PER_DEGREE, SITE_PRECISION, reaches_seam
from geomap.geo import EARTH_KM
from geomap.store.sql.dialect import Dialect
from geomap.store.sql.literals import among, listed

# What the answer for a place depends on.
PLACE = ("place_id", "country", "admin1", "precision", "radius_km", "point_is", "lon", "lat")
_CERTAIN = "3"
_NOWHERE = "(lon IS NULL OR lat IS NULL)"
_DOUBT = "coalesce(radius_km, 0)"


def space(filter: Filter, context: Context, dialect: Dialect) -> str:
    """The worst of the answers of what is asked for, 0 to 3 as in `Answer`; NULL where only Python can tell."""
    answers = []
    if filter.regions:
        areas = [_area(area) for id in filter.regions for area in context.areas[id]]
        answers.append(_any_of(areas, dialect))
    if filter.bbox is not None:
        answers.append(_bbox(filter.bbox))
    if filter.near is not None:
        answers.append(_circle(filter.near))
    return _all_of(answers, dialect)


def is_exact(filter: Filter, context: Context) -> bool:
    """Whether SQL decides on every place."""
    areas = (area for id in filter.regions for area in context.areas[id])
    return filter.near is None and not any(area.outline or area.circle for area in areas)


def _any_of(answers: list[str], dialect: Dialect) -> str:
    """The best of several answers: unknown only where an unknown one could be better."""
    if len(answers) == 1:
        return answers[0]
    if not answers:
        return "0"
    return dialect.best(answers)


def _all_of(answers: list[str], dialect: Dialect) -> str:
    """The worst of several answers: unknown only where no known one is a no."""
    if not answers:
        return _CERTAIN
    return answers[0] if len(answers) == 1 else dialect.worst(answers)


def _area(area: Area) -> str:
    """`Area.answer`."""
    shape = _shape(area)
    if not area.has_codes:
        return shape
    touched = {code.partition("-")[0] for code in (*area.admin1, *area.around)}
    inside = [
        among(column, values)
        for column, values in (
            ("place_id", area.places),
            ("country", area.countries),
            ("admin1", area.admin1),
        )
        if values
    ]
    has_shape = area.outline is not None or area.circle is not None
    fine = shape if has_shape else "0" if area.places else "1"
    return (
        f"CASE WHEN {' OR '.join(inside)} THEN 3 WHEN country IS NULL THEN {shape} "
        f"WHEN admin1 IS NOT NULL AND NOT {among('admin1', area.around)} THEN 0 "
        f"WHEN admin1 IS NULL AND NOT {among('country', touched)} THEN 0 "
        f"WHEN precision IN {listed(COARSE_PRECISION)} OR lon IS NULL THEN 1 ELSE {fine} END"
    )


def _shape(area: Area) -> str:
    if area.circle is not None:
        return _circle(area.circle)
    if area.outline is None:
        return f"CASE WHEN {_NOWHERE} THEN 1 WHEN country IS NOT NULL THEN 0 ELSE 1 END"
    if area.has_codes:  # few rows are left to the outline: shapely is loaded if there are any
        return f"CASE WHEN {_NOWHERE} THEN 1 ELSE NULL END"
    outline = area.outline()
    if outline.is_empty:
        return f"CASE WHEN {_NOWHERE} THEN 1 ELSE 0 END"
    west, south, east, north = outline.bounds
    # What `space.ring` draws around the point, a little larger; what cannot touch the outline's box is outside.
    high = f"(({_DOUBT} + {area.error_km!r} + 1e-3) / {KM_PER_DEGREE!r})"
    wide = f"({high} / greatest(cos(radians(lat)), 0.01))"
    beside = "" if reaches_seam(outline) else f"lon + {wide} < {west!r} OR lon - {wide} > {east!r} OR "
    return (
        f"CASE WHEN {_NOWHERE} THEN 1 WHEN {beside}"
        f"lat + {high} < {south!r} OR lat - {high} > {north!r} THEN 0 ELSE NULL END"
    )


def _circle(circle: tuple[float, float, float]) -> str:
    """`space.in_circle` by the sphere; NULL where only the ellipsoid can tell."""
    lon, lat, km = map(float, circle)
    half = (
        f"(pow(sin(radians(lat - ({lat!r})) / 2), 2) + cos(radians(lat)) * cos(radians({lat!r})) "
        f"* pow(sin(radians(lon - ({lon!r})) / 2), 2))"
    )
    rough = f"({2 * EARTH_KM!r} * asin(least(1.0, sqrt({half}))))"
    # A thousandth for the last digits of sines.
    return (
        f"CASE WHEN {_NOWHERE} THEN 1 WHEN {rough} * 0.993 - {_DOUBT} > {km!r} THEN 0 "
        f"WHEN {rough} * 1.007 + {_DOUBT} < {km!r} THEN 3 ELSE NULL END"
    )


def _bbox(bbox: tuple[float, float, float, float]) -> str:
    """`space.in_bbox`."""
    west, south, east, north = map(float, bbox)
    width = (east - west) % 360 if (east - west) % 360 or east == west else 360.0
    turned = f"((lon - ({west!r})) - 360 * floor((lon - ({west!r})) / 360))"
    along = (
        f"(CASE WHEN {turned} > {width!r} AND {turned} - {width!r} > 360 - {turned} "
        f"THEN {turned} - 360 ELSE {turned} END)"
    )
    if width >= 360:
        in_x, out_x = "1e300", "0"
    else:
        in_x = f"greatest(0, least({along}, {width!r} - {along}))"
        out_x = f"greatest(0, -{along}, {along} - {width!r})"
    in_y = f"greatest(0, least(lat - ({south!r}), ({north!r}) - lat))"
    out_y = f"greatest(0, ({south!r}) - lat, lat - ({north!r}))"
    doubt = f"({_DOUBT} / {KM_PER_DEGREE!r})"
    stretch = "greatest(cos(radians(lat)), 1e-6)"
    site = f"coalesce(point_is, '') <> 'representative' AND precision IN {listed(SITE_PRECISION)}"
    inside = f"{out_x} = 0 AND {out_y} = 0"
    return (
        f"CASE WHEN {_NOWHERE} THEN 1 WHEN {inside} AND {in_x} * {stretch} >= {doubt} AND {in_y} >= {doubt} THEN 3 "
        f"WHEN {inside} THEN CASE WHEN {site} THEN 2 ELSE 1 END "
        f"WHEN sqrt(pow({out_x} * {stretch}, 2) + pow({out_y}, 2)) <= {doubt} THEN 1 ELSE 0 END"
    )
