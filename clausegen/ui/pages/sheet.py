"""The sheet of one clause: text, wordings, conditions as sentences, basis, what it makes people do, its cases."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

import streamlit as st

from clausegen.assembly.obligations import due
from clausegen.assembly.resolution import FilledBlank, fill
from clausegen.cases import Case
from clausegen.facts.conditions import NEVER
from clausegen.facts.sentences import Sentences
from clausegen.library.clause import Clause
from clausegen.ui import criteria, markup, places, resources, sources, wording
from clausegen.ui.clause_text import variant_html
from clausegen.ui.layout import side_by_side


def render() -> None:
    """Show everything that the library holds about the clause of the address."""
    library = resources.library()
    asked = st.query_params.get("clause", "")
    if asked not in library:
        st.title(wording.SHEET, anchor=False)
        st.error(wording.no_such_clause(asked))
        places.link(places.LIBRARY, wording.BACK_TO_LIBRARY)
        return
    clause, frame = library[asked], library.frame
    sentences = Sentences(frame.questionnaire, frame.thresholds, date.today())
    places.link(places.LIBRARY, wording.BACK_TO_LIBRARY, **criteria.given())
    st.title(clause.title, anchor=False)
    theme = frame.questionnaire.themes.get(clause.theme)
    about = wording.in_annex(clause.annex, clause.section, len(clause.variants))
    st.html(
        f'{markup.badge(theme.label if theme else clause.theme)}<p class="cg-about">{escape(about)} · {escape(clause.id)}</p>'
    )
    st.header(wording.WHEN, anchor=False)
    st.html(markup.table(wording.WHEN_HEADER, _conditions(clause, sentences), wording.WHEN))
    _text(clause, sentences)
    st.header(wording.BASIS, anchor=False)
    st.html(sources.basis_html(clause, library))
    _tables(clause)
    for title, text in ((wording.BUYER_NOTES, clause.buyer_notes), (wording.MOTIVES, clause.motives)):
        if text:
            st.header(title, anchor=False)
            st.markdown(text, anchors=False)
    _cases(clause, sentences)
    st.caption(wording.written_in(clause.path))


def _conditions(clause: Clause, sentences: Sentences) -> Iterator[Sequence[str]]:
    library = resources.library()
    contracts = library.frame.contracts.by_type
    yield wording.CONTRACTS, escape(", ".join(contracts[type].label for type in clause.contracts if type in contracts))
    for title, condition in (
        (wording.EXCLUDED_IF, clause.excluded_if),
        (wording.OBLIGATORY_IF, clause.obligatory_if),
        (wording.RECOMMENDED_IF, clause.recommended_if),
        (wording.POSSIBLE_IF, clause.possible_if),
    ):
        if condition != NEVER:
            yield title, escape(sentences.condition(condition))
    if clause.duty:
        yield wording.DUTY, escape(clause.duty)
    if clause.heavy:
        yield wording.HEAVY, escape(wording.HEAVY_MEANS)
    if clause.requires:
        groups = [wording.either([_title(id) for id in group]) for group in clause.requires]
        yield wording.REQUIRES, escape(", ".join(groups))
    if clause.excludes:
        yield wording.EXCLUDES, escape(", ".join(f"« {_title(id)} »" for id in clause.excludes))
    if clause.recommendations:
        known = library.frame.recommendations
        yield (
            wording.RECOMMENDATIONS,
            escape(" ; ".join(f"{n}. {known[n].label}" for n in clause.recommendations if n in known)),
        )


def _title(id: str) -> str:
    library = resources.library()
    return library[id].title if id in library else id


def _text(clause: Clause, sentences: Sentences) -> None:
    library = resources.library()
    st.header(wording.VARIANTS if len(clause.variants) > 1 else wording.TEXT, anchor=False)
    for column, variant in side_by_side(clause.variants):
        with column:
            if len(clause.variants) > 1:
                rule = wording.BY_DEFAULT if variant is clause.default_variant else ""
                rule = wording.taken_if(sentences.condition(variant.condition)) if variant.condition != NEVER else rule
                effects = [(wording.FOR_BUYER, variant.for_buyer), (wording.FOR_OPERATOR, variant.for_operator)]
                said = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in effects if text)
                st.html(
                    f'<h3 class="cg-card">{escape(variant.label)}</h3><p class="cg-why">{escape(rule)}</p><dl>{said}</dl>'
                )
            st.html(variant_html(clause, variant, library, sentences))


def _tables(clause: Clause) -> None:
    blanks = {name: fill(clause, name, blank, None) for name, blank in clause.blanks.items()}
    for title, columns, rows in (
        (wording.DELIVERABLES, wording.DELIVERABLES_HEADER, _deliverables(clause, blanks)),
        (
            wording.INDICATORS,
            wording.INDICATORS_HEADER,
            ((escape(i.what), escape(i.target), str(i.paragraph)) for i in clause.indicators),
        ),
        (wording.BLANKS, wording.BLANKS_HEADER, ((escape(b.blank.label), escape(b.text)) for b in blanks.values())),
    ):
        if listed := list(rows):
            st.header(title, anchor=False)
            st.html(markup.table(columns, listed, title))


def _deliverables(clause: Clause, blanks: dict[str, FilledBlank]) -> Iterator[Sequence[str]]:
    for item in clause.deliverables:
        when = due(item.when, blanks.get(item.when.delay or ""), blanks.get(item.when.day or ""))
        yield escape(item.what), escape(wording.DEBTORS[item.who]), escape(when), escape(item.proof or item.format)


def _cases(clause: Clause, sentences: Sentences) -> None:
    found = resources.cases().get(clause.id, ())
    if found:
        st.header(wording.CASES, anchor=False)
        st.html(markup.table(wording.CASES_HEADER, (_case(case, sentences) for case in found), wording.CASES))


def _case(case: Case, sentences: Sentences) -> Sequence[str]:
    questionnaire = resources.library().frame.questionnaire
    typed, _ = questionnaire.read(case.file.facts)
    said = "<br>".join(escape(sentences.answer(name, value)) for name, value in typed.items())
    expected = wording.EXPECTED.get(case.file.expected, case.file.expected)
    return escape(case.file.name), said, escape(expected)
