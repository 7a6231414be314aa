"""Check that optional paragraphs are named on both sides and can be printed."""

from collections.abc import Iterator

from clausegen.errors import Problem, did_you_mean
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import paragraphs_of


def paragraphs(library: ClauseLibrary) -> Iterator[Problem]:
    """Un alinéa facultatif est décrit sous `alineas` et sert dans une variante au moins ; aucun texte n'est vide."""
    for clause in library:
        used = set()
        for _, alinea in paragraphs_of(clause):
            if alinea.condition:
                used.add(alinea.condition)
                if alinea.condition not in clause.optional:
                    yield Problem(
                        clause.path,
                        alinea.line,
                        f"l'alinéa facultatif « {alinea.condition} » n'est pas décrit sous « alineas ».{did_you_mean(alinea.condition, clause.optional)}",
                    )
        for name, optional in clause.optional.items():
            if name not in used:
                yield Problem(
                    clause.path, clause.line("alineas"), f"l'alinéa facultatif « {name} » ne figure dans aucun texte."
                )
            if optional.with_clause is not None and optional.with_clause not in library:
                yield Problem(
                    clause.path,
                    clause.line("alineas"),
                    f"l'alinéa « {name} » accompagne « {optional.with_clause} », qui n'existe pas.{did_you_mean(optional.with_clause, library.clauses)}",
                )
        if clause.table_under and (clause.table_under not in clause.optional or clause.table is None):
            yield Problem(
                clause.path,
                clause.line("tableau_sous"),
                f"« tableau_sous: {clause.table_under} » désigne un alinéa nommé sous « alineas », dans une clause qui a un « tableau ».",
            )
        for variant in clause.variants:
            if variant.text and all(alinea.condition for alinea in variant.text):
                text = f"le texte « {variant.name} »" if variant.name else "le texte"
                yield Problem(clause.path, variant.text[0].line, f"{text} n'a aucun alinéa toujours imprimé.")
