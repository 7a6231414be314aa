"""The matrix of clauses and contract types: what each clause is in each, in words; for one type, its rules in French."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from clausegen.assembly.decisions import Level
from clausegen.assembly.matrix import PLACES, Cell, Matrix, Place, Row, by_theme
from clausegen.assembly.matrix_sheets import matrix_sheets
from clausegen.assembly.matrix_words import MEANINGS, SIGNS, reading_notes, rules_said
from clausegen.assembly.typography import typeset
from clausegen.facts.sentences import Sentences
from clausegen.renderers.workbook import render_xlsx
from clausegen.ui import criteria, markup, notices, places, resources, search, wording

_NEVER = PLACES[-1]
_BY_ADDRESS = {search.plain(place.label).replace(" ", "-"): place for place in PLACES}
_LOOK = {Level.OBLIGATORY: "cg-place-obligatory", Level.EXCLUDED: "cg-place-none"}


def render() -> None:
    """Show the clauses that answer the filters, theme by theme."""
    library, matrix = resources.library(), resources.clause_matrix()
    st.title(wording.MATRIX, anchor=False)
    st.write(wording.MATRIX_HELP)
    notices.library_problems()
    _legend(matrix)
    words, theme, column, place = _criteria(matrix)
    wanted = {clause.id for clause in search.find(words, theme, "", "")}
    asked = [row for row in matrix.rows if row.clause.id in wanted]
    rows = [row for row in asked if _fits(row, column, place)]
    st.download_button(
        wording.MATRIX_BOOK,
        data=_book,
        file_name=wording.MATRIX_FILE,
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        on_click="ignore",
    )
    st.html(f'<p role="status"><strong>{escape(markup.count(len(rows), *wording.FOUND))}</strong></p>')
    if column is not None:
        left_out = len(asked) - len(rows) if place is None else 0
        st.caption(f"{wording.RULES_HELP} {wording.left_out(left_out)}")
    if not rows:
        st.info(wording.NOTHING_IN_MATRIX)
        st.button(wording.SHOW_ALL, on_click=criteria.clear)
    for _, label, found in by_theme(Matrix(matrix.columns, tuple(rows)), library):
        st.html(f'<h2 class="cg-theme">{escape(label)}</h2>{_table(matrix, found, column, label)}')


def _legend(matrix: Matrix) -> None:
    with st.expander(wording.MATRIX_READING):
        rows = ((_place(place), escape(typeset(MEANINGS[place]))) for place in PLACES)
        st.html(markup.table(wording.MATRIX_LEGEND, rows, wording.MATRIX_READING))
        st.html(markup.lines(escape(typeset(note)) for note in reading_notes(matrix)))


def _criteria(matrix: Matrix) -> tuple[str, str, int | None, Place | None]:
    """Show the filters; return the words, the theme, the rank of the column and the place asked for."""
    themes = {id: theme.label for id, theme in resources.library().frame.questionnaire.themes.items()}
    columns = {column.id: column.label for column in matrix.columns}
    words = criteria.words("recherche", wording.SEARCH, wording.SEARCH_EXAMPLE)
    left, middle, right = st.columns(3)
    with left:
        theme = criteria.one_of("theme", wording.THEME, themes)
    with middle:
        column = criteria.one_of("contrat", wording.COLUMN, columns)
    with right:
        place = criteria.one_of("niveau", wording.PLACE, {name: place.label for name, place in _BY_ADDRESS.items()})
    return words, theme, list(columns).index(column) if column else None, _BY_ADDRESS.get(place)


def _fits(row: Row, column: int | None, place: Place | None) -> bool:
    """Return True when the clause has the place in the column, or in one of them; without a place, when it may stand there."""
    cells = row.cells if column is None else (row.cells[column],)
    if place is None:
        return column is None or cells[0].place != _NEVER
    return any(cell.place == place for cell in cells)


def _table(matrix: Matrix, rows: Sequence[Row], column: int | None, theme: str) -> str:
    if column is None:
        header = (wording.CLAUSE_HEADER, *(column.label for column in matrix.columns))
        return markup.table(header, map(_cells, rows), f"{wording.MATRIX} : {theme}", "cg-matrix", named=True)
    label = matrix.columns[column].label
    said = ((_link(row), _place(row.cells[column].place) + _rules(row.cells[column], row)) for row in rows)
    return markup.table((wording.CLAUSE_HEADER, label), said, f"{label} : {theme}", "cg-rules", named=True)


def _cells(row: Row) -> tuple[str, ...]:
    return _link(row), *(_place(cell.place) for cell in row.cells)


def _link(row: Row) -> str:
    return places.anchor(places.SHEET, row.clause.title, clause=row.clause.id, **criteria.given())


def _place(place: Place) -> str:
    """Return the sign and the words; the sign says nothing more, and is not read aloud."""
    look = _LOOK.get(place.level, "")
    return f'<span class="cg-place {look}"><span aria-hidden="true">{SIGNS[place]}</span>{escape(place.label)}</span>'


def _rules(cell: Cell, row: Row) -> str:
    """Return the rules in their order; nothing when the place says all."""
    if len(cell.examples) == 1:
        return ""
    said = rules_said(cell, row, _sentences(), resources.library())
    items = "".join(f"<li><strong>{escape(level)}</strong> : {escape(condition)}</li>" for level, condition in said)
    return f'<ol class="cg-list">{items}</ol>'


def _sentences() -> Sentences:
    frame = resources.library().frame
    return Sentences(frame.questionnaire, frame.thresholds, date.today())


def _book() -> bytes:
    sheets = matrix_sheets(resources.clause_matrix(), resources.library(), _sentences())
    return render_xlsx(sheets, wording.MATRIX)
