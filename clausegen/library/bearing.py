"""What bears on the level of a clause: the questions behind its rules, those that call for them, the limits they compare with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clausegen.facts.conditions import Condition, Fails, OneOf
from clausegen.facts.facts import Facts
from clausegen.facts.partition import Test, concerned, tests_of, thresholds_named
from clausegen.facts.questionnaire import Questionnaire
from clausegen.facts.thresholds import Thresholds
from clausegen.facts.values import Value
from clausegen.library.annexes import AnnexPlan
from clausegen.library.clause import Clause


@dataclass(frozen=True)
class Bearing:
    """The part of the questionnaire on which the level of one clause depends. No other answer can change that level."""

    questionnaire: Questionnaire
    thresholds: Thresholds
    conditions: tuple[Condition, ...]
    """The rules of the clause, and what decides of the annexes to which an amendment is limited."""

    def answers(self, facts: Facts) -> dict[str, Value]:
        """Return the answers given to these questions, without those that have no reason to be asked."""
        return counting(self.questionnaire, facts)

    def facts(self, answers: Mapping[str, Value], as_of: date) -> Facts:
        """Return what these answers alone make known."""
        return self.questionnaire.known(answers, self.thresholds, as_of)

    @cached_property
    def tests(self) -> dict[str, tuple[Test, ...]]:
        """Return question -> what the conditions ask of it, in their order."""
        found: dict[str, list[Test]] = {name: [] for name in self.questionnaire.questions}
        for test in tests_of(_deciding(self.questionnaire, self.conditions)):
            if test.fact in found and test not in found[test.fact]:
                found[test.fact].append(test)
        return {name: tuple(tests) for name, tests in found.items()}

    @cached_property
    def calculated(self) -> frozenset[str]:
        """Return the questions that a calculation takes as they are: every other value of theirs is another case."""
        derived = self.questionnaire.derived.values()
        return frozenset(name for fact in derived if fact.calculation for name in self.questionnaire.sources(fact.name))


def bearing(clause: Clause, whole: Questionnaire, thresholds: Thresholds, plan: AnnexPlan) -> Bearing:
    """Return what bears on the level of a clause."""
    conditions = [OneOf("type_contrat", clause.contracts), *clause.rules()]
    for rank, annexes in enumerate(plan.sets):
        if annexes.limited_to and clause.annex in whole.questions[annexes.limited_to].answers:
            before = [each.condition for each in plan.sets[: rank + 1]]
            conditions += [*before, OneOf(annexes.limited_to, (clause.annex,))]
    if clause.heavy:
        conditions.append(OneOf("dossier_compact", (True,)))
    part = concerned(whole, conditions)
    return Bearing(part, thresholds_named(thresholds, _deciding(part, conditions)), tuple(conditions))


def _deciding(part: Questionnaire, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return the conditions, with those of the questions and of the derived facts behind them."""
    asked = (question.asked_if for question in part.questions.values())
    return (*conditions, *asked, *(fact.condition for fact in part.derived.values()))


def counting(questionnaire: Questionnaire, facts: Facts) -> dict[str, Value]:
    """Return the answers that count, as they were given: those of questions that the others do not leave without a reason."""
    return {
        name: facts.values[name]
        for name, question in questionnaire.questions.items()
        if name in facts and not isinstance(question.asked_if.verdict(facts), Fails)
    }
