"""One field for each kind of blank: bounds and unit beside it, the proposed value shown, and a way back to it."""

from functools import partial
from html import escape

import streamlit as st

from clausegen.assembly.resolution import written
from clausegen.dossier.changes import ABSENT, Key
from clausegen.facts.formatting import number
from clausegen.library.blanks import UNITS, cells_of, parse_blank
from clausegen.library.clause import Blank
from clausegen.ui import markup, session, wording
from clausegen.ui.fields import show_problem, text_or_absent

_LONG = ("texte_long", "liste", "tableau")
_PLAIN = ("texte", "texte_long", "liste", "tableau", "choix", "oui_non")
"""Kinds whose content is shown as it was typed, without an echo."""
_UNITS = {"montant": "€", "pourcentage": "%", **{kind: plural for kind, (_, plural) in UNITS.items()}}


def show(owner: str, name: str, blank: Blank, raw: object, default: object = None) -> None:
    """Show one blank of a clause, or of the general data; `default` is its proposed value, typed."""
    key: Key = ("valeurs", owner, name)
    with st.container(key=f"blank-{owner}-{name}", gap="small"):
        _widget(key, blank, raw, default)
        problem, value = session.refusal(key), None
        if not problem and raw is not None and raw != "":
            try:
                value = parse_blank(blank, raw)
            except ValueError as error:
                problem = f"{error}."
        show_problem(problem, key)
        if value is not None and blank.kind not in _PLAIN:
            st.html(f'<p class="cg-understood">{wording.understood(written(blank, value))}</p>')
        if blank.kind == "tableau" and isinstance(value, tuple) and value:
            rows = [[escape(cell) for cell in cells_of(line)] for line in value]
            st.html(markup.table(blank.columns, rows, blank.label))
        hint = _hint(blank, default)
        if hint:
            st.caption(hint)
        if default is not None and raw is not None and raw != "":
            st.button(
                wording.BACK_TO_DEFAULT,
                key=f"default:{owner}:{name}",
                type="tertiary",
                on_click=session.keep,
                args=(key, ABSENT),
            )


def _widget(key: Key, blank: Blank, raw: object, default: object) -> None:
    label = f"{blank.label} ({unit})" if (unit := _unit(blank)) else blank.label
    proposed = written(blank, default) if default is not None else ""  # type: ignore[arg-type]
    if blank.kind in ("choix", "oui_non"):
        empty = wording.proposed(proposed) if proposed else wording.LEFT_EMPTY
        options = {"": empty} | (
            {choice: choice for choice in blank.choices} or {"oui": wording.YES, "non": wording.NO}
        )
        given = {True: "oui", False: "non"}.get(raw, "") if isinstance(raw, bool) else raw
        name, held = session.field(key, given if given in options else "")
        st.selectbox(
            label,
            list(options),
            index=list(options).index(held),
            format_func=lambda option: options.get(option, str(option)),
            key=name,
            on_change=session.take,
            args=(key, partial(_chosen, blank.kind)),
        )
        return
    name, held = session.field(
        key, "\n".join(raw) if isinstance(raw, list | tuple) else "" if raw is None else str(raw)
    )
    common = {
        "value": held,
        "key": name,
        "placeholder": wording.proposed(proposed) if proposed else "",
        "on_change": session.take,
        "args": (key, text_or_absent),
    }
    if blank.kind in _LONG:
        st.text_area(label, height=110, **common)
    else:
        st.text_input(label, live="1s", **common)


def _chosen(kind: str, option: str) -> object:
    if not option:
        return ABSENT
    return option == "oui" if kind == "oui_non" else option


def _unit(blank: Blank) -> str:
    return " ".join(part for part in (_UNITS.get(blank.kind, ""), blank.unit) if part)


def _hint(blank: Blank, default: object) -> str:
    low, high = blank.minimum, blank.maximum
    bounds = ""
    if low is not None and high is not None:
        bounds = wording.between(number(low), number(high))
    elif low is not None or high is not None:
        bounds = wording.at_least(number(low)) if low is not None else wording.at_most(number(high))  # type: ignore[arg-type]
    lined = wording.ONE_PER_LINE if blank.kind == "liste" else ""
    if blank.kind == "tableau":
        lined = wording.one_row_per_line(blank.columns)
    proposed = wording.DEFAULT_USED if default is not None else ""
    return " ".join(part for part in (blank.help and f"{blank.help.rstrip('.')}.", bounds, lined, proposed) if part)
