"""What of a dossier could not be understood, each line with the way to mend it."""

from html import escape

import streamlit as st

from clausegen.ui import markup, places, resources, session, wording


def show() -> None:
    """Show every problem of the open dossier; nothing when there is none."""
    found = session.view().problems
    if found:
        st.error(wording.problems(len(found)))
        st.html(markup.lines(_line(where, message) for where, message in found.items()))


def _line(where: str, message: str) -> str:
    form, library = session.view().form, resources.library()
    part, _, rest = where.partition(".")
    name = rest.split(".")[0]
    link = ""
    if part == "faits" and form.step_of(name):
        link = places.anchor(places.QUESTIONS, wording.MEND, name, etape=form.step_of(name), question=name)
    elif part == "valeurs" and name in library:
        link = places.anchor(places.BLANKS, wording.MEND, library[name].title, clause=name)
    elif part == "valeurs" and form.steps:
        link = places.anchor(places.QUESTIONS, wording.MEND, name, etape=form.steps[0].step.id)
    elif part == "choix" and name in library:
        link = places.anchor(places.CLAUSE, wording.MEND, library[name].title, clause=name)
    return f"{escape(_label(part, name, rest))} : {escape(message)} {link}"


def _label(part: str, name: str, rest: str) -> str:
    library = resources.library()
    questions = library.frame.questionnaire.questions
    if part == "faits" and name in questions:
        return questions[name].text
    blank = rest.partition(".")[2]
    if name in library:
        blanks = library[name].blanks
        return f"{library[name].title}, {blanks[blank].label}" if blank in blanks else library[name].title
    general = library.frame.contracts.general
    return general[blank].label if blank in general else rest
