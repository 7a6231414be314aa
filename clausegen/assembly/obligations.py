"""List what the contract makes people hand over: the same data as the texts, row by row, dated where it can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clausegen.assembly.measures import Measure
from clausegen.assembly.milestones import PERIODS, Milestones
from clausegen.assembly.numbering import Place
from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.rows import Row, blank_of, capitalised, located, stands
from clausegen.assembly.typography import typeset
from clausegen.library.clause_rows import Deliverable, When
from clausegen.library.contracts import Contract

_MILESTONES = {
    "notification": "la notification du Contrat",
    "prise_d_effet": "la prise d'effet du Contrat",
    "fin_du_contrat": "la fin du Contrat",
    "evenement": "l'événement",
    "mise_en_service": "la mise en service",
    "recette": "la recette",
    "fin_de_phase": "la fin de la phase",
    "signature": "la signature du Contrat",
    "remise_de_l_offre": "la remise de l'offre",
}
_PERIODS = {
    "mois": "chaque mois",
    "trimestre": "chaque trimestre",
    "semestre": "chaque semestre",
    "annee": "chaque année",
    "livraison": "à chaque livraison",
    "version": "à chaque version",
    "evenement": "à chaque événement",
}


@dataclass(frozen=True)
class Obligation(Row):
    """One deliverable due under the contract."""

    what: str
    debtor: str
    due: str
    format: str
    proof: str
    day: date | None
    """The day, or the first day, when it is due; None while a milestone has no date."""
    every: str
    """Its period as data name it (« annee »), empty when it is due once."""
    awaited: str
    """The milestone that would date it; empty when it is dated, or when no date ever could."""
    penalty: str
    """The code of the penalty that its delay costs, empty when its article names none."""
    first_delivery: bool


def obligations(
    resolved: Sequence[ResolvedClause],
    places: Mapping[str, Place],
    contract: Contract,
    days: Milestones | None = None,
    measured: Sequence[Measure] = (),
) -> tuple[Obligation, ...]:
    """Return every deliverable whose paragraph is printed, in order of print."""
    codes = {(measure.clause, measure.blank): measure.code for measure in measured if measure.code}
    return tuple(
        _obligation(clause, item, places[clause.id], contract, days or Milestones(), codes)
        for clause in resolved
        for item in clause.clause.deliverables
        if stands(clause, item, places[clause.id])
    )


def period(every: str) -> str:
    """Return a period in French: « chaque année »; empty for none."""
    return typeset(_PERIODS[every]) if every else ""


def milestone(name: str) -> str:
    """Return a milestone in French, with its article: « la prise d’effet du Contrat »."""
    return typeset(_MILESTONES[name])


def _obligation(
    clause: ResolvedClause,
    item: Deliverable,
    place: Place,
    contract: Contract,
    days: Milestones,
    codes: Mapping[tuple[str, str], str],
) -> Obligation:
    when = item.when
    debtors = {"operateur": contract.operator.name, "acheteur": contract.buyer.name, "parties": "Les deux parties"}
    delay, day_of_year = blank_of(clause, when.delay), blank_of(clause, when.day)
    day = days.day_of(when, delay, day_of_year)
    awaited = when.after or when.before or (days.periods_since if when.every in PERIODS else "")
    return Obligation(
        *located(clause, item, place),
        what=capitalised(item.what),
        debtor=debtors[item.who],
        due=due(when, delay, day_of_year),
        format=typeset(item.format),
        proof=typeset(item.proof),
        day=day,
        every=when.every or "",
        awaited="" if day or awaited in days.days else awaited,
        penalty=codes.get((clause.id, item.penalty), ""),
        first_delivery=item.first_delivery,
    )


def due(when: When, delay: FilledBlank | None, day: FilledBlank | None = None) -> str:
    """Return when something is due, in French: « 3 mois après la prise d'effet du Contrat, puis chaque année »."""
    parts = []
    for word, milestone in (("après", when.after), ("avant", when.before)):
        if milestone:
            parts.append(
                f"{delay.text} {word} {_MILESTONES[milestone]}"
                if delay
                else f"{'dès' if word == 'après' else 'avant'} {_MILESTONES[milestone]}"
            )
    if not parts and delay:
        parts.append(f"sous {delay.text}")
    if when.every:
        parts.append(f"puis {_PERIODS[when.every]}" if parts else _PERIODS[when.every])
    if day:
        parts.append(f"au plus tard le {day.text}")
    return typeset(", ".join(parts))
