"""Decide whether a condition is met, and say because of which answers.

A condition has three outcomes: buyers answer in their own order, so "not known yet" is an ordinary state, not an
error. One parsed form serves the evaluator, the French sentences, the questions' usefulness and the documentation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from clausegen.facts.values import Value


class Knowledge(Protocol):
    """What a condition asks of the facts: a value, or which answers it is waiting for."""

    def get(self, name: str) -> Value | None: ...

    def missing_for(self, name: str) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Holds:
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fails:
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waits:
    missing: tuple[str, ...] = ()


Verdict = Holds | Fails | Waits


@dataclass(frozen=True)
class Threshold:
    """A number or a day that the law sets, named in `clauses/seuils.yml` and dated there."""

    name: str


Operand = Value | Threshold

_COMPARE = {
    "au_moins": lambda value, limit: value >= limit,
    "plus_de": lambda value, limit: value > limit,
    "au_plus": lambda value, limit: value <= limit,
    "moins_de": lambda value, limit: value < limit,
    "depuis": lambda value, limit: value >= limit,
    "avant": lambda value, limit: value < limit,
}
COMPARISONS = tuple(_COMPARE)


@dataclass(frozen=True)
class Constant:
    """`toujours` or `jamais`."""

    value: bool

    def verdict(self, facts: Knowledge) -> Verdict:
        return Holds() if self.value else Fails()

    def names(self) -> Iterator[str]:
        return iter(())


@dataclass(frozen=True)
class OneOf:
    """The fact has one of these answers, alone or among others; `negated` for `sauf`: none of them."""

    fact: str
    answers: tuple[Value, ...]
    negated: bool = False

    def verdict(self, facts: Knowledge) -> Verdict:
        value = facts.get(self.fact)
        if value is None:
            return Waits(facts.missing_for(self.fact))
        given = value if isinstance(value, tuple) else (value,)
        return Holds((self.fact,)) if any(v in self.answers for v in given) != self.negated else Fails((self.fact,))

    def names(self) -> Iterator[str]:
        yield self.fact


@dataclass(frozen=True)
class Compared:
    """The fact stands on one side of a limit; `operator` is one of COMPARISONS. A multiple choice counts its answers."""

    fact: str
    operator: str
    limit: Operand

    def verdict(self, facts: Knowledge) -> Verdict:
        value = facts.get(self.fact)
        if isinstance(value, tuple):
            value = len(value)
        limit = facts.get(self.limit.name) if isinstance(self.limit, Threshold) else self.limit
        if value is None:
            return Waits(facts.missing_for(self.fact))
        if limit is None:
            assert isinstance(self.limit, Threshold)
            return Waits((self.limit.name,))
        return Holds((self.fact,)) if _COMPARE[self.operator](value, limit) else Fails((self.fact,))

    def names(self) -> Iterator[str]:
        yield self.fact


@dataclass(frozen=True)
class AllOf:
    parts: "tuple[Condition, ...]"

    def verdict(self, facts: Knowledge) -> Verdict:
        verdicts = [part.verdict(facts) for part in self.parts]
        for verdict in verdicts:
            if isinstance(verdict, Fails):
                return verdict
        missing = _union(v.missing for v in verdicts if isinstance(v, Waits))
        return Waits(missing) if missing else Holds(_union(v.because for v in verdicts if isinstance(v, Holds)))

    def names(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.names()


@dataclass(frozen=True)
class AnyOf:
    """One part at least; `negated` for `aucun`: none of them."""

    parts: "tuple[Condition, ...]"
    negated: bool = False

    def verdict(self, facts: Knowledge) -> Verdict:
        verdicts = [part.verdict(facts) for part in self.parts]
        for verdict in verdicts:
            if isinstance(verdict, Holds):
                return Fails(verdict.because) if self.negated else verdict
        missing = _union(v.missing for v in verdicts if isinstance(v, Waits))
        if missing:
            return Waits(missing)
        because = _union(v.because for v in verdicts if isinstance(v, Fails))
        return Holds(because) if self.negated else Fails(because)

    def names(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.names()


Condition = Constant | OneOf | Compared | AllOf | AnyOf

ALWAYS = Constant(True)
NEVER = Constant(False)


def implies(first: Condition, then: Condition) -> bool:
    """Return True when `then` surely holds wherever `first` does; False when that cannot be told from their form."""
    if first in (then, NEVER) or then == ALWAYS:
        return True
    match first, then:
        case _, AllOf(parts):
            return all(implies(first, part) for part in parts)
        case AnyOf(parts, negated=False), _:
            return all(implies(part, then) for part in parts)
        case OneOf(fact, answers, negated=False), OneOf(other, accepted, negated=False) if fact == other:
            return set(answers) <= set(accepted)
    return (isinstance(first, AllOf) and any(implies(part, then) for part in first.parts)) or (
        isinstance(then, AnyOf) and not then.negated and any(implies(first, part) for part in then.parts)
    )


def remainder(condition: Condition, facts: Knowledge) -> Condition:
    """Return what is left of a condition once these facts are known: the same verdict, whatever the other answers."""
    verdict = condition.verdict(facts)
    if isinstance(verdict, Holds | Fails):
        return ALWAYS if isinstance(verdict, Holds) else NEVER
    match condition:
        case AllOf(parts):
            left = tuple(rest for part in parts if (rest := remainder(part, facts)) != ALWAYS)
            return left[0] if len(left) == 1 else AllOf(left)
        case AnyOf(parts, negated):
            left = tuple(rest for part in parts if (rest := remainder(part, facts)) != NEVER)
            return left[0] if len(left) == 1 and not negated else AnyOf(left, negated)
    return condition


def _union(groups: "Iterator[tuple[str, ...]]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
