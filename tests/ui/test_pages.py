"""Each page opens, says what it must, and keeps what is typed."""

import html
import time
from pathlib import Path
from typing import Any

import pytest
from app_tools import CONCESSION, Kept, Show, said
from streamlit.testing.v1 import AppTest

from clausegen import paths
from clausegen.assembly.decisions import Level
from clausegen.assembly.matrix import PLACES
from clausegen.dossier.dossier import Dossier, load_dossier
from clausegen.dossier.store import Store
from clausegen.ui import resources, wording

DOSSIER_PAGES = ("questions", "clauses", "blancs", "apercu", "verifier", "exporter")


def answers(app: AppTest) -> dict[str, object]:
    return dict(Store().get(app.session_state["open"]).dossier.answers)


def field_of(app: AppTest, label: str) -> Any:
    return next(field for field in app.text_input if label in field.label)


def test_the_first_page_offers_a_new_dossier_and_the_examples(show: Show) -> None:
    app = show()
    assert wording.EMPTY in said(app)
    assert [button.label for button in app.button].count(wording.OPEN_EXAMPLE) == len(
        list(paths.examples().glob("*.yml"))
    )


def test_a_new_dossier_opens_on_the_contract_type_and_nothing_else(show: Show) -> None:
    app = show()
    app.button[0].click().run()
    assert wording.TYPE_FIRST in said(app)
    assert len(app.radio) == 1


@pytest.mark.parametrize("address", DOSSIER_PAGES)
def test_a_page_of_a_dossier_opens_with_its_counts(address: str, show: Show, kept: Kept) -> None:
    text = said(show(address, kept(CONCESSION)))
    assert CONCESSION.title in text
    assert "en attente" in text


@pytest.mark.parametrize("address", DOSSIER_PAGES)
def test_a_page_opens_on_an_empty_dossier(address: str, show: Show, kept: Kept) -> None:
    said(show(address, kept(Dossier())))


@pytest.mark.parametrize("address", DOSSIER_PAGES)
def test_an_unknown_dossier_leads_back_to_the_list(address: str, show: Show) -> None:
    app = show(address, "abcdefghjkmn")
    assert "Dossier introuvable" in app.error[0].value


def test_the_type_calls_for_the_questions_and_they_for_others(show: Show, kept: Kept) -> None:
    app = show("questions", kept(Dossier()))
    app.radio[0].set_value("concession").run()
    assert len(app.radio) > 1
    assert answers(app) == {"type_contrat": "concession"}


def test_an_amount_is_typed_the_french_way_and_echoed(show: Show, kept: Kept) -> None:
    app = show("questions", kept(CONCESSION))
    amount = field_of(app, "valeur estimée")
    amount.set_value("12,5 M€").run()
    assert wording.understood("12\u202f500\u202f000\u00a0€\u00a0HT") in said(app)
    assert answers(app)["montant_ht"] == "12,5 M€"


@pytest.mark.parametrize("typed", ["beaucoup", "-3", "12,5,7 M€", "99999999999999999999", "<b>3</b>"])
def test_a_wrong_amount_gives_one_sentence_and_stays_as_typed(typed: str, show: Show, kept: Kept) -> None:
    app = show("questions", kept(CONCESSION))
    field_of(app, "valeur estimée").set_value(typed).run()
    assert len(app.error) == 1
    again = show("questions", app.session_state["open"])
    assert field_of(again, "valeur estimée").value == typed
    assert len(again.error) == 1


def test_not_knowing_is_an_answer(show: Show, kept: Kept) -> None:
    app = show("questions", kept(CONCESSION))
    app.checkbox[0].check().run()
    assert None in answers(app).values()
    assert app.text_input[1].disabled
    app.checkbox[0].uncheck().run()
    assert None not in answers(app).values()


def test_changing_the_type_and_back_keeps_every_answer(show: Show, kept: Kept) -> None:
    app = show("questions", kept(CONCESSION))
    before = answers(app)
    app.radio[0].set_value("experimentation").run()
    assert answers(app)["type_contrat"] == "experimentation"
    app.radio[0].set_value("concession").run()
    assert answers(app) == before


