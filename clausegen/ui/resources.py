"""What the runs of the app share: the library, the store, and what was worked out for a state of a dossier."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import streamlit as st

from clausegen import memory, paths
from clausegen.assembly.cautions import Told, told
from clausegen.assembly.decisions import Selection
from clausegen.assembly.influence import influenced
from clausegen.assembly.matrix import Matrix, matrix
from clausegen.assembly.nearest import Change, nearest_change
from clausegen.assembly.reasons import Reasons
from clausegen.assembly.selection import select
from clausegen.cases import Case, read_cases
from clausegen.dossier.dossier import Dossier
from clausegen.dossier.records import StoredDossier
from clausegen.dossier.store import Store
from clausegen.facts.sentences import Sentences
from clausegen.library.library import ClauseLibrary
from clausegen.library.reader import Reading, read_library
from clausegen.pipeline import Draft, Understood, compose_draft, understand
from clausegen.ui import wording
from clausegen.ui.form import Form, form

_KEPT = 100
"""States of dossiers kept in memory for all users together."""


@dataclass(frozen=True)
class View:
    """A dossier read with the library: what was understood, which clauses stand, what remains to be asked."""

    dossier: Dossier
    understood: Understood
    selection: Selection
    sentences: Sentences
    form: Form
    told: Told
    problems: Mapping[str, str]
    """What could not be understood: where (« faits.population ») -> sentence."""


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Return the store; StoreError when it cannot be reached."""
    return Store()


def reading() -> Reading:
    """Return the clauses as the folder holds them now."""
    folder = paths.clauses()
    return _reading(folder, _state(folder, int(time.monotonic())))


# -- asked for dozens of times in a run: a plain cache answers faster than Streamlit's --
@lru_cache(maxsize=2)
def _reading(folder: Path, state: str) -> Reading:
    found = read_library(folder)
    memory.settle()
    return found


@lru_cache(maxsize=2)
def _state(folder: Path, second: int) -> str:
    """Return what tells that a file changed, looked at once a second at most."""
    files = ((path, path.stat()) for path in sorted(folder.rglob("*.*")) if path.suffix in (".md", ".yml"))
    return "\n".join(f"{path} {found.st_mtime_ns} {found.st_size}" for path, found in files)


def library() -> ClauseLibrary:
    return reading().library


def view(stored: StoredDossier) -> View:
    """Return what the library says of a dossier."""
    return _view(stored.id, stored.version, library().fingerprint, date.today(), stored.dossier)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _view(id: str, version: int, fingerprint: str, today: date, _dossier: Dossier) -> View:
    clauses = library()
    understood = understand(_dossier, clauses, today)
    return View(
        _dossier,
        understood,
        select(clauses, understood.facts, understood.choices),
        Sentences(clauses.frame.questionnaire, clauses.frame.thresholds, understood.facts.as_of),
        form(clauses, understood.facts, _dossier.answers, understood.interview),
        told(clauses.frame.cautions, understood.facts),
        {problem.where: problem.message for problem in understood.problems},
    )


def draft(stored: StoredDossier) -> Draft | None:
    """Return the annexes of a dossier; None while the contract type is unknown."""
    if "type_contrat" not in view(stored).understood.facts:
        return None
    return _draft(stored.id, stored.version, library().fingerprint, date.today(), stored)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _draft(id: str, version: int, fingerprint: str, today: date, _stored: StoredDossier) -> Draft:
    return compose_draft(_stored.dossier, view(_stored).understood, library())


def clause_matrix() -> Matrix:
    """Return what each clause is in each contract type, by the law of this day."""
    return _matrix(library().fingerprint, date.today())


@st.cache_resource(max_entries=2, show_spinner=wording.MATRIX_WORKING)
def _matrix(fingerprint: str, today: date) -> Matrix:
    return matrix(library(), today)


def reasons(view: View) -> Reasons:
    """Return what writes why the clauses of a dossier stand or do not."""
    return Reasons(library(), view.selection, view.understood.facts, view.sentences)


def change(stored: StoredDossier, clause: str) -> Change | None:
    """Return the nearest change of answers that would bring a clause in."""
    return _change(stored.id, stored.version, library().fingerprint, date.today(), clause, stored)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _change(id: str, version: int, fingerprint: str, today: date, clause: str, _stored: StoredDossier) -> Change | None:
    understood = view(_stored).understood
    return nearest_change(library(), understood.facts, understood.choices, library()[clause])


def changed_by(stored: StoredDossier, question: str) -> tuple[str, ...]:
    """Return the clauses that the answer to a question can still change."""
    return _changed_by(stored.id, stored.version, library().fingerprint, date.today(), question, stored)


@st.cache_resource(max_entries=10 * _KEPT, show_spinner=False)
def _changed_by(
    id: str, version: int, fingerprint: str, today: date, question: str, _stored: StoredDossier
) -> tuple[str, ...]:
    return influenced(library(), view(_stored).understood.facts, question)


def cases() -> Mapping[str, tuple[Case, ...]]:
    """Return clause id -> its cases."""
    return _cases(library().fingerprint, reading().cases)


@st.cache_resource(max_entries=2, show_spinner=False)
def _cases(fingerprint: str, _texts: Mapping[str, str]) -> Mapping[str, tuple[Case, ...]]:
    found: dict[str, list[Case]] = {}
    for case in read_cases(_texts)[0]:
        found.setdefault(case.clause, []).append(case)
    return {clause: tuple(cases) for clause, cases in found.items()}
