"""What the tests of the app share."""

import os
import shutil
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from clausegen.dossier.dossier import Dossier

Show = Callable[..., AppTest]
Kept = Callable[[Dossier], str]

CONCESSION = Dossier(
    title="Eau potable de Valbrume",
    answers={"type_contrat": "concession", "avenant": False, "service_public": True, "population": "12 000"},
)


def said(app: AppTest) -> str:
    """Return everything that a page says; it must not have failed."""
    assert not app.exception, app.exception[0]
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption]
    parts += [*app.info, *app.error, *app.warning, *app.success]
    return "\n".join([*(part.value for part in parts), *(part.proto.body for part in app.get("html"))])


def needed(tool: str) -> None:
    """Without this tool, the test fails under CI, else is skipped."""
    if not shutil.which(tool):
        pytest.fail(f"il manque {tool}") if os.environ.get("CI") else pytest.skip(f"il manque {tool}")
