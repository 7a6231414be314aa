"""A contradiction of each kind, planted in a small library, is found, shown by a dossier that opens, and told in French."""

import pytest

from clausegen.cli_proof import _dossier
from clausegen.dossier.dossier import dump_dossier, read_dossier
from clausegen.library.reader import read_texts
from clausegen.pipeline import understand
from clausegen.proof.claim import Kind
from clausegen.proof.prover import Prover, Refuted
from tests.small_library import FRAME, TODAY, clause_text


def refuted(kind: Kind, frame: dict[str, str] | None = None, **clauses: str) -> dict[str, Refuted]:
    """Return what is false of a library made of these clauses, by what it is about (the first, when several); each dossier opens."""
    texts = (
        FRAME | (frame or {}) | {f"clauses/essai/{name.replace('_', '-')}.md": text for name, text in clauses.items()}
    )
    library, _ = read_texts(texts)
    found: dict[str, Refuted] = {}
    for each in Prover(library, TODAY).prove(kind).refuted:
        found.setdefault(each.subject, each)
        for witness in each.witnesses:
            opened = read_dossier(dump_dossier(_dossier(each, witness)), "contre-exemple.yml")
            understood = understand(opened, library, TODAY)
            typed, _ = library.frame.questionnaire.read(opened.answers)
            assert understood.problems == () and typed == witness.answers
    return found


def trigger(keys: str) -> dict[str, str]:
    written = f"obligations:\n  exigence: {{libelle: La loi l'exige., {keys}, fondements: [ccp-l1]}}"
    return {"clauses/obligations/droit.yml": written}


def test_a_duty_that_the_rules_forget_in_one_contract() -> None:
    clause = clause_text("obligatoire_si: {capteurs: oui, population: {au_moins: seuil.petit}}")
    found = refuted(Kind.DUTIES, trigger("si: {capteurs: oui}, clauses: [une-clause]"), une_clause=clause)
    (witness,) = found["exigence"].witnesses
    assert witness.answers.keys() == {"type_contrat", "capteurs", "population"}
    assert witness.answers["capteurs"] is True and witness.answers["population"] < 10000
    assert "La loi l'exige. « Une clause » (une-clause) : Facultative" in found["exigence"].told


def test_a_duty_that_the_rules_keep() -> None:
    clause = clause_text("obligatoire_si: {un: [{capteurs: oui}, {population: {au_moins: seuil.petit}}]}")
    keeps = trigger("si: {capteurs: oui, type_contrat: mgp}, clauses: [une-clause]")
    assert refuted(Kind.DUTIES, keeps, une_clause=clause) == {}


def test_what_the_law_forbids_and_the_buyer_could_add() -> None:
    clause = clause_text("recommandee_si: {capteurs: oui}")
    never = trigger("si: {type_contrat: concession}, jamais: [une-clause]")
    assert "Facultative" in refuted(Kind.DUTIES, never, une_clause=clause)["exigence"].told
    clause = clause_text("exclue_si: {type_contrat: concession}")
    assert refuted(Kind.DUTIES, never, une_clause=clause) == {}


@pytest.mark.parametrize(("keys", "holds"), [("une-clause/ferme", False), ("une-clause/souple", True)])
def test_a_duty_may_be_about_one_wording(keys, holds) -> None:
    clause = clause_text(
        "obligatoire_si: toujours\nvariantes: {ferme: {libelle: Ferme, par_defaut: oui}, souple: {libelle: Souple, si: {capteurs: oui}}}",
        "## Texte : ferme\n\n1. {L'opérateur} agit.\n\n## Texte : souple\n\n1. {L'opérateur} agit.",
    )
    found = refuted(Kind.DUTIES, trigger(f"si: {{capteurs: oui}}, clauses: [{keys}]"), une_clause=clause)
    assert (found == {}) is holds


def test_two_clauses_that_exclude_each_other_and_are_both_retained() -> None:
    found = refuted(
        Kind.COMPATIBLE,
        une=clause_text("obligatoire_si: {capteurs: oui}\nexclut: [autre]"),
        autre=clause_text("recommandee_si: {population: {moins_de: seuil.petit}}"),
    )
    assert "Les règles retiennent deux clauses incompatibles" in found["une"].told
    assert found["une"].witnesses[0].answers["population"] < 10000


def test_a_clause_that_requires_what_is_excluded() -> None:
    found = refuted(
        Kind.COMPATIBLE,
        une=clause_text("obligatoire_si: {capteurs: oui}\nrequiert: [autre]"),
        autre=clause_text("exclue_si: {type_contrat: mgp}"),
    )
    assert found["une"].witnesses[0].answers == {"type_contrat": "mgp", "capteurs": True}


def test_a_clause_that_waits_for_a_question_never_asked() -> None:
    questions = {
        "clauses/questionnaire.yml": FRAME["clauses/questionnaire.yml"].replace("sinon: non, oui: dans", "oui: dans")
    }
    clause = clause_text("obligatoire_si: {rue: oui}")
    told = refuted(Kind.COMPATIBLE, questions, une_clause=clause)["une-clause"].told
    assert "Tout est répondu et la clause attend encore" in told and "Dans la rue ?" in told


