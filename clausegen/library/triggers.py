"""What the law requires of a contract, written apart from the clauses: what a proof holds the library to.

A trigger is read from the law and not from the conditions of the clauses: the two agree, or one of them is wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from clausegen.facts.conditions import Condition


@dataclass(frozen=True)
class Stipulation:
    """A clause, in one of its wordings or with one of its optional paragraphs when it names them.

    >>> str(Stipulation.read("don-statut/nuance")), Stipulation.read("don-statut#secret").paragraph
    ('don-statut/nuance', 'secret')
    """

    clause: str
    variant: str | None = None
    paragraph: str | None = None

    @classmethod
    def read(cls, written: str) -> "Stipulation":
        """Return what `clause`, `clause/variante` or `clause#alinea` designates."""
        clause, paragraph_mark, paragraph = written.partition("#")
        clause, variant_mark, variant = clause.partition("/")
        return cls(clause, variant if variant_mark else None, paragraph if paragraph_mark else None)

    def __str__(self) -> str:
        variant = f"/{self.variant}" if self.variant is not None else ""
        return f"{self.clause}{variant}" + (f"#{self.paragraph}" if self.paragraph is not None else "")


@dataclass(frozen=True)
class Trigger:
    """One requirement of the law: where `condition` holds, one of `required` is obligatory (or told), or `never` stands."""

    id: str
    label: str
    """A French sentence: what the law requires."""
    condition: Condition
    bases: tuple[str, ...]
    required: tuple[Stipulation, ...] = ()
    """One of these at least is retained as obligatory…"""
    reminders: tuple[str, ...] = ()
    """…or one of these reminders is printed…"""
    warnings: tuple[str, ...] = ()
    """…or one of these warnings is told."""
    never: tuple[Stipulation, ...] = ()
    """None of these can stand, whatever the buyer adds."""
    note: str = ""
    path: str = ""
    line: int = 0

    def stipulations(self) -> Iterator[Stipulation]:
        yield from self.required
        yield from self.never
