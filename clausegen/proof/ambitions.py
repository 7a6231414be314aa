"""Asking for more never loses an obligation: a higher level of a scale keeps every obligatory clause."""

from collections.abc import Iterator

import z3

from clausegen.assembly.decisions import Level
from clausegen.facts.questionnaire import Question
from clausegen.facts.values import Value
from clausegen.library.clause import Clause
from clausegen.proof.claim import Broken, Claim, Kind, World
from clausegen.proof.terms import Flags
from clausegen.proof.witness import Witness


def ambitions(world: World) -> Iterator[Claim]:
    """Yield one claim per scale and clause that depends on it, about two dossiers that differ by that level alone."""
    for question in world.library.frame.questionnaire.questions.values():
        if question.kind != "echelle":
            continue
        raised = world.answers.but(question, "raised:")
        after = world.contract_of(raised)
        given = [
            world.answers.questions[question.name].known,
            raised.questions[question.name].known,
            _higher(world.answers.questions[question.name].term, raised.questions[question.name].term),
        ]
        for clause in (world.library[id] for id in world.library.deciding.get(question.name, ())):
            lost = z3.And(world.contract.at(clause, Level.OBLIGATORY), z3.Not(after.at(clause, Level.OBLIGATORY)))
            yield Claim(
                Kind.AMBITIONS,
                clause.id,
                f"Relever « {question.name} » ne retire jamais « {clause.id} » si elle est obligatoire.",
                [lost],
                (world.answers, raised),
                _lost(clause, question),
                given=given,
            )


def _higher(first: object, second: object) -> z3.BoolRef:
    assert isinstance(first, Flags) and isinstance(second, Flags)
    pairs = [(low, high) for low in first.options for high in second.options if _level(low) < _level(high)]
    return z3.Or([z3.And(first.options[low], second.options[high]) for low, high in pairs])


def _level(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _lost(clause: Clause, question: Question) -> Broken:
    def broken(before: Witness, after: Witness) -> str:
        low, high = before.facts.get(question.name), after.facts.get(question.name)
        if low is None or high is None or _level(low) >= _level(high):
            return ""
        obligatory = before.of(clause.id).level is Level.OBLIGATORY
        if not obligatory or after.of(clause.id).level is Level.OBLIGATORY:
            return ""
        return f"« {question.text} » : passer de {low} à {high} retire une obligation. {after.why(clause.id)}"

    return broken
