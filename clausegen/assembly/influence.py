"""Say which clauses an answer can still change: their level, their wording or their optional paragraphs."""

from collections.abc import Iterable, Iterator

from clausegen.assembly.decisions import Level
from clausegen.assembly.forcing import verdict
from clausegen.facts.conditions import Condition, Fails, Holds, OneOf, Waits
from clausegen.facts.facts import Facts
from clausegen.library.bearing import counting
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary


def influenced(library: ClauseLibrary, facts: Facts, question: str) -> tuple[str, ...]:
    """Return the clauses that wait for this answer, or that would if it were not given; in the order of the library.

    A clause waits for it when its rules name it, a fact that follows from it or a question that it opens, and nothing
    known settles them without it.
    """
    questionnaire = library.frame.questionnaire
    given = counting(questionnaire, facts)
    given.pop(question, None)
    without = questionnaire.known(given, library.frame.thresholds, facts.as_of)
    names = _opened(library, without, question)
    annexes = set(_annexes_limited(library, without, names))
    named = {id for name in names for id in library.deciding.get(name, ())}
    return tuple(
        clause.id
        for clause in library
        if (clause.id in named or clause.annex in annexes) and _waits(library, clause, without, names, annexes)
    )


def _opened(library: ClauseLibrary, facts: Facts, question: str) -> set[str]:
    """Return the question and those that nobody can tell whether to ask while it has no answer."""
    names = {question}
    for each in library.frame.questionnaire.questions.values():
        if each.name not in facts and not names.isdisjoint(_missing((each.asked_if,), facts)):
            names.add(each.name)
    return names


def _annexes_limited(library: ClauseLibrary, facts: Facts, names: set[str]) -> Iterator[str]:
    """Yield the annexes that an amendment may leave out, according to one of these answers."""
    for annexes in library.frame.plan.sets:
        if annexes.limited_to and not isinstance(annexes.condition.verdict(facts), Fails):
            limit = OneOf(annexes.limited_to, ())
            if not names.isdisjoint(_missing((annexes.condition, limit), facts)):
                yield from library.frame.questionnaire.questions[annexes.limited_to].answers


def _waits(library: ClauseLibrary, clause: Clause, facts: Facts, names: set[str], annexes: set[str]) -> bool:
    decided = verdict(library, clause, facts)
    if decided.level <= Level.EXCLUDED:
        return False
    lowered = clause.annex in annexes and decided.level is not Level.OPTIONAL
    if lowered or not names.isdisjoint(decided.waiting_for):
        return True
    awaited = _missing(_until_held((variant.condition for variant in clause.variants), facts), facts)
    awaited |= _missing((optional.condition for optional in clause.optional.values()), facts)
    if decided.level is Level.WAITING:
        awaited |= _missing(_until_held(clause.rules(), facts), facts)
        awaited |= _missing((OneOf("dossier_compact", (True,)),) if clause.heavy else (), facts)
    return not names.isdisjoint(awaited)


def _until_held(conditions: Iterable[Condition], facts: Facts) -> Iterator[Condition]:
    """Yield the conditions in their order, down to the first that holds: those below decide nothing."""
    for condition in conditions:
        yield condition
        if isinstance(condition.verdict(facts), Holds):
            return


def _missing(conditions: Iterable[Condition], facts: Facts) -> set[str]:
    verdicts = (condition.verdict(facts) for condition in conditions)
    return {name for found in verdicts if isinstance(found, Waits) for name in found.missing}
