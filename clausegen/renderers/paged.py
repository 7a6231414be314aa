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
    """Return the page of each title by its bookmark; nothing when the titles found are not those of the document."""
    titles = [heading_text(block) for block in document.blocks if isinstance(block, Heading)]
    if len(found) != len(titles) or not all(
        _same(*both) for both in zip(titles, (title for title, _ in found), strict=True)
    ):
        return NO_PAGES
    return {title_bookmark(rank): page for rank, (_, page) in enumerate(found, start=1)}


def _same(title: str, outlined: str) -> bool:
    """An outline shows « Article 4 Qualité » for « Article 4 – Qualité »."""
    return "".join(title.replace(" – ", " ").split()) == "".join(outlined.replace(" – ", " ").split())
