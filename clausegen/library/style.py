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

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        stem = re.escape(self.written.rstrip("*"))
        ending = r"\w*" if self.written.endswith("*") else r"(?!\w)"
        return re.compile(rf"(?<!\w){stem}{ending}", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    refused: tuple[Refused, ...] = ()
    proper_names: frozenset[str] = field(default_factory=frozenset)
    common_proofs: tuple[str, ...] = ()
    """What proves any delivery, said once for all in the definitions."""

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield each refused expression as it stands in the text, and what to write instead."""
        plain = text.replace("’", "'")
        for refused in self.refused:
            if found := refused.pattern.search(plain):
                yield found.group(), refused.instead
