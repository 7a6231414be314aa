"""Keep an amendment to the annexes that it changes: the clauses of the others become optional, whatever the rules say."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clausegen.assembly.decisions import Decision, Level
from clausegen.facts.conditions import Fails, Holds, Verdict, Waits
from clausegen.facts.facts import Facts
from clausegen.library.annexes import AnnexSet
from clausegen.library.library import ClauseLibrary


@dataclass(frozen=True)
class Scope:
    """What the buyer leaves out: for each annex Holds when it is left out, Waits while nobody knows; absent, it is kept."""

    left_out: Mapping[str, Verdict] = field(default_factory=dict)

    def of(self, annex: str) -> Verdict:
        return self.left_out.get(annex, Fails())


def scope(library: ClauseLibrary, facts: Facts) -> Scope:
    """Return what is left out by the sets of annexes that the contract can still get."""
    found: dict[str, list[Verdict]] = {}
    sets, missing = _possible(library.frame.plan.sets, facts)
    for annexes in sets:
        if not annexes.limited_to:
            continue
        for annex in library.frame.questionnaire.questions[annexes.limited_to].answers:
            found.setdefault(annex, []).append(_left_out(annexes, annex, facts))
    return Scope({annex: _agreed(verdicts, len(sets), missing) for annex, verdicts in found.items()})


def _possible(sets: tuple[AnnexSet, ...], facts: Facts) -> tuple[list[AnnexSet], tuple[str, ...]]:
    """Return the sets that the contract can still get, and the questions that would tell which."""
    possible, missing = list[AnnexSet](), list[str]()
    for annexes in sets:
        match annexes.condition.verdict(facts):
            case Holds():
                return [*possible, annexes], tuple(dict.fromkeys(missing))
            case Waits(names):
                possible.append(annexes)
                missing += names
    return possible, tuple(dict.fromkeys(missing))


def _left_out(annexes: AnnexSet, annex: str, facts: Facts) -> Verdict:
    wanted = facts.get(annexes.limited_to)
    if not isinstance(wanted, tuple):
        return Waits(facts.missing_for(annexes.limited_to))
    return Fails() if annex in wanted else Holds((annexes.limited_to,))


def _agreed(verdicts: list[Verdict], sets: int, missing: tuple[str, ...]) -> Verdict:
    """Return the verdict when every possible set gives the same; else what is missing to know which set it will be."""
    if all(isinstance(verdict, Fails) for verdict in verdicts):
        return Fails()
    if len(verdicts) == sets == 1:
        return verdicts[0]
    asked = [name for verdict in verdicts if isinstance(verdict, Waits) for name in verdict.missing]
    return Waits(tuple(dict.fromkeys((*missing, *asked))))


def limited(decision: Decision, scope: Scope) -> Decision:
    """Return the decision, lowered to optional when its annex is left out; what does not concern the contract stays so."""
    left_out = scope.of(decision.clause.annex)
    waiting = decision.level is Level.WAITING
    if isinstance(left_out, Fails) or decision.level <= Level.EXCLUDED or decision.level is Level.OPTIONAL:
        return decision
    if isinstance(left_out, Waits):
        lowest = min(decision.at_least, Level.OPTIONAL) if waiting else Level.OPTIONAL
        asked = decision.waiting_for if waiting else left_out.missing
        return replace(decision, level=Level.WAITING, because=(), waiting_for=asked, at_least=lowest)
    if waiting and decision.at_least <= Level.EXCLUDED:
        return decision
    return replace(
        decision,
        level=Level.OPTIONAL,
        because=left_out.because,
        waiting_for=(),
        at_least=Level.NOT_APPLICABLE,
        lowered_from=decision.level,
    )
