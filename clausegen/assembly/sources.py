"""The legal bases that a buyer may have printed under each article: those whose text was read, and no other.

The confidence of each is for the justification note; what goes to bidders cites nothing from memory.
"""

from collections.abc import Sequence

from clausegen.assembly.resolution import ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.facts.sentences import joined
from clausegen.library.law import Registry

_READ = "verifie"


def printed_sources(resolved: Sequence[ResolvedClause], registry: Registry) -> dict[str, str]:
    """Return clause id -> « Code de la commande publique, L. 3131-2 et L. 3131-4. », without the clauses that have none."""
    found = {clause.id: _sources(clause.decision.bases, registry) for clause in resolved}
    return {id: text for id, text in found.items() if text}


def _sources(bases: Sequence[str], registry: Registry) -> str:
    articles: dict[str, list[str]] = {}
    for reference in (registry[id] for id in bases if id in registry):
        if reference.confidence == _READ:
            articles.setdefault(reference.text, []).append(reference.article)
    cited = (", ".join(filter(None, (text, joined(list(filter(None, held)), "et")))) for text, held in articles.items())
    text = " ; ".join(cited)
    return typeset(f"{text[:1].upper()}{text[1:]}.") if text else ""
