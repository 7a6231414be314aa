"""The table of contents: a real field, filled in beforehand.

Page numbers are known only to the program that lays the pages out. Entries are therefore written without them, which is
right in Word and in LibreOffice on opening; updating the field (F9 in Word) adds them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_shell import Shell
from clausegen.renderers.word_xml import link, paragraph, run

_TITLE = "Sommaire"
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h \z \u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'


@dataclass(frozen=True)
class Entry:
    """One line: `label` is the number as Word shows it, empty for an unnumbered title."""

    level: int
    label: str
    text: str
    bookmark: str


def table_of_contents(entries: Sequence[Entry], shell: Shell) -> str:
    """Return the title and the field; nothing without entries."""
    if not entries:
        return ""
    lines = [_line(entry, shell, entry is entries[0], entry is entries[-1]) for entry in entries]
    title = paragraph(shell.styles[styles.CONTENTS_TITLE], run(_TITLE))
    return f"<w:sdt><w:sdtPr>{_GALLERY}</w:sdtPr><w:sdtContent>{title}{''.join(lines)}</w:sdtContent></w:sdt>"


def _line(entry: Entry, shell: Shell, first: bool, last: bool) -> str:
    style = shell.styles[styles.CONTENTS_2 if entry.level == 2 else styles.CONTENTS_1]
    text = f"{entry.label}\t{entry.text}" if entry.label else entry.text
    return paragraph(style, _BEGIN * first + link(entry.bookmark, run(text)) + _END * last)
