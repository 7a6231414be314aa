"""What each clause is in each contract type: obligatory, obligatory in some cases, recommended, optional, never there.

Read off the rules alone, over every contract whose questions are all answered; what clauses require of each other and
what a buyer chooses come after.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from clausegen.assembly.decisions import Level
from clausegen.assembly.explanation import LEVEL_LABELS
from clausegen.assembly.reachable import Answers, Rule, reachable_levels, rules
from clausegen.facts.conditions import ALWAYS, NEVER, AllOf, AnyOf, Condition, Fails, OneOf, remainder
from clausegen.facts.facts import Facts
from clausegen.facts.partition import concerned, telling_answers
from clausegen.facts.values import Value
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary, Frame

IN_SOME_CASES = "selon le cas"


@dataclass(frozen=True)
class Column:
    """The contracts of one type, amendments left aside, or the amendments to any contract."""

    id: str
    label: str
    contracts: Condition
    shared: Answers
    """The answers that all these contracts have in common."""
    facts: Facts
    """These answers, and what follows from them."""
    limited: bool = False
    """True when the buyer says which annexes are concerned: a clause is judged as if its own were."""


@dataclass(frozen=True, order=True)
class Place:
    """What a clause is in a column: its strongest level, in every contract or in some only."""

    level: Level
    always: bool

    @property
    def label(self) -> str:
        """Return « Obligatoire », « Recommandée selon le cas », « Jamais »."""
        if self.level <= Level.EXCLUDED:
            return "Jamais"
        return LEVEL_LABELS[self.level] if self.always else f"{LEVEL_LABELS[self.level]} {IN_SOME_CASES}"


PLACES = (
    Place(Level.OBLIGATORY, True),
    Place(Level.OBLIGATORY, False),
    Place(Level.RECOMMENDED, True),
    Place(Level.RECOMMENDED, False),
    Place(Level.OPTIONAL, True),
    Place(Level.EXCLUDED, True),
)
"""Every place there is, from the strongest to the weakest."""


@dataclass(frozen=True)
class Cell:
    """One clause in one column."""

    examples: Mapping[Level, Answers]
    """Every level that the clause reaches, with answers that give it."""
    rules: tuple[Rule, ...]
    """What is left of its rules: in order, the first that holds decides."""

    @property
    def place(self) -> Place:
        strongest = max(self.examples, default=Level.EXCLUDED)
        if strongest <= Level.EXCLUDED:
            return Place(Level.EXCLUDED, True)
        return Place(strongest, strongest is Level.OPTIONAL or len(self.examples) == 1)


@dataclass(frozen=True)
class Row:
    clause: Clause
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    """Every clause, in the order of the annexes."""


def matrix(library: ClauseLibrary, as_of: date) -> Matrix:
    """Return the matrix of the whole library, thresholds being those of that day."""
    frame, shown = library.frame, columns(library.frame, as_of)
    rows = (Row(clause, tuple(_cell(clause, column, frame, as_of) for column in shown)) for clause in library)
    return Matrix(shown, tuple(rows))


def by_theme(matrix: Matrix, library: ClauseLibrary) -> Iterator[tuple[str, str, tuple[Row, ...]]]:
    """Yield the themes that have clauses, in their order: id, label, rows."""
    for id, theme in library.frame.questionnaire.themes.items():
        if rows := tuple(row for row in matrix.rows if row.clause.theme == id):
            yield id, theme.label, rows


def columns(frame: Frame, as_of: date) -> tuple[Column, ...]:
    """Return a column for each contract type, then one for each set of annexes that amends a contract."""
    amending = [annexes for annexes in frame.plan.sets if annexes.limited_to]
    new = AnyOf(tuple(annexes.condition for annexes in amending), negated=True)

    fits: list[tuple[str, str, Condition, bool]] = [
        (contract.type, contract.label, AllOf((OneOf("type_contrat", (contract.type,)), new)), False)
        for contract in frame.contracts.by_type.values()
    ]
    fits += [(annexes.name, annexes.label, annexes.condition, True) for annexes in amending]
    return tuple(Column(id, label, fit, *_shared(fit, frame, as_of), limited) for id, label, fit, limited in fits)


def _shared(contracts: Condition, frame: Frame, as_of: date) -> tuple[Answers, Facts]:
    """Return the answers without which the condition fails, and what follows from them."""

    def known(answers: Answers) -> Facts:
        return frame.questionnaire.known(answers, frame.thresholds, as_of)

    shared: dict[str, Value] = {}
    for name, question in concerned(frame.questionnaire, [contracts]).questions.items():
        answers = telling_answers(question, [contracts], known(shared))
        fitting = [each for each in answers if not isinstance(contracts.verdict(known({**shared, name: each})), Fails)]
        if len(fitting) == 1:
            shared[name] = fitting[0]
    return shared, known(shared)


def _cell(clause: Clause, column: Column, frame: Frame, as_of: date) -> Cell:
    examples = reachable_levels(clause, column.contracts, frame, as_of, column.shared)
    left: list[Rule] = []
    for level, condition in rules(clause):
        rest = remainder(condition, column.facts)
        if rest != NEVER and level in examples:
            left.append((level, rest))
        if rest == ALWAYS:
            break
    return Cell(examples, tuple(left))
