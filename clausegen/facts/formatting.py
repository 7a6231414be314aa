"""Write numbers, amounts, dates and delays as French contracts do, with their no-break spaces."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

NBSP = "\u00a0"


def number(value: int | Decimal | float) -> str:
    """Return « 1 234,5 » (narrow no-break spaces between thousands).

    >>> number(Decimal("1234.5"))
    '1\\u202f234,5'
    """
    return _written(str(value), "#,##0.#", False)


# -- the same numbers come back in every contract, and writing one costs more than a whole paragraph; by its text, since 1 and
# -- 1.0 are the same key and not the same words --
@lru_cache(maxsize=2**14)
def _written(value: str, pattern: str, quantized: bool) -> str:
    return format_decimal(Decimal(value), format=pattern, locale="fr", decimal_quantization=quantized)


def amount(value: int | Decimal | float, excluding_tax: bool = False) -> str:
    """Return euros: « 1 234,50 € », « 150 € HT »; cents only when there are some."""
    exact = Decimal(str(value))
    pattern = "#,##0" if exact == exact.to_integral_value() else "#,##0.00"
    written = f"{_written(str(value), pattern, True)}{NBSP}€"
    return f"{written}{NBSP}HT" if excluding_tax else written


def percentage(value: int | Decimal | float) -> str:
    """Return « 99,5 % »."""
    return f"{number(value)}{NBSP}%"


@lru_cache(maxsize=2**12)
def day(value: date) -> str:
    """Return « 22 novembre 2026 », « 1er octobre 2026 ».

    >>> day(date(2026, 10, 1))
    '1er\\xa0octobre\\xa02026'
    """
    written = format_date(value, format="d MMMM y", locale="fr")
    return (f"1er{written[1:]}" if value.day == 1 else written).replace(" ", NBSP)


def counted(value: int | Decimal | float, singular: str, plural: str) -> str:
    """Return the number and its unit: « 1 jour », « 15 jours » (plural from 2, as in French)."""
    return f"{number(value)}{NBSP}{plural if abs(Decimal(str(value))) >= 2 else singular}"


def yes_no(value: bool) -> str:
    return "oui" if value else "non"
