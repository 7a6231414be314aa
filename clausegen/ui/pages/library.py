"""The library of clauses, for lawyers first: readable without any dossier, its filters in the address."""

from html import escape

import streamlit as st

from clausegen.library.clause import Clause
from clausegen.library.law import CONFIDENCE_LABELS
from clausegen.ui import clause_sheet, markup, notices, places, resources, search, wording

_PAGE = 20
"""Clauses shown at once."""


def render() -> None:
    """Show the sheet of the clause that the address names, else the search."""
    library = resources.library()
    asked = st.query_params.get("clause", "")
    if asked in library:
        clause_sheet.show(library[asked])
        return
    st.title(wording.LIBRARY, anchor=False)
    st.write(wording.library_size(len(library), len(library.frame.registry)))
    notices.library_problems()
    if asked:
        st.error(wording.no_such_clause(asked))
    found = search.find(*_criteria())
    st.html(f'<p role="status"><strong>{escape(markup.count(len(found), *wording.FOUND))}</strong></p>')
    if not found:
        st.info(wording.NOTHING_FOUND)
    shown = _shown(len(found))
    for clause in found[:shown]:
        _card(clause)
    if len(found) > shown:
        st.button(wording.MORE_CLAUSES, on_click=_more, args=(shown + _PAGE,))


def _criteria() -> tuple[str, str, str, str]:
    frame = resources.library().frame
    words = st.text_input(
        wording.SEARCH, key="recherche", bind="query-params", live="300ms", placeholder=wording.SEARCH_EXAMPLE
    )
    columns = st.columns(3)
    themes = {id: theme.label for id, theme in frame.questionnaire.themes.items()}
    contracts = {type: contract.label for type, contract in frame.contracts.by_type.items()}
    with columns[0]:
        theme = _filter(wording.THEME, "theme", themes)
    with columns[1]:
        contract = _filter(wording.CONTRACT, "contrat", contracts)
    with columns[2]:
        confidence = _filter(wording.CONFIDENCE, "confiance", CONFIDENCE_LABELS)
    return words or "", theme, contract, confidence


def _filter(label: str, key: str, options: dict[str, str]) -> str:
    chosen = st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda id: options.get(id, id),
        key=key,
        bind="query-params",
        placeholder=wording.ANY,
    )
    return chosen or ""


def _shown(found: int) -> int:
    asked = st.query_params.get("nombre", "")
    return min(int(asked), 10_000) if asked.isdecimal() and found > _PAGE else _PAGE


def _more(number: int) -> None:
    st.query_params["nombre"] = str(number)


def _card(clause: Clause) -> None:
    library = resources.library()
    theme = library.frame.questionnaire.themes.get(clause.theme)
    about = wording.in_annex(clause.annex, clause.section, len(clause.variants))
    with st.container(border=True, gap="small", key=f"card-{clause.id}"):
        places.link(places.LIBRARY, clause.title, clause=clause.id)
        st.html(f'{markup.badge(theme.label if theme else clause.theme)}<p class="cg-about">{escape(about)}</p>')
