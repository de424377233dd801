"""Gazetteers that strangers send: `check` lists the faults of any file, and nothing that uses one falls over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.check import check_gazetteer
from geomap.errors import GeomapError
from geomap.gazetteer import Gazetteer
from tests.battery.watched import run

PLACE = {
    "type": "Feature",
    "id": "my-base",
    "geometry": {"type": "Point", "coordinates": [40.5, 35.1]},
    "properties": {
        "op": "add", "name": "My base", "kind": "base", "country": "SY", "admin1": "SY-DY", "radius_km": 2,
        "names": [{"text": "My base", "lang": "en"}], "sources": ["https://example.org/base"],
    },
}  # fmt: skip


def collection(*features: object) -> bytes:
    """A file of places."""
    return json.dumps({"type": "FeatureCollection", "features": list(features)}, indent=1).encode()


def place(**changes: object) -> bytes:
    """A file with one place of which something is changed."""
    return collection(PLACE | {"properties": {**PLACE["properties"], **changes}})  # type: ignore[dict-item]


def at(*coordinates: object) -> bytes:
    """A file with one place elsewhere."""
    return collection(PLACE | {"geometry": {"type": "Point", "coordinates": list(coordinates)}})


ACTOR = '[[actor]]\nop = "add"\nid = "my-group"\nname = "My group"\nkind = "armed group"\nsources = ["https://example.org"]\n'

FILES: dict[str, tuple[str, bytes]] = {
    "good": ("places/sy.geojson", collection(PLACE)),
    "empty": ("places/sy.geojson", b""),
    "binary": ("places/sy.geojson", bytes(range(256))),
    "no JSON": ("places/sy.geojson", b"{"),
    "a list": ("places/sy.geojson", b"[]"),
    "null": ("places/sy.geojson", b"null"),
    "features that are none": ("places/sy.geojson", collection(1, None, "x", [], {})),
    "no properties": ("places/sy.geojson", collection({"type": "Feature", "id": "x", "geometry": None})),
    "properties of null": ("places/sy.geojson", collection(PLACE | {"properties": None})),
    "no id": ("places/sy.geojson", collection({k: v for k, v in PLACE.items() if k != "id"})),
    "an id that is a path": ("places/sy.geojson", collection(PLACE | {"id": "../../etc/passwd"})),
    "an id of control characters": ("places/sy.geojson", collection(PLACE | {"id": "\x1b[31m\u202e"})),
    "a number as id": ("places/sy.geojson", collection(PLACE | {"id": 7})),
    "an unknown op": ("places/sy.geojson", place(op="destroy")),
    "no op": ("places/sy.geojson", place(op=None)),
    "retire of nothing": ("places/sy.geojson", place(op="retire")),
    "correct of nothing": ("places/sy.geojson", place(op="correct")),
    "names of text": ("places/sy.geojson", place(names="My base")),
    "names of numbers": ("places/sy.geojson", place(names=[1, 2])),
    "a name of nothing": ("places/sy.geojson", place(names=[{"text": "", "lang": "en"}])),
    "a name of blanks": ("places/sy.geojson", place(names=[{"text": " \u200b ", "lang": "en"}])),
    "a name of a megabyte": ("places/sy.geojson", place(names=[{"text": "x" * 1_000_000, "lang": "en"}])),
    "a name of a letter": ("places/sy.geojson", place(names=[{"text": "a", "lang": "en"}])),
    "a name of a word": ("places/sy.geojson", place(names=[{"text": "the", "lang": "en"}])),
    "a name of control characters": ("places/sy.geojson", place(names=[{"text": "\x1b[2JBase", "lang": "en"}])),
    "a name of a script": ("places/sy.geojson", place(name="</script><script>alert(1)</script>")),
    "a language that is none": ("places/sy.geojson", place(names=[{"text": "Base", "lang": "klingon"}])),
    "ten thousand names": ("places/sy.geojson", place(names=[{"text": f"Base {n}", "lang": "en"} for n in range(10_000)])),
    "a radius of text": ("places/sy.geojson", place(radius_km="large")),
    "a radius below zero": ("places/sy.geojson", place(radius_km=-1)),
    "a radius of the earth": ("places/sy.geojson", place(radius_km=1e9)),
    "a country that is none": ("places/sy.geojson", place(country="XX")),
    "a division of another country": ("places/sy.geojson", place(admin1="IQ-AN")),
    "part of itself": ("places/sy.geojson", place(part_of=["my-base"])),
    "held by nobody": ("places/sy.geojson", place(held_by=[{"actor": "nobody"}])),
    "held before it began": ("places/sy.geojson", place(held_by=[{"actor": "united-states", "start": "2020", "end": "2010"}])),
    "a date that is none": ("places/sy.geojson", place(held_by=[{"actor": "united-states", "start": "soon"}])),
    "a source of a script": ("places/sy.geojson", place(sources=["javascript:alert(1)"])),
    "a source of a file": ("places/sy.geojson", place(sources=["file:///etc/passwd"])),
    "a kind that is none": ("places/sy.geojson", place(kind="castle in the air")),
    "an unknown field": ("places/sy.geojson", place(colour="red")),
    "swapped": ("places/sy.geojson", at(35.1, 40.5)),
    "out of range": ("places/sy.geojson", at(400, 350)),
    "text as coordinates": ("places/sy.geojson", at("40.5", "35.1")),
    "one coordinate": ("places/sy.geojson", at(40.5)),
    "no coordinates": ("places/sy.geojson", at()),
    "null coordinates": ("places/sy.geojson", at(None, None)),
    "heights": ("places/sy.geojson", at(40.5, 35.1, 200)),
    "NaN": ("places/sy.geojson", at(40.5, 35.1).replace(b"40.5", b"NaN")),
    "infinity": ("places/sy.geojson", at(40.5, 35.1).replace(b"40.5", b"1e999")),
    "deep": ("places/sy.geojson", b'{"features":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "a number of a thousand digits": ("places/sy.geojson", at(40.5, 35.1).replace(b"40.5", b"4" * 5000)),
    "an id twice": ("places/sy.geojson", collection(PLACE, PLACE)),
    "a key twice": ("places/sy.geojson", collection(PLACE).replace(b'"id"', b'"id": "other", "id"', 1)),
    "an id of the curated ones": ("places/sy.geojson", collection(PLACE | {"id": "al-tanf"})),
    "UTF-16": ("places/sy.geojson", collection(PLACE).decode().encode("utf-16")),
    "a mark": ("places/sy.geojson", b"\xef\xbb\xbf" + collection(PLACE)),
    "actors: good": ("actors.toml", ACTOR.encode()),
    "actors: empty": ("actors.toml", b""),
    "actors: no TOML": ("actors.toml", b"[[actor]\n"),
    "actors: binary": ("actors.toml", bytes(range(256))),
    "actors: a table": ("actors.toml", b"[actor]\nid = 'x'\n"),
    "actors: a number": ("actors.toml", b"actor = 5\n"),
    "actors: deep": ("actors.toml", b"actor = " + b"[" * 20_000 + b"]" * 20_000),
    "actors: a dotted key of a thousand parts": ("actors.toml", b"[" + b".".join([b"a"] * 2000) + b"]\n"),
    "actors: a circle": ("actors.toml", (ACTOR + '[[actor.part_of]]\nid = "my-group"\n').encode()),
    "actors: names of text": ("actors.toml", (ACTOR + 'names = "x"\n').encode()),
    "actors: a date for a name": ("actors.toml", ACTOR.replace('"My group"', "2024-01-01").encode()),
    "regions: members that are none": ("regions.toml", b'[[region]]\nop = "add"\nid = "r"\nname = "R"\nmembers = ["nowhere"]\n'),
    "regions: a circle of text": ("regions.toml", b'[[region]]\nop = "add"\nid = "r"\nname = "R"\ncircle = "big"\n'),
    "regions: a box upside down": ("regions.toml", b'[[region]]\nop = "add"\nid = "r"\nname = "R"\nbbox = [42.0, 36.0, 40.0, 34.0]\n'),
    "regions: a member of itself": ("regions.toml", b'[[region]]\nop = "add"\nid = "r"\nname = "R"\nmembers = ["r"]\n'),
    "kinds: no precision": ("kinds.toml", b'[[kind]]\nid = "castle"\nname = "castle"\n'),
    "sources: a number": ("sources.toml", b"source = 1\n"),
    "lexicon: no TOML": ("lexicon/en.toml", b"verbs = ["),
    "lexicon: numbers for words": ("lexicon/en.toml", b"[attack]\nverbs = [1, 2]\n"),
    "lexicon: a pattern that is none": ("lexicon/en.toml", b'[grammar]\nsaid = "(["\n'),
    "lexicon: a pattern that never ends": ("lexicon/en.toml", b'[grammar]\nsaid = "(a+)+$"\n'),
    "lexicon: of no language": ("lexicon/xx.toml", b'lang = "yy"\n'),
    "a file that is not ours": ("notes.txt", b"hello"),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_gazetteer_of_ones_own(case: str, tmp_path: Path) -> None:
    """`check` says file and line or finds nothing; whatever uses the folder works or says what is wrong with it."""
    name, content = FILES[case]
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    checked = run(tmp_path, "gazetteer", "check", "mine")
    used = run(tmp_path, "geocode", "Erbil", "--gazetteer", "mine", "--format", "json")
    listed = run(tmp_path, "gazetteer", "ls", "--gazetteer", "mine", "--format", "json")
    assert path.read_bytes() == content, "a curated file was changed"
    if used.code or listed.code:
        assert checked.code, "what cannot be used passed the check"
    if case.endswith("good"):
        assert (checked.code, used.code, listed.code) == (0, 0, 0), checked.stdout


@pytest.mark.parametrize("case", FILES)
def test_fmt_loses_nothing(case: str, tmp_path: Path) -> None:
    """The canonical form of a file, or the file as it was."""
    name, content = FILES[case]
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    ran = run(tmp_path, "gazetteer", "fmt", "mine")
    if ran.code:
        assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == [path.name]


SCRAP = st.text(max_size=40) | st.sampled_from(
    ["[[actor]]", "[[region]]", 'id = "x"', "name = 1", "names = [", "]", "=", '"""']
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(SCRAP, max_size=8).map("\n".join),
    st.sampled_from(["actors.toml", "regions.toml", "lexicon/en.toml"]),
)
def test_any_text_as_toml(tmp_path_factory: pytest.TempPathFactory, text: str, name: str) -> None:
    """`check` has findings, loading has an error; neither falls over."""
    folder = tmp_path_factory.mktemp("g")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(
        text, encoding="utf-8", errors="surrogatepass" if text.isprintable() else "replace"
    )
    check_gazetteer(folder)
    try:
        Gazetteer.load(folder)
    except GeomapError as error:
        assert name in str(error) or str(folder) in str(error)
