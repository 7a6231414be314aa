"""The questions put to the buyer, the facts that follow from them, and how answers become facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from clausegen.errors import DossierError, Problem, did_you_mean, listed, sentence
from clausegen.facts.calculations import Calculation
from clausegen.facts.condition_syntax import Term, Vocabulary
from clausegen.facts.conditions import ALWAYS, NEVER, Condition, Fails, Holds, Knowledge, Waits
from clausegen.facts.facts import Facts
from clausegen.facts.thresholds import Thresholds
from clausegen.facts.values import Value, parse_value, shown

LEGAL_NUMBERS = ("population", "agents_etp", "montant_ht", "date_lancement")
"""Facts that the law compares with thresholds: conditions must name the threshold."""


@dataclass(frozen=True)
class Answer:
    """One possible answer of a choice: what is shown, and the sentence that gives it as a reason."""

    label: str
    phrase: str


@dataclass(frozen=True)
class Question:
    """One question; `kind` is one of `values.KINDS`."""

    name: str
    step: str
    kind: str
    text: str
    help: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    asked_if: Condition = ALWAYS
    otherwise: Value | None = None
    """The value that follows when the question has no reason to be asked."""
    unit: str = ""
    subject: str = ""
    yes: str = ""
    no: str = ""
    minimum: Value | None = None
    maximum: Value | None = None
    scale: Mapping[str, str] = field(default_factory=dict)

    def parse(self, raw: object) -> Value:
        """Return the typed answer; ValueError tells in French what is wrong and what is allowed."""
        value = parse_value(self.kind, raw)
        if self.kind in ("choix", "choix_multiple"):
            given = value if isinstance(value, tuple) else (str(value),)
            for answer in given:
                if answer not in self.answers:
                    raise ValueError(
                        f"« {shown(answer)} » n'est pas une réponse possible ; possibles : {listed(tuple(self.answers))}."
                        f"{did_you_mean(answer, self.answers)}"
                    )
            return tuple(answer for answer in self.answers if answer in given) if isinstance(value, tuple) else value
        if self.kind == "echelle" and str(value) not in self.scale:
            raise ValueError(f"« {shown(raw)} » n'est pas un niveau ; possibles : {listed(tuple(self.scale))}")
        early, late = ("tôt", "tard") if self.kind == "date" else ("petit", "grand")
        if self.minimum is not None and value < self.minimum:  # type: ignore[operator]
            raise ValueError(f"« {shown(raw)} » est trop {early} ; au moins {self.minimum}")
        if self.maximum is not None and value > self.maximum:  # type: ignore[operator]
            raise ValueError(f"« {shown(raw)} » est trop {late} ; au plus {self.maximum}")
        return value


@dataclass(frozen=True)
class DerivedFact:
    """A fact never asked: true exactly when its condition holds or, for a number, what its calculation gives."""

    name: str
    label: str
    condition: Condition = NEVER
    yes: str = ""
    no: str = ""
    calculation: Calculation | None = None
    subject: str = ""
    unit: str = ""

    def names(self) -> Iterator[str]:
        """Yield the facts from which this one follows."""
        return self.calculation.names() if self.calculation else self.condition.names()

    def known(self, facts: Knowledge) -> Value | Waits:
        """Return the value of the fact, or the questions it waits for."""
        if self.calculation:
            return self.calculation.value(facts)
        verdict = self.condition.verdict(facts)
        return verdict if isinstance(verdict, Waits) else isinstance(verdict, Holds)


@dataclass(frozen=True)
class Step:
    id: str
    title: str
    introduction: str = ""


@dataclass(frozen=True)
class Theme:
    id: str
    label: str
    annex: str = ""


@dataclass(frozen=True)
class Questionnaire:
    """Steps, questions and derived facts, in the order of the file."""

    steps: tuple[Step, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    derived: Mapping[str, DerivedFact] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)

    def vocabulary(self, thresholds: Thresholds) -> Vocabulary:
        """Return what conditions may name."""
        return Vocabulary(vocabulary_terms(self.questions) | derived_terms(self.derived), thresholds.kinds())

    def facts(self, answers: Mapping[str, object], thresholds: Thresholds, as_of: date) -> Facts:
        """Return typed facts from raw answers; DossierError lists every answer that cannot be read."""
        typed, problems = self.read(answers)
        if problems:
            raise DossierError(problems)
        return self.known(typed, thresholds, as_of)

    def known(self, typed: Mapping[str, Value], thresholds: Thresholds, as_of: date) -> Facts:
        """Return what typed answers make known: themselves, what they imply and what derives from them.

        An answer to a question that the others leave no reason to ask is ignored, and the value that follows
        (`otherwise`) takes its place. While nobody knows whether a question has a reason to be asked, its answer is
        kept aside: what was decided from it would have to be undone.
        """
        known: dict[str, Value] = {}
        waiting: dict[str, tuple[str, ...]] = {}
        limits = thresholds.on(as_of)
        for name, question in self.questions.items():
            match question.asked_if.verdict(Facts(as_of, known, limits, waiting)):
                case Waits(missing):
                    waiting[name] = missing
                case Holds() if name in typed:
                    known[name] = typed[name]
                case Fails() if question.otherwise is not None:
                    known[name] = question.otherwise
        for derived in self.derived.values():
            match derived.known(Facts(as_of, known, limits, waiting)):
                case Waits(missing):
                    waiting[derived.name] = missing
                case value:
                    known[derived.name] = value
        return Facts(as_of, known, limits, waiting)

    def read(self, answers: Mapping[str, object]) -> tuple[dict[str, Value], tuple[Problem, ...]]:
        """Return the typed answers in the order of the questions, and what cannot be read. Null or empty is unknown."""
        problems, typed = [], {}
        for name, raw in answers.items():
            if name in self.derived:
                names = listed(tuple(dict.fromkeys(self.sources(name))))
                problems.append(Problem(f"faits.{name}", 0, f"ce fait se déduit des réponses ({names}) : retirez-le."))
            elif name not in self.questions:
                hint = did_you_mean(name, self.questions) or " La liste des faits est dans clauses/questionnaire.yml."
                problems.append(Problem(f"faits.{shown(name)}", 0, f"ce fait n'existe pas.{hint}"))
            elif raw is not None and raw != "":
                try:
                    typed[name] = self.questions[name].parse(raw)
                except ValueError as error:
                    problems.append(Problem(f"faits.{name}", 0, sentence(error)))
        return {name: typed[name] for name in self.questions if name in typed}, tuple(problems)

    def sources(self, fact: str) -> Iterator[str]:
        """Yield the questions behind a fact: itself when asked, else those its condition names."""
        if fact in self.derived:
            for name in self.derived[fact].names():
                yield from self.sources(name)
        else:
            yield fact

    @cached_property
    def dependents(self) -> Mapping[str, frozenset[str]]:
        """Return question -> the facts that its answer can change: itself, what derives from it, the questions it calls for."""
        found: dict[str, set[str]] = {name: {name} for name in self.questions}
        named = {name: tuple(question.asked_if.names()) for name, question in self.questions.items()}
        named |= {name: tuple(derived.names()) for name, derived in self.derived.items()}
        for touched in found.values():
            # -- what a fact follows from stands above it: one pass is enough --
            for fact, names in named.items():
                if touched.intersection(names):
                    touched.add(fact)
        return {name: frozenset(touched) for name, touched in found.items()}

    def asked(self, facts: Facts) -> Iterator[Question]:
        """Yield the questions that the answers so far call for."""
        for question in self.questions.values():
            if isinstance(question.asked_if.verdict(facts), Holds):
                yield question


def vocabulary_terms(questions: Mapping[str, Question]) -> dict[str, Term]:
    """Return what conditions may say of asked facts."""
    return {
        name: Term(question.kind, tuple(question.answers or question.scale), name in LEGAL_NUMBERS)
        for name, question in questions.items()
    }


def derived_terms(derived: Mapping[str, DerivedFact]) -> dict[str, Term]:
    """Return what conditions may say of derived facts: yes or no, or a comparison with a named threshold."""
    return {
        name: Term("nombre", named_limits=fact.unit == "%") if fact.calculation else Term("oui_non")
        for name, fact in derived.items()
    }
