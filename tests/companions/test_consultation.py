"""The extracts for the rules of the consultation: printed when their condition holds, asked about while it waits."""

import pytest
from companion_tools import COMPANIONS, contract, read
from small_library import clause_text

NAME = "extraits-reglement-consultation"


def test_an_extract_is_printed_under_its_heading_with_its_basis_when_its_condition_holds(small) -> None:
    text = read(contract(small, {"capteurs": "oui"}), NAME)
    assert (
        text.index("Critères")
        < text.index("a) le prix ;")
        < text.index("b) la valeur technique.")
        < text.index("Visite")
    )
    assert "Fondement : Code de la commande publique, L. 1." in text
    assert "L'Autorité concédante organise une visite le [à compléter : date]." in text
    assert "visite" not in read(contract(small, {"capteurs": "non"}), NAME).lower()


def test_an_extract_that_waits_is_a_question_to_the_lawyer_and_is_not_printed(small) -> None:
    drafted = contract(small, {"capteurs": None})
    assert "organise une visite" not in read(drafted, NAME)
    questions = read(drafted, "questions-au-juriste")
    assert "L'Autorité concédante organise une visite le [à compléter : date]. | « Des capteurs ? »" in questions


@pytest.mark.parametrize(
    ("written", "instead", "says"),
    [
        ("rubrique: visite, si: {capteurs: oui}", "rubrique: visites, si: {capteurs: oui}", "la rubrique « visites » n'existe pas"),
        ("si: {capteurs: oui}", "si: {capteur: oui}", "capteur"),
        ("fondements: [ccp-l1]", "fondements: [ccp-l9]", "cite « ccp-l9 », qui n'est pas dans le registre"),
        ("themes: [essai]", "themes: [essais]", "le thème « essais » n'existe pas"),
        ("clause: secret,", "clause: secrets,", "la clause « secrets » n'existe pas"),
        ("{L'acheteur} organise", "{L'achteur} organise", "n'est pas compris"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_its_file(small, written, instead, says) -> None:
    wrong = COMPANIONS["clauses/consultation.yml"].replace(written, instead)
    assert wrong != COMPANIONS["clauses/consultation.yml"]
    _, problems = small({**COMPANIONS, "clauses/consultation.yml": wrong}, secret=clause_text())
    assert [p for p in problems if says in p.message and p.where == "clauses/consultation.yml"], problems


def test_the_sheets_name_clauses_and_blanks_that_exist(small) -> None:
    wrong = (
        COMPANIONS["clauses/fiches.yml"]
        .replace("blanc: confies", "blanc: confiés")
        .replace("modele: secret", "modele: fiche")
    )
    _, problems = small({**COMPANIONS, "clauses/fiches.yml": wrong}, secret=clause_text())
    told = "\n".join(p.message for p in problems if p.where == "clauses/fiches.yml")
    assert "la clause « fiche » n'existe pas" in told and "n'a pas de blanc « confiés »" in told
