"""What the law says of a contract besides its clauses: warnings, ceilings on its modification, contents that stand elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from clausegen.facts.conditions import Condition, Threshold

Gravity = Literal["bloquante", "attention"]


@dataclass(frozen=True)
class Warning:
    """What no clause can settle; a blocking one keeps the documents marked as a draft."""

    id: str
    gravity: Gravity
    condition: Condition
    message: str
    bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reminder:
    """A content that the law commands and that these annexes do not carry."""

    id: str
    condition: Condition
    text: str
    bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ceiling:
    """A limit on the modification of a running contract: a share of a base amount, and sometimes a second limit in euros."""

    id: str
    label: str
    condition: Condition
    measured: str
    """The fact compared, euros excl. VAT."""
    base: str
    """The fact of which the ceiling is a share, euros excl. VAT."""
    share: Threshold
    """Out of 100."""
    also_below: Threshold | None = None
    strict: bool = False
    """True when the amount must stay under the ceiling, not reach it."""
    bases: tuple[str, ...] = ()
    note: str = ""

    def names(self) -> Iterator[str]:
        """Yield the facts that decide of the ceiling and of whether it is kept."""
        yield from self.condition.names()
        yield from (self.measured, self.base)


@dataclass(frozen=True)
class Cautions:
    warnings: tuple[Warning, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    effect: Mapping[str, str] = field(default_factory=dict)
    """Fact -> label: the figures by which an amendment tells its financial effect."""

    def names(self) -> Iterator[str]:
        """Yield every fact that decides of a warning, a reminder or a ceiling."""
        for condition in (*(w.condition for w in self.warnings), *(r.condition for r in self.reminders)):
            yield from condition.names()
        for ceiling in self.ceilings:
            yield from ceiling.names()
        yield from self.effect
