"""Several Word files made together, with the page numbers of their tables of contents when LibreOffice can tell them.

Page numbers take two passes: the files are laid out without them, then written again with them. A table of contents has as many lines
with its page numbers as without, so that the second layout is the first.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from clausegen.document.nodes import Document, Heading
from clausegen.renderers.office import page_numbers
from clausegen.renderers.text import heading_text
from clausegen.renderers.word import NO_PAGES, render_docx
from clausegen.renderers.word_options import WordOptions
from clausegen.renderers.word_toc import title_bookmark

Progress = Callable[[str], None]
"""Told what is being done, in French, before each step."""


def render_all(
    documents: Sequence[Document], options: WordOptions, created: date, paged: bool, progress: Progress
) -> dict[str, bytes]:
    """Return stem -> .docx of each document; `paged` asks LibreOffice, RenderError when it is not installed."""
    files = {}
    for document in documents:
        progress(document.title)
        files[document.name] = render_docx(document, options, created)
    if not paged or not files:
        return files
    progress("Mise en page, pour les numéros des sommaires")
    found = page_numbers(files)
    for document in documents:
        if pages := _pages(document, found[document.name]):
            files[document.name] = render_docx(document, options, created, pages)
    return files


def _pages(document: Document, found: Sequence[tuple[str, int]]) -> Mapping[str, int]:
    """Return the page of each title by its bookmark; nothing when one of them is not found in its order.

    A shell may bring titles of its own, before, between or after.
    """
    remaining = iter(found)
    pages: dict[str, int] = {}
    titles = (block for block in document.blocks if isinstance(block, Heading))
    for rank, title in enumerate(titles, start=1):
        page = next((page for outlined, page in remaining if _same(heading_text(title), outlined)), None)
        if page is None:
            return NO_PAGES
        pages[title_bookmark(rank)] = page
    return pages


def _same(title: str, outlined: str) -> bool:
    """An outline shows « Article 4 Qualité » for « Article 4 – Qualité »."""
    return "".join(title.replace(" – ", " ").split()) == "".join(outlined.replace(" – ", " ").split())
