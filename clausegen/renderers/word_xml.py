"""Write WordprocessingML as text: runs, paragraphs, links. Nothing here knows what an article is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clausegen.document.nodes import Filling, Inline, Link, Run, Value
from clausegen.renderers.characters import accepted, unresolved

PARAGRAPH = "<w:p>"
"""How every paragraph written here begins, and nothing else."""
_BREAKS = re.compile(r"\r\n|[\t\n\r]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """Return the text as it is written in XML; RenderError for a character that XML cannot hold."""
    return accepted(text).translate(_ESCAPES)


def run(text: str, bold: bool = False, italic: bool = False, highlight: bool = False) -> str:
    """Return a run, line breaks and tabs included; nothing for an empty text."""
    if not text:
        return ""
    marks = "<w:b/>" * bold + "<w:i/>" * italic + '<w:highlight w:val="yellow"/>' * highlight
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f"<w:r>{properties}{_text(text)}</w:r>"


def _text(text: str) -> str:
    parts = []
    position = 0
    for found in _BREAKS.finditer(text):
        parts += [_piece(text[position : found.start()]), "<w:tab/>" if found.group() == "\t" else "<w:br/>"]
        position = found.end()
    return "".join([*parts, _piece(text[position:])])


def _piece(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def link(anchor: str, inside: str) -> str:
    """Return runs that jump to a bookmark of the same document and look like the text around them."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink>'


def inline(content: tuple[Inline, ...], bookmarks: Mapping[str, str], bold: bool = False) -> str:
    """Return the runs of a sentence; a link whose bookmark lies in another document is plain text."""
    return "".join(_inline(part, bookmarks, bold) for part in content)


def _inline(part: Inline, bookmarks: Mapping[str, str], bold: bool) -> str:
    match part:
        case Run(text):
            return run(text, part.bold or bold, part.italic)
        case Value(text, filling):
            return run(text, part.bold or bold, part.italic, highlight=filling is Filling.MISSING)
        case Link(text, bookmark):
            inside = run(text, part.bold or bold, part.italic)
            return link(bookmarks[bookmark], inside) if bookmark in bookmarks and inside else inside
        case _:
            raise unresolved(part)


@dataclass(frozen=True)
class List:
    """A place in a list of the shell: its `w:num` and its level."""

    number: int
    level: int


def paragraph(
    style: str, content: str, starts_page: bool = False, keep_next: bool = False, at: List | None = None
) -> str:
    """Return a paragraph of this style; `at` when the style's own list is not the one to follow."""
    return (
        f'{PARAGRAPH}<w:pPr><w:pStyle w:val="{style}"/>'
        + "<w:keepNext/>" * keep_next
        + "<w:pageBreakBefore/>" * starts_page
        + (f'<w:numPr><w:ilvl w:val="{at.level}"/><w:numId w:val="{at.number}"/></w:numPr>' if at else "")
        + f"</w:pPr>{content}</w:p>"
    )
