"""Decide which clauses stand in a contract, and keep the reason of each decision.

The rules give each clause a verdict from the facts alone; then the buyer's choices, the clauses that others require
and the incompatibilities settle what is retained. Same facts, same library, same choices: same selection.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from clausegen.facts.conditions import Condition, Fails, Holds, OneOf, Waits
from clausegen.facts.facts import Facts
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary


class Level(IntEnum):
    """What the rules say of a clause, from the weakest to the strongest."""

    NOT_APPLICABLE = 0
    EXCLUDED = 1
    WAITING = 2
    OPTIONAL = 3
    RECOMMENDED = 4
    OBLIGATORY = 5


class Origin(StrEnum):
    """Why a clause is retained, or is not."""

    RULE = "rule"
    CHOSEN = "chosen"
    REQUIRED = "required"
    SET_ASIDE = "set_aside"
    INCOMPATIBLE = "incompatible"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Choice:
    """What the buyer decided about a clause: keep it or not (None: as the rules say), why, and which wording."""

    retain: bool | None = None
    reason: str = ""
    variant: str | None = None


@dataclass(frozen=True)
class Decision:
    """What becomes of one clause, and why."""

    clause: Clause
    level: Level
    because: tuple[str, ...] = ()
    """The facts that decided the level."""
    bases: tuple[str, ...] = ()
    """The legal references of the clause that concern this contract."""
    waiting_for: tuple[str, ...] = ()
    """The questions whose answer is missing, for a WAITING level."""
    at_least: Level = Level.NOT_APPLICABLE
    """For a WAITING level: the lowest level that any answer can give."""
    retained: bool = False
    """True when the clause is printed."""
    origin: Origin = Origin.RULE
    others: tuple[str, ...] = ()
    """The clauses that require it, or that it cannot stand beside."""
    reason: str = ""
    """The buyer's written reason, for a clause set aside."""
    variant: str = ""
    variant_because: tuple[str, ...] = ()
    variant_waiting: tuple[str, ...] = ()
    variant_chosen: bool = False

    @property
    def set_aside(self) -> bool:
        return self.origin in (Origin.SET_ASIDE, Origin.INCOMPATIBLE, Origin.IMPOSSIBLE)


@dataclass(frozen=True)
class Alert:
    """Something a choice could not do: the clause concerned and a French sentence."""

    clause: str
    message: str


@dataclass(frozen=True)
class Selection:
    """Every clause of the library with its decision, in the order of the library."""

    decisions: Mapping[str, Decision]
    alerts: tuple[Alert, ...] = ()

    @property
    def retained(self) -> tuple[Decision, ...]:
        """Return what is printed."""
        return tuple(d for d in self.decisions.values() if d.retained)

    def at(self, level: Level) -> tuple[Decision, ...]:
        """Return the decisions whose verdict is that level, set aside or not."""
        return tuple(d for d in self.decisions.values() if d.level == level)

    @property
    def set_aside(self) -> tuple[Decision, ...]:
        return tuple(d for d in self.decisions.values() if d.set_aside)

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """Return the clauses whose own verdict waits for answers and that no other clause has brought in."""
        return tuple(d for d in self.decisions.values() if d.level is Level.WAITING and not d.set_aside)


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
    for level, condition in _rules(clause):
        match condition.verdict(facts):
            case Waits(names):
                possible.append(level)
                missing = missing or names
            case Fails(names):
                because = _merged([because, names])
            case Holds(names):
                spared = OneOf("dossier_compact", (True,)).verdict(facts) if clause.heavy else Fails()
                if level is not Level.RECOMMENDED or isinstance(spared, Fails):
                    possible.append(level)
                elif isinstance(spared, Holds):
                    possible.append(Level.OPTIONAL)
                    names = _merged([names, spared.because])
                else:
                    possible += [Level.OPTIONAL, Level.RECOMMENDED]
                    missing = missing or spared.missing
                because = _merged([_fitting(clause, facts), names])
                break
    else:
        possible.append(Level.EXCLUDED)
    if all(level is possible[0] for level in possible):
        return Decision(clause, possible[0], because)
    return Decision(clause, Level.WAITING, waiting_for=missing, at_least=min(possible))


def _rules(clause: Clause) -> tuple[tuple[Level, Condition], ...]:
    """Return the conditions of a clause in the order in which they decide."""
    return (
        (Level.NOT_APPLICABLE, OneOf("type_contrat", clause.contracts, negated=True)),
        (Level.EXCLUDED, clause.excluded_if),
        (Level.OBLIGATORY, clause.obligatory_if),
        (Level.RECOMMENDED, clause.recommended_if),
        (Level.OPTIONAL, clause.possible_if),
    )


def _fitting(clause: Clause, facts: Facts) -> tuple[str, ...]:
    """Return the facts by which the clause fits the contract at all: its type, and what kept it from being excluded."""
    kept_out = (OneOf("type_contrat", clause.contracts, negated=True), clause.excluded_if)
    return _merged(verdict.because for verdict in (c.verdict(facts) for c in kept_out) if isinstance(verdict, Fails))


