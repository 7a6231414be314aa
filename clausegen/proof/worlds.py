"""The questionnaire leads somewhere: a complete contract exists for each type, each set of annexes, each answer of each choice."""

from collections.abc import Iterator

import z3

from clausegen.facts.conditions import OneOf
from clausegen.proof.claim import Claim, Kind, World
from clausegen.proof.terms import Flags, Several
from clausegen.proof.witness import Witness

_TYPE = "type_contrat"


def worlds(world: World) -> Iterator[Claim]:
    """Yield claims that each want one complete dossier to exist."""
    facts, questions = world.contract.facts, world.library.frame.questionnaire.questions
    for type in questions[_TYPE].answers if _TYPE in questions else ():
        of_type = facts.truth(OneOf(_TYPE, (type,))).holds
        yield _exists(world, type, f"Un contrat de type « {type} » existe.", [of_type])
        for name, question in questions.items():
            term = world.answers.questions[name].term
            if name == _TYPE or not isinstance(term, Flags | Several):
                continue
            for answer, flag in term.options.items():
                asked = [of_type, facts.asked(name)]
                says = f"« {question.text} » : la réponse « {answer} » se donne dans un contrat de type « {type} », s'il pose la question."
                given = world.answers.questions[name].known
                yield _exists(world, name, says, [*asked, given, flag], asked)
    for name, possible in world.contract.sets.items():
        others = [z3.Not(other) for each, other in world.contract.sets.items() if each != name]
        yield _exists(world, name, f"L'ensemble d'annexes « {name} » est celui d'un contrat.", [possible, *others])


def _exists(
    world: World, subject: str, says: str, found: list[z3.BoolRef], unless: list[z3.BoolRef] | None = None
) -> Claim:
    """Return the claim; with `unless`, one that only holds the questionnaire to it where that is possible at all."""

    def broken(witness: Witness) -> str:
        return f"Faux : {says}"

    return Claim(
        Kind.WORLDS, subject, says, found, (world.answers,), broken, True, unless or (), bool(unless), complete=True
    )
