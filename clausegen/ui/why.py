"""Why a clause stands or does not, on its page: the answers that are enough, or those that would bring it in."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from clausegen.assembly.decisions import Decision, Level
from clausegen.assembly.explanation import explain_variant
from clausegen.ui import markup, places, resources, session, wording
from clausegen.ui.resources import View


def panel(decision: Decision, view: View) -> None:
    """Show the reasons of a decision, each answer leading to its question."""
    reasons, facts = resources.reasons(view), view.understood.facts
    with st.container(border=True, key="why", gap="small"):
        st.header(wording.WHY, anchor=False)
        said = [reasons.why(decision), reasons.settled(decision), reasons.also_required(decision)]
        details = [decision.clause.duty if decision.level is Level.OBLIGATORY else ""]
        if decision.retained:
            details.append(explain_variant(decision, facts, view.sentences))
        st.html(markup.paragraphs("\n\n".join(filter(None, (" ".join(filter(None, said)), *details)))))
        _questions(wording.ENOUGH, reasons.answers(decision), view)
        if decision.level is Level.WAITING:
            _questions("", decision.waiting_for, view)
        if not decision.retained and not decision.set_aside:
            change = resources.change(session.current(), decision.clause.id)
            st.html(_title(wording.BRINGS_IN) + markup.paragraphs(reasons.change(decision, change)))
            _questions("", change.answers if change and decision.level is not Level.WAITING else (), view)


def _questions(title: str, names: Iterable[str], view: View) -> None:
    """Show the questions that the form puts, each with its present answer."""
    questions = resources.library().frame.questionnaire.questions
    put = [name for name in names if view.form.step_of(name)]
    if put and title:
        st.html(_title(title))
    for name in put:
        value, text = view.understood.facts.get(name), questions[name].text
        label = (
            wording.answer_to(text)
            if value is None
            else wording.with_answer(text, view.sentences.shown(questions[name], value))
        )
        places.link(places.QUESTIONS, label, etape=view.form.step_of(name), question=name)


def _title(text: str) -> str:
    return f'<h3 class="cg-card">{escape(text)}</h3>'
