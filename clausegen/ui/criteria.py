"""What is searched for in the library: in the address, so that F5, a bookmark or a link to a colleague finds it again."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from clausegen.ui import session, wording

_NAMES = ("recherche", "theme", "contrat", "confiance", "niveau")


def given() -> dict[str, str]:
    """Return the criteria of the address, by name."""
    return {name: st.query_params[name] for name in _NAMES if st.query_params.get(name)}


def clear() -> None:
    """Ask nothing more."""
    for name in given():
        st.query_params.pop(name, None)


def words(name: str, label: str, example: str) -> str:
    """Show a field and return the words looked for."""
    held = st.query_params.get(name, "")
    key = session.shown(f"criterion:{name}", held)
    st.text_input(label, held, key=key, on_change=partial(_take, name, key), live="300ms", placeholder=example)
    return held


def one_of(name: str, label: str, options: Mapping[str, str]) -> str:
    """Show a list and return the option chosen, empty for any."""
    names = ["", *options]
    asked = st.query_params.get(name, "")
    held = asked if asked in options else ""
    key = session.shown(f"criterion:{name}", held)
    st.selectbox(
        label,
        names,
        index=names.index(held),
        format_func=lambda option: options.get(option, wording.ANY),
        key=key,
        on_change=partial(_take, name, key),
    )
    return held


def _take(name: str, key: str) -> None:
    if asked := session.content(key):
        st.query_params[name] = asked
    else:
        st.query_params.pop(name, None)
