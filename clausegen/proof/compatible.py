"""The rules alone never retain two clauses that exclude each other, nor one without what it requires, nor leave anything open."""

from collections.abc import Iterator

import z3

from clausegen.assembly.decisions import Level, Origin
from clausegen.facts.conditions import Waits
from clausegen.library.clause import Clause
from clausegen.proof.claim import Broken, Claim, Kind, World
from clausegen.proof.contract import DECIDED
from clausegen.proof.witness import Witness


def compatible(world: World) -> Iterator[Claim]:
    """Yield the claims: exclusions and requirements for any answers, unknown ones included; the rest for complete dossiers."""
    contract, library, any_dossier = world.contract, world.library, (world.answers,)
    for clause in library:
        for other in (library[id] for id in clause.excludes if id in library):
            both = [contract.may_be_kept(clause), contract.may_be_kept(other)]
            says = f"« {clause.id} » et « {other.id} », incompatibles, ne sont jamais retenues ensemble par les règles."
            yield Claim(Kind.COMPATIBLE, clause.id, says, both, any_dossier, _settled_by(clause, other))
        for group in clause.requires:
            able = [contract.able(library[id]) for id in group if id in library]
            alone = [contract.may_be_kept(clause), z3.Not(z3.Or(able))]
            says = f"« {clause.id} » trouve toujours ce qu'elle requiert ({' ou '.join(group)})."
            yield Claim(Kind.COMPATIBLE, clause.id, says, alone, any_dossier, _lonely(clause))
        undecided = z3.Not(z3.Or([contract.at(clause, level) for level in DECIDED]))
        says = f"Toutes les questions répondues, « {clause.id} » n'attend plus rien."
        yield Claim(Kind.COMPATIBLE, clause.id, says, [undecided], any_dossier, _waiting(clause), complete=True)
        says = f"Toutes les questions répondues, « {clause.id} » n'a qu'une rédaction possible."
        unsure = [contract.able(clause), contract.unsure_of_wording(clause)]
        yield Claim(Kind.COMPATIBLE, clause.id, says, unsure, any_dossier, _unworded(clause), complete=True)
        worded = contract.worded(clause)
        for variant in clause.variants:
            excluded = contract.facts.truth(variant.excluded_if).holds
            says = f"Les règles ne prennent jamais la rédaction « {variant.name} » de « {clause.id} » là où elle est exclue."
            barred = [contract.able(clause), worded[variant.name], excluded]
            yield Claim(Kind.COMPATIBLE, clause.id, says, barred, any_dossier, _barred(clause, variant.name))
        for name in clause.optional:
            says = (
                f"Toutes les questions répondues, l'alinéa « {name} » de « {clause.id} » est imprimé ou ne l'est pas."
            )
            open_still = [contract.able(clause), contract.stands(clause, name).waits]
            yield Claim(
                Kind.COMPATIBLE, clause.id, says, open_still, any_dossier, _unsettled(clause, name), complete=True
            )


def _settled_by(clause: Clause, other: Clause) -> Broken:
    def broken(witness: Witness) -> str:
        met = [id for id in (clause.id, other.id) if witness.of(id).origin is Origin.INCOMPATIBLE]
        return f"Les règles retiennent deux clauses incompatibles. {witness.why(met[0])}" if met else ""

    return broken


def _lonely(clause: Clause) -> Broken:
    def broken(witness: Witness) -> str:
        alone = witness.of(clause.id).origin is Origin.IMPOSSIBLE
        return f"Une clause retenue requiert ce qui ne peut pas l'être. {witness.why(clause.id)}" if alone else ""

    return broken


def _waiting(clause: Clause) -> Broken:
    def broken(witness: Witness) -> str:
        waits = witness.complete and witness.of(clause.id).level is Level.WAITING
        return f"Tout est répondu et la clause attend encore. {witness.why(clause.id)}" if waits else ""

    return broken


def _unworded(clause: Clause) -> Broken:
    def broken(witness: Witness) -> str:
        missing = witness.of(clause.id).variant_waiting if witness.complete else ()
        asked = witness.sentences.asked(missing)
        return f"Tout est répondu et la rédaction de « {clause.id} » dépend encore de {asked}." if missing else ""

    return broken


def _barred(clause: Clause, variant: str) -> Broken:
    def broken(witness: Witness) -> str:
        decision = witness.of(clause.id)
        out = decision.level > Level.EXCLUDED and decision.variant == variant and variant in decision.barred
        told = f"Les règles prennent la rédaction « {variant} », que le contrat exclut. {witness.why(clause.id)}"
        return told if out else ""

    return broken


def _unsettled(clause: Clause, name: str) -> Broken:
    def broken(witness: Witness) -> str:
        verdict = witness.verdict(clause.optional[name].condition)
        if not witness.complete or not isinstance(verdict, Waits):
            return ""
        asked = witness.sentences.asked(verdict.missing)
        return f"Tout est répondu et l'alinéa « {name} » de « {clause.id} » dépend encore de {asked}."

    return broken