def test_a_reference_to_a_clause_that_the_buyer_may_set_aside() -> None:
    found = refuted(
        Kind.DANGLING,
        une=clause_text("obligatoire_si: toujours", "1. {L'opérateur} agit selon [[autre]]."),
        autre=clause_text("recommandee_si: toujours"),
    )
    (witness,) = found["une"].witnesses
    assert "alinéa 1 : le renvoi à autre tombe dans le vide" in found["une"].told
    assert witness.choices["autre"].retain is False


def test_a_blank_and_a_deadline_that_stand_nowhere() -> None:
    matter = """
        obligatoire_si: toujours
        alineas: {rue: {si: {rue: oui}}}
        a_completer: {delai: {type: jours, libelle: Délai}}
        livrables: [{id: plan, quoi: Un plan, qui: operateur, quand: {delai: delai}, alinea: 1}]
        """
    body = "1. {L'opérateur} remet un plan.\n2. {rue} Il le remet sous {{ delai }} et {{ autre }}."
    told = refuted(Kind.DANGLING, une_clause=clause_text(matter, body))["une-clause"].told
    assert "le blanc « delai » de « plan » tombe dans le vide" in told or "le blanc « autre »" in told


def test_a_term_that_is_not_defined_for_this_contract() -> None:
    terms = {"clauses/glossaire.yml": "termes: {Coût Maximal: {definition: le prix., contrats: [mgp]}}"}
    told = refuted(Kind.DANGLING, terms, une_clause=clause_text("obligatoire_si: toujours", "1. Le Coût Maximal."))
    assert "le terme « Coût Maximal » tombe dans le vide" in told["une-clause"].told


def test_a_clause_that_no_contract_can_hold() -> None:
    dead = clause_text("exclue_si: {capteurs: [oui, non]}\nobligatoire_si: {capteurs: oui}")
    assert "peut entrer dans un contrat" in refuted(Kind.LIVING, une_clause=dead)["une-clause"].says


def test_a_wording_that_nothing_picks() -> None:
    clause = clause_text(
        "variantes: {a: {libelle: A, si: {capteurs: oui}}, b: {libelle: B, si: {capteurs: oui, rue: non}}, c: {libelle: C, par_defaut: oui}}",
        "## Texte : a\n\n1. Un.\n\n## Texte : b\n\n1. Deux.\n\n## Texte : c\n\n1. Trois.",
    )
    assert "La rédaction « b »" in refuted(Kind.LIVING, une_clause=clause)["une-clause"].says


def test_a_condition_that_is_always_true() -> None:
    clause = clause_text("recommandee_si: {type_contrat: [concession, mgp], capteurs: oui}")
    told = refuted(Kind.LIVING, une_clause=clause)["une-clause"].told
    assert "n'est pas toujours vrai" in told


def test_a_question_that_can_change_no_document() -> None:
    clause = clause_text(
        "recommandee_si: {un: [{capteurs: oui}, {capteurs: non}, {montant_ht: {au_moins: seuil.grand}}]}"
    )
    questions = {"clauses/seuils.yml": FRAME["clauses/seuils.yml"]}
    found = refuted(Kind.QUESTIONS, questions, une_clause=clause)
    assert "se pose pour un type de contrat au moins" in found["date_lancement"].says
    assert found["montant_ht"].witnesses


def test_a_set_of_annexes_that_no_contract_gets() -> None:
    plan = FRAME["clauses/annexes.yml"].replace("si: {type_contrat: mgp}", "si: {type_contrat: concession}")
    assert "« mgp » est celui d'un contrat" in refuted(Kind.WORLDS, {"clauses/annexes.yml": plan})["mgp"].says


def test_an_ambition_that_takes_an_obligation_away() -> None:
    clause = clause_text("obligatoire_si: {amb_donnees: {au_plus: 1}}")
    found = refuted(Kind.AMBITIONS, une_clause=clause)["une-clause"]
    low, high = (witness.answers["amb_donnees"] for witness in found.witnesses)
    assert low == 1 and high > 1
    assert "retire une obligation" in found.told


def test_no_library_can_undo_a_decision_and_the_claim_says_something() -> None:
    clause = clause_text(
        "exclue_si: {rue: oui}\nobligatoire_si: {un: [{capteurs: oui}, {population: {moins_de: seuil.petit}}]}"
    )
    library, _ = read_texts(FRAME | {"clauses/essai/une-clause.md": clause})
    prover = Prover(library, TODAY)
    assert prover.prove(Kind.PATIENCE).refuted == ()
    from dataclasses import replace

    from clausegen.proof.patience import patience

    (claim,) = patience(prover.world)
    unrelated = replace(claim, given=[])
    # -- two dossiers that share no answer: the same formula is false at once --
    assert prover.refutation(unrelated) is not None
