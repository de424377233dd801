"""The verbs as users see them: data on stdout, words on stderr."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result

from geomap.cli.main import VERBS, cli
from geomap.store import read_store, write_store
from tests.fixtures.process import ROOT, failed, geomap
from tests.fixtures.stores import AL_OMAR, STORE, incident


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store on disk."""
    path = tmp_path_factory.mktemp("verbs") / "s.geojson"
    write_store(STORE, path)
    return str(path)


def call(*args: Any) -> Result:
    """A call that works."""
    result = CliRunner().invoke(cli, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output
    return result


def test_help_lists_every_verb_without_importing_any() -> None:
    """`geomap --help` answers at once: no library of maps, tables or records is loaded."""
    code = (
        "import sys\n"
        "from geomap.cli.main import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'geopandas', 'pandas', 'numpy', 'shapely', 'folium', 'pyogrio', 'msgspec', 'geopy', 'duckdb'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)), sorted(m for m in sys.modules if m.startswith('geomap.')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT)
    help_text, _, loaded = done.stdout.partition("LOADED")
    assert all(f"\n  {verb} " in help_text for verb in VERBS)
    assert loaded.split() == [
        "[]",
        "['geomap.cli',",
        "'geomap.cli.main',",
        "'geomap.cli.output',",
        "'geomap.cli.streams',",
        "'geomap.errors']",
    ]


def test_the_version() -> None:
    """The version is that of the package."""
    import geomap as package

    assert call("--version").stdout == f"geomap {package.__version__}\n"


def test_the_package_runs_as_a_module() -> None:
    """`python -m geomap` is the command, for whoever has no scripts on the path."""
    ran = subprocess.run(
        [sys.executable, "-m", "geomap", "--version"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert ran.returncode == 0 and ran.stdout == call("--version").stdout


def test_the_table_is_for_people(store: str) -> None:
    """Dates as fine as known, what is inferred has a question mark, areas are said, ranges are ranges."""
    result = call("query", store)
    assert "Sun 4 Feb 2024" in result.stdout and "  Feb 2024 " in result.stdout
    assert "Islamic Resistance in Iraq → United States?" in result.stdout
    assert "Deir ez-Zor, SY (area)" in result.stdout and "2–4" in result.stdout
    assert "i-planned" not in result.stdout and "al-Tanf" not in result.stdout
    assert result.stderr.splitlines()[-1] == "5 incidents"


def test_who_is_only_suspected_has_a_question_mark_too(tmp_path: Path) -> None:
    """An attacker that no article states is not shown as one that is stated."""
    path = tmp_path / "s.geojson"
    sides = {"attacker_id": "houthis", "attacker": "Houthis", "attackers": ("Houthis",)}
    one = msgspec.structs.replace(AL_OMAR, id="i-1", **(sides | {"attacker_role": "suspected"}))
    two = msgspec.structs.replace(AL_OMAR, id="i-2", **(sides | {"attacker_role": "attributed"}))
    write_store(msgspec.structs.replace(STORE, incidents=(one, two)), path)
    shown = call("query", path).stdout
    assert "Houthis? → United States?" in shown and "Houthis → United States?" in shown


def test_the_first_column_is_what_explain_takes(tmp_path: Path) -> None:
    """The shortest beginnings of the ids that tell them apart; where one does not, it says which there are."""
    path = tmp_path / "s.geojson"
    ids = ("i77aa01bcdef", "i77aa02bcdef", "i0000000000f")
    several = tuple(msgspec.structs.replace(AL_OMAR, id=id, slug=f"2024-{id}") for id in ids)
    write_store(msgspec.structs.replace(STORE, incidents=several), path)
    shown = [line.split()[0] for line in call("query", path).stdout.splitlines()[2:]]
    assert sorted(shown) == sorted(id[: len(shown[0])] for id in ids) and len(set(shown)) == 3
    for short, id in ((shown[0], None), ("i0000", "i0000000000f"), ("2024-i77aa02", "i77aa02bcdef")):
        told = json.loads(call("explain", path, short, "--format", "json").stdout)["id"]
        assert told.startswith(short) if id is None else told == id
    failed(geomap("explain", path, "i77aa"), 2, "2 incidents begin with 'i77aa'", "i77aa01bcdef")
    failed(geomap("explain", path, "i77"), 2, "no incident 'i77'")


def test_possible_ones_are_counted_and_shown_when_asked(store: str) -> None:
    """The line below the table is the promise that nothing was lost silently."""
    result = call("query", store, "--region", "Deir ez-Zor", "--format", "json")
    assert len(json.loads(result.stdout)) == 2
    assert result.stderr.strip() == (
        "2 incidents; and 2 possible (known only to governorate or country, or near the edge): "
        "--possible shows them"
    )
    assert (
        len(json.loads(call("query", store, "--region", "SY-DY", "--possible", "--format", "json").stdout))
        == 4
    )


@pytest.mark.parametrize("format_name", ["geojson", "csv", "json"])
def test_formats_say_the_same(store: str, format_name: str) -> None:
    """A program gets the incidents that the table shows, in the same order."""
    text = call("query", store, "--region", "Syria", "--format", format_name).stdout
    if format_name == "geojson":
        ids = [feature["properties"]["id"] for feature in json.loads(text)["features"]]
    elif format_name == "csv":
        ids = [row["id"] for row in csv.DictReader(io.StringIO(text))]
    else:
        rows = json.loads(text)
        ids = [row["id"] for row in rows]
        assert rows[1]["lon"] == 40.551112 and rows[1]["killed"] == 0 and rows[0]["date_precision"] == "month"
    assert ids == ["i-dez", "i-omar", "i-syria"]


def test_a_filtered_store_is_a_store(store: str, tmp_path: Path) -> None:
    """What `query -o x.geojson` writes, the other verbs read."""
    out = tmp_path / "omar.geojson"
    call("query", store, "--text", "العمر", "-o", out)
    assert [one.id for one in read_store(out).incidents] == ["i-omar"]
    assert read_store(out).incidents[0].reports == AL_OMAR.reports


def test_a_limit_says_that_there_are_more(store: str) -> None:
    """A cut list is not taken for a whole one."""
    result = call("query", store, "--limit", 1)
    assert "5 incidents, the first 1 shown" in result.stderr


def test_counting(store: str) -> None:
    """Bars for people, rows for programs, and a note where numbers add up to more."""
    table = call("query", store, "--count-by", "attacker").stdout
    assert table.splitlines()[-1] == (
        "an incident can count more than once: 6 counts of 5 incidents; 5 in all"
    )
    bars = {line.split("  ")[0]: line.count("█") for line in table.splitlines()[2:-1]}
    assert bars["Kataib Hezbollah"] * 2 == bars["Islamic Resistance in Iraq"] > 4
    assert bars["Kataib Hezbollah"] * 3 == bars["(not known)"]
    assert call("query", store, "--count-by", "country", "--format", "csv").stdout.splitlines() == [
        "country,incidents", "SY,3", "IQ,1", "(not known),1",
    ]  # fmt: skip
    assert json.loads(call("query", store, "--count-by", "kind", "--format", "json").stdout)[0] == {
        "kind": "attack",
        "incidents": 3,
    }


def test_all_includes_what_did_not_happen(store: str) -> None:
    """Threats and plans are there for who asks."""
    assert "al-Tanf" in call("query", store, "--all").stdout
    assert "threatened" in call("query", store, "--status", "threatened").stdout


def test_hostile_cells_cannot_drive_the_terminal(tmp_path: Path) -> None:
    """Colours, cursor moves and bidi overrides in an article's text do not reach the screen."""
    bad = incident("i-x", place="\x1b[2Jevil\u202etxt\r\n\tname", attacker="\x9b31mred", sources=("a\x00b",))
    from geomap.model import Store

    write_store(Store(incidents=(bad,)), tmp_path / "s.geojson")
    text = call("query", tmp_path / "s.geojson").stdout
    assert "evil" in text
    assert not any(char in text for char in "\x1b\x9b\u202e\x00\r\t")


def test_the_table_fits_a_terminal() -> None:
    """Long cells give way; wide and combining characters count as what they take."""
    from geomap.cli.output import table, trim, width_of

    text = table(("a", "b"), [("x" * 300, "short"), ("日本" * 30, "ع" * 60)], width=80)
    assert max(map(width_of, text.splitlines())) <= 80
    assert "short" in text and "…" in text
    wrapped = table(("where", "n"), [("al-Omar oil field, Deir ez-Zor", 12)], right=[1], width=24)
    assert wrapped.splitlines()[2:] == ["al-Omar oil field,    12", "Deir ez-Zor"]
    assert trim("日本語", 4) == "日…" and width_of("e\u0301") == 1


def test_export_says_what_is_lost(store: str, tmp_path: Path) -> None:
    """stderr tells what the format left out, with counts."""
    result = call("export", store, "-o", tmp_path / "x.kml")
    assert "warning: KML 2.2: left out 1 without a point" in result.stderr
    assert "left out: 1 denied, planned or threatened: --all includes them" in result.stderr
    assert "x.kml: 5 incidents" in result.stderr and result.stdout == ""


def test_export_to_stdout_is_only_data(store: str) -> None:
    """`geomap export … -o - | program` gets nothing but the data."""
    done = geomap("export", store, "-o", "-", "--format", "csv", "--region", "IQ")
    assert next(csv.DictReader(io.StringIO(done.stdout)))["id"] == "i-harir"


def test_info_tells_what_is_there(store: str) -> None:
    """Counts, span, versions and whom the licences name."""
    facts = json.loads(call("info", store, "--format", "json").stdout)
    assert facts["incidents"] == 6 and facts["articles"] == 2 and facts["without a point"] == 1
    assert facts["first day"] == "2024-02-01" and facts["last day"] == "2024-02-29"
    assert facts["attribution"] == ["Places: geomap contributors, CC BY-SA 4.0"]
    assert "Deir" not in call("info", store).stdout and "2024-02-29" in call("info", store).stdout


@pytest.mark.parametrize("record", ["incident", "report", "article", "place", "store"])
def test_schemas_describe_what_is_written(record: str) -> None:
    """The schema is JSON Schema and names its record's fields."""
    schema = json.loads(call("schema", record).stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["$ref"].removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    """Each script asks geomap itself, so it never goes stale."""
    assert "_GEOMAP_COMPLETE" in call("completion", shell).stdout


def test_completion_completes() -> None:
    """A shell that asks gets the verbs."""
    done = geomap(_GEOMAP_COMPLETE="bash_complete", COMP_WORDS="geomap que", COMP_CWORD="1")
    assert "query" in done.stdout
    done = geomap(_GEOMAP_COMPLETE="bash_complete", COMP_WORDS="geomap query s --weapon m", COMP_CWORD="4")
    assert done.stdout.split() == ["plain,missile", "plain,mortar"]


@pytest.mark.parametrize("format_name", ["geojson", "geojsonl"])
def test_verbs_pipe_into_each_other(store: str, format_name: str) -> None:
    """`geomap query … | geomap export -`: what one verb writes, the next reads from stdin."""
    data = call("export", store, "--format", format_name, "-o", "-", "--region", "IQ").stdout_bytes
    result = CliRunner().invoke(cli, ["query", "-", "--format", "json"], input=data)
    assert [row["id"] for row in json.loads(result.stdout)] == ["i-harir", "i-nowhere"][:1]


def test_negative_coordinates_are_no_options(store: str) -> None:
    """The Sahel lies west of Greenwich."""
    assert (
        call("query", store, "--near", "-3.0,14.5", "--km", "50", "--format", "json").stdout.strip() == "[]"
    )
    assert call("query", store, "--bbox", "-10,10,-1,20", "--format", "json").stdout.strip() == "[]"


def test_brief_to_a_file_and_to_a_pipe(tmp_path: Path) -> None:
    """By suffix, by --format, by -; what is wrong is one line, and nothing is half written."""
    from geomap.store import write_store
    from tests.fixtures.briefed import store

    write_store(store(), tmp_path / "s.geojson")
    week = ("--region", "Deir ez-Zor", "--since", "2024-02-05", "--until", "2024-02-11")
    result = geomap("brief", "s.geojson", *week, "-o", "week.md", cwd=tmp_path)
    assert result.returncode == 0 and (tmp_path / "week.svg").is_file(), result.stderr
    assert (
        "4 incidents from 2024-02-05 to 2024-02-11, 1 in the 7 days before; 2 only possible" in result.stderr
    )
    told = geomap("brief", "s.geojson", *week, cwd=tmp_path).stdout
    assert told.startswith("# Incidents in Deir ez-Zor") and ".svg" not in told
    page = geomap("brief", "s.geojson", *week, "--format", "html", "--lang", "ar", cwd=tmp_path).stdout
    assert page.startswith("<!doctype html>") and "<svg" in page
    failed(geomap("brief", "s.geojson", "-o", "week.docx", cwd=tmp_path), 2, "no brief has the suffix .docx")
    failed(geomap("brief", "s.geojson", "--region", "Nowhereland", cwd=tmp_path), 2, "Nowhereland")
    failed(
        geomap("brief", "s.geojson", "--since", "2025", "--until", "2024", cwd=tmp_path),
        2,
        "before it begins",
    )
