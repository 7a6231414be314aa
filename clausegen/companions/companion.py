"""A companion of the annexes: a document or a workbook, and who may read it."""

from dataclasses import dataclass
from enum import StrEnum

from clausegen.document.nodes import Document
from clausegen.document.sheets import Sheet


class Audience(StrEnum):
    """Who reads a file. What is internal never stands beside what bidders receive."""

    BIDDERS = "consultation"
    INTERNAL = "interne"


@dataclass(frozen=True)
class Companion:
    """`name` is a safe file stem; either `document` (Word) or `sheets` (Excel) is given."""

    name: str
    title: str
    audience: Audience
    document: Document | None = None
    sheets: tuple[Sheet, ...] = ()
