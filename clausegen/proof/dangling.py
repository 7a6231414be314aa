"""Nothing printed points to what is not: references, blanks, deadlines, penalties, defined terms, whatever the buyer chooses."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import z3

from clausegen.document.nodes import Alinea, Blank, Reference
from clausegen.facts.conditions import ALWAYS, Fails, Holds, OneOf
from clausegen.library.clause import Clause, Variant
from clausegen.library.clause_rows import Deliverable, Indicator
from clausegen.library.contracts import GENERAL
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import parts_of, written
from clausegen.proof.claim import Broken, Claim, Kind, World
from clausegen.proof.witness import Witness

_DEFINITIONS = "definitions"


def dangling(world: World) -> Iterator[Claim]:
    """Yield one claim per clause about any choices of the buyer, and one about the definitions that its terms need."""
    symbols = _Symbols(world)
    for clause in world.library:
        lacking = []
        for variant in clause.variants:
            chosen = symbols.worded(clause, variant)
            for need in needs(world.library, clause, variant):
                met = need.met(symbols)
                unmet = z3.BoolVal(not met) if isinstance(met, bool) else z3.Not(met)
                lacking.append(z3.And(chosen, symbols.stands(clause, need.alinea), unmet))
        yield Claim(
            Kind.DANGLING,
            clause.id,
            f"Rien de ce que « {clause.id} » imprime ne renvoie à ce qui n'est pas imprimé, quoi que choisisse l'acheteur.",
            [world.standing.clauses[clause.id], z3.Or(lacking)],
            (world.answers,),
            _dangles(clause),
            given=world.standing.possible,
            choices=world.standing,
        )
    defining = [clause for clause in world.library if clause.table == _DEFINITIONS]
    for clause in world.library:
        if _terms(world.library, clause):
            undefined = z3.Not(z3.Or([world.contract.surely_kept(other) for other in defining]))
            yield Claim(
                Kind.DANGLING,
                clause.id,
                f"Là où les règles retiennent « {clause.id} », les définitions de ses termes sont imprimées.",
                [world.contract.kept(clause), undefined],
                (world.answers,),
                _undefined(clause, [other.id for other in defining]),
            )


class _Symbols:
    """What stands in a contract, for the solver."""

    def __init__(self, world: World) -> None:
        self.world = world

    def clause(self, id: str) -> z3.BoolRef:
        return self.world.standing.clauses.get(id, z3.BoolVal(False))

    def worded(self, clause: Clause, variant: Variant) -> z3.BoolRef:
        return z3.Bool(f"worded:{clause.id}={variant.name}")

    def stands(self, clause: Clause, alinea: Alinea) -> z3.BoolRef:
        optional = clause.optional.get(alinea.condition)
        if optional is None:
            return z3.BoolVal(True)
        beside = self.clause(optional.with_clause) if optional.with_clause else z3.BoolVal(True)
        return z3.And(beside, self.world.contract.facts.truth(optional.condition).holds)

    def type_among(self, types: tuple[str, ...]) -> z3.BoolRef:
        return z3.Not(self.world.contract.facts.truth(OneOf("type_contrat", types)).fails)


class _Seen:
    """The same, in a dossier that the product has judged."""

    def __init__(self, witness: Witness) -> None:
        self.witness = witness

    def clause(self, id: str) -> bool:
        return id in self.witness.library and self.witness.of(id).retained

    def stands(self, clause: Clause, alinea: Alinea) -> bool:
        optional = clause.optional.get(alinea.condition)
        beside = optional is None or optional.with_clause is None or self.clause(optional.with_clause)
        return beside and isinstance(self.witness.verdict(optional.condition if optional else ALWAYS), Holds)

    def type_among(self, types: tuple[str, ...]) -> bool:
        return not isinstance(self.witness.verdict(OneOf("type_contrat", types)), Fails)


@dataclass(frozen=True)
class Need:
    """What a printed paragraph needs; `met` tells whether it is there, for the solver or in a dossier."""

    alinea: Alinea
    what: str
    """In French: « le renvoi à … »."""
    met: Callable


def needs(library: ClauseLibrary, clause: Clause, variant: Variant) -> Iterator[Need]:
    """Yield what each paragraph of a wording needs, and each deliverable and indicator that it creates."""
    for alinea in variant.text:
        for part in parts_of(alinea):
            match part:
                case Reference(paragraph=None, targets=targets) if clause.id not in targets:
                    told = f"le renvoi à {' ou '.join(targets)}"
                    yield Need(alinea, told, lambda seen, ids=targets: _any(seen.clause(id) for id in ids))
                case Reference(paragraph=int(number)):
                    targets_of = [other for other in variant.text if other.number == number]
                    yield Need(alinea, f"le renvoi à l'alinéa {number}", _one_stands(clause, targets_of))
                case Blank(name=name):
                    own = name in clause.blanks or name.removeprefix(f"{GENERAL}.") in library.frame.contracts.general
                    yield Need(alinea, f"le blanc « {name} »", lambda seen, own=own: _any([own]))
        for term in (library.frame.glossary.terms[name] for name in _used(library, alinea)):
            if term.contracts:
                yield Need(alinea, f"le terme « {term.name} »", lambda seen, term=term: seen.type_among(term.contracts))
    rows: tuple[Deliverable | Indicator, ...] = (*clause.deliverables, *clause.indicators)
    for item in rows:
        if item.variants and variant.name not in item.variants:
            continue
        printed = [alinea for alinea in variant.text if alinea.number == item.paragraph]
        if not printed:
            # -- no paragraph: what would create it is nowhere, whatever stands --
            yield Need(
                variant.text[0], f"« {item.id} », qui vise l'alinéa {item.paragraph},", lambda seen: _any([False])
            )
            continue
        for name in filter(None, _named(item)):
            holding = [a for a in variant.text if any(isinstance(p, Blank) and p.name == name for p in parts_of(a))]
            yield Need(printed[0], f"le blanc « {name} » de « {item.id} »", _one_stands(clause, holding))


def _named(item: Deliverable | Indicator) -> tuple[str | None, ...]:
    """Return the blanks that a row cannot do without; a penalty may stand in a paragraph of its own, and fall alone."""
    return (item.when.delay, item.when.day) if isinstance(item, Deliverable) else ()


def _one_stands(clause: Clause, alineas: list[Alinea]) -> Callable:
    return lambda seen: _any(seen.stands(clause, alinea) for alinea in alineas)


def _any(found: Iterable[object]) -> object:
    """Return the disjunction, of formulas or of truths."""
    parts = list(found)
    return z3.Or(parts) if any(isinstance(part, z3.ExprRef) for part in parts) else any(parts)


def _used(library: ClauseLibrary, alinea: Alinea) -> set[str]:
    return library.frame.glossary.used_in(written(tuple(parts_of(alinea))))


def _terms(library: ClauseLibrary, clause: Clause) -> set[str]:
    return {name for variant in clause.variants for alinea in variant.text for name in _used(library, alinea)}


def _dangles(clause: Clause) -> Broken:
    def broken(witness: Witness) -> str:
        decision = witness.of(clause.id)
        if not decision.retained:
            return ""
        seen = _Seen(witness)
        for need in needs(witness.library, clause, clause.variant(decision.variant)):
            if seen.stands(clause, need.alinea) and not need.met(seen):
                return (
                    f"« {clause.title} » ({clause.id}), alinéa {need.alinea.number} : {need.what} tombe dans le vide."
                )
        return ""

    return broken


def _undefined(clause: Clause, defining: list[str]) -> Broken:
    def broken(witness: Witness) -> str:
        decision = witness.of(clause.id)
        alone = decision.retained and decision.others == () and not any(witness.of(id).retained for id in defining)
        return f"« {clause.title} » emploie des termes dont aucune définition n'est imprimée." if alone else ""

    return broken
