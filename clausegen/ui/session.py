"""The state of one visitor: which dossier is open, what is being typed. Nothing else touches `st.session_state`.

The store is the truth: each answer is saved as it is given, and every run reads the dossier again. What the store refuses
stays here, so that it can be mended, and is tried again at the next save.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from clausegen.dossier.changes import Key, edited
from clausegen.dossier.dossier import Dossier
from clausegen.dossier.records import StoredDossier
from clausegen.errors import ClausegenError, StoreError
from clausegen.ui import resources, wording
from clausegen.ui.resources import View

_OPEN, _STORED, _TROUBLE, _REFUSED, _SEEN, _NOTICE, _ECHOES, _DELETED, _VIEW, _PREFERENCES = (
    "open", "stored", "trouble", "refused", "seen", "notice", "echoes", "deleted", "view", "preferences",
)  # fmt: skip
_NOTHING = object()


@dataclass(frozen=True)
class _Refused:
    """Something typed that is not saved: what to save, what the widget shows, why."""

    value: object
    shown: object
    message: str


@dataclass
class _Echo:
    """What was typed in a widget, and what the dossier then held for it: a title, for one, is kept without its end spaces."""

    typed: object
    held: object = _NOTHING


def begin() -> None:
    """Open the dossier of the address, else the one that was open; the address keeps it, so that F5 finds it again."""
    state = st.session_state
    before, state[_STORED], state[_TROUBLE] = state.get(_STORED), None, ""
    id = st.query_params.get("dossier") or state.get(_OPEN, "")
    if not id:
        return
    try:
        state[_STORED] = resources.store().get(id)
    except StoreError as error:
        state[_TROUBLE] = str(error)
        if before is None or before.id != id:
            state[_OPEN] = ""
            return
        state[_STORED] = before  # -- what is on the screen stays there: it may be all that is left of it --
    if state.get(_OPEN) != id:
        state[_OPEN], state[_REFUSED], state[_SEEN] = id, {}, None
    if st.query_params.get("dossier") != id:
        st.query_params["dossier"] = id


def opened() -> str:
    """Return the id of the open dossier, empty when there is none."""
    stored = st.session_state.get(_STORED)
    return stored.id if stored else ""


def trouble() -> str:
    """Return why the dossier of the address could not be read, empty when it could."""
    return st.session_state.get(_TROUBLE, "")


def current() -> StoredDossier:
    """Return the open dossier; there is one below `header.open_page`."""
    stored: StoredDossier = st.session_state[_STORED]
    return stored


def view() -> View:
    """Return the open dossier as the library reads it, worked out once for each of its states."""
    stored, seen = current(), st.session_state.get(_VIEW)
    if seen is None or seen[0] is not stored:
        st.session_state[_VIEW] = seen = (stored, resources.view(stored))
    return seen[1]


def open_dossier(id: str) -> None:
    """Make this dossier the open one, from the next run on."""
    st.session_state[_OPEN] = id
    st.session_state[_REFUSED], st.session_state[_SEEN] = {}, None
    st.query_params["dossier"] = id


def close_dossier() -> None:
    st.session_state[_OPEN] = ""
    st.query_params.clear()


def author() -> str:
    """Return who is at work: the name that a trusted proxy or a login gives, else the local user."""
    return str(st.user.get("email") or st.user.get("name") or wording.LOCAL_USER)


# -- typing -----------------------------------------------------------------------------------------------------


def field(key: Key, held: object, part: str = "") -> tuple[str, Any]:
    """Return the key of the widget for this part of the dossier, and what to show in it when it is new.

    What the store refused is shown as it was typed. A widget that holds the right value is left alone: setting it
    again would wipe what is being typed in it.
    """
    name = _widget(key, part)
    if not part and key in _refused():
        held = _refused()[key].shown
    echo = _echoes().get(name)
    if echo and st.session_state.get(name) == echo.typed and echo.held in (_NOTHING, held):
        echo.held = held
        return name, held
    return shown(name, held), held


def shown(name: str, held: object) -> str:
    """Return the key, once a widget that holds something else shows `held`; a new widget takes it as its default.

    A default always reaches the browser; a value set for a widget that is still loading there does not.
    """
    if st.session_state.get(name, held) != held:
        st.session_state[name] = held
    return name


def refusal(key: Key) -> str:
    """Return why what was typed here is not saved, empty when it is."""
    return _refused()[key].message if key in _refused() else ""


def refused_text(key: Key) -> str:
    """Return what was typed here and is not saved."""
    return str(_refused()[key].shown or "") if key in _refused() else ""


def unsaved() -> bool:
    """Return whether something that was typed is not saved."""
    return bool(_refused())


def take(key: Key, read: Callable[[Any], object], part: str = "") -> None:
    """Save what the widget holds, as `read` understands it (a widget's callback)."""
    name = _widget(key, part)
    shown = st.session_state[name]
    _echoes()[name] = _Echo(shown)
    keep(key, read(shown), shown)


def keep(key: Key, value: object, shown: object = None) -> None:
    """Save one part of the dossier; `ABSENT` takes it away. What was refused before is tried again."""
    refused = _refused()
    refused.pop(key, None)
    for other, typed in {**refused, key: _Refused(value, shown, "")}.items():
        try:
            change(lambda dossier, other=other, typed=typed: edited(dossier, other, typed.value))  # type: ignore[misc]
            refused.pop(other, None)
        except ClausegenError as error:
            message = " ".join(problem.message for problem in error.problems)
            refused[other] = _Refused(typed.value, typed.shown, message)
            if isinstance(error, StoreError):  # -- it would refuse the others too, each after a wait --
                refused.setdefault(key, _Refused(value, shown, message))
                return


def change(update: Callable[[Dossier], Dossier]) -> None:
    """Save a change of the open dossier; ClausegenError when it cannot be."""
    st.session_state[_STORED] = resources.store().change(current().id, update, author())


def attempt(update: Callable[[Dossier], Dossier]) -> None:
    """Save a change, or leave a sentence for the next run."""
    try:
        change(update)
    except ClausegenError as error:
        notify(str(error))


def _widget(key: Key, part: str = "") -> str:
    return ":".join((opened(), *key, *((part,) if part else ())))


def _refused() -> dict[Key, _Refused]:
    refused: dict[Key, _Refused] = st.session_state.setdefault(_REFUSED, {})
    return refused


def _echoes() -> dict[str, _Echo]:
    echoes: dict[str, _Echo] = st.session_state.setdefault(_ECHOES, {})
    return echoes


def content(name: str) -> str:
    """Return what a widget holds (in its callback)."""
    return str(st.session_state[name])


# -- from one run to the next -----------------------------------------------------------------------------------


def notify(message: str) -> None:
    """Keep a sentence for the next run."""
    st.session_state[_NOTICE] = message


def notice() -> str:
    """Return the sentence left by the last run, once."""
    return st.session_state.pop(_NOTICE, "")


def preference(name: str, default: Any = None) -> Any:
    """Return what the visitor chose on any page of this session: it lasts as long as the browser's tab."""
    return st.session_state.setdefault(_PREFERENCES, {}).get(name, default)


def prefer(name: str, value: Any) -> None:
    st.session_state.setdefault(_PREFERENCES, {})[name] = value


def movement() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the clauses that came in and went out with the last change, nothing on the first run."""
    retained = tuple(decision.clause.id for decision in view().selection.retained)
    version = current().version
    seen = st.session_state.get(_SEEN)
    if seen is None or seen[0] != version:
        before = seen[1] if seen else retained
        came = tuple(id for id in retained if id not in before)
        went = tuple(id for id in before if id not in retained)
        st.session_state[_SEEN] = seen = (version, retained, came, went)
    return seen[2], seen[3]


def remember_deleted(id: str) -> None:
    """Keep the id of the dossier just deleted, to offer it back."""
    st.session_state[_DELETED] = id


def last_deleted() -> str:
    return st.session_state.get(_DELETED, "")
