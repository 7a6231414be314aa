"""List what the contract makes people do and measure: the same data as the texts, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from clausegen.assembly.numbering import Place
from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.library.clause import Dataset, Deliverable, Indicator, When
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
class Obligation:
    """One deliverable due under the contract. `article` is « 4.2.3 », the paragraph that creates it."""

    clause: str
    clause_title: str
    annex: int
    article: str
    bookmark: str
    what: str
    debtor: str
    due: str
    format: str
    proof: str


@dataclass(frozen=True)
class Measure:
    """One indicator; `penalty` is the amount as printed, empty when none is attached."""

    clause: str
    clause_title: str
    annex: int
    article: str
    bookmark: str
    what: str
    target: str
    penalty: str


@dataclass(frozen=True)
class InventoryRow:
    """One data set of the inventory, and the clause that brings it."""

    clause: str
    dataset: Dataset


def obligations(
    resolved: Sequence[ResolvedClause], places: dict[str, Place], contract: Contract
) -> tuple[Obligation, ...]:
    """Return every deliverable whose paragraph is printed."""
    return tuple(
        _obligation(clause, item, places[clause.id], contract)
        for clause in resolved
        for item in clause.clause.deliverables
        if _stands(clause, item, places[clause.id])
    )


def measures(resolved: Sequence[ResolvedClause], places: dict[str, Place]) -> tuple[Measure, ...]:
    """Return every indicator whose paragraph is printed."""
    return tuple(
        _measure(clause, item, places[clause.id])
        for clause in resolved
        for item in clause.clause.indicators
        if _stands(clause, item, places[clause.id])
    )


def inventory(resolved: Sequence[ResolvedClause]) -> tuple[InventoryRow, ...]:
    """Return the data sets that the retained clauses bring."""
    return tuple(InventoryRow(clause.id, dataset) for clause in resolved for dataset in clause.clause.datasets)


def _stands(clause: ResolvedClause, item: Deliverable | Indicator, place: Place) -> bool:
    worded = not item.variants or clause.decision.variant in item.variants
    return worded and item.paragraph in place.paragraphs


def _obligation(clause: ResolvedClause, item: Deliverable, place: Place, contract: Contract) -> Obligation:
    debtor = {"operateur": contract.operator.name, "acheteur": contract.buyer.name, "parties": "Les deux parties"}[
        item.who
    ]
    return Obligation(
        clause.id,
        clause.clause.title,
        place.annex,
        place.paragraphs[item.paragraph],
        place.bookmark(clause.id, item.paragraph),
        _sentence(item.what),
        debtor,
        due(item.when, _blank(clause, item.when.delay)),
        typeset(item.format),
        typeset(item.proof),
    )


def _measure(clause: ResolvedClause, item: Indicator, place: Place) -> Measure:
    penalty = _blank(clause, item.penalty or None)
    return Measure(
        clause.id,
        clause.clause.title,
        place.annex,
        place.paragraphs[item.paragraph],
        place.bookmark(clause.id, item.paragraph),
        _sentence(item.what),
        typeset(item.target),
        "" if penalty is None else f"{penalty.text} {typeset(penalty.blank.unit)}".strip(),
    )


def _sentence(text: str) -> str:
    """Return the text as the beginning of a row."""
    return typeset(text[:1].upper() + text[1:])


def _blank(clause: ResolvedClause, name: str | None) -> FilledBlank | None:
    return next((filled for filled in clause.blanks if filled.name == name), None) if name else None


def due(when: When, delay: FilledBlank | None) -> str:
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
    return typeset(", ".join(parts))
