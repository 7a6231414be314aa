"""Answers become typed facts: unknown stays unknown, what is no longer asked no longer counts."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausegen.errors import DossierError

TODAY = date(2026, 11, 22)


def facts(library, **answers):
    frame = library.frame
    return frame.questionnaire.facts(answers, frame.thresholds, TODAY)


def test_an_unanswered_question_is_unknown_and_not_a_no(library) -> None:
    known = facts(library, type_contrat="concession", capteurs=None, video="")
    assert "capteurs" not in known and "video" not in known


def test_an_answer_whose_question_has_no_more_reason_does_not_count(library) -> None:
    known = facts(library, capteurs="non", capteurs_espace_public="oui")
    assert known.get("capteurs_espace_public") is False


@pytest.mark.parametrize(("day", "due"), [("2026-08-20", False), ("2026-08-21", False), ("2026-08-22", True)])
def test_the_performance_conditions_of_august_2026_start_on_the_22nd(library, day, due) -> None:
    assert facts(library, date_lancement=day).get("regime_climat") is due


@pytest.mark.parametrize(("day", "after"), [("2016-10-08", False), ("2016-10-09", True)])
def test_the_digital_republic_act_is_in_force_on_9_october_2016(library, day, after) -> None:
    assert facts(library, date_lancement=day).get("contrat_initial_apres_lrn") is after


@pytest.mark.parametrize(
    ("buyer", "population", "due"),
    [
        ("commune", 10_000, False),
        ("commune", 10_001, True),
        ("epci", 50_000, False),
        ("epci", 50_001, True),
        ("departement", 900, True),
        ("prive", 900_000, False),
    ],
)
def test_the_consultative_commission_depends_on_the_buyer(library, buyer, population, due) -> None:
    assert facts(library, type_acheteur=buyer, population=population).get("ccspl_obligatoire") is due


@pytest.mark.parametrize(("amount", "reached"), [(5_403_999, False), (5_404_000, True)])
def test_a_concession_reaches_the_european_threshold_at_5_404_000_euros(library, amount, reached) -> None:
    assert facts(library, type_contrat="concession", montant_ht=amount).get("seuil_europeen_atteint") is reached


def test_a_derived_fact_names_the_questions_it_waits_for(library) -> None:
    known = facts(library, montant_ht=100_000)
    assert known.get("dossier_compact") is None
    assert known.missing_for("dossier_compact") == ("population",)


def test_every_wrong_answer_is_told_at_once(library) -> None:
    with pytest.raises(DossierError) as caught:
        facts(
            library, populaton=12, secteur="eau", date_lancement="2026-02-30", regime_climat="oui", avenant="peut-être"
        )
    said = str(caught.value)
    assert "Vouliez-vous écrire « population »" in said
    assert "eau_potable" in said
    assert "n'existe pas dans le calendrier" in said
    assert "se déduit des réponses (date_lancement)" in said
    assert "ni oui ni non" in said


def test_a_refusal_is_one_sentence_with_one_full_stop(library) -> None:
    with pytest.raises(DossierError) as caught:
        facts(library, type_contrat="zzz", secteur="eau_potabl", date_lancement="1999-01-01")
    assert all(re.search(r"[^.?][.]$| \?$", problem.message) for problem in caught.value.problems)


NAMES = ("type_contrat", "population", "montant_ht", "date_lancement", "amb_donnees", "duree_ans", "capteurs")
TYPED = st.text(max_size=12) | st.text("0123456789,. Mdk€", max_size=45) | st.integers() | st.floats()


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=12), st.none() | st.booleans() | TYPED, max_size=4))
def test_any_answers_give_facts_or_french_sentences_and_nothing_else(library, answers) -> None:
    frame = library.frame
    try:
        frame.questionnaire.facts(answers, frame.thresholds, TODAY)
    except DossierError as error:
        assert error.problems


def test_every_question_belongs_to_a_step_and_explains_itself(library) -> None:
    steps = {step.id for step in library.frame.questionnaire.steps}
    for question in library.frame.questionnaire.questions.values():
        assert question.step in steps and question.help and question.text.endswith("?")
        assert question.kind == "choix" or (question.yes and question.no) or question.subject
