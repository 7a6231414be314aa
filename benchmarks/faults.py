"""Every small fault that a hand could leave in the rules of the clauses: one condition, one list, one number changed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from clausegen.facts.condition_syntax import THRESHOLD_PREFIX, written
from clausegen.facts.conditions import ALWAYS, NEVER, AllOf, AnyOf, Compared, Condition, Constant, OneOf, Threshold
from clausegen.facts.values import Value
from clausegen.library.clause import CONTRACT_TYPES, Clause
from clausegen.library.library import ClauseLibrary
from clausegen.library.triggers import Stipulation


class Fault(StrEnum):
    """The kinds of faults, and the French name of each."""

    DROPPED = "condition perdue"
    FLIPPED = "« tous » et « un », ou le sens, inversés"
    MOVED = "comparaison ou nombre décalé d'un cran"
    THRESHOLD = "valeur d'un seuil nommé décalée d'une unité"
    ANSWERS = "réponse retirée d'une liste, ou ajoutée"
    TYPES = "type de contrat retiré, ou ajouté"
    LEVEL = "niveau échangé"
    REQUIRES = "`requiert` perdu"
    EXCLUDES = "`exclut` perdu"
    WIDENED = "condition d'une rédaction élargie"
    BARRED = "`exclue_si` d'une rédaction perdue"
    PARAGRAPH = "condition d'un alinéa facultatif perdue"
    TRIGGER = "obligation légale qui vise une autre clause"


@dataclass(frozen=True)
class Mutant:
    """A library with one fault; `subject` is the clause, the threshold or the legal trigger that holds it."""

    fault: Fault
    subject: str
    told: str
    """In French: what was changed."""
    library: ClauseLibrary

    @property
    def id(self) -> str:
        return f"{self.subject} : {self.told}"


_LEVELS = {
    "exclue_si": ("excluded_if", NEVER),
    "obligatoire_si": ("obligatory_if", NEVER),
    "recommandee_si": ("recommended_if", NEVER),
    "possible_si": ("possible_if", ALWAYS),
}
"""Key of a clause file -> field, and the condition that stands when the key is absent."""
_SWAPPED = {"au_moins": "plus_de", "plus_de": "au_moins", "au_plus": "moins_de", "moins_de": "au_plus"} | {
    "depuis": "avant",
    "avant": "depuis",
}
_TYPE = "type_contrat"
Rewrite = tuple[str, Condition]


def faults(library: ClauseLibrary) -> Iterator[Mutant]:
    """Yield every mutant, one fault each, in the order of the clauses."""
    for clause in library:
        for fault, told, changed in _of_clause(library, clause):
            yield Mutant(fault, clause.id, told, but(library, changed))
        for other in clause.excludes:
            if clause.id in library[other].excludes and other < clause.id:
                continue
            # -- an exclusion holds whichever side says it: both lose it, once --
            beside = replace(library[other], excludes=tuple(i for i in library[other].excludes if i != clause.id))
            changed = replace(clause, excludes=tuple(id for id in clause.excludes if id != other))
            yield Mutant(Fault.EXCLUDES, clause.id, f"n'exclut plus {other}", but(library, changed, beside))
    yield from _thresholds(library)
    yield from _triggers(library)


def but(library: ClauseLibrary, *changed: Clause) -> ClauseLibrary:
    """Return the library with these clauses in the place of those of the same name."""
    return replace(library, clauses={**library.clauses, **{clause.id: clause for clause in changed}})


def _of_clause(library: ClauseLibrary, clause: Clause) -> Iterator[tuple[Fault, str, Clause]]:
    for where, condition, put in _conditions(clause):
        for fault, rewrites in (
            (Fault.DROPPED, _without_a_part),
            (Fault.FLIPPED, _flipped),
            (Fault.MOVED, _moved),
            (Fault.ANSWERS, lambda each: _answers(library, each)),
        ):
            for told, rewritten in _everywhere(condition, rewrites):
                widened = where.startswith("rédaction") and where.endswith("si") and fault is Fault.DROPPED
                yield Fault.WIDENED if widened else fault, f"{where} : {told}", put(rewritten)
    for key, (name, absent) in _LEVELS.items():
        if getattr(clause, name) != absent:
            yield Fault.DROPPED, f"{key} perdu", replace(clause, **{name: absent})
    yield from _levels(clause)
    for index, variant in enumerate(clause.variants):
        if variant.condition not in (NEVER, ALWAYS):
            told = f"rédaction « {variant.name} » prise toujours"
            yield Fault.WIDENED, told, _with_variant(clause, index, condition=ALWAYS)
        if variant.excluded_if != NEVER:
            told = f"rédaction « {variant.name} » : exclue_si perdu"
            yield Fault.BARRED, told, _with_variant(clause, index, excluded_if=NEVER)
    for name, optional in clause.optional.items():
        if optional.condition != ALWAYS:
            yield Fault.PARAGRAPH, f"alinéa « {name} » : si perdu", _with_paragraph(clause, name, condition=ALWAYS)
        if optional.with_clause:
            yield Fault.PARAGRAPH, f"alinéa « {name} » : avec perdu", _with_paragraph(clause, name, with_clause=None)
    for index, group in enumerate(clause.requires):
        left = (*clause.requires[:index], *clause.requires[index + 1 :])
        yield Fault.REQUIRES, f"ne requiert plus {' ou '.join(group)}", replace(clause, requires=left)
    for type in CONTRACT_TYPES:
        if type not in clause.contracts:
            yield Fault.TYPES, f"{type} ajouté aux contrats", replace(clause, contracts=(*clause.contracts, type))
        elif len(clause.contracts) > 1:
            left = tuple(each for each in clause.contracts if each != type)
            yield Fault.TYPES, f"{type} retiré des contrats", replace(clause, contracts=left)


def _conditions(clause: Clause) -> Iterator[tuple[str, Condition, Callable[[Condition], Clause]]]:
    """Yield where each condition stands, the condition, and what puts another one in its place."""
    for key, (name, _) in _LEVELS.items():
        yield key, getattr(clause, name), lambda new, name=name: replace(clause, **{name: new})
    for index, variant in enumerate(clause.variants):
        for key, name in (("si", "condition"), ("exclue_si", "excluded_if")):
            where = f"rédaction « {variant.name} », {key}"
            yield where, getattr(variant, name), lambda new, i=index, n=name: _with_variant(clause, i, **{n: new})
    for name, optional in clause.optional.items():
        where = f"alinéa « {name} », si"
        yield where, optional.condition, lambda new, n=name: _with_paragraph(clause, n, condition=new)


def _with_variant(clause: Clause, index: int, **changes: Any) -> Clause:
    changed = replace(clause.variants[index], **changes)
    return replace(clause, variants=(*clause.variants[:index], changed, *clause.variants[index + 1 :]))


def _with_paragraph(clause: Clause, name: str, **changes: Any) -> Clause:
    return replace(clause, optional={**clause.optional, name: replace(clause.optional[name], **changes)})


def _levels(clause: Clause) -> Iterator[tuple[Fault, str, Clause]]:
    """Yield the clause with one level lowered or raised: whatever reached it reaches its neighbour."""
    for (key, (name, _)), (other, (target, absent)) in (
        (a, b) for a in list(_LEVELS.items())[1:3] for b in list(_LEVELS.items())[1:] if a != b
    ):
        moved, kept = getattr(clause, name), getattr(clause, target)
        if moved != NEVER:
            reached = moved if kept == absent or moved == ALWAYS else AnyOf((moved, kept))
            yield Fault.LEVEL, f"{key} devient {other}", replace(clause, **{name: NEVER, target: reached})


def _everywhere(condition: Condition, rewrites: Callable[[Condition], Iterator[Rewrite]]) -> Iterator[Rewrite]:
    """Yield the condition with one of its parts, itself included, rewritten."""
    yield from rewrites(condition)
    if isinstance(condition, AllOf | AnyOf):
        for index, part in enumerate(condition.parts):
            for told, new in _everywhere(part, rewrites):
                yield told, replace(condition, parts=(*condition.parts[:index], new, *condition.parts[index + 1 :]))


def _without_a_part(condition: Condition) -> Iterator[Rewrite]:
    if isinstance(condition, AllOf | AnyOf) and len(condition.parts) > 1:
        for index, part in enumerate(condition.parts):
            left = (*condition.parts[:index], *condition.parts[index + 1 :])
            alone = left[0] if len(left) == 1 and not getattr(condition, "negated", False) else None
            yield f"sans {said(part)}", alone or replace(condition, parts=left)


def _flipped(condition: Condition) -> Iterator[Rewrite]:
    match condition:
        case AllOf(parts) if len(parts) > 1:
            yield f"tous devient un dans {said(condition)}", AnyOf(parts)
        case AnyOf(parts, negated=False) if len(parts) > 1:
            yield f"un devient tous dans {said(condition)}", AllOf(parts)
        case OneOf() | AnyOf(negated=True):
            yield f"le contraire de {said(condition)}", replace(condition, negated=not condition.negated)


def _moved(condition: Condition) -> Iterator[Rewrite]:
    if not isinstance(condition, Compared):
        return
    swapped = _SWAPPED[condition.operator]
    yield f"{condition.operator} devient {swapped} dans {said(condition)}", replace(condition, operator=swapped)
    if isinstance(condition.limit, Threshold | date | str | bool | tuple):
        return
    for step in (-1, 1):
        yield (
            f"{condition.limit} devient {condition.limit + step} dans {said(condition)}",
            replace(condition, limit=condition.limit + step),
        )


def _answers(library: ClauseLibrary, condition: Condition) -> Iterator[Rewrite]:
    if not isinstance(condition, OneOf):
        return
    for answer in condition.answers:
        if len(condition.answers) > 1:
            left = tuple(each for each in condition.answers if each != answer)
            yield f"{answer} retiré de {said(condition)}", replace(condition, answers=left)
    question = library.frame.questionnaire.questions.get(condition.fact)
    for answer in question.answers if question else ():
        if answer not in condition.answers:
            yield f"{answer} ajouté à {said(condition)}", replace(condition, answers=(*condition.answers, answer))


def _thresholds(library: ClauseLibrary) -> Iterator[Mutant]:
    """Yield the library with the last value of a threshold that a clause rests upon moved by one unit, or one day."""
    thresholds = library.frame.thresholds
    derived = [fact.condition for fact in library.frame.questionnaire.derived.values() if not fact.calculation]
    conditions = [*derived, *(condition for clause in library for condition in clause.conditions())]
    used = {limit.removeprefix(THRESHOLD_PREFIX) for condition in conditions for limit in _limits(condition)}
    for name in sorted(used):
        threshold = thresholds.by_name[name]
        *earlier, last = threshold.values
        for step in (-1, 1):
            moved = replace(threshold, values=(*earlier, replace(last, value=_beside(last.value, step))))
            changed = replace(thresholds, by_name={**thresholds.by_name, name: moved})
            mutated = replace(library, frame=replace(library.frame, thresholds=changed))
            subject = f"{THRESHOLD_PREFIX}{name}"
            yield Mutant(Fault.THRESHOLD, subject, f"{last.value} devient {moved.values[-1].value}", mutated)


def _limits(condition: Condition) -> Iterator[str]:
    match condition:
        case Compared(limit=Threshold(name)):
            yield name
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _limits(part)


def _beside(value: Value, step: int) -> Value:
    if isinstance(value, date):
        return value + timedelta(days=step)
    assert isinstance(value, int | Decimal)
    return value + step


def _triggers(library: ClauseLibrary) -> Iterator[Mutant]:
    """Yield the library with one clause that a legal trigger names replaced by another one, the same at each run."""
    ids, triggers = list(library.clauses), library.frame.triggers
    for rank, trigger in enumerate(triggers):
        for key in ("required", "never"):
            named = getattr(trigger, key)
            for index, stipulation in enumerate(named):
                others = [id for id in ids if id != stipulation.clause]
                other = random.Random(f"{trigger.id} {stipulation}").choice(others)
                changed = replace(trigger, **{key: (*named[:index], Stipulation(other), *named[index + 1 :])})
                frame = replace(library.frame, triggers=(*triggers[:rank], changed, *triggers[rank + 1 :]))
                told = f"vise {other} au lieu de {stipulation}"
                yield Mutant(Fault.TRIGGER, trigger.id, told, replace(library, frame=frame))


def said(condition: Condition) -> str:
    """Return the condition on one line, as lawyers write it in a clause file."""
    return f"« {_line(written(condition))} »" if not isinstance(condition, Constant) else str(written(condition))


def _line(raw: object) -> str:
    if isinstance(raw, dict):
        return ", ".join(
            f"{key}: {_line(value) if not isinstance(value, dict) else '{' + _line(value) + '}'}"
            for key, value in raw.items()
        )
    if isinstance(raw, list):
        return f"[{', '.join('{' + _line(each) + '}' if isinstance(each, dict) else _line(each) for each in raw)}]"
    return str(raw)
