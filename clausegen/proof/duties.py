"""What the law requires is in every contract that it concerns; what it forbids is in none."""

from collections.abc import Iterator

import z3

from clausegen.assembly.decisions import Decision, Level
from clausegen.facts.conditions import Condition, Fails, Holds
from clausegen.library.clause import OptionalParagraph
from clausegen.library.triggers import Stipulation, Trigger
from clausegen.proof.claim import Claim, Kind, World
from clausegen.proof.witness import Witness


def duties(world: World) -> Iterator[Claim]:
    """Yield one claim per legal trigger, about contracts whose every question is answered."""
    for trigger in world.library.frame.triggers:
        concerned = world.contract.facts.truth(trigger.condition).holds
        if trigger.never:
            refuted = z3.Or([_may_stand(world, named) for named in trigger.never])
        else:
            refuted = z3.Not(z3.Or([*_said(world, trigger)]))
        yield Claim(
            Kind.DUTIES,
            trigger.id,
            trigger.label,
            [concerned, refuted],
            (world.answers,),
            lambda witness, trigger=trigger: _broken(witness, trigger),
            complete=True,
        )


def _said(world: World, trigger: Trigger) -> Iterator[z3.BoolRef]:
    contract = world.contract
    for named in trigger.required:
        clause = world.library[named.clause]
        parts = [contract.at(clause, Level.OBLIGATORY)]
        if named.variant is not None:
            parts.append(contract.worded(clause)[named.variant])
        if named.paragraph is not None:
            parts.append(contract.stands(clause, named.paragraph).holds)
            if beside := clause.optional[named.paragraph].with_clause:
                parts.append(contract.surely_kept(world.library[beside]))
        yield z3.And(parts)
    for condition in _told_by(world, trigger):
        yield contract.facts.truth(condition).holds


def _told_by(world: World, trigger: Trigger) -> Iterator[Condition]:
    cautions = world.library.frame.cautions
    yield from (reminder.condition for reminder in cautions.reminders if reminder.id in trigger.reminders)
    yield from (warning.condition for warning in cautions.warnings if warning.id in trigger.warnings)


def _may_stand(world: World, named: Stipulation) -> z3.BoolRef:
    clause = world.library[named.clause]
    parts = [world.contract.able(clause)]
    if named.variant is not None:
        picked = world.contract.worded(clause)[named.variant]
        excluded = world.contract.facts.truth(clause.variant(named.variant).excluded_if)
        parts.append(z3.Or(picked, z3.Not(excluded.holds)))
    if named.paragraph is not None:
        parts.append(z3.Not(world.contract.stands(clause, named.paragraph).fails))
        if beside := clause.optional[named.paragraph].with_clause:
            parts.append(world.contract.able(world.library[beside]))
    return z3.And(parts)


def _broken(witness: Witness, trigger: Trigger) -> str:
    """Return what is wrong, whatever the answers still missing: the dossier can then be cut down to what matters."""
    if not witness.holds(trigger.condition):
        return ""
    if trigger.never:
        standing = [named for named in trigger.never if _stands(witness, named)]
        return f"{trigger.label} {witness.why(standing[0].clause)}" if standing else ""
    conditions = {
        **{r.id: r.condition for r in witness.library.frame.cautions.reminders if r.id in trigger.reminders},
        **{w.id: w.condition for w in witness.library.frame.cautions.warnings if w.id in trigger.warnings},
    }
    if not all(isinstance(witness.verdict(condition), Fails) for condition in conditions.values()):
        return ""
    if not all(_lacks(witness, named) for named in trigger.required):
        return ""
    why = [witness.why(named.clause) for named in trigger.required]
    silent = [f"« {id} » n'est pas dit." for id in conditions]
    return " ".join([trigger.label, *why, *silent])


def _stands(witness: Witness, named: Stipulation) -> bool:
    decision = witness.of(named.clause)
    optional = decision.clause.optional[named.paragraph] if named.paragraph is not None else OptionalParagraph()
    return (
        (optional.with_clause is None or witness.of(optional.with_clause).level > Level.WAITING)
        and decision.level > Level.WAITING
        and (named.variant is None or _may_be_worded(witness, decision, named.variant))
        and isinstance(witness.verdict(optional.condition), Holds)
    )


def _may_be_worded(witness: Witness, decision: Decision, variant: str) -> bool:
    """Return True when the rules surely pick the wording, or when the buyer surely may."""
    picked = decision.variant == variant and not decision.variant_waiting
    return picked or isinstance(witness.verdict(decision.clause.variant(variant).excluded_if), Fails)


def _lacks(witness: Witness, named: Stipulation) -> bool:
    """Return True when the stipulation is surely not an obligatory part of the contract."""
    decision = witness.of(named.clause)
    if decision.level is not Level.OBLIGATORY:
        return decision.level is not Level.WAITING
    if named.variant is not None and decision.variant != named.variant and not decision.variant_waiting:
        return True
    if named.paragraph is None:
        return False
    optional = decision.clause.optional[named.paragraph]
    beside = optional.with_clause is None or witness.of(optional.with_clause).retained
    return not beside or isinstance(witness.verdict(optional.condition), Fails)
