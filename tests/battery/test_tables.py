"""Tables that people send: lists of names, filled spreadsheets, verdicts. Said in one line, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.decisions import head_line, read_decisions
from geomap.decisions.table import rows_of
from geomap.errors import GeomapError
from geomap.pipeline import demo_articles
from tests.battery.watched import run

HEAD = head_line().encode()

TABLES: dict[str, bytes] = {
    "empty": b"",
    "only a header": b"name\n",
    "no header": b"Erbil\nMosul\n",
    "another header": b"place;country\nErbil;IQ\n",
    "a blank header": b",,,\nErbil,,,\n",
    "binary": bytes(range(256)) * 10,
    "NULs": b"name\nEr\0bil\n",
    "not UTF-8": "name\nDeir ez-Zor \u00e9\n".encode("latin-1"),
    "UTF-16": "name\nErbil\n".encode("utf-16"),
    "an unclosed quote": b'name,x\n"Erbil,1\nMosul,2\n',
    "a quote within": b'name\nEr"bil\n',
    "a cell of a megabyte": b"name\n" + b"x" * 1_000_000 + b"\n",
    "too many cells": b"name\nErbil,1,2,3,4\n",
    "too few cells": b"a,name\nErbil\n",
    "the column twice": b"name,name\nErbil,Mosul\n",
    "formulas": b"name\n=cmd|' /C calc'!A0\n@SUM(1)\n+1\n-1\n",
    "terminal codes": b"name\n\x1b]0;owned\x07Erbil\x9b2J\n",
    "bidi": "name\n\u202eErbil\u2066\n".encode(),
    "a mark": b"\xef\xbb\xbfname\nErbil\n",
    "carriage returns": b"name\rErbil\rMosul\r",
    "semicolons": b"name;x\nErbil;1\n",
    "tabs": b"name\tx\nErbil\t1\n",
    "blank rows": b"name\n\n\n  \n,\nErbil\n",
    "a thousand columns": b",".join(b"c%d" % n for n in range(1000)) + b",name\n" + b"," * 1000 + b"Erbil\n",
}


@pytest.mark.parametrize("case", TABLES)
def test_a_list_of_names(case: str, tmp_path: Path) -> None:
    """`geocode --batch` answers every row or refuses the file; there is no half of an answer."""
    (tmp_path / "names.csv").write_bytes(TABLES[case])
    ran = run(tmp_path, "geocode", "--batch", "names.csv", "-o", "out.csv")
    assert (tmp_path / "out.csv").exists() == (ran.code == 0)
    if ran.code == 0:
        text = (tmp_path / "out.csv").read_text()
        assert not any(line.startswith(("=", "@", "+")) for line in text.splitlines())


VERDICTS: dict[str, bytes] = {
    "empty": b"",
    "only a header": HEAD,
    "no header": b"1,2024-03-01T10:00:00Z,Amal,drop,x,,,\n",
    "binary": bytes(range(256)),
    "NULs": HEAD + b"1,2024-03-01T10:00:00Z,A\0mal,drop,x,,,\n",
    "not UTF-8": HEAD + "1,2024-03-01T10:00:00Z,Amália,drop,x,,,\n".encode("latin-1"),
    "NULs in the header": HEAD.replace(b"who", b"w\0o") + b"1,,,drop,x,,,\n",
    "a newer schema": HEAD + b"99,2024-03-01T10:00:00Z,Amal,drop,x,,,\n",
    "a schema that is a digit but no number": HEAD + "²,2024-03-01T10:00:00Z,Amal,drop,x,,,\n".encode(),
    "a schema of a thousand digits": HEAD + b"9" * 5000 + b",2024-03-01T10:00:00Z,Amal,drop,x,,,\n",
    "an unknown verdict": HEAD + b"1,2024-03-01T10:00:00Z,Amal,delete everything,x,,,\n",
    "a place that is none": HEAD + b"1,2024-03-01T10:00:00Z,Amal,place,x,,Atlantis,\n",
    "a point out of range": HEAD + b'1,2024-03-01T10:00:00Z,Amal,place,x,,"400,99",\n',
    "a point of NaN": HEAD + b'1,2024-03-01T10:00:00Z,Amal,place,x,,"nan,nan",\n',
    "a date that is none": HEAD + b"1,2024-03-01T10:00:00Z,Amal,date,x,,2024-13-45,\n",
    "a date of another age": HEAD + b"1,2024-03-01T10:00:00Z,Amal,date,x,,99999-01-01,\n",
    "an actor that is none": HEAD + b"1,2024-03-01T10:00:00Z,Amal,actor,x,,Klingons,\n",
    "a field that is none": HEAD + b"1,2024-03-01T10:00:00Z,Amal,set,x,,colour=red,\n",
    "a number that is none": HEAD + b"1,2024-03-01T10:00:00Z,Amal,set,x,,killed=many,\n",
    "a number below zero": HEAD + b"1,2024-03-01T10:00:00Z,Amal,set,x,,killed=-3,\n",
    "a number of a thousand digits": HEAD
    + b"1,2024-03-01T10:00:00Z,Amal,set,x,,killed="
    + b"9" * 5000
    + b",\n",
    "same without another": HEAD + b"1,2024-03-01T10:00:00Z,Amal,same,x,,,\n",
    "the same as itself": HEAD + b"1,2024-03-01T10:00:00Z,Amal,same,x,x,,\n",
    "a report that is gone": HEAD + b"1,2024-03-01T10:00:00Z,Amal,drop,nowhere:1:2,,,\n",
    "terminal codes": HEAD + b"1,2024-03-01T10:00:00Z,\x1b[2J,drop,nowhere\x1b[31m,,,\n",
    "bidi": HEAD + "1,2024-03-01T10:00:00Z,\u202eAmal,drop,\u2066nowhere,,,\n".encode(),
    "too few cells": HEAD + b"1,drop,x\n",
    "too many cells": HEAD + b"1,2024-03-01T10:00:00Z,Amal,drop,x,,,,,,,\n",
    "an unclosed quote": HEAD
    + b'1,2024-03-01T10:00:00Z,"Amal,drop,x,,,\n1,2024-03-01T10:00:00Z,Amal,drop,y,,,\n',
    "a cell of a megabyte": HEAD + b"1,2024-03-01T10:00:00Z,Amal,drop,x,,," + b"w" * 1_000_000 + b"\n",
    "a line cut off": HEAD + b"1,2024-03-01T10:00:00Z,Amal,drop,x,,,\n1,2024-03-0",
    "other line ends": HEAD
    + "1,2024-03-01T10:00:00Z,Amal,drop,x,,,one\u2028two\x0bthree\x0cfour\x1cfive\x85six\n".encode(),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of two samples."""
    folder = tmp_path_factory.mktemp("built")
    for path in demo_articles()[:2]:
        shutil.copy(path, folder / path.name)
    ran = run(folder, "build", *sorted(path.name for path in folder.iterdir()), "-o", "s.geojson")
    assert ran.code == 0, ran.stderr
    return folder


