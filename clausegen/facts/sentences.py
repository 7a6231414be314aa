"""Say facts and conditions in French: « le contrat est une concession et la population est d'au moins 3 500 habitants »."""

from dataclasses import dataclass
from datetime import date

from clausegen.facts.conditions import AllOf, AnyOf, Compared, Condition, Constant, OneOf, Threshold
from clausegen.facts.facts import Facts
from clausegen.facts.formatting import NBSP, amount, day, number, yes_no
from clausegen.facts.phrases import factored, joined
from clausegen.facts.questionnaire import Question, Questionnaire
from clausegen.facts.thresholds import Thresholds
from clausegen.facts.values import Value

_LIMITS = {
    "au_moins": "d'au moins {}",
    "plus_de": "de plus de {}",
    "au_plus": "d'au plus {}",
    "moins_de": "de moins de {}",
    "depuis": "à partir du {}",
    "avant": "avant le {}",
}
_EXCEPT = "sauf si"


@dataclass(frozen=True)
class Sentences:
    """Writes the reasons and the rules of one library, with the thresholds of one day."""

    questionnaire: Questionnaire
    thresholds: Thresholds
    as_of: date

    def answer(self, name: str, value: Value) -> str:
        """Return the answer as a reason: « le contrat confie l'exécution d'un service public »."""
        derived = self.questionnaire.derived.get(name)
        if derived and derived.calculation:
            return f"{derived.subject} de {self._quantity(value, derived.unit)}"
        if derived:
            return (derived.yes if value else derived.no) or f"{derived.label or name} : {yes_no(bool(value))}"
        question = self.questionnaire.questions.get(name)
        if question is None:
            return f"{name} : {value}"
        match question.kind:
            case "choix":
                return question.answers[str(value)].phrase
            case "choix_multiple":
                given = value if isinstance(value, tuple) else (str(value),)
                return factored([question.answers[each].phrase for each in given], "et") or f"{question.subject} 0"
            case "oui_non":
                return question.yes if value else question.no
            case "date":
                return f"{question.subject} le {self.shown(question, value)}"
        return f"{question.subject} de {self.shown(question, value)}"

    def shown(self, question: Question, value: Value) -> str:
        """Return the answer as it is shown in a list of answers."""
        match question.kind:
            case "choix":
                return question.answers[str(value)].label
            case "choix_multiple" if isinstance(value, tuple):
                return ", ".join(question.answers[each].label for each in value) or "Aucune de ces réponses"
            case "oui_non":
                return "Oui" if value else "Non"
            case "echelle":
                return f"{value} ({question.scale.get(str(value), '')})"
        return self._quantity(value, question.unit)

    def figure(self, name: str, value: Value) -> str:
        """Return the value of a number or a date with its unit: « 12 500 € HT », « 7,5 % »."""
        asked = self.questionnaire.questions.get(name) or self.questionnaire.derived.get(name)
        return self._quantity(value, asked.unit if asked else "")

    def reasons(self, names: tuple[str, ...], facts: Facts) -> str:
        """Return the facts that decided, joined: « … et … ». Empty when the rule holds for every contract."""
        known = [(name, facts.get(name)) for name in names]
        return joined([self.answer(name, value) for name, value in known if value is not None], "et")

    def asked(self, names: tuple[str, ...]) -> str:
        """Return the questions still to answer, as a list of their texts."""
        return joined(
            [
                f"« {self.questionnaire.questions[name].text} »"
                if name in self.questionnaire.questions
                else self._threshold(name)
                for name in names
            ],
            "et",
        )

    def condition(self, condition: Condition) -> str:
        """Return the rule as a French sentence, without capital or full stop."""
        match condition:
            case Constant(value):
                return "toujours" if value else "jamais"
            case OneOf(fact, answers, negated):
                return self._one_of(fact, answers, negated)
            case Compared(fact, operator, limit):
                return self._compared(fact, operator, limit)
            case AllOf(parts):
                return joined([self._nested(part, among_all=True) for part in parts], "et")
            case AnyOf(parts, negated):
                inside = joined([self._nested(part) for part in parts], "ou")
                return f"aucun de ces cas : {inside}" if negated else inside

    def _nested(self, part: Condition, among_all: bool = False) -> str:
        """Return a part of a rule, between brackets where « et », « ou » and « sauf » could be read otherwise."""
        written = self.condition(part)
        several = isinstance(part, OneOf) and among_all and len(part.answers) > 1
        return f"({written})" if several or isinstance(part, AllOf | AnyOf) or written.startswith(_EXCEPT) else written

    def _one_of(self, fact: str, answers: tuple[Value, ...], negated: bool) -> str:
        phrases = [self.answer(fact, answer) for answer in answers]
        if negated and len(answers) == 1 and isinstance(answers[0], bool):
            return self.answer(fact, not answers[0])
        return f"{_EXCEPT} {factored(phrases, 'ou')}" if negated else factored(phrases, "ou")

    def _compared(self, fact: str, operator: str, limit: Value | Threshold) -> str:
        question = self.questionnaire.questions.get(fact)
        asked = question or self.questionnaire.derived.get(fact)
        subject = asked.subject if asked and asked.subject else f"{fact} est"
        unit = asked.unit if asked else ""
        if isinstance(limit, Threshold):
            named = self.thresholds.by_name[limit.name.removeprefix("seuil.")]
            value = named.on(self.as_of)
            written = self._quantity(value, unit) if value is not None else f"({named.label})"
        else:
            written = f"{limit}" if question and question.kind == "echelle" else self._quantity(limit, unit)
        return f"{subject} {_LIMITS[operator].format(written)}"

    def _quantity(self, value: Value, unit: str) -> str:
        if isinstance(value, date):
            return day(value)
        if isinstance(value, bool | str | tuple):
            return str(value)
        if unit.startswith("€"):
            return amount(value, excluding_tax="HT" in unit)
        return f"{number(value)}{NBSP}{unit}" if unit else number(value)

    def _threshold(self, name: str) -> str:
        named = self.thresholds.by_name.get(name.removeprefix("seuil."))
        return f"le seuil « {named.label if named else name} » au {day(self.as_of)}"
