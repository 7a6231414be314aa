"""The computed tables that a clause may print after its text: definitions, inventory, indicators, penalties, deliverables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from clausegen.assembly.inventory import AssetRow, InventoryRow
from clausegen.assembly.measures import Cap, Measure
from clausegen.assembly.milestones import Milestones
from clausegen.assembly.numbering import document_of
from clausegen.assembly.obligations import Obligation
from clausegen.assembly.typography import typeset
from clausegen.document.nodes import Inline, Link, Run, Table
from clausegen.facts.formatting import yes_no

OPENNESS = {"ouvert": "Ouvert", "partage": "Partagé", "restreint": "Restreint"}
"""French label of a data set's openness."""
BLANK_ROWS = 3
"""Empty rows left in the printed inventory, for what the parties add."""


@dataclass(frozen=True)
class Contents:
    """What the computed tables are made from."""

    definitions: tuple[tuple[str, tuple[Inline, ...]], ...]
    obligations: tuple[Obligation, ...]
    measures: tuple[Measure, ...]
    inventory: tuple[InventoryRow, ...]
    effect: tuple[tuple[str, str], ...] = ()
    """What an amendment changes in the amounts: label, value as printed."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Clause -> its legal bases as a footnote prints them; a clause without a text that was read has none."""
    assets: tuple[AssetRow, ...] = ()
    cap: Cap | None = None
    days: Milestones = field(default_factory=Milestones)


def computed_table(name: str, contents: Contents, annex: int) -> Table | None:
    """Return the table of that name as read from annex number `annex`; None when it has no row to print."""
    return _TABLES[name](contents, annex)


def _definitions(contents: Contents, annex: int) -> Table | None:
    rows = tuple(((Run(term, bold=True),), meaning) for term, meaning in contents.definitions)
    return Table(_header("Terme", "Sens"), rows, (0.28, 0.72)) if rows else None


def _inventory(contents: Contents, annex: int) -> Table | None:
    header = _header("Jeu de données", "Source", "Format et schéma", "Fréquence", "Ouverture", "Données personnelles")
    rows = tuple(
        _cells(
            row.dataset.name,
            row.dataset.source,
            " – ".join(part for part in (row.dataset.format, row.dataset.schema_name) if part),
            row.dataset.frequency,
            OPENNESS[row.dataset.openness],
            yes_no(row.dataset.personal),
        )
        for row in contents.inventory
    )
    empty = tuple(_cells(*[""] * len(header)) for _ in range(BLANK_ROWS))
    return Table(header, rows + empty, (0.25, 0.17, 0.2, 0.12, 0.11, 0.15))


def _indicators(contents: Contents, annex: int) -> Table | None:
    rows = tuple((*_cells(m.what, m.target), _article(m, annex)) for m in contents.measures)
    return Table(_header("Indicateur", "Cible", "Article"), rows, (0.5, 0.25, 0.25)) if rows else None


def _penalties(contents: Contents, annex: int) -> Table | None:
    rows = tuple((*_cells(m.what, m.penalty), _article(m, annex)) for m in contents.measures if m.penalty)
    header = _header("Indicateur dont la cible n'est pas atteinte", "Montant", "Article")
    return Table(header, rows, (0.45, 0.3, 0.25)) if rows else None


def _deliverables(contents: Contents, annex: int) -> Table | None:
    rows = tuple((*_cells(o.what, o.debtor, o.due), _article(o, annex)) for o in contents.obligations)
    return (
        Table(_header("Livrable", "Débiteur", "Échéance", "Article"), rows, (0.36, 0.18, 0.26, 0.2)) if rows else None
    )


def _effect(contents: Contents, annex: int) -> Table | None:
    rows = tuple(_cells(label, value) for label, value in contents.effect)
    return Table(_header("Incidence financière", "Valeur"), rows, (0.65, 0.35)) if rows else None


_TABLES: dict[str, Callable[[Contents, int], Table | None]] = {
    "definitions": _definitions,
    "inventaire": _inventory,
    "indicateurs": _indicators,
    "penalites": _penalties,
    "livrables": _deliverables,
    "incidence": _effect,
}


def _article(item: Obligation | Measure, annex: int) -> tuple[Inline, ...]:
    text = item.article if item.annex == annex else f"{item.article}, {document_of(item.annex)}"
    return (Link(text, item.bookmark, number=item.article),)


def _header(*titles: str) -> tuple[tuple[Inline, ...], ...]:
    return _cells(*titles)


def _cells(*texts: str) -> tuple[tuple[Inline, ...], ...]:
    return tuple((Run(typeset(text)),) if text else () for text in texts)
