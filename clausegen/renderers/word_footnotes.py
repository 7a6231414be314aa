"""The legal bases of a clause as a footnote of its first paragraph, when the buyer wants them printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_parts import NAMESPACES
from clausegen.renderers.word_xml import paragraph, run

if TYPE_CHECKING:
    from clausegen.renderers.word_shell import Shell

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    f"<w:r><w:{mark}/></w:r></w:p></w:footnote>"
    for number, (kind, mark) in enumerate(
        (("separator", "separator"), ("continuationSeparator", "continuationSeparator")), start=-1
    )
)
EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {NAMESPACES}>{_SEPARATORS}</w:footnotes>'.encode()
"""The part of a shell that has none: Word wants the two lines that part notes from the text."""
_CLOSING = b"</w:footnotes>"


@dataclass(frozen=True)
class FootnoteText:
    number: int
    text: str


def footnote_mark(note: FootnoteText, shell: "Shell") -> str:
    """Return the run that calls a note."""
    reference = shell.styles[styles.FOOTNOTE_MARK]
    return f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:footnoteReference w:id="{note.number}"/></w:r>'


def with_footnotes(part: bytes, notes: Sequence[FootnoteText], shell: "Shell") -> bytes:
    """Return the part of the footnotes with these added."""
    before, _, after = part.rpartition(_CLOSING)
    return before + "".join(_written(note, shell) for note in notes).encode() + _CLOSING + after


def _written(note: FootnoteText, shell: "Shell") -> str:
    style, mark = shell.styles[styles.FOOTNOTE], shell.styles[styles.FOOTNOTE_MARK]
    sign = f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{note.number}">{paragraph(style, sign + run(" " + note.text))}</w:footnote>'
