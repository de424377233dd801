"""Command lines as people mistype them: usage is exit 2, data is exit 1, each with one line that helps."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.cli.main import VERBS
from geomap.store import write_store
from tests.battery.watched import run
from tests.fixtures.stores import STORE

LINES = """\
qurey
query
query nothing.geojson
query .
query s.geojson --colour red
query s.geojson --region
query s.geojson --region ''
query s.geojson --region Qwertzuiopia
query s.geojson --region @
query s.geojson --bbox 1,2,3
query s.geojson --bbox a,b,c,d
query s.geojson --bbox nan,nan,nan,nan
query s.geojson --bbox 10,20,30,-20
query s.geojson --bbox 1e999,0,1,1
query s.geojson --bbox ''
query s.geojson --near Erbil
query s.geojson --km 5
query s.geojson --near Erbil --km -5
query s.geojson --near Erbil --km nan
query s.geojson --near Erbil --km inf
query s.geojson --near 95,200 --km 5
query s.geojson --near 1,2,3 --km 5
query s.geojson --near '' --km 5
query s.geojson --since yesterday
query s.geojson --since 2024-13
query s.geojson --since 2024-02-30
query s.geojson --since 0000
query s.geojson --since 99999
query s.geojson --since 2025 --until 2024
query s.geojson --attacker Klingons
query s.geojson --kind party
query s.geojson --weapon phaser
query s.geojson --status sure
query s.geojson --min-confidence very
query s.geojson --possible --certain
query s.geojson --limit -1
query s.geojson --limit many
query s.geojson --format pdf
query s.geojson --count-by colour
query s.geojson --count-by month --format geojson
query s.geojson other.geojson
query postgresql://
query postgresql://nobody@127.0.0.1:1/db
query 'postgresql://[::'
query 'postgresql://h/d?schema='
query https://example.org/s.geojson
build
build -o x.geojson
build nothing.txt -o x.geojson
build a.txt
build a.txt -o x.pdf
build a.txt -o .
build a.txt -o a.txt/x.geojson
build a.txt -o x.geojson --published Sunday
build a.txt -o x.geojson --published 5.2.2024
build a.txt -o x.geojson --workers 0
build a.txt -o x.geojson --workers 1000000
build a.txt -o x.geojson --time-limit -1
build a.txt -o x.geojson --reader nobody
build a.txt -o x.geojson --reader jsonl:
build a.txt -o x.geojson --reader jsonl:nothing.jsonl
build a.txt -o x.geojson --remove x
build a.txt -o x.geojson --decisions nothing.csv
build a.txt -o x.geojson --gazetteer nothing
build a.txt -o x.geojson --gazetteer a.txt
build a.txt -o x.csv
map s.geojson
map s.geojson -o .
map nothing.geojson -o x.html
map s.geojson -o x.html --lang xx
export s.geojson
export s.geojson -o x
export s.geojson -o x.doc
export s.geojson -o -
export s.geojson -o x.geojson --format doc
export s.geojson -o x.kml --wkt
export s.geojson -o ''
info
info s.geojson --format xml
info ''
explain s.geojson
explain s.geojson nothing
explain s.geojson ''
review nothing.geojson
review .
review . --list
review . --format csv
review s.geojson --apply .
explain . x
worklist .
info .
review s.geojson --apply nothing.csv
review s.geojson --limit 0
geocode
geocode 'Atlantis of the sea'
geocode ''
geocode --batch nothing.csv
geocode Erbil --online nobody
geocode Erbil --format xml
reverse
reverse 44
reverse north south
reverse 44 136
reverse 400 36
reverse nan nan
reverse inf 0
reverse 36.2 144.0
regions Qwertzuiopia
regions Badia --format xml
regions ''
gazetteer ls --kind castle
gazetteer dance
gazetteer diff nothing
gazetteer export x.doc
worklist
worklist nothing.geojson
worklist s.geojson --format xml
eval nothing
eval a.txt
eval s.geojson
synth
synth many -o x.geojson
synth -5 -o x.geojson
synth 5 -o x.doc
synth 5
schema nothing
completion cmd.exe
import
import acled
import acled nothing.csv -o x.geojson
import acled . -o x.geojson
import acled a.txt -o x.geojson
import aclde a.txt -o x.geojson
import acled a.txt -o x.pdf
import acled a.txt -o .
import gdelt a.txt -o x.geojson
import table a.txt -o x.geojson
import table a.txt --mapping nothing.toml -o x.geojson
import table a.txt --mapping a.txt -o x.geojson
import table a.txt --mapping . -o x.geojson
import acled a.txt --mapping a.txt -o x.geojson
import ucdp a.txt --merge -o x.geojson
import acled a.txt -o x.geojson --refused a.txt/x.csv
brief
brief nothing.geojson
brief s.geojson -o x.docx
brief s.geojson --region Qwertzuiopia
brief s.geojson --days 0
brief s.geojson --days many
brief s.geojson --days 7 --since 2024
brief s.geojson --since 2025 --until 2024
brief s.geojson --lang xx
brief s.geojson --format pdf
publish
publish s.geojson
publish s.geojson -o x.geojson
publish s.geojson -o x.geojson --coarsen 0
publish s.geojson -o x.geojson --coarsen -5
publish s.geojson -o x.geojson --coarsen nan
publish s.geojson -o x.geojson --coarsen village
publish s.geojson -o x.geojson --coarsen 25 --drop id
publish s.geojson -o x.geojson --coarsen 25 --drop colour
publish s.geojson -o x.doc --coarsen 25
publish s.geojson -o . --coarsen 25
publish nothing.geojson -o x.geojson --coarsen 25
demo --out a.txt
demo --out a.txt/x
--nothing
-o
"""
# What a line of text cannot show.
ODD: tuple[tuple[str, ...], ...] = (
    ("query", "s.geojson", "--region", "\x1b[31m"),
    ("query", "s.geojson", "--region", "A" * 10000),
    ("info", "x" * 5000),
    ("explain", "s.geojson", "\x1b[2J"),
    ("geocode", "\x1b]0;x\x07"),
    ("geocode", "A" * 100000),
)
WRONG = (*(tuple(shlex.split(line)) for line in LINES.splitlines()), *ODD)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store and an article."""
    folder = tmp_path_factory.mktemp("lines")
    write_store(STORE, folder / "s.geojson")
    (folder / "a.txt").write_text("Drones struck the al-Omar field on Sunday, officials said.")
    return folder


@pytest.mark.parametrize("args", WRONG, ids=lambda args: repr(" ".join(args))[:60])
def test_a_wrong_call(args: tuple[str, ...], prepared: Path, tmp_path: Path) -> None:
    """Refused with words; nothing is written, nothing that was there is changed."""
    for path in prepared.iterdir():
        shutil.copy(path, tmp_path / path.name)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    ran = run(tmp_path, *args)
    assert ran.code in (1, 2), ran
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


OPTIONS = st.sampled_from(
    "s.geojson a.txt -o x.geojson x.csv - --region SY --since 2024 --until --near Erbil --km 5 --format json csv table "
    "--limit 3 --count-by month --text drone --bbox 35,32,43,37 --all --possible --certain --help --version -- --lean".split()
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(sorted(set(VERBS) - {"demo", "review", "synth"})),
    st.lists(OPTIONS | st.text(max_size=5), max_size=5),
)
def test_any_words_on_the_command_line(prepared: Path, verb: str, words: list[str]) -> None:
    """A result, or one line."""
    run(prepared, verb, *(word.replace("\0", "") for word in words), stdin=b"")
