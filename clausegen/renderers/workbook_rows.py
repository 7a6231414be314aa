"""The rows of a table as SpreadsheetML (ECMA-376, part 1, 18.3.1): what XlsxWriter, which makes the rest of the workbook, is slow at.

Cells hold their own text (`inlineStr`), so that a row depends on nothing else in the file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from xlsxwriter.utility import xl_col_to_name

from clausegen.document.sheets import Cell, Formula, Percent
from clausegen.errors import RenderError
from clausegen.renderers.characters import accepted
from clausegen.renderers.word_xml import escape

MAX_TEXT = 32_767
"""Characters in one cell of Excel."""
_LONG = MAX_TEXT // 2
"""Excel counts a character outside the basic plane as two: a text up to there surely fits."""
_EPOCH, _FIRST_DAY = date(1899, 12, 30), date(1900, 3, 1)
"""Excel counts days from 1900, and believes that there was a 29 February that year."""
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a reader would take for a character code: it is coded itself (18.18.28, ST_Xstring)."""


def rows_xml(
    rows: Sequence[Sequence[Cell]], heights: Sequence[float], first: int, styles: Mapping[str, str], sheet: str
) -> str:
    """Return the rows, the first under number `first`; `styles` are the indexes of the formats of this workbook by kind."""
    letters = [xl_col_to_name(index) for index in range(max(map(len, rows), default=0))]
    written = []
    for number, (cells, height) in enumerate(zip(rows, heights, strict=True), start=first):
        head = f'<row r="{number}" s="{styles["row"]}" customFormat="1" ht="{height:g}" customHeight="1">'
        written.append(head + "".join(_cells(cells, letters, number, styles, sheet)) + "</row>")
    return "".join(written)


def _cells(
    cells: Sequence[Cell], letters: Sequence[str], number: int, styles: Mapping[str, str], sheet: str
) -> Iterator[str]:
    for letter, cell in zip(letters, cells, strict=False):
        place = f"{letter}{number}"
        match cell:
            case None | "":  # -- left to be filled in: it takes the format of its row --
                continue
            case str():
                if len(cell) > _LONG:
                    checked(cell, f"Feuille « {sheet} », case {place}")
                kind, written = _text(cell)
                yield f'<c r="{place}" s="{styles[kind]}" t="inlineStr">{written}</c>'
            case Formula(text, value, kind):
                yield f'<c r="{place}" s="{styles[kind]}"><f>{escape(text)}</f><v>{_number(value)}</v></c>'
            case Percent(value):
                yield f'<c r="{place}" s="{styles["percent"]}"><v>{_number(value / 100)}</v></c>'
            case Decimal() if not cell.is_finite():
                raise RenderError(f"Feuille « {sheet} », case {place} : « {cell} » n'est pas un montant.")
            case Decimal():
                yield f'<c r="{place}" s="{styles["amount"]}"><v>{_number(cell)}</v></c>'
            case int():
                yield f'<c r="{place}" s="{styles["whole"]}"><v>{int(cell)}</v></c>'
            case date() if cell >= _FIRST_DAY:
                yield f'<c r="{place}" s="{styles["date"]}"><v>{(cell - _EPOCH).days}</v></c>'
            case date():
                yield f'<c r="{place}" s="{styles["text"]}" t="inlineStr">{_text(f"{cell:%d/%m/%Y}")[1]}</c>'


@lru_cache(maxsize=2**14)  # -- the words of the library come back in every workbook --
def _text(text: str) -> tuple[str, str]:
    """Return the format of a text and what stands in its cell."""
    # -- marked as text, so that a cell opened and left again does not turn into a formula either --
    kind = "literal" if text.lstrip().startswith(("=", "+", "-", "@")) else "text"
    written = escape(_CODED.sub("_x005F_", text)).replace("\r", "_x000D_")
    return kind, f'<is><t xml:space="preserve">{written}</t></is>'


def _number(value: Decimal | int | str) -> str:
    return str(value) if isinstance(value, str) else f"{float(value):.16G}"


def checked(text: str, place: str) -> str:
    """Return the text of a cell as given; RenderError when Excel would cut it, or cannot hold it."""
    # -- it cuts the excess without a word --
    if len(accepted(text)) > _LONG and (length := len(text.encode("utf-16-le")) // 2) > MAX_TEXT:
        raise RenderError(
            f"{place} : ce texte compte {length} caractères ; une case Excel en tient {MAX_TEXT} au plus. Raccourcissez-le ou "
            "répartissez-le sur plusieurs lignes."
        )
    return text
