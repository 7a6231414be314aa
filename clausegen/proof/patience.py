"""Answering one more question never undoes a decision: whatever is decided stays so in every dossier that says more."""

from collections.abc import Iterator

import z3

from clausegen.assembly.decisions import Level
from clausegen.library.clause import Clause
from clausegen.proof.claim import Broken, Claim, Kind, World
from clausegen.proof.contract import DECIDED
from clausegen.proof.witness import Witness


def patience(world: World) -> Iterator[Claim]:
    """Yield one claim per clause about two dossiers: any answers, unknown ones included, and the same with more."""
    before, later = world.contract, world.answers.said_more("later:")
    after, grown = world.contract_of(later), later.grown(world.answers)
    for clause in world.library:
        undone = [z3.And(before.at(clause, level), z3.Not(after.at(clause, level))) for level in DECIDED]
        undone.append(z3.And(before.kept(clause), z3.Not(after.kept(clause))))
        now, then = before.worded(clause), after.worded(clause)
        sure = z3.Not(before.unsure_of_wording(clause))
        undone += [z3.And(sure, now[name], z3.Not(then[name])) for name in now]
        for name in clause.optional:
            earlier, still = before.stands(clause, name), after.stands(clause, name)
            undone.append(z3.And(earlier.holds, z3.Not(still.holds)))
            undone.append(z3.And(earlier.fails, z3.Not(still.fails)))
        yield Claim(
            Kind.PATIENCE,
            clause.id,
            f"Aucune réponse de plus ne défait ce qui est décidé de « {clause.id} ».",
            [z3.Or(undone)],
            (world.answers, later),
            _undone(clause),
            given=grown,
        )


def _undone(clause: Clause) -> Broken:
    def broken(before: Witness, after: Witness) -> str:
        was, now = before.of(clause.id), after.of(clause.id)
        decided = was.level is not Level.WAITING and was.level is not now.level
        kept = was.retained and was.level is Level.WAITING and now.level is not Level.WAITING
        kept = kept and max(now.level, now.at_least) < Level.RECOMMENDED
        worded = not was.variant_waiting and was.variant != now.variant
        settled = [
            name
            for name, optional in clause.optional.items()
            if (verdict := type(before.verdict(optional.condition))) is not type(after.verdict(optional.condition))
            and verdict.__name__ != "Waits"
        ]
        if not (decided or kept or worded or settled):
            return ""
        return (
            f"Une réponse de plus défait une décision. Avant : {before.why(clause.id)} Après : {after.why(clause.id)}"
        )

    return broken
