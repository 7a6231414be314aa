"""Choose which part of a page to see; the choice is in the address, so that F5 and links find it."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from clausegen.ui import session


def choose(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """Show the options as a row of buttons and return the one in view."""
    shown = _shown(name, options, default)
    key = session.shown(f"switch:{name}", shown)
    st.segmented_control(
        label,
        list(options),
        default=shown,
        format_func=lambda option: options.get(option, option),
        key=key,
        on_change=partial(_go, name, key),
        required=True,
        label_visibility="collapsed",
    )
    return shown


def choose_from_list(name: str, label: str, options: Mapping[str, str]) -> str | None:
    """Show the options as a list to open and return the one in view, None when there is no option."""
    if not options:
        return None
    shown = _shown(name, options, next(iter(options)))
    key = session.shown(f"switch:{name}", shown)
    st.selectbox(
        label,
        list(options),
        index=list(options).index(shown),
        format_func=lambda option: options.get(option, option),
        key=key,
        on_change=partial(_go, name, key),
    )
    return shown


def _shown(name: str, options: Mapping[str, str], default: str) -> str:
    asked = st.query_params.get(name, "")
    return asked if asked in options else default


def _go(name: str, key: str) -> None:
    st.query_params[name] = session.content(key)
