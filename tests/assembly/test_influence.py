"""Which clauses an answer can still change: an answer that changes none can be anything."""

from hypothesis import given
from hypothesis import strategies as st
from random_rules import GIVEN, VALUES, known, libraries
from small_library import TODAY, clause_text
from test_nearest import effective
from test_selection import ANSWERS, TEXTS, VARIANTS

from clausegen.assembly.forcing import verdict
from clausegen.assembly.influence import influenced
from clausegen.assembly.verdicts import choose_variant


@given(libraries(), GIVEN, st.data())
def test_an_answer_that_changes_no_clause_may_be_any(library, answers, data) -> None:
    answers = effective(library, answers)
    question = data.draw(st.sampled_from(sorted(VALUES)))
    if influenced(library, known(library, answers), question):
        return
    one, other = ({**answers, question: data.draw(VALUES[question])} for _ in range(2))
    levels = {verdict(library, library["a"], known(library, each)).level for each in (one, other)}
    assert len(levels) == 1


@given(ANSWERS, ANSWERS, st.data())
def test_in_the_clauses_that_ship_too(library, answers, others, data) -> None:
    questionnaire, thresholds = library.frame.questionnaire, library.frame.thresholds
    question = data.draw(st.sampled_from(sorted(others.keys() | answers.keys())))
    facts = questionnaire.facts(answers, thresholds, TODAY)
    changed = influenced(library, facts, question)
    rest = {name: value for name, value in answers.items() if name != question}
    given = {name: value for name, value in others.items() if name == question}
    before, after = (questionnaire.facts(each, thresholds, TODAY) for each in (rest, rest | given))
    for clause in library:
        if clause.id not in changed:
            level = verdict(library, clause, after).level
            assert verdict(library, clause, before).level is level
            if level > 1:
                assert choose_variant(clause, before, None)[0] == choose_variant(clause, after, None)[0]


def changed(library, question, **answers):
    facts = library.frame.questionnaire.facts({"type_contrat": "mgp", **answers}, library.frame.thresholds, TODAY)
    return influenced(library, facts, question)


def test_an_answer_given_changes_what_would_wait_without_it(small) -> None:
    library, _ = small(a=clause_text("exclue_si: {capteurs: non}\nrecommandee_si: toujours"), b=clause_text())
    assert changed(library, "capteurs") == changed(library, "capteurs", capteurs="oui") == ("a",)


def test_an_answer_changes_nothing_once_another_has_settled_the_clause(small) -> None:
    library, _ = small(a=clause_text("exclue_si: {capteurs: non}\nrecommandee_si: {amb_donnees: {au_moins: 2}}"))
    assert changed(library, "amb_donnees", capteurs="oui") == ("a",)
    assert changed(library, "amb_donnees", capteurs="non") == ()


def test_an_answer_acts_through_the_facts_that_follow_and_the_questions_that_it_opens(small) -> None:
    library, _ = small(
        a=clause_text("recommandee_si: {dossier_compact: oui}"), b=clause_text("recommandee_si: {rue: oui}")
    )
    assert changed(library, "population") == ("a",)
    assert changed(library, "capteurs") == ("b",)
    assert changed(library, "capteurs", capteurs="oui") == ("b",)


def test_an_answer_that_picks_a_wording_or_a_paragraph_changes_the_clause(small) -> None:
    library, _ = small(a=clause_text("recommandee_si: toujours" + VARIANTS.replace("\n    ", "\n"), TEXTS))
    assert changed(library, "amb_donnees") == ("a",)
    library, problems = small(
        a=clause_text("alineas: {rue: {si: {capteurs: oui}}}", "1. {L'opérateur} agit.\n2. {rue} Il agit encore.")
    )
    assert not problems and changed(library, "capteurs") == ("a",)
