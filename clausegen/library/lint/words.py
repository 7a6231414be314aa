"""Check that a text to be signed holds no vague word, no « et/ou », no future where the present binds."""

from collections.abc import Iterator

from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import paragraphs_of, parts_of, written


def words(library: ClauseLibrary) -> Iterator[Problem]:
    """Un texte à signer ne contient aucun des mots vagues de la liste : il dit qui, quoi, quand, et la condition."""
    for clause in library:
        for _, alinea in paragraphs_of(clause):
            for found, instead in library.frame.style.found_in(written(tuple(parts_of(alinea)))):
                yield Problem(
                    clause.path, alinea.line, f"« {found} » ne s'écrit pas dans une clause ; écrivez {instead}."
                )
