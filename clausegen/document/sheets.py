"""What a spreadsheet is, with no idea of Excel: titled columns and typed rows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True)
class Formula:
    """A calculation of ours, in Excel's own words and without « = »; nothing that a user types ever becomes one.

    `value` is what it gives today: readers that do not calculate show it.
    """

    text: str
    value: Decimal | int | str
    kind: Literal["amount", "percent", "whole"] = "amount"


@dataclass(frozen=True)
class Percent:
    """A number out of 100, shown with its sign."""

    value: Decimal


Cell = str | int | Decimal | date | Formula | Percent | None


@dataclass(frozen=True)
class Column:
    """`width` in characters; `choices` restrict what may be typed below the header, empty for free text; `least`: numbers
    only, from this one."""

    title: str
    width: int = 20
    choices: tuple[str, ...] = ()
    least: int | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet: `blank_rows` empty rows follow the given ones, ready to be filled in."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    blank_rows: int = 0
    note: str = ""
    """What stands under the title, one line per row; empty for none."""
    filters: bool = True
    """False for a short table that nobody sorts."""

    @property
    def first_row(self) -> int:
        """Return the number of the first row under the header, as Excel counts: title, note, header come before."""
        return 3 + len(self.note.splitlines())
