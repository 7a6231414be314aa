"""What a lawyer looks for in each type of contract: what the law commands is there, what is foreign to it is not.

The lists follow section 3 of the registry notes: « M » the contract must say it, « D » the duty exists and the contract organises it.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import TODAY

from clausegen.assembly.decisions import Level
from clausegen.assembly.selection import select
from clausegen.dossier.dossier import Dossier
from clausegen.pipeline import Draft, draft
from clausegen.renderers.text import render_text

LAUNCHED = {"avenant": "non", "date_lancement": "2027-01-15"}
TOWN = {"type_acheteur": "commune", "population": 60_000, "agents_etp": 900}
PERSONAL = {"donnees_perso": "oui", "role_rgpd": "sous_traitant", "aipd_criteres": [], "aipd_requise": "non"}

CONTRACTS = {
    "concession": {
        "type_contrat": "concession", **LAUNCHED, **TOWN, **PERSONAL, "service_public": "oui", "secteur": "eau_potable", "montant_ht": "20 M€",
        "duree_ans": 10, "usagers_finaux": "oui", "service_en_ligne": "oui", "teleservice": "impose", "dispense_decidee": "non",
        "algo": "aide_decision_individuelle", "algo_administratif": "oui",
    },
    "mgp": {
        "type_contrat": "mgp", **LAUNCHED, **TOWN, **PERSONAL, "service_public": "oui", "secteur": "eclairage", "montant_ht": "12 M€",
        "nature_principale": "travaux", "duree_ans": 10,
    },
    "partenariat_innovation": {
        "type_contrat": "partenariat_innovation", **LAUNCHED, **TOWN, **PERSONAL, "secteur": "plateforme_donnees", "montant_ht": "3 M€",
        "nature_principale": "services", "duree_ans": 5, "dev_specifique": "oui",
    },
    "rd": {"type_contrat": "rd", **LAUNCHED, **TOWN, **PERSONAL, "rd_exclusivite": "non", "rd_financement_integral": "non"},
    "marche_innovant": {"type_contrat": "marche_innovant", **LAUNCHED, **TOWN, **PERSONAL, "besoin_ou_lot_ht": 90_000, "montant_ht": 90_000},
    "experimentation": {"type_contrat": "experimentation", **LAUNCHED, **TOWN, "contrepartie": "non", "donnees_perso": "non"},
    "autre_marche": {
        "type_contrat": "autre_marche", **LAUNCHED, **TOWN, **PERSONAL, "service_public": "oui", "secteur": "dechets", "montant_ht": "2 M€",
        "nature_principale": "services", "duree_ans": 4,
    },
}  # fmt: skip

REQUIRED = {
    "concession": {
        "loi 2021-1109, art. 1 (M)": r"neutralité.*laïcité|laïcité.*neutralité",
        "RGPD, art. 28 (M)": r"instructions? documentées?|sur instruction",
        "L. 3114-2, environmental condition (M)": r"Conditions d’exécution environnementales",
        "L. 3114-2-1, social condition above 5 404 000 € (M)": r"[Cc]ondition d’exécution sociale|insertion",
        "L. 3131-2, data in an open standard (D)": r"Standard Ouvert",
        "L. 3131-5, annual report before 1 June (D)": r"31 mai",
        "L. 3132-4, return, take-back and own assets (D)": r"biens? de retour",
        "L. 3131-1, essential data of performance (D)": r"données essentielles",
        "L. 311-3-1, algorithmic mention (D)": r"mention",
        "loi 2005-102, art. 47, accessibility (D)": r"accessibilité",
        "CE 3 June 2022, another way than the screen (D)": r"guichet|téléphone|courrier",
        "CGCT L. 2224-11-4, subscribers' file (D)": r"fichier des (usagers|abonnés)",
        "CGCT L. 1413-1, consultative commission (D)": r"commission consultative",
    },
    "mgp": {
        "L. 2171-3, measurable commitments (M)": r"Engagements? de Performance",
        "R. 2171-2, separate prices (M)": r"prix de la réalisation|prix séparés|réalisation, de l’exploitation",
        "R. 2171-2, pay tied to results (M)": r"[Rr]émunération.*performance",
        "L. 2191-6, operation does not pay for construction (M)": r"construction|travaux",
        "R. 2171-23, share of small firms (M)": r"petites? et moyennes entreprises|PME",
        "L. 2112-2, environmental condition (M)": r"Conditions d’exécution environnementales",
        "L. 2112-2-1, social condition (M)": r"insertion",
        "loi 2021-1109, art. 1 (M)": r"laïcité",
    },
    "partenariat_innovation": {
        "R. 2172-23, successive phases (M)": r"Phases",
        "R. 2172-24, objectives and pay by phase (M)": r"rémunération",
        "R. 2172-25, allocation of intellectual property (M)": r"propriété intellectuelle",
        "R. 2172-31, right to stop after each phase (M)": r"met(tre)? fin.*Phase|Phase.*(met(tre)? fin|arrêt)",
        "R. 2172-32, performance levels and maximum costs (M)": r"Niveaux? de Performance.*Coûts? Maxima|Coûts? Maxima.*Niveaux? de Performance",
        "L. 2112-2, environmental condition (M)": r"Conditions d’exécution environnementales",
    },
    "rd": {"L. 2512-5, shared results or shared funding (M)": r"propriété exclusive|cofinanc|finance"},
    "marche_innovant": {"R. 2122-9-1, novelty and value (M)": r"innovan", "L. 2112-2, environmental condition (M)": r"environnementales"},
    "experimentation": {
        "no price": r"aucun (prix|paiement)|sans (prix|paiement)|ne verse|à titre gratuit",
        "L. 2122-1, title to occupy (M)": r"occupation",
        "no promise of purchase": r"(ni|aucun).*(achat|marché|contrat)",
    },
    "autre_marche": {
        "loi 2021-1109, art. 1 (M)": r"laïcité",
        "RGPD, art. 28 (M)": r"instructions? documentées?|sur instruction",
        "L. 2112-2-1, social condition above 216 000 € (M)": r"insertion",
        "R. 2196-1, essential data (D)": r"données essentielles",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def drafts(library) -> dict[str, Draft]:
    return {type: draft(Dossier(answers=answers), library, TODAY) for type, answers in CONTRACTS.items()}


def text(drafted: Draft) -> str:
    whole = "\n".join(render_text(document) for document in drafted.annexes)
    return whole.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("type", "content"), [(type, content) for type in REQUIRED for content in REQUIRED[type]])
def test_what_the_law_makes_mandatory_is_written(drafts, type, content) -> None:
    assert re.search(REQUIRED[type][content], text(drafts[type]), re.DOTALL | re.IGNORECASE), content


@pytest.mark.parametrize("type", CONTRACTS)
def test_nothing_foreign_to_the_contract_is_in(drafts, type) -> None:
    words = text(drafts[type])
    if type == "concession":
        assert not re.search(
            r"CCAG|clauses administratives générales|Titulaire|\bAcheteur\b|DC4|acte d’engagement", words
        )
    else:
        assert not re.search(r"biens? de retour|Concessionnaire|Autorité concédante|délégataire", words)
    if type == "experimentation":
        assert not re.search(r"Pénalité|CCAG|Titulaire", words)
    if type != "partenariat_innovation":
        assert "Coût Maximal" not in words
    if type != "mgp":
        assert "maintenance sont liées" not in words


@pytest.mark.parametrize("type", CONTRACTS)
def test_every_number_is_right_and_nothing_is_left_of_the_source(drafts, type) -> None:
    words = text(drafts[type])
    assert not re.search(r"\{\{|\}\}|\[\[|\]\]|\{[a-zé']+\}|None", words)
    places = drafts[type].numbering.places
    for number, annex in re.findall(r"l’article (\d+\.\d+) de l’annexe (\d+)", words):
        assert any((p.article, p.annex) == (number, int(annex)) for p in places.values()), (number, annex)


# -- which clauses, for which facts -----------------------------------------------------------------------------------

DSP = {"type_contrat": "concession", "service_public": "oui", "avenant": "non"}
CASES = [
    ("no population threshold for the data of a concession", {**DSP, "population": 900}, {"don-fourniture-concession"}, {"don-fourniture-conventionnelle"}),
    ("a consultation of 8 October 2016 owes its data only for renewal", {**DSP, "avenant": "oui", "objets_avenant": ["A1"], "date_lancement": "2016-10-08"}, {"don-fourniture-conventionnelle"}, {"don-fourniture-concession"}),
    ("on 9 October 2016 the duty is there", {**DSP, "avenant": "oui", "objets_avenant": ["A1"], "date_lancement": "2016-10-09"}, {"don-fourniture-concession"}, {"don-fourniture-conventionnelle"}),
    ("a market has no return assets and no statutory data duty", {"type_contrat": "mgp", "avenant": "non", "service_public": "oui"}, {"don-fourniture-conventionnelle", "eth-neutralite"}, {"log-biens-retour", "don-fourniture-concession", "cit-ccspl"}),
    ("an innovation partnership has phases and no innovation clause", {"type_contrat": "partenariat_innovation", "avenant": "non"}, {"pi-phases", "pi-performance-couts", "pi-propriete-confidentialite"}, {"inn-clause", "perf-remuneration", "inn-experimentation"}),
    ("without personal data no annex of personal data", {**DSP, "donnees_perso": "non"}, set(), {"dcp-qualification", "dcp-art28", "dcp-violation", "dcp-aipd", "dcp-transferts", "ope-anonymisation"}),
    ("a processor has article 28, a separate controller has not", {**DSP, "donnees_perso": "oui", "role_rgpd": "distinct"}, {"dcp-qualification", "dcp-distinct"}, {"dcp-art28", "dcp-conjoint"}),
    ("no algorithm, no register", {**DSP, "algo": "aucun", "ia": "aucune"}, set(), {"alg-registre", "alg-mention-explication", "ia-classification", "ia-transparence", "ia-haut-risque"}),
    ("sensors in the street are told to the public", {**DSP, "capteurs": "oui", "capteurs_espace_public": "oui", "donnees_perso": "oui"}, {"inf-capteurs", "inf-registre-capteurs", "sob-flux-capteurs"}, set()),
    ("nobody hosts outside: no hosting clause", {**DSP, "hebergement_externe": "non", "donnees_perso": "non"}, set(), {"heb-localisation", "heb-classification", "heb-changement-fournisseur"}),
    ("the social condition starts at 5 404 000 €", {**DSP, "date_lancement": "2027-01-01", "montant_ht": 5_404_000}, {"soc-insertion"}, set()),
    ("one euro less and it is not", {**DSP, "date_lancement": "2027-01-01", "montant_ht": 5_403_999}, set(), {"soc-insertion"}),
    ("an experimentation has its convention and no penalty", {"type_contrat": "experimentation", "avenant": "non"}, {"exp-convention", "inn-retour-experience"}, {"gov-penalites", "sob-env-obligatoire", "perf-engagements", "rev-garantie"}),
    ("research services share results or funding", {"type_contrat": "rd", "avenant": "non"}, {"rd-partage", "log-pi-resultats"}, {"gov-penalites", "pi-phases", "exp-convention"}),
    ("an innovative purchase is justified", {"type_contrat": "marche_innovant", "avenant": "non"}, {"exp-achat-innovant"}, {"rd-partage", "exp-convention"}),
    ("a contract that is no amendment has no act", DSP, set(), {"cadre-avenant-modification"}),
    ("an amendment has its act", {**DSP, "avenant": "oui"}, {"cadre-avenant-modification"}, {"inn-reexamen", "inn-clause"}),
    ("a small file is spared what weighs", {**DSP, "montant_ht": 900_000, "population": 2_900, "duree_ans": 8, "amb_innovation": 2}, {"rev-plan", "gov-penalites"}, {"don-qualite", "gov-comite", "eva-evaluation", "inn-clause", "rev-garantie", "gov-competences"}),
    ("the strategy of sobriety binds above 50 000", {**DSP, "type_acheteur": "commune", "population": 50_001}, {"sob-strategie-reen"}, set()),
    ("at 50 000 it does not", {**DSP, "type_acheteur": "commune", "population": 50_000}, set(), {"sob-strategie-reen"}),
    ("video has its own rules", {**DSP, "video": "videoprotection"}, {"eth-video"}, set()),
    ("water has its hand-over, waste has not", {**DSP, "secteur": "dechets"}, {"sec-dechets"}, {"rev-eau-remise", "sec-eau", "sec-mobilite"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "there", "not_there"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_facts_decide_what_is_printed(library, answers, there, not_there) -> None:
    retained = {d.clause.id for d in select(library, library_facts(library, answers)).retained}
    assert there - retained == set()
    assert retained & not_there == set()


def library_facts(library, answers):
    return library.frame.questionnaire.facts(answers, library.frame.thresholds, TODAY)


@pytest.mark.parametrize(("day", "level"), [("2026-08-20", Level.RECOMMENDED), ("2026-08-21", Level.RECOMMENDED), ("2026-08-22", Level.OBLIGATORY)])  # fmt: skip
def test_the_environmental_condition_is_due_from_22_august_2026(library, day, level) -> None:
    answers = {**DSP, "secteur": "eau_potable", "type_acheteur": "commune", "date_lancement": day}
    assert select(library, library_facts(library, answers)).decisions["sob-env-obligatoire"].level is level


def test_the_transport_rule_makes_it_wait_while_it_is_unknown_and_prints_it(library) -> None:
    answers = {**DSP, "secteur": "mobilite", "type_acheteur": "commune", "date_lancement": "2027-01-01"}
    decision = select(library, library_facts(library, answers)).decisions["sob-env-obligatoire"]
    assert (decision.level, decision.waiting_for, decision.retained) == (Level.WAITING, ("transport_art5_3",), True)


# -- the small file says less -------------------------------------------------------------------------------------------


def test_the_small_file_is_short_and_has_four_annexes(library) -> None:
    big = {**CONTRACTS["concession"], "montant_ht": "20 M€"}
    small = {
        **big,
        "montant_ht": 900_000,
        "population": 2_900,
        "agents_etp": 21,
        "algo": "aucun",
        "teleservice": "facultatif",
    }
    short, long = (draft(Dossier(answers=answers), library, TODAY) for answers in (small, big))
    assert len(short.annexes) <= 4
    assert len(text(short).split()) <= 8_500
    assert len(text(short).split()) * 3 < len(text(long).split())


# -- whatever the answers -----------------------------------------------------------------------------------------------


@given(st.data())
def test_any_answers_give_annexes_that_hold_together(library, data) -> None:
    """Requirements met, nothing dangling, one wording each: composing would fail otherwise."""
    answers = {}
    for question in library.frame.questionnaire.questions.values():
        if data.draw(st.booleans()) and question.kind in ("choix", "oui_non", "echelle", "choix_multiple"):
            offered = list(question.answers or question.scale) or ["oui", "non"]
            drawn = data.draw(st.sampled_from(offered))
            answers[question.name] = [drawn] if question.kind == "choix_multiple" else drawn
    answers["type_contrat"] = data.draw(st.sampled_from(sorted(CONTRACTS)))
    answers["population"], answers["montant_ht"] = data.draw(st.sampled_from([(900, 9_000), (90_000, "30 M€")]))
    drafted = draft(Dossier(answers=answers), library, TODAY)
    assert drafted.annexes and not re.search(r"\[\[|\{[a-zé']+\}", text(drafted))
