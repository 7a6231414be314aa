"""The example dossiers, drafted once for all the tests of the renderers."""

import pytest
from small_library import TODAY

from clausegen import paths
from clausegen.dossier.dossier import load_dossier
from clausegen.library.library import ClauseLibrary
from clausegen.pipeline import Draft, draft

collect_ignore = ["refresh_fields.py"]
"""A script for LibreOffice's own Python, not a test."""


@pytest.fixture(scope="session")
def drafts(library: ClauseLibrary) -> dict[str, Draft]:
    """Each example by its name."""
    found = sorted(paths.examples().glob("*.yml"))
    return {path.stem: draft(load_dossier(path), library, TODAY) for path in found}
