"""One contract of any size: the same clauses at each round, around values that no round before has printed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from benchmarks.peers.clauses import Clause, clauses, mapped
from clausegen.document.nodes import (
    Block,
    CoverLine,
    Document,
    Filling,
    Heading,
    Inline,
    Link,
    Paragraph,
    Value,
)

_ROUNDS, _BOLD, _ELSEWHERE = 64, 3, 7
_THIN = "\u202f"
_FIGURE = re.compile(rf"\d+(?:[{_THIN}.,]\d+)*")
_COVER = {"Acheteur": "Métropole de Rivesonge", "Objet": "Service public de l’eau potable", "Durée": "12\u00a0ans"}


def content(size: int, turn: int) -> Document:
    """Return `size` clauses; on another turn, the same ones filled in otherwise. All parts are new objects."""
    change = _filled_in(turn)
    return Document(
        name="banc",
        title=f"Annexe numérique – essai {turn} sur {size} clauses",
        subtitle="Délégation du service public de l’eau potable",
        blocks=tuple(mapped(block, change) for block in _numbered(size)),
        cover=tuple(CoverLine(label, Value(text)) for label, text in _COVER.items()),
        draft_mark="PROJET",
        footer="État du droit au 22 novembre 2026",
    )


def _filled_in(turn: int) -> Callable[[Inline], Inline]:
    """Return what gives each blank a figure printed nowhere else; one value in three is bold."""
    rank = -1

    def change(part: Inline) -> Inline:
        nonlocal rank
        if not isinstance(part, Value):
            return replace(part)
        rank += 1
        figure = f"{1000 + rank * _ROUNDS + turn:,}".replace(",", _THIN)
        text, found = _FIGURE.subn(figure, part.text, count=1)
        return Value(text if found else f"{part.text} (lot {figure})", Filling.GIVEN, bold=rank % _BOLD == 0)

    return change


@dataclass(frozen=True)
class _Place:
    """Where a clause stands: its number, and that of its section."""

    section: int
    rank: int

    def number(self, paragraph: int = 0) -> str:
        return f"{self.section}.{self.rank}" + f".{paragraph}" * bool(paragraph)


@cache
def _numbered(size: int) -> tuple[Block, ...]:
    """Return the clauses in their sections, numbered afresh; every reference leads to a clause of this document."""
    found = list(clauses(size))
    places: list[_Place] = []
    targets: dict[tuple[int, str], tuple[str, str]] = {}
    for index, (copy, clause) in enumerate(found):
        new = index == 0 or found[index - 1][1].section != clause.section
        last = places[-1] if places else _Place(0, 0)
        places.append(_Place(last.section + 1, 1) if new else _Place(last.section, last.rank + 1))
        targets[copy, clause.heading.bookmark] = f"cg_{index}", f"l’article\u00a0{places[-1].number()}"
        for rank, paragraph in enumerate(clause.paragraphs, 1):
            targets[copy, paragraph.bookmark] = f"cg_{index}_{rank}", f"l’alinéa\u00a0{places[-1].number(rank)}"
    blocks: list[Block] = []
    for index, (copy, clause) in enumerate(found):
        if places[index].rank == 1:
            blocks.append(Heading(1, clause.section, str(places[index].section)))
        other = index * _ELSEWHERE % size
        elsewhere = f"cg_{other}", f"l’article\u00a0{places[other].number()}"
        blocks += _placed(clause, index, places[index], _linked(copy, targets, elsewhere))
    return tuple(blocks)


def _linked(
    copy: int, targets: Mapping[tuple[int, str], tuple[str, str]], elsewhere: tuple[str, str]
) -> Callable[[Inline], Inline]:
    """Return what leads each reference to the clause of the same copy, or elsewhere when it was left out."""

    def change(part: Inline) -> Inline:
        if not isinstance(part, Link):
            return part
        bookmark, text = targets.get((copy, part.bookmark), elsewhere)
        return replace(part, bookmark=bookmark, text=text)

    return change


def _placed(clause: Clause, index: int, place: _Place, change: Callable[[Inline], Inline]) -> list[Block]:
    blocks: list[Block] = [replace(clause.heading, number=place.number(), bookmark=f"cg_{index}")]
    rank = 0
    for block in clause.blocks:
        if isinstance(block, Paragraph):
            rank += 1
            block = replace(block, number=place.number(rank), bookmark=f"cg_{index}_{rank}")
        blocks.append(mapped(block, change))
    return blocks
