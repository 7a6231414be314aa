"""Which questions to put, in which steps: those that can still change a document, given the answers so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from clausegen.assembly.asking import TYPE
from clausegen.assembly.relevance import Interview
from clausegen.facts.facts import Facts
from clausegen.facts.questionnaire import Question, Step
from clausegen.library.library import ClauseLibrary


@dataclass(frozen=True)
class FormStep:
    """One page of questions; `answered` counts « Je ne sais pas » as an answer."""

    step: Step
    questions: tuple[Question, ...]
    answered: int


@dataclass(frozen=True)
class Form:
    """The steps that hold a question, in order."""

    steps: tuple[FormStep, ...]
    left: int = 0
    """Questions without an answer, those included that an answer may call for or make vain: never more will be put."""

    @property
    def asked(self) -> int:
        return sum(len(step.questions) for step in self.steps)

    @property
    def answered(self) -> int:
        return sum(step.answered for step in self.steps)

    def position(self, id: str) -> int:
        """Return the rank of a step, 0 when it holds no question any more."""
        return next((rank for rank, step in enumerate(self.steps) if step.step.id == id), 0)

    def step_of(self, question: str) -> str:
        """Return the step where a question is put, empty when it is not."""
        return next((s.step.id for s in self.steps for q in s.questions if q.name == question), "")


def form(library: ClauseLibrary, facts: Facts, answers: Mapping[str, object], interview: Interview) -> Form:
    """Return the questions that can change a document of this contract; the first one alone while the type is unknown."""
    questionnaire = library.frame.questionnaire
    if TYPE in facts:
        asked = {question.name for question in questionnaire.asked(facts)}
        counting = asked.intersection((*interview.kept, *interview.open))
    else:
        counting = {TYPE}.intersection(questionnaire.questions)
    called = [questionnaire.questions[name] for name in interview.order if name in counting]
    steps = []
    for step in questionnaire.steps:
        questions = tuple(question for question in called if question.step == step.id)
        if questions:
            steps.append(FormStep(step, questions, sum(question.name in answers for question in questions)))
    return Form(tuple(steps), sum(name not in answers for name in interview.open))
