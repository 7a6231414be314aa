"""Find the smallest set of answers that forces the level of a clause: with these alone, whatever the other answers.

The search asks the rules themselves (`judge`, then `limited`) what they say when only some answers are known: there is no
second reading of the rules. One more answer never undoes a verdict, hence what makes the search short: an answer without
which all the others together do not force the level belongs to every set that does.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations

from clausegen.assembly.decisions import Decision, Level
from clausegen.assembly.scope import limited, scope
from clausegen.assembly.verdicts import judge
from clausegen.facts.conditions import Waits
from clausegen.facts.facts import Facts
from clausegen.facts.values import Value
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary


def verdict(library: ClauseLibrary, clause: Clause, facts: Facts) -> Decision:
    """Return what the rules say of a clause, before any choice of the buyer and whatever the other clauses."""
    return limited(judge(clause, facts), scope(library, facts))


def forced_by(library: ClauseLibrary, clause: Clause, facts: Facts) -> tuple[str, ...]:
    """Return the fewest answered questions that force the level of a clause, in the order of the questionnaire.

    Of two sets of the same size, the one that comes first in the questionnaire. For a clause that waits but stands whatever
    is answered, the set that makes it stand; nothing for a clause that waits otherwise.
    """
    return _smallest(library, clause.id, facts.as_of, tuple(library.bearing[clause.id].answers(facts).items()))


# -- an officer changes one answer at a time: the clauses on which it does not bear are not searched again --
@lru_cache(maxsize=2**12)
def _smallest(library: ClauseLibrary, id: str, as_of: date, given: tuple[tuple[str, Value], ...]) -> tuple[str, ...]:
    clause, bearing = library[id], library.bearing[id]
    answers = dict(given)
    facts = bearing.facts(answers, as_of)
    decided = verdict(library, clause, facts)
    if decided.level is Level.WAITING and decided.at_least < Level.RECOMMENDED:
        return ()
    everything = frozenset(answers)
    tried = {everything: True}

    def forces(names: frozenset[str]) -> bool:
        if names not in tried:
            known = bearing.facts({name: answers[name] for name in names}, as_of)
            tried[names] = _same(verdict(library, clause, known), decided)
        return tried[names]

    pool = frozenset(_telling(library, decided, facts)) & everything
    while not forces(pool):
        known = bearing.facts({name: answers[name] for name in pool}, as_of)
        awaited = everything.intersection(verdict(library, clause, known).waiting_for)
        pool = pool | awaited if awaited - pool else everything
    needed = frozenset(name for name in pool if not forces(everything - {name}))
    others = [name for name in answers if name not in needed]
    found = next(
        needed.union(more)
        for size in range(len(others) + 1)
        for more in combinations(others, size)
        if forces(needed.union(more))
    )
    return tuple(name for name in answers if name in found)


def _telling(library: ClauseLibrary, decision: Decision, facts: Facts) -> Iterator[str]:
    """Yield the questions that decided each of the rules: nearly always enough, though seldom the fewest."""
    questionnaire = library.bearing[decision.clause.id].questionnaire
    names = list(decision.because)
    for rule in decision.clause.rules():
        found = rule.verdict(facts)
        names += () if isinstance(found, Waits) else found.because
    while names:
        for source in questionnaire.sources(names.pop()):
            yield source
            called = questionnaire.questions[source].asked_if.verdict(facts)
            names += () if isinstance(called, Waits) else called.because


def _same(found: Decision, decided: Decision) -> bool:
    if decided.level is Level.WAITING:
        return max(found.level, found.at_least) >= Level.RECOMMENDED
    return found.level is decided.level
