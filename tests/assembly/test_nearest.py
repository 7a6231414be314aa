"""The nearest change that brings a clause in: it does bring it in, and nothing nearer would."""

from dataclasses import replace
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st
from random_rules import BASE, GIVEN, known, libraries
from small_library import TODAY, clause_text
from test_selection import ANSWERS

from clausegen.assembly.decisions import Choice, Level
from clausegen.assembly.nearest import MOST, nearest_change
from clausegen.assembly.selection import select
from clausegen.facts.conditions import ALWAYS

DOMAIN = {
    "type_contrat": ["concession", "mgp"],
    "avenant": [True, False],
    "touchees": [(), ("A1",), ("A2",), ("A1", "A2")],
    "capteurs": [True, False],
    "rue": [True, False],
    "population": [0, 9_999, 10_000, 39_999, 40_000],
    "amb_donnees": [1, 2, 3],
}


def effective(library, answers):
    """Return the answers without those that the others leave without a reason."""
    facts = known(library, answers)
    asked = {q.name for q in library.frame.questionnaire.asked(facts)}
    return {name: value for name, value in answers.items() if name in asked}


def retained(library, answers):
    return select(library, known(library, answers)).decisions["a"].retained


def fewest(library, answers, most):
    """Return how many answers must change for the clause to stand, by trying them all; None beyond `most`."""
    for size in range(1, most + 1):
        for names in combinations(DOMAIN, size):
            for values in product(*(DOMAIN[name] for name in names)):
                if retained(library, {**answers, **dict(zip(names, values, strict=True))}):
                    return size
    return None


@given(libraries(), GIVEN)
def test_no_smaller_change_brings_the_clause_in(library, answers) -> None:
    answers = effective(library, answers)
    facts = known(library, answers)
    if retained(library, answers):
        return
    found = nearest_change(library, facts, {}, library["a"])
    assert found is None or retained(library, {**answers, **found.answers})
    expected = fewest(library, answers, 2)
    assert expected == (len(found.answers) if found and len(found.answers) <= 2 else None)


@given(ANSWERS, st.data())
def test_what_is_proposed_adds_the_clause_to_any_contract(library, answers, data) -> None:
    questionnaire, thresholds = library.frame.questionnaire, library.frame.thresholds
    facts = questionnaire.facts(answers, thresholds, TODAY)
    left = [
        d.clause for d in select(library, facts).decisions.values() if d.level is not Level.WAITING and not d.retained
    ]
    clause = data.draw(st.sampled_from(left))
    if found := nearest_change(library, facts, {}, clause):
        assert 0 < len(found.answers) <= MOST
        changed = questionnaire.facts({**answers, **found.answers}, thresholds, TODAY)
        assert select(library, changed).decisions[clause.id].retained


def nearest(library, choices=None, **answers):
    facts = library.frame.questionnaire.facts(answers, library.frame.thresholds, TODAY)
    found = nearest_change(library, facts, choices or {}, library["a"])
    return found and (dict(found.answers), found.level)


def test_the_limit_is_just_reached_and_no_more(small) -> None:
    library, _ = small(a=clause_text("obligatoire_si: {population: {au_moins: seuil.grand}}"))
    assert nearest(library, type_contrat="mgp", population=900) == ({"population": 40_000}, Level.OBLIGATORY)
    assert nearest(library, type_contrat="mgp") == ({"population": 40_000}, Level.OBLIGATORY)


def test_the_contract_type_is_changed_last(small) -> None:
    library, _ = small(
        a=clause_text("recommandee_si: {un: [{type_contrat: concession}, {amb_donnees: {au_moins: 2}}]}")
    )
    assert nearest(library, type_contrat="mgp", amb_donnees=1) == ({"amb_donnees": 2}, Level.RECOMMENDED)
    library, _ = small(a=clause_text("contrats: [concession]\nrecommandee_si: toujours"))
    assert nearest(library, type_contrat="mgp") == ({"type_contrat": "concession"}, Level.RECOMMENDED)


def test_a_question_that_the_change_opens_counts_when_it_must_be_answered(small) -> None:
    library, _ = small(a=clause_text("recommandee_si: {rue: oui}"))
    assert nearest(library, type_contrat="mgp", capteurs="non") == ({"capteurs": True, "rue": True}, Level.RECOMMENDED)
    library, _ = small(a=clause_text("recommandee_si: {capteurs: oui}"))
    assert nearest(library, type_contrat="mgp", capteurs="non") == ({"capteurs": True}, Level.RECOMMENDED)


def test_no_answer_brings_in_a_clause_that_is_never_recommended(small) -> None:
    library, _ = small(a=clause_text())
    assert nearest(library, type_contrat="mgp") is None


def test_a_change_that_an_incompatible_clause_refuses_is_not_proposed(small) -> None:
    library, _ = small(
        a=clause_text("recommandee_si: {capteurs: oui}\nexclut: [b]"), b=clause_text("obligatoire_si: toujours")
    )
    assert nearest(library, type_contrat="mgp", capteurs="non") is None
    assert nearest(library, {"a": Choice(retain=False)}, type_contrat="mgp", capteurs="non") is None


def test_an_amendment_takes_the_annex_of_the_clause_rather_than_becoming_a_contract() -> None:
    library = replace(BASE, clauses={"a": replace(BASE["a"], recommended_if=ALWAYS)})
    answers = {"type_contrat": "mgp", "avenant": True, "touchees": ("A2",)}
    found = nearest_change(library, known(library, answers), {}, library["a"])
    assert found and found.answers == {"touchees": ("A1", "A2")}