def test_a_title_too_long_or_with_a_control_character_is_told_and_stays_in_the_field(show: Show, kept: Kept) -> None:
    app = show("questions", kept(CONCESSION))
    for typed in ("é" * 50_000, "Titre \x07 sonnant"):
        app.text_input[0].set_value(typed).run()
        assert app.text_input[0].value == typed
        assert len(app.error) == 1
        assert wording.UNSAVED in html.unescape(said(app))
    next(button for button in app.button if button.label == wording.CLEAN).click().run()
    assert app.text_input[0].value == "Titre  sonnant"
    app.text_input[0].set_value("Titre 🚰 & < \" ' >").run()
    assert not app.error
    assert Store().get(app.session_state["open"]).dossier.title == "Titre 🚰 & < \" ' >"
    assert "Titre 🚰 &amp; &lt; &quot; &#x27; &gt;" in said(app)


def test_a_store_that_cannot_be_reached_is_one_sentence(
    show: Show, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "not-a-folder").write_text("")
    monkeypatch.setenv("CLAUSEGEN_DATA", str(tmp_path / "not-a-folder"))
    app = show()
    assert len(app.error) == 1
    assert "Traceback" not in said(app)


def test_a_broken_library_is_shown_and_the_app_still_opens(
    show: Show, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    (home / "clauses").mkdir(parents=True)
    (home / "clauses" / "questionnaire.yml").write_text("questions: [", "utf-8")
    monkeypatch.setenv("CLAUSEGEN_HOME", str(home))
    monkeypatch.setattr("clausegen.paths.root", lambda: home)
    app = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=30).run()
    assert not app.exception
    assert "questionnaire.yml, ligne 2" in said(app)


def test_the_library_is_read_without_a_dossier(show: Show) -> None:
    app = show("bibliotheque")
    assert wording.LIBRARY in said(app)
    app.text_input[0].set_value("zzzz").run()
    assert wording.NOTHING_FOUND in said(app)


def test_each_clause_of_the_library_has_its_sheet(show: Show) -> None:
    for clause in list(resources.library())[:5]:
        text = said(show("fiche", clause=clause.id))
        assert wording.WHEN in text
        assert clause.title in text


def test_setting_aside_an_obligatory_clause_needs_a_reason(show: Show, kept: Kept) -> None:
    id = kept(CONCESSION)
    retained = resources.view(Store().get(id)).selection.retained
    required = {other for decision in retained for group in decision.clause.requires for other in group}
    clause = next(d.clause.id for d in retained if d.level is Level.OBLIGATORY and d.clause.id not in required)
    app = show("clause", id, clause=clause)
    app.button(key=f"aside:{clause}").click().run()
    assert any("écrivez le motif" in warning.value for warning in app.warning)
    app.text_area[0].set_value("Service déjà couvert par un autre contrat").run()
    assert wording.RESTORE in [button.label for button in app.button]
    assert "Service déjà couvert" in said(app)
    app.button(key=f"restore:{clause}").click().run()
    assert wording.RESTORE not in [button.label for button in app.button]


def test_two_people_at_work_on_one_dossier_lose_nothing(show: Show, kept: Kept) -> None:
    id = kept(CONCESSION)
    one, other = show("questions", id), show("questions", id)
    field_of(one, "valeur estimée").set_value("12,5 M€").run()
    field_of(other, "durée du contrat").set_value("12").run()
    assert answers(one)["montant_ht"] == "12,5 M€"
    assert answers(one)["duree_ans"] == "12"
    assert field_of(other, "valeur estimée").value == "12,5 M€"


def test_what_the_store_refuses_for_a_while_stays_and_is_saved_later(show: Show, kept: Kept) -> None:
    app = show("questions", kept(CONCESSION))
    id = app.session_state["open"]
    Store().delete(id)
    field_of(app, "valeur estimée").set_value("12,5 M€").run()
    assert field_of(app, "valeur estimée").value == "12,5 M€"
    assert len([error for error in app.error if "supprimé" in error.value]) >= 1
    Store().undelete(id)
    field_of(app, "durée du contrat").set_value("12").run()
    assert not app.error
    assert (answers(app)["montant_ht"], answers(app)["duree_ans"]) == ("12,5 M€", "12")


