"""How the sheets of personal data processing are laid out: their headings, and where each takes what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from clausegen.facts.conditions import ALWAYS, NEVER, Condition
from clausegen.library.wording import Said

DatasetKey = Literal["nom", "source", "objet", "finalite", "personnes", "donnees"]
"""What a data set of the inventory says of the processing that it serves."""


@dataclass(frozen=True)
class Conditional:
    """A sentence printed when its condition holds."""

    text: Said
    condition: Condition = ALWAYS


@dataclass(frozen=True)
class RoleList:
    """A blank of a clause that lists processings, and the roles of the parties in them."""

    clause: str
    blank: str
    role: Said
    articles: tuple[str, ...] = ()
    """Clauses that rule this sort of processing."""


@dataclass(frozen=True)
class SheetRow:
    """One heading of a sheet. Its content: the blank of the model clause, the data set, the sentences, then the articles."""

    label: str
    blank: str = ""
    dataset: DatasetKey | None = None
    role: bool = False
    """True for the row that tells the role of the parties."""
    sentences: tuple[Conditional, ...] = ()
    articles: tuple[str, ...] = ()
    """Clauses that rule the subject: those printed are pointed to."""

    @property
    def filled_in(self) -> bool:
        """True when each processing has its own content here: what is unknown is then left to be filled in."""
        return self.role or bool(self.blank or self.dataset) or not (self.sentences or self.articles)


@dataclass(frozen=True)
class SheetPlan:
    """`clause` is the model: its blanks describe the main processing, named by the blank `title`."""

    condition: Condition = NEVER
    clause: str = ""
    title: str = ""
    introduction: Said = ()
    lists: tuple[RoleList, ...] = ()
    rows: tuple[SheetRow, ...] = ()

    def clauses(self) -> Iterator[tuple[str, str]]:
        """Yield every clause named, with the blank wanted of it (empty when none is)."""
        if self.clause:
            yield self.clause, self.title
        for each in self.lists:
            yield each.clause, each.blank
            yield from ((article, "") for article in each.articles)
        for row in self.rows:
            if row.blank:
                yield self.clause, row.blank
            yield from ((article, "") for article in row.articles)
