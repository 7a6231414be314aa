"""One widget for each kind of answer. Nothing is a number widget: what people type stays as they typed it."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from clausegen.dossier.changes import ABSENT, Key
from clausegen.facts.formatting import NBSP
from clausegen.facts.questionnaire import Question
from clausegen.facts.values import Value, clean_text
from clausegen.ui import markup, resources, session, wording
from clausegen.ui.resources import View

_UNKNOWN = "?"
"""The option « Je ne sais pas »."""
_LISTED = 8
"""Beyond this many answers, a list to open replaces the buttons."""
_PAUSE = "1s"
"""A text is saved after this pause, so that even a closed tab loses next to nothing."""


def question_field(question: Question, view: View) -> None:
    """Show a question: its widget, what was understood, why it is asked."""
    with st.container(key=f"question-{question.name}", gap="small"):
        if question.kind in ("choix", "oui_non", "echelle"):
            _choice(question, view)
        elif question.kind == "choix_multiple":
            _several(question, view)
        else:
            _typed(question, view)
        _understood(question, view)
        _why(question, view)


def _choice(question: Question, view: View) -> None:
    key = ("faits", question.name)
    labels = {**_answers(question), _UNKNOWN: wording.UNKNOWN}
    value = view.understood.facts.get(question.name)
    answers = view.dossier.answers
    given = question.name in answers and f"faits.{question.name}" not in view.problems
    name, held = session.field(key, _option(value) if value is not None and given else (_UNKNOWN if given else None))
    common = {
        "options": list(labels),
        "index": list(labels).index(held) if held in labels else None,
        "format_func": labels.__getitem__,
        "key": name,
        "on_change": session.take,
        "args": (key, partial(_answer, question.kind)),
    }
    if len(labels) > _LISTED + 1:
        st.selectbox(question.text, placeholder=wording.CHOOSE, **common)
    else:
        st.radio(question.text, horizontal=len(labels) <= 4 and question.kind != "choix", **common)


def _several(question: Question, view: View) -> None:
    """Boxes to tick; « aucune de ces réponses » and « je ne sais pas » are answers too, and exclude the others."""
    key = ("faits", question.name)
    answers = view.dossier.answers
    raw = answers.get(question.name)
    held = tuple(raw) if isinstance(raw, list | tuple) else ()
    none, unknown = isinstance(raw, list | tuple) and not raw, question.name in answers and raw is None
    st.html(f'<p class="cg-group">{escape(question.text)}</p>')
    for option, label in _answers(question).items():
        st.checkbox(
            label,
            value=option in held,
            key=session.field(key, option in held, option)[0],
            on_change=session.take,
            args=(key, partial(_toggled, question, option), option),
            disabled=none or unknown,
        )
    with st.container(horizontal=True):
        for label, checked, value, widget in (
            (wording.NONE_OF_THEM, none, (), "none"),
            (wording.UNKNOWN, unknown, None, "unknown"),
        ):
            st.checkbox(
                label,
                value=checked,
                key=session.field(key, checked, widget)[0],
                on_change=session.take,
                args=(key, partial(_instead, value), widget),
            )


def _toggled(question: Question, option: str, ticked: bool) -> object:
    """Return the answers once a box was ticked or not, in the order of the question."""
    held = session.current().dossier.answers.get(question.name)
    kept = {each for each in held if each != option} if isinstance(held, list | tuple) else set()
    chosen = kept | {option} if ticked else kept
    return tuple(each for each in question.answers if each in chosen) or ABSENT


def _instead(value: object, checked: bool) -> object:
    return value if checked else ABSENT


def _answers(question: Question) -> Mapping[str, str]:
    if question.kind == "oui_non":
        return {"oui": wording.YES, "non": wording.NO}
    if question.kind == "echelle":
        return dict(question.scale)
    return {value: answer.label for value, answer in question.answers.items()}


def _option(value: Value) -> str:
    return {True: "oui", False: "non"}[value] if isinstance(value, bool) else str(value)


def _answer(kind: str, option: str | None) -> object:
    """Return the answer to save for an option."""
    if option is None:
        return ABSENT
    if option == _UNKNOWN:
        return None
    return {"oui_non": lambda: option == "oui", "echelle": lambda: int(option)}.get(kind, lambda: option)()


def _typed(question: Question, view: View) -> None:
    key = ("faits", question.name)
    raw = view.dossier.answers.get(question.name, "")
    unknown = question.name in view.dossier.answers and raw is None
    name, held = session.field(key, "" if raw is None else str(raw))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            f"{question.text} ({question.unit})".replace("€ HT", f"€{NBSP}HT") if question.unit else question.text,
            value=held,
            key=name,
            placeholder=wording.EXAMPLES.get(question.kind, ""),
            on_change=session.take,
            args=(key, text_or_absent),
            disabled=unknown,
            live=_PAUSE,
            width=360,
        )
        st.checkbox(
            wording.UNKNOWN,
            value=unknown,
            key=session.field(key, unknown, "unknown")[0],
            on_change=session.take,
            args=(key, _checked, "unknown"),
        )


def text_or_absent(typed: str) -> object:
    """Return what was typed, or nothing at all when the field was emptied."""
    return typed if typed.strip() else ABSENT


def _checked(unknown: bool) -> object:
    return None if unknown else ABSENT


def _understood(question: Question, view: View) -> None:
    """Say what was understood of a typed answer, or the one thing to mend."""
    key: Key = ("faits", question.name)
    problem = session.refusal(key) or view.problems.get(".".join(key), "")
    show_problem(problem, key)
    if problem:
        return
    if question.kind not in ("choix", "choix_multiple", "oui_non", "echelle") and view.dossier.answers.get(
        question.name
    ):
        value = view.understood.facts.get(question.name)
        if value is not None:
            st.html(f'<p class="cg-understood">{wording.understood(view.sentences.shown(question, value))}</p>')


def show_problem(message: str, key: Key) -> None:
    """Show under a field the one sentence that says what to mend; nothing without a message.

    Pasted text often brings invisible characters that nobody can find: they can be taken out at once.
    """
    if not message:
        return
    st.error(message[:1].upper() + message[1:])
    typed = session.refused_text(key)
    if typed and (cleaned := printable(typed)) != typed:
        st.button(wording.CLEAN, key=f"clean:{'.'.join(key)}", on_click=session.keep, args=(key, cleaned))


def printable(text: str) -> str:
    """Return the text without the characters that no document can hold.

    >>> printable("Ville\\x07 de Valbrume")
    'Ville de Valbrume'
    """
    return "".join(character for character in text if _accepted(character))


def _accepted(character: str) -> bool:
    try:
        clean_text(character)
    except ValueError:
        return False
    return True


def _why(question: Question, view: View) -> None:
    """Say what the question means and which clauses its answer can still change; all their titles would tell nothing."""
    library = resources.library()
    contract = view.understood.facts.get("type_contrat")
    titles = [library[id].title for id in resources.changed_by(session.current(), question.name)]
    listed = 0 < len(titles) < sum(1 for _ in library.fitting(str(contract) if contract else None)) // 2
    with st.expander(wording.WHY_ASKED, type="compact"):
        st.html(
            markup.paragraphs(question.help)
            + markup.paragraphs(wording.still_changes(len(titles), listed))
            + (markup.lines(escape(title) for title in titles) if listed else "")
        )
