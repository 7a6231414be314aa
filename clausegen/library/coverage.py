"""Which clauses follow each recommendation of the study, and for which contract types: the coverage table."""

from collections.abc import Mapping
from dataclasses import dataclass

from clausegen.library.clause import CONTRACT_TYPES, Clause
from clausegen.library.library import ClauseLibrary, Recommendation


@dataclass(frozen=True)
class Covered:
    """One recommendation, the clauses that follow it, and those of them that fit each contract type."""

    recommendation: Recommendation
    clauses: tuple[Clause, ...]
    by_contract: Mapping[str, tuple[Clause, ...]]


def coverage(library: ClauseLibrary) -> tuple[Covered, ...]:
    """Return every recommendation in the order of its number, those without a clause included."""
    known = library.frame.recommendations.values()
    return tuple(_covered(library, recommendation) for recommendation in sorted(known, key=lambda r: int(r.number)))


def _covered(library: ClauseLibrary, recommendation: Recommendation) -> Covered:
    clauses = tuple(clause for clause in library if recommendation.number in clause.recommendations)
    fitting = {type: tuple(clause for clause in clauses if type in clause.contracts) for type in CONTRACT_TYPES}
    return Covered(recommendation, clauses, fitting)


def coverage_page(library: ClauseLibrary) -> str:
    """Return the table as a Markdown page: recommendation, clauses, contract types, what no clause can do."""
    labels = {type: contract.label for type, contract in library.frame.contracts.by_type.items()}
    lines = [
        "# Les recommandations de l'étude de 2021 et les clauses",
        "",
        "« De la smart city à la réalité des territoires connectés » (octobre 2021). Page écrite par `clausegen coverage` ; le nombre entre parenthèses",
        "est celui des clauses qui conviennent au contrat.",
        "",
        "| recommandation | clauses | contrats | ce qu'une clause ne fait pas |",
        "| --- | --- | --- | --- |",
    ]
    for covered in coverage(library):
        recommendation = covered.recommendation
        clauses = ", ".join(f"`{clause.id}`" for clause in covered.clauses) or "aucune"
        contracts = ", ".join(f"{labels[type]} ({len(found)})" for type, found in covered.by_contract.items() if found)
        lines.append(
            f"| {recommendation.number}. {recommendation.label} | {clauses} | {contracts or 'aucun'} | {recommendation.note} |"
        )
    return "\n".join(lines) + "\n"
