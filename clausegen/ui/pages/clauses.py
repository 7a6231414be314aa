"""The clauses of the dossier: retained, waited for, to be added, set aside, each with its reason and its basis."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from clausegen.assembly.decisions import Decision, Level
from clausegen.assembly.explanation import LEVEL_LABELS, explain, explain_variant
from clausegen.ui import choices, header, markup, places, resources, session, sources, switch, wording

_RETAINED, _WAITING, _ADDABLE, _ASIDE, _OUT = "retenues", "attente", "possibles", "ecartees", "sans-objet"


def render() -> None:
    """Show the list that the address asks for, the retained clauses by default."""
    header.open_page(wording.CLAUSES_TITLE)
    for alert in session.view().selection.alerts:
        st.warning(alert.message)
    lists = _lists()
    shown = switch.choose(
        "vue", wording.VIEWS, {name: wording.counted_view(name, len(found)) for name, found in lists.items()}, _RETAINED
    )
    st.write(wording.VIEW_HELP[shown])
    if not lists[shown]:
        st.info(wording.NOTHING_HERE)
    _SHOW[shown](lists[shown])


def _lists() -> Mapping[str, list[Decision]]:
    decisions = list(session.view().selection.decisions.values())
    return {
        _RETAINED: [d for d in decisions if d.retained],
        _WAITING: list(session.view().selection.waiting),
        _ADDABLE: [d for d in decisions if d.level is Level.OPTIONAL and not d.retained and not d.set_aside],
        _ASIDE: [d for d in decisions if d.set_aside],
        _OUT: [d for d in decisions if d.level <= Level.EXCLUDED and not d.retained and not d.set_aside],
    }


def _retained(decisions: list[Decision]) -> None:
    draft = resources.draft(session.current())
    if draft is None:
        st.info(wording.TYPE_FIRST)
        return
    annexes = {str(a.number): a for a in draft.numbering.annexes}
    labels = {n: wording.annex(a.number, a.title, sum(len(s.clauses) for s in a.sections)) for n, a in annexes.items()}
    chosen = switch.choose_from_list("annexe", wording.WHICH_ANNEX, labels)
    if chosen is None:
        return
    for section in annexes[chosen].sections:
        st.subheader(f"{section.number}. {section.title}", anchor=False)
        for clause in section.clauses:
            place = draft.numbering.places[clause.id]
            _card(clause.decision, place.article)


def _waiting(decisions: list[Decision]) -> None:
    questions = resources.library().frame.questionnaire.questions
    form = session.view().form
    for decision in decisions:
        with _card(decision):
            for name in decision.waiting_for:
                if form.step_of(name):
                    places.link(
                        places.QUESTIONS,
                        wording.answer_to(questions[name].text),
                        etape=form.step_of(name),
                        question=name,
                    )


def _addable(decisions: list[Decision]) -> None:
    for decision in decisions:
        with _card(decision):
            choices.add_button(decision)


def _aside(decisions: list[Decision]) -> None:
    for decision in decisions:
        with _card(decision):
            choices.restore_button(decision)


def _out(decisions: list[Decision]) -> None:
    view, library = session.view(), resources.library()
    st.html(
        markup.table(
            wording.OUT_HEADER,
            (
                (
                    escape(d.clause.title),
                    escape(LEVEL_LABELS[d.level]),
                    escape(explain(d, view.understood.facts, view.sentences, library)),
                )
                for d in decisions
            ),
            wording.VIEWS,
        )
    )


def _card(decision: Decision, number: str = "") -> st.delta_generator.DeltaGenerator:
    """Show a clause: level, reason, basis, way to its text; the card takes more widgets."""
    view, library, clause = session.view(), resources.library(), decision.clause
    why = [explain(decision, view.understood.facts, view.sentences, library)]
    if decision.retained:
        why += [clause.duty, explain_variant(decision, view.understood.facts, view.sentences)]
    card = st.container(border=True, key=f"clause-{clause.id}", gap="small")
    with card:
        places.link(places.CLAUSE, f"{number} {clause.title}".strip(), clause=clause.id)
        st.html(
            f"{markup.level_badge(decision.level)}"
            f'<p class="cg-why">{escape(" ".join(filter(None, why)))}</p>'
            f'<p class="cg-about">{escape(sources.citations(clause, library))}</p>'
        )
    return card


_SHOW: Mapping[str, Callable[[list[Decision]], None]] = {
    _RETAINED: _retained,
    _WAITING: _waiting,
    _ADDABLE: _addable,
    _ASIDE: _aside,
    _OUT: _out,
}
