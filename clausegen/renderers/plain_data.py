"""Tables and data for machines: CSV that a spreadsheet opens without calculating anything, JSON in a fixed order."""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

from pydantic_core import to_json

from clausegen.document.sheets import Sheet

_CALCULATED = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a calculation at the beginning of a cell."""


def render_csv(table: Sheet) -> bytes:
    """Return the table: UTF-8, commas, a header. A cell that looks like a calculation begins with an apostrophe."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.title for column in table.columns)
    for row in table.rows:
        writer.writerow(_harmless("" if cell is None else str(cell)) for cell in row)
    return text.getvalue().encode("utf-8")


def render_json(data: Mapping[str, Any]) -> bytes:
    """Return the data: UTF-8, keys in the order given, one per line."""
    return to_json(data, indent=1) + b"\n"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_CALCULATED) else cell
