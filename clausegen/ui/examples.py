"""The ready examples: dossiers of the product that a visitor opens as his own."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from clausegen import paths
from clausegen.dossier.dossier import Dossier, load_dossier
from clausegen.errors import DossierError


def examples() -> Mapping[str, Dossier]:
    """Return file stem -> dossier, those that can be read."""
    folder = paths.examples()
    return _read(folder, tuple(sorted((path.name, path.stat().st_mtime_ns) for path in folder.glob("*.yml"))))


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(folder: Path, files: tuple[tuple[str, int], ...]) -> Mapping[str, Dossier]:
    found = {}
    for name, _ in files:
        try:
            found[Path(name).stem] = load_dossier(folder / name)
        except DossierError:  # -- the command line says what is wrong with it; here it is only an example less --
            continue
    return found
