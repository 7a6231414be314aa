"""One statement to prove: what it says, what would refute it, and how the product itself is seen to break it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import z3

from clausegen.facts.values import Value
from clausegen.library.library import ClauseLibrary
from clausegen.proof.answers import Answers
from clausegen.proof.contract import SymbolicContract
from clausegen.proof.facts import SymbolicFacts


class Kind(StrEnum):
    """The kinds of proofs, and the French name of each."""

    DUTIES = "obligations légales"
    COMPATIBLE = "clauses compatibles et complètes"
    DANGLING = "rien dans le vide"
    LIVING = "ni clause morte, ni condition vaine"
    QUESTIONS = "questions utiles"
    WORLDS = "contrats possibles"
    AMBITIONS = "ambition croissante"
    PATIENCE = "aucune décision défaite"


Broken = Callable[..., str]
"""Witnesses (one per dossier) -> what the product does wrong there, in French; empty when it does right."""


@dataclass(frozen=True)
class Claim:
    """`found` describes dossiers: refuting ones or, when `wanted`, those of which one must exist."""

    kind: Kind
    subject: str
    """What the claim is about: a clause, a question, a legal trigger."""
    says: str
    """A French sentence: what is true of every contract."""
    found: Sequence[z3.BoolRef]
    dossiers: tuple[Answers, ...]
    broken: Broken
    wanted: bool = False
    exhibit: Sequence[z3.BoolRef] = ()
    """When a wanted dossier does not exist, the one that is shown instead."""
    where_possible: bool = False
    """True when nothing is wanted where even the exhibit does not exist."""
    complete: bool = False
    """True when every question that the first dossier calls for is answered."""
    given: Sequence[z3.BoolRef] = ()
    """What neighbouring claims share: the very same object, put to the solver once."""
    choices: "Standing | None" = None
    """The buyer's choices, when the claim is about them too."""


@dataclass(frozen=True)
class Standing:
    """Any set of clauses that the buyer can end up with, whatever he adds or sets aside."""

    contract: SymbolicContract
    clauses: dict[str, z3.BoolRef] = field(default_factory=dict)

    @classmethod
    def of(cls, contract: SymbolicContract) -> "Standing":
        return cls(contract, {clause.id: z3.Bool(f"stands:{clause.id}") for clause in contract.library})

    @cached_property
    def possible(self) -> list[z3.BoolRef]:
        """Return what `selection.select` ensures of any choices: what stands may, with what it requires, without what it excludes."""
        found = []
        for clause in self.contract.library:
            stands = self.clauses[clause.id]
            found.append(z3.Implies(stands, self.contract.able(clause)))
            for group in clause.requires:
                beside = [self.clauses[id] for id in group if id in self.clauses]
                found.append(z3.Implies(stands, z3.Or(beside)))
            found += [z3.Not(z3.And(stands, self.clauses[id])) for id in clause.excludes if id in self.clauses]
        return found

    def read(self, model: z3.ModelRef) -> set[str]:
        return {id for id, stands in self.clauses.items() if z3.is_true(model.eval(stands, True))}


@dataclass(frozen=True)
class World:
    """What the claims of a library are about: any dossier, under the thresholds of one day."""

    library: ClauseLibrary
    limits: dict[str, Value]

    @cached_property
    def answers(self) -> Answers:
        return Answers.of(self.library.frame.questionnaire)

    @cached_property
    def contract(self) -> SymbolicContract:
        return self.contract_of(self.answers)

    def contract_of(self, answers: Answers) -> SymbolicContract:
        return SymbolicContract(self.library, SymbolicFacts(self.library.frame.questionnaire, self.limits, answers))

    @cached_property
    def complete(self) -> list[z3.BoolRef]:
        return self.contract.facts.complete

    @cached_property
    def standing(self) -> Standing:
        return Standing.of(self.contract)
