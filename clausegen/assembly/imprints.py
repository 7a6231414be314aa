"""The digest of a clause as printed: what comes back from the other party can be compared with what was sent."""

import hashlib
from collections.abc import Iterable, Iterator

from clausegen.assembly.resolution import ResolvedClause
from clausegen.document.nodes import Block, Heading, Table, plain_text
from clausegen.document.provenance import Imprint

_DIGITS = 16


def imprint(clause: ResolvedClause, blocks: Iterable[Block]) -> Imprint:
    """Return the identity of a printed clause; `blocks` are its own, heading first."""
    own = clause.clause
    return Imprint(own.id, clause.decision.variant, own.version, printed_digest(_lines(blocks)))


def printed_digest(lines: Iterable[str]) -> str:
    """Return 16 hexadecimal digits for the words of texts in reading order. Numbers drawn by Word, white space and the limits
    of paragraphs do not count.

    >>> printed_digest(["Objet", "Le\u00a0Contrat  vaut."]) == printed_digest(["Objet", "Le Contrat\\nvaut."])
    True
    """
    text = " ".join("\n".join(lines).split())
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text=text):
                yield text
            case Table():
                yield block.caption
                yield from (plain_text(cell) for row in (block.header, *block.rows) for cell in row)
            case _:
                yield plain_text(block.content)
