"""What an answer still missing decides: the clauses, wordings, paragraphs, reminders and ceilings that wait for it."""

from collections.abc import Iterator

from clausegen.companions.consultation import waiting_extracts
from clausegen.companions.findings import Findings
from clausegen.facts.conditions import Waits
from clausegen.facts.sentences import joined

_KINDS = {
    "clause": ("la clause {}", "les clauses {}", "{} clauses, dont {}"),
    "wording": ("la rédaction de {}", "la rédaction de {}", "la rédaction de {} clauses, dont {}"),
    "paragraph": ("un alinéa de {}", "un alinéa de {}", "un alinéa de {} clauses, dont {}"),
    "ceiling": ("le plafond {}", "les plafonds {}", "{} plafonds, dont {}"),
    "content": ("un contenu obligatoire du corps du contrat", "", "{} contenus obligatoires du corps du contrat"),
    "extract": ("un extrait du règlement de la consultation", "", "{} extraits du règlement de la consultation"),
}
"""How what waits is said: one, a few named, many. Contents and extracts have no name and are counted."""
_NAMED = 4
"""Beyond, what waits is counted: a cell that lists forty clauses is read by nobody."""


def open_answers(f: Findings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (question, what it decides), those that decide most first."""
    decided: dict[str, dict[str, list[str]]] = {}
    for name, kind, what in _waiting(f):
        whats = decided.setdefault(name, {}).setdefault(kind, [])
        if what not in whats:
            whats.append(what)
    weights = {name: sum(map(len, kinds.values())) for name, kinds in decided.items()}
    return tuple(
        (
            f.sentences.asked((name,)),
            tuple(_told(kind, decided[name][kind]) for kind in _KINDS if kind in decided[name]),
        )
        for name in sorted(decided, key=lambda name: -weights[name])
    )


def _told(kind: str, whats: list[str]) -> str:
    one, few, many = _KINDS[kind]
    named = joined([f"« {what} »" for what in whats[:_NAMED]], "et")
    if len(whats) == 1:
        return one.format(named)
    return few.format(named) if few and len(whats) <= _NAMED else many.format(len(whats), named)


def _waiting(f: Findings) -> Iterator[tuple[str, str, str]]:
    """Yield (fact, kind of what waits for it, its name)."""
    for decision in f.selection.waiting:
        for name in decision.waiting_for:
            yield name, "clause", decision.clause.title
    for clause in f.resolved:
        for name in clause.decision.variant_waiting:
            if not clause.decision.variant_chosen:
                yield name, "wording", clause.clause.title
        named = {a.condition for a in clause.clause.variant(clause.decision.variant).text if a.condition}
        for condition in sorted(named):
            verdict = clause.clause.optional[condition].condition.verdict(f.facts)
            for name in verdict.missing if isinstance(verdict, Waits) else ():
                yield name, "paragraph", clause.clause.title
    for reminder in f.told.to_check:
        verdict = reminder.condition.verdict(f.facts)
        for name in verdict.missing if isinstance(verdict, Waits) else ():
            yield name, "content", reminder.id
    for found in f.told.ceilings:
        for name in found.missing:
            yield name, "ceiling", found.ceiling.label
    if "reglement" in f.annex_set.companions:
        for extract, missing in waiting_extracts(f):
            for name in missing:
                yield name, "extract", extract.id
