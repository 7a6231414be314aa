"""In which order questions are put: step after step, what decides most first, what a question leads to right after it."""

from collections.abc import Mapping

from clausegen.facts.questionnaire import Question
from clausegen.library.library import ClauseLibrary

TYPE = "type_contrat"
"""The question that comes first and calls for all the others."""


def asking_order(library: ClauseLibrary, contract_type: str | None = None) -> tuple[str, ...]:
    """Return every question, in the order in which to put it for that type of contract (for any, while it is unknown)."""
    questionnaire = library.frame.questionnaire
    fitting = {clause.id for clause in library.fitting(contract_type)}
    order: list[str] = []
    for step in questionnaire.steps:
        asked = {q.name: q for q in questionnaire.questions.values() if q.step == step.id}
        # -- whether clauses are printed at all, then how many say something else --
        weights = {
            name: tuple(-len(fitting.intersection(of.get(name, ()))) for of in (library.touching, library.deciding))
            for name in asked
        }
        if TYPE in asked:
            order.append(TYPE)
        for name in sorted(asked, key=lambda name: weights[name]):
            _place(name, asked, weights, order)
    return tuple(order)


def _place(name: str, asked: Mapping[str, Question], weights: Mapping[str, tuple[int, ...]], order: list[str]) -> None:
    """Put a question once all those of its step that call for it are put, then those that it leads to."""
    if name in order or any(above in asked and above not in order for above in asked[name].asked_if.names()):
        return
    order.append(name)
    for below in sorted(asked, key=lambda below: weights[below]):
        if name in asked[below].asked_if.names():
            _place(below, asked, weights, order)
