"""Excel: one sheet, texts as texts (a cell is never a formula), dates as dates, numbers as numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from geomap import model
from geomap.store import flat
from geomap.store.archive import write_zip
from geomap.store.features import ordered

LONGEST = 32_767  # characters of a cell (Excel's specification)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY_ZERO = dt.date(1899, 12, 30)  # of Excel's serial days
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}">'
    '<sheets><sheet name="incidents" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_DOC}/styles" Target="styles.xml"/></Relationships>',
    # Style 1 is a day as yyyy-mm-dd, style 2 the bold of the header.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs>'
    "</styleSheet>",
}


def write(store: model.Store, path: Path) -> list[str]:
    """Write an Excel workbook; reports stay behind, texts that Excel cannot hold are cut."""
    incidents = ordered(store.incidents)
    columns = [flat.column(incidents, name) for name in flat.TABLE]
    sheet = "".join(_sheet(zip(*columns, strict=True)))
    parts = {
        name: (_HEAD + xml).encode() for name, xml in (_PARTS | {"xl/worksheets/sheet1.xml": sheet}).items()
    }
    write_zip(path, parts)
    cut = sum(len(text) > LONGEST for column in columns for text in column if isinstance(text, str))
    return [f"cut {cut} texts at {LONGEST:,} characters"] if cut else []


def _sheet(rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    yield (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        "<sheetData>"
    )
    yield _row(1, [_cell(name, 1, column, style=2) for column, name in enumerate(flat.TABLE)])
    for number, row in enumerate(rows, start=2):
        yield _row(number, [_cell(v, number, column) for column, v in enumerate(row) if v is not None])
    yield "</sheetData></worksheet>"


def _row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(value: Any, row: int, column: int, style: int = 0) -> str:
    at = f'<c r="{letters(column)}{row}"'
    if isinstance(value, bool):
        return f'{at} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, dt.date):
        return f'{at} s="1"><v>{(value - _DAY_ZERO).days}</v></c>'
    if isinstance(value, (int, float)):
        return f"{at}><v>{value!r}</v></c>"
    text = escape(_ILLEGAL.sub("", value)[:LONGEST])
    return f'{at} s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def letters(column: int) -> str:
    """The name of a column counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
