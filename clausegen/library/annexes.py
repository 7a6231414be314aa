"""Annexes, their sections, and which set of annexes a contract gets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from clausegen.facts.conditions import Condition, Holds, Knowledge

CompanionName = Literal[
    "inventaire", "calendrier", "fiches", "indicateurs", "penalites", "biens", "reponse", "reglement", "justification", "ecarts",
    "questions", "jumeau", "catalogue",
]  # fmt: skip


@dataclass(frozen=True)
class Annex:
    """One annex of the catalogue: A0 to A10; `is_act` for the document that the annexes are joined to."""

    id: str
    title: str
    introduction: str
    sections: tuple[str, ...]
    is_act: bool = False
    layout: str = ""
    """The name of its own Word shell, empty for that of its set."""


@dataclass(frozen=True)
class AnnexSet:
    """The annexes printed for a contract, in order; each printed annex merges one or more annexes of the catalogue."""

    name: str
    label: str
    condition: Condition
    annexes: tuple[tuple[str, ...], ...]
    limited_to: str = ""
    """The question whose answers are the annexes wanted, empty when all are; the others hold only what is required."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """First annex of a merged group -> the title of the whole."""
    introductions: Mapping[str, str] = field(default_factory=dict)
    """First annex of a merged group -> the introduction of the whole."""
    layout: str = ""
    """The name of the Word shell, empty for the usual one."""
    companions: tuple[str, ...] = ()
    """What goes with the annexes, by CompanionName."""


@dataclass(frozen=True)
class AnnexPlan:
    annexes: Mapping[str, Annex] = field(default_factory=dict)
    sets: tuple[AnnexSet, ...] = ()

    def set_for(self, facts: Knowledge) -> AnnexSet | None:
        """Return the first set whose condition holds; None while the contract type is unknown."""
        return next((s for s in self.sets if isinstance(s.condition.verdict(facts), Holds)), None)
