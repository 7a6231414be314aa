"""What benchmarks measure is sound: libraries of any size, the same contract for every generator of Word files."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks import libraries
from benchmarks.measure import ratio
from benchmarks.peers import bundles, in_python
from benchmarks.peers.alone import Alone
from benchmarks.peers.check import MissingText, check
from benchmarks.peers.content import content
from benchmarks.peers.plain import words
from benchmarks.peers.race import Race, run
from benchmarks.peers.standings import standings
from clausegen import paths
from clausegen.document.nodes import Value
from clausegen.dossier.dossier import load_dossier
from clausegen.library.library import ClauseLibrary
from clausegen.library.reader import read_library
from clausegen.pipeline import understand
from clausegen.renderers.word import render_docx


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


def test_contestants_draw_the_same_contract() -> None:
    contestants = [in_python.ours(), in_python.python_docx(), in_python.docxtpl_loop()]
    race = run(contestants, {5: 1}, warm_ups=0)
    table = standings(contestants, race, {5: [Alone(100.0, 0.2, 0.1)]}, ["Sans pandoc."])
    assert {row[0] for row in table.rows} >= {each.name for each in contestants}
    assert all(ratios[0] > 0 for ratios in race.ratios.values())
    assert "Sans pandoc." in table.how


def test_a_contract_is_filled_in_otherwise_at_each_round() -> None:
    first, second = (
        {
            part.text
            for block in content(3, turn).blocks
            for part in getattr(block, "content", ())
            if isinstance(part, Value)
        }
        for turn in (1, 2)
    )
    assert first
    assert not first & second


def test_lost_words_are_found() -> None:
    document = content(2, 1)
    with pytest.raises(MissingText, match="« perdu »"):
        check("ours", render_docx(document), [*words(document), "perdu"])


def test_what_would_take_too_long_is_foreseen() -> None:
    race = Race(seconds={("a", 60): [0.5], ("a", 300): [12.5, 12.5]})
    assert race.predicted("a", 1500) == pytest.approx(312.5)
    assert race.predicted("b", 1500) == 0


def test_another_dossier_is_understood(library: ClauseLibrary) -> None:
    for example in bundles.EXAMPLES:
        dossier = load_dossier(paths.examples() / f"{example}.yml")
        changed = bundles.another(dossier, 3)
        assert changed.title != dossier.title
        assert not understand(changed, library, date(2026, 11, 22)).problems
