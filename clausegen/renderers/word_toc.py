"""The table of contents: a real field, filled in beforehand, page numbers included when they are known.

Page numbers are known only to the program that lays the pages out (`office.py` asks it). Without them, entries are written
without a number, which is right in Word and in LibreOffice on opening; updating the field (F9 in Word) adds them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_fields import END, opening, page_of
from clausegen.renderers.word_shell import Shell
from clausegen.renderers.word_xml import link, paragraph, run

_TITLE = "Sommaire"
_FIELD = r"TOC \o &quot;1-2&quot; \h \z \u"
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_LABEL = 1247
"""Where titles begin, after their number, in twentieths of a point."""


def title_bookmark(rank: int) -> str:
    """Return the bookmark of the title of that rank, from 1."""
    return f"_Toc{rank:08d}"


@dataclass(frozen=True)
class Entry:
    """One line: `label` is the number as Word shows it, empty for an unnumbered title."""

    level: int
    label: str
    text: str
    bookmark: str


def table_of_contents(entries: Sequence[Entry], shell: Shell, pages: Mapping[str, int]) -> str:
    """Return the title and the field; nothing without entries. `pages` are the page numbers by bookmark, if known."""
    if not entries:
        return ""
    right = f'<w:tab w:val="right" w:leader="dot" w:pos="{shell.text_width}"/>'
    lines = []
    for entry in entries:
        style = shell.styles[styles.CONTENTS_2 if entry.level == 2 else styles.CONTENTS_1]
        text = run(f"{entry.label}\t{entry.text}" if entry.label else entry.text)
        page = pages.get(entry.bookmark)
        number = f"<w:r><w:tab/></w:r>{page_of(entry.bookmark, run(str(page)))}" if page else ""
        labelled = f'<w:tabs><w:tab w:val="left" w:pos="{_LABEL}"/>{right}</w:tabs>'
        # -- the page of a title without a number would stop at the tab and the indent of the others --
        plain = f'<w:tabs><w:tab w:val="clear" w:pos="{_LABEL}"/>{right}</w:tabs><w:ind w:left="0" w:firstLine="0"/>'
        begin, end = opening(_FIELD) * (entry is entries[0]), END * (entry is entries[-1])
        lines.append(
            paragraph(
                style, begin + link(entry.bookmark, text + number) + end, layout=labelled if entry.label else plain
            )
        )
    title = paragraph(shell.styles[styles.CONTENTS_TITLE], run(_TITLE), starts_page=True)
    return f"<w:sdt><w:sdtPr>{_GALLERY}</w:sdtPr><w:sdtContent>{title}{''.join(lines)}</w:sdtContent></w:sdt>"
