"""Make the Word file of a document: the shell filled in, the body put in its place. Read this first.

Nothing big is parsed here: the shell was checked when it was read, and what is spliced in is well formed because
every piece of it was made by `word_xml`, values escaped. Reading a result again would double what it costs.
"""

from collections.abc import Mapping
from datetime import date

from clausegen.document.nodes import Document
from clausegen.renderers import word_styles as styles
from clausegen.renderers.archive import archive
from clausegen.renderers.word_body import write_body
from clausegen.renderers.word_footnotes import with_footnotes
from clausegen.renderers.word_manifest import manifest_parts
from clausegen.renderers.word_marks import MENTION
from clausegen.renderers.word_options import USUAL, WordOptions
from clausegen.renderers.word_parts import PROPERTIES
from clausegen.renderers.word_shell import Shell, load_shell, usual_shell
from clausegen.renderers.word_table import cover_table
from clausegen.renderers.word_toc import table_of_contents
from clausegen.renderers.word_xml import escape, paragraph, run

UNDATED = date(1980, 1, 1)
NO_PAGES: Mapping[str, int] = {}


def render_docx(
    document: Document, options: WordOptions = USUAL, created: date = UNDATED, pages: Mapping[str, int] = NO_PAGES
) -> bytes:
    """Return the .docx: same document, options, date and pages, same bytes, on any machine.

    `pages`: page number of each title by its bookmark, as `office.page_numbers` tells them; without them the table of
    contents has none. RenderError when the shell cannot serve or a character cannot be written.
    """
    shell = load_shell(options.shell or usual_shell(document.layout))
    mark = document.draft_mark if options.marks else ""
    body = write_body(document, shell, options)
    slots = {
        "garde": _cover(document, shell, options.marks),
        "sommaire": table_of_contents(body.contents, shell, pages),
        "corps": body.xml,
        MENTION: paragraph(shell.styles[styles.DRAFT_MARK], run(mark)) if mark else "",
    }
    lines = {"titre": document.title, "sous_titre": document.subtitle, "projet": mark, "pied": document.footer}
    # -- one pass: what a value holds, braces included, is never read again --
    values = {name: escape(text) for name, text in lines.items()} | slots
    return archive(
        {
            **shell.parts,
            **{name: template.filled_in(values) for name, template in shell.templates.items()},
            shell.numbering: _with_lists(shell.parts[shell.numbering], body.lists),
            shell.footnotes: with_footnotes(shell.parts[shell.footnotes], body.footnotes, shell),
            PROPERTIES: _properties(document, created),
            **manifest_parts(document),
        }
    )


def _cover(document: Document, shell: Shell, marked: bool) -> str:
    title = paragraph(shell.styles[styles.TITLE], run(document.title))
    subtitle = paragraph(shell.styles[styles.SUBTITLE], run(document.subtitle)) if document.subtitle else ""
    return title + subtitle + cover_table(document.cover, shell, marked)


def _with_lists(numbering: bytes, lists: str) -> bytes:
    before, end, after = numbering.rpartition(b"</w:num>")
    return before + end + lists.encode() + after


def _properties(document: Document, created: date) -> bytes:
    stamp = f'xsi:type="dcterms:W3CDTF">{created.isoformat()}T00:00:00Z<'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:subject>{escape(document.subtitle)}</dc:subject>"
        "<dc:creator>clausegen</dc:creator><cp:lastModifiedBy>clausegen</cp:lastModifiedBy>"
        f"<dcterms:created {stamp}/dcterms:created><dcterms:modified {stamp}/dcterms:modified>"
        "<dc:language>fr-FR</dc:language></cp:coreProperties>"
    ).encode()
