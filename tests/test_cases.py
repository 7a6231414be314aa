"""Every case written beside a clause, run by the function that `clausegen test` runs."""

import pytest
from small_library import clause_text

from clausegen import paths
from clausegen.cases import Outcome, read_cases, run_cases, unmatched
from clausegen.errors import Problem
from clausegen.library.blanks import UNITS
from clausegen.library.reader import read_library

READING = read_library(paths.clauses())
RESULTS = list(run_cases(READING.library, READING.cases))


def _name(result: Outcome | Problem) -> str:
    return f"{result.case.clause}: {result.case.file.name}" if isinstance(result, Outcome) else str(result)


@pytest.mark.parametrize("result", RESULTS, ids=_name)
def test_the_case_holds(result: Outcome | Problem) -> None:
    assert isinstance(result, Outcome), str(result)
    assert result.faults == ()


def test_every_clause_has_a_retained_case_a_waiting_one_where_it_depends_on_answers_and_one_per_wording() -> None:
    outcomes = [result for result in RESULTS if isinstance(result, Outcome)]
    for clause in READING.library:
        mine = [outcome.case.file for outcome in outcomes if outcome.case.clause == clause.id]
        assert {case.expected for case in mine} & {"obligatoire", "recommandee", "retenue"}, clause.id
        depends = any(next(condition.names(), None) for condition in clause.conditions()[:4])
        assert not depends or any(case.expected == "en_attente" for case in mine), clause.id
        tried = {case.variant for case in mine}
        assert set(filter(None, clause.variant_names)) <= tried, (clause.id, set(clause.variant_names) - tried)


def test_a_faulted_case_is_told_and_does_not_hide_its_neighbours(small) -> None:
    library, _ = small(a=clause_text("recommandee_si: toujours"))
    path = "clauses/essai/a.exemples.yml"
    texts = {
        path: "- {nom: un, faits: {}, attendu: oui}\n- {nom: deux, faits: {type_contrat: mgp}, attendu: recommandee}\n"
    }
    problem, outcome = run_cases(library, texts)
    assert "« oui » ne convient pas à « attendu »" in str(problem) and outcome.faults == ()
    (problem,) = run_cases(library, {path: "nom: un"})
    assert "un fichier de cas est une liste" in str(problem)


def test_one_case_may_be_that_of_several_answers(small) -> None:
    library, _ = small(a=clause_text("exclue_si: {capteurs: oui}\nrecommandee_si: {type_contrat: mgp}"))
    text = "- {nom: un, faits: {capteurs: non}, pour_chaque: {type_contrat: [mgp, concession]}, attendu: recommandee}"
    kept, faulted = run_cases(library, {"clauses/essai/a.exemples.yml": text})
    assert kept.faults == () and kept.case.file.name == "un (type_contrat : mgp)"
    assert "obtenu « facultative »" in faulted.faults[0] and faulted.case.file.name == "un (type_contrat : concession)"


def test_a_default_wording_is_that_of_the_rules_unless_the_case_says_that_the_buyer_chose_it(small) -> None:
    wordings = "variantes: {court: {libelle: Court, si: {capteurs: oui}}, socle: {libelle: Socle, par_defaut: oui}}"
    body = "## Texte : court\n\n1. {L'opérateur} agit.\n\n## Texte : socle\n\n1. {L'opérateur} agit."
    library, _ = small(a=clause_text(f"recommandee_si: toujours\n{wordings}", body))
    text = "- {nom: un, faits: {type_contrat: mgp, capteurs: oui}, attendu: recommandee, variante: socle%s}"
    path = "clauses/essai/a.exemples.yml"
    (picked,), (chosen,) = (run_cases(library, {path: text % each}) for each in ("", ", choisie: oui"))
    assert picked.faults == ("variante attendue « socle », obtenue « court »",) and chosen.faults == ()


def test_the_cases_of_a_faulted_clause_are_not_run(small) -> None:
    library, problems = small(a=clause_text("", "1. Un {{ delai }}."))
    texts = {
        "clauses/essai/a.exemples.yml": "- {nom: un, faits: {type_contrat: mgp}, attendu: possible, contient: [Un]}"
    }
    (result,) = run_cases(library, texts, {problem.where for problem in problems})
    assert "« clausegen check » les dit" in str(result)


def test_a_clause_and_its_cases_go_together(small) -> None:
    library, _ = small(a=clause_text())
    cases, _ = read_cases({"clauses/essai/b.exemples.yml": "- {nom: un, faits: {}, attendu: exclue}"})
    assert [problem.where for problem in unmatched(cases, library)] == [
        "clauses/essai/a.md",
        "clauses/essai/b.exemples.yml",
    ]


def test_every_blank_helps_the_buyer_and_every_number_is_bounded(library) -> None:
    numbers = (*UNITS, "montant", "pourcentage", "entier", "nombre")
    blanks = [(clause.id, name, blank) for clause in library for name, blank in clause.blanks.items()]
    assert [(id, name) for id, name, blank in blanks if not blank.help] == []
    assert [
        (id, name)
        for id, name, blank in blanks
        if blank.kind in numbers and (blank.minimum is None or blank.maximum is None)
    ] == []
