"""What an officer must be told besides the clauses: warnings that hold, ceilings worked out, contents that stand elsewhere."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from clausegen.facts.conditions import Fails, Holds, Waits
from clausegen.facts.facts import Facts
from clausegen.facts.formatting import amount, percentage
from clausegen.facts.sentences import Sentences
from clausegen.library.cautions import Cautions, Ceiling, Reminder, Warning
from clausegen.library.contracts import Contract
from clausegen.library.law import Registry

State = Literal["kept", "exceeded", "waiting"]


@dataclass(frozen=True)
class CeilingFound:
    """One ceiling for this contract. Amounts are euros excl. VAT, None while they cannot be worked out."""

    ceiling: Ceiling
    state: State
    limit: Decimal | None = None
    measured: Decimal | None = None
    share: Decimal | None = None
    """The share of the base that the law sets, out of 100."""
    also_below: Decimal | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """Everything to be told of one contract besides its clauses."""

    warnings: tuple[Warning, ...] = ()
    ceilings: tuple[CeilingFound, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    to_check: tuple[Reminder, ...] = ()
    """Reminders whose condition still waits for an answer."""

    @property
    def blocked(self) -> bool:
        """True when a blocking warning holds or a ceiling is exceeded."""
        exceeded = any(found.state == "exceeded" for found in self.ceilings)
        return exceeded or any(warning.gravity == "bloquante" for warning in self.warnings)


def told(cautions: Cautions, facts: Facts) -> Told:
    """Return what holds of this contract; an unknown answer triggers no warning and leaves a reminder to be checked."""
    verdicts = {reminder.id: reminder.condition.verdict(facts) for reminder in cautions.reminders}
    return Told(
        tuple(w for w in cautions.warnings if isinstance(w.condition.verdict(facts), Holds)),
        tuple(found for ceiling in cautions.ceilings if (found := work_out(ceiling, facts))),
        tuple(r for r in cautions.reminders if isinstance(verdicts[r.id], Holds)),
        tuple(r for r in cautions.reminders if isinstance(verdicts[r.id], Waits)),
    )


def work_out(ceiling: Ceiling, facts: Facts) -> CeilingFound | None:
    """Return the ceiling in euros and what is compared with it; None when the ceiling does not concern the contract."""
    verdict = ceiling.condition.verdict(facts)
    if isinstance(verdict, Fails):
        return None
    missing = list(verdict.missing) if isinstance(verdict, Waits) else []
    thresholds = [threshold.name for threshold in (ceiling.share, ceiling.also_below) if threshold]
    # -- a threshold without a value on the day of law is missing like an answer: never read as zero, never dropped --
    for name in (ceiling.measured, ceiling.base, *thresholds):
        missing += facts.missing_for(name) if facts.get(name) is None else ()
    if missing:
        # -- a contract that may still be of another kind is not told of a ceiling that would not be its own --
        concerned = isinstance(verdict, Holds)
        return CeilingFound(ceiling, "waiting", missing=tuple(dict.fromkeys(missing))) if concerned else None
    measured, base = (Decimal(str(facts.get(name))) for name in (ceiling.measured, ceiling.base))
    share = Decimal(str(facts.get(ceiling.share.name)))
    also_below = Decimal(str(facts.get(ceiling.also_below.name))) if ceiling.also_below else None
    limit = base * share / 100
    size = abs(measured)
    kept = size < limit if ceiling.strict else size <= limit
    kept = kept and (also_below is None or size < also_below)
    return CeilingFound(ceiling, "kept" if kept else "exceeded", limit, measured, share, also_below)


def ceiling_sentence(found: CeilingFound, sentences: Sentences) -> str:
    """Return the ceiling as an officer can paste it in a memo: its base, its amount, what is compared, the verdict."""
    ceiling = found.ceiling
    if found.limit is None or found.measured is None or found.share is None:
        return f"{ceiling.label} : plafond à calculer ; il manque {sentences.asked(found.missing)}."
    rule = f"{'moins de ' if ceiling.strict else ''}{percentage(found.share)} du montant initial, soit {amount(found.limit, excluding_tax=True)}"
    if found.also_below is not None:
        rule += f", et moins du seuil européen de {amount(found.also_below, excluding_tax=True)}"
    verdict = "plafond respecté" if found.state == "kept" else "plafond dépassé"
    return f"{ceiling.label} : {rule} ; montant comparé : {amount(found.measured, excluding_tax=True)} ; {verdict}."


def effect(cautions: Cautions, facts: Facts, sentences: Sentences) -> tuple[tuple[str, str], ...]:
    """Return the figures of an amendment, label and value; a figure still unknown is left to be filled in."""
    rows = []
    for name, label in cautions.effect.items():
        value = facts.get(name)
        rows.append((label, sentences.figure(name, value) if value is not None else "[à compléter]"))
    return tuple(rows)


def cited(bases: tuple[str, ...], registry: Registry, contract: Contract | None) -> str:
    """Return the legal references that concern the contract, each with its text: « Code de la commande publique, L. 2 »."""
    suiting = registry.suiting(bases, contract.registry_names if contract else ())
    return " ; ".join(registry[id].citation for id in suiting if id in registry)
