"""Named legal thresholds, each with its dated values: what the law set, and from which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clausegen.facts.condition_syntax import THRESHOLD_PREFIX
from clausegen.facts.values import Value


@dataclass(frozen=True)
class DatedValue:
    since: date
    value: Value


@dataclass(frozen=True)
class NamedThreshold:
    """One threshold of `clauses/seuils.yml`; `kind` is entier, montant (euros excl. VAT), nombre or date."""

    name: str
    label: str
    kind: str
    values: tuple[DatedValue, ...]
    nature: str = "loi"
    unit: str = ""
    bases: tuple[str, ...] = ()
    note: str = ""

    def on(self, day: date) -> Value | None:
        """Return the value in force on that day, or None when none is known yet."""
        known = [dated.value for dated in self.values if dated.since <= day]
        return known[-1] if known else None


@dataclass(frozen=True)
class Thresholds:
    """All named thresholds."""

    by_name: Mapping[str, NamedThreshold]

    def kinds(self) -> dict[str, str]:
        """Return threshold name -> kind of its value."""
        return {name: threshold.kind for name, threshold in self.by_name.items()}

    def on(self, day: date) -> dict[str, Value]:
        """Return `seuil.nom` -> value for those known on that day."""
        values = {f"{THRESHOLD_PREFIX}{name}": threshold.on(day) for name, threshold in self.by_name.items()}
        return {name: value for name, value in values.items() if value is not None}
