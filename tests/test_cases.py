"""Every case written beside a clause, run by the function that `clausegen test` runs."""

import pytest

from clausegen import paths
from clausegen.cases import Outcome, run_cases
from clausegen.errors import Problem
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
