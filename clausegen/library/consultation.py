"""What the documents of a consultation say besides the annexes: extracts for its rules, grid of analysis, list of secrets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausegen.facts.conditions import Condition
from clausegen.library.wording import Said


@dataclass(frozen=True)
class Extract:
    """A passage to paste in the rules of the consultation or in the notice."""

    id: str
    heading: str
    """The key of its heading in `Consultation.headings`."""
    condition: Condition
    text: Said
    points: tuple[Said, ...] = ()
    """Lettered points after the text."""
    bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class SubCriterion:
    """What the answers on some themes are judged by."""

    label: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Criterion:
    label: str
    parts: tuple[SubCriterion, ...]


@dataclass(frozen=True)
class Secrets:
    """The list of secrets that a bidder claims: `clause` organises it, when it is printed."""

    clause: str = ""
    text: Said = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Consultation:
    headings: Mapping[str, str] = field(default_factory=dict)
    """Key -> title, in the order of print."""
    extracts: tuple[Extract, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    secrets: Secrets = Secrets()
    introduction: Said = ()
    """What the response framework says of itself."""

    def names(self) -> Iterator[str]:
        """Yield every fact that decides of an extract."""
        for extract in self.extracts:
            yield from extract.condition.names()

    @property
    def graded(self) -> frozenset[str]:
        """Return the themes that the grid of analysis judges."""
        return frozenset(theme for criterion in self.criteria for part in criterion.parts for theme in part.themes)
