"""A wording that the law has no room for cannot be chosen either; the others can."""

from clausegen.assembly.decisions import Choice
from clausegen.assembly.selection import select
from tests.small_library import TODAY, clause_text

CLAUSE = clause_text(
    """
    recommandee_si: toujours
    variantes:
      marche: {libelle: De marché, par_defaut: oui, exclue_si: {type_contrat: concession}}
      concession: {libelle: De concession, si: {type_contrat: concession}}
      longue: {libelle: Longue}
    """,
    "## Texte : marche\n\n1. Un.\n\n## Texte : concession\n\n1. Deux.\n\n## Texte : longue\n\n1. Trois.",
)


def chosen(small, type: str, variant: str):
    library, problems = small(une_clause=CLAUSE)
    assert problems == []
    facts = library.frame.questionnaire.facts({"type_contrat": type}, library.frame.thresholds, TODAY)
    selection = select(library, facts, {"une-clause": Choice(variant=variant)})
    (decision,) = selection.decisions.values()
    return decision, selection.alerts


def test_a_wording_that_does_not_suit_the_contract_is_refused_and_said(small) -> None:
    decision, alerts = chosen(small, "concession", "marche")
    assert (decision.variant, decision.variant_chosen, decision.barred) == ("concession", False, ("marche",))
    assert "la rédaction « De marché » ne convient pas à ce contrat" in alerts[0].message


def test_the_others_are_the_buyers_to_choose(small) -> None:
    assert chosen(small, "mgp", "concession")[0].variant == "concession"
    assert chosen(small, "concession", "longue")[0].variant_chosen
