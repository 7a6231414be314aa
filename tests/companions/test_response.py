"""The response framework: what bidders must describe, offer and claim, and how it is judged."""

import pytest
from companion_tools import KEPT, contract, read
from small_library import clause_text

NAME = "cadre-de-reponse"
ASKING = (
    KEPT
    + """reponses:
  - {id: plan, alinea: 2, question: "Quel plan proposez-vous {à l'acheteur} ?", attendu: projet de plan}
  - {id: lieu, alinea: 1, question: Où sont les données ?}"""
)
BODY = "1. {L'opérateur} dit le lieu.\n2. {L'opérateur} remet un plan."


def test_each_question_has_a_number_and_points_to_its_paragraph_in_reading_order(small) -> None:
    text = read(contract(small, a=clause_text(ASKING, BODY)), NAME)
    assert "Questions sur l'annexe 1 – Données" in text
    assert "Q1 | 1.1.1 | Où sont les données ?" in text
    assert "Q2 | 1.1.2 | Quel plan proposez-vous à l'Autorité concédante ? Attendu : projet de plan. |" in text


def test_a_question_falls_with_its_paragraph(small) -> None:
    matter = ASKING + "\nalineas: {plan: {si: {capteurs: oui}}}"
    clause = clause_text(matter, BODY.replace("2. ", "2. {plan} "))
    assert "Quel plan" not in read(contract(small, {"capteurs": "non"}, a=clause), NAME)
    assert "Quel plan" in read(contract(small, {"capteurs": "oui"}, a=clause), NAME)


def test_a_question_goes_with_its_wording(small) -> None:
    matter = (
        KEPT
        + "variantes: {court: {libelle: Courte, si: {capteurs: oui}}, long: {libelle: Longue, par_defaut: oui}}\n"
        + "reponses: [{id: plan, alinea: 2, variantes: [long], question: Quel plan ?}, {id: qui, alinea: 1, question: Qui ?}]"
    )
    clause = clause_text(matter, "## Texte : court\n\n1. A.\n\n## Texte : long\n\n1. A.\n2. B.")
    assert "Quel plan" not in read(contract(small, {"capteurs": "oui"}, a=clause), NAME)
    assert "Quel plan" in read(contract(small, {"capteurs": "non"}, a=clause), NAME)


def test_the_values_that_a_bidder_proposes_are_listed_and_no_other(small) -> None:
    matter = (
        ASKING
        + """
a_completer:
  taux: {type: pourcentage, libelle: Taux garanti, propose_par: operateur, defaut: 95}
  part: {type: pourcentage, libelle: Part confiée, propose_par: operateur}
  delai: {type: jours, libelle: Délai de réponse, defaut: 10}"""
    )
    text = read(contract(small, a=clause_text(matter, BODY + "\n3. {{ taux }}, {{ part }}, {{ delai }}.")), NAME)
    assert "1.1.3, annexe 1 | Taux garanti | 95 % |" in text
    assert "1.1.3, annexe 1 | Part confiée | à proposer |" in text
    assert "Délai de réponse" not in text


def test_what_is_priced_apart_is_told_and_its_absence_too(small) -> None:
    priced = ASKING + "\n  - {id: extra, alinea: 2, prix: oui, question: Extraction, attendu: prix par extraction}"
    text = read(contract(small, a=clause_text(priced, BODY)), NAME)
    assert "1.1.2, annexe 1 | Extraction | prix par extraction |" in text and "Q3" not in text
    assert "aucune prestation chiffrée à part" in read(contract(small, a=clause_text(ASKING, BODY)), NAME)


def test_secrets_are_claimed_one_by_one_and_the_grid_names_the_questions(small) -> None:
    text = read(contract(small, a=clause_text(ASKING, BODY)), NAME)
    assert "Élément par élément." in text and "la liste suit l'article 1.2 de l'annexe 1" in text
    assert "Valeur technique | Données | Q1, Q2 |  |" in text


def test_nothing_is_asked_of_nobody(small) -> None:
    assert read(contract(small), NAME) == ""


@pytest.mark.parametrize(
    ("matter", "says"),
    [
        ("reponses: [{id: x, alinea: 7, question: Quoi ?}]", "« x » vise l'alinéa 7, qui n'existe pas dans le texte"),
        ("reponses: [{id: x, alinea: 1, question: Quoi ?}, {id: x, alinea: 1, question: Qui ?}]", "« x » est décrit deux fois"),
        ("reponses: [{id: x, alinea: 1, variantes: [b], question: Quoi ?}]", "cite la variante « b », qui n'existe pas"),
        ("reponses: [{id: x, alinea: 1, question: 'Selon {{ delai }} ?'}]", "ni blanc"),
        ("derogations: [{alinea: 1, sujet: Pénalités, references: [ccp-l2]}]", "« ccp-l2 » n'est pas dans le registre"),
        ("derogations: [{alinea: 3, sujet: Pénalités}]", "vise l'alinéa 3"),
        ("jeux: [{id: x, nom: X, donnees_personnelles: oui}]", "décrivez son « traitement »"),
    ],
)  # fmt: skip
def test_a_row_that_leads_nowhere_is_refused_with_its_line(small, matter, says) -> None:
    _, problems = small(a=clause_text(KEPT + matter, "1. {L'opérateur} agit."))
    assert [p for p in problems if says in p.message and p.line > 1 and p.where.endswith("a.md")], problems
