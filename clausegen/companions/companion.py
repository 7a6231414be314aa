"""A companion of the annexes: a document, a workbook or a file for machines, and who may read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from clausegen.document.events import Event
from clausegen.document.nodes import Document
from clausegen.document.sheets import Sheet


class Audience(StrEnum):
    """Who reads a file. What is internal never stands beside what bidders receive."""

    BIDDERS = "consultation"
    INTERNAL = "interne"


@dataclass(frozen=True)
class Companion:
    """`name` is a safe file stem. What is given is written: `document` (Word), `sheets` (Excel), `events` (iCalendar),
    `table` (CSV), `data` (JSON, in a file that ends in `suffix`)."""

    name: str
    title: str
    audience: Audience
    document: Document | None = None
    sheets: tuple[Sheet, ...] = ()
    events: tuple[Event, ...] = ()
    table: Sheet | None = None
    data: Mapping[str, Any] | None = None
    suffix: str = ".json"

    @property
    def empty(self) -> bool:
        """Return True when there is nothing to write."""
        return not (self.document or self.sheets or self.events or self.table or self.data)
