"""Check that no reference can dangle, whatever the answers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from clausegen.document.nodes import Alinea, Reference, Run
from clausegen.errors import Problem, did_you_mean
from clausegen.facts.conditions import ALWAYS, implies
from clausegen.library.clause import Clause, Variant
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import paragraphs_of, parts_of

_ARTICLE = re.compile(r"(?:\b[lL]['’]|\b(?:le|la|du|au|article|alinéa) )$")


def references(library: ClauseLibrary) -> Iterator[Problem]:
    """Un renvoi vise une clause que `requiert` garantit, ou se trouve dans un alinéa lié à cette clause (`avec`)."""
    for clause in library:
        guaranteed = guaranteed_groups(library, clause)
        for variant, alinea in paragraphs_of(clause):
            yield from _doubled(clause, alinea)
            for part in parts_of(alinea):
                if isinstance(part, Reference):
                    if part.paragraph is not None:
                        yield from _inside(clause, variant, alinea, part.paragraph)
                    else:
                        yield from _outside(library, clause, alinea, part, guaranteed)


def _doubled(clause: Clause, alinea: Alinea) -> Iterator[Problem]:
    """A reference prints its own article: « à [[x]] » gives « à l'article 2.1 »."""
    parts = list(parts_of(alinea))
    for before, part in pairwise(parts):
        if isinstance(part, Reference) and isinstance(before, Run) and _ARTICLE.search(before.text):
            yield Problem(
                clause.path,
                alinea.line,
                f"« {before.text[-12:].strip()}[[…]] » imprimerait deux articles : écrivez « à [[…]] », « de [[…]] ».",
            )


def _inside(clause: Clause, variant: Variant, alinea: Alinea, number: int) -> Iterator[Problem]:
    """A paragraph that may fall is only named by one that falls with it."""
    target = next((other for other in variant.text if other.number == number), None)
    if target is None:
        yield Problem(clause.path, alinea.line, f"le renvoi [[#{number}]] vise un alinéa qui n'existe pas.")
    elif target.condition not in ("", alinea.condition) and target.condition in clause.optional:
        optional, own = clause.optional[target.condition], clause.optional.get(alinea.condition)
        beside = optional.with_clause in (None, own and own.with_clause)
        if not (beside and implies(own.condition if own else ALWAYS, optional.condition)):
            yield Problem(
                clause.path,
                alinea.line,
                f"le renvoi [[#{number}]] peut tomber dans le vide : placez-le dans un alinéa facultatif de même condition.",
            )


def _outside(
    library: ClauseLibrary, clause: Clause, alinea: Alinea, part: Reference, guaranteed: set[frozenset[str]]
) -> Iterator[Problem]:
    written = f"[[{'|'.join(part.targets)}]]"
    unknown = [id for id in part.targets if id not in library]
    for id in unknown:
        yield Problem(
            clause.path,
            alinea.line,
            f"le renvoi {written} vise la clause « {id} », qui n'existe pas.{did_you_mean(id, library.clauses)}",
        )
    if unknown:
        return
    optional = clause.optional.get(alinea.condition)
    beside = {frozenset([optional.with_clause])} if optional and optional.with_clause else set()
    if not any(group <= set(part.targets) for group in guaranteed | beside | {frozenset([clause.id])}):
        yield Problem(
            clause.path,
            alinea.line,
            f"le renvoi {written} peut tomber dans le vide : ajoutez la clause à « requiert », ou placez le renvoi dans un alinéa facultatif lié à elle (avec).",
        )


def guaranteed_groups(library: ClauseLibrary, clause: Clause) -> set[frozenset[str]]:
    """Return the groups of alternatives of which one clause is always retained with this one."""
    found: set[frozenset[str]] = set()
    waiting = [clause]
    while waiting:
        for group in waiting.pop().requires:
            key = frozenset(group)
            if key in found:
                continue
            found.add(key)
            if len(group) == 1 and group[0] in library:
                waiting.append(library[group[0]])
    return found
