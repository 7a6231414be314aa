"""Print a sentence of the library that stands outside the clauses: parties named as the contract names them, gaps visible."""

import re

from clausegen.assembly.typography import typeset
from clausegen.document.nodes import Filling, Inline, Role, Run, Value
from clausegen.library.contracts import Contract
from clausegen.library.wording import Said

_GAP = re.compile(r"(\[à compléter[^\]]*\])")


def worded(parts: Said | tuple[Inline, ...], contract: Contract) -> tuple[Inline, ...]:
    """Return the parts as printed: roles become the names of the parties, « [à compléter : …] » a missing value."""
    printed: list[Inline] = []
    for part in parts:
        match part:
            case Role(party, form, capital):
                name = typeset(contract.party(party).form(form, capital))
                printed.append(Run(name, part.bold, part.italic))
            case Run(text):
                for piece in filter(None, _GAP.split(text)):
                    gap = _GAP.fullmatch(piece)
                    words = typeset(piece)
                    printed.append(
                        Value(words, Filling.MISSING, part.bold, part.italic)
                        if gap
                        else Run(words, part.bold, part.italic)
                    )
            case _:
                printed.append(part)
    return tuple(printed)
