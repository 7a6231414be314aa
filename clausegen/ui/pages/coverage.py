"""The recommendations of the study: which clauses follow each, for which contracts, and what no clause can do."""

from html import escape

import streamlit as st

from clausegen.library.coverage import Covered, coverage
from clausegen.ui import criteria, markup, places, resources, wording


def render() -> None:
    """Show the coverage table, for all contract types or for one."""
    library = resources.library()
    st.title(wording.COVERAGE, anchor=False)
    st.write(wording.COVERAGE_HELP)
    contracts = {type: contract.label for type, contract in library.frame.contracts.by_type.items()}
    contract = criteria.one_of("contrat", wording.CONTRACT, contracts)
    rows = [(*_row(covered, contract), _contracts(covered, contracts)) for covered in coverage(library)]
    header = wording.COVERAGE_HEADER[:2] if contract else wording.COVERAGE_HEADER
    st.html(markup.table(header, [row[: len(header)] for row in rows], wording.COVERAGE))


def _row(covered: Covered, contract: str) -> tuple[str, str]:
    clauses = covered.by_contract[contract] if contract else covered.clauses
    links = markup.lines(places.anchor(places.SHEET, clause.title, clause=clause.id) for clause in clauses)
    note = f'<p class="cg-about">{escape(covered.recommendation.note)}</p>' if covered.recommendation.note else ""
    label = f"<strong>{escape(covered.recommendation.number)}.</strong> {escape(covered.recommendation.label)}{note}"
    return label, links or f'<p class="cg-about">{escape(wording.NO_CLAUSE)}</p>'


def _contracts(covered: Covered, contracts: dict[str, str]) -> str:
    """Return the number of clauses for each contract type that has some."""
    counted = ((label, len(covered.by_contract[type])) for type, label in contracts.items())
    told = " · ".join(wording.clauses_for(label, number) for label, number in counted if number)
    return f'<p class="cg-about">{escape(told)}</p>'
