"""The whole library, read and frozen: clauses by id, theme and annex, with what they rest upon."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clausegen.facts.questionnaire import Questionnaire
from clausegen.facts.thresholds import Thresholds
from clausegen.library.annexes import AnnexPlan
from clausegen.library.bearing import Bearing, bearing
from clausegen.library.cautions import Cautions
from clausegen.library.clause import Clause
from clausegen.library.consultation import Consultation
from clausegen.library.contracts import Contracts
from clausegen.library.glossary import Glossary
from clausegen.library.law import Registry
from clausegen.library.lists import Lists
from clausegen.library.processing import SheetPlan
from clausegen.library.style import Style


@dataclass(frozen=True)
class Recommendation:
    """A recommendation of the study; `note` says why a clause is not enough, or why none follows it."""

    number: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Frame:
    """Everything that clauses rest upon."""

    questionnaire: Questionnaire = field(default_factory=Questionnaire)
    thresholds: Thresholds = field(default_factory=lambda: Thresholds({}))
    contracts: Contracts = field(default_factory=Contracts)
    plan: AnnexPlan = field(default_factory=AnnexPlan)
    glossary: Glossary = field(default_factory=Glossary)
    registry: Registry = field(default_factory=Registry)
    recommendations: Mapping[str, Recommendation] = field(default_factory=dict)
    cautions: Cautions = field(default_factory=Cautions)
    consultation: Consultation = field(default_factory=Consultation)
    sheet_plan: SheetPlan = field(default_factory=SheetPlan)
    style: Style = field(default_factory=Style)
    lists: Lists = field(default_factory=Lists)


@dataclass(frozen=True)
class ClauseLibrary:
    """Clauses in the order of the annexes, and their frame. `fingerprint` is the SHA-256 of every file read."""

    frame: Frame
    clauses: Mapping[str, Clause]
    fingerprint: str = ""

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses.values())

    def __len__(self) -> int:
        return len(self.clauses)

    def __getitem__(self, id: str) -> Clause:
        return self.clauses[id]

    def __contains__(self, id: str) -> bool:
        return id in self.clauses

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    @cached_property
    def deciding(self) -> dict[str, tuple[str, ...]]:
        """Return asked fact -> ids of the clauses whose presence, wording or paragraphs it decides."""
        found: dict[str, list[str]] = {"type_contrat": list(self.clauses)}
        for clause in self:
            for fact in dict.fromkeys(self._sources(clause)):
                if clause.id not in found.setdefault(fact, []):
                    found[fact].append(clause.id)
        return {fact: tuple(ids) for fact, ids in found.items()}

    @cached_property
    def bearing(self) -> dict[str, Bearing]:
        """Return clause id -> what bears on its level."""
        frame = self.frame
        return {c.id: bearing(c, frame.questionnaire, frame.thresholds, frame.plan) for c in self}

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Return the labels of the themes that no clause deals with: nobody should believe that they are settled."""
        written = {clause.theme for clause in self}
        return tuple(theme.label for id, theme in self.frame.questionnaire.themes.items() if id not in written)

    def _sources(self, clause: Clause) -> Iterator[str]:
        names = [name for condition in clause.conditions() for name in condition.names()]
        if clause.heavy:
            names.append("dossier_compact")
        for name in names:
            yield from self.frame.questionnaire.sources(name)

    def useful(self, contract_type: str) -> set[str]:
        """Return the asked facts that decide of a clause that fits the contract, of the annexes to print, of a caution or of an extract."""
        fitting = {clause.id for clause in self.fitting(contract_type)}
        names = [name for annexes in self.frame.plan.sets for name in (*annexes.condition.names(), annexes.limited_to)]
        beside = (*self.frame.cautions.names(), *self.frame.consultation.names())
        deciding = [name for name in (*names, *beside) if name]
        printing = {source for name in deciding for source in self.frame.questionnaire.sources(name)}
        return printing | {fact for fact, ids in self.deciding.items() if fitting.intersection(ids)}

    def fitting(self, contract_type: str | None) -> Iterator[Clause]:
        """Yield the clauses that fit a contract type (all of them while it is unknown)."""
        return (c for c in self if contract_type is None or contract_type in c.contracts)
