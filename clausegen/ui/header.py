"""What stands above each page of a dossier: its title, its saving, the counts, the effect of the last answer."""

from datetime import datetime
from html import escape

import streamlit as st

from clausegen.assembly.decisions import Level
from clausegen.dossier.kept import UNTITLED
from clausegen.ui import cautions, markup, places, resources, session, wording
from clausegen.ui.fields import show_problem

_NAMED = 3
"""Clauses named after an answer; the others are counted."""


def open_page(title: str, rename: bool = True) -> None:
    """Show the header and the title of a page of the open dossier; stop there when none can be opened."""
    if not session.opened():
        st.title(title, anchor=False)
        st.error(session.trouble() or wording.NO_DOSSIER)
        places.link(places.DOSSIERS, wording.GO_TO_DOSSIERS)
        st.stop()
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        st.html(_summary())
        if rename:
            with st.popover(wording.RENAME, type="tertiary"):
                title_field()
    _warnings()
    st.title(title, anchor=False)
    if message := session.notice():
        st.info(message)


def title_field() -> None:
    """Show the title, to be changed."""
    key = ("titre",)
    title = session.view().dossier.title
    name, held = session.field(key, "" if title == UNTITLED else title)
    st.text_input(
        wording.TITLE_LABEL,
        value=held,
        key=name,
        placeholder=wording.TITLE_EXAMPLE,
        on_change=session.take,
        args=(key, str),
        live="1s",
    )
    show_problem(session.refusal(key), key)


def _summary() -> str:
    stored, view = session.current(), session.view()
    selection, form = view.selection, view.form
    counts = [
        (sum(d.level is Level.OBLIGATORY for d in selection.retained), wording.OBLIGATORY, "obligatory"),
        (sum(d.level is Level.RECOMMENDED for d in selection.retained), wording.RECOMMENDED, "recommended"),
        (len(selection.waiting), wording.WAITING, "waiting"),
    ]
    badges = "".join(markup.badge(markup.count(number, *words), look) for number, words, look in counts)
    progress = markup.bar(form.answered, form.asked, wording.answered(form.answered, form.asked))
    return (
        f'<div class="cg-head"><p class="cg-name"><b>{escape(stored.dossier.title)}</b>'
        f"<span>{escape(_saved(stored.modified_at))}</span></p>"
        f'<p class="cg-counts" data-live>{badges}{progress}</p>{_movement()}</div>'
    )


def _movement() -> str:
    came, went = session.movement()
    said = wording.movement(_titles(came), _titles(went))
    return f'<p class="cg-movement" data-live>{escape(said)}</p>'


def _titles(ids: tuple[str, ...]) -> list[str]:
    library = resources.library()
    names = [f"«{wording.NBSP}{library[id].title}{wording.NBSP}»" for id in ids[:_NAMED] if id in library]
    return [*names, wording.others(len(ids) - _NAMED)] if len(ids) > _NAMED else names


def _saved(modified: datetime) -> str:
    return wording.UNSAVED if session.unsaved() else wording.saved(markup.moment(modified))


def _warnings() -> None:
    if message := session.trouble():
        st.error(wording.trouble(message))
    elif warning := resources.store().warning:
        st.warning(warning)
    cautions.blocking(session.view().told)
