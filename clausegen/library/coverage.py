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
