"""Which levels a clause can reach, over all contracts whose every question is answered: a search by cases.

Rules judged with half of the answers say too much: two conditions that look open may exclude each other, and a question that
a contract does not call for has its answer already. So the search answers, one at a time, the questions that the rules wait
for, and tries every answer that they tell apart.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from clausegen.assembly import verdicts
from clausegen.assembly.decisions import Level
from clausegen.facts.conditions import ALWAYS, AllOf, Condition, Fails, Holds, Waits
from clausegen.facts.facts import Facts
from clausegen.facts.partition import concerned, telling_answers, thresholds_named
from clausegen.facts.questionnaire import Question
from clausegen.facts.values import Value
from clausegen.library.clause import Clause
from clausegen.library.library import Frame

Rule = tuple[Level, Condition]
Answers = Mapping[str, Value]


def rules(clause: Clause) -> tuple[Rule, ...]:
    """Return the rules of a clause: the first that holds gives its level, and one always does.

    In a compact file a heavy clause is not recommended but optional, as `judge` says.
    """
    found: list[Rule] = []
    for level, condition in verdicts.rules(clause):
        if level is Level.RECOMMENDED and clause.heavy:
            found.append((Level.OPTIONAL, AllOf((verdicts.COMPACT, condition))))
        found.append((level, condition))
    return (*found, (Level.EXCLUDED, ALWAYS))


def possible_levels(rules: Iterable[Rule], facts: Facts) -> tuple[frozenset[Level], tuple[str, ...]]:
    """Return the levels that the rules leave open, and the answers that the first open rule waits for."""
    possible: set[Level] = set()
    missing: tuple[str, ...] = ()
    for level, condition in rules:
        match condition.verdict(facts):
            case Holds():
                return frozenset(possible | {level}), missing
            case Waits(names):
                possible.add(level)
                missing = missing or names
    return frozenset(possible), missing


def reachable_levels(
    clause: Clause, contracts: Condition, frame: Frame, as_of: date, shared: Answers = MappingProxyType({})
) -> Mapping[Level, Answers]:
    """Return the levels that `judge` gives to the clause over all complete contracts that meet the condition.

    `shared` are answers that all these contracts have, known beforehand: the search is shorter. Each level comes with answers that
    give it, whatever the others. Exact, but where a rule names a calculated number (a sum, a share, a duration), a threshold
    that the law of that day does not set yet, or a question never asked: there, every level that the rules leave open is
    returned.
    """
    return _Search(clause, contracts, frame, as_of).levels(shared)


class _Search:
    def __init__(self, clause: Clause, contracts: Condition, frame: Frame, as_of: date) -> None:
        self._rules, self._contracts = rules(clause), contracts
        self._as_of = as_of
        deciding = [contracts, *(condition for _, condition in self._rules)]
        self._asked = concerned(frame.questionnaire, deciding)
        derived = self._asked.derived.values()
        asked_if = (question.asked_if for question in self._asked.questions.values())
        self._conditions = (*deciding, *asked_if, *(fact.condition for fact in derived))
        self._thresholds = thresholds_named(frame.thresholds, self._conditions)
        self._calculated = {name for fact in derived if fact.calculation for name in self._asked.sources(fact.name)}

    def levels(self, answers: Answers) -> dict[Level, Answers]:
        facts = self._asked.known(answers, self._thresholds, self._as_of)
        fits = self._contracts.verdict(facts)
        if isinstance(fits, Fails):
            return {}
        possible, missing = possible_levels(self._rules, facts)
        question = self._next(fits.missing if isinstance(fits, Waits) else missing, facts)
        if question is None or (len(possible) == 1 and isinstance(fits, Holds)):
            return dict.fromkeys(possible, answers)
        found: dict[Level, Answers] = {}
        for answer in telling_answers(question, self._conditions, facts):
            found = self.levels({**answers, question.name: answer}) | found
            if found.keys() == possible:
                break
        return found

    def _next(self, names: Iterable[str], facts: Facts) -> Question | None:
        """Return the first question that can be answered; those that decide whether it is asked come before it."""
        for name in names:
            question = self._asked.questions.get(name)
            if question is None or name in self._calculated:
                continue
            match question.asked_if.verdict(facts):
                case Holds():
                    return question
                case Waits(earlier):
                    if first := self._next(earlier, facts):
                        return first
        return None
