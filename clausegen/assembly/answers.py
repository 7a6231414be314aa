"""The answers to a question that can make a difference to one clause: one for each way in which its rules see them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from clausegen.facts.conditions import Compared, Condition, Holds, OneOf, Threshold
from clausegen.facts.facts import Facts
from clausegen.facts.questionnaire import Question
from clausegen.facts.values import Value
from clausegen.library.bearing import Bearing

_OPPOSITE = {
    "au_moins": "moins_de",
    "moins_de": "au_moins",
    "plus_de": "au_plus",
    "au_plus": "plus_de",
    "depuis": "avant",
    "avant": "depuis",
}
_LISTED = 3
"""Answers named when each would do; beyond, one of them."""


def telling_answers(bearing: Bearing, name: str, held: Value | None, facts: Facts) -> list[Value]:
    """Return one answer for each way in which the rules can see the question, other than the one held; the nearest first.

    For a number or a day, the limits that conditions compare with: just reached, just under. `facts` give the thresholds.
    """
    question = bearing.questionnaire.questions[name]
    seen = {_seen(bearing, name, held, facts)} if held is not None else set()
    told = []
    for value in sorted(_candidates(bearing, question, held, facts), key=lambda value: _distance(value, held)):
        view = _seen(bearing, name, value, facts)
        if view not in seen:
            seen.add(view)
            told.append(value)
    return told


def condition_met(
    bearing: Bearing, name: str, held: Value | None, value: Value, does: Callable[[Value], bool], facts: Facts
) -> Condition:
    """Return what an answer must meet to do as well as `value`, in the words of the rules where they can say it.

    « Au moins 2 » rather than 2 when 3 does too; all the answers of a choice that do; what is added to several answers.
    """
    question = bearing.questionnaire.questions[name]
    for test in bearing.tests[name]:
        if isinstance(test, Compared):
            for limit in (test, replace(test, operator=_OPPOSITE[test.operator])):
                meets = partial(_meets, limit, facts=facts)
                tried = [value, *telling_answers(bearing, name, None, facts)]
                if meets(value) and not (held is not None and meets(held)) and all(does(v) for v in tried if meets(v)):
                    return limit
    if isinstance(value, tuple):
        added = tuple(each for each in value if not isinstance(held, tuple) or each not in held)
        return OneOf(name, added) if len(added) == 1 else OneOf(name, (value,))
    doing = tuple(answer for answer in question.answers if does(answer)) if question.kind == "choix" else ()
    return OneOf(name, doing if len(doing) <= _LISTED else (value,)) if doing else OneOf(name, (value,))


def _meets(test: Compared, value: Value, facts: Facts) -> bool:
    return isinstance(test.verdict(Facts(facts.as_of, {test.fact: value}, facts.thresholds)), Holds)


def _candidates(bearing: Bearing, question: Question, held: Value | None, facts: Facts) -> Iterator[Value]:
    """Yield the answers to try: all of a closed question, the limits of an open one."""
    match question.kind:
        case "oui_non":
            yield from (True, False)
        case "choix":
            yield from question.answers
        case "echelle":
            yield from map(int, question.scale)
        case "choix_multiple":
            yield from _several(bearing, question, held)
        case _:
            yield from (value for value in _limits(bearing, question, facts) if _accepted(question, value))


def _several(bearing: Bearing, question: Question, held: Value | None) -> Iterator[Value]:
    """Yield each answer added or removed, then the counts that conditions compare with."""
    kept = set(held) if isinstance(held, tuple) else set()
    counts = {
        count
        for test in bearing.tests[question.name]
        if isinstance(test, Compared) and isinstance(test.limit, int)
        for count in (test.limit - 1, test.limit, test.limit + 1)
    }
    options = list(question.answers)
    yield from (tuple(each for each in options if each in kept ^ {changed}) for changed in options)
    preferred = sorted(options, key=lambda each: each not in kept)
    for count in sorted(counts | {0}):
        if 0 <= count <= len(options):
            yield tuple(each for each in options if each in preferred[:count])


def _limits(bearing: Bearing, question: Question, facts: Facts) -> Iterator[Value]:
    for test in bearing.tests[question.name]:
        if isinstance(test, Compared):
            limit = facts.get(test.limit.name) if isinstance(test.limit, Threshold) else test.limit
            if isinstance(limit, date):
                yield from (limit, limit - timedelta(days=1), limit + timedelta(days=1))
            elif isinstance(limit, int | Decimal):
                yield from (limit, limit - 1, limit + 1)


def _accepted(question: Question, value: Value) -> bool:
    try:
        question.parse(value)
    except ValueError:
        return False
    return True


def _seen(bearing: Bearing, name: str, value: Value, facts: Facts) -> object:
    """Return what the rules see of an answer; two answers seen alike give the same level."""
    alone = Facts(facts.as_of, {name: value}, facts.thresholds)
    tests = tuple(isinstance(test.verdict(alone), Holds) for test in bearing.tests[name])
    return (tests, value) if name in bearing.calculated else tests


def _distance(value: Value, held: Value | None) -> float:
    match value, held:
        case date(), date():
            return abs((value - held).days)
        case tuple(), tuple():
            return len(set(value) ^ set(held))
        case ((int() | Decimal()), (int() | Decimal())):
            return float(abs(Decimal(value) - Decimal(held)))
    return 0
