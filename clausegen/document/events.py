"""What an entry of a calendar is, with no idea of the file that will hold it: a whole day, once or again and again."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Event:
    """`key` is unique in its calendar and stays the same from one version to the next.

    `months` is the time between two occurrences, 0 for one only; `until` the last day when one may fall.
    """

    key: str
    day: date
    summary: str
    description: str
    months: int = 0
    until: date | None = None
