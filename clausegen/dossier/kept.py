"""What is kept of the things people type: scalars as they were typed, checked for what no document can hold.

Types are not decided here: the questionnaire and the clauses' blanks read « 12 000 » or « oui » in their own way.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, PlainValidator

from clausegen.dossier.json_source import MAX_DIGITS
from clausegen.facts.values import clean_text, parse_date, parse_yes_no, shown

Raw = str | bool | int | None
RawValue = Raw | tuple[str, ...]

UNTITLED = "Sans titre"
MAX_TITLE = 200


def kept(value: object) -> Raw:
    """Return a scalar as it is kept; decimals and dates become text that reads back the same.

    >>> kept("12 000"), kept(1.5), kept(date(2026, 11, 22))
    ('12 000', '1,5', '2026-11-22')
    """
    match value:
        case None | bool():
            return value
        case str():
            return clean_text(value)
        case int() if abs(value) < 10**MAX_DIGITS:
            return value
        case int():
            raise ValueError("le nombre est trop grand")
        case float() | Decimal():
            number = Decimal(repr(value)) if isinstance(value, float) else value
            if not number.is_finite():
                raise ValueError(f"« {value} » n'est pas un nombre")
            if abs(number.adjusted()) > MAX_DIGITS:
                raise ValueError("le nombre est trop grand, ou compte trop de décimales")
            # -- a point may group thousands in French figures (1.234), a comma may not --
            return format(number, "f").replace(".", ",")
        case date() if not isinstance(value, datetime):
            return value.isoformat()
    raise ValueError("une valeur simple est attendue : un texte, un nombre, une date, oui ou non")


def _kept_value(value: object) -> RawValue:
    if isinstance(value, list | tuple):
        return tuple(_line(line) for line in value)
    return kept(value)


def _line(line: object) -> str:
    if not isinstance(line, str):
        raise ValueError(f"chaque ligne de la liste est un texte, pas « {shown(line)} »")
    return clean_text(line)


def _name(name: object) -> object:
    if isinstance(name, str) and not re.fullmatch(r"[\w.-]{1,100}", name):
        raise ValueError(f"« {shown(name)} » n'est pas un nom : lettres, chiffres, tirets et soulignés seulement")
    return name


def _text(raw: object) -> object:
    return clean_text(raw) if isinstance(raw, str) else raw


def _title(raw: object) -> object:
    if not isinstance(raw, str):
        return UNTITLED if raw is None else raw
    title = re.sub(r"[\r\n\t]+", " ", clean_text(raw)).strip()
    if len(title) > MAX_TITLE:
        raise ValueError(f"le titre compte {len(title)} caractères ; {MAX_TITLE} au plus sont acceptés")
    return title or UNTITLED


def _date(raw: object) -> object:
    if raw is None or isinstance(raw, date):
        return raw
    if not isinstance(raw, str):
        raise ValueError("une date est attendue ; écrivez 2026-11-22 ou 22/11/2026")
    return parse_date(raw) if raw.strip() else None


def _yes_no(raw: object) -> object:
    if raw is None or isinstance(raw, bool):
        return raw
    if not isinstance(raw, str):
        raise ValueError("oui ou non est attendu")
    return parse_yes_no(raw) if raw.strip() else None


_AS_IT_IS = PlainSerializer(lambda value: value)

Scalar = Annotated[Raw, PlainValidator(kept), _AS_IT_IS]
ScalarOrLines = Annotated[RawValue, PlainValidator(_kept_value), _AS_IT_IS]
Name = Annotated[str, BeforeValidator(_name)]
Text = Annotated[str, BeforeValidator(_text)]
TextOrNothing = Annotated[str | None, BeforeValidator(lambda raw: _text(raw) or None)]
Title = Annotated[str, BeforeValidator(_title)]
Day = Annotated[date | None, BeforeValidator(_date)]
YesNo = Annotated[bool | None, BeforeValidator(_yes_no)]
