"""What a spreadsheet is, with no idea of Excel: titled columns and typed rows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None


@dataclass(frozen=True)
class Column:
    """`width` in characters; `choices` restrict what may be typed below the header, empty for free text."""

    title: str
    width: int = 20
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet: `blank_rows` empty rows follow the given ones, ready to be filled in."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    blank_rows: int = 0
    note: str = ""
    """A sentence under the title, empty for none."""
