"""What an answer still missing decides: the clauses, wordings, paragraphs, reminders and ceilings that wait for it."""

from collections.abc import Iterator

from clausegen.companions.consultation import waiting_extracts
from clausegen.companions.findings import Findings
from clausegen.facts.conditions import Waits


def open_answers(f: Findings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (question, what it decides), those that decide most first."""
    decided: dict[str, list[str]] = {}
    for name, what in _waiting(f):
        decided.setdefault(name, []).append(what)
    rows = [(f.sentences.asked((name,)), tuple(dict.fromkeys(whats))) for name, whats in decided.items()]
    return tuple(sorted(rows, key=lambda each: -len(each[1])))


def _waiting(f: Findings) -> Iterator[tuple[str, str]]:
    """Yield (fact, what waits for it)."""
    for decision in f.selection.waiting:
        for name in decision.waiting_for:
            yield name, f"la clause « {decision.clause.title} »"
    for clause in f.resolved:
        label = f"« {clause.clause.title} »"
        for name in clause.decision.variant_waiting:
            if not clause.decision.variant_chosen:
                yield name, f"la rédaction de {label}"
        named = {a.condition for a in clause.clause.variant(clause.decision.variant).text if a.condition}
        for condition in sorted(named):
            verdict = clause.clause.optional[condition].condition.verdict(f.facts)
            for name in verdict.missing if isinstance(verdict, Waits) else ():
                yield name, f"un alinéa de {label}"
    for reminder in f.told.to_check:
        verdict = reminder.condition.verdict(f.facts)
        for name in verdict.missing if isinstance(verdict, Waits) else ():
            yield name, "un contenu obligatoire du corps du contrat"
    for found in f.told.ceilings:
        for name in found.missing:
            yield name, f"le plafond « {found.ceiling.label} »"
    if "reglement" in f.annex_set.companions:
        for _, missing in waiting_extracts(f):
            for name in missing:
                yield name, "un extrait du règlement de la consultation"
