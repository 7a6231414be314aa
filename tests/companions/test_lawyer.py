"""The questions for the lawyer: what blocks first, then what waits, then what nobody has read."""

from companion_tools import KEPT, contract, read
from small_library import clause_text

NAME = "questions-au-juriste"
FRAME = {
    "clauses/alertes.yml": "alertes: {stop: {niveau: bloquante, si: {capteurs: oui}, message: Ne signez pas.}}",
    "clauses/droit/doute.yml": """
        references:
          doute: {texte: Code des doutes, article: L. 9, oblige: Peut-être., confiance: memoire}
        """,
}


def test_the_most_blocking_comes_first_and_each_row_has_room_for_an_answer(small) -> None:
    drafted = contract(
        small,
        {"capteurs": "oui"},
        choices={"a": {"retenir": False, "motif": "Déjà fait"}},
        frame=FRAME,
        a=clause_text("titre: Imposée\nobligatoire_si: toujours\nfondements: [ccp-l1]"),
        b=clause_text("titre: Suspendue\nobligatoire_si: {population: {au_moins: seuil.petit}}"),
        c=clause_text(KEPT + "titre: Douteuse\nfondements: [doute]"),
    )
    text = read(drafted, NAME)
    told = [
        "Ne signez pas. |  | ",
        "Imposée | Obligatoire, écartée par l'acheteur. Motif : Déjà fait. Fondement : Code de la commande publique, L. 1. | ",
        "« Combien d'habitants ? » | la clause « Suspendue » | ",
        "1.1, annexe 1 : Douteuse | Code des doutes, L. 9 (de mémoire). | ",
    ]
    places = [text.index(each) for each in told]
    assert places == sorted(places)
    assert text.count("Réponse du juriste") == 4


def test_a_paragraph_and_a_wording_that_wait_are_asked_about(small) -> None:
    waiting = KEPT + "titre: Partielle\nalineas: {p: {si: {amb_donnees: {au_moins: 2}}}}"
    text = read(contract(small, a=clause_text(waiting, "1. A.\n2. {p} B.")), NAME)
    assert "« Quel niveau ? » | un alinéa de « Partielle »" in text


def test_a_doubtful_clause_without_a_text_is_still_a_question(small) -> None:
    text = read(contract(small, a=clause_text(KEPT + "titre: Seule\nconfiance: a_verifier")), NAME)
    assert "Seule | Confiance de la clause : à vérifier. Aucun texte au registre" in text


def test_nothing_to_ask_is_said(small) -> None:
    assert "Aucune question" in read(contract(small), NAME)
