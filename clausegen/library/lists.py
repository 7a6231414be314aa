"""What may be chosen in the cells of the companion tables, as lawyers write it, and how machines call it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lists:
    """The choices of a cell, in the order offered; empty for free text."""

    owners: tuple[str, ...] = ()
    """The classes that the contract sorts data into."""
    sensitivities: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    licences: Mapping[str, str] = field(default_factory=dict)
    """Licence of open data -> its address."""
    frequencies: Mapping[str, str] = field(default_factory=dict)
    """Frequency as the inventory writes it -> its code in the European list of frequencies."""
