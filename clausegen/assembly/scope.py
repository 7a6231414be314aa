"""Keep an amendment to the annexes that it changes: the clauses of the others become optional, whatever the rules say."""

from dataclasses import dataclass, replace

from clausegen.assembly.decisions import Decision, Level
from clausegen.facts.facts import Facts
from clausegen.library.library import ClauseLibrary


@dataclass(frozen=True)
class Scope:
    """The annexes left out, and the question that says so."""

    question: str
    left_out: frozenset[str]


def scope(library: ClauseLibrary, facts: Facts) -> Scope | None:
    """Return what the buyer leaves out; None when the set of annexes has no such question, or while it has no answer."""
    annexes = library.frame.plan.set_for(facts)
    if annexes is None or not annexes.limited_to:
        return None
    wanted = facts.get(annexes.limited_to)
    offered = library.frame.questionnaire.questions[annexes.limited_to].answers
    return Scope(annexes.limited_to, frozenset(offered) - frozenset(wanted)) if isinstance(wanted, tuple) else None


def limited(decision: Decision, scope: Scope | None) -> Decision:
    """Return the decision, lowered to optional when its annex is left out; what does not concern the contract stays so."""
    if scope is None or decision.clause.annex not in scope.left_out or decision.level <= Level.EXCLUDED:
        return decision
    if decision.level is Level.WAITING and decision.at_least <= Level.EXCLUDED:
        return decision
    return replace(
        decision,
        level=Level.OPTIONAL,
        because=(scope.question,),
        waiting_for=(),
        at_least=Level.NOT_APPLICABLE,
        lowered_from=decision.level,
    )
