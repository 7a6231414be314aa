"""One clause in a dossier: its text as it will be printed, its basis, its wordings side by side, what can be decided."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

import streamlit as st

from clausegen.assembly.decisions import Decision
from clausegen.document.nodes import Block, Document, Heading
from clausegen.pipeline import Draft
from clausegen.renderers.html import render_html
from clausegen.ui import choices, header, markup, places, resources, session, sources, why, wording
from clausegen.ui.clause_text import variant_html
from clausegen.ui.layout import side_by_side


def render() -> None:
    """Show everything that concerns the clause of the address."""
    asked = st.query_params.get("clause", "")
    decision = session.view().selection.decisions.get(asked) if session.opened() else None
    header.open_page(decision.clause.title if decision else wording.CLAUSE)
    if decision is None:
        st.error(wording.no_such_clause(asked))
        places.link(places.CLAUSES, wording.BACK_TO_CLAUSES)
        return
    view, library, clause = session.view(), resources.library(), decision.clause
    places.link(places.CLAUSES, wording.BACK_TO_CLAUSES)
    st.html(markup.level_badge(decision.level))
    why.panel(decision, view)
    for alert in view.selection.alerts:
        if alert.clause == clause.id:
            st.warning(alert.message)
    choices.decide(decision)
    draft = resources.draft(session.current())
    if draft and decision.retained:
        st.header(wording.PRINTED_TEXT, anchor=False)
        st.html(f'<div class="cg-wording">{printed(draft, clause.id)}</div>')
        if clause.blanks:
            places.link(places.BLANKS, wording.FILL_BLANKS, clause=clause.id)
    if len(clause.variants) > 1 or not decision.retained:
        _variants(decision)
    st.header(wording.BASIS, anchor=False)
    st.html(sources.basis_html(clause, library))
    if clause.buyer_notes:
        st.header(wording.BUYER_NOTES, anchor=False)
        st.markdown(clause.buyer_notes, anchors=False)
    places.link(places.SHEET, wording.SEE_SHEET, clause=clause.id)


def _variants(decision: Decision) -> None:
    view, library, clause = session.view(), resources.library(), decision.clause
    contract = library.frame.contracts.by_type.get(str(view.understood.facts.get("type_contrat")))
    st.header(wording.VARIANTS if len(clause.variants) > 1 else wording.TEXT, anchor=False)
    for column, variant in side_by_side(clause.variants):
        with column:
            taken = decision.retained and variant.name == decision.variant
            effects = [(wording.FOR_BUYER, variant.for_buyer), (wording.FOR_OPERATOR, variant.for_operator)]
            said = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in effects if text)
            title = f'<h3 class="cg-card">{escape(variant.label)}</h3>' if variant.label else ""
            state = markup.badge(wording.TAKEN, "recommended") if taken and len(clause.variants) > 1 else ""
            st.html(f"{title}{state}<dl>{said}</dl>")
            if len(clause.variants) > 1:
                choices.variant_button(decision, variant.name)
            st.html(variant_html(clause, variant, library, view.sentences, contract))


def printed(draft: Draft, clause: str) -> str:
    """Return the article as it is printed."""
    for annex in draft.annexes:
        blocks = tuple(_article(annex, clause))
        if blocks:
            return render_html(replace(annex, blocks=blocks))
    return ""


def _article(annex: Document, clause: str) -> Iterator[Block]:
    inside = False
    for block in annex.blocks:
        if isinstance(block, Heading):
            inside = block.clause == clause
        elif inside:
            yield block
