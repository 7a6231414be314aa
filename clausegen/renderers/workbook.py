"""Sheets become an Excel workbook: typed cells, no formula but ours, ready to filter, to fill in and to print.

XlsxWriter makes the workbook: tabs, formats, lists of choices, filters, what is printed. The rows of the tables, which are
nearly all of it, are put in afterwards (`workbook_rows.py`).
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from clausegen.document.sheets import Cell, Column, Sheet
from clausegen.renderers.archive import archive
from clausegen.renderers.characters import accepted
from clausegen.renderers.workbook_rows import checked, rows_xml

UNDATED = date(1980, 1, 1)
_CORE, _PAGE = "docProps/core.xml", "xl/worksheets/sheet{}.xml"
_NAME = "\ue000"
"""Stands for the title of the dossier, in the properties and at the head of each page."""
_CHOICES = "Listes"
"""A hidden sheet: choices typed into a rule itself may hold no comma and 255 characters in all."""
_TITLE = 31
_HEADER = 120
_LETTER, _BOLD, _INDENT = 0.95, 1.08, 1.5
"""Columns are measured in digits, which are a little wider than letters."""
_LINE, _PADDING, _MAX_HEIGHT = 13.5, 4, 409
_FORBIDDEN_IN_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_FONT = {"font_name": "Arial", "font_size": 10}
"""Also that of the whole workbook: columns are measured in its digits."""
_CELL = {
    **_FONT,
    "align": "left",
    "indent": 1,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#8496B0",
}
_LINES = {"border": 1, "border_color": "#8496B0"}
_ROW_FORMATS = ("row", "text", "literal", "whole", "amount", "percent", "date")
_SPECIMEN = re.compile(r'<row r="\d+"(?: spans="[^"]*")? s="(\d+)" customFormat="1"[^>]*/>')
_FORMATS = {
    "row": {name: value for name, value in _CELL.items() if not name.startswith("border")},
    "title": {**_FONT, "font_size": 14, "bold": True, "font_color": "#1F3864"},
    "note": {**_FONT, "font_color": "#595959"},
    "head": {**_CELL, "bold": True, "bg_color": "#E9EEF6", "font_color": "#1F3864"},
    "text": _CELL,
    "literal": {**_CELL, "quote_prefix": True},
    "whole": {**_CELL, "num_format": "0"},
    "amount": {**_CELL, "align": "right", "num_format": '#,##0.00\u00a0"€"'},
    "percent": {**_CELL, "align": "right", "num_format": "0.##\u00a0%"},
    "date": {**_CELL, "num_format": "dd/mm/yyyy"},
}


def render_xlsx(sheets: Sequence[Sheet], title: str, created: date = UNDATED) -> bytes:
    """Return the .xlsx: one tab per sheet; same sheets, same date, same bytes."""
    frame = _frame(tuple(replace(sheet, rows=(), blank_rows=len(_rows(sheet))) for sheet in sheets), created)
    # -- « & » begins a code of the header; Excel accepts 255 characters in all --
    header = " ".join(accepted(title).split())[:_HEADER].replace("&", "&&")
    parts = {**frame.parts, _CORE: _named(frame.parts[_CORE], title).encode()}
    for rank, sheet in enumerate(sheets, start=1):
        rows, name = _rows(sheet), _PAGE.format(rank)
        heights = [_height(cells, sheet.columns) for cells in rows]
        before, end, after = _named(frame.parts[name], header).partition("</sheetData>")
        written = rows_xml(rows, heights, sheet.first_row, frame.styles, sheet.title)
        parts[name] = f"{before}{written}{end}{after}".encode()
    # -- packed again, so that the bytes do not depend on the zlib of this machine --
    return archive(parts)


@dataclass(frozen=True)
class _Frame:
    """A workbook without its title and its rows: the parts of the file, the index of each format that a row or a cell takes."""

    parts: Mapping[str, bytes]
    styles: Mapping[str, str]


@lru_cache(maxsize=2**6)
def _frame(blank: tuple[Sheet, ...], created: date) -> _Frame:
    """Return what XlsxWriter makes, kept: it depends on the columns and on the number of rows, and takes longer than the rows."""
    return _Workbook(created).write(blank)


def _named(part: bytes, name: str) -> str:
    return part.decode().replace(_NAME, escape(name))


class _Workbook:
    def __init__(self, created: date) -> None:
        self._buffer = BytesIO()
        # -- in memory, XlsxWriter dates every part of the zip 1980 --
        self._book = xlsxwriter.Workbook(self._buffer, {"in_memory": True, "default_format_properties": dict(_FONT)})
        stamp = datetime.combine(created, time(), UTC)
        self._book.set_properties({"title": _NAME, "author": "clausegen", "created": stamp})
        self._formats = {name: self._book.add_format(format) for name, format in _FORMATS.items()}
        self._grid = {"type": "formula", "criteria": "TRUE", "format": self._book.add_format(_LINES)}
        """The lines around the cells of the table, filled in or not, and around no other."""
        self._titles = {_CHOICES.lower(), "history"}  # -- the second is Excel's own --
        self._choices: list[tuple[str, ...]] = []

    def write(self, sheets: Sequence[Sheet]) -> _Frame:
        for rank, sheet in enumerate(sheets):
            self._sheet(sheet, specimens=rank == 0)
        if self._choices:
            self._write_choices()
        self._book.close()
        with zipfile.ZipFile(self._buffer) as written:
            parts = {name: written.read(name) for name in written.namelist()}
        first = parts[_PAGE.format(1)].decode()
        styles = dict(zip(_ROW_FORMATS, _SPECIMEN.findall(first), strict=True)) if sheets else {}
        for rank, sheet in enumerate(sheets, start=1):
            corner = f"{xl_col_to_name(max(0, len(sheet.columns) - 1))}{sheet.first_row - 1 + sheet.blank_rows}"
            page = _SPECIMEN.sub("", parts[_PAGE.format(rank)].decode())
            page = re.sub(r'<dimension ref="[^"]*"/>', f'<dimension ref="A1:{corner}"/>', page, count=1)
            parts[_PAGE.format(rank)] = page.encode()
        return _Frame(parts, styles)

    def _sheet(self, sheet: Sheet, specimens: bool) -> None:
        page = self._book.add_worksheet(self._title(sheet.title))
        _write_text(page, 0, 0, sheet.title, self._formats["title"])
        for rank, line in enumerate(sheet.note.splitlines(), start=1):
            _write_text(page, rank, 0, line, self._formats["note"])
        head = sheet.first_row - 2
        rows = sheet.blank_rows
        page.set_row(head, _height([column.title for column in sheet.columns], sheet.columns, _BOLD))
        for index, column in enumerate(sheet.columns):
            page.set_column(index, index, column.width)
            _write_text(page, head, index, column.title, self._formats["head"])
            if column.choices and rows:
                self._restrict(page, column, head + 1, head + rows, index)
            elif column.least is not None and rows:
                page.data_validation(head + 1, index, head + rows, index, _number_from(column.least))
        if specimens:
            # -- empty rows, taken away afterwards, that tell the index of each format in this workbook --
            for rank, kind in enumerate(_ROW_FORMATS, start=1):
                page.set_row(head + rank, None, self._formats[kind])
        if rows and sheet.columns:
            page.conditional_format(head + 1, 0, head + rows, len(sheet.columns) - 1, self._grid)
        if sheet.columns and sheet.filters:
            page.autofilter(head, 0, head + rows, len(sheet.columns) - 1)
        page.freeze_panes(head + 1, 0)
        page.repeat_rows(head)
        page.set_landscape()
        page.set_paper(9)  # -- A4 --
        page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        page.fit_to_pages(1, 0)
        if sheet.columns:
            # -- rows left to be filled in hold no cell: without this, LibreOffice does not print them --
            page.print_area(0, 0, head + rows, len(sheet.columns) - 1)
        page.set_header(f"&L{_NAME}")
        page.set_footer("&L&A&RPage &P sur &N")

    def _restrict(self, page: Any, column: Column, first: int, last: int, index: int) -> None:
        """Offer the column's choices as a list, and refuse anything else."""
        if column.choices not in self._choices:
            self._choices.append(column.choices)
        source = xl_col_to_name(self._choices.index(column.choices), col_abs=True)
        page.data_validation(
            first,
            index,
            last,
            index,
            {
                "validate": "list",
                "source": f"={_CHOICES}!{source}$1:{source}${len(column.choices)}",
                "error_title": "Valeur non prévue",
                "error_message": "Choisissez une valeur de la liste.",
            },
        )

    def _write_choices(self) -> None:
        page = self._book.add_worksheet(_CHOICES)
        for index, choices in enumerate(self._choices):
            for row, choice in enumerate(choices):
                _write_text(page, row, index, choice, None)
        page.hide()

    def _title(self, title: str) -> str:
        """Return a tab title that Excel accepts: 31 characters, none of []:*?/\\', never twice."""
        base = " ".join(accepted(title).translate(_FORBIDDEN_IN_TITLE).split()) or "Feuille"
        name, rank = base[:_TITLE], 1
        while name.lower() in self._titles:
            rank += 1
            name = f"{base[: _TITLE - len(str(rank)) - 1]} {rank}"
        self._titles.add(name.lower())
        return name


