"""The codes of other datasets for an incident: ACLED, PLOVER and UCDP GED, from their codebooks."""

from __future__ import annotations

from geomap.model import DatePrecision, PlacePrecision

_REMOTE = "Explosions/Remote violence"
_SHELLING = (_REMOTE, "Shelling/artillery/missile attack")
_AIR = (_REMOTE, "Air/drone strike")
_IED = (_REMOTE, "Remote explosive/landmine/IED")
_BY_WEAPON = {
    "drone": _AIR, "airstrike": _AIR, "rocket": _SHELLING, "missile": _SHELLING, "artillery": _SHELLING,
    "mortar": _SHELLING, "ied": _IED,
}  # fmt: skip
_BY_KIND = {
    "airstrike": _AIR,
    "shelling": _SHELLING,
    "clash": ("Battles", "Armed clash"),
    "raid": ("Battles", "Armed clash"),
    "interception": ("Strategic developments", "Disrupted weapons use"),
    "explosion": _IED,
}


def acled(kind: str, weapon: str | None, target: str | None) -> tuple[str | None, str | None]:
    """ACLED's event and sub-event type (codebook of 2024); None where ours says too little."""
    if kind in ("attack", "other") and weapon in _BY_WEAPON:
        return _BY_WEAPON[weapon]
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if kind == "attack" and weapon == "gunfire":
        return ("Battles", "Armed clash") if target else ("Violence against civilians", "Attack")
    return None, None


def plover(kind: str) -> str | None:
    """PLOVER's event type."""
    return {"seizure": "SEIZE", "interception": None, "explosion": None, "other": None}.get(kind, "ASSAULT")


def geo_precision(precision: PlacePrecision) -> int | None:
    """ACLED's geo-precision: 1 the place itself, 2 near it, 3 a larger region."""
    codes = {
        "exact": 1,
        "site": 1,
        "locality": 1,
        "near": 2,
        "district": 2,
        "governorate": 3,
        "sea": 3,
        "country": 3,
    }
    return codes.get(precision)


def where_prec(precision: PlacePrecision) -> int | None:
    """UCDP GED's where_prec: 1 exact, 2 within about 25 km, 3 district, 4 province, 6 country, 7 at sea."""
    codes = {
        "exact": 1,
        "site": 1,
        "locality": 1,
        "near": 2,
        "district": 3,
        "governorate": 4,
        "country": 6,
        "sea": 7,
    }
    return codes.get(precision)


def time_precision(precision: DatePrecision) -> int | None:
    """ACLED's time-precision: 1 the day, 2 the week, 3 the month (or vaguer)."""
    return {"day": 1, "week": 2, "month": 3, "year": 3}.get(precision)
