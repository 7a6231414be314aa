"""What an officer must be told besides the clauses: warnings, ceilings of a modification, contents that stand elsewhere."""

from html import escape

import streamlit as st

from clausegen.assembly.cautions import Told, ceiling_sentence, cited
from clausegen.assembly.decisions import Selection
from clausegen.library.cautions import Reminder
from clausegen.ui import markup, places, resources, session, wording


def blocking(told: Told) -> None:
    """Show, on every page, what keeps the documents from being final."""
    for warning in told.warnings:
        if warning.gravity == "bloquante":
            st.error(warning.message, icon=":material/block:")
    for found in told.ceilings:
        if found.state == "exceeded":
            st.error(ceiling_sentence(found, session.view().sentences), icon=":material/block:")


def show(told: Told, selection: Selection) -> None:
    """Show everything to be told before the documents leave."""
    for warning in told.warnings:
        if warning.gravity != "bloquante":
            st.warning(f"{warning.message} {_basis(warning.bases)}".strip())
    for found in told.ceilings:
        if found.state != "exceeded":
            st.info(f"{ceiling_sentence(found, session.view().sentences)} {_basis(found.ceiling.bases)}")
    if selection.out_of_scope:
        with st.expander(f"{wording.OUT_OF_SCOPE} ({len(selection.out_of_scope)})"):
            st.write(wording.OUT_OF_SCOPE_HELP)
            titles = ((d.clause.title, d.clause.id) for d in selection.out_of_scope)
            st.html(markup.lines(places.anchor(places.CLAUSE, title, clause=id) for title, id in titles))
    _reminders(told)


def _reminders(told: Told) -> None:
    with st.expander(f"{wording.REMINDERS} ({len(told.reminders) + len(told.to_check)})"):
        st.write(wording.REMINDERS_HELP)
        lines = [_reminder(reminder) for reminder in told.reminders]
        lines += [f"<em>{escape(wording.TO_CHECK)}</em> {_reminder(reminder)}" for reminder in told.to_check]
        st.html(markup.lines(lines))


def _reminder(reminder: Reminder) -> str:
    basis = _basis(reminder.bases)
    return escape(reminder.text) + (f' <span class="cg-about">{escape(basis)}</span>' if basis else "")


def _basis(bases: tuple[str, ...]) -> str:
    library = resources.library()
    contract = library.frame.contracts.by_type.get(str(session.view().understood.facts.get("type_contrat")))
    told = cited(bases, library.frame.registry, contract)
    return f"({told})" if told else ""
