"""What every test may ask for: the shipped library, and small libraries written in a few lines."""

import os
from collections.abc import Callable
from textwrap import dedent

import pytest
from hypothesis import settings
from small_library import FRAME

from clausegen import paths
from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.reader import read_library, read_texts

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=150, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def library() -> ClauseLibrary:
    """The clauses that ship with the product."""
    return read_library(paths.clauses()).sound()


Small = Callable[..., tuple[ClauseLibrary, list[Problem]]]


@pytest.fixture
def small() -> Small:
    """Read a small library: `small(**{"ma_clause": clause_text(...)})`, underscores standing for hyphens."""

    def read(frame: dict[str, str] | None = None, **clauses: str) -> tuple[ClauseLibrary, list[Problem]]:
        texts = {path: dedent(text) for path, text in {**FRAME, **(frame or {})}.items()}
        texts |= {f"clauses/essai/{name.replace('_', '-')}.md": text for name, text in clauses.items()}
        library, problems = read_texts(texts)
        return library, sorted(problems)

    return read


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="accept the texts of the example dossiers as they are now")
