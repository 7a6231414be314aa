"""What becomes of each clause, and why: levels, the buyer's choices, decisions, the whole selection."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from clausegen.library.clause import Clause


class Level(IntEnum):
    """What the rules say of a clause, from the weakest to the strongest."""

    NOT_APPLICABLE = 0
    EXCLUDED = 1
    WAITING = 2
    OPTIONAL = 3
    RECOMMENDED = 4
    OBLIGATORY = 5


class Origin(StrEnum):
    """Why a clause is retained, or is not."""

    RULE = "rule"
    CHOSEN = "chosen"
    REQUIRED = "required"
    SET_ASIDE = "set_aside"
    INCOMPATIBLE = "incompatible"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Choice:
    """What the buyer decided about a clause: keep it or not (None: as the rules say), why, and which wording."""

    retain: bool | None = None
    reason: str = ""
    variant: str | None = None


@dataclass(frozen=True)
class Decision:
    """What becomes of one clause, and why."""

    clause: Clause
    level: Level
    because: tuple[str, ...] = ()
    """The facts that decided the level."""
    bases: tuple[str, ...] = ()
    """The legal references of the clause that concern this contract."""
    waiting_for: tuple[str, ...] = ()
    """The questions whose answer is missing, for a WAITING level."""
    lowered_from: Level = Level.NOT_APPLICABLE
    """The level that the rules gave to a clause of an annex that the amendment leaves out."""
    at_least: Level = Level.NOT_APPLICABLE
    """For a WAITING level: the lowest level that any answer can give."""
    retained: bool = False
    """True when the clause is printed."""
    origin: Origin = Origin.RULE
    others: tuple[str, ...] = ()
    """The clauses that require it, or that it cannot stand beside."""
    reason: str = ""
    """The buyer's written reason, for a clause set aside."""
    variant: str = ""
    variant_because: tuple[str, ...] = ()
    variant_waiting: tuple[str, ...] = ()
    variant_chosen: bool = False
    barred: tuple[str, ...] = ()
    """The wordings that this contract cannot have, whatever the buyer prefers."""

    @property
    def set_aside(self) -> bool:
        return self.origin in (Origin.SET_ASIDE, Origin.INCOMPATIBLE, Origin.IMPOSSIBLE)


@dataclass(frozen=True)
class Alert:
    """Something a choice could not do: the clause concerned and a French sentence."""

    clause: str
    message: str


@dataclass(frozen=True)
class Selection:
    """Every clause of the library with its decision, in the order of the library."""

    decisions: Mapping[str, Decision]
    alerts: tuple[Alert, ...] = ()

    @property
    def retained(self) -> tuple[Decision, ...]:
        """Return what is printed."""
        return tuple(d for d in self.decisions.values() if d.retained)

    def at(self, level: Level) -> tuple[Decision, ...]:
        """Return the decisions whose verdict is that level, set aside or not."""
        return tuple(d for d in self.decisions.values() if d.level == level)

    @property
    def out_of_scope(self) -> tuple[Decision, ...]:
        """Return what the law imposes and the amendment leaves out: the running contract must hold it already."""
        return tuple(d for d in self.decisions.values() if d.lowered_from is Level.OBLIGATORY and not d.retained)

    @property
    def set_aside(self) -> tuple[Decision, ...]:
        return tuple(d for d in self.decisions.values() if d.set_aside)

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """Return the clauses whose own verdict waits for answers and that no other clause has brought in."""
        return tuple(d for d in self.decisions.values() if d.level is Level.WAITING and not d.set_aside)
