"""As many clauses as asked: those that ship, then copies of which no two say the same thing."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from benchmarks.peers.plain import COLUMNS
from clausegen import paths
from clausegen.document.nodes import Block, Heading, Inline, Paragraph, Run, Table, plain_text
from clausegen.dossier.dossier import load_dossier
from clausegen.library.reader import read_library
from clausegen.pipeline import draft

EXAMPLE = "concession-eau-metropole.yml"
ROWS = 8
"""Computed tables (definitions, penalties) grow with the contract: cut short, clauses weigh the same at all sizes."""
_CHANGED = 0.25
_LONG_WORD = re.compile(r"(?<![\w’-])[a-zéèêàùâîôûç]{6,}(?![\w’-])")


@dataclass(frozen=True)
class Clause:
    section: str
    heading: Heading
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [block for block in self.blocks if isinstance(block, Paragraph)]


def clauses(size: int) -> Iterator[tuple[int, Clause]]:
    """Yield each clause with the rank of its copy; in a copy, one long word in four is changed for another."""
    originals = shipped()
    words = sorted(
        {
            word
            for clause in originals
            for part in clause.paragraphs
            for word in _LONG_WORD.findall(plain_text(part.content))
        }
    )
    for index in range(size):
        copy, rank = divmod(index, len(originals))
        yield copy, _varied(originals[rank], copy, words, random.Random(index)) if copy else originals[rank]


@cache
def shipped() -> tuple[Clause, ...]:
    """Return the clauses of an example, all annexes in a row."""
    library = read_library(paths.clauses()).sound()
    found: list[Clause] = []
    for annex in draft(load_dossier(paths.examples() / EXAMPLE), library, date(2026, 11, 22)).annexes:
        section = ""
        for block in annex.blocks:
            if isinstance(block, Heading) and block.level == 1:
                section = block.text
            elif isinstance(block, Heading):
                found.append(Clause(section, block, ()))
            elif section and (not isinstance(block, Table) or len(block.header) in COLUMNS):
                block = replace(block, rows=block.rows[:ROWS]) if isinstance(block, Table) else block
                found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
    return tuple(found)


def mapped(block: Block, change: Callable[[Inline], Inline]) -> Block:
    """Return a new block, its inline parts changed."""
    match block:
        case Heading():
            return replace(block)
        case Table(header, rows):
            return replace(
                block,
                header=tuple(tuple(map(change, cell)) for cell in header),
                rows=tuple(tuple(tuple(map(change, cell)) for cell in row) for row in rows),
            )
        case _:
            return replace(block, content=tuple(map(change, block.content)))


def _varied(clause: Clause, copy: int, words: list[str], draw: random.Random) -> Clause:
    def other(text: str) -> str:
        return _LONG_WORD.sub(lambda word: draw.choice(words) if draw.random() < _CHANGED else word[0], text)

    def changed(part: Inline) -> Inline:
        return replace(part, text=other(part.text)) if isinstance(part, Run) else part

    heading = replace(clause.heading, text=other(clause.heading.text))
    return Clause(f"{clause.section} ({copy})", heading, tuple(mapped(block, changed) for block in clause.blocks))
