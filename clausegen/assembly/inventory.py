"""List the data sets and the digital assets that the retained clauses bring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clausegen.assembly.numbering import Place
from clausegen.assembly.obligations import Obligation
from clausegen.assembly.resolution import ResolvedClause
from clausegen.assembly.rows import Row, located, stands
from clausegen.library.clause_rows import Asset, Dataset

_OPEN = "ouvert"


@dataclass(frozen=True)
class InventoryRow(Row):
    """One data set of the inventory, and the article of the clause that brings it; `id` is that of the data set."""

    dataset: Dataset
    licence: str
    """The licence of an open data set, empty when no clause gives one."""
    first: Obligation | None
    """The first hand-over of the data sets, None when no clause sets one."""


@dataclass(frozen=True)
class AssetRow(Row):
    """One digital asset, and the paragraph that classifies it."""

    asset: Asset


def inventory(
    resolved: Sequence[ResolvedClause], places: Mapping[str, Place], due: Iterable[Obligation]
) -> tuple[InventoryRow, ...]:
    """Return the data sets that the retained clauses bring, in order of print."""
    first = next((each for each in due if each.first_delivery), None)
    licences = (clause.clause.variant(clause.decision.variant).licence for clause in resolved)
    licence = next(filter(None, licences), "")
    rows = []
    for clause in resolved:
        place = places[clause.id]
        where = (clause.id, clause.clause.title, place.annex, place.article, place.bookmark(clause.id))
        for dataset in clause.clause.datasets:
            mine = licence if dataset.openness == _OPEN else ""
            rows.append(InventoryRow(dataset.id, *where, dataset, mine, first))
    return tuple(rows)


def assets(resolved: Sequence[ResolvedClause], places: Mapping[str, Place]) -> tuple[AssetRow, ...]:
    """Return the digital assets whose paragraph is printed."""
    return tuple(
        AssetRow(*located(clause, asset, places[clause.id]), asset)
        for clause in resolved
        for asset in clause.clause.assets
        if stands(clause, asset, places[clause.id])
    )
