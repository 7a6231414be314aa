"""Give every place of a document a name that Word accepts: letters, digits, underscores, 40 at most, never twice."""

import re
from collections.abc import Iterable
from functools import lru_cache

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
        given = block.bookmark if isinstance(block, Paragraph | Heading) else ""
        if given and given not in names:
            base, folded = _word_name(given)
            name, rank = base, 1
            while folded in taken:
                rank += 1
                name = f"{base[: _MAX - len(str(rank)) - 1]}_{rank}"
                folded = name.lower()
            taken.add(folded)
            names[given] = name
    return names


@lru_cache(maxsize=2**15)
def _word_name(given: str) -> tuple[str, str]:
    """Return a name that Word accepts, and what Word compares: it takes « Objet » and « objet » for one name."""
    name = re.sub(r"[^A-Za-z0-9]", "_", given)
    name = (name if name[0].isalpha() else f"cg_{name}")[:_MAX]
    return name, name.lower()
