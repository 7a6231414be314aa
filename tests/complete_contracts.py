"""Complete contracts drawn at random: the questionnaire walked in its order, every question that is asked answered."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from clausegen.facts.conditions import Holds
from clausegen.facts.facts import Facts
from clausegen.facts.questionnaire import Question
from clausegen.facts.values import Value
from clausegen.library.library import Frame


def complete(frame: Frame, random: Random, as_of: date, given: Mapping[str, Value]) -> Facts:
    """Return the facts of a contract that keeps the given answers where they are asked for; the others are drawn."""
    limits = frame.thresholds.on(as_of)
    known: dict[str, Value] = {}
    answers: dict[str, Value] = {}
    for question in frame.questionnaire.questions.values():
        if isinstance(question.asked_if.verdict(Facts(as_of, known, limits)), Holds):
            drawn = _drawn(question, random, limits)
            known[question.name] = answers[question.name] = given.get(question.name, drawn)
        elif question.otherwise is not None:
            known[question.name] = question.otherwise
    return frame.questionnaire.known(answers, frame.thresholds, as_of)


def contracts(frame: Frame, seed: int, number: int, as_of: date, given: Mapping[str, Value]) -> Iterator[Facts]:
    """Yield complete contracts, the same for the same seed."""
    random = Random(seed)
    for _ in range(number):
        yield complete(frame, random, as_of, given)


def _drawn(question: Question, random: Random, thresholds: Mapping[str, Any]) -> Value:
    match question.kind:
        case "oui_non":
            return random.random() < 0.5
        case "choix":
            return random.choice(tuple(question.answers))
        case "echelle":
            return question.parse(random.choice(tuple(question.scale)))
        case "choix_multiple":
            return tuple(answer for answer in question.answers if random.random() < 0.3)
        case "date":
            days = [day for day in thresholds.values() if isinstance(day, date)]
            return _between(question, random.choice(days) + timedelta(random.choice((-400, -1, 0, 1, 400))))
    numbers = [value for value in thresholds.values() if isinstance(value, int | Decimal)]
    near = random.choice([*numbers, 0, 5, 4, 10]) + random.choice((-1, 0, 0, 1, 1000))
    return _between(question, Decimal(near) if question.kind in ("montant", "nombre") else int(near))


def _between(question: Question, value: Any) -> Any:
    if question.minimum is not None:
        value = max(value, question.minimum)
    return value if question.maximum is None else min(value, question.maximum)
