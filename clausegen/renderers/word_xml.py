"""Write WordprocessingML as text: runs, paragraphs, links. Nothing here knows what an article is.

The XML of a run is kept once made: the texts of the library come back in every contract, and writing them again and again
is most of what a Word file costs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from clausegen.document.nodes import Filling, Inline, Link, Run, Value
from clausegen.renderers.characters import accepted, unresolved
from clausegen.renderers.word_fields import number_of

_RUNS = 2**16
"""Runs kept: more than the shipped library holds in all its wordings, and some 60 MB at the very most."""
_BREAKS = re.compile(r"\r\n|[\t\n\r]")
_PLAIN = re.compile('[^\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]*')
"""Text that is written as it is: nothing to escape, to break or to refuse. Most is: looking once is cheaper than thrice."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """Return the text as it is written in XML; RenderError for a character that XML cannot hold."""
    return text if _PLAIN.fullmatch(text) else accepted(text).translate(_ESCAPES)


@lru_cache(maxsize=_RUNS)
def run(text: str, bold: bool = False, italic: bool = False, highlight: bool = False) -> str:
    """Return a run, line breaks and tabs included; nothing for an empty text."""
    if not text:
        return ""
    marks = "<w:b/>" * bold + "<w:i/>" * italic + '<w:highlight w:val="yellow"/>' * highlight
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f"<w:r>{properties}{_text(text)}</w:r>"


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
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


def inline(content: tuple[Inline, ...], bookmarks: Mapping[str, str], marked: bool = True) -> str:
    """Return the runs of a sentence; a link whose bookmark lies in another document is plain text.

    `marked`: what is still missing is highlighted.
    """
    parts = []
    for part in content:
        if isinstance(part, Run):
            parts.append(run(part.text, part.bold, part.italic))
        elif isinstance(part, Value):
            parts.append(run(part.text, part.bold, part.italic, marked and part.filling is Filling.MISSING))
        elif isinstance(part, Link):
            parts.append(_link(part, bookmarks))
        else:
            raise unresolved(part)
    return "".join(parts)


def _link(part: Link, bookmarks: Mapping[str, str]) -> str:
    whole = run(part.text, part.bold, part.italic)
    if part.bookmark not in bookmarks or not whole:
        return whole
    target = bookmarks[part.bookmark]
    before, number, after = part.text.partition(part.number) if part.number else (part.text, "", "")
    if not number:
        return link(target, whole)
    shown = number_of(target, run(number, part.bold, part.italic))
    return run(before, part.bold, part.italic) + shown + run(after, part.bold, part.italic)


@dataclass(frozen=True)
class List:
    """A place in a list of the shell: its `w:num` and its level."""

    number: int
    level: int


def paragraph(
    style: str,
    content: str,
    starts_page: bool = False,
    keep_next: bool = False,
    at: List | None = None,
    layout: str = "",
) -> str:
    """Return a paragraph of this style; `at` when the style's own list is not the one to follow; `layout` are its own tabs
    and indents, as XML."""
    if not (starts_page or keep_next or at or layout):
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        + "<w:keepNext/>" * keep_next
        + "<w:pageBreakBefore/>" * starts_page
        + (f'<w:numPr><w:ilvl w:val="{at.level}"/><w:numId w:val="{at.number}"/></w:numPr>' if at else "")
        + f"{layout}</w:pPr>{content}</w:p>"
    )
