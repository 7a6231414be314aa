"""Check your answers: everything said so far, step by step, each line with the way to change it."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from clausegen.dossier.dossier import GENERAL
from clausegen.facts.questionnaire import Question
from clausegen.ui import header, markup, places, problems, resources, session, wording

_LOOK = "cg-answers"


def render() -> None:
    """Show the problems first, then the answers, the general data and the choices."""
    header.open_page(wording.CHECK_TITLE)
    view = session.view()
    problems.show()
    for step in view.form.steps:
        st.header(step.step.title, anchor=False)
        st.html(
            markup.table(
                wording.ANSWERS_HEADER, (_row(step.step.id, q) for q in step.questions), step.step.title, _LOOK
            )
        )
    st.header(wording.GENERAL, anchor=False)
    st.html(markup.table(wording.ANSWERS_HEADER, _general(), wording.GENERAL, _LOOK))
    if view.dossier.choices:
        st.header(wording.CHOICES, anchor=False)
        st.html(markup.table(wording.CHOICES_HEADER, _choices(), wording.CHOICES, _LOOK))
    if sum(len(values) for owner, values in view.dossier.values.items() if owner != GENERAL):
        st.header(wording.FILLED, anchor=False)
        st.html(markup.table(wording.ANSWERS_HEADER, _filled(), wording.FILLED, _LOOK))
    if st.button(wording.GO_EXPORT, type="primary"):
        places.go(places.EXPORT)


def _row(step: str, question: Question) -> Sequence[str]:
    view = session.view()
    answers, where = view.dossier.answers, f"faits.{question.name}"
    value = view.understood.facts.get(question.name)
    if where in view.problems:
        shown = markup.badge(wording.TO_MEND, "waiting") + f" {escape(str(answers[question.name])[:80])}"
    elif question.name not in answers:
        shown = markup.badge(wording.UNANSWERED, "waiting")
    elif value is None:
        shown = markup.badge(wording.UNKNOWN, "waiting")
    else:
        shown = escape(view.sentences.shown(question, value))
    link = places.anchor(places.QUESTIONS, wording.CHANGE, question.text, etape=step, question=question.name)
    return escape(question.text), f"{shown} {link}"


def _general() -> Iterator[Sequence[str]]:
    values = session.view().dossier.values.get(GENERAL, {})
    first = session.view().form.steps[0].step.id if session.view().form.steps else ""
    for name, blank in resources.library().frame.contracts.general.items():
        link = places.anchor(places.QUESTIONS, wording.CHANGE, blank.label, etape=first)
        yield escape(blank.label), f"{_shown(values.get(name))} {link}"


def _choices() -> Iterator[Sequence[str]]:
    library = resources.library()
    for id, choice in session.view().dossier.choices.items():
        title = library[id].title if id in library else id
        said = (
            [wording.RETAINED_BY_CHOICE]
            if choice.retain
            else [wording.ASIDE_BY_CHOICE]
            if choice.retain is False
            else []
        )
        if choice.variant and id in library and choice.variant in library[id].variant_names:
            said.append(wording.chosen_variant(library[id].variant(choice.variant).label))
        if choice.reason:
            said.append(wording.reason(choice.reason))
        link = places.anchor(places.CLAUSE, wording.CHANGE, title, clause=id)
        yield escape(title), f"{escape(' '.join(said))} {link}"


def _filled() -> Iterator[Sequence[str]]:
    library = resources.library()
    for owner, values in session.view().dossier.values.items():
        if owner == GENERAL:
            continue
        clause = library.clauses.get(owner)
        for name, raw in values.items():
            label = clause.blanks[name].label if clause and name in clause.blanks else name
            title = clause.title if clause else owner
            link = places.anchor(places.BLANKS, wording.CHANGE, label, clause=owner)
            yield f"{escape(label)}<br><small>{escape(title)}</small>", f"{_shown(raw)} {link}"


def _shown(raw: object) -> str:
    if raw is None or raw == "":
        return markup.badge(wording.EMPTY_VALUE)
    text = "\n".join(raw) if isinstance(raw, list | tuple) else str(raw)
    return escape(text).replace("\n", "<br>")
