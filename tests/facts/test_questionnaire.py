"""Answers become typed facts: unknown stays unknown, what is no longer asked no longer counts."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausegen.errors import DossierError
from clausegen.facts.conditions import AllOf, AnyOf, OneOf
from clausegen.facts.sentences import Sentences

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
        ("epci", 19_999, False),
        ("epci", 20_000, None),
        ("epci", 50_000, None),
        ("epci", 50_001, True),
        ("departement", 900, True),
        ("prive", 900_000, False),
    ],
)
def test_the_consultative_commission_depends_on_the_buyer(library, buyer, population, due) -> None:
    assert facts(library, type_acheteur=buyer, population=population).get("ccspl_obligatoire") is due


@pytest.mark.parametrize(("created", "due"), [("oui", True), ("non", False)])
def test_between_20_000_and_50_000_an_inter_municipal_body_consults_the_commission_it_created(
    library, created, due
) -> None:
    for buyer in ({"type_acheteur": "epci"}, {"type_acheteur": "syndicat", "type_syndicat": "communes"}):
        known = facts(library, type_contrat="concession", population=30_000, ccspl_creee=created, **buyer)
        assert known.get("ccspl_obligatoire") is due


@pytest.mark.parametrize(("member", "due"), [("oui", True), ("non", False)])
def test_a_mixed_syndicate_follows_the_rule_of_its_member_commune(library, member, due) -> None:
    known = facts(
        library,
        type_contrat="concession",
        type_acheteur="syndicat",
        type_syndicat="mixte",
        commune_membre_10000=member,
        population=900_000,
    )
    assert known.get("ccspl_obligatoire") is due


@pytest.mark.parametrize(
    ("answers", "amount", "reached"),
    [
        ({"type_contrat": "mgp", "nature_principale": "travaux"}, 5_403_999, False),
        ({"type_contrat": "mgp", "nature_principale": "travaux"}, 5_404_000, True),
        ({"type_contrat": "mgp", "nature_principale": "services"}, 215_999, False),
        ({"type_contrat": "mgp", "nature_principale": "services"}, 216_000, True),
        ({"type_contrat": "autre_marche", "nature_principale": "services", "type_acheteur": "etat"}, 139_999, False),
        ({"type_contrat": "autre_marche", "nature_principale": "services", "type_acheteur": "etat"}, 140_000, True),
        ({"type_contrat": "mgp", "nature_principale": "services", "entite_adjudicatrice": "oui"}, 431_999, False),
        ({"type_contrat": "mgp", "nature_principale": "services", "entite_adjudicatrice": "oui"}, 432_000, True),
        ({"type_contrat": "autre_marche", "secteur": "restauration", "services_specifiques": "oui"}, 215_999, False),
        ({"type_contrat": "autre_marche", "secteur": "restauration", "services_specifiques": "oui"}, 400_000, None),
        ({"type_contrat": "mgp"}, 1_000_000, None),
    ],
)
def test_the_european_threshold_of_a_market_depends_on_its_nature_and_its_buyer(
    library, answers, amount, reached
) -> None:
    usual = {"type_acheteur": "commune", "secteur": "eau_potable", "nature_principale": "services"}
    if "nature_principale" not in answers and not answers.get("services_specifiques"):
        del usual["nature_principale"]
    given = {**usual, "entite_adjudicatrice": "non", **answers}
    assert facts(library, montant_ht=amount, **given).get("seuil_europeen_atteint") is reached


@pytest.mark.parametrize(
    ("criteria", "due"), [([], False), (["sensibles"], False), (["sensibles", "croisement"], True)]
)
def test_two_risk_criteria_call_for_an_impact_assessment(library, criteria, due) -> None:
    known = facts(library, donnees_perso="oui", aipd_criteres=criteria, aipd_requise="non")
    assert known.get("aipd_due") is due


def test_several_answers_are_kept_in_the_order_of_the_question_and_each_once(library) -> None:
    known = facts(library, donnees_perso="oui", aipd_criteres=["croisement", "sensibles", "croisement"])
    assert known.get("aipd_criteres") == ("sensibles", "croisement")


@pytest.mark.parametrize("wrong", [["sensible"], "oui", [1], {"a": 1}])
def test_an_answer_that_is_not_offered_is_refused_with_those_that_are(library, wrong) -> None:
    with pytest.raises(DossierError) as refused:
        facts(library, donnees_perso="oui", aipd_criteres=wrong)
    assert "aipd_criteres" in str(refused.value)


@pytest.mark.parametrize(
    ("buyer", "population", "staff", "open_data"),
    [
        ("commune", 3_499, 50, False),
        ("commune", 3_500, 49, False),
        ("commune", 3_500, 50, True),
        ("epci", 900, 50, True),
        ("epci", 900_000, 49, False),
    ],
)
def test_only_local_authorities_are_spared_by_their_population(library, buyer, population, staff, open_data) -> None:
    known = facts(library, type_acheteur=buyer, population=population, agents_etp=staff)
    assert known.get("ouverture_acheteur") is open_data


@pytest.mark.parametrize(("staff", "bound"), [(49, False), (50, True)])
def test_an_operator_entrusted_with_a_public_service_has_its_own_open_data_duty(library, staff, bound) -> None:
    known = facts(library, type_contrat="concession", service_public="oui", effectif_delegataire=staff)
    assert known.get("ouverture_operateur") is bound


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


CONCESSION, MARKET = (OneOf("type_contrat", (type,)) for type in ("concession", "mgp"))
SENSORS = OneOf("capteurs", (True,))


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (
            OneOf("type_contrat", ("concession", "mgp")),
            "le contrat est une concession ou un marché global de performance",
        ),
        (
            AllOf((OneOf("type_contrat", ("concession", "mgp")), SENSORS)),
            "(le contrat est une concession ou un marché global de performance) et {oui}",
        ),
        (
            AnyOf((OneOf("type_contrat", ("concession",), negated=True), SENSORS)),
            "(sauf si le contrat est une concession) ou {oui}",
        ),
        (AnyOf((AllOf((CONCESSION, SENSORS)), MARKET)), "(le contrat est une concession et {oui}) ou {mgp}"),
    ],
)
def test_a_rule_in_french_can_be_read_in_one_way_only(library, condition, said) -> None:
    sentences = Sentences(library.frame.questionnaire, library.frame.thresholds, TODAY)
    mgp, oui = sentences.answer("type_contrat", "mgp"), sentences.answer("capteurs", True)
    assert sentences.condition(condition) == said.format(mgp=mgp, oui=oui)


def test_every_question_belongs_to_a_step_and_explains_itself(library) -> None:
    steps = {step.id for step in library.frame.questionnaire.steps}
    for question in library.frame.questionnaire.questions.values():
        assert question.step in steps and question.help and question.text.endswith("?")
        assert question.kind == "choix" or (question.yes and question.no) or question.subject
