"""Find the nearest change of answers that would bring a clause into the contract by its rules.

Groups of questions are tried in increasing size. A group is left at once when, its questions forgotten, what remains known
already rules the clause out: then no answer to them can bring it in. What is proposed was drafted: `select` retains it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations, islice

from clausegen.assembly.answers import condition_met, telling_answers
from clausegen.assembly.decisions import Choice, Decision, Level
from clausegen.assembly.forcing import verdict
from clausegen.assembly.selection import select
from clausegen.facts.conditions import Condition, Fails, Holds, OneOf
from clausegen.facts.facts import Facts
from clausegen.facts.values import Value
from clausegen.library.bearing import Bearing, counting
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary

MOST = 4
"""Beyond that many answers, it is another contract."""
_CONTRACT = "type_contrat"
_TRIED = 10
"""Changes drafted: one that the other clauses refuse is rarely mended by the next."""


@dataclass(frozen=True)
class Change:
    """Answers to change or to give, in the order of the questionnaire, and the level that the clause then has."""

    answers: Mapping[str, Value]
    level: Level
    wanted: Mapping[str, Condition] = field(default_factory=dict)
    """What each answer must meet, the others as they are: « au moins 2 » when both 2 and 3 give that level."""


def nearest_change(
    library: ClauseLibrary, facts: Facts, choices: Mapping[str, Choice], clause: Clause
) -> Change | None:
    """Return the fewest answers to change or give so that the rules retain the clause; None when more than MOST would have to.

    Among equally small changes, one that keeps the contract type, then one of the last questions. An answer that has no
    reason to be asked any more counts for nothing; a question that a change opens counts when it must be answered.
    """
    search = _Search(library, facts, clause, library.bearing[clause.id])
    for found in islice(search.changes(), _TRIED):
        whole = {**counting(library.frame.questionnaire, facts), **found.answers}
        known = library.frame.questionnaire.known(whole, library.frame.thresholds, facts.as_of)
        decision = select(library, known, choices).decisions[clause.id]
        if decision.retained and _stands(decision):
            return replace(found, wanted=search.wanted(found))
    return None


class _Search:
    def __init__(self, library: ClauseLibrary, facts: Facts, clause: Clause, bearing: Bearing) -> None:
        self._library, self._clause, self._bearing, self._as_of = library, clause, bearing, facts.as_of
        self._facts, self._given = facts, bearing.answers(facts)
        self._values = {
            name: telling_answers(bearing, name, self._given.get(name), facts)
            for name in bearing.questionnaire.questions
        }

    def changes(self) -> Iterator[Change]:
        """Yield the changes after which the rules retain the clause, the smallest first."""
        open = [name for name, values in reversed(self._values.items()) if values]
        blocks = self._blocks()
        for size in range(1, MOST + 1):
            groups = (group for group in combinations(open, size) if all(block & set(group) for block in blocks))
            for group in sorted(groups, key=lambda group: _CONTRACT in group):
                kept = {name: value for name, value in self._given.items() if name not in group}
                yield from self._completed(kept, tuple(reversed(group)), {})

    def wanted(self, change: Change) -> dict[str, Condition]:
        """Return question -> what its answer must meet to give the same level as the change."""

        def does(name: str, value: Value) -> bool:
            facts = self._bearing.facts({**self._given, **change.answers, name: value}, self._as_of)
            decision = verdict(self._library, self._clause, facts)
            return max(decision.level, decision.at_least) is change.level

        return {
            name: condition_met(self._bearing, name, self._given.get(name), value, partial(does, name), self._facts)
            for name, value in change.answers.items()
        }

    def _completed(self, kept: dict[str, Value], left: tuple[str, ...], told: dict[str, Value]) -> Iterator[Change]:
        """Yield the answers to the questions left that make the clause stand; none when what is kept rules it out."""
        facts = self._bearing.facts(kept | told, self._as_of)
        if self._lost(facts) or any(self._pointless(name, facts) for name in told):
            return
        if left:
            for value in self._values[left[0]]:
                yield from self._completed(kept, left[1:], {**told, left[0]: value})
        elif _stands(decision := verdict(self._library, self._clause, facts)):
            yield Change(told, max(decision.level, decision.at_least))

    def _pointless(self, name: str, facts: Facts) -> bool:
        return isinstance(self._bearing.questionnaire.questions[name].asked_if.verdict(facts), Fails)

    def _blocks(self) -> list[set[str]]:
        """Return the answers, alone or by two, that rule the clause out whatever the others: each must be touched."""
        found: list[set[str]] = []
        for size in (1, 2):
            for names in combinations(self._given, size):
                if any(block <= set(names) for block in found):
                    continue
                if self._lost(self._bearing.facts({name: self._given[name] for name in names}, self._as_of)):
                    found.append(set(names))
        return found

    def _lost(self, facts: Facts) -> bool:
        """Return True when no other answer can make the clause recommended or more."""
        excluded, obligatory, recommended, _ = (rule.verdict(facts) for rule in self._clause.rules())
        unfit = OneOf(_CONTRACT, self._clause.contracts, negated=True).verdict(facts)
        if isinstance(unfit, Holds) or isinstance(excluded, Holds):
            return True
        if isinstance(obligatory, Fails) and isinstance(recommended, Fails):
            return True
        decided = verdict(self._library, self._clause, facts).level
        return decided is not Level.WAITING and decided < Level.RECOMMENDED


def _stands(decision: Decision) -> bool:
    return max(decision.level, decision.at_least) >= Level.RECOMMENDED
