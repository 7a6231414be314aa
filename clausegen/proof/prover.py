"""Prove the library: every claim, for every combination of answers that the questionnaire allows, or a dossier that refutes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import z3

from clausegen.assembly.decisions import Choice, Level
from clausegen.facts.sentences import Sentences
from clausegen.library.library import ClauseLibrary
from clausegen.proof.ambitions import ambitions
from clausegen.proof.answers import Answers
from clausegen.proof.claim import Claim, Kind, World
from clausegen.proof.compatible import compatible
from clausegen.proof.dangling import dangling
from clausegen.proof.duties import duties
from clausegen.proof.living import living
from clausegen.proof.patience import patience
from clausegen.proof.questions import questions
from clausegen.proof.shrinking import shrunk
from clausegen.proof.witness import Witness
from clausegen.proof.worlds import worlds

SUFFICIENT = 60_000
"""Milliseconds given to one claim; beyond, it is said to be unproved."""
_REASON = "Contre-exemple : la clause est écartée pour voir si le contrat tient sans elle."


@dataclass(frozen=True)
class Refuted:
    """A claim that is false, told in French, and the dossiers that show it (none when the solver gave up)."""

    kind: Kind
    subject: str
    says: str
    told: str
    witnesses: tuple[Witness, ...] = ()


@dataclass(frozen=True)
class Report:
    """What was proved of one kind: the number of true claims, and those that are false."""

    kind: Kind
    proved: int
    refuted: tuple[Refuted, ...]


def claims(world: World, kind: Kind, as_of: date) -> Iterator[Claim]:
    """Yield every claim of a kind about a library."""
    match kind:
        case Kind.DUTIES:
            yield from duties(world)
        case Kind.COMPATIBLE:
            yield from compatible(world)
        case Kind.DANGLING:
            yield from dangling(world)
        case Kind.LIVING:
            frame = world.library.frame
            yield from living(world, Sentences(frame.questionnaire, frame.thresholds, as_of))
        case Kind.QUESTIONS:
            yield from questions(world)
        case Kind.WORLDS:
            yield from worlds(world)
        case Kind.AMBITIONS:
            yield from ambitions(world)
        case Kind.PATIENCE:
            yield from patience(world)


class Prover:
    """Proves one library under the thresholds of one day. Pure but for the solver's time."""

    def __init__(self, library: ClauseLibrary, as_of: date, shrink: bool = True) -> None:
        """`shrink` cuts counterexamples down to what matters."""
        self.world, self.as_of, self.shrink = World(library, library.frame.thresholds.on(as_of)), as_of, shrink
        self.solvers = {complete: self._solver(complete) for complete in (False, True)}
        self.given: dict[bool, object] = {}

    def prove(self, kind: Kind) -> Report:
        """Return what holds of every contract, and what does not."""
        found = [self.refutation(claim) for claim in claims(self.world, kind, self.as_of)]
        refuted = tuple(each for each in found if each)
        return Report(kind, len(found) - len(refuted), refuted)

    def refutation(self, claim: Claim) -> Refuted | None:
        found, model = self._look(claim, claim.found)
        if found == z3.unknown:
            return self._told(claim, "le solveur n'a pas conclu dans le temps imparti.")
        if claim.wanted:
            if found == z3.sat:
                return None
            found, model = self._look(claim, claim.exhibit)
            if found != z3.sat and claim.where_possible:
                return None
        elif found == z3.unsat:
            return None
        if model is None:
            return self._told(claim, f"Faux : {claim.says} Aucun contrat ne l'approche.")
        witnesses = tuple(self._witness(claim, answers, model) for answers in claim.dossiers)
        told = claim.broken(*witnesses)
        if not told:
            return self._told(claim, f"non prouvé : {claim.says}", witnesses)
        if self.shrink and not claim.wanted:
            witnesses, told = shrunk(claim, witnesses, told)
        return self._told(claim, told, witnesses)

    def _solver(self, complete: bool) -> z3.Solver:
        solver = z3.Solver()
        solver.set("timeout", SUFFICIENT)
        solver.add(self.world.answers.domain)
        if complete:
            solver.add(self.world.complete)
        return solver

    def _look(self, claim: Claim, formulas: Sequence[z3.BoolRef]) -> tuple[z3.CheckSatResult, z3.ModelRef | None]:
        solver = self.solvers[claim.complete]
        if self.given.get(claim.complete) is not claim.given:
            if claim.complete in self.given:
                solver.pop()
            solver.push()
            solver.add(*claim.given)
            for answers in claim.dossiers[1:]:
                solver.add(answers.domain)
            self.given[claim.complete] = claim.given
        solver.push()
        try:
            solver.add(*formulas)
            found = solver.check()
            return found, solver.model() if found == z3.sat else None
        finally:
            solver.pop()

    def _witness(self, claim: Claim, answers: Answers, model: z3.ModelRef) -> Witness:
        witness = Witness(self.world.library, self.as_of, answers.read(model))
        if claim.choices is None:
            return witness
        standing = claim.choices.read(model)
        choices: dict[str, Choice] = {}
        for clause in self.world.library:
            decision, stands = witness.of(clause.id), clause.id in standing
            worded = [
                v.name for v in clause.variants if z3.is_true(model.eval(z3.Bool(f"worded:{clause.id}={v.name}")))
            ]
            variant = worded[0] if stands and worded and worded[0] != decision.variant else None
            if stands and (not decision.retained or variant is not None):
                choices[clause.id] = Choice(True, "", variant)
            elif not stands and max(decision.level, decision.at_least) >= Level.RECOMMENDED:
                choices[clause.id] = Choice(False, _REASON)
        return Witness(self.world.library, self.as_of, witness.answers, choices)

    def _told(self, claim: Claim, told: str, witnesses: tuple[Witness, ...] = ()) -> Refuted:
        return Refuted(claim.kind, claim.subject, claim.says, told, witnesses)
