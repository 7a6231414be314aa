"""The sentences that an officer pastes into a memo: why a clause stands, why not, what would bring it in."""

from dataclasses import replace

from small_library import TODAY, clause_text

from clausegen.assembly.decisions import Choice
from clausegen.assembly.nearest import nearest_change
from clausegen.assembly.reasons import Reasons
from clausegen.assembly.selection import select
from clausegen.facts.sentences import Sentences


class Said:
    """What is said of the clauses of a small library, for some answers."""

    def __init__(self, library, choices=None, **answers) -> None:
        self.library, self.choices = library, choices or {}
        self.facts = library.frame.questionnaire.facts(
            {"type_contrat": "mgp", **answers}, library.frame.thresholds, TODAY
        )
        self.selection = select(library, self.facts, self.choices)
        sentences = Sentences(library.frame.questionnaire, library.frame.thresholds, TODAY)
        self.reasons = Reasons(library, self.selection, self.facts, sentences)

    def why(self, id="a") -> str:
        return self.reasons.why(self.selection.decisions[id])

    def change(self, id="a") -> str:
        found = nearest_change(self.library, self.facts, self.choices, self.library[id])
        return self.reasons.change(self.selection.decisions[id], found)


def test_a_clause_is_obligatory_because_of_the_answers_that_are_enough(small) -> None:
    library, _ = small(a=clause_text("obligatoire_si: {capteurs: oui}\nrecommandee_si: {amb_donnees: {au_moins: 2}}"))
    said = Said(library, capteurs="oui", amb_donnees=3, population=12)
    assert (
        said.why() == "Obligatoire parce que le contrat est un marché global de performance et qu'il y a des capteurs."
    )
    assert said.reasons.settled(said.selection.decisions["a"]) == "Aucune autre réponse n'y change rien."


def test_a_clause_of_every_contract_of_that_type_says_so(small) -> None:
    library, _ = small(a=clause_text("recommandee_si: toujours"))
    assert Said(library).why() == "Recommandée dans tout contrat de ce type."


def test_the_contract_type_is_no_reason_of_what_is_excluded_from_any_contract(small) -> None:
    library, _ = small(a=clause_text("exclue_si: {capteurs: non}"), b=clause_text("contrats: [concession]"))
    said = Said(library, capteurs="non")
    assert said.why() == "Exclue parce qu'il n'y a pas de capteurs."
    assert said.why("b") == "Sans objet parce que le contrat est un marché global de performance."


def test_a_required_clause_is_traced_to_one_that_stands_by_itself(small) -> None:
    library, _ = small(
        a=clause_text("titre: Annonce\nrecommandee_si: {capteurs: oui}\nrequiert: [b]"),
        b=clause_text("titre: Relais\nrequiert: [c]"),
        c=clause_text("titre: Fin"),
    )
    why = "recommandée parce que le contrat est un marché global de performance et qu'il y a des capteurs."
    assert Said(library, capteurs="oui").why("c") == (
        f"Requise par «\u00a0Relais\u00a0», elle-même requise par «\u00a0Annonce\u00a0», {why}"
    )
    added = Said(library, {"a": Choice(retain=True)}, capteurs="non")
    assert added.why("b") == "Requise par «\u00a0Annonce\u00a0», ajoutée par l'acheteur."


def test_what_the_buyer_decided_is_said_after_the_rules(small) -> None:
    library, _ = small(a=clause_text("recommandee_si: toujours"), b=clause_text())
    said = Said(library, {"a": Choice(retain=False, reason="Déjà en place"), "b": Choice(retain=True)})
    assert said.why() == "Recommandée dans tout contrat de ce type ; écartée par l'acheteur. Motif : Déjà en place."
    assert said.why("b") == "Facultative dans tout contrat de ce type ; ajoutée par l'acheteur."
    assert said.change() == ""


def test_the_nearest_change_is_said_in_the_words_of_the_rules(small) -> None:
    library, _ = small(a=clause_text("recommandee_si: {amb_donnees: {au_moins: 2}}"))
    assert Said(library, amb_donnees=1).change() == (
        "L'acheteur peut l'ajouter. "
        "Elle devient recommandée si le niveau est d'au moins 2 (réponse actuelle : 1, Socle)."
    )
    library, _ = small(
        a=clause_text("exclue_si: {rue: non}\nobligatoire_si: {population: {au_moins: seuil.grand}, rue: oui}")
    )
    assert Said(library, capteurs="non", population=900).change() == (
        "Elle devient obligatoire s'il y a des capteurs (réponse actuelle : Non), si dans la rue (question qui se pose alors) "
        "et si la population est d'au moins 40 000 habitants (réponse actuelle : 900 habitants)."
    ).replace("40 000", "40\u202f000").replace("0 hab", "0\u00a0hab")


def test_a_clause_that_no_answer_brings_in_says_so(small) -> None:
    library, _ = small(a=clause_text())
    assert Said(library).change() == "L'acheteur peut l'ajouter. Aucune réponse ne la rend obligatoire ni recommandée."


def test_the_articles_keep_the_doubts_of_the_registry(small) -> None:
    law = """
        references:
          lu: {texte: Code de la commande publique, article: L. 1, oblige: Définit., confiance: verifie}
          aussi: {texte: Code de la commande publique, article: L. 2, oblige: Définit., confiance: verifie}
          su: {texte: Loi n° 1, article: art. 3, oblige: Définit., confiance: memoire}
        """
    texts = {"clauses/droit/code.yml": law}
    library, problems = small(
        texts, a=clause_text("recommandee_si: toujours\nfondements: [lu, aussi, su]"), b=clause_text()
    )
    said = Said(library)
    assert not problems
    assert said.reasons.basis(said.selection.decisions["a"]) == (
        "Fondements : code de la commande publique, L. 1 et L. 2 ; loi n° 1, art. 3 (cité de mémoire, à vérifier)."
    )
    assert (
        said.reasons.basis(said.selection.decisions["b"])
        == "Aucun texte ne l'impose : c'est une stipulation du contrat."
    )


def test_an_answer_said_once_for_all_is_repeated_only_where_the_rules_name_it(small) -> None:
    library, _ = small(a=clause_text("recommandee_si: {capteurs: oui}"))
    said = Said(library, capteurs="oui")
    told = replace(said.reasons, told=frozenset({"capteurs"}))
    assert "il y a des capteurs" in told.why(said.selection.decisions["a"])
