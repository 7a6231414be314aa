"""Cut what may be answered into cases: the questions that conditions depend on, and the answers that they tell apart.

Any amount between two limits decides alike, so a handful of answers stands for all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from clausegen.facts.condition_syntax import THRESHOLD_PREFIX
from clausegen.facts.conditions import AllOf, AnyOf, Compared, Condition, OneOf, Threshold
from clausegen.facts.facts import Facts
from clausegen.facts.questionnaire import Question, Questionnaire
from clausegen.facts.thresholds import Thresholds
from clausegen.facts.values import Value

Test = OneOf | Compared
"""What a condition asks of one fact."""
_SOME_DAY = date(2000, 1, 1)


def concerned(questionnaire: Questionnaire, conditions: Iterable[Condition]) -> Questionnaire:
    """Return the part of the questionnaire on which these conditions depend, in the same order."""
    kept: set[str] = set()
    names = [name for condition in conditions for name in condition.names()]
    while names:
        name = names.pop()
        if name in kept:
            continue
        kept.add(name)
        if name in questionnaire.derived:
            names += questionnaire.derived[name].names()
        elif name in questionnaire.questions:
            names += questionnaire.questions[name].asked_if.names()
    return replace(
        questionnaire,
        questions={name: question for name, question in questionnaire.questions.items() if name in kept},
        derived={name: fact for name, fact in questionnaire.derived.items() if name in kept},
    )


def thresholds_named(thresholds: Thresholds, conditions: Iterable[Condition]) -> Thresholds:
    """Return the thresholds that these conditions compare something with."""
    limits = {
        test.limit.name
        for test in tests_of(conditions)
        if isinstance(test, Compared) and isinstance(test.limit, Threshold)
    }
    kept = {name: each for name, each in thresholds.by_name.items() if f"{THRESHOLD_PREFIX}{name}" in limits}
    return Thresholds(kept)


def telling_answers(question: Question, conditions: Iterable[Condition], facts: Facts) -> Iterator[Value]:
    """Yield answers to one question such that any other gives each of these conditions the verdict of one of them.

    For a number or a day: each limit that it is compared with, as `facts` know the thresholds, and one unit on each side of
    it. For a choice of several: those that conditions name in every combination, beside each number of the others.
    """
    tests = [test for test in tests_of(conditions) if test.fact == question.name]
    match question.kind:
        case "oui_non":
            yield from (True, False)
        case "choix":
            yield from question.answers
        case "echelle":
            yield from (question.parse(level) for level in question.scale)
        case "choix_multiple":
            told = {answer for test in tests if isinstance(test, OneOf) for answer in test.answers}
            yield from _combinations(question, told)
        case _:
            limits = [_limit(test, facts) for test in tests if isinstance(test, Compared)]
            yield from _around(question, [limit for limit in limits if limit is not None])


def tests_of(conditions: Iterable[Condition]) -> Iterator[Test]:
    """Yield what conditions ask of single facts, in their order."""
    for condition in conditions:
        match condition:
            case AllOf(parts) | AnyOf(parts):
                yield from tests_of(parts)
            case OneOf() | Compared():
                yield condition


def _limit(test: Compared, facts: Facts) -> Value | None:
    return facts.get(test.limit.name) if isinstance(test.limit, Threshold) else test.limit


def _around(question: Question, limits: list[Any]) -> list[Any]:
    unit: Any = timedelta(1) if question.kind == "date" else 1
    least: Any = question.minimum if question.minimum is not None else _SOME_DAY if question.kind == "date" else 0
    values = {least, *(limit + step * unit for limit in limits for step in (-1, 0, 1))}
    return sorted(v for v in values if v >= least and (question.maximum is None or v <= question.maximum))


def _combinations(question: Question, told: set[Value]) -> Iterator[tuple[str, ...]]:
    named = [answer for answer in question.answers if answer in told]
    others = [answer for answer in question.answers if answer not in told]
    for size in range(len(named) + 1):
        for some in combinations(named, size):
            for number in range(len(others) + 1):
                given = {*some, *others[:number]}
                yield tuple(answer for answer in question.answers if answer in given)
