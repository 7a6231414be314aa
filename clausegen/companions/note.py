"""The small pieces that companion documents are made of: titles, rows, references to texts and to articles."""

from clausegen.assembly.cautions import cited
from clausegen.assembly.decisions import Decision
from clausegen.assembly.numbering import document_of
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.document.nodes import Block, Document, Heading, Inline, Paragraph, Run
from clausegen.facts.sentences import joined

SHORT_CONFIDENCE = {
    "verifie": "texte lu",
    "partiel": "lu en partie",
    "memoire": "de mémoire",
    "jugement": "contractuel",
    "a_verifier": "à vérifier",
}
"""Confidence of a legal basis, in two words."""

Cells = tuple[tuple[Inline, ...], ...]


def document(name: str, title: str, blocks: tuple[Block, ...], f: Findings) -> Document:
    """Return a companion document with the identity of the contract: cover, draft mark, footer."""
    i = f.identity
    return Document(name, title, i.title, blocks, i.cover, i.draft_mark, i.footer)


def basis(decision: Decision, f: Findings) -> str:
    """Return the legal references of a clause, grouped by text and confidence, then the confidence of the clause."""
    registry = f.library.frame.registry
    groups: dict[tuple[str, str], list[str]] = {}
    for reference in (registry[id] for id in decision.bases if id in registry):
        groups.setdefault((reference.text, reference.confidence), []).append(reference.article)
    cited = [
        f"{', '.join(filter(None, [text, joined(articles, 'et')]))} ({SHORT_CONFIDENCE[confidence]})"
        for (text, confidence), articles in groups.items()
    ]
    own = f"Confiance de la clause : {SHORT_CONFIDENCE[decision.clause.confidence]}."
    return f"{' ; '.join(cited)}. {own}" if cited else own


def references(bases: tuple[str, ...], f: Findings) -> str:
    return cited(bases, f.library.frame.registry, f.contract)


def title(text: str) -> Heading:
    return Heading(0, typeset(text))


def text(text: str, style: str = "body") -> Paragraph:
    return Paragraph((Run(typeset(text)),), style=style)


def cell(text: str) -> tuple[Inline, ...]:
    return (Run(typeset(text)),) if text else ()


def row(*texts: str) -> Cells:
    return tuple(cell(text) for text in texts)


def article_of(clause: str, f: Findings) -> str:
    """Return where a clause is printed: « 4.2, annexe 3 »; empty for what no annex prints."""
    place = f.numbering.places.get(clause)
    return f"{place.article}, {document_of(place.annex)}" if place else ""
