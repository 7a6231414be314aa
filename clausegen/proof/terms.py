"""The kinds of facts as a solver sees them: which answers they can take, how a condition compares them.

Numbers are integers, so that the solver never leaves linear arithmetic: amounts and decimals count hundredths (cents of euros
excl. VAT), days count on a calendar whose months have 31 days each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import z3

from clausegen.facts.values import Value

HUNDREDTHS = 100


def switched(test: z3.BoolRef, first: z3.ExprRef, other: z3.ExprRef) -> z3.ExprRef:
    """Return `first` where `test` is true, `other` elsewhere, without a trace of a test that is a constant."""
    return first if z3.is_true(test) else other if z3.is_false(test) else z3.If(test, first, other)


@dataclass(frozen=True)
class Flags:
    """A yes or no, a choice, a scale: exactly one of its answers is true."""

    options: Mapping[Value, z3.BoolRef]

    def one_of(self, answers: tuple[Value, ...]) -> z3.BoolRef:
        return z3.Or([self.options[a] for a in answers if a in self.options])

    def compared(self, operator: str, limit: Value) -> z3.BoolRef:
        return z3.Or([flag for value, flag in self.options.items() if _COMPARE[operator](value, limit)])

    def or_else(self, test: z3.BoolRef, value: Value) -> "Flags":
        """Return the same, but `value` where `test` is true."""
        return Flags({v: switched(test, z3.BoolVal(v == value), flag) for v, flag in self.options.items()})

    def domain(self) -> list[z3.BoolRef]:
        return [z3.PbEq([(flag, 1) for flag in self.options.values()], 1)]

    def read(self, model: z3.ModelRef) -> Value | None:
        return next((v for v, flag in self.options.items() if z3.is_true(model.eval(flag, True))), None)


@dataclass(frozen=True)
class Several:
    """A multiple choice: any of its answers; a comparison counts them."""

    options: Mapping[Value, z3.BoolRef]

    def one_of(self, answers: tuple[Value, ...]) -> z3.BoolRef:
        return z3.Or([self.options[a] for a in answers if a in self.options])

    def compared(self, operator: str, limit: Value) -> z3.BoolRef:
        return Number(z3.Sum([z3.If(flag, 1, 0) for flag in self.options.values()])).compared(operator, limit)

    def or_else(self, test: z3.BoolRef, value: Value) -> "Several":
        given = value if isinstance(value, tuple) else ()
        return Several({v: switched(test, z3.BoolVal(v in given), flag) for v, flag in self.options.items()})

    def domain(self) -> list[z3.BoolRef]:
        return []

    def read(self, model: z3.ModelRef) -> Value:
        return tuple(str(v) for v, flag in self.options.items() if z3.is_true(model.eval(flag, True)))


@dataclass(frozen=True)
class Number:
    """A number, `scale` times its value; `kind` says how it is read back (entier, montant, nombre)."""

    expression: z3.ArithRef
    scale: int = 1
    kind: str = "entier"
    bounds: tuple[Value | None, Value | None] = (None, None)

    def one_of(self, answers: tuple[Value, ...]) -> z3.BoolRef:
        return z3.Or([self.expression == _scaled(a, self.scale) for a in answers])

    def compared(self, operator: str, limit: Value) -> z3.BoolRef:
        exact = Fraction(Decimal(str(limit))) * self.scale
        match operator:
            case "au_moins":
                return self.expression >= ceil(exact)
            case "plus_de":
                return self.expression > floor(exact)
            case "au_plus":
                return self.expression <= floor(exact)
        return self.expression < ceil(exact)

    def or_else(self, test: z3.BoolRef, value: Value) -> "Number":
        fixed = z3.IntVal(_scaled(value, self.scale))
        return Number(switched(test, fixed, self.expression), self.scale, self.kind, self.bounds)

    def domain(self) -> list[z3.BoolRef]:
        lowest, highest = self.bounds
        found = [] if lowest is None else [self.expression >= _scaled(lowest, self.scale)]
        return found if highest is None else [*found, self.expression <= _scaled(highest, self.scale)]

    def read(self, model: z3.ModelRef) -> Value:
        exact = model.eval(self.expression, True).as_long()
        return exact if self.kind == "entier" else Decimal(exact) / self.scale

    def hundredths(self) -> z3.ArithRef:
        return self.expression * (HUNDREDTHS // self.scale)


@dataclass(frozen=True)
class Share:
    """A part of a whole, out of 100, rounded to the hundredth, half to even as `facts.calculations.Share` does."""

    part: z3.ArithRef
    whole: z3.ArithRef

    def compared(self, operator: str, limit: Value) -> z3.BoolRef:
        exact = Fraction(Decimal(str(limit))) * HUNDREDTHS
        match operator:
            case "au_moins":
                return self._at_least(ceil(exact))
            case "plus_de":
                return self._at_least(floor(exact) + 1)
            case "au_plus":
                return z3.Not(self._at_least(floor(exact) + 1))
        return z3.Not(self._at_least(ceil(exact)))

    def _at_least(self, hundredths: int) -> z3.BoolRef:
        """Rounded, |part| × 100 / whole reaches that many hundredths; twice both sides, so that the half is an integer."""
        size = z3.If(self.part >= 0, self.part, -self.part) * 2 * 100 * HUNDREDTHS
        bound = (2 * hundredths - 1) * self.whole
        positive, negative = (size >= bound, size <= bound) if hundredths % 2 == 0 else (size > bound, size < bound)
        return z3.If(self.whole > 0, positive, negative)


@dataclass(frozen=True)
class Day:
    """A day of the calendar."""

    year: z3.ArithRef
    month: z3.ArithRef
    day: z3.ArithRef
    bounds: tuple[Value | None, Value | None] = (None, None)

    @property
    def rank(self) -> z3.ArithRef:
        return self.months * 31 + self.day - 1

    @property
    def months(self) -> z3.ArithRef:
        return self.year * 12 + self.month - 1

    def one_of(self, answers: tuple[Value, ...]) -> z3.BoolRef:
        return z3.Or([self.rank == rank(a) for a in answers if isinstance(a, date)])

    def compared(self, operator: str, limit: Value) -> z3.BoolRef:
        assert isinstance(limit, date)
        return self.rank >= rank(limit) if operator == "depuis" else self.rank < rank(limit)

    def or_else(self, test: z3.BoolRef, value: Value) -> "Day":
        assert isinstance(value, date)
        parts = ((self.year, value.year), (self.month, value.month), (self.day, value.day))
        year, month, day = (switched(test, z3.IntVal(fixed), part) for part, fixed in parts)
        return Day(year, month, day, self.bounds)

    def domain(self) -> list[z3.BoolRef]:
        lowest, highest = (
            bound if isinstance(bound, date) else usual for bound, usual in zip(self.bounds, _ERA, strict=True)
        )
        leap = z3.And(self.year % 4 == 0, z3.Or(self.year % 100 != 0, self.year % 400 == 0))
        return [
            z3.And(self.month >= 1, self.month <= 12, self.day >= 1, self.day <= 31),
            z3.Implies(z3.Or([self.month == short for short in (4, 6, 9, 11)]), self.day <= 30),
            z3.Implies(self.month == 2, self.day <= z3.If(leap, 29, 28)),
            z3.And(self.rank >= rank(lowest), self.rank <= rank(highest)),
        ]

    def read(self, model: z3.ModelRef) -> Value:
        year, month, day = (model.eval(part, True).as_long() for part in (self.year, self.month, self.day))
        return date(year, month, day)


_ERA = (date(1900, 1, 1), date(2199, 12, 31))
Term = Flags | Several | Number | Share | Day

_COMPARE = {
    "au_moins": lambda value, limit: value >= limit,
    "plus_de": lambda value, limit: value > limit,
    "au_plus": lambda value, limit: value <= limit,
    "moins_de": lambda value, limit: value < limit,
}


def rank(day: date) -> int:
    """Return the rank of a day on a calendar whose months have 31 days: it keeps their order."""
    return (day.year * 12 + day.month - 1) * 31 + day.day - 1


def _scaled(value: Value, scale: int) -> int:
    exact = Fraction(Decimal(str(value))) * scale
    return int(exact) if exact.denominator == 1 else floor(exact)
