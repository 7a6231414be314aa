"""The house style of clause texts: the words it refuses, what to write instead, and the proper names it knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Refused:
    """A word or an expression that no text to be signed holds. A final `*` stands for any ending."""

    written: str
    instead: str

    @property
    def pattern(self) -> str:
        stem = re.escape(self.written.lower().rstrip("*"))
        return stem + (r"\w*" if self.written.endswith("*") else r"(?!\w)")


@dataclass(frozen=True)
class Style:
    refused: tuple[Refused, ...] = ()
    proper_names: frozenset[str] = field(default_factory=frozenset)
    common_proofs: tuple[str, ...] = ()
    """What proves any delivery, said once for all in the definitions."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """All refused expressions at once, each in a group of its own, the longest first."""
        ordered = sorted(range(len(self.refused)), key=lambda rank: -len(self.refused[rank].written))
        groups = "|".join(f"(?P<w{rank}>{self.refused[rank].pattern})" for rank in ordered)
        return re.compile(rf"(?<!\w)(?:{groups})" if groups else r"(?!)")

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield each refused expression of the text, in lower case, and what to write instead."""
        for found in self._pattern.finditer(text.lower().replace("’", "'")):
            yield found.group(), self.refused[int(str(found.lastgroup)[1:])].instead
