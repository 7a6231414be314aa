"""The answers of one dossier as typed, frozen facts; unknown is a state, not an error."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from clausegen.facts.values import Value


@dataclass(frozen=True)
class Facts:
    """Known facts (asked, implied by other answers, or derived) and the thresholds in force on `as_of`.

    Built by `Questionnaire.facts`. A name absent from `values` is unknown.
    """

    as_of: date
    values: Mapping[str, Value] = field(default_factory=dict)
    thresholds: Mapping[str, Value] = field(default_factory=dict)
    waiting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fact that cannot be known yet (derived, or of a question that may not be asked) -> the questions to answer first."""

    def get(self, name: str) -> Value | None:
        """Return the value of a fact or of a threshold (`seuil.nom`), None when unknown."""
        return self.values.get(name, self.thresholds.get(name))

    def missing_for(self, name: str) -> tuple[str, ...]:
        """Return the questions to answer so that this fact becomes known."""
        return self.waiting.get(name, (name,))

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)
