"""The companion spreadsheets: obligations and deliverables, indicators, data inventory."""

from collections.abc import Sequence

from clausegen.assembly.obligations import InventoryRow, Measure, Obligation
from clausegen.assembly.tables import OPENNESS
from clausegen.assembly.typography import typeset
from clausegen.document.sheets import Column, Sheet
from clausegen.library.library import ClauseLibrary

STATUSES = ("À faire", "En cours", "Remis", "Accepté", "Refusé", "Sans objet")
YES_NO = ("oui", "non")


def obligations_sheets(obligations: Sequence[Obligation], measures: Sequence[Measure]) -> tuple[Sheet, ...]:
    """Return « Obligations et livrables » and « Indicateurs et pénalités », each row with its article."""
    return (
        Sheet(
            "Obligations et livrables",
            (
                Column("Annexe", 9), Column("Article", 10), Column("Clause", 38), Column("Livrable", 44),
                Column("Débiteur", 22), Column("Échéance", 34), Column("Format", 26), Column("Preuve", 26),
                Column("Statut", 14, STATUSES), Column("Date de remise", 15), Column("Observations", 34),
            ),
            tuple(
                (o.annex, o.article, typeset(o.clause_title), o.what, o.debtor, o.due, o.format, o.proof, "À faire", None, None)
                for o in obligations
            ),
            note="Une ligne par livrable dû en vertu des annexes ; l'article est l'alinéa qui le crée.",
        ),
        Sheet(
            "Indicateurs et pénalités",
            (
                Column("Annexe", 9), Column("Article", 10), Column("Clause", 38), Column("Indicateur", 48),
                Column("Cible", 24), Column("Pénalité", 34), Column("Valeur mesurée", 16), Column("Période", 16),
            ),
            tuple((m.annex, m.article, typeset(m.clause_title), m.what, m.target, m.penalty, None, None) for m in measures),
            note="Une ligne par indicateur des annexes.",
        ),
    )  # fmt: skip


def inventory_sheets(inventory: Sequence[InventoryRow], library: ClauseLibrary) -> tuple[Sheet, ...]:
    """Return the data inventory: the data sets that the clauses bring, then rows to fill in."""
    return (
        Sheet(
            "Inventaire des données",
            (
                Column("Identifiant", 20), Column("Jeu de données", 40), Column("Source", 28), Column("Format", 20),
                Column("Schéma national", 26), Column("Fréquence", 18), Column("Ouverture", 13, tuple(OPENNESS.values())),
                Column("Données personnelles", 13, YES_NO), Column("Sensibilité", 16), Column("Licence", 20),
                Column("Première remise", 16), Column("Observations", 34), Column("Clause", 34),
            ),
            tuple(
                (
                    row.dataset.id, typeset(row.dataset.name), typeset(row.dataset.source), row.dataset.format, row.dataset.schema_name,
                    row.dataset.frequency, OPENNESS[row.dataset.openness], "oui" if row.dataset.personal else "non",
                    row.dataset.sensitivity, None, None, None, typeset(library[row.clause].title),
                )
                for row in inventory
            ),
            blank_rows=40,
            note="Une ligne par jeu de données. Complétez, corrigez, ajoutez : l'inventaire arrêté par les parties fait foi.",
        ),
    )  # fmt: skip
