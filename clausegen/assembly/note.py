"""What the parts of the justification note share: what they report on, and the small pieces that they are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from clausegen.assembly.cautions import Told, cited
from clausegen.assembly.decisions import Decision, Selection
from clausegen.assembly.numbering import Numbering
from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.document.nodes import Heading, Inline, Paragraph, Run
from clausegen.facts.facts import Facts
from clausegen.facts.sentences import Sentences, joined
from clausegen.library.library import ClauseLibrary

SHORT_CONFIDENCE = {
    "verifie": "texte lu",
    "partiel": "lu en partie",
    "memoire": "de mémoire",
    "jugement": "contractuel",
    "a_verifier": "à vérifier",
}
"""Confidence of a legal basis, in two words."""

Cells = tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Findings:
    """Everything the note reports on."""

    selection: Selection
    resolved: Sequence[ResolvedClause]
    numbering: Numbering
    facts: Facts
    library: ClauseLibrary
    sentences: Sentences
    gaps: Sequence[FilledBlank]
    annex_set: str
    told: Told


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
    contract = f.library.frame.contracts.by_type.get(str(f.facts.get("type_contrat")))
    return cited(bases, f.library.frame.registry, contract)


def title(text: str) -> Heading:
    return Heading(0, typeset(text))


def text(text: str, style: str = "body") -> Paragraph:
    return Paragraph((Run(typeset(text)),), style=style)


def cell(text: str) -> tuple[Inline, ...]:
    return (Run(typeset(text)),) if text else ()


def row(*texts: str) -> Cells:
    return tuple(cell(text) for text in texts)
