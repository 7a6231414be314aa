"""A document as the data that template engines read: a tree of dictionaries and lists. And the words that must come out."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from clausegen.document.nodes import Block, Document, Heading, Inline, Item, Link, Paragraph, Table, plain_text

Data = dict[str, Any]
COLUMNS = (2, 3, 6)
"""The widths of the tables that ship: a template without a loop over columns must foresee each."""


def plain(document: Document, links: bool = False) -> Data:
    """Return sections, their clauses, their paragraphs, each with its points and its tables; `links` for real references."""
    runs = pieces if links else pairs
    sections: list[Data] = []
    contents: list[Data] = []
    for rank, block in enumerate(document.blocks, 1):
        match block:
            case Heading(level, text, number, bookmark):
                label = f"Article {number}" if level == 1 else number
                heading = {"text": text, "label": label, "anchor": bookmark or f"_Toc{number}", "id": rank}
                contents.append(heading | {"first": level == 1, "second": level == 2})
                if level == 1:
                    sections.append(heading | {"clauses": []})
                else:
                    sections[-1]["clauses"].append(heading | {"paragraphs": []})
            case Paragraph(content, bookmark=bookmark):
                data = {"runs": runs(content), "anchor": bookmark, "id": rank, "points": [], "tables": []}
                sections[-1]["clauses"][-1]["paragraphs"].append(data)
            case Item(_, content):
                sections[-1]["clauses"][-1]["paragraphs"][-1]["points"].append({"runs": runs(content)})
            case Table():
                sections[-1]["clauses"][-1]["paragraphs"][-1]["tables"].append(_table(block, runs))
    return {
        **heads(document),
        "cover": [{"label": line.label, "value": line.value.text} for line in document.cover],
        "contents": contents,
        "sections": sections,
    }


def heads(document: Document) -> dict[str, str]:
    """Return what stands on the cover, in the headers and in the footers."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "mark": document.draft_mark,
        "footer": document.footer,
    }


def words(document: Document) -> list[str]:
    """Return every word of the clauses, in reading order, without their numbers."""
    return [word for block in document.blocks for text in _said(block) for word in text.split()]


def pieces(content: tuple[Inline, ...]) -> list[Data]:
    """Return the parts of a sentence, neighbours that look alike joined."""

    def look(part: Inline) -> tuple[bool, str]:
        return part.bold, part.bookmark if isinstance(part, Link) else ""

    return [
        {"text": plain_text(tuple(parts)), "bold": bold, "link": link, "usual": not bold and not link}
        for (bold, link), parts in groupby(content, look)
    ]


def pairs(content: tuple[Inline, ...]) -> list[Data]:
    """Return the parts of a sentence two by two, usual then bold: a template needs a loop over them and no condition."""
    found: list[Data] = []
    for bold, parts in groupby(content, lambda part: part.bold):
        text = plain_text(tuple(parts))
        if bold and found:
            found[-1]["strong"] = text
        else:
            found.append({"usual": "" if bold else text, "strong": text if bold else ""})
    return found


def _table(table: Table, runs: Callable[[tuple[Inline, ...]], list[Data]]) -> Data:
    """Return a table: the flag of its width, its head cells `n1`, `n2`…, the cells `c1`, `c2`… of each of its rows."""
    head, *rows = (
        {f"{name}{rank}": runs(cell) for rank, cell in enumerate(row, 1)}
        for name, row in [("n", table.header), *(("c", row) for row in table.rows)]
    )
    columns = len(table.header)
    return head | {f"of{columns}": True, "columns": columns, "rows": rows}


def _said(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield text
        case Table(header, rows):
            yield from (plain_text(cell) for row in (header, *rows) for cell in row)
        case Paragraph(content) | Item(_, content):
            yield plain_text(content)
