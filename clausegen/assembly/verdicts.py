"""Judge one clause from the facts alone: its level, and the wording that its conditions pick."""

from collections.abc import Iterable

from clausegen.assembly.decisions import Decision, Level
from clausegen.facts.conditions import Condition, Fails, Holds, Knowledge, OneOf, Waits
from clausegen.facts.facts import Facts
from clausegen.library.clause import Clause

COMPACT = OneOf("dossier_compact", (True,))
"""The fact that spares small buyers what weighs."""


def judge(clause: Clause, facts: Facts) -> Decision:
    """Return the verdict of the rules on one clause.

    In order: contract type, `exclue_si`, `obligatoire_si`, `recommandee_si`, `possible_si`; the first condition that
    holds decides, the first that waits makes the clause wait. In a compact file a heavy recommended clause becomes
    optional: what weighs is not pressed on small buyers.
    """
    because: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    possible: list[Level] = []
    """The levels that answers still missing could give."""
    for level, condition in rules(clause):
        match condition.verdict(facts):
            case Waits(names):
                levels, _, asked = spared(clause, level, facts)
                possible += levels
                missing = missing or names or asked
            case Fails(names):
                because = _merged([because, names])
            case Holds(names):
                levels, lightened, asked = spared(clause, level, facts)
                possible += levels
                missing = missing or asked
                because = _merged([_fitting(clause, facts), names, lightened])
                break
    else:
        possible.append(Level.EXCLUDED)
    if all(level is possible[0] for level in possible):
        return Decision(clause, possible[0], because)
    return Decision(clause, Level.WAITING, waiting_for=missing, at_least=min(possible))


def spared(
    clause: Clause, level: Level, facts: Knowledge
) -> tuple[tuple[Level, ...], tuple[str, ...], tuple[str, ...]]:
    """Return what becomes of a level in a compact file: the levels possible, the facts that say so, the questions missing."""
    if level is not Level.RECOMMENDED or not clause.heavy:
        return (level,), (), ()
    match COMPACT.verdict(facts):
        case Holds(because):
            return (Level.OPTIONAL,), because, ()
        case Fails():
            return (level,), (), ()
        case Waits(missing):
            return (Level.OPTIONAL, level), (), missing


def rules(clause: Clause) -> tuple[tuple[Level, Condition], ...]:
    """Return the conditions of a clause in the order in which they decide."""
    levels = (Level.EXCLUDED, Level.OBLIGATORY, Level.RECOMMENDED, Level.OPTIONAL)
    misfit = OneOf("type_contrat", clause.contracts, negated=True)
    return ((Level.NOT_APPLICABLE, misfit), *zip(levels, clause.rules(), strict=True))


def _fitting(clause: Clause, facts: Facts) -> tuple[str, ...]:
    """Return the facts by which the clause fits the contract at all: its type, and what kept it from being excluded."""
    kept_out = (OneOf("type_contrat", clause.contracts, negated=True), clause.excluded_if)
    return _merged(verdict.because for verdict in (c.verdict(facts) for c in kept_out) if isinstance(verdict, Fails))


def choose_variant(clause: Clause, facts: Facts, chosen: str | None) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the wording's name, the facts that picked it, and the questions that could pick another.

    The first whose condition holds, else the default; an earlier one that waits for an answer may still take its place.
    """
    if chosen is not None and chosen in clause.variant_names and chosen not in barred(clause, facts):
        return chosen, (), ()
    missing: list[tuple[str, ...]] = []
    for variant in clause.variants:
        match variant.condition.verdict(facts):
            case Holds(because):
                return variant.name, because, _merged(missing)
            case Waits(names):
                missing.append(names)
    return clause.default_variant.name, (), _merged(missing)


def barred(clause: Clause, facts: Facts) -> tuple[str, ...]:
    """Return the wordings that the contract surely cannot have, not even by choice."""
    return tuple(v.name for v in clause.variants if isinstance(v.excluded_if.verdict(facts), Holds))


def _merged(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