def choose_variant(clause: Clause, facts: Facts, chosen: str | None) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the wording's name, the facts that picked it, and the questions that could pick another."""
    if chosen is not None and chosen in clause.variant_names:
        return chosen, (), ()
    missing: list[tuple[str, ...]] = []
    for variant in clause.variants:
        match variant.condition.verdict(facts):
            case Holds(because) if not missing:
                return variant.name, because, ()
            case Waits(names):
                missing.append(names)
    return clause.default_variant.name, (), _merged(missing)


def select(library: ClauseLibrary, facts: Facts, choices: Mapping[str, Choice] | None = None) -> Selection:
    """Return the decision on every clause of the library. Pure: nothing but its arguments decides."""
    choices = choices or {}
    contract = library.frame.contracts.by_type.get(str(facts.get("type_contrat")))
    kinds = contract.registry_names if contract else ()
    verdicts = {clause.id: judge(clause, facts) for clause in library}
    alerts: list[Alert] = []
    wanted = {id: _apply(verdicts[id], choices.get(id), alerts) for id in verdicts}
    dropped: dict[str, tuple[Origin, tuple[str, ...]]] = {}
    while True:
        settled, impossible = _closed(wanted, dropped, alerts)
        conflicts = impossible or _conflicts(settled)
        if not conflicts:
            break
        dropped.update(conflicts)
    decisions = {}
    for id, decision in settled.items():
        choice = choices.get(id)
        name, because, missing = choose_variant(decision.clause, facts, choice.variant if choice else None)
        decisions[id] = replace(
            decision,
            bases=library.frame.registry.suiting(decision.clause.bases, kinds),
            variant=name,
            variant_because=because,
            variant_waiting=missing,
            variant_chosen=bool(choice and choice.variant in decision.clause.variant_names),
        )
    return Selection(decisions, tuple(dict.fromkeys(alerts)))


def _apply(decision: Decision, choice: Choice | None, alerts: list[Alert]) -> Decision:
    """Return the decision once the buyer's choice on that clause is taken into account."""
    id, title = decision.clause.id, decision.clause.title
    by_rule = max(decision.level, decision.at_least) >= Level.RECOMMENDED
    if choice is None or choice.retain is None:
        return replace(decision, retained=by_rule)
    if choice.retain:
        if decision.level <= Level.EXCLUDED:
            alerts.append(Alert(id, f"« {title} » ne peut pas être ajoutée : elle ne convient pas à ce contrat."))
            return decision
        return replace(decision, retained=True, origin=Origin.RULE if by_rule else Origin.CHOSEN)
    if decision.level is Level.OBLIGATORY and not choice.reason.strip():
        alerts.append(
            Alert(id, f"« {title} » est obligatoire : pour l'écarter, écrivez le motif ; elle reste retenue.")
        )
        return replace(decision, retained=True)
    if decision.level <= Level.EXCLUDED:
        return decision
    return replace(decision, origin=Origin.SET_ASIDE, reason=choice.reason.strip())


def _closed(
    wanted: Mapping[str, Decision], dropped: Mapping[str, tuple[Origin, tuple[str, ...]]], alerts: list[Alert]
) -> tuple[dict[str, Decision], dict[str, tuple[Origin, tuple[str, ...]]]]:
    """Bring in what retained clauses require; return also the clauses that cannot have what they require."""
    settled = {
        id: replace(decision, retained=False, origin=dropped[id][0], others=dropped[id][1])
        if id in dropped
        else decision
        for id, decision in wanted.items()
    }
    impossible: dict[str, tuple[Origin, tuple[str, ...]]] = {}
    queue = [id for id, decision in settled.items() if decision.retained]
    while queue:
        clause = settled[queue.pop(0)].clause
        for group in clause.requires:
            if any(settled[id].retained for id in group if id in settled):
                continue
            able = [id for id in group if id in settled and id not in dropped and settled[id].level > Level.EXCLUDED]
            if not able:
                impossible[clause.id] = (Origin.IMPOSSIBLE, group)
                continue
            best = max(
                able, key=lambda id: (settled[id].origin is not Origin.SET_ASIDE, settled[id].level, -able.index(id))
            )
            if settled[best].origin is Origin.SET_ASIDE:
                title = settled[best].clause.title
                alerts.append(
                    Alert(
                        best, f"« {title} » reste retenue : « {clause.title} » la requiert ; écartez d'abord celle-ci."
                    )
                )
            settled[best] = replace(settled[best], retained=True, origin=Origin.REQUIRED, others=(clause.id,))
            queue.append(best)
    return settled, impossible


def _conflicts(settled: Mapping[str, Decision]) -> dict[str, tuple[Origin, tuple[str, ...]]]:
    """Return the weaker clause of the first incompatible pair: the stronger level, then the earlier, stays."""
    for id, decision in settled.items():
        for other in decision.clause.excludes:
            if decision.retained and other in settled and settled[other].retained:
                order = list(settled)
                weaker = min(id, other, key=lambda each: (_strength(settled[each]), -order.index(each)))
                stronger = other if weaker == id else id
                return {weaker: (Origin.INCOMPATIBLE, (stronger,))}
    return {}


def _strength(decision: Decision) -> int:
    return max(decision.level, decision.at_least) if decision.origin is not Origin.CHOSEN else Level.RECOMMENDED


def _merged(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