def _number_from(least: int) -> dict[str, Any]:
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": least,
        "error_title": "Valeur non prévue",
        "error_message": f"Écrivez un nombre, {least} ou plus.",
    }


def _height(cells: Sequence[Cell], columns: Sequence[Column], letter: float = _LETTER) -> float:
    """Return a height, in points, that shows the longest cell whole: not every reader works it out on opening."""
    lines = 1
    for cell, column in zip(cells, columns, strict=False):
        if isinstance(cell, str) and (len(cell) * letter >= column.width - _INDENT or "\n" in cell or "\r" in cell):
            lines = max(lines, _lines(cell, max(1, int((column.width - _INDENT) / letter))))
    return min(_MAX_HEIGHT, _LINE * lines + _PADDING)


@lru_cache(maxsize=2**14)
def _lines(text: str, room: int) -> int:
    """Return how many lines a text takes, `room` letters each: words are not cut, unless longer than a line."""
    count = 0
    for line in text.splitlines():
        count, used = count + 1, -1
        for length in map(len, line.split(" ")):
            used += length + 1
            if used > room and used > length:
                count, used = count + 1, length
            if used > room:
                count, used = count + (used - 1) // room, (used - 1) % room + 1
    return count


def _rows(sheet: Sheet) -> list[tuple[Cell, ...]]:
    return [*sheet.rows, *[(None,) * len(sheet.columns)] * sheet.blank_rows]


def _write_text(page: Any, row: int, column: int, text: str, format: Any) -> None:
    page.write_string(
        row, column, checked(text, f"Feuille « {page.get_name()} », case {xl_col_to_name(column)}{row + 1}"), format
    )
