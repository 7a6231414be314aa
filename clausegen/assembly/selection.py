"""Decide which clauses stand in a contract, and keep the reason of each decision.

The rules give each clause a verdict from the facts alone; then the buyer's choices, the clauses that others require
and the incompatibilities settle what is retained. Same facts, same library, same choices: same selection.
"""

from collections.abc import Mapping
from dataclasses import replace

from clausegen.assembly.decisions import Alert, Choice, Decision, Level, Origin, Selection
from clausegen.assembly.scope import limited, scope
from clausegen.assembly.verdicts import barred, choose_variant, judge
from clausegen.facts.facts import Facts
from clausegen.library.library import ClauseLibrary


def select(library: ClauseLibrary, facts: Facts, choices: Mapping[str, Choice] | None = None) -> Selection:
    """Return the decision on every clause of the library. Pure: nothing but its arguments decides."""
    choices = choices or {}
    contract = library.frame.contracts.by_type.get(str(facts.get("type_contrat")))
    kinds = contract.registry_names if contract else ()
    limits = scope(library, facts)
    verdicts = {clause.id: limited(judge(clause, facts), limits) for clause in library}
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
        choice, out = choices.get(id), barred(decision.clause, facts)
        if choice and choice.variant in out:
            label = decision.clause.variant(choice.variant).label
            alerts.append(
                Alert(id, f"« {decision.clause.title} » : la rédaction « {label} » ne convient pas à ce contrat.")
            )
        name, because, missing = choose_variant(decision.clause, facts, choice.variant if choice else None)
        decisions[id] = replace(
            decision,
            bases=library.frame.registry.suiting(decision.clause.bases, kinds),
            variant=name,
            variant_because=because,
            variant_waiting=missing,
            variant_chosen=bool(choice and choice.variant and choice.variant == name),
            barred=out,
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
