"""The library of clauses, for lawyers first: readable without any dossier, its filters in the address."""

from html import escape

import streamlit as st

from clausegen.library.clause import Clause
from clausegen.library.law import CONFIDENCE_LABELS
from clausegen.ui import criteria, markup, notices, places, resources, search, wording

_PAGE = 20
"""Clauses shown at once."""


def render() -> None:
    """Show the search, and the clauses that answer it."""
    library = resources.library()
    st.title(wording.LIBRARY, anchor=False)
    st.write(wording.library_size(len(library), len(library.frame.registry)))
    notices.library_problems()
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
    words = criteria.words("recherche", wording.SEARCH, wording.SEARCH_EXAMPLE)
    themes = {id: theme.label for id, theme in frame.questionnaire.themes.items()}
    contracts = {type: contract.label for type, contract in frame.contracts.by_type.items()}
    left, middle, right = st.columns(3)
    with left:
        theme = criteria.one_of("theme", wording.THEME, themes)
    with middle:
        contract = criteria.one_of("contrat", wording.CONTRACT, contracts)
    with right:
        confidence = criteria.one_of("confiance", wording.CONFIDENCE, CONFIDENCE_LABELS)
    return words, theme, contract, confidence


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
        places.link(places.SHEET, clause.title, clause=clause.id, **criteria.given())
        st.html(f'{markup.badge(theme.label if theme else clause.theme)}<p class="cg-about">{escape(about)}</p>')
