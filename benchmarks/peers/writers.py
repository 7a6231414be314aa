"""The same document through python-docx: whole for python-docx itself, its body for a subdocument or one clause's file."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from clausegen.document.nodes import Block, Document, Heading, Inline, Item, Link, Paragraph, Table


class Writer:
    """Writes into a document of python-docx, or what passes for one."""

    def __init__(self, target: Any) -> None:
        self.target = target
        self._styles = {style.name: style for style in target.styles}
        self._bookmarks = 0

    def cover(self, document: Document) -> None:
        self._line("Title").add_run(document.title)
        self._line("Subtitle").add_run(document.subtitle)
        table = self.target.add_table(0, 2, self._styles["Tableau de garde"])
        for line in document.cover:
            for cell, text in zip(table.add_row().cells, (line.label, line.value.text), strict=True):
                cell.paragraphs[0].add_run(text)

    def contents(self, blocks: Sequence[Block]) -> None:
        self._field(self._line("TOC Heading"), "Sommaire", ' TOC \\o "1-2" \\h \\z \\u ')
        for block in blocks:
            if isinstance(block, Heading):
                line = self._line(f"toc {block.level}")
                self._link(line, f"{_label(block)}\t{block.text}", _anchor(block), bold=False)
        self._mark(self._line("Séparateur"), "end")

    def body(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            match block:
                case Heading(level, text):
                    line = self._line(f"Heading {level}")
                    self._placed(line, _anchor(block), partial(line.add_run, text))
                case Paragraph(content, bookmark=bookmark):
                    line = self._line("Alinéa numéroté")
                    self._placed(line, bookmark, partial(self._inline, line, content))
                case Item(_, content):
                    self._inline(self._line("Point d'un alinéa"), content)
                case Table():
                    self._table(block)

    def _line(self, style: str) -> Any:
        return self.target.add_paragraph(style=self._styles[style])

    def _table(self, block: Table) -> None:
        rows = (block.header, *block.rows)
        table = self.target.add_table(len(rows), len(block.header), self._styles["Tableau de clause"])
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, content in zip(row.cells, texts, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.style = self._styles["Tableau en-tête" if texts is block.header else "Tableau texte"]
                self._inline(paragraph, content)

    def _inline(self, line: Any, content: Sequence[Inline]) -> None:
        for part in content:
            if isinstance(part, Link):
                self._link(line, part.text, part.bookmark, part.bold)
            else:
                line.add_run(part.text).bold = part.bold or None

    def _link(self, line: Any, text: str, anchor: str, bold: bool) -> None:
        run = line.add_run(text)
        run.bold = bold or None
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), anchor)
        line._p.append(link)
        link.append(run._r)

    def _placed(self, line: Any, bookmark: str, write: Callable[[], object]) -> None:
        self._bookmarks += 1
        for kind in ("bookmarkStart", "bookmarkEnd"):
            mark = OxmlElement(f"w:{kind}")
            mark.set(qn("w:id"), str(self._bookmarks))
            line._p.append(mark)
            if kind == "bookmarkStart":
                mark.set(qn("w:name"), bookmark)
                write()

    def _field(self, line: Any, text: str, code: str) -> None:
        line.add_run(text)
        self._mark(line, "begin")
        instruction = OxmlElement("w:instrText")
        instruction.text = code
        line.add_run()._r.append(instruction)
        self._mark(line, "separate")

    def _mark(self, line: Any, kind: str) -> None:
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        line.add_run()._r.append(mark)


def written(shell: bytes, document: Document) -> bytes:
    """Return the whole document."""
    target = docx.Document(BytesIO(shell))
    writer = Writer(target)
    writer.cover(document)
    writer.contents(document.blocks)
    writer.body(document.blocks)
    target.core_properties.title = document.title
    return saved(target)


def saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _label(heading: Heading) -> str:
    return f"Article {heading.number}" if heading.level == 1 else heading.number


def _anchor(heading: Heading) -> str:
    return heading.bookmark or f"_Toc{heading.number}"
