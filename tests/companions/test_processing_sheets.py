"""One sheet per processing of personal data: what is known is filled in, the rest is a visible gap."""

from companion_tools import KEPT, contract, read
from small_library import clause_text

NAME = "fiches-de-traitement"
PERSONAL = (
    KEPT
    + """jeux:
  - {id: abonnes, nom: Liste des abonnés, donnees_personnelles: oui,
     traitement: {objet: gestion des abonnés, finalite: facturer, personnes: abonnés, donnees: identité}}
  - {id: plans, nom: Plans, donnees_personnelles: non}"""
)
FILLED = {
    "secret": {"traitement": "l'envoi d'alertes", "finalite": "prévenir", "confies": ["l'envoi d'alertes", "l'enquête"]}
}


def test_a_contract_without_personal_data_has_no_sheet(small) -> None:
    assert read(contract(small, {"capteurs": "non"}, FILLED), NAME) == ""


def test_the_main_processing_each_line_of_the_roles_and_each_personal_data_set_have_a_sheet(small) -> None:
    drafted = contract(small, {"capteurs": "oui"}, FILLED, a=clause_text(PERSONAL))
    text = read(drafted, NAME)
    assert "1 | l'envoi d'alertes | Traitement principal" in text
    assert "2 | l'enquête | Tableau des rôles" in text
    assert "3 | gestion des abonnés | Inventaire des données" in text
    assert "Plans" not in text and "4 |" not in text


def test_a_sheet_says_what_is_known_and_leaves_the_rest_to_be_filled_in(small) -> None:
    drafted = contract(small, {"capteurs": "oui"}, FILLED, a=clause_text(PERSONAL))
    main, listed, of_data = read(drafted, NAME).split("\nFiche ")[2:5]
    assert "Finalité | prévenir" in main and "Finalité | [à compléter : finalité]" in listed
    assert "Finalité | facturer" in of_data
    assert "Rôle | L'Autorité concédante, responsable ; le Concessionnaire, sous-traitant" in listed
    assert "Rôle | [à compléter : rôle]. Voir l'article 1.2 de l'annexe 1." in of_data
    assert "Sécurité | Voir l'article 1.2 de l'annexe 1." in of_data


def test_the_last_sheet_is_blank(small) -> None:
    text = read(contract(small, {"capteurs": "oui"}, FILLED), NAME)
    assert "Finalité | \n" in text.split("Fiche à remplir")[1]


def test_a_processing_that_a_buyer_typed_is_printed_character_for_character(small) -> None:
    odd = {"secret": {"traitement": "a : b {{ c }}", "finalite": "x", "confies": ["y"]}}
    assert "Traitement | a : b {{ c }}" in read(contract(small, {"capteurs": "oui"}, odd), NAME)
