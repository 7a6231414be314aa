"""The list of dossiers: start one, open an example, bring one back, find one again."""

from html import escape

import streamlit as st

from clausegen.dossier.dossier import GENERAL, Dossier, read_dossier
from clausegen.dossier.records import Summary
from clausegen.errors import ClausegenError
from clausegen.ui import examples, markup, notices, places, resources, session, wording
from clausegen.ui.layout import side_by_side

_PAGE = 15
"""Dossiers shown at once."""
_IMPORTED = 1_000_000
"""Bytes of a file brought in."""


def render() -> None:
    """Show the ways in, then the list."""
    st.title(wording.DOSSIERS, anchor=False)
    if session.trouble():
        st.error(session.trouble())
    if message := session.notice():
        st.info(message)
    st.write(wording.WELCOME)
    store = resources.store()
    if store.warning:
        st.warning(store.warning)
    if st.button(wording.NEW, type="primary"):
        _start(Dossier())
    _deleted()
    _list()
    _examples()
    _import()
    notices.library_problems()


def _start(dossier: Dossier) -> None:
    """Keep a new dossier and go to its questions."""
    session.open_dossier(resources.store().create(dossier, session.author()).id)
    session.begin()
    places.go(places.QUESTIONS)


def _examples() -> None:
    found = examples.examples()
    if not found:
        return
    st.header(wording.EXAMPLES_TITLE, anchor=False)
    st.write(wording.EXAMPLES_HELP)
    contracts = resources.library().frame.contracts.by_type
    for column, (name, example) in side_by_side(list(found.items())):
        with column, st.container(border=True, height="stretch"):
            contract = contracts.get(str(example.answers.get("type_contrat")))
            about = str(example.values.get(GENERAL, {}).get("objet", ""))
            kind = markup.badge(contract.label, "recommended") if contract else ""
            st.html(f'<h3 class="cg-card">{escape(example.title)}</h3>{kind}<p class="cg-about">{escape(about)}</p>')
            if st.button(wording.OPEN_EXAMPLE, key=f"example:{name}", help=example.title):
                _start(example)


def _import() -> None:
    with st.expander(wording.IMPORT):
        file = st.file_uploader(wording.IMPORT_LABEL, type=["json", "yml", "yaml"], max_upload_size=1)
        if file is not None and st.button(wording.IMPORT_BUTTON):
            try:
                if file.size > _IMPORTED:
                    raise ClausegenError(wording.TOO_BIG)
                _start(read_dossier(file.getvalue().decode("utf-8"), file.name))
            except UnicodeDecodeError:
                st.error(wording.NOT_UTF8)
            except ClausegenError as error:
                for problem in error.problems:
                    st.error(str(problem))


def _list() -> None:
    st.header(wording.YOUR_DOSSIERS, anchor=False)
    summaries = resources.store().list()
    if not summaries:
        st.info(wording.EMPTY)
        return
    if len(summaries) > _PAGE:
        wanted = st.text_input(wording.FIND, type="search", live="300ms", key="find").casefold().split()
        summaries = [each for each in summaries if all(word in each.title.casefold() for word in wanted)]
    for summary in summaries[:_PAGE]:
        _row(summary)
    if len(summaries) > _PAGE:
        st.caption(wording.more_dossiers(len(summaries) - _PAGE))


def _row(summary: Summary) -> None:
    contract = resources.library().frame.contracts.by_type.get(summary.contract_type or "")
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"dossier-{summary.id}"):
        details = wording.details(
            contract.label if contract else wording.NO_TYPE,
            markup.count(summary.answers, *wording.ANSWERS),
            markup.moment(summary.modified_at),
            summary.modified_by,
        )
        st.html(f'<h3 class="cg-card">{escape(summary.title)}</h3><p class="cg-about">{escape(details)}</p>')
        if st.button(wording.OPEN, key=f"open:{summary.id}", help=summary.title):
            session.open_dossier(summary.id)
            session.begin()
            places.go(places.QUESTIONS)
        action = st.menu_button(
            wording.MORE,
            [wording.DUPLICATE, wording.DELETE],
            key=f"more:{summary.id}",
        )
        if action:
            _act(action, summary)


def _act(action: str, summary: Summary) -> None:
    store = resources.store()
    if action == wording.DUPLICATE:
        store.duplicate(summary.id, session.author())
    else:
        store.delete(summary.id)
        session.remember_deleted(summary.id)
        if session.opened() == summary.id:
            session.close_dossier()
    st.rerun()


def _deleted() -> None:
    """Offer to bring back what was just deleted."""
    id = session.last_deleted()
    gone = next((each for each in resources.store().list(deleted=True) if each.id == id), None) if id else None
    if gone:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.html(f'<p role="status">{escape(wording.deleted(gone.title))}</p>')
            if st.button(wording.UNDO):
                resources.store().undelete(gone.id)
                session.remember_deleted("")
                st.rerun()
