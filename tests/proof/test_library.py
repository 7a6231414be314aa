"""The library of the product is true of every contract, for every combination of answers that the questionnaire allows."""

import pytest

from clausegen.proof.claim import Kind
from clausegen.proof.prover import Prover
from tests.small_library import TODAY


@pytest.mark.parametrize("kind", Kind)
def test_the_library_is_proved(library, kind) -> None:
    report = Prover(library, TODAY).prove(kind)
    assert [f"{each.subject} : {each.told}" for each in report.refuted] == []
    assert report.proved > 0
