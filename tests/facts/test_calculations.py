"""Numbers worked out from answers: exact, never from an answer that is missing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausegen.facts.calculations import Months, Share, Sum
from clausegen.facts.conditions import Waits
from clausegen.facts.facts import Facts

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def facts(**values) -> Facts:
    return Facts(date(2026, 11, 22), values)


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=5))
def test_a_sum_is_exact_to_the_cent(values) -> None:
    names = tuple(f"f{rank}" for rank in range(len(values)))
    assert Sum(names).value(facts(**dict(zip(names, values, strict=True)))) == sum(values)


@pytest.mark.parametrize("known", [{}, {"a": 1}, {"b": 2}])
def test_a_missing_answer_is_asked_and_is_never_zero(known) -> None:
    for calculation in (Sum(("a", "b")), Share("a", "b"), Months("a", "b")):
        found = calculation.value(facts(**known))
        assert isinstance(found, Waits) and set(found.missing) == {"a", "b"} - known.keys()


def test_a_calculation_on_a_derived_fact_asks_the_questions_behind_it() -> None:
    known = Facts(date(2026, 11, 22), {"b": 2}, waiting={"a": ("question",)})
    assert Share("a", "b").value(known) == Waits(("question",))


def test_a_decrease_counts_as_much_as_an_increase() -> None:
    assert Share("a", "b").value(facts(a=Decimal(-30), b=Decimal(200))) == Decimal("15.00")


def test_a_share_of_nothing_waits() -> None:
    assert Share("a", "b").value(facts(a=Decimal(1), b=Decimal(0))) == Waits(("b",))


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        ("2026-01-31", "2026-02-28", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2026-01-15", "2028-01-14", 23),
        ("2026-01-15", "2026-01-15", 0),
        ("2026-01-15", "2026-01-14", -1),
        ("2027-03-01", "2026-01-01", -14),
    ],
)
def test_months_are_whole_and_negative_when_the_end_comes_first(since, until, months) -> None:
    known = facts(s=date.fromisoformat(since), u=date.fromisoformat(until))
    assert Months("u", "s").value(known) == months


@given(DAYS, DAYS)
def test_the_end_comes_first_exactly_when_months_are_negative(since, until) -> None:
    value = Months("u", "s").value(facts(s=since, u=until))
    assert isinstance(value, Decimal) and (value < 0) == (until < since)
    assert abs(abs((until - since) / timedelta(days=30.44)) - abs(float(value))) <= 2


def test_the_months_are_told_in_a_dossier(library) -> None:
    frame = library.frame
    known = frame.questionnaire.facts(
        {"type_contrat": "concession", "avenant": "oui", "date_avenant": "2027-03-01", "date_fin": "2031-12-31"},
        frame.thresholds,
        date(2026, 11, 22),
    )
    assert known.get("mois_restants") == 57
