"""The guided form: one step at a time, the contract type first, then only what it calls for."""

from functools import partial

import streamlit as st

from clausegen.assembly.asking import TYPE
from clausegen.dossier.dossier import GENERAL
from clausegen.ui import blank_field, fields, header, places, resources, session, switch, wording
from clausegen.ui.form import Form


def render() -> None:
    """Show the step of the address, the first one by default."""
    header.open_page(_title(), rename=not _first())
    view = session.view()
    form = view.form
    if not form.steps:
        st.error(wording.NO_QUESTION)
        return
    position = _position(form)
    step = form.steps[position]
    _stepper(form, position)
    st.write(step.step.introduction)
    if position == 0:
        header.title_field()
    for question in step.questions:
        fields.question_field(question, view)
    if position == 0:
        if TYPE in view.understood.facts:
            _general()
        else:
            st.info(wording.TYPE_FIRST)
    _buttons(form, position)


def _first() -> bool:
    return not session.opened() or _position(session.view().form) == 0


def _title() -> str:
    if not session.opened():
        return wording.QUESTIONS
    form = session.view().form
    return form.steps[_position(form)].step.title if form.steps else wording.QUESTIONS


def _position(form: Form) -> int:
    asked = st.query_params.get("question", "")
    step = st.query_params.get("etape", "") or form.step_of(asked)
    return form.position(step)


def _stepper(form: Form, position: int) -> None:
    following = form.steps[position + 1].step.title if position + 1 < len(form.steps) else wording.CLAUSES
    st.caption(f"{wording.stepper(position + 1, len(form.steps), following)} · {wording.left(form.left)}")
    names = {
        each.step.id: wording.step(rank, each.step.title, each.answered, len(each.questions))
        for rank, each in enumerate(form.steps, start=1)
    }
    switch.choose("etape", wording.STEPS, names, form.steps[position].step.id)


def _show(step: str) -> None:
    st.query_params.pop("question", None)
    st.query_params["etape"] = step


def _general() -> None:
    st.subheader(wording.GENERAL, anchor=False)
    st.write(wording.GENERAL_HELP)
    values = session.view().dossier.values.get(GENERAL, {})
    for name, blank in resources.library().frame.contracts.general.items():
        blank_field.show(GENERAL, name, blank, values.get(name))


def _buttons(form: Form, position: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="step-buttons"):
        if position > 0:
            st.button(wording.PREVIOUS, on_click=partial(_show, form.steps[position - 1].step.id))
        if position + 1 < len(form.steps):
            st.button(wording.NEXT, type="primary", on_click=partial(_show, form.steps[position + 1].step.id))
        elif TYPE in session.view().understood.facts and st.button(wording.SEE_CLAUSES, type="primary"):
            places.go(places.CLAUSES)
