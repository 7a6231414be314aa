"""The small pieces that companion documents are made of: titles, rows, references to texts and to articles."""

from collections.abc import Iterable

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

SHORT = "annexe-compacte"
"""The shell of a companion of a few pages: neither a cover page nor a table of contents."""

Cells = tuple[tuple[Inline, ...], ...]


def document(name: str, title: str, blocks: tuple[Block, ...], f: Findings, layout: str = "") -> Document:
    """Return a companion document with the identity of the contract: cover, draft mark, footer."""
    i = f.identity
    return Document(name, title, i.title, blocks, i.cover, i.draft_mark, i.footer, layout)


def basis(decision: Decision, f: Findings) -> str:
    """Return the legal references of a clause, grouped by text and confidence, then the confidence of the clause."""
    cited = graded(decision.bases, f)
    own = f"Confiance de la clause : {SHORT_CONFIDENCE[decision.clause.confidence]}."
    return f"{cited}. {own}" if cited else own


def graded(bases: Iterable[str], f: Findings) -> str:
    """Return « Code de la commande publique, L. 3 et L. 6 (texte lu) ; … »: references grouped by text and confidence."""
    registry = f.library.frame.registry
    groups: dict[tuple[str, str], list[str]] = {}
    for reference in (registry[id] for id in bases if id in registry):
        groups.setdefault((reference.text, reference.confidence), []).append(reference.article)
    return " ; ".join(
        f"{_articles(text, articles)} ({SHORT_CONFIDENCE[grade]})" for (text, grade), articles in groups.items()
    )


def references(bases: Iterable[str], f: Findings) -> str:
    """Return the references that concern the contract, grouped by text: « Code de la commande publique, L. 3 et L. 6 »."""
    registry = f.library.frame.registry
    groups: dict[str, list[str]] = {}
    for id in registry.suiting(bases, f.contract.registry_names if f.contract else ()):
        if id in registry:
            groups.setdefault(registry[id].text, []).append(registry[id].article)
    return " ; ".join(_articles(text, articles) for text, articles in groups.items())


def _articles(text: str, articles: list[str]) -> str:
    plain = not any(" et " in article for article in articles)
    return ", ".join(filter(None, (text, joined(articles, "et") if plain else ", ".join(articles))))


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
