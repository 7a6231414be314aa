"""Give every place of a document a name that Word accepts: letters, digits, underscores, 40 at most, never twice."""

import re
from collections.abc import Iterable

from clausegen.document.nodes import Block, Heading, Paragraph

_MAX = 40


def bookmark_names(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the Word name of each bookmark of the document.

    >>> bookmark_names([Heading(1, "Objet", "1", "don-objet"), Heading(1, "Prix", "2", "don objet")])
    {'don-objet': 'don_objet', 'don objet': 'don_objet_2'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for block in blocks:
        given = block.bookmark if isinstance(block, Heading | Paragraph) else ""
        if given and given not in names:
            names[given] = _unique(re.sub(r"[^A-Za-z0-9]", "_", given), taken)
    return names


def _unique(name: str, taken: set[str]) -> str:
    # -- Word takes « Objet » and « objet » for one name --
    name = name if name[0].isalpha() else f"cg_{name}"
    candidate, rank = name[:_MAX], 1
    while candidate.lower() in taken:
        rank += 1
        candidate = f"{name[: _MAX - len(str(rank)) - 1]}_{rank}"
    taken.add(candidate.lower())
    return candidate
