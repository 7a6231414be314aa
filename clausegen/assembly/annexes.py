"""Compose the printed annexes: sections, articles, numbered paragraphs, computed tables, references."""

import re
from dataclasses import dataclass, replace

from clausegen.assembly.imprints import imprint
from clausegen.assembly.numbering import NumberedAnnex, Numbering, heading_of
from clausegen.assembly.references import linked
from clausegen.assembly.resolution import ResolvedClause
from clausegen.assembly.tables import Contents, computed_table
from clausegen.assembly.typography import typeset
from clausegen.document.nodes import Block, CoverLine, Document, Heading, Paragraph, Run, plain_text
from clausegen.document.provenance import UNTRACED, Provenance

_TRAILING = re.compile(r"(-(et|de|des|du|d|l|la|le|les|a|en))+$")
"""Words that say nothing at the end of a name cut short."""


@dataclass(frozen=True)
class Identity:
    """What every document of a dossier shows of it: title, cover lines, draft mark, state of the law."""

    title: str
    cover: tuple[CoverLine, ...]
    draft_mark: str
    footer: str
    layout: str = ""
    provenance: Provenance = UNTRACED
    """That of the whole dossier, without its clauses."""


def compose(numbering: Numbering, contents: Contents, identity: Identity) -> tuple[Document, ...]:
    """Return the annexes as documents, in order of print."""
    return tuple(_annex(annex, numbering, contents, identity) for annex in numbering.annexes)


def _annex(annex: NumberedAnnex, numbering: Numbering, contents: Contents, identity: Identity) -> Document:
    blocks: list[Block] = [Paragraph((Run(typeset(text)),), style="intro") for text in annex.introductions]
    imprints = []
    for section in annex.sections:
        blocks.append(Heading(1, typeset(section.title), str(section.number)))
        for clause in section.clauses:
            article, lines = _article(clause, numbering, contents)
            blocks += article
            imprints.append(imprint(clause, lines))
    return Document(
        name=f"annexe-{annex.number:02d}-{_stem(annex.title)}" if annex.number else _stem(annex.title),
        title=heading_of(annex.number, typeset(annex.title)),
        subtitle=identity.title,
        blocks=tuple(blocks),
        cover=identity.cover,
        draft_mark=identity.draft_mark,
        footer=identity.footer,
        layout=annex.layout or identity.layout,
        provenance=replace(identity.provenance, clauses=tuple(imprints)),
    )


def _article(clause: ResolvedClause, numbering: Numbering, contents: Contents) -> tuple[list[Block], list[str]]:
    """Return one article, its heading, its paragraphs and the table that it announces; and its texts in the same order."""
    id, places = clause.id, numbering.places
    place = places[id]
    title, sources = typeset(clause.clause.title), contents.sources.get(id, "")
    blocks: list[Block] = [Heading(2, title, place.article, place.bookmark(id), id, sources)]
    lines = [title]
    table = computed_table(clause.clause.table, contents, place.annex) if clause.clause.table else None
    under = (
        alinea for alinea in clause.paragraphs if alinea.condition and alinea.condition == clause.clause.table_under
    )
    announcing = next(under, clause.paragraphs[-1])
    for alinea in clause.paragraphs:
        number, printed = place.paragraphs[alinea.number], linked(alinea, id, places)
        blocks += [Paragraph(printed.content, number, place.bookmark(id, alinea.number)), *printed.children]
        lines += printed.texts
        if table and alinea is announcing:
            blocks.append(table)
            lines += [plain_text(cell) for row in (table.header, *table.rows) for cell in row]
    return blocks, lines


def _stem(title: str) -> str:
    """Return a safe piece of file name: ASCII, lower case, at most 40 characters."""
    plain = title.lower().translate(str.maketrans("àâäéèêëîïôöùûüç’'", "aaaeeeeiioouuuc--"))
    words = "".join(c if c.isascii() and c.isalnum() else "-" for c in plain).split("-")
    stem = ""
    for word in filter(None, words):
        if len(stem) + len(word) > 39:
            break
        stem = f"{stem}-{word}" if stem else word
    return _TRAILING.sub("", stem)
