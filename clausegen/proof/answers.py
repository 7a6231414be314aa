"""The answers of a dossier as unknowns: each is given or not, and takes any value that the questionnaire allows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import z3

from clausegen.facts.questionnaire import Question, Questionnaire
from clausegen.facts.values import Value
from clausegen.proof.terms import HUNDREDTHS, Day, Flags, Number, Several, Share, Term

_SCALES = {"entier": 1, "montant": HUNDREDTHS, "nombre": HUNDREDTHS}


@dataclass(frozen=True)
class Unknown:
    """What a solver knows of one fact: whether there is an answer, and which one when there is."""

    known: z3.BoolRef
    term: Term

    def symbols(self) -> list[z3.ExprRef]:
        """Return the free symbols that make the answer up."""
        match self.term:
            case Flags(options) if set(options) == {True, False}:
                return [options[True]]
            case Flags(options) | Several(options):
                return list(options.values())
            case Day(year, month, day):
                return [year, month, day]
            case Number(expression):
                return [expression]
        return []


@dataclass(frozen=True)
class Answers:
    """One dossier, whatever it answers."""

    questions: Mapping[str, Unknown]

    @classmethod
    def of(cls, questionnaire: Questionnaire, name: str = "") -> "Answers":
        """Return fresh unknowns, one per question; `name` tells two dossiers apart."""
        return cls({q.name: _fresh(q, f"{name}{q.name}") for q in questionnaire.questions.values()})

    def but(self, question: Question, name: str) -> "Answers":
        """Return the same dossier with another answer to one question, given or not."""
        return Answers({**self.questions, question.name: _fresh(question, f"{name}{question.name}")})

    def said_more(self, name: str) -> "Answers":
        """Return a dossier with the same answers and possibly more: what `domain` of both and `grown` say."""
        return Answers({q: replace(unknown, known=z3.Bool(f"{name}{q}?")) for q, unknown in self.questions.items()})

    def grown(self, before: "Answers") -> list[z3.BoolRef]:
        """Return the constraint that nothing answered before is unanswered now."""
        return [z3.Implies(before.questions[q].known, unknown.known) for q, unknown in self.questions.items()]

    @cached_property
    def domain(self) -> list[z3.BoolRef]:
        """Return what the questionnaire allows: one answer of a choice, bounds, days that exist."""
        terms = (unknown.term for unknown in self.questions.values())
        return [constraint for term in terms if not isinstance(term, Share) for constraint in term.domain()]

    def read(self, model: z3.ModelRef) -> dict[str, Value]:
        """Return the answers given in a model, typed."""
        found: dict[str, Value] = {}
        for name, unknown in self.questions.items():
            if z3.is_true(model.eval(unknown.known, True)) and not isinstance(unknown.term, Share):
                value = unknown.term.read(model)
                if value is not None:
                    found[name] = value
        return found


def _fresh(question: Question, name: str) -> Unknown:
    return Unknown(z3.Bool(f"{name}?"), _term(question, name))


def _term(question: Question, name: str) -> Term:
    bounds = (question.minimum, question.maximum)
    match question.kind:
        case "oui_non":
            yes = z3.Bool(name)
            return Flags({True: yes, False: z3.Not(yes)})
        case "choix":
            return Flags({answer: z3.Bool(f"{name}={answer}") for answer in question.answers})
        case "echelle":
            return Flags({int(level): z3.Bool(f"{name}={level}") for level in question.scale})
        case "choix_multiple":
            return Several({answer: z3.Bool(f"{name}={answer}") for answer in question.answers})
        case "date":
            return Day(z3.Int(f"{name}.year"), z3.Int(f"{name}.month"), z3.Int(f"{name}.day"), bounds)
    return Number(z3.Int(name), _SCALES[question.kind], question.kind, bounds)
