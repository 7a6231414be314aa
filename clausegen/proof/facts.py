"""The facts of any dossier, and what conditions say of them: the three outcomes of `facts.conditions`, as constraints.

A condition becomes two formulas, that it holds and that it fails; it waits where neither is true. They follow the
evaluator line by line: a test compares the two on random libraries and answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import z3

from clausegen.facts import calculations
from clausegen.facts.conditions import AllOf, AnyOf, Compared, Condition, Constant, OneOf, Threshold
from clausegen.facts.questionnaire import Questionnaire
from clausegen.facts.values import Value
from clausegen.proof.answers import Answers, Unknown
from clausegen.proof.terms import HUNDREDTHS, Day, Flags, Number, Share, Term


@dataclass(frozen=True)
class Truth:
    """When a condition holds and when it fails; never both."""

    holds: z3.BoolRef
    fails: z3.BoolRef

    @property
    def waits(self) -> z3.BoolRef:
        return z3.Not(z3.Or(self.holds, self.fails))


_NEVER = z3.BoolVal(False)
_ALWAYS = z3.BoolVal(True)


class SymbolicFacts:
    """What `Questionnaire.known` gives of any answers, and the truth of conditions about it."""

    def __init__(self, questionnaire: Questionnaire, limits: Mapping[str, Value], answers: Answers) -> None:
        """`limits` are the thresholds in force, as `Thresholds.on` gives them."""
        self.questionnaire, self.limits, self.answers = questionnaire, limits, answers
        self._known: dict[str, Unknown] = {}
        self._truths: dict[Condition, Truth] = {}
        for name, question in questionnaire.questions.items():
            asked, raw = self.truth(question.asked_if), answers.questions[name]
            known = z3.And(asked.holds, raw.known)
            if question.otherwise is None:
                self._known[name] = Unknown(known, raw.term)
            else:
                assert not isinstance(raw.term, Share)
                self._known[name] = Unknown(
                    z3.Or(known, asked.fails), raw.term.or_else(asked.fails, question.otherwise)
                )
        for derived in questionnaire.derived.values():
            if derived.calculation:
                self._known[derived.name] = self._calculated(derived.calculation)
            else:
                truth = self.truth(derived.condition)
                options = Flags({True: truth.holds, False: truth.fails})
                self._known[derived.name] = Unknown(z3.Or(truth.holds, truth.fails), options)

    def __getitem__(self, fact: str) -> Unknown:
        return self._known[fact]

    def asked(self, question: str) -> z3.BoolRef:
        """Return when the other answers call for a question."""
        return self.truth(self.questionnaire.questions[question].asked_if).holds

    @property
    def complete(self) -> list[z3.BoolRef]:
        """Return the constraint that every question called for has its answer."""
        given = self.answers.questions
        return [z3.Implies(self.asked(name), given[name].known) for name in self.questionnaire.questions]

    def truth(self, condition: Condition) -> Truth:
        if condition not in self._truths:
            self._truths[condition] = self._truth(condition)
        return self._truths[condition]

    def _truth(self, condition: Condition) -> Truth:
        match condition:
            case Constant(value):
                return Truth(_ALWAYS, _NEVER) if value else Truth(_NEVER, _ALWAYS)
            case OneOf(fact, answers, negated):
                unknown = self._known.get(fact)
                return _NOTHING if unknown is None else _decided(unknown, _one_of(unknown.term, answers), negated)
            case Compared(fact, operator, limit):
                unknown = self._known.get(fact)
                bound = self.limits.get(limit.name) if isinstance(limit, Threshold) else limit
                if unknown is None or bound is None:
                    return _NOTHING
                return _decided(unknown, unknown.term.compared(operator, bound))
            case AllOf(parts):
                truths = [self.truth(part) for part in parts]
                return Truth(z3.And([t.holds for t in truths]), z3.Or([t.fails for t in truths]))
            case AnyOf(parts, negated):
                truths = [self.truth(part) for part in parts]
                one, none = z3.Or([t.holds for t in truths]), z3.And([t.fails for t in truths])
                return Truth(none, one) if negated else Truth(one, none)

    def _calculated(self, calculation: calculations.Calculation) -> Unknown:
        found = [self._known[name] for name in calculation.names()]
        known = z3.And([unknown.known for unknown in found])
        match calculation:
            case calculations.Sum():
                return Unknown(known, Number(z3.Sum([_hundredths(u.term) for u in found]), HUNDREDTHS, "montant"))
            case calculations.Share():
                part, whole = (_hundredths(unknown.term) for unknown in found)
                return Unknown(z3.And(known, whole != 0), Share(part, whole))
        until, since = (unknown.term for unknown in found)
        assert isinstance(until, Day) and isinstance(since, Day)
        return Unknown(known, Number(_months(until, since)))


_NOTHING = Truth(_NEVER, _NEVER)
"""A fact that the questionnaire does not know, a threshold without a value: the condition waits for ever."""


def _decided(unknown: Unknown, test: z3.BoolRef, negated: bool = False) -> Truth:
    yes, no = z3.And(unknown.known, test), z3.And(unknown.known, z3.Not(test))
    return Truth(no, yes) if negated else Truth(yes, no)


def _one_of(term: Term, answers: tuple[Value, ...]) -> z3.BoolRef:
    assert not isinstance(term, Share)
    return term.one_of(answers)


def _hundredths(term: Term) -> z3.ArithRef:
    assert isinstance(term, Number)
    return term.hundredths()


def _months(until: Day, since: Day) -> z3.ArithRef:
    """Return the whole months from one day to another, as `calculations.Months` counts them."""
    forward = until.months - since.months - z3.If(until.day < since.day, 1, 0)
    backward = since.months - until.months - z3.If(since.day < until.day, 1, 0)
    return z3.If(until.rank >= since.rank, forward, z3.If(backward == 0, -1, -backward))
