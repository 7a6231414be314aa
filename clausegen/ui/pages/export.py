"""Leave with the documents: what is still missing, said first; the files, always."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from clausegen.assembly.decisions import Level
from clausegen.companions.companion import Audience
from clausegen.delivery import Options, bundle_name, bundle_zip, documents, machine_files, word_files
from clausegen.document.nodes import Document
from clausegen.dossier.dossier import GENERAL, dump_dossier
from clausegen.errors import RenderError
from clausegen.facts.formatting import day
from clausegen.pipeline import Draft
from clausegen.renderers.workbook import render_xlsx
from clausegen.ui import cautions, export_options, header, markup, places, problems, resources, session, wording

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DATA = "application/octet-stream"


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
    """What bidders receive and what the authority keeps never stand in one file; each is made from the draft as it stands here."""
    chosen = export_options.options()
    bidders, internal = st.columns(2)
    with bidders:
        _bundle(draft, Audience.BIDDERS, chosen)
    with internal:
        _bundle(draft, Audience.INTERNAL, chosen)
    st.caption(wording.pinned(day(draft.facts.as_of), resources.library().fingerprint[:12]))
    with st.expander(wording.ONE_BY_ONE):
        for audience in Audience:
            st.subheader(wording.BUNDLES[audience].title, anchor=False)
            _one_by_one(draft, audience, chosen)


def _bundle(draft: Draft, audience: Audience, chosen: Options) -> None:
    told = wording.BUNDLES[audience]
    with st.container(border=True, key=f"bundle-{audience.value}"):
        st.header(told.title, anchor=False)
        st.markdown(told.help)
        st.html(markup.lines(_contents(draft, audience)))
        content: bytes | Callable[[], bytes] | None = partial(_zip, draft, audience, chosen)
        if chosen.pdf or chosen.odt:
            content = _prepared(draft, audience, chosen)
        if content is None:
            return
        stored = session.current()
        st.download_button(
            told.button,
            data=content,
            file_name=bundle_name(draft, audience),
            mime="application/zip",
            type="primary" if audience is Audience.BIDDERS else "secondary",
            icon=":material/download:",
            on_click=partial(_exported, stored.id, stored.version, told.title),
            key=f"zip:{audience.value}",
        )


def _contents(draft: Draft, audience: Audience) -> list[str]:
    """Return the titles of what a bundle holds, ready for the page."""
    beside = [companion.title for companion in draft.companions if companion.audience is audience]
    annexes = [wording.annexes(len(draft.annexes))] if audience is Audience.BIDDERS else []
    return [
        escape(title) for title in (*annexes, *beside, *([wording.DOSSIER] if audience is Audience.INTERNAL else []))
    ]


def _zip(draft: Draft, audience: Audience, chosen: Options) -> bytes:
    """Make a bundle on the click. A layout that fails costs the page numbers, not the documents."""
    try:
        return bundle_zip(draft, audience, chosen)
    except RenderError:
        if not chosen.pages:
            raise
        return bundle_zip(draft, audience, replace(chosen, pages=False))


def _prepared(draft: Draft, audience: Audience, chosen: Options) -> bytes | None:
    """Return a bundle made beforehand, because it takes long: asked for with a button, shown step by step."""
    made = session.preference(f"made:{audience.value}")
    wanted = (session.opened(), session.current().version, chosen)
    if made and made[0] == wanted:
        st.success(wording.PREPARED)
        return bytes(made[1])
    if not st.button(wording.prepare(wording.BUNDLES[audience].title), type="primary", key=f"prepare:{audience.value}"):
        return None
    try:
        with st.status(wording.PREPARING, expanded=True) as status:
            content = bundle_zip(draft, audience, chosen, lambda step: status.update(label=step))
            status.update(label=wording.PREPARED, state="complete", expanded=False)
    except RenderError as error:
        st.error(str(error))
        return None
    session.prefer(f"made:{audience.value}", (wanted, content))
    return content


def _one_by_one(draft: Draft, audience: Audience, chosen: Options) -> None:
    for document in documents(draft, audience):
        _file(document.title, f"{document.name}.docx", _WORD, partial(_word, document, draft, chosen))
    for companion in (each for each in draft.companions if each.audience is audience):
        if companion.sheets:
            make = partial(render_xlsx, companion.sheets, draft.dossier.title, draft.facts.as_of)
            _file(companion.title, f"{companion.name}.xlsx", _SHEET, make)
        for name, content in machine_files(companion, draft).items():
            _file(wording.as_file(companion.title, name), name, _DATA, content)
    if audience is Audience.INTERNAL:
        name = bundle_name(draft).replace(".zip", ".json")
        _file(wording.DOWNLOAD_JSON, name, "application/json", dump_dossier(draft.dossier).encode())


def _word(document: Document, draft: Draft, chosen: Options) -> bytes:
    return word_files((document,), draft, Options(chosen.word))[document.name][f"{document.name}.docx"]


def _file(label: str, name: str, mime: str, data: bytes | Callable[[], bytes]) -> None:
    icon = ":material/download:"
    st.download_button(label, data=data, file_name=name, mime=mime, icon=icon, key=f"file:{name}", on_click="ignore")


def _exported(id: str, version: int, what: str) -> None:
    """Keep for good the state that leaves."""
    resources.store().mark_export(id, session.author(), version, what)
