"""Every cell of the matrix, proved: the levels that it says are those of the complete contracts of its column, no other."""

import z3

from clausegen.assembly.decisions import Level
from clausegen.assembly.matrix import matrix
from clausegen.proof.claim import World
from tests.small_library import TODAY

LEVELS = (Level.NOT_APPLICABLE, Level.EXCLUDED, Level.OPTIONAL, Level.RECOMMENDED, Level.OBLIGATORY)


def test_the_matrix_is_exact(library) -> None:
    world, solver = World(library, library.frame.thresholds.on(TODAY)), z3.Solver()
    solver.add(*world.answers.domain, *world.complete)
    whole = matrix(library, TODAY)
    for rank, column in enumerate(whole.columns):
        solver.push()
        solver.add(world.contract.facts.truth(column.contracts).holds)
        for row in whole.rows:
            # -- a column of amendments judges a clause as if its annex were chosen: by its own rules --
            possible = world.contract.judged(row.clause)
            at = {
                level: z3.And([possible[level], *(z3.Not(possible[other]) for other in LEVELS if other is not level)])
                for level in LEVELS
            }
            found = {level for level in LEVELS if solver.check(at[level]) == z3.sat}
            assert found == set(row.cells[rank].examples), (row.clause.id, column.id)
        solver.pop()
