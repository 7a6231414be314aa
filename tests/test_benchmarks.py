"""The libraries that benchmarks measure are sound, whatever their size."""

from pathlib import Path

import pytest

from benchmarks import libraries
from benchmarks.measure import ratio
from clausegen.library.library import ClauseLibrary
from clausegen.library.reader import read_library


@pytest.mark.parametrize("size", [30, 100])
def test_a_multiplied_library_is_sound(size: int, tmp_path: Path, library: ClauseLibrary) -> None:
    written = libraries.write(size, tmp_path)
    read = read_library(tmp_path / "clauses").sound()
    assert len(read) == written
    assert 0 <= written - size < len(library)


def test_a_multiplied_library_asks_the_same_questions(library: ClauseLibrary, tmp_path: Path) -> None:
    libraries.write(2 * len(library), tmp_path)
    read = read_library(tmp_path / "clauses").sound()
    assert set(read.deciding) == set(library.deciding)


def test_ratios_keep_two_figures() -> None:
    assert [ratio(value, 0.2) for value in (0.5, 30, 0.001)] == ["2,5", "150", "0,005"]
