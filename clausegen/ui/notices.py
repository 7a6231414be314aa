"""What a lawyer must know before anything else: the clauses that could not be read."""

from html import escape

import streamlit as st

from clausegen.ui import markup, resources, wording


def library_problems() -> None:
    """Show the problems of the library, each with its file and line; nothing when it is sound."""
    problems = resources.reading().problems
    if problems:
        with st.expander(wording.library_problems(len(problems)), icon="⚠️"):
            st.html(
                markup.paragraphs(wording.LIBRARY_PROBLEMS_HELP) + markup.lines(escape(str(each)) for each in problems)
            )
