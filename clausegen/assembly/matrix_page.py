"""The matrix as a Markdown page: how to read it, how many clauses of each kind, then a table for each theme."""

from clausegen.assembly.matrix import PLACES, Matrix, Place, by_theme
from clausegen.assembly.matrix_words import MEANINGS, SIGNS, TITLE, reading_notes
from clausegen.library.library import ClauseLibrary


def matrix_page(matrix: Matrix, library: ClauseLibrary) -> str:
    """Return the page, in French."""
    titles = f" | {' | '.join(column.label for column in matrix.columns)} |\n| --- |{' :-: |' * len(matrix.columns)}"
    lines = [
        f"# {TITLE}",
        "",
        "Page écrite par `clausegen matrix` à partir des règles des clauses ; l'application la montre aussi, avec les conditions de chaque case en",
        "toutes lettres, que donne également le tableur (`clausegen matrix --xlsx`).",
        "",
        "| signe | niveau | ce que cela veut dire |",
        "| :-: | --- | --- |",
        *(f"| {SIGNS[place]} | {place.label} | {MEANINGS[place]} |" for place in PLACES),
        "",
        *(f"- {note}" for note in reading_notes(matrix)),
        "",
        "## Combien de clauses",
        "",
        f"| niveau{titles}",
        *(f"| {SIGNS[place]} {place.label} | {' | '.join(map(str, _counts(matrix, place)))} |" for place in PLACES),
    ]
    for _, label, rows in by_theme(matrix, library):
        lines += ["", f"## {label}", "", f"| clause{titles}"]
        for row in rows:
            signs = " | ".join(SIGNS[cell.place] for cell in row.cells)
            lines.append(f"| {row.clause.title} (`{row.clause.id}`) | {signs} |")
    return "\n".join(lines) + "\n"


def _counts(matrix: Matrix, place: Place) -> list[int]:
    return [sum(row.cells[rank].place == place for row in matrix.rows) for rank in range(len(matrix.columns))]
