"""Warnings, ceilings and reminders: told when they hold, never on an answer that is missing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import TODAY

from clausegen.assembly.cautions import ceiling_sentence, told
from clausegen.assembly.decisions import Level
from clausegen.assembly.selection import select
from clausegen.dossier.dossier import Dossier
from clausegen.facts.sentences import Sentences
from clausegen.pipeline import draft

AMENDMENT = {
    "type_contrat": "concession",
    "avenant": "oui",
    "cas_modification": "faible_montant",
    "montant_initial": "1 000 000",
    "variations_cumulees": "60 000",
    "montant_avenant": "30 000",
}


def facts(library, answers):
    return library.frame.questionnaire.facts(answers, library.frame.thresholds, TODAY)


def found(library, **answers):
    return told(library.frame.cautions, facts(library, answers))


def warnings(library, **answers) -> set[str]:
    return {warning.id for warning in found(library, **answers).warnings}


# -- warnings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "warning"),
    [
        ({"type_contrat": "rd", "rd_exclusivite": "oui", "rd_financement_integral": "oui"}, "rd-exclusion-perdue"),
        ({"type_contrat": "marche_innovant", "besoin_ou_lot_ht": 100_000}, "achat-innovant-ferme"),
        ({"type_contrat": "experimentation", "contrepartie": "oui"}, "experimentation-remuneree"),
        ({"video": "camera_augmentee", "video_lieu": "voie_publique"}, "camera-augmentee"),
        ({"type_contrat": "mgp", "avenant": "oui", "date_avenant": "2027-01-01", "date_fin": "2026-12-01"}, "terme-depasse"),
    ],
)  # fmt: skip
def test_what_blocks_is_told_and_keeps_the_documents_a_draft(library, answers, warning) -> None:
    assert warning in warnings(library, **answers)
    assert found(library, **answers).blocked


@pytest.mark.parametrize(
    ("answers", "warning"),
    [
        ({"type_contrat": "rd", "rd_exclusivite": "oui", "rd_financement_integral": "non"}, "rd-exclusion-perdue"),
        ({"type_contrat": "rd", "rd_exclusivite": "oui"}, "rd-exclusion-perdue"),
        ({"type_contrat": "marche_innovant", "besoin_ou_lot_ht": 99_999}, "achat-innovant-ferme"),
        ({"type_contrat": "experimentation"}, "experimentation-remuneree"),
    ],
)
def test_one_condition_alone_or_an_unknown_answer_blocks_nothing(library, answers, warning) -> None:
    assert warning not in warnings(library, **answers)


@given(st.data())
def test_an_answer_more_never_takes_a_warning_back(library, data) -> None:
    whole = {
        "type_contrat": "concession", "avenant": "oui", "secteur": "mobilite", "transport_art5_3": "oui", "service_public": "oui",
        "dispense_decidee": "oui", "donnees_perso": "oui", "donnees_art9": "oui", "donnees_sante": "oui", "date_lancement": "2017-01-01",
        "nis2": "inconnu", "montant_initial": 100, "montant_avenant": 60, "variations_cumulees": 0,
        "cas_modification": "prestations_supplementaires", "entite_adjudicatrice": "non",
    }  # fmt: skip
    some = data.draw(st.lists(st.sampled_from(sorted(whole)), unique=True))
    # -- the questions that decide whether others are asked come first, as in the form --
    asked = {name: whole[name] for name in whole if name in some}
    assert warnings(library, **asked) <= warnings(library, **whole)


# -- ceilings ---------------------------------------------------------------------------------------------------------


def only_ceiling(library, **changes):
    (ceiling,) = found(library, **{**AMENDMENT, **changes}).ceilings
    return ceiling


@pytest.mark.parametrize(
    ("changes", "limit", "state"),
    [
        ({"montant_avenant": "39 999"}, 100_000, "kept"),
        ({"montant_avenant": "40 000"}, 100_000, "exceeded"),
        ({"montant_avenant": "-160 000"}, 100_000, "exceeded"),
        ({"montant_initial": "90 M€", "variations_cumulees": 0, "montant_avenant": "5 403 999"}, 9_000_000, "kept"),
        ({"montant_initial": "90 M€", "variations_cumulees": 0, "montant_avenant": "5 404 000"}, 9_000_000, "exceeded"),
    ],
)
def test_a_small_change_to_a_concession_stays_under_ten_percent_and_the_european_threshold(
    library, changes, limit, state
) -> None:
    ceiling = only_ceiling(library, **changes)
    assert (ceiling.limit, ceiling.state) == (Decimal(limit), state)


@pytest.mark.parametrize(
    ("nature", "amount", "state"),
    [("services", 100_000, "exceeded"), ("services", 99_999, "kept"), ("travaux", 149_999, "kept"), ("travaux", 150_000, "exceeded")],
)  # fmt: skip
def test_works_have_fifteen_percent_and_the_rest_ten(library, nature, amount, state) -> None:
    ceiling = only_ceiling(
        library,
        type_contrat="autre_marche",
        nature_principale=nature,
        secteur="dechets",
        type_acheteur="commune",
        variations_cumulees=0,
        montant_avenant=amount,
    )
    assert ceiling.state == state


@pytest.mark.parametrize(("amount", "state"), [(500_000, "kept"), (500_001, "exceeded")])
def test_unforeseen_circumstances_reach_half_of_the_contract_by_modification(library, amount, state) -> None:
    case = {
        "cas_modification": "circonstances_imprevues",
        "entite_adjudicatrice": "non",
        "variations_cumulees": 400_000,
    }
    assert only_ceiling(library, **case, montant_avenant=amount).state == state


def test_a_contracting_entity_has_no_such_ceiling(library) -> None:
    case = {**AMENDMENT, "cas_modification": "circonstances_imprevues", "entite_adjudicatrice": "oui"}
    assert found(library, **case).ceilings == ()


@pytest.mark.parametrize("case", ["clause_reexamen", "substitution", "non_substantielle"])
def test_the_other_cases_have_no_ceiling(library, case) -> None:
    assert found(library, **{**AMENDMENT, "cas_modification": case}).ceilings == ()


def test_a_ceiling_waits_for_the_amounts_and_names_them(library) -> None:
    answers = {name: value for name, value in AMENDMENT.items() if name != "montant_initial"}
    known = facts(library, answers)
    (ceiling,) = told(library.frame.cautions, known).ceilings
    sentence = ceiling_sentence(ceiling, Sentences(library.frame.questionnaire, library.frame.thresholds, TODAY))
    assert ceiling.state == "waiting" and "Quel est le montant initial du contrat en cours ?" in sentence


@pytest.mark.parametrize(("day", "unknown"), [(date(2018, 6, 1), 2), (date(2025, 12, 31), 1)])
def test_a_threshold_without_a_value_on_the_day_of_law_is_waited_for_and_named(library, day, unknown) -> None:
    frame = library.frame
    (ceiling,) = told(frame.cautions, frame.questionnaire.facts(AMENDMENT, frame.thresholds, day)).ceilings
    sentence = ceiling_sentence(ceiling, Sentences(frame.questionnaire, frame.thresholds, day))
    assert ceiling.state == "waiting" and sentence.count("le seuil «") == unknown


def test_the_ceiling_is_said_with_its_figures(library) -> None:
    sentences = Sentences(library.frame.questionnaire, library.frame.thresholds, TODAY)
    said = ceiling_sentence(only_ceiling(library), sentences).replace("\u00a0", " ").replace("\u202f", " ")
    assert "moins de 10 % du montant initial, soit 100 000 € HT" in said
    assert "montant comparé : 90 000 € HT ; plafond respecté" in said


# -- reminders --------------------------------------------------------------------------------------------------------

REMINDERS = [
    ("concession", {"concession-tarifs", "concession-financement", "concession-droits-entree"}),
    ("mgp", {"mgp-prix-separes", "mgp-paiement", "mgp-conception", "mgp-pme"}),
    ("partenariat_innovation", {"pi-besoin", "pi-negociation"}),
    ("rd", {"rd-exclusion"}),
    ("marche_innovant", {"innovant-bon-usage"}),
    ("experimentation", {"experimentation-domaine"}),
    ("autre_marche", {"marche-ecrit", "marche-avance"}),
]


@pytest.mark.parametrize(("type", "expected"), REMINDERS)
def test_each_contract_type_is_reminded_of_what_stands_elsewhere(library, type, expected) -> None:
    ids = {reminder.id for reminder in found(library, type_contrat=type).reminders}
    assert expected | {"non-traites"} <= ids
    foreign = set().union(*(others for other, others in REMINDERS if other != type)) - expected
    assert not ids & (foreign - {"marche-ecrit", "marche-avance"})


def test_the_duration_is_to_be_checked_while_the_transport_rule_is_unknown(library) -> None:
    waiting = found(library, type_contrat="concession", secteur="mobilite")
    assert "concession-duree" in {reminder.id for reminder in waiting.to_check}


# -- scope of an amendment ------------------------------------------------------------------------------------------------


def test_an_amendment_keeps_to_the_annexes_that_it_changes(library) -> None:
    answers = {**AMENDMENT, "service_public": "oui", "donnees_perso": "oui", "date_lancement": "2020-01-01"}
    whole = select(library, facts(library, {**answers, "objets_avenant": [f"A{n}" for n in range(1, 11)]}))
    limited = select(library, facts(library, {**answers, "objets_avenant": ["A3"]}))
    kept = {decision.clause.id for decision in limited.retained}
    assert kept < {decision.clause.id for decision in whole.retained}
    for decision in limited.retained:
        chosen = decision.clause.annex in ("AV", "A0", "A3")
        assert chosen or decision.others, decision.clause.id


def test_what_the_law_imposes_and_the_amendment_leaves_out_is_told(library) -> None:
    answers = {**AMENDMENT, "service_public": "oui", "objets_avenant": ["A1"]}
    left_out = {decision.clause.id for decision in select(library, facts(library, answers)).out_of_scope}
    assert "eth-neutralite" in left_out


def test_an_empty_scope_is_an_answer_and_an_unknown_one_is_not(library) -> None:
    nothing = select(library, facts(library, {**AMENDMENT, "objets_avenant": []}))
    assert all(d.clause.annex in ("AV", "A0") or d.others for d in nothing.retained)
    unknown = select(library, facts(library, AMENDMENT))
    in_a1 = [d for d in unknown.decisions.values() if d.clause.annex == "A1" and d.level is Level.WAITING]
    assert in_a1 and all("objets_avenant" in d.waiting_for for d in in_a1 if d.clause.id == "don-inventaire")


def test_the_act_comes_first_has_no_number_and_shows_the_amounts(library) -> None:
    made = draft(Dossier(title="Avenant", answers=AMENDMENT), library, TODAY)
    act, first = made.annexes[0], made.annexes[1]
    assert (act.title, act.name) == ("Acte d’avenant", "acte-d-avenant")
    assert first.title.startswith("Annexe\u00a01 –")
    rows = [[part.text for cell in row for part in cell] for block in act.blocks for row in getattr(block, "rows", ())]
    plain = [[cell.replace("\u202f", " ").replace("\u00a0", " ") for cell in row] for row in rows]
    assert ["Nouveau montant du Contrat", "1 090 000 € HT"] in plain
    assert ["Part de tous les avenants dans le montant initial", "9 %"] in plain
