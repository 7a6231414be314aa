"""What stops a fault before a contract is drawn: the lawyers' cases, the checks of the library, its proofs."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

import z3

from benchmarks.faults import Fault, Mutant
from clausegen.assembly.decisions import Level
from clausegen.cases import run_cases
from clausegen.library import lint
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.references import guaranteed_groups
from clausegen.library.reader import CASES_SUFFIX
from clausegen.library.triggers import Stipulation
from clausegen.proof.claim import Claim, Kind, World
from clausegen.proof.contract import DECIDED, SymbolicContract
from clausegen.proof.facts import SymbolicFacts
from clausegen.proof.prover import Prover, claims
from clausegen.proof.questions import questions

CASES, CHECKS = "cas des juristes", "vérifications"
_OF_RULES = (lint.relations, lint.references, lint.paragraphs, lint.frame, lint.ccag, lint.terms, lint.triggers)
"""The checks that look at what a fault of the rules may touch; the others read texts alone."""
_WHOLE = (Kind.COMPATIBLE, Kind.DANGLING)
_OF_ONE = (Kind.LIVING, Kind.AMBITIONS, Kind.PATIENCE)
"""Kinds whose claims about other clauses say nothing of the one that is faulted."""


class Nets:
    """The sound library, its cases, and the solver to which two libraries are compared."""

    def __init__(self, library: ClauseLibrary, cases: Mapping[str, str], as_of: date) -> None:
        self.library, self.as_of = library, as_of
        self.cases = {PurePosixPath(path).name.removesuffix(CASES_SUFFIX): (path, text) for path, text in cases.items()}
        self.world = World(library, library.frame.thresholds.on(as_of))

    # -- a change that no complete contract shows is no fault --

    def equivalent(self, mutant: Mutant) -> bool:
        """Return True when no complete contract decides, words or prints anything differently. False for a legal trigger."""
        if mutant.fault is Fault.TRIGGER:
            return False
        facts, after = self.world.contract.facts, mutant.library
        if mutant.fault is Fault.THRESHOLD:
            limits = after.frame.thresholds.on(self.as_of)
            facts = SymbolicFacts(after.frame.questionnaire, limits, self.world.answers)
        changed = SymbolicContract(after, facts)
        differences = [each for clause in self._changed(mutant) for each in self._differences(changed, clause)]
        self._solver.push()
        try:
            self._solver.add(*facts.complete, z3.Or(differences))
            return self._solver.check() == z3.unsat
        finally:
            self._solver.pop()

    @cached_property
    def _solver(self) -> z3.Solver:
        solver = z3.Solver()
        solver.add(self.world.answers.domain)
        solver.add(self.world.complete)
        return solver

    def _changed(self, mutant: Mutant) -> Iterator[Clause]:
        for clause in mutant.library:
            if mutant.fault is Fault.THRESHOLD or clause != self.library[clause.id]:
                yield clause

    def _differences(self, after: SymbolicContract, clause: Clause) -> Iterator[z3.BoolRef]:
        before, was = self.world.contract, self.library[clause.id]
        for level in DECIDED:
            yield z3.Xor(before.at(was, level), after.at(clause, level))
        able, worded, now = before.able(was), before.worded(was), after.worded(clause)
        for old, new in zip(was.variants, clause.variants, strict=True):
            yield z3.And(able, z3.Xor(worded[old.name], now[new.name]))
            barred = before.facts.truth(old.excluded_if).holds, after.facts.truth(new.excluded_if).holds
            yield z3.And(able, z3.Xor(*barred))
        for name, optional in was.optional.items():
            printing = [v for v in was.variants if any(alinea.condition == name for alinea in v.text)]
            free = z3.Or([z3.Not(before.facts.truth(v.excluded_if).holds) for v in printing])
            stands, beside = before.stands(was, name).holds, optional.with_clause
            other = before.able(self.library[beside]) if beside else z3.BoolVal(True)
            yield z3.And(able, free, other, z3.Xor(stands, after.stands(clause, name).holds))
            if beside != clause.optional[name].with_clause:
                yield z3.And(able, free, stands, z3.Not(before.at(self.library[beside], Level.OBLIGATORY)))
        guaranteed = guaranteed_groups(after.library, clause)
        for group in {*was.requires} - {*clause.requires}:
            if frozenset(group) not in guaranteed:
                sure = z3.Or([before.at(self.library[id], Level.OBLIGATORY) for id in group])
                yield z3.And(able, z3.Not(sure))
        for other in {*was.excludes} - {*clause.excludes}:
            yield z3.And(able, before.able(self.library[other]))

    # -- what stops it --

    def catch(self, mutant: Mutant) -> str:
        """Return the first net that the fault does not pass, or an empty string when it passes them all."""
        if any(getattr(outcome, "faults", True) for outcome in run_cases(mutant.library, self._cases(mutant))):
            return CASES
        if any(True for check in _OF_RULES for _ in check(mutant.library)):
            return CHECKS
        return next((claim.kind.value for claim in self._false(mutant)), "")

    def _cases(self, mutant: Mutant) -> dict[str, str]:
        """Return the cases that the fault can touch: those of the clause, all of them for a threshold."""
        if mutant.fault is Fault.THRESHOLD:
            return dict(self.cases.values())
        return dict([self.cases[mutant.subject]]) if mutant.subject in self.cases else {}

    def _false(self, mutant: Mutant) -> Iterator[Claim]:
        """Yield the claims that the fault makes false, the quickest kinds first; claims that it cannot touch are left out."""
        prover = Prover(self._held_to(mutant), self.as_of, shrink=False)

        def looked(found: Iterable[Claim]) -> Iterator[Claim]:
            return (claim for claim in found if prover.refutation(claim))

        yield from looked(claims(prover.world, Kind.DUTIES, self.as_of))
        if mutant.fault is Fault.TRIGGER:
            return
        for kind in (*_OF_ONE, *_WHOLE):
            about = None if kind in _WHOLE or mutant.fault is Fault.THRESHOLD else {mutant.subject}
            found = claims(prover.world, kind, self.as_of)
            yield from looked(claim for claim in found if about is None or claim.subject in about)
        yield from looked(questions(prover.world, self._asked(mutant)))

    def _held_to(self, mutant: Mutant) -> ClauseLibrary:
        """Return the faulted library with those legal triggers alone that the fault can touch."""
        frame, near = mutant.library.frame, {mutant.subject}
        if mutant.fault is Fault.THRESHOLD:
            return mutant.library
        near |= {id for id, requiring in self.library.requiring.items() if mutant.subject in requiring}
        held = [
            trigger
            for trigger in frame.triggers
            if trigger.id == mutant.subject
            or any(
                named.clause == mutant.subject or _beside(mutant.library, named) in near
                for named in trigger.stipulations()
            )
        ]
        return replace(mutant.library, frame=replace(frame, triggers=tuple(held)))

    def _asked(self, mutant: Mutant) -> Collection[str]:
        """Return the questions that decide of the clause by themselves, before the fault or after it."""
        questionnaire = self.library.frame.questionnaire
        pair = [library[mutant.subject] for library in (self.library, mutant.library) if mutant.subject in library]
        names = {name for clause in pair for condition in clause.conditions() for name in condition.names()}
        return {source for name in names for source in questionnaire.sources(name)}


def _beside(library: ClauseLibrary, named: Stipulation) -> str | None:
    """Return the clause beside which the paragraph that a trigger names stands."""
    optional = library[named.clause].optional
    return optional[named.paragraph].with_clause if named.paragraph in optional else None