@pytest.mark.parametrize("case", VERDICTS)
def test_a_file_of_verdicts(case: str, built: Path, tmp_path: Path) -> None:
    """Good verdicts hold, bad ones are said with their line; the file stays as it is to the byte."""
    shutil.copy(built / "s.geojson", tmp_path / "s.geojson")
    verdicts = tmp_path / "s.geojson.decisions.csv"
    verdicts.write_bytes(VERDICTS[case])
    before = (tmp_path / "s.geojson").read_bytes()
    ran = run(tmp_path, "review", "s.geojson", "--list")
    assert verdicts.read_bytes() == VERDICTS[case]
    again = run(tmp_path, "build", "-o", "s.geojson")
    assert verdicts.read_bytes() == VERDICTS[case]
    if ran.code or again.code:
        assert (tmp_path / "s.geojson").read_bytes() == before


@pytest.mark.parametrize("case", [*TABLES, *VERDICTS])
def test_a_spreadsheet_of_answers(case: str, built: Path, tmp_path: Path) -> None:
    """`review --apply` keeps all of a file's verdicts or none."""
    shutil.copy(built / "s.geojson", tmp_path / "s.geojson")
    (tmp_path / "filled.csv").write_bytes({**TABLES, **VERDICTS}[case])
    ran = run(tmp_path, "review", "s.geojson", "--apply", "filled.csv", "--who", "Amal")
    if ran.code:
        assert not (tmp_path / "s.geojson.decisions.csv").exists()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300) | st.lists(st.text(max_size=20), max_size=9).map(",".join), st.booleans())
def test_any_text_as_verdicts(text: str, headed: bool) -> None:
    """Verdicts, or words about a line: never a fault of ours."""
    whole = head_line() + text if headed else text
    for read in (lambda: read_decisions(whole, "d.csv"), lambda: list(rows_of(whole, "d.csv"))):
        try:
            read()
        except GeomapError as error:
            assert "d.csv" in str(error)