def test_an_imported_dossier_opens_and_a_broken_one_is_told(show: Show) -> None:
    app = show()
    app.file_uploader[0].upload("contrat.yml", b"faits: {type_contrat: mgp, population: 900}").run()
    next(button for button in app.button if button.label == wording.IMPORT_BUTTON).click().run()
    assert answers(app)["population"] == "900"
    app = show()
    app.file_uploader[0].upload("contrat.yml", b"faits: [").run()
    next(button for button in app.button if button.label == wording.IMPORT_BUTTON).click().run()
    assert any("contrat.yml, ligne" in error.value for error in app.error)


@pytest.mark.parametrize("address", ["", *DOSSIER_PAGES, "bibliotheque"])
def test_a_rerun_costs_little(address: str, show: Show) -> None:
    """Streamlit runs a page again at each answer: many people must be able to work at once."""
    example = load_dossier(paths.examples() / "concession-eau-metropole.yml")
    app = show(address, Store().create(example, "test").id)
    costs = []
    for _ in range(3):
        before = time.process_time()
        app.run()
        costs.append(time.process_time() - before)
    assert min(costs) < 0.15


# -- several answers, an amendment, what no clause settles ------------------------------------------------------------

AMENDMENT = Dossier(
    title="Avenant à la délégation",
    answers={
        "type_contrat": "concession", "avenant": True, "cas_modification": "faible_montant", "montant_initial": "1 000 000",
        "variations_cumulees": "60 000", "montant_avenant": "30 000", "service_public": True, "objets_avenant": ["A1"], "type_acheteur": "commune",
    },
)  # fmt: skip


def box(app: AppTest, label: str) -> Any:
    return next(box for box in app.checkbox if box.label == label)


def test_boxes_keep_several_answers_in_the_order_of_the_question(show: Show, kept: Kept) -> None:
    app = show("questions", kept(AMENDMENT), etape="avenant")
    box(app, "Réversibilité et fin de contrat").check().run()
    box(app, "Données personnelles").check().run()
    assert answers(app)["objets_avenant"] == ("A1", "A3", "A10")
    box(app, "Données du service").uncheck().run()
    assert answers(app)["objets_avenant"] == ("A3", "A10")


def test_none_of_them_is_an_answer_and_taking_it_back_leaves_none(show: Show, kept: Kept) -> None:
    app = show("questions", kept(AMENDMENT), etape="avenant")
    none = next(box for box in app.checkbox if box.label == wording.NONE_OF_THEM)
    none.check().run()
    assert answers(app)["objets_avenant"] == ()
    none = next(box for box in app.checkbox if box.label == wording.NONE_OF_THEM)
    none.uncheck().run()
    assert "objets_avenant" not in answers(app)


def test_the_export_says_the_ceiling_the_warnings_and_what_stands_elsewhere(show: Show, kept: Kept) -> None:
    text = said(show("exporter", kept(AMENDMENT))).replace("\u202f", " ").replace("\u00a0", " ")
    assert "moins de 10 % du montant initial, soit 100 000 € HT" in text and "plafond respecté" in text
    assert "avis de la commission" in text
    assert wording.REMINDERS_HELP in text and wording.OUT_OF_SCOPE_HELP in text


@pytest.mark.parametrize("address", DOSSIER_PAGES)
def test_what_blocks_is_said_on_every_page(address: str, show: Show, kept: Kept) -> None:
    passed = {**AMENDMENT.answers, "montant_avenant": "40 000"}
    app = show(address, kept(AMENDMENT.model_copy(update={"answers": passed})))
    assert any("plafond dépassé" in error.value for error in app.error)


def test_a_table_is_typed_line_by_line_and_shown_as_a_table(show: Show, kept: Kept) -> None:
    app = show("blancs", kept(AMENDMENT), clause="cadre-avenant-modification")
    typed = next(area for area in app.text_area if area.label.startswith("Articles modifiés"))
    typed.set_value("Article 4 | ancien | nouveau").run()
    assert "<td>Article 4</td><td>ancien</td><td>nouveau</td>" in said(app)
    typed = next(area for area in app.text_area if area.label.startswith("Articles modifiés"))
    typed.set_value("Article 4 | ancien").run()
    assert any("compte 2 cases" in error.value for error in app.error)


def test_the_recommendations_name_the_clauses_that_follow_them(show: Show) -> None:
    text = said(show("recommandations"))
    assert "Informer le public de la présence de capteurs" in text and "fiche?clause=inf-capteurs" in text
    assert wording.NO_CLAUSE in text
    only = said(show("recommandations", contrat="concession"))
    assert "fiche?clause=perf-engagements" not in only


