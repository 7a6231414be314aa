"""Leave with the documents: what is still missing, said first; the files, always."""

from collections.abc import Iterator
from functools import partial
from html import escape

import streamlit as st

from clausegen.assembly.decisions import Level
from clausegen.delivery import bundle_name, bundle_zip, documents
from clausegen.dossier.dossier import GENERAL, dump_dossier
from clausegen.facts.formatting import day
from clausegen.pipeline import Draft
from clausegen.renderers.word import render_docx
from clausegen.renderers.workbook import render_xlsx
from clausegen.ui import cautions, header, markup, places, problems, resources, session, wording

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render() -> None:
    """Show what is missing, then the downloads."""
    header.open_page(wording.EXPORT_TITLE)
    problems.show()
    draft = resources.draft(session.current())
    if draft is None:
        st.info(wording.TYPE_FIRST)
        places.link(places.QUESTIONS, wording.GO_QUESTIONS)
        return
    _missing(draft)
    cautions.show(draft.told, draft.selection)
    if themes := resources.library().uncovered:
        st.info(wording.uncovered(themes))
    _downloads(draft)


def _missing(draft: Draft) -> None:
    if not any(document.draft_mark for document in documents(draft)):
        if session.view().problems:
            st.warning(wording.LEFT_OUT)
        else:
            st.success(wording.COMPLETE)
        return
    st.warning(wording.BLOCKED if draft.told.blocked else wording.DRAFT)
    for title, items in (
        (wording.GAPS, _gaps(draft)),
        (wording.STILL_WAITING, _waiting(draft)),
        (wording.ASIDE, _aside(draft)),
    ):
        if listed := list(items):
            with st.expander(f"{title} ({len(listed)})", expanded=len(listed) <= 5):
                st.html(markup.lines(listed))


def _gaps(draft: Draft) -> Iterator[str]:
    titles = {clause.id: clause.clause.title for clause in draft.resolved}
    for gap in draft.gaps:
        title = titles.get(gap.clause, wording.GENERAL)
        where = {} if gap.clause == GENERAL else {"clause": gap.clause}
        yield f"{escape(gap.blank.label)} – {escape(title)} {places.anchor(places.BLANKS, wording.FILL, gap.blank.label, **where)}"


def _waiting(draft: Draft) -> Iterator[str]:
    form = session.view().form
    for decision in draft.selection.waiting:
        links = " ".join(
            places.anchor(
                places.QUESTIONS, wording.ANSWER, decision.clause.title, etape=form.step_of(name), question=name
            )
            for name in decision.waiting_for[:1]
            if form.step_of(name)
        )
        yield f"{escape(decision.clause.title)} : {escape(session.view().sentences.asked(decision.waiting_for))} {links}"


def _aside(draft: Draft) -> Iterator[str]:
    for decision in draft.selection.set_aside:
        if decision.level is Level.OBLIGATORY:
            title = decision.clause.title
            yield f"{escape(title)} {places.anchor(places.CLAUSE, wording.SEE, title, clause=decision.clause.id)}"


def _downloads(draft: Draft) -> None:
    """Every file is made on the click, from the draft as it stands here: what people see is what they get."""
    stored = session.current()
    st.download_button(
        wording.DOWNLOAD_ZIP,
        data=partial(bundle_zip, draft),
        file_name=bundle_name(draft),
        mime="application/zip",
        type="primary",
        icon=":material/download:",
        on_click=partial(_exported, stored.id, stored.version),
        key="zip",
    )
    st.caption(wording.zip_content(len(draft.annexes), day(draft.facts.as_of), resources.library().fingerprint[:12]))
    st.header(wording.ONE_BY_ONE, anchor=False)
    for document in documents(draft):
        st.download_button(
            document.title,
            data=partial(render_docx, document, created=draft.facts.as_of),
            file_name=f"{document.name}.docx",
            mime=_WORD,
            icon=":material/download:",
            key=f"file:{document.name}",
            on_click="ignore",
        )
    for companion in draft.companions:
        if companion.sheets:
            st.download_button(
                companion.title,
                data=partial(render_xlsx, companion.sheets, draft.dossier.title, draft.facts.as_of),
                file_name=f"{companion.name}.xlsx",
                mime=_SHEET,
                icon=":material/download:",
                key=f"file:{companion.name}",
                on_click="ignore",
            )
    st.download_button(
        wording.DOWNLOAD_JSON,
        data=dump_dossier(draft.dossier),
        file_name=bundle_name(draft).replace(".zip", ".json"),
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
    )


def _exported(id: str, version: int) -> None:
    """Keep for good the state that leaves."""
    resources.store().mark_export(id, session.author(), version, wording.WHOLE_DOSSIER)
