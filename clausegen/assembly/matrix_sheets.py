"""The matrix as the sheets of a workbook, in words, ready to filter."""

from collections.abc import Iterable, Iterator

from clausegen.assembly.decisions import Level
from clausegen.assembly.matrix import PLACES, Matrix
from clausegen.assembly.matrix_words import MEANINGS, reading_notes, rules_said
from clausegen.assembly.typography import typeset
from clausegen.document.sheets import Cell, Column, Sheet
from clausegen.facts.formatting import day
from clausegen.facts.sentences import Sentences
from clausegen.library.library import ClauseLibrary

_NAMING = (Column("Clause", 45), Column("Identifiant", 26), Column("Thème", 24))
_RULES = (
    *_NAMING,
    Column("Contrat", 26),
    Column("Niveau", 22),
    Column("Rang de la règle", 10),
    Column("La règle donne", 15),
    Column("Condition", 80),
)
_READING = (Column("Niveau", 32), Column("Ce que cela veut dire", 110))
_IN_ORDER = "Les règles d'une case se lisent dans l'ordre de leur rang : la première qui convient au contrat décide."


def matrix_sheets(matrix: Matrix, library: ClauseLibrary, sentences: Sentences) -> tuple[Sheet, ...]:
    """Return three sheets: every cell in words, the rules of each cell, and how to read both with the state of the library."""
    themes = library.frame.questionnaire.themes
    named = [
        (row, (row.clause.title, row.clause.id, themes[row.clause.theme].label if row.clause.theme in themes else ""))
        for row in matrix.rows
    ]
    places = [(*names, row.clause.annex, *(cell.place.label for cell in row.cells)) for row, names in named]
    rules = [
        (*names, column.label, cell.place.label, rank, level, said)
        for row, names in named
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        if cell.place.level > Level.EXCLUDED
        for rank, (level, said) in enumerate(rules_said(cell, row, sentences, library), start=1)
    ]
    columns = (*_NAMING, Column("Annexe", 9), *(Column(typeset(column.label), 17) for column in matrix.columns))
    return (
        Sheet("Matrice", columns, _typeset(places)),
        Sheet("Règles", _RULES, _typeset(rules), note=typeset(_IN_ORDER)),
        Sheet("Lire la matrice", _READING, _typeset(_reading(matrix, library, sentences)), filters=False),
    )


def _reading(matrix: Matrix, library: ClauseLibrary, sentences: Sentences) -> Iterator[tuple[Cell, ...]]:
    for place in PLACES:
        yield place.label, MEANINGS[place]
    for note in reading_notes(matrix):
        yield "À savoir", note
    yield "Bibliothèque", f"{len(library)} clauses"
    yield "Empreinte de la bibliothèque", library.fingerprint[:16]
    yield "Droit appliqué", f"au {day(sentences.as_of)}"


def _typeset(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(typeset(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
