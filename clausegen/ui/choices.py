"""What a buyer decides of a clause: add it, set it aside and say why, take another wording. The engine judges the rest."""

from functools import partial

import streamlit as st

from clausegen.assembly.decisions import Decision, Level, Origin
from clausegen.dossier.changes import ABSENT
from clausegen.dossier.dossier import ClauseChoice
from clausegen.ui import session, wording


def add_button(decision: Decision) -> None:
    """Offer to add an optional clause."""
    st.button(
        wording.ADD,
        key=f"add:{decision.clause.id}",
        help=decision.clause.title,
        on_click=partial(_choose, decision, retain=True),
    )


def restore_button(decision: Decision) -> None:
    """Offer to take back a clause that the buyer set aside."""
    if decision.origin is Origin.SET_ASIDE:
        st.button(
            wording.RESTORE,
            key=f"restore:{decision.clause.id}",
            help=decision.clause.title,
            on_click=partial(_choose, decision, retain=None),
        )


def decide(decision: Decision) -> None:
    """Offer what can be decided of one clause."""
    if decision.set_aside:
        restore_button(decision)
    elif not decision.retained:
        if decision.level > Level.EXCLUDED:
            add_button(decision)
    elif decision.origin is Origin.CHOSEN:
        st.button(wording.TAKE_OUT, on_click=partial(_choose, decision, retain=None))
    else:
        _set_aside(decision)


def _set_aside(decision: Decision) -> None:
    clause = decision.clause.id
    with st.expander(wording.SET_ASIDE):
        st.write(wording.SET_ASIDE_OBLIGATORY if decision.level is Level.OBLIGATORY else wording.SET_ASIDE_HELP)
        name, held = session.field(("choix", clause), _current(clause).reason, "motif")
        st.text_area(
            wording.REASON,
            value=held,
            key=name,
            on_change=session.take,
            args=(("choix", clause), partial(_with, clause, "reason"), "motif"),
            height=90,
        )
        st.button(wording.SET_ASIDE, key=f"aside:{clause}", on_click=partial(_choose, decision, retain=False))


def variant_button(decision: Decision, variant: str) -> None:
    """Offer to take a wording, or to go back to the one that the answers pick."""
    clause = decision.clause.id
    if variant in decision.barred:
        st.caption(wording.BARRED_VARIANT)
    elif decision.variant != variant:
        st.button(
            wording.TAKE_VARIANT,
            key=f"variant:{clause}:{variant}",
            help=decision.clause.variant(variant).label,
            on_click=partial(_choose, decision, variant=variant),
        )
    elif decision.variant_chosen:
        st.button(wording.BACK_TO_VARIANT, key=f"variant:{clause}", on_click=partial(_choose, decision, variant=None))


def _choose(decision: Decision, **what: object) -> None:
    clause = decision.clause.id
    session.keep(("choix", clause), _changed(clause, what))


def _with(clause: str, name: str, value: object) -> object:
    return _changed(clause, {name: value})


def _changed(clause: str, what: dict[str, object]) -> object:
    choice = _current(clause).model_copy(update=what)
    return ABSENT if choice == ClauseChoice() else choice


def _current(clause: str) -> ClauseChoice:
    return session.current().dossier.choices.get(clause, ClauseChoice())
