"""Delimited files as the world writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap.errors import DataError
from geomap.imports.tables import Sheet

TEXT = 'id;name;note\n1;"al-Omar; field";"two\nlines ""quoted"""\n\n2;Çınar;ağaç\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-32", "cp1254"])
def test_encodings_marks_quotes_and_lines(encoding: str, tmp_path: Path) -> None:
    """Cells come out the same, each row with the line on which it begins."""
    raw = b"\xff\xfe" + TEXT.encode("utf-16-le") if encoding.endswith("bom") else TEXT.encode(encoding)
    (tmp_path / "t.csv").write_bytes(raw)
    sheet = Sheet(tmp_path / "t.csv", "cp1254" if encoding == "cp1254" else None)
    assert sheet.columns == ["id", "name", "note"]
    rows = list(sheet.rows())
    assert [row.line for row in rows] == [2, 5]
    assert rows[0].values == {"id": "1", "name": "al-Omar; field", "note": 'two\nlines "quoted"'}
    assert rows[1].values["name"] == "Çınar"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiters(sign: str, tmp_path: Path) -> None:
    """Found in the head, where signs between quotes do not count."""
    (tmp_path / "t.csv").write_text(f'id{sign}"a,b;c,d,e"{sign}z\n1{sign}2{sign}3\n')
    assert Sheet(tmp_path / "t.csv").columns == ["id", "a,b;c,d,e", "z"]


def test_a_legacy_encoding_far_down_is_found(tmp_path: Path) -> None:
    """The first megabytes are ASCII; the first accent comes after them."""
    body = "".join(f"{n},plain text\n" for n in range(120_000)) + "x,Château détruit près de la forêt\n" * 40
    (tmp_path / "t.csv").write_bytes(b"id,text\n" + body.encode("cp1252"))
    *_, last = Sheet(tmp_path / "t.csv").rows()
    assert last.values["text"] == "Château détruit près de la forêt"


def test_rows_of_another_length_are_marked(tmp_path: Path) -> None:
    """A cell too many is no guess at which."""
    (tmp_path / "t.csv").write_text("a,b\n1,2\n1,2,3\n1\n")
    assert [row.values.get("") for row in Sheet(tmp_path / "t.csv").rows()] == [
        None, "3 cells where the head has 2", "1 cells where the head has 2",
    ]  # fmt: skip


BROKEN = {
    b"": "empty", b"\0\1\2\3": "binary", b"\n\n": "no head", b"a,a\n1,2\n": "two columns are called 'a'",
    b'a,b\n1,"' + b"x" * 5_000_000: "quote that is never closed",
}  # fmt: skip


@pytest.mark.parametrize("raw", BROKEN, ids=BROKEN.values())
def test_what_is_no_table_is_said(raw: bytes, tmp_path: Path) -> None:
    """One line with the file and what to do."""
    (tmp_path / "t.csv").write_bytes(raw)
    with pytest.raises(DataError, match=r"t\.csv") as caught:
        list(Sheet(tmp_path / "t.csv").rows())
    assert BROKEN[raw] in str(caught.value)


def test_archives_that_are_none(tmp_path: Path) -> None:
    """A broken zip, and one of several files."""
    (tmp_path / "t.zip").write_bytes(b"PK\3\4nonsense")
    with pytest.raises(DataError, match="not a zip archive"):
        Sheet(tmp_path / "t.zip")
    import zipfile

    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.csv", "a\n1\n")
        archive.writestr("b.csv", "a\n1\n")
    with pytest.raises(DataError, match="2 files in the archive"):
        Sheet(tmp_path / "two.zip")
