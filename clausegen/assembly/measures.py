"""List what the contract measures, what a missed target costs, and the ceiling of these penalties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clausegen.assembly.numbering import Place
from clausegen.assembly.resolution import ResolvedClause
from clausegen.assembly.rows import Row, blank_of, capitalised, located, stands
from clausegen.assembly.typography import typeset
from clausegen.facts.facts import Facts
from clausegen.library.contracts import Schedule

_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Measure(Row):
    """One indicator; `penalty` is the amount as printed, empty when none is attached."""

    what: str
    target: str
    formula: str
    source: str
    """The id of a data set of the inventory, empty when none of those printed is named."""
    frequency: str
    penalty: str
    code: str
    """« P07 », the rank of the penalty in the contract; empty without penalty."""
    blank: str
    """The blank that holds the penalty, by its name in the clause."""
    amount: Decimal | None
    """Euros for one unit, None when the penalty is no fixed amount."""
    share: Decimal | None
    """Out of 100, of what `unit` says; None when the penalty is no share."""
    unit: str
    uncapped: bool


@dataclass(frozen=True)
class Cap(Row):
    """The yearly ceiling of the penalties: a share of a yearly base, or an amount. Euros excl. VAT, None when unknown."""

    text: str
    share: Decimal | None
    base: Decimal | None
    limit: Decimal | None


def measures(resolved: Sequence[ResolvedClause], places: Mapping[str, Place]) -> tuple[Measure, ...]:
    """Return every indicator whose paragraph is printed, in order of print."""
    datasets = {dataset.id for clause in resolved for dataset in clause.clause.datasets}
    found: list[Measure] = []
    for clause in resolved:
        place = places[clause.id]
        for item in clause.clause.indicators:
            if not stands(clause, item, place):
                continue
            penalty = blank_of(clause, item.penalty)
            rank = 1 + sum(1 for each in found if each.penalty)
            value = penalty.value if penalty else None
            number = Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
            found.append(
                Measure(
                    *located(clause, item, place),
                    what=capitalised(item.what),
                    target=typeset(item.target),
                    formula=capitalised(item.formula),
                    source=item.source if item.source in datasets else "",
                    frequency=typeset(item.frequency),
                    penalty=f"{penalty.text} {typeset(penalty.blank.unit)}".strip() if penalty else "",
                    code=f"P{rank:02}" if penalty else "",
                    blank=item.penalty if penalty else "",
                    amount=number if penalty and penalty.blank.kind == "montant" else None,
                    share=number if penalty and penalty.blank.kind == "pourcentage" else None,
                    unit=typeset(penalty.blank.unit) if penalty else "",
                    uncapped=item.uncapped,
                )
            )
    return tuple(found)


def cap(
    resolved: Sequence[ResolvedClause], places: Mapping[str, Place], schedule: Schedule, facts: Facts
) -> Cap | None:
    """Return the ceiling that a retained clause sets on the penalties; None when none does.

    Its yearly base is estimated: the value of the contract divided by its duration.
    """
    for clause in resolved:
        blank = blank_of(clause, clause.clause.penalty_cap)
        if blank is None:
            continue
        value = blank.value if isinstance(blank.value, int | Decimal) else None
        number = Decimal(value) if value is not None else None
        base = _yearly(schedule, facts)
        share = number if blank.blank.kind == "pourcentage" else None
        fixed = number if blank.blank.kind == "montant" else None
        limit = (base * share / 100).quantize(_CENT) if base is not None and share is not None else fixed
        place = places[clause.id]
        return Cap(
            f"{clause.id}/{blank.name}", clause.id, clause.clause.title, place.annex, place.article,
            place.bookmark(clause.id), f"{blank.text} {typeset(blank.blank.unit)}".strip(), share, base, limit,
        )  # fmt: skip
    return None


def _yearly(schedule: Schedule, facts: Facts) -> Decimal | None:
    amount, years = facts.get(schedule.amount), facts.get(schedule.years)
    if amount is None or years is None or not Decimal(str(years)):
        return None
    # -- a contract shorter than a year is paid its whole value in its only year --
    return (Decimal(str(amount)) / max(Decimal(str(years)), Decimal(1))).quantize(_CENT)
