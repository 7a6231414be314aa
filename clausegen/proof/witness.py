"""A dossier that a solver found, judged by the product itself: no counterexample is told unless the evaluator agrees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from clausegen.assembly.decisions import Choice, Decision, Selection
from clausegen.assembly.explanation import explain
from clausegen.assembly.selection import select
from clausegen.facts.conditions import Condition, Holds, Verdict
from clausegen.facts.facts import Facts
from clausegen.facts.sentences import Sentences
from clausegen.facts.values import Value
from clausegen.library.library import ClauseLibrary


@dataclass(frozen=True)
class Witness:
    """Answers, typed, and choices, as the product sees them on that day."""

    library: ClauseLibrary
    as_of: date
    answers: Mapping[str, Value]
    choices: Mapping[str, Choice] = field(default_factory=dict)

    @cached_property
    def facts(self) -> Facts:
        return self.library.frame.questionnaire.known(self.answers, self.library.frame.thresholds, self.as_of)

    @cached_property
    def selection(self) -> Selection:
        return select(self.library, self.facts, self.choices)

    @cached_property
    def sentences(self) -> Sentences:
        return Sentences(self.library.frame.questionnaire, self.library.frame.thresholds, self.as_of)

    @property
    def complete(self) -> bool:
        """True when every question called for has its answer."""
        return all(question.name in self.facts for question in self.library.frame.questionnaire.asked(self.facts))

    def verdict(self, condition: Condition) -> Verdict:
        return condition.verdict(self.facts)

    def holds(self, condition: Condition) -> bool:
        return isinstance(self.verdict(condition), Holds)

    def of(self, clause: str) -> Decision:
        return self.selection.decisions[clause]

    def why(self, clause: str) -> str:
        """Return « « Titre » : Exclue : … » for a French reader."""
        decision = self.of(clause)
        return f"« {decision.clause.title} » ({clause}) : {explain(decision, self.facts, self.sentences, self.library)}"

    def without(self, question: str) -> "Witness":
        """Return the same dossier, that question unanswered."""
        left = {name: value for name, value in self.answers.items() if name != question}
        return Witness(self.library, self.as_of, left, self.choices)

    def unchosen(self, clause: str) -> "Witness":
        """Return the same dossier, that clause left to the rules."""
        left = {id: choice for id, choice in self.choices.items() if id != clause}
        return Witness(self.library, self.as_of, self.answers, left)
