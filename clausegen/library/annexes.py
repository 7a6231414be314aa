"""Annexes, their sections, and which set of annexes a contract gets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clausegen.facts.conditions import Condition, Holds, Knowledge


@dataclass(frozen=True)
class Annex:
    """One annex of the catalogue: A0 to A10."""

    id: str
    title: str
    introduction: str
    sections: tuple[str, ...]


@dataclass(frozen=True)
class AnnexSet:
    """The annexes printed for a contract, in order; each printed annex merges one or more annexes of the catalogue."""

    name: str
    label: str
    condition: Condition
    annexes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class AnnexPlan:
    annexes: Mapping[str, Annex] = field(default_factory=dict)
    sets: tuple[AnnexSet, ...] = ()

    def set_for(self, facts: Knowledge) -> AnnexSet | None:
        """Return the first set whose condition holds; None while the contract type is unknown."""
        return next((s for s in self.sets if isinstance(s.condition.verdict(facts), Holds)), None)
