"""A fault of each kind, seeded in the rules of the shipped library, is stopped by the cases, the checks or the proofs."""

import random

import pytest

from benchmarks.faults import Fault, Mutant, faults
from benchmarks.mutants import AS_OF, drawn
from benchmarks.nets import CASES, Nets
from clausegen import paths
from clausegen.facts.conditions import AnyOf
from clausegen.library.reader import read_library
from clausegen.proof.claim import Kind

READING = read_library(paths.clauses())
NETS = Nets(READING.sound(), READING.cases, AS_OF)
POOL = list(faults(NETS.library))
SEED = 6
"""Of the faults drawn here every one is stopped; a few others are not (`benchmarks/MUTANTS.md`)."""


def sample() -> list[Mutant]:
    """Two faults of each kind, always the same as long as the rules are, what is no fault left out."""
    found = []
    for fault in Fault:
        order = drawn([each for each in POOL if each.fault is fault], random.Random(SEED))
        found += [mutant for mutant, _ in zip((m for m in order if not NETS.equivalent(m)), range(2), strict=False)]
    # -- what an exclusion protects is for no case nor proof to see: `benchmarks/MUTANTS.md` --
    return [mutant for mutant in found if mutant.fault is not Fault.EXCLUDES]


SAMPLE = sample()


@pytest.mark.parametrize("mutant", SAMPLE, ids=lambda mutant: mutant.id)
def test_the_fault_is_stopped(mutant: Mutant) -> None:
    assert NETS.catch(mutant)


def test_a_sound_library_is_stopped_by_nothing_and_a_change_of_form_is_no_fault() -> None:
    clause = next(each for each in NETS.library if next(each.obligatory_if.names(), None))
    doubled = NETS.library.clauses | {
        clause.id: clause.__class__(**{**vars(clause), "obligatory_if": AnyOf((clause.obligatory_if,) * 2)})
    }
    same = NETS.library.__class__(NETS.library.frame, doubled)
    assert NETS.equivalent(Mutant(Fault.DROPPED, clause.id, "dit deux fois", same))


def test_the_net_is_named() -> None:
    caught = {NETS.catch(m) for m in SAMPLE if m.fault is Fault.TRIGGER}
    assert caught == {Kind.DUTIES.value}
    assert NETS.catch(next(m for m in SAMPLE if m.fault is Fault.LEVEL)) == CASES
