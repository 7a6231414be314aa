"""Make the Word file of a document: the shell filled in, the body put in its place, everything checked before it leaves."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from markupsafe import Markup

from clausegen import paths
from clausegen.document.nodes import Document
from clausegen.errors import RenderError
from clausegen.renderers import word_styles as styles
from clausegen.renderers.archive import archive
from clausegen.renderers.characters import accepted
from clausegen.renderers.word_body import write_body
from clausegen.renderers.word_parts import DOCUMENT, NUMBERING, PROPERTIES, W, parse
from clausegen.renderers.word_shell import Shell, load_shell
from clausegen.renderers.word_table import cover_table
from clausegen.renderers.word_toc import table_of_contents
from clausegen.renderers.word_xml import PARAGRAPH, escape, paragraph, run

SHELL = "annexe.docx"
UNDATED = date(1980, 1, 1)


def render_docx(document: Document, shell: Path | None = None, created: date = UNDATED) -> bytes:
    """Return the .docx: same document, same shell, same date, same bytes. Without `shell`, that of the document's layout."""
    model = load_shell(shell or paths.templates() / (f"{document.layout}.docx" if document.layout else SHELL))
    body = write_body(document.blocks, model)
    slots = {
        "garde": _cover(document, model),
        "sommaire": table_of_contents(body.contents, model),
        "corps": body.xml,
    }
    lines = {
        "titre": document.title,
        "sous_titre": document.subtitle,
        "projet": document.draft_mark,
        "pied": document.footer,
    }
    # -- one pass: what a value holds, braces included, is never read again --
    names = {name: accepted(text) for name, text in lines.items()} | {n: Markup(xml) for n, xml in slots.items()}
    filled_in = {name: template.render(names).encode() for name, template in model.templates.items()}
    _check(filled_in, model, slots)
    return archive(
        {
            **model.parts,
            **filled_in,
            NUMBERING: _with_lists(model.parts[NUMBERING], body.lists),
            PROPERTIES: _properties(document, created),
        }
    )


def _cover(document: Document, shell: Shell) -> str:
    title = paragraph(shell.styles[styles.TITLE], run(document.title))
    subtitle = paragraph(shell.styles[styles.SUBTITLE], run(document.subtitle)) if document.subtitle else ""
    return title + subtitle + cover_table(document.cover, shell)


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


def _check(filled_in: Mapping[str, bytes], shell: Shell, slots: Mapping[str, str]) -> None:
    """Read the result again, strictly: every paragraph written must be there, and the page layout with them."""
    parts = {name: parse(name, content) for name, content in filled_in.items()}
    body = parts[DOCUMENT].find(f"{W}body")
    found = len(list(body.iter(f"{W}p")))
    written = shell.paragraphs + sum(slots[name].count(PARAGRAPH) for name in shell.slots)
    if found != written or body[-1].tag != f"{W}sectPr":
        raise RenderError(
            f"Le document Word n'a pas été écrit : {written} paragraphes étaient attendus, {found} s'y trouvent. "
            "C'est un défaut du logiciel ou du modèle ; signalez-le avec ce dossier."
        )
