"""Reading the curated files: from a folder to plain tables, and from those to typed records."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, TypeGuard

import msgspec

from geomap import assets
from geomap.errors import DataError
from geomap.gazetteer.records import Bundle

# The TOML files, each with the name of its array of tables, the field that identifies a record, and where the
# records go in the Bundle.
TABLES: tuple[tuple[str, str, str, str], ...] = (
    ("actors.toml", "actor", "id", "actors"),
    ("countries.toml", "country", "code", "countries"),
    ("regions.toml", "region", "id", "regions"),
    ("disputed.toml", "area", "id", "disputed"),
    ("kinds.toml", "kind", "id", "kinds"),
    ("sources.toml", "source", "id", "sources"),
)

Raw = dict[str, Any]
Tables = dict[str, dict[str, Raw]]  # Bundle field -> id -> record as plain data


def data_dir() -> Path:
    """The folder of the curated data that came with this geomap.

    Raises:
        DataError: It is not there: a broken installation.
    """
    return Path(str(assets.gazetteer_root()))


def source_files(folder: Path) -> list[Path]:
    """Every file of a gazetteer folder that is read, in a fixed order."""
    found = [folder / name for name in sorted({table[0] for table in TABLES})]
    found += sorted(folder.glob("places/*.geojson")) + sorted(folder.glob("lexicon/*.toml"))
    return [path for path in found if path.is_file()]


def content_version(paths: list[Path]) -> str:
    """A hash over the content of files: the same data has the same version on every machine."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]


def read_toml(path: Path) -> Raw:
    """A TOML file as plain data.

    Raises:
        DataError: It is not TOML, or not UTF-8.
    """
    import tomllib  # only where the compiled gazetteer is out of date

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataError(f"not TOML: {error}", file=path) from None


def read_places(path: Path) -> list[Raw]:
    """The features of a places file, each as one flat record with `id`, `lon`, `lat` and its properties.

    `lon` and `lat` are absent where the geometry is null, as it may be in an overlay.

    Raises:
        DataError: It is not a GeoJSON FeatureCollection of points.
    """
    try:
        features = msgspec.json.decode(path.read_bytes())["features"]
        return [_flat(feature) for feature in features]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataError(f"not JSON: {error}", file=path) from None
    except (KeyError, TypeError, ValueError) as error:
        advice = "geomap gazetteer check lists every fault"
        raise DataError(f"not a FeatureCollection of points: {error}", file=path, advice=advice) from None


def _flat(feature: Raw) -> Raw:
    flat: Raw = {"id": feature["id"], **feature["properties"]}
    if flat.get("country") == "":  # how the high seas are written
        del flat["country"]
    geometry = feature.get("geometry")
    if geometry is not None:
        lon, lat = geometry["coordinates"][:2]
        flat["lon"], flat["lat"] = float(lon), float(lat)
    return flat


def read_tables(folder: Path) -> tuple[Tables, dict[str, Raw]]:
    """Every record of a gazetteer folder as plain data by table and id, and its lexicons by language.

    Raises:
        DataError: A file cannot be read, or an id is there twice.
    """
    tables: Tables = {field: {} for field in ("places", *(table[3] for table in TABLES))}
    for path in sorted(folder.glob("places/*.geojson")):
        _collect(tables["places"], read_places(path), "id", path)
    for file, array, key, field in TABLES:
        path = folder / file
        if path.is_file():
            _collect(tables[field], [normalised(one) for one in _records(path, array)], key, path)
    _add_codes(tables["countries"], folder / "countries.toml")
    lexicons = {path.stem: read_toml(path) for path in sorted(folder.glob("lexicon/*.toml"))}
    return tables, lexicons


def _records(path: Path, array: str) -> list[Raw]:
    found = read_toml(path).get(array, [])
    if not is_records(found):
        raise DataError(
            f"{array} is no list of tables", file=path, advice=f"write [[{array}]] above each record"
        )
    return found


def is_records(value: Any) -> TypeGuard[list[Raw]]:
    """Whether a value of a TOML file is an array of tables."""
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _add_codes(countries: dict[str, Raw], path: Path) -> None:
    """Lays the table of codes (`[countries]`: alpha-2 to alpha-3, numeric, name) under the `[[country]]` records."""
    codes = read_toml(path).get("countries", {}) if path.is_file() else {}
    for code, record in sorted(codes.items()):
        countries[code] = {"code": code, **record, **countries.get(code, {})}


def _collect(table: dict[str, Raw], records: list[Raw], key: str, path: Path) -> None:
    for record in records:
        if not isinstance(record.get(key), str):
            raise DataError(f"a record has no {key}", file=path, advice="geomap gazetteer check says which")
        if record[key] in table:
            raise DataError(f"{key} {record[key]!r} is there twice", file=path, advice="rename or merge one")
        table[record[key]] = record


def normalised(record: Raw) -> Raw:
    """Names written as bare strings are given their language by their script; one ring is a polygon."""
    if isinstance(record.get("names"), list) and "code" not in record:
        record["names"] = [
            {"text": n, "lang": "ar" if any("\u0600" <= c <= "\u06ff" for c in n) else "en"}
            if isinstance(n, str)
            else n
            for n in record["names"]
        ]
    ring = record.get("polygon")
    if (
        isinstance(ring, list)
        and ring
        and isinstance(ring[0], list)
        and ring[0]
        and isinstance(ring[0][0], int | float)
    ):
        record["polygon"] = [ring]
    return record


def to_bundle(tables: Tables, lexicons: dict[str, Raw], version: str, warnings: list[str]) -> Bundle:
    """Plain data to typed records.

    Raises:
        DataError: A record is not of its type; names the first one only (`geomap gazetteer check` has all).
    """
    plain: Raw = {field: list(records.values()) for field, records in tables.items()}
    plain |= {"version": version, "lexicons": lexicons, "warnings": warnings}
    try:
        return msgspec.convert(plain, Bundle)
    except msgspec.ValidationError as error:
        raise DataError(f"gazetteer: {error}", advice="geomap gazetteer check lists every fault") from None
