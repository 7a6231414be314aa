"""Work out a number from other facts: a sum, a share, the months between two days. What ceilings are compared with.

A calculation waits for the facts it needs, like a condition: an amount not known yet is never zero.

    >>> Share("avenant", "initial").value({"avenant": Decimal(30), "initial": Decimal(200)})
    Decimal('15.00')
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from clausegen.facts.conditions import Waits
from clausegen.facts.values import Value

_HUNDREDTH = Decimal("0.01")


class Known(Protocol):
    """What a calculation asks of the facts."""

    def get(self, name: str) -> Value | None: ...


@dataclass(frozen=True)
class Sum:
    """The facts added up, in their own unit (euros excl. VAT)."""

    facts: tuple[str, ...]

    def names(self) -> Iterator[str]:
        return iter(self.facts)

    def value(self, facts: Known) -> Decimal | Waits:
        values = [facts.get(name) for name in self.facts]
        return _missing(self.facts, facts) or sum((Decimal(str(value)) for value in values), Decimal(0))


@dataclass(frozen=True)
class Share:
    """A part of a whole, out of 100, rounded to the hundredth; a decrease counts as much as an increase."""

    part: str
    whole: str

    def names(self) -> Iterator[str]:
        return iter((self.part, self.whole))

    def value(self, facts: Known) -> Decimal | Waits:
        if waits := _missing((self.part, self.whole), facts):
            return waits
        part, whole = (Decimal(str(facts.get(name))) for name in (self.part, self.whole))
        return (abs(part) * 100 / whole).quantize(_HUNDREDTH) if whole else Waits((self.whole,))


@dataclass(frozen=True)
class Months:
    """The whole months from one day to another, negative when the second comes first."""

    until: str
    since: str

    def names(self) -> Iterator[str]:
        return iter((self.until, self.since))

    def value(self, facts: Known) -> Decimal | Waits:
        until, since = facts.get(self.until), facts.get(self.since)
        if not isinstance(until, date) or not isinstance(since, date):
            return _missing((self.until, self.since), facts) or Waits()
        sign, early, late = (1, since, until) if until >= since else (-1, until, since)
        months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
        return Decimal(sign * months) if months or sign == 1 else Decimal(-1)


Calculation = Sum | Share | Months


def _missing(names: Sequence[str], facts: Known) -> Waits | None:
    """Return the questions behind the facts still unknown; None when all are known."""
    unknown = [name for name in names if facts.get(name) is None]
    ask = getattr(facts, "missing_for", lambda name: (name,))
    return Waits(tuple(dict.fromkeys(question for name in unknown for question in ask(name)))) if unknown else None
