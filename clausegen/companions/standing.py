"""Where the paragraph that a row of a clause is about is printed, if it is."""

from typing import Protocol

from clausegen.assembly.numbering import document_of
from clausegen.assembly.resolution import ResolvedClause
from clausegen.companions.findings import Findings
from clausegen.document.nodes import sentences_of


class AboutParagraph(Protocol):
    """A row of the front matter: a question, a deviation."""

    @property
    def paragraph(self) -> int: ...

    @property
    def variants(self) -> tuple[str, ...]: ...


def paragraph_of(clause: ResolvedClause, item: AboutParagraph, f: Findings) -> str:
    """Return « 4.2.3, annexe 3 »; empty when the wording taken, or the paragraph, is not printed."""
    if item.variants and clause.decision.variant not in item.variants:
        return ""
    place = f.numbering.places[clause.id]
    number = place.paragraphs.get(item.paragraph)
    return f"{number}, {document_of(place.annex)}" if number else ""


def printed_at(clause: ResolvedClause, blank: str, f: Findings) -> str:
    """Return where a blank is first printed; its article when no paragraph shows it by name."""
    place = f.numbering.places[clause.id]
    wording = clause.clause.variant(clause.decision.variant)
    for alinea in wording.text:
        named = {getattr(part, "name", "") for parts in sentences_of(alinea) for part in parts}
        if blank in named and alinea.number in place.paragraphs:
            return f"{place.paragraphs[alinea.number]}, {document_of(place.annex)}"
    return f"{place.article}, {document_of(place.annex)}"
