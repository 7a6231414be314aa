"""Read a condition as lawyers write it (a plain mapping) into the one parsed form.

Several keys mean "and", a list means "one of"; `tous`, `un`, `aucun` nest; `au_moins`, `plus_de`, `au_plus`,
`moins_de`, `depuis`, `avant` compare; `sauf` excludes. Limits set by the law are named: `seuil.nom`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from clausegen.errors import did_you_mean, listed
from clausegen.facts.conditions import (
    ALWAYS,
    COMPARISONS,
    NEVER,
    AllOf,
    AnyOf,
    Compared,
    Condition,
    Constant,
    OneOf,
    Operand,
    Threshold,
)
from clausegen.facts.values import Value, parse_value, shown

GROUPS = ("tous", "un", "aucun")
THRESHOLD_PREFIX = "seuil."


class ConditionSyntaxError(ValueError):
    """A condition cannot be read; `path` leads to the faulty key, the message is French."""

    def __init__(self, path: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


@dataclass(frozen=True)
class Term:
    """What a condition may say of one fact."""

    kind: str
    answers: tuple[str, ...] = ()
    named_limits: bool = False
    """True where numbers must be named thresholds, because the law sets them."""


@dataclass(frozen=True)
class Vocabulary:
    """The facts and the thresholds that conditions may name."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    thresholds: Mapping[str, str] = field(default_factory=dict)
    """Threshold name (without prefix) to the kind of its value: entier, montant, date, nombre."""

    def parse(self, raw: object, path: tuple[str | int, ...] = ()) -> Condition:
        """Return the condition; ConditionSyntaxError otherwise. `raw` holds mappings, lists and text only."""
        if isinstance(raw, str) and raw in ("toujours", "jamais"):
            return ALWAYS if raw == "toujours" else NEVER
        if not isinstance(raw, Mapping) or not raw:
            raise ConditionSyntaxError(path, "une condition s'écrit « fait: réponse », ou « toujours », ou « jamais »")
        parts = tuple(self._entry(str(name), value, (*path, str(name))) for name, value in raw.items())
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def _entry(self, name: str, value: object, path: tuple[str | int, ...]) -> Condition:
        if name in GROUPS:
            if not isinstance(value, Sequence) or isinstance(value, str) or not value:
                raise ConditionSyntaxError(path, f"« {name} » attend une liste de conditions")
            parts = tuple(self.parse(part, (*path, index)) for index, part in enumerate(value))
            return AllOf(parts) if name == "tous" else AnyOf(parts, negated=name == "aucun")
        if name not in self.terms:
            raise ConditionSyntaxError(
                path,
                f"le fait « {name} » n'existe pas dans le questionnaire.{did_you_mean(name, self.terms)}"
                " (La liste est dans clauses/questionnaire.yml.)",
            )
        term = self.terms[name]
        if isinstance(value, Mapping):
            return self._compared(name, term, value, path)
        return OneOf(name, self._answers(name, term, value, path))

    def _compared(self, name: str, term: Term, tests: Mapping, path: tuple[str | int, ...]) -> Condition:
        parts: list[Condition] = []
        for operator, limit in tests.items():
            where = (*path, str(operator))
            if operator == "sauf":
                parts.append(OneOf(name, self._answers(name, term, limit, where), negated=True))
            elif operator in COMPARISONS:
                parts.append(Compared(name, operator, self._limit(name, term, limit, where)))
            else:
                allowed = (*COMPARISONS, "sauf")
                raise ConditionSyntaxError(
                    where,
                    f"« {operator} » n'est pas une comparaison ; possibles : {listed(allowed)}."
                    f"{did_you_mean(str(operator), allowed)}",
                )
        if not parts:
            raise ConditionSyntaxError(path, f"il manque une comparaison sous « {name} »")
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _limit(self, name: str, term: Term, raw: object, path: tuple[str | int, ...]) -> Operand:
        if term.kind in ("choix", "oui_non"):
            raise ConditionSyntaxError(path, f"« {name} » n'est ni un nombre ni une date : il ne se compare pas")
        if isinstance(raw, str) and raw.startswith(THRESHOLD_PREFIX):
            threshold = raw.removeprefix(THRESHOLD_PREFIX)
            if threshold not in self.thresholds:
                raise ConditionSyntaxError(
                    path,
                    f"le seuil « {raw} » n'existe pas dans clauses/seuils.yml."
                    f"{did_you_mean(threshold, self.thresholds)}",
                )
            if (self.thresholds[threshold] == "date") != (term.kind == "date"):
                raise ConditionSyntaxError(path, f"le seuil « {raw} » et « {name} » ne sont pas de même nature")
            return Threshold(raw)
        return self._answer(name, Term("entier") if term.kind == "choix_multiple" else term, raw, path)

    def _answers(self, name: str, term: Term, raw: object, path: tuple[str | int, ...]) -> tuple[Value, ...]:
        answers = raw if isinstance(raw, Sequence) and not isinstance(raw, str) else [raw]
        if not answers:
            raise ConditionSyntaxError(path, f"il manque une réponse sous « {name} »")
        return tuple(self._answer(name, term, answer, path) for answer in answers)

    def _answer(self, name: str, term: Term, raw: object, path: tuple[str | int, ...]) -> Value:
        if term.named_limits:
            raise ConditionSyntaxError(
                path, f"une limite de « {name} » se nomme (seuil.…), elle ne s'écrit pas en chiffres"
            )
        try:
            value = parse_value("choix" if term.kind == "choix_multiple" else term.kind, raw)
        except ValueError as error:
            raise ConditionSyntaxError(path, f"« {name} » : {error}") from None
        if term.kind in ("choix", "choix_multiple", "echelle") and str(value) not in term.answers:
            raise ConditionSyntaxError(
                path,
                f"« {shown(value)} » n'est pas une réponse de « {name} » ; possibles : {listed(term.answers)}."
                f"{did_you_mean(str(value), term.answers)}",
            )
        return value


def written(condition: Condition) -> object:
    """Return the condition as it is written in a clause file (mappings, lists, text): the inverse of `parse`."""
    match condition:
        case Constant(value):
            return "toujours" if value else "jamais"
        case OneOf(fact, answers, negated):
            words = [word(answer) for answer in answers]
            return {fact: {"sauf": words} if negated else (words[0] if len(words) == 1 else words)}
        case Compared(fact, operator, limit):
            return {fact: {operator: limit.name if isinstance(limit, Threshold) else word(limit)}}
        case AllOf(parts):
            return {"tous": [written(part) for part in parts]}
        case AnyOf(parts, negated):
            return {"aucun" if negated else "un": [written(part) for part in parts]}


def word(value: Value) -> str:
    """Return one answer as files write it; `oui` and `non`, never a number in words."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return format(value, "f") if isinstance(value, Decimal) else str(value)
