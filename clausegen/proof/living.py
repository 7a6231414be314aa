"""Every clause, wording and paragraph serves somewhere, and no condition is always true, or never, by accident."""

from collections.abc import Iterator, Sequence

import z3

from clausegen.assembly.verdicts import rules
from clausegen.facts.conditions import NEVER, AllOf, AnyOf, Condition, Constant
from clausegen.facts.sentences import Sentences
from clausegen.library.clause import Clause
from clausegen.proof.claim import Claim, Kind, World
from clausegen.proof.witness import Witness


def living(world: World, sentences: Sentences) -> Iterator[Claim]:
    """Yield claims about complete dossiers, each of which wants one to exist."""
    contract = world.contract
    derived = world.library.frame.questionnaire.derived.values()
    # -- a fact that is said never to be true, like a law not in force yet, is no accident either --
    dormant = {fact.name for fact in derived if not fact.calculation and isinstance(fact.condition, Constant)}
    for clause in world.library:
        able = contract.able(clause)
        yield _lives(world, clause, f"« {clause.id} » peut entrer dans un contrat au moins.", [able], [])
        worded = contract.worded(clause)
        for variant in clause.variants:
            if variant.condition == NEVER and not variant.is_default:
                continue
            says = f"La rédaction « {variant.name} » de « {clause.id} » est celle d'un contrat au moins."
            yield _lives(world, clause, says, [able, worded[variant.name]], [able])
        for name in clause.optional:
            says = f"L'alinéa « {name} » de « {clause.id} » s'imprime dans un contrat au moins."
            yield _lives(world, clause, says, [able, contract.stands(clause, name).holds], [able])
        for where, context, condition in _contexts(world, clause):
            for part in _parts(condition):
                if dormant.intersection(part.names()):
                    continue
                truth = contract.facts.truth(part)
                written = sentences.condition(part)
                says = f"« {clause.id} », {where} : « {written} » n'est pas toujours vrai."
                yield _lives(world, clause, says, [*context, z3.Not(truth.holds)], context)
                says = f"« {clause.id} », {where} : « {written} » est vrai d'un contrat au moins."
                yield _lives(world, clause, says, [*context, truth.holds], context)
    cautions = world.library.frame.cautions
    told = [
        *((warning.id, warning.condition) for warning in cautions.warnings),
        *((reminder.id, reminder.condition) for reminder in cautions.reminders),
        *((trigger.id, trigger.condition) for trigger in world.library.frame.triggers),
    ]
    for id, condition in told:
        holds = contract.facts.truth(condition).holds
        says = f"« {id} » se dit d'un contrat au moins."
        yield Claim(
            Kind.LIVING, id, says, [holds], (world.answers,),
            lambda witness, says=says: f"Faux : {says}", wanted=True, complete=True,
        )  # fmt: skip


def _lives(
    world: World, clause: Clause, says: str, found: Sequence[z3.BoolRef], context: Sequence[z3.BoolRef]
) -> Claim:
    def broken(witness: Witness) -> str:
        return f"Faux : {says} Dans ce dossier, par exemple : {witness.why(clause.id)}"

    return Claim(Kind.LIVING, clause.id, says, found, (world.answers,), broken, True, context, complete=True)


def _contexts(world: World, clause: Clause) -> Iterator[tuple[str, list[z3.BoolRef], Condition]]:
    """Yield where a condition stands, the contracts that it is about, and the condition.

    A rule may say again what an earlier one settled (`exclue_si: {capteurs: non}`, then `recommandee_si: {capteurs: oui…}`):
    that is no accident, and reads better. It is judged among all the contracts of the types that the clause fits.
    """
    (_, misfit), *levels = rules(clause)
    fits = [world.contract.facts.truth(misfit).fails]
    for key, (_, condition) in zip(
        ("exclue_si", "obligatoire_si", "recommandee_si", "possible_si"), levels, strict=True
    ):
        yield key, fits, condition
    able = [world.contract.able(clause)]
    for variant in clause.variants:
        yield f"rédaction « {variant.name} »", able, variant.condition
    for name, optional in clause.optional.items():
        yield f"alinéa « {name} »", able, optional.condition


def _parts(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and all that it is made of, constants excepted: `toujours` is no accident."""
    if isinstance(condition, Constant):
        return
    yield condition
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from _parts(part)
