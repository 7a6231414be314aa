"""The smallest set of answers that forces a clause: enough alone, and nothing smaller is."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from random_rules import GIVEN, known, libraries
from small_library import TODAY, clause_text
from test_selection import ANSWERS

from clausegen.assembly.decisions import Level
from clausegen.assembly.forcing import forced_by, verdict
from clausegen.assembly.requirers import chain, requirers
from clausegen.assembly.selection import select
from clausegen.facts.conditions import Fails


def by_trying_everything(library, clause, facts, pool):
    """Return the first of the smallest sets, in the order of the questionnaire; nothing when the rules wait."""
    decided = verdict(library, clause, facts)
    stands = max(decided.level, decided.at_least) >= Level.RECOMMENDED
    if decided.level is Level.WAITING and not stands:
        return ()
    for size in range(len(pool) + 1):
        for names in combinations(pool, size):
            alone = known(library, {name: facts.get(name) for name in names})
            found = verdict(library, clause, alone)
            if decided.level is Level.WAITING and max(found.level, found.at_least) >= Level.RECOMMENDED:
                return names
            if decided.level is not Level.WAITING and found.level is decided.level:
                return names
    raise AssertionError("all the answers together do not force what they decided")


def asked(library, facts):
    """Return the answers that count: those of questions that the others do not leave without a reason."""
    questions = library.frame.questionnaire.questions.values()
    return [q.name for q in questions if q.name in facts and not isinstance(q.asked_if.verdict(facts), Fails)]


@given(libraries(), GIVEN)
def test_no_smaller_set_of_answers_forces_a_clause(library, answers) -> None:
    facts = known(library, answers)
    found = forced_by(library, library["a"], facts)
    assert found == by_trying_everything(library, library["a"], facts, asked(library, facts))


@given(ANSWERS, st.data())
def test_in_the_clauses_that_ship_too(library, answers, data) -> None:
    facts = library.frame.questionnaire.facts(answers, library.frame.thresholds, TODAY)
    clause = library[data.draw(st.sampled_from(sorted(library.clauses)))]
    found = forced_by(library, clause, facts)
    behind = [name for name in asked(library, facts) if name in library.bearing[clause.id].questionnaire.questions]
    if len(behind) <= 8:
        assert found == by_trying_everything(library, clause, facts, behind)


@given(ANSWERS, ANSWERS)
def test_what_forces_a_clause_forces_it_whatever_the_other_answers(library, answers, others) -> None:
    facts = library.frame.questionnaire.facts(answers, library.frame.thresholds, TODAY)
    for clause in list(library)[::7]:
        before = verdict(library, clause, facts)
        if before.level is Level.WAITING:
            continue
        forced = {name: answers[name] for name in forced_by(library, clause, facts)}
        other = library.frame.questionnaire.facts({**others, **forced}, library.frame.thresholds, TODAY)
        assert verdict(library, clause, other).level is before.level


def test_a_required_clause_is_traced_to_the_clause_that_the_fewest_answers_force(small) -> None:
    library, _ = small(
        a=clause_text("recommandee_si: {capteurs: oui, amb_donnees: {au_moins: 2}}\nrequiert: [c]"),
        b=clause_text("recommandee_si: toujours\nrequiert: [relais]"),
        c=clause_text(),
        relais=clause_text("requiert: [c]"),
    )
    facts = known(library, {"type_contrat": "mgp", "capteurs": True, "amb_donnees": 2})
    selection = select(library, facts)
    assert requirers(selection, "c") == ("a", "relais")
    assert chain(library, selection, facts, "c") == ("relais", "b")
    assert chain(library, selection, facts, "b") == ()


def test_a_clause_that_an_alternative_replaces_is_not_required(small) -> None:
    library, _ = small(
        a=clause_text("recommandee_si: toujours\nrequiert: [[b, c]]"),
        b=clause_text("recommandee_si: toujours"),
        c=clause_text("recommandee_si: toujours"),
    )
    selection = select(library, known(library, {"type_contrat": "mgp"}))
    assert requirers(selection, "b") == requirers(selection, "c") == ()


def test_the_same_clauses_read_again_are_searched_again_and_never_compared_one_by_one(small) -> None:
    """What was found is kept for a library that lives; comparing two whole libraries would cost more than any search."""
    (first, _), (second, _) = (small(une=clause_text("obligatoire_si: {capteurs: oui}")) for _ in range(2))
    assert first.fingerprint == second.fingerprint and first != second
