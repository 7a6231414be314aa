"""What the rules make of any dossier: the levels, wordings and paragraphs of `assembly`, as constraints."""

from functools import cached_property

import z3

from clausegen.assembly.decisions import Level
from clausegen.assembly.verdicts import COMPACT, rules
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary
from clausegen.proof.facts import SymbolicFacts, Truth
from clausegen.proof.terms import Several

DECIDED = tuple(level for level in Level if level is not Level.WAITING)


class SymbolicContract:
    """The decisions on every clause, worked out when they are asked for."""

    def __init__(self, library: ClauseLibrary, facts: SymbolicFacts) -> None:
        self.library, self.facts = library, facts
        self._possible: dict[str, dict[Level, z3.BoolRef]] = {}
        self._kept: dict[str, z3.BoolRef] = {}

    # -- levels: `verdicts.judge`, then `scope.limited` --

    def possible(self, clause: Clause) -> dict[Level, z3.BoolRef]:
        """Return, for each level, when the answers still missing could give it."""
        if clause.id not in self._possible:
            self._possible[clause.id] = self._limited(clause, self.judged(clause))
        return self._possible[clause.id]

    def at(self, clause: Clause, level: Level) -> z3.BoolRef:
        """Return when that level is the only possible one."""
        possible = self.possible(clause)
        return z3.And([possible[level], *(z3.Not(possible[other]) for other in DECIDED if other is not level)])

    def able(self, clause: Clause) -> z3.BoolRef:
        """Return when the clause may stand: nothing excludes it yet."""
        return z3.Not(z3.Or(self.at(clause, Level.EXCLUDED), self.at(clause, Level.NOT_APPLICABLE)))

    def kept(self, clause: Clause) -> z3.BoolRef:
        """Return when the rules retain the clause by themselves: every possible level does."""
        possible = self.possible(clause)
        return z3.And([z3.Not(possible[level]) for level in DECIDED if level < Level.RECOMMENDED])

    def may_be_kept(self, clause: Clause) -> z3.BoolRef:
        """Return when the rules, or clauses that require it from near or far, could retain the clause: never too narrow."""
        if clause.id not in self._kept:
            self._kept[clause.id] = self.able(clause)  # -- clauses that require each other: the widest answer --
            brought = [
                z3.And(self.may_be_kept(other), self._preferred(clause, group))
                for other in self.library
                for group in other.requires
                if clause.id in group
            ]
            self._kept[clause.id] = z3.Or(self.kept(clause), z3.And(self.able(clause), z3.Or(brought)))
        return self._kept[clause.id]

    def _preferred(self, clause: Clause, group: tuple[str, ...]) -> z3.BoolRef:
        """Return when `selection` takes this clause among alternatives: none retained already, none stronger, none earlier."""
        found, optional = [], self.at(clause, Level.OPTIONAL)
        for rank, other in enumerate(self.library[id] for id in group if id in self.library and id != clause.id):
            theirs = self.at(other, Level.OPTIONAL)
            first = group.index(clause.id) <= rank
            beaten = z3.Or(
                z3.Not(self.able(other)), z3.And(optional, z3.Not(theirs)), z3.And(first, optional == theirs)
            )
            found.append(z3.And(z3.Not(self.kept(other)), beaten))
        return z3.And(found)

    def surely_kept(self, clause: Clause) -> z3.BoolRef:
        """Return when the clause is retained, by the rules or by one that cannot do without it: never too wide."""
        return z3.Or([self.kept(other) for other in (clause, *self._needing(clause))])

    def _needing(self, clause: Clause) -> list[Clause]:
        """Return the clauses that cannot do without it, from near or far."""
        found: list[Clause] = []
        waiting = [clause]
        while waiting:
            needed = waiting.pop().id
            for other in self.library:
                if (needed,) in other.requires and other not in found:
                    found.append(other)
                    waiting.append(other)
        return found

    def judged(self, clause: Clause) -> dict[Level, z3.BoolRef]:
        """Return the same by the rules of the clause alone, whatever an amendment leaves out."""
        found: dict[Level, list[z3.BoolRef]] = {level: [] for level in DECIDED}
        undecided: list[z3.BoolRef] = []
        for level, condition in rules(clause):
            truth = self.facts.truth(condition)
            reached = z3.And([*undecided, z3.Not(truth.fails)])
            if level is Level.RECOMMENDED and clause.heavy:
                compact = self.facts.truth(COMPACT)
                found[level].append(z3.And(reached, z3.Not(compact.holds)))
                found[Level.OPTIONAL].append(z3.And(reached, z3.Not(compact.fails)))
            else:
                found[level].append(reached)
            undecided.append(z3.Not(truth.holds))
        found[Level.EXCLUDED].append(z3.And(undecided))
        return {level: z3.Or(cases) for level, cases in found.items()}

    def _limited(self, clause: Clause, possible: dict[Level, z3.BoolRef]) -> dict[Level, z3.BoolRef]:
        left_out = self._left_out.get(clause.annex)
        if left_out is None:
            return possible
        lowered = z3.Or(possible[Level.OBLIGATORY], possible[Level.RECOMMENDED])
        optional = z3.Or(possible[Level.OPTIONAL], z3.And(lowered, z3.Not(left_out.fails)))
        kept = {
            level: z3.And(possible[level], z3.Not(left_out.holds)) for level in (Level.OBLIGATORY, Level.RECOMMENDED)
        }
        return {**possible, **kept, Level.OPTIONAL: optional}

    @cached_property
    def _left_out(self) -> dict[str, Truth]:
        """Return annex -> when an amendment leaves it out, for the annexes that one can leave out."""
        found: dict[str, Truth] = {}
        possible = self.sets
        for annexes in self.library.frame.plan.sets:
            if not annexes.limited_to:
                continue
            asked = self.facts[annexes.limited_to]
            for annex in self.library.frame.questionnaire.questions[annexes.limited_to].answers:
                assert isinstance(asked.term, Several)
                wanted = asked.term.one_of((annex,))
                out, kept = z3.And(asked.known, z3.Not(wanted)), z3.And(asked.known, wanted)
                certain = z3.And([z3.Not(other) for name, other in possible.items() if name != annexes.name])
                this = possible[annexes.name]
                earlier = found.get(annex, Truth(z3.BoolVal(False), z3.BoolVal(True)))
                found[annex] = Truth(
                    z3.Or(earlier.holds, z3.And(this, certain, out)),
                    z3.And(earlier.fails, z3.Or(z3.Not(this), kept)),
                )
        return found

    @cached_property
    def sets(self) -> dict[str, z3.BoolRef]:
        """Return set of annexes -> when the contract can still get it."""
        found, earlier = {}, list[z3.BoolRef]()
        for annexes in self.library.frame.plan.sets:
            truth = self.facts.truth(annexes.condition)
            found[annexes.name] = z3.And([*earlier, z3.Not(truth.fails)])
            earlier.append(z3.Not(truth.holds))
        return found

    # -- texts: `verdicts.choose_variant`, `resolution.resolve_clause` --

    def worded(self, clause: Clause) -> dict[str, z3.BoolRef]:
        """Return wording -> when the rules pick it: the first whose condition holds, else the default one."""
        found: dict[str, z3.BoolRef] = {}
        earlier: list[z3.BoolRef] = []
        for variant in clause.variants:
            holds = self.facts.truth(variant.condition).holds
            found[variant.name] = z3.And([*earlier, holds])
            earlier.append(z3.Not(holds))
        default = clause.default_variant.name
        return {**found, default: z3.Or(found[default], z3.And(earlier))}

    def unsure_of_wording(self, clause: Clause) -> z3.BoolRef:
        """Return when an answer still missing could pick another wording than the one picked now."""
        found, earlier = list[z3.BoolRef](), list[z3.BoolRef]()
        for variant in clause.variants:
            truth = self.facts.truth(variant.condition)
            found.append(z3.And([*earlier, truth.waits]))
            earlier.append(z3.Not(truth.holds))
        return z3.Or(found)

    def stands(self, clause: Clause, paragraph: str) -> Truth:
        """Return when the condition of an optional paragraph holds, the clause beside which it stands left apart."""
        return self.facts.truth(clause.optional[paragraph].condition)
