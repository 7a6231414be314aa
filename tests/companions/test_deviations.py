"""What departs from the library's proposals, and from the general conditions that the contract names."""

from companion_tools import KEPT, contract, read
from small_library import clause_text

NAME = "tableau-des-ecarts"
CCAG = (
    KEPT
    + "contrats: [mgp]\na_completer: {cahier: {type: choix, libelle: CCAG visé, designe_ccag: oui, choix: [CCAG-TIC, CCAG-FCS]}}"
)
REGISTRY = {
    "clauses/droit/ccag.yml": """
        references:
          tic-14: {texte: CCAG-TIC 2021, article: art. 14, oblige: Plafonne., confiance: verifie}
          tic-42: {texte: CCAG-TIC 2021, article: art. 42, oblige: Réversibilité., confiance: partiel}
        """
}
DEVIATING = (
    KEPT
    + """derogations:
  - {alinea: 1, sujet: "Pénalités dues {à l'acheteur}", references: [tic-14]}
  - {alinea: 1, sujet: Réversibilité, references: [tic-42]}
  - {alinea: 1, sujet: Vérifications, a_confronter: oui}"""
)


def market(small, book, **more):
    values = {"ccag": {"cahier": book}} if book else {}
    clauses = {"ccag": clause_text(CCAG, "1. Le Contrat se réfère au {{ cahier }}."), "a": clause_text(DEVIATING)}
    return read(contract(small, {"type_contrat": "mgp"}, values, frame=REGISTRY, **clauses, **more), NAME)


def test_an_article_of_the_general_conditions_is_cited_when_the_registry_has_it(small) -> None:
    text = market(small, "CCAG-TIC")
    assert "1.1.1, annexe 1 | Pénalités dues à l'Acheteur | CCAG-TIC 2021, art. 14 (texte lu)" in text
    assert "Réversibilité | CCAG-TIC 2021, art. 42 (lu en partie)" in text
    assert "À confronter au CCAG-TIC" in text and "Vérifications | à relever dans le CCAG-TIC" in text


def test_an_article_of_another_book_is_never_cited(small) -> None:
    text = market(small, "CCAG-FCS")
    assert "art. 14" not in text and "Pénalités dues à l'Acheteur | à relever dans le CCAG-FCS" in text


def test_the_list_to_paste_holds_only_articles_that_were_read(small) -> None:
    pasted = market(small, "CCAG-TIC").split("Liste à reporter")[1]
    assert "a) art. 14 : pénalités dues à l'Acheteur, à l'alinéa 1.1.1 de l'annexe 1 ;" in pasted
    assert "b) [à compléter : article du CCAG-TIC] : réversibilité" in pasted
    assert "érifications" not in pasted


def test_a_contract_that_names_no_general_conditions_departs_from_none(small) -> None:
    concession = contract(small, frame=REGISTRY, a=clause_text(DEVIATING))
    assert "CCAG-" not in read(concession, NAME) and "Dérogations" not in read(concession, NAME)


def test_the_choices_of_the_buyer_are_told_against_what_was_proposed(small) -> None:
    varied = clause_text(
        KEPT + "titre: Vérifiée\nvariantes: {un: {libelle: Première, par_defaut: oui}, deux: {libelle: Seconde}}",
        "## Texte : un\n\n1. A.\n\n## Texte : deux\n\n1. B.",
    )
    drafted = contract(
        small,
        values={"d": {"delai": 15}},
        choices={
            "a": {"variante": "deux"},
            "b": {"retenir": True},
            "c": {"retenir": False, "motif": "Régie déjà équipée"},
        },
        a=varied,
        b=clause_text("titre: Ajoutée"),
        c=clause_text("titre: Écartée\nobligatoire_si: toujours"),
        d=clause_text(KEPT + "a_completer: {delai: {type: jours, libelle: Délai, defaut: 30}}", "1. {{ delai }}."),
    )
    text = read(drafted, NAME)
    assert "Vérifiée | Première | Seconde" in text
    assert "Ajoutée | Facultative, ajoutée par l'acheteur." in text
    assert (
        "Écartée | Obligatoire | choix de l'acheteur | Obligatoire, écartée par l'acheteur. Motif : Régie déjà équipée."
        in text
    )
    assert "Délai | 30 jours | 15 jours" in text


def test_a_clause_that_cannot_stand_beside_another_is_told_as_such(small) -> None:
    drafted = contract(
        small, a=clause_text("obligatoire_si: toujours\nexclut: [b]"), b=clause_text(KEPT + "titre: Seconde")
    )
    assert "Seconde | Recommandée | incompatibilité" in read(drafted, NAME)


def test_a_contract_as_proposed_says_so(small) -> None:
    text = read(contract(small), NAME)
    for told in ("Aucune clause n'est écartée", "Aucune clause facultative n'est ajoutée", "Aucune valeur proposée"):
        assert told in text
