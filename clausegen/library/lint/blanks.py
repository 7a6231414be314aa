"""Check that blanks are described where they are used, and used where they are described."""

from collections.abc import Iterator

from clausegen.document.nodes import Blank
from clausegen.errors import Problem, did_you_mean
from clausegen.library.contracts import GENERAL
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import paragraphs_of, parts_of

_PREFIX = f"{GENERAL}."


def blanks(library: ClauseLibrary) -> Iterator[Problem]:
    """Un blanc du texte est décrit sous `a_completer`, et un blanc décrit sert dans une variante au moins."""
    general = library.frame.contracts.general
    for clause in library:
        used: set[str] = set()
        for _, alinea in paragraphs_of(clause):
            for part in parts_of(alinea):
                if not isinstance(part, Blank):
                    continue
                used.add(part.name)
                known = general if part.name.startswith(_PREFIX) else clause.blanks
                if part.name.removeprefix(_PREFIX) not in known:
                    place = "contrats.yml (donnees_generales)" if known is general else "a_completer"
                    yield Problem(
                        clause.path,
                        alinea.line,
                        f"le blanc « {part.name} » n'est pas décrit sous {place}.{did_you_mean(part.name, known)}",
                    )
        for name in clause.blanks.keys() - used:
            yield Problem(
                clause.path,
                clause.line("a_completer"),
                f"le blanc « {name} » est décrit mais ne figure dans aucun texte.",
            )
        for name, blank in clause.blanks.items():
            if blank.minimum is not None and blank.maximum is not None and blank.minimum > blank.maximum:
                yield Problem(clause.path, clause.line("a_completer"), f"« {name} » : le minimum dépasse le maximum.")
