"""Which questions can still change a document: those that some undecided rule waits for, directly or behind another fact.

Answers are taken in the order in which questions are put. One that can no longer change anything, given those before it, is left
aside: whatever it says, the documents are the same to the byte.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausegen.assembly.asking import TYPE, asking_order
from clausegen.assembly.beside import told_beside
from clausegen.assembly.decisions import Choice, Level
from clausegen.assembly.verdicts import rules, spared
from clausegen.facts.conditions import Condition, Fails, Holds, Waits
from clausegen.facts.growing import Growing
from clausegen.facts.values import Value
from clausegen.library.annexes import AnnexSet
from clausegen.library.clause import Clause, Variant
from clausegen.library.library import EFFECT, ClauseLibrary

_BESIDE = ""
"""Stands for what is said beside the clauses."""


@dataclass(frozen=True)
class Interview:
    """What is worth asking of one contract."""

    order: tuple[str, ...]
    """Every question, in the order in which they are put."""
    kept: Mapping[str, Value]
    """The answers that count, typed, in the order of the questionnaire."""
    open: tuple[str, ...]
    """The questions without an answer that can still change a document, those to be asked only later included."""


def interview(
    library: ClauseLibrary,
    typed: Mapping[str, Value],
    limits: Mapping[str, Value],
    choices: Mapping[str, Choice] | None = None,
) -> Interview:
    """Return the answers that count and the questions left. `limits` are the thresholds in force (`Thresholds.on`)."""
    search = _Search(library, limits, choices or {})
    order = asking_order(library, str(typed[TYPE]) if TYPE in typed else None)
    for name in order:
        if name in typed and search.matters(name):
            search.facts.add(name, typed[name])
            search.forget(name)
    given = search.facts.given
    left = tuple(name for name in order if name not in given and search.matters(name))
    return Interview(order, {name: value for name, value in typed.items() if name in given}, left)


class _Search:
    """The undecided rules of a contract, each worked out again only when a fact that it names has changed."""

    def __init__(self, library: ClauseLibrary, limits: Mapping[str, Value], choices: Mapping[str, Choice]) -> None:
        self.library, self.choices = library, choices
        self.facts = Growing(library.frame.questionnaire, limits)
        self._waited: dict[str, frozenset[str]] = {}
        self._levels: dict[str, tuple[frozenset[Level], tuple[str, ...]]] = {}

    def matters(self, question: str) -> bool:
        """Return True when a rule still waits for the question, and the question may be asked at all."""
        asked = self.library.frame.questionnaire.questions[question].asked_if
        if isinstance(asked.verdict(self.facts), Fails):
            return False
        return any(question in self.waited(matter) for matter in (*self.library.touching[question], _BESIDE))

    def forget(self, question: str) -> None:
        for matter in (*self.library.touching[question], _BESIDE):
            self._waited.pop(matter, None)
            self._levels.pop(matter, None)

    def waited(self, matter: str) -> frozenset[str]:
        """Return the questions that a clause (by its id), or what stands beside clauses, still waits for."""
        if matter not in self._waited:
            names = self._of_clause(self.library[matter]) if matter else self._beside()
            self._waited[matter] = self.facts.questions_behind(names)
        return self._waited[matter]

    # -- a clause: its level and, where it may be printed, what it says --

    def _of_clause(self, clause: Clause) -> Iterator[str]:
        yield from self.levels(clause)[1]
        if not self.printable(clause):
            return
        variants, waited = self._wordings(clause)
        yield from waited
        named = {alinea.condition for variant in variants for alinea in variant.text if alinea.condition}
        for optional in (clause.optional[name] for name in clause.optional if name in named):
            if optional.with_clause is None or self.printable(self.library[optional.with_clause]):
                yield from _missing(optional.condition, self.facts)
        yield from self._as_answered(clause)

    def _wordings(self, clause: Clause) -> tuple[list[Variant], list[str]]:
        """Return the wordings that the clause can still have, by choice or by its rules, and the facts that would tell which."""
        possible, waited = list[Variant](), list[str]()
        choice = self.choices.get(clause.id)
        if choice and choice.variant in clause.variant_names:
            chosen = clause.variant(choice.variant)
            match chosen.excluded_if.verdict(self.facts):
                case Fails():
                    return [chosen], []
                case Waits(names):
                    possible.append(chosen)
                    waited += names
        for variant in clause.variants:
            match variant.condition.verdict(self.facts):
                case Holds():
                    return [*possible, variant], waited
                case Waits(names):
                    possible.append(variant)
                    waited += names
        return [*possible, clause.default_variant], waited

    def _as_answered(self, clause: Clause) -> Iterator[str]:
        """Yield the facts whose very value a clause prints, or reckons with."""
        schedule = self.library.frame.contracts.schedule
        if clause.table == EFFECT:
            yield from (name for name in self.library.frame.cautions.effect if self.facts.get(name) is None)
        if clause.penalty_cap:
            yield from (name for name in (schedule.amount, schedule.years) if name and self.facts.get(name) is None)

    def levels(self, clause: Clause) -> tuple[frozenset[Level], tuple[str, ...]]:
        """Return the levels that the rules can still give, and the facts that they wait for when there are several."""
        if clause.id not in self._levels:
            self._levels[clause.id] = self._judged(clause)
        return self._levels[clause.id]

    def _judged(self, clause: Clause) -> tuple[frozenset[Level], tuple[str, ...]]:
        possible, waited = set[Level](), list[str]()
        for level, condition in rules(clause):
            verdict = condition.verdict(self.facts)
            if isinstance(verdict, Fails):
                continue
            levels, _, asked = spared(clause, level, self.facts)
            possible.update(levels)
            waited += asked
            if isinstance(verdict, Holds):
                break
            waited += verdict.missing
        else:
            possible.add(Level.EXCLUDED)
        if max(possible) > Level.OPTIONAL:
            for question in self._scoping(clause):
                possible.add(Level.OPTIONAL)
                waited.append(question)
        if self._left_out(clause) and Level.RECOMMENDED in possible:
            # -- what is obligatory and left out is told in the note; what is recommended is one more optional clause --
            possible = possible - {Level.RECOMMENDED} | {Level.OPTIONAL}
        return frozenset(possible), tuple(waited) if len(possible) > 1 else ()

    def _left_out(self, clause: Clause) -> bool:
        """Return True when an amendment surely leaves out the annex of the clause."""
        sets = list(self._sets())
        if len(sets) != 1 or not sets[0].limited_to or not isinstance(sets[0].condition.verdict(self.facts), Holds):
            return False
        offered = self.library.frame.questionnaire.questions[sets[0].limited_to].answers
        wanted = self.facts.get(sets[0].limited_to)
        return isinstance(wanted, tuple) and clause.annex in offered and clause.annex not in wanted

    def _scoping(self, clause: Clause) -> Iterator[str]:
        """Yield the unanswered questions by which an amendment may still leave out the annex of the clause."""
        questions = self.library.frame.questionnaire.questions
        for annexes in self._sets():
            if not annexes.limited_to or clause.annex not in questions[annexes.limited_to].answers:
                continue
            if self.facts.get(annexes.limited_to) is None:
                yield annexes.limited_to
            elif isinstance(annexes.condition.verdict(self.facts), Waits):
                yield from _missing(annexes.condition, self.facts)

    def printable(self, clause: Clause) -> bool:
        """Return True when the clause may still be printed: by the rules, by choice, or because another requires it."""
        return self._wanted(clause) or (
            max(self.levels(clause)[0]) > Level.EXCLUDED
            and any(self._wanted(self.library[id]) for id in self.library.requiring[clause.id])
        )

    def _wanted(self, clause: Clause) -> bool:
        highest, choice = max(self.levels(clause)[0]), self.choices.get(clause.id)
        added = bool(choice and choice.retain) and highest > Level.EXCLUDED
        return added or (highest >= Level.RECOMMENDED and not self._left_out(clause))

    # -- what stands beside clauses: annexes, warnings, extracts, sheets, milestones --

    def _sets(self) -> Iterator[AnnexSet]:
        for annexes in self.library.frame.plan.sets:
            verdict = annexes.condition.verdict(self.facts)
            if not isinstance(verdict, Fails):
                yield annexes
            if isinstance(verdict, Holds):
                return

    def _beside(self) -> Iterator[str]:
        frame, facts = self.library.frame, self.facts
        for annexes in self._sets():
            yield from _missing(annexes.condition, facts)
            if annexes.limited_to and facts.get(annexes.limited_to) is None:
                yield annexes.limited_to
        companions = {"", *(name for annexes in self._sets() for name in annexes.companions)}
        for condition, companion in told_beside(frame):
            if companion in companions:
                yield from _missing(condition, facts)
        for ceiling in frame.cautions.ceilings:
            if not isinstance(ceiling.condition.verdict(facts), Fails):
                yield from (name for name in (ceiling.measured, ceiling.base) if facts.get(name) is None)
        schedule = frame.contracts.schedule
        for dated in (each for ways in schedule.milestones.values() for each in ways):
            if not isinstance(dated.condition.verdict(facts), Fails):
                yield from _missing(dated.condition, facts)
                yield from (name for name in (dated.fact, dated.years) if name and facts.get(name) is None)
        if schedule.postponed and facts.get(schedule.postponed.since) is None:
            yield schedule.postponed.since


def _missing(condition: Condition, facts: Growing) -> tuple[str, ...]:
    verdict = condition.verdict(facts)
    return verdict.missing if isinstance(verdict, Waits) else ()
