"""What every file of the library is made of: parts whose keys are known, yes or no, words, numbers."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from clausegen.facts.values import parse_decimal, parse_yes_no

YesNo = Annotated[bool, BeforeValidator(lambda raw: parse_yes_no(raw) if isinstance(raw, str) else raw)]
Words = Annotated[str, Field(min_length=1)]
Number = Annotated[int | float, BeforeValidator(lambda raw: _number(raw))]


def _number(raw: object) -> object:
    if not isinstance(raw, str):
        return raw
    number = parse_decimal(raw)
    return int(number) if number == number.to_integral_value() else float(number)


class FilePart(BaseModel):
    """A part of a file: unknown keys are refused, values never change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
