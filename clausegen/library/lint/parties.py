"""Check that the parties are named by their marks, so that each contract type calls them as it should."""

import re
from collections.abc import Iterator

from clausegen.document.nodes import Run
from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import paragraphs_of, parts_of


def parties(library: ClauseLibrary) -> Iterator[Problem]:
    """Le nom d'une partie s'écrit par une marque ({l'opérateur}, {à l'acheteur}…), jamais à la main."""
    contracts = library.frame.contracts.by_type.values()
    names = {party.name: mark for c in contracts for party, mark in ((c.operator, "opérateur"), (c.buyer, "acheteur"))}
    if not names:
        return
    typed = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")s?\b")
    for clause in library:
        for _, alinea in paragraphs_of(clause):
            for part in parts_of(alinea):
                if isinstance(part, Run) and (found := typed.search(part.text)):
                    mark = names.get(found.group()) or names[found.group().removesuffix("s")]
                    told = f"« {found.group()} » est écrit à la main : employez la marque {{l'{mark}}}, {{de l'{mark}}} ou {{à l'{mark}}}."
                    yield Problem(clause.path, alinea.line, told)
