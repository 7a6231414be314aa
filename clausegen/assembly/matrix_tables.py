"""The matrix as it leaves: a Markdown page, theme by theme, and the sheets of a workbook."""

from collections.abc import Iterator
from itertools import chain

from clausegen.assembly.decisions import Level
from clausegen.assembly.explanation import LEVEL_LABELS
from clausegen.assembly.matrix import PLACES, Cell, Matrix, Place, Row
from clausegen.document.sheets import Column, Sheet
from clausegen.facts.conditions import ALWAYS
from clausegen.facts.formatting import day
from clausegen.facts.sentences import Sentences
from clausegen.library.library import ClauseLibrary

TITLE = "La matrice des clauses"
SIGNS = dict(zip(PLACES, "●◐○◌·–", strict=True))
"""One sign for each place, told apart by its shape."""
MEANINGS = dict(
    zip(
        PLACES,
        (
            "retenue dans tout contrat de ce type ; l'écarter demande un motif écrit",
            "obligatoire dans certains contrats de ce type ; dans les autres, recommandée, facultative ou absente",
            "retenue dans tout contrat de ce type ; l'acheteur peut l'écarter",
            "jamais obligatoire ; recommandée dans certains contrats de ce type ; dans les autres, facultative ou absente",
            "jamais recommandée ; proposée au choix de l'acheteur, dans tous les contrats de ce type ou dans certains",
            "ne convient à aucun contrat de ce type",
        ),
        strict=True,
    )
)


def reading_notes(matrix: Matrix) -> tuple[str, ...]:
    """Return what must be known to read the matrix, one sentence or two each."""
    limited = [column.label for column in matrix.columns if column.limited]
    notes = [
        "Une case vaut pour tous les contrats de ce type dont toutes les questions ont une réponse.",
        "La matrice dit ce que donnent les règles de chaque clause. Une clause entre aussi dans le contrat quand une autre la requiert ou que "
        "l'acheteur l'ajoute ; elle en sort quand une autre est incompatible avec elle.",
    ]
    for label in limited:
        notes.append(
            f"La colonne « {label} » réunit tous les types de contrat ; les autres colonnes ne comptent pas ces dossiers. L'acheteur y choisit "
            "les annexes à modifier : une clause y est jugée comme si la sienne était choisie ; sinon, elle devient facultative."
        )
    return tuple(notes)


def rules_said(cell: Cell, row: Row, sentences: Sentences, library: ClauseLibrary) -> Iterator[tuple[str, str]]:
    """Yield the rules of a cell, a level and its condition in French: in order, the first that holds decides."""
    for rank, (level, condition) in enumerate(cell.rules):
        if condition == ALWAYS:
            said = "dans les autres cas" if rank else "dans tous les cas"
        elif level is Level.NOT_APPLICABLE:
            contracts = library.frame.contracts.by_type
            said = f"hors : {', '.join(contracts[type].label for type in row.clause.contracts if type in contracts)}"
        else:
            said = sentences.condition(condition)
        yield LEVEL_LABELS[level], said


def by_theme(matrix: Matrix, library: ClauseLibrary) -> Iterator[tuple[str, str, tuple[Row, ...]]]:
    """Yield the themes that have clauses, in their order: id, label, rows."""
    for id, theme in library.frame.questionnaire.themes.items():
        if rows := tuple(row for row in matrix.rows if row.clause.theme == id):
            yield id, theme.label, rows


def matrix_page(matrix: Matrix, library: ClauseLibrary) -> str:
    """Return the matrix as a Markdown page: how to read it, how many clauses of each kind, then a table for each theme."""
    titles = f" | {' | '.join(column.label for column in matrix.columns)} |\n| --- |{' :-: |' * len(matrix.columns)}"
    lines = [
        f"# {TITLE}",
        "",
        "Page écrite par `clausegen matrix` à partir des règles des clauses ; l'application la montre aussi, avec les conditions de chaque case en",
        "toutes lettres, que donne également le tableur (`clausegen matrix --xlsx`).",
        "",
        "| signe | place de la clause | ce que cela veut dire |",
        "| :-: | --- | --- |",
        *(f"| {SIGNS[place]} | {place.label} | {MEANINGS[place]} |" for place in PLACES),
        "",
        *(f"- {note}" for note in reading_notes(matrix)),
        "",
        "## Combien de clauses",
        "",
        f"| place{titles}",
        *(f"| {SIGNS[place]} {place.label} | {' | '.join(map(str, _counts(matrix, place)))} |" for place in PLACES),
    ]
    for _, label, rows in by_theme(matrix, library):
        lines += ["", f"## {label}", "", f"| clause{titles}"]
        for row in rows:
            signs = " | ".join(SIGNS[cell.place] for cell in row.cells)
            lines.append(f"| {row.clause.title} (`{row.clause.id}`) | {signs} |")
    return "\n".join(lines) + "\n"


def matrix_sheets(matrix: Matrix, library: ClauseLibrary, sentences: Sentences) -> tuple[Sheet, ...]:
    """Return the matrix in words, the rules of its cells, and how to read both with the state of the library."""
    themes = library.frame.questionnaire.themes
    known = [
        (row, (row.clause.title, row.clause.id, themes[row.clause.theme].label if row.clause.theme in themes else ""))
        for row in matrix.rows
    ]
    naming = (Column("Clause", 45), Column("Identifiant", 26), Column("Thème", 24))
    places = Sheet(
        "Matrice",
        (*naming, Column("Annexe", 9), *(Column(column.label, 17) for column in matrix.columns)),
        tuple((*names, row.clause.annex, *(cell.place.label for cell in row.cells)) for row, names in known),
    )
    rules = Sheet(
        "Règles",
        (
            *naming,
            Column("Contrat", 26),
            Column("Place", 20),
            Column("Rang", 7),
            Column("Niveau", 14),
            Column("Condition", 80),
        ),
        tuple(
            (*names, column.label, cell.place.label, rank, level, said)
            for row, names in known
            for column, cell in zip(matrix.columns, row.cells, strict=True)
            if cell.place.level > Level.EXCLUDED
            for rank, (level, said) in enumerate(rules_said(cell, row, sentences, library), start=1)
        ),
        note="Les règles d'une case se lisent dans l'ordre de leur rang : la première qui convient au contrat décide.",
    )
    state = (
        ("Bibliothèque", f"{len(library)} clauses"),
        ("Empreinte de la bibliothèque", library.fingerprint[:16]),
        ("Droit appliqué", f"au {day(sentences.as_of)}"),
    )
    legend = Sheet(
        "Lire la matrice",
        (Column("Mention", 32), Column("Ce que cela veut dire", 110)),
        tuple(
            chain(((place.label, MEANINGS[place]) for place in PLACES), (("", n) for n in reading_notes(matrix)), state)
        ),
        filters=False,
    )
    return places, rules, legend


def _counts(matrix: Matrix, place: Place) -> list[int]:
    return [sum(row.cells[rank].place == place for row in matrix.rows) for rank in range(len(matrix.columns))]
