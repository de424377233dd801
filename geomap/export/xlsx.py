"""Excel: one sheet, texts as texts (a cell is never a formula), dates as dates, numbers as numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from geomap.errors import DataError
from geomap.export.losses import Notes
from geomap.export.xml import xml_text
from geomap.store import flat
from geomap.store.archive import write_zip
from geomap.store.part import Part, batches

LONGEST = 32_767  # characters of a cell (Excel's specification)
ROWS = 1_048_575  # incidents under a header (Excel's specification)
_MANY = 200_000  # incidents whose sheet may be beyond 2 GB
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would read as a character by its number
_FIRST_DAY = dt.date(1900, 3, 1)
_DAY_ZERO = dt.date(1899, 12, 30)  # of Excel's serial days
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE = "application/vnd.openxmlformats-package.core-properties"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOC}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}">'
    '<sheets><sheet name="incidents" sheetId="1" r:id="rId1"/>'
    '<sheet name="about" sheetId="2" r:id="rId3"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_DOC}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_DOC}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    # Style 1 is a day as yyyy-mm-dd, style 2 the bold of the header.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs>'
    "</styleSheet>",
}


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write an Excel workbook; reports stay behind, texts that Excel cannot hold are cut.

    Raises:
        DataError: There are more incidents than a sheet has rows.
    """
    if part.number > ROWS:
        advice = "export a part, or to .csv or .gpkg"
        raise DataError(
            f"an Excel sheet ends at {ROWS:,} incidents; these are {part.number:,}", advice=advice
        )
    parts: dict[str, bytes | Path | Iterable[bytes]] = {
        name: (_HEAD + xml).encode() for name, xml in _PARTS.items()
    }
    parts["docProps/core.xml"] = (_HEAD + _core(part, notes)).encode()
    parts["xl/worksheets/sheet1.xml"] = (piece.encode() for piece in _sheet(part, notes))
    parts["xl/worksheets/sheet2.xml"] = "".join(_about(part, notes)).encode()
    write_zip(path, parts, beyond_2gb=part.number > _MANY)


def _core(part: Part, notes: Notes) -> str:
    """The properties of the document; without a time."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Incidents</dc:title>'
        f"<dc:description>{xml_text(part.about, notes)}</dc:description></cp:coreProperties>"
    )


def _about(part: Part, notes: Notes) -> Iterator[str]:
    """The sheet `about`: whom the data are owed to, and what made them."""
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'
    lines = [("attribution", line) for line in part.head.attribution]
    lines += [("geomap", part.head.geomap_version), ("gazetteer", part.head.gazetteer_version)]
    for number, line in enumerate(lines, start=1):
        yield _row(number, [_cell(text, number, column, notes) for column, text in enumerate(line)])
    yield "</sheetData></worksheet>"


def _sheet(part: Part, notes: Notes) -> Iterator[str]:
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        "<sheetData>"
    )
    yield _row(1, [_cell(name, 1, column, notes, style=2) for column, name in enumerate(flat.TABLE)])
    number = 1
    for batch in batches(part.read()):
        for row in zip(*(flat.column(batch, name) for name in flat.TABLE), strict=True):
            number += 1
            yield _row(
                number, [_cell(v, number, column, notes) for column, v in enumerate(row) if v is not None]
            )
    yield "</sheetData></worksheet>"


def _row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(value: Any, row: int, column: int, notes: Notes, style: int = 0) -> str:
    at = f'<c r="{letters(column)}{row}"'
    if isinstance(value, bool):
        return f'{at} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, dt.date):
        return _day(value, at)
    if isinstance(value, (int, float)):
        return f"{at}><v>{value!r}</v></c>"
    notes.add(f"cut {{}} texts at {LONGEST:,} characters", len(value) > LONGEST)
    text = xml_text(_ESCAPE.sub("_x005F_", value[:LONGEST]), notes)
    return f'{at} s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _day(day: dt.date, at: str) -> str:
    """A day as Excel counts them; before March 1900 its calendar is wrong, so there it is a text."""
    if day < _FIRST_DAY:
        return _text_cell(day.isoformat(), at)
    return f'{at} s="1"><v>{(day - _DAY_ZERO).days}</v></c>'


def _text_cell(text: str, at: str) -> str:
    return f'{at} t="inlineStr"><is><t>{text}</t></is></c>'


@cache
def letters(column: int) -> str:
    """The name of a column counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
