"""Find which retained clauses require another one, and the shortest account of why it stands: clause by clause, to an answer."""

from collections.abc import Iterator

from clausegen.assembly.decisions import Origin, Selection
from clausegen.assembly.forcing import forced_by
from clausegen.facts.facts import Facts
from clausegen.library.library import ClauseLibrary


def requirers(selection: Selection, id: str) -> tuple[str, ...]:
    """Return the retained clauses that cannot do without this one, in the order of the library."""
    retained = {decision.clause.id for decision in selection.retained}
    return tuple(
        decision.clause.id
        for decision in selection.retained
        if any(id in group and not retained.intersection(group) - {id} for group in decision.clause.requires)
    )


def chain(library: ClauseLibrary, selection: Selection, facts: Facts, id: str) -> tuple[str, ...]:
    """Return the clauses through which this one is required, the nearest first.

    The last stands by itself: by rule, or because the buyer added it. Among several, the one that the fewest answers force,
    then the nearest. Empty when no other clause requires this one.
    """
    ways = list(_ways(selection, id))
    return min(ways, key=lambda way: (len(forced_by(library, library[way[-1]], facts)), len(way)), default=())


def _ways(selection: Selection, id: str) -> Iterator[tuple[str, ...]]:
    queue: list[tuple[str, ...]] = [(id,)]
    seen = {id}
    while queue:
        way = queue.pop(0)
        decision = selection.decisions[way[-1]]
        if len(way) > 1 and decision.origin is not Origin.REQUIRED:
            yield way[1:]
            continue
        for above in requirers(selection, way[-1]) or decision.others:
            if above not in seen:
                seen.add(above)
                queue.append((*way, above))