def test_the_matrix_says_in_words_what_each_clause_is_in_each_contract(show: Show) -> None:
    app = show("matrice")
    text = said(app)
    assert all(f"fiche?clause={clause.id}" in text for clause in resources.library())
    assert all(place.label in text for place in PLACES)
    assert app.get("download_button")[0].proto.label == wording.MATRIX_BOOK


def test_for_one_contract_type_the_matrix_gives_the_rules_in_french(show: Show) -> None:
    text = html.unescape(said(show("matrice", contrat="concession", theme="donnees")))
    assert "<strong>Exclue</strong> : le contrat ne confie pas l'exécution d'un service public" in text
    assert wording.RULES_HELP in text
    assert "fiche?clause=don-dispense&contrat=concession" in text or "fiche?clause=don-dispense&theme=" in text
    amended = html.unescape(said(show("matrice", contrat="avenant", theme="avenant")))
    assert "<strong>Sans objet</strong> : hors : Concession" in amended


def test_the_matrix_is_filtered_by_level_and_says_what_it_leaves_out(show: Show) -> None:
    only = said(show("matrice", contrat="mgp", niveau="obligatoire"))
    assert "fiche?clause=perf-engagements" in only and "fiche?clause=don-statut" not in only
    fitting = said(show("matrice", contrat="rd"))
    never = said(show("matrice", contrat="rd", niveau="jamais"))
    assert "fiche?clause=perf-engagements" in never and "fiche?clause=perf-engagements" not in fitting
    assert wording.left_out(never.count('"cg-place cg-place-none"') - 1) in fitting


def test_filters_that_leave_nothing_of_the_matrix_can_be_removed_at_once(show: Show) -> None:
    app = show("matrice", recherche="introuvable", niveau="obligatoire")
    assert wording.NOTHING_IN_MATRIX in said(app)
    next(button for button in app.button if button.label == wording.SHOW_ALL).click().run()
    assert f"{len(resources.library())}\u00a0clauses" in said(app)
    assert not app.query_params.get("recherche") and not app.query_params.get("niveau")


def linked(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("page_link")]


def test_the_page_of_a_clause_says_the_answers_that_are_enough_and_leads_to_them(show: Show, kept: Kept) -> None:
    app = show("clause", kept(CONCESSION), clause="don-fourniture-concession")
    text = html.unescape(said(app))
    assert wording.WHY in text and wording.ENOUGH in text
    assert "Obligatoire parce que le contrat est une concession et confie l'exécution d'un service public" in text
    assert "Aucune autre réponse n'y change rien." in text
    assert wording.with_answer(
        "Le contrat confie-t-il, même en partie, l'exécution d'un service public ?", "Oui"
    ) in linked(app)


def test_the_page_of_a_clause_that_is_left_says_what_would_bring_it_in(show: Show, kept: Kept) -> None:
    left = CONCESSION.model_copy(update={"answers": {**CONCESSION.answers, "donnees_perso": False}})
    app = show("clause", kept(left), clause="dcp-violation")
    text = html.unescape(said(app))
    assert "Exclue parce qu'aucune donnée personnelle n'est traitée." in text
    assert wording.BRINGS_IN in text and "si des données personnelles sont traitées (réponse actuelle : Non)" in text
    assert wording.with_answer("Des données personnelles sont-elles traitées ?", "Non") in linked(app)


def test_the_page_of_a_clause_that_waits_asks_for_what_is_missing(show: Show, kept: Kept) -> None:
    app = show("clause", kept(CONCESSION), clause="dcp-violation")
    assert wording.answer_to("Des données personnelles sont-elles traitées ?") in linked(app)


def test_a_question_says_which_clauses_its_answer_can_still_change(show: Show, kept: Kept) -> None:
    text = html.unescape(said(show("questions", kept(CONCESSION), etape="outils")))
    assert "Cette réponse peut encore changer" in text
    settled = CONCESSION.model_copy(update={"answers": {"type_contrat": "experimentation", "avenant": "non"}})
    assert "ne change plus aucune clause" in html.unescape(said(show("questions", kept(settled), etape="contrat")))
