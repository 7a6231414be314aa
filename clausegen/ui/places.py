"""The pages, their names and addresses, and the ways to go from one to another."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from importlib import import_module
from urllib.parse import urlencode

import streamlit as st

from clausegen.ui import session, wording


@dataclass(frozen=True)
class Place:
    """One page. `module` is its name under `pages/`; `address` is empty for the first page."""

    module: str
    address: str
    title: str
    of_dossier: bool = True
    in_menu: bool = True


DOSSIERS = Place("dossiers", "", wording.DOSSIERS, of_dossier=False)
QUESTIONS = Place("questions", "questions", wording.QUESTIONS)
CLAUSES = Place("clauses", "clauses", wording.CLAUSES)
CLAUSE = Place("clause", "clause", wording.CLAUSE, in_menu=False)
BLANKS = Place("blanks", "blancs", wording.BLANKS)
PREVIEW = Place("preview", "apercu", wording.PREVIEW)
CHECK = Place("check", "verifier", wording.CHECK)
EXPORT = Place("export", "exporter", wording.EXPORT)
LIBRARY = Place("library", "bibliotheque", wording.LIBRARY, of_dossier=False)
MATRIX = Place("matrix", "matrice", wording.MATRIX_MENU, of_dossier=False)
COVERAGE = Place("coverage", "recommandations", wording.COVERAGE_MENU, of_dossier=False)
SHEET = Place("sheet", "fiche", wording.SHEET, of_dossier=False, in_menu=False)
PLACES = (DOSSIERS, QUESTIONS, CLAUSES, CLAUSE, BLANKS, PREVIEW, CHECK, EXPORT, LIBRARY, MATRIX, COVERAGE, SHEET)


def page(place: Place) -> st.Page:
    """Return Streamlit's page; those of a dossier stay out of the menu until one is open."""
    shown = place.in_menu and (session.opened() or not place.of_dossier)
    return st.Page(
        _renderer(place.module),
        title=place.title,
        url_path=place.address or None,
        default=not place.address,
        visibility="visible" if shown else "hidden",
    )


def _renderer(module: str) -> Callable[[], None]:
    def render() -> None:
        import_module(f"clausegen.ui.pages.{module}").render()

    render.__name__ = module
    return render


def link(place: Place, label: str, **where: str) -> None:
    """Show a link to a page of the open dossier."""
    st.page_link(page(place), label=label, query_params=_parameters(where))


def go(place: Place, **where: str) -> None:
    """Leave for a page of the open dossier."""
    st.switch_page(page(place), query_params=_parameters(where))


def anchor(place: Place, label: str, hint: str = "", **where: str) -> str:
    """Return the HTML of a link; `hint` completes its name for those who do not see what stands around it."""
    address = f"{place.address or './'}?{urlencode(_parameters(where))}"
    hidden = f'<span class="cg-hidden"> : {escape(hint)}</span>' if hint else ""
    return f'<a class="cg-go" href="{escape(address)}" target="_self">{escape(label)}{hidden}</a>'


def _parameters(where: dict[str, str]) -> dict[str, str]:
    id = session.opened()
    return ({"dossier": id} if id else {}) | where
