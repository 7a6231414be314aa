"""What people type, the French way, is understood or refused with a sentence; nothing is guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausegen.facts import formatting
from clausegen.facts.values import MAX_TEXT, clean_text, parse_amount, parse_date, parse_value


@pytest.mark.parametrize(
    ("typed", "euros"),
    [
        ("1 234 567,89", "1234567.89"),
        ("1\u202f234\u202f567,89\u00a0€", "1234567.89"),
        ("12,5 M€", "12500000"),
        ("12,5 millions d'euros", "12500000"),
        ("300 k€ HT", "300000"),
        ("1,2 Md€", "1200000000"),
        ("5404000", "5404000"),
        ("5.404.000", "5404000"),
        ("12.500", "12500"),
        ("0,5 M", "500000"),
    ],
)
def test_amounts_are_read_as_french_people_type_them(typed: str, euros: str) -> None:
    assert parse_amount(typed) == Decimal(euros)


@pytest.mark.parametrize("typed", ["douze", "12 $", "12,5,5", "", "1e9", "NaN", "infini", "12 M€ 5"])
def test_what_is_not_an_amount_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueError, match=r"écrivez par exemple"):
        parse_amount(typed)


@pytest.mark.parametrize("typed", ["9" * 40, "9" * 18 + " Md€", "12,345"])
def test_an_amount_that_could_not_be_printed_to_the_cent_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"«"):
        parse_amount(typed)


@given(st.decimals(0, 10**10, places=2))
def test_an_amount_reads_back_as_it_is_printed(value: Decimal) -> None:
    assert parse_amount(formatting.amount(value)) == value


@given(st.dates())
def test_a_date_reads_back_as_it_is_typed(day) -> None:
    assert parse_date(day.isoformat()) == day == parse_date(f"{day.day}/{day.month}/{day.year:04d}")


@pytest.mark.parametrize("typed", ["2026-02-30", "31/04/2026", "2026-13-01"])
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="n'existe pas dans le calendrier"):
        parse_date(typed)


@pytest.mark.parametrize(
    ("kind", "raw"), [("oui_non", 1.5), ("entier", "1,5"), ("entier", True), ("choix", ["a"]), ("date", "demain")]
)
def test_a_value_of_the_wrong_type_is_refused(kind: str, raw: object) -> None:
    with pytest.raises(ValueError, match=r"«|attendu"):
        parse_value(kind, raw)


@given(st.text(max_size=200))
def test_text_is_kept_character_for_character_or_refused(text: str) -> None:
    try:
        assert clean_text(text) == text
    except ValueError as error:
        assert "U+" in str(error)


def test_a_text_too_long_is_refused_and_not_cut() -> None:
    with pytest.raises(ValueError, match="50000 caractères"):
        clean_text("a" * 50_000)
    assert len(clean_text("a" * MAX_TEXT)) == MAX_TEXT


def test_every_decimal_typed_is_printed() -> None:
    assert formatting.number(parse_value("nombre", "1 234,56789012")) == "1\u202f234,56789012"


def test_delays_agree_in_number_from_two() -> None:
    assert formatting.counted(1, "jour", "jours") == "1\u00a0jour"
    assert formatting.counted(Decimal("1.5"), "an", "ans") == "1,5\u00a0an"
    assert formatting.counted(2, "jour", "jours") == "2\u00a0jours"


@given(st.floats(0, 10**9, allow_nan=False) | st.decimals(0, 10**9, places=3))
def test_a_number_that_is_one_already_keeps_its_value(value) -> None:
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    assert parse_value("nombre", value) == exact
