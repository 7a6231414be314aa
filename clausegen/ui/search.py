"""Find clauses: every word must stand in the title, the text or the notes, whatever the accents and capitals."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from clausegen.document.nodes import Item, plain_text
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary
from clausegen.ui import resources


def find(words: str, theme: str, contract: str, confidence: str) -> Sequence[Clause]:
    """Return the clauses that answer every criterion, in the order of the annexes; an empty criterion asks nothing."""
    library = resources.library()
    wanted = plain(words).split()
    return [
        clause
        for clause in library
        if (not theme or clause.theme == theme)
        and (not contract or contract in clause.contracts)
        and (not confidence or clause.confidence == confidence)
        and (not wanted or all(word in _texts(library.fingerprint)[clause.id] for word in wanted))
    ]


def plain(text: str) -> str:
    """Return the text without accents or capitals.

    >>> plain("Évaluation de l’Été")
    "evaluation de l'ete"
    """
    spread = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@lru_cache(maxsize=2)
def _texts(fingerprint: str) -> dict[str, str]:
    library: ClauseLibrary = resources.library()
    return {clause.id: plain("\n".join(_words(clause, library))) for clause in library}


def _words(clause: Clause, library: ClauseLibrary) -> list[str]:
    words = [clause.id, clause.title, clause.section, clause.buyer_notes, clause.motives, clause.duty]
    words += [library.frame.registry[id].citation for id in clause.bases if id in library.frame.registry]
    for variant in clause.variants:
        words.append(variant.label)
        for alinea in variant.text:
            words.append(plain_text(alinea.content))
            words += [plain_text(child.content) for child in alinea.children if isinstance(child, Item)]
    return words
