"""The matrix says of each clause, in each contract type, what the rules give over every complete contract, no more, no less."""

from random import Random

import pytest
from complete_contracts import complete, contracts
from small_library import FRAME, TODAY, clause_text

from clausegen.assembly.decisions import Level
from clausegen.assembly.matrix import Matrix, matrix
from clausegen.assembly.verdicts import judge
from clausegen.facts.conditions import Holds
from clausegen.library.library import ClauseLibrary

DRAWN = 150
"""Contracts drawn for each column: the whole was run with 4,000."""
TYPES = ("concession", "partenariat_innovation", "mgp", "experimentation", "rd", "marche_innovant", "autre_marche")


@pytest.fixture(scope="session")
def whole(library: ClauseLibrary) -> Matrix:
    return matrix(library, TODAY)


# -- the whole library, against complete contracts ------------------------------------------------------------------


@pytest.mark.parametrize("rank", range(len(TYPES) + 1), ids=[*TYPES, "avenant"])
def test_a_contract_has_the_levels_that_its_column_says(rank: int, library: ClauseLibrary, whole: Matrix) -> None:
    column = whole.columns[rank]
    for facts in contracts(library.frame, rank, DRAWN, TODAY, column.shared):
        assert isinstance(column.contracts.verdict(facts), Holds)
        for row in whole.rows:
            cell, level = row.cells[rank], judge(row.clause, facts).level
            assert level in cell.examples, row.clause.id
            said = next(level for level, condition in cell.rules if isinstance(condition.verdict(facts), Holds))
            assert said is level, row.clause.id


def test_every_level_of_a_cell_is_that_of_a_contract(library: ClauseLibrary, whole: Matrix) -> None:
    random = Random(7)
    for row in whole.rows:
        for column, cell in zip(whole.columns, row.cells, strict=True):
            for level, answers in cell.examples.items():
                facts = complete(library.frame, random, TODAY, answers)
                assert isinstance(column.contracts.verdict(facts), Holds)
                assert judge(row.clause, facts).level is level, (row.clause.id, column.id, answers)


def test_there_is_a_column_for_each_contract_type_and_one_for_amendments(library: ClauseLibrary, whole: Matrix) -> None:
    assert [column.id for column in whole.columns if not column.limited] == list(library.frame.contracts.by_type)
    assert [column.label for column in whole.columns if column.limited] == ["Avenant"]
    assert [row.clause for row in whole.rows] == list(library)


def test_the_law_of_another_day_gives_the_same_places(library: ClauseLibrary, whole: Matrix) -> None:
    later = matrix(library, TODAY.replace(year=2028))
    for before, after in zip(whole.rows, later.rows, strict=True):
        assert [cell.place for cell in before.cells] == [cell.place for cell in after.cells]


# -- a clause at a time ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("obligatoire_si: toujours", "Obligatoire"),
        ("obligatoire_si: {capteurs: oui}", "Obligatoire selon le cas"),
        ("recommandee_si: toujours", "Recommandée"),
        ("recommandee_si: {population: {au_moins: seuil.petit}}", "Recommandée selon le cas"),
        ("possible_si: toujours", "Facultative"),
        ("possible_si: {capteurs: oui}", "Facultative"),
        ("possible_si: jamais", "Jamais"),
        ("contrats: [mgp]\nobligatoire_si: toujours", "Jamais"),
        ("lourde: oui\nrecommandee_si: toujours", "Recommandée selon le cas"),
    ],
)
def test_a_place_is_the_strongest_level_and_whether_it_is_always_that_one(matter: str, expected: str, small) -> None:
    library, problems = small(clause=clause_text(matter))
    assert problems == []
    assert matrix(library, TODAY).rows[0].cells[0].place.label == expected


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        # -- what is excluded without sensors is obligatory with them: it is never optional --
        ("exclue_si: {capteurs: non}\nobligatoire_si: {capteurs: oui}", {Level.EXCLUDED, Level.OBLIGATORY}),
        # -- both sides of a threshold at once --
        (
            "obligatoire_si: {population: {moins_de: seuil.petit}, un: [{population: {au_moins: seuil.petit}}]}",
            {Level.OPTIONAL},
        ),
        # -- « rue » is asked with sensors only, and is « non » without them --
        ("obligatoire_si: {rue: oui, capteurs: non}", {Level.OPTIONAL}),
        ("exclue_si: {capteurs: oui}\nrecommandee_si: {rue: non}", {Level.EXCLUDED, Level.RECOMMENDED}),
        # -- a compact file has few inhabitants --
        (
            "lourde: oui\nrecommandee_si: {population: {au_moins: seuil.petit}}\npossible_si: jamais",
            {Level.RECOMMENDED, Level.EXCLUDED},
        ),
    ],
)
def test_conditions_that_exclude_each_other_open_no_level(matter: str, expected: set[Level], small) -> None:
    library, problems = small(clause=clause_text(matter))
    assert problems == []
    assert set(matrix(library, TODAY).rows[0].cells[0].examples) == expected


def test_what_cannot_be_cut_into_cases_stays_open(small) -> None:
    questions = FRAME["clauses/questionnaire.yml"].replace(
        "faits_deduits:",
        "faits_deduits:\n          somme: {libelle: s, calcul: {somme: [population, montant_ht]}, sujet: la somme est, unite: €}",
    )
    library, problems = small(
        {"clauses/questionnaire.yml": questions}, clause=clause_text("obligatoire_si: {somme: {plus_de: 3}}")
    )
    assert problems == []
    assert set(matrix(library, TODAY).rows[0].cells[0].examples) == {Level.OPTIONAL, Level.OBLIGATORY}
