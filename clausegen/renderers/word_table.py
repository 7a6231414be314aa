"""Tables: the head row repeats on every page, no row is cut in two, widths are those asked."""

from collections.abc import Iterable, Mapping, Sequence

from clausegen.document.nodes import CoverLine, Run, Table, plain_text
from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_shell import Shell
from clausegen.renderers.word_xml import escape, inline, paragraph

_COVER_LABEL_SHARE = 0.38
_SHORT, _ROOM = 4, 964
"""Rows that stay on one page; 1.7 cm, in twentieths of a point."""


def table(block: Table, shell: Shell, bookmarks: Mapping[str, str], marked: bool = True) -> str:
    """Return the caption, if any, and the table."""
    caption = paragraph(shell.styles[styles.CAPTION], inline((Run(block.caption),), {})) if block.caption else ""
    columns = max([len(block.header), *map(len, block.rows)])
    if not columns:
        return caption
    widths = _twips(block.widths if len(block.widths) == columns else [1.0] * columns, shell.text_width)
    head, text = shell.styles[styles.TABLE_HEAD], shell.styles[styles.TABLE_TEXT]
    # -- a short table is not cut by the foot of a page; in a long one, rows part where they must --
    together = len(block.rows) <= _SHORT
    rows = [
        _row(
            [
                paragraph(text, inline(cell, bookmarks, marked), keep_next=together and rank < len(block.rows))
                for cell in row
            ],
            widths,
            roomy=all(plain_text(cell).endswith(":") for cell in row),
        )
        for rank, row in enumerate(block.rows, start=1)
    ]
    if block.header:
        cells = [paragraph(head, inline(cell, bookmarks, marked), keep_next=True) for cell in block.header]
        rows.insert(0, _row(cells, widths, head=True))
    look = '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    title = f'<w:tblCaption w:val="{escape(block.caption)}"/>' if block.caption else ""
    return caption + _table(shell.styles[styles.TABLE], widths, rows, (look if block.header else "") + title)


def cover_table(lines: Iterable[CoverLine], shell: Shell, marked: bool = True) -> str:
    """Return the cover's two columns, labels and values; nothing without lines."""
    label, value = shell.styles[styles.COVER_LABEL], shell.styles[styles.COVER_VALUE]
    widths = _twips([_COVER_LABEL_SHARE, 1 - _COVER_LABEL_SHARE], shell.text_width)
    rows = [
        _row(
            [paragraph(label, inline((Run(line.label),), {})), paragraph(value, inline((line.value,), {}, marked))],
            widths,
        )
        for line in lines
    ]
    return _table(shell.styles[styles.COVER_TABLE], widths, rows, "") if rows else ""


def _table(style: str, widths: Sequence[int], rows: Iterable[str], more: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{more}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], head: bool = False, roomy: bool = False) -> str:
    """Return a row; `roomy` leaves place to write by hand after « Date et signature : »."""
    height = f'<w:trHeight w:val="{_ROOM}" w:hRule="atLeast"/>' if roomy else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' * head}</w:trPr>{inside}</w:tr>"


def _twips(shares: Sequence[float], total: int) -> list[int]:
    whole = sum(shares)
    return [round(total * share / whole) for share in shares]
