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
from clausegen.library.triggers import Trigger

EFFECT = "incidence"
"""The computed table that prints the figures of an amendment as they were answered."""


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
    triggers: tuple[Trigger, ...] = ()


# -- compared by identity: what is kept of a library is looked up thousands of times in a draft --
@dataclass(frozen=True, eq=False)
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
    def requiring(self) -> Mapping[str, frozenset[str]]:
        """Return clause id -> the clauses that may need it, from near or far."""
        found: dict[str, set[str]] = {id: set() for id in self.clauses}
        for clause in self:
            waiting = [clause.id]
            while waiting:
                for id in {id for group in self[waiting.pop()].requires for id in group}:
                    if id in found and clause.id not in found[id]:
                        found[id].add(clause.id)
                        waiting.append(id)
        return {id: frozenset(requiring) for id, requiring in found.items()}

    @cached_property
    def touching(self) -> Mapping[str, tuple[str, ...]]:
        """Return asked fact -> ids of the clauses that it may decide of, from near or far: whether they may be printed included."""
        frame, common = self.frame, {"type_contrat"}
        for rank, annexes in enumerate(frame.plan.sets):
            if annexes.limited_to:
                earlier = (name for s in frame.plan.sets[: rank + 1] for name in s.condition.names())
                common |= {annexes.limited_to, *earlier}
        own = {clause.id: self._named(clause) for clause in self}
        found: dict[str, list[str]] = {name: [] for name in frame.questionnaire.questions}
        for clause in self:
            beside = [optional.with_clause for optional in clause.optional.values() if optional.with_clause]
            near = {clause.id, *(id for id in beside if id in self)}
            around = near.union(*(self.requiring[id] for id in near))
            names = common.union(*(own[id] for id in around))
            for question, touched in frame.questionnaire.dependents.items():
                if touched & names:
                    found[question].append(clause.id)
        return {question: tuple(ids) for question, ids in found.items()}

    def _named(self, clause: Clause) -> set[str]:
        """Return the facts that a clause names, or prints and reckons with as they are."""
        schedule = self.frame.contracts.schedule
        found = {name for condition in clause.conditions() for name in condition.names()}
        found |= {"dossier_compact"} if clause.heavy else set()
        found |= {schedule.amount, schedule.years} if clause.penalty_cap else set()
        return found | (set(self.frame.cautions.effect) if clause.table == EFFECT else set())

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

    def fitting(self, contract_type: str | None) -> Iterator[Clause]:
        """Yield the clauses that fit a contract type (all of them while it is unknown)."""
        return (c for c in self if contract_type is None or contract_type in c.contracts)
