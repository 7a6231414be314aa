"""The blanks to fill: first those that only the buyer can fill, then the proposed values, annex by annex."""

from collections.abc import Iterable, Sequence

import streamlit as st

from clausegen.assembly.resolution import GENERAL, FilledBlank, ResolvedClause
from clausegen.document.nodes import Filling
from clausegen.pipeline import Draft
from clausegen.ui import blank_field, header, resources, session, switch, wording

_TO_FILL = "a-remplir"


def render() -> None:
    """Show the blanks of one clause when the address names it, else those of the part of the annexes in view."""
    header.open_page(wording.BLANKS_TITLE)
    draft = resources.draft(session.current())
    if draft is None:
        st.info(wording.TYPE_FIRST)
        return
    views = {_TO_FILL: wording.to_fill(len(draft.gaps))}
    for annex in draft.numbering.annexes:
        clauses = [clause for section in annex.sections for clause in section.clauses]
        if blanks := sum(_proposed(blank) for clause in clauses for blank in clause.blanks):
            views[str(annex.number)] = wording.annex_blanks(annex.number, annex.title, blanks)
    asked = st.query_params.get("clause", "")
    if asked and (named := [clause for clause in draft.resolved if clause.id == asked]):
        _clauses(draft, named, everything=True)
        return
    shown = switch.choose_from_list("annexe", wording.WHICH_BLANKS, views)
    st.write(wording.TO_FILL_HELP if shown == _TO_FILL else wording.PROPOSED_HELP)
    if shown == _TO_FILL:
        _general(draft)
        _clauses(draft, draft.resolved, everything=False)
    else:
        annex = next(annex for annex in draft.numbering.annexes if str(annex.number) == shown)
        _clauses(draft, [c for section in annex.sections for c in section.clauses], everything=False, proposed=True)


def _general(draft: Draft) -> None:
    """Show the general data that the texts quote."""
    quoted = {
        blank.name.removeprefix(f"{GENERAL}.")
        for clause in draft.resolved
        for blank in clause.blanks
        if blank.clause == GENERAL
    }
    if not quoted:
        return
    st.subheader(wording.GENERAL, anchor=False)
    values = session.view().dossier.values.get(GENERAL, {})
    for name, blank in resources.library().frame.contracts.general.items():
        if name in quoted:
            blank_field.show(GENERAL, name, blank, values.get(name))


def _clauses(draft: Draft, clauses: Iterable[ResolvedClause], everything: bool, proposed: bool = False) -> None:
    for clause in clauses:
        blanks = [b for b in clause.blanks if b.clause != GENERAL and (everything or _proposed(b) is proposed)]
        if blanks:
            place = draft.numbering.places[clause.id]
            st.subheader(wording.clause_in_annex(clause.clause.title, place.article, place.annex), anchor=False)
            _fields(clause, blanks)


def _fields(clause: ResolvedClause, blanks: Sequence[FilledBlank]) -> None:
    values = session.view().dossier.values.get(clause.id, {})
    for blank in blanks:
        blank_field.show(
            clause.id, blank.name, blank.blank, values.get(blank.name), clause.clause.defaults.get(blank.name)
        )


def _proposed(blank: FilledBlank) -> bool:
    """Return whether the clause proposes a value: whether the blank is filled changes as people type, this does not."""
    return blank.clause != GENERAL and (blank.filling is Filling.DEFAULT or blank.blank.default is not None)
