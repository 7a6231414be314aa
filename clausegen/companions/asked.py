"""The questions put to bidders: those of the printed paragraphs, in the order of print, numbered."""

from collections.abc import Iterator
from dataclasses import dataclass

from clausegen.assembly.resolution import ResolvedClause
from clausegen.companions.findings import Findings
from clausegen.companions.standing import paragraph_of
from clausegen.library.clause_rows import Answer


@dataclass(frozen=True)
class Asked:
    """One question put to bidders, with its number in the framework."""

    number: int
    clause: ResolvedClause
    answer: Answer
    article: str


def asked_of(f: Findings) -> Iterator[Asked]:
    """Yield the questions in the order of print, numbered."""
    rank = 0
    for clause in f.resolved:
        for answer in sorted(clause.clause.answers, key=lambda each: each.paragraph):
            if not answer.priced and (article := paragraph_of(clause, answer, f)):
                rank += 1
                yield Asked(rank, clause, answer, article)
