"""The data inventory as a workbook: the data sets that the clauses bring, then rows to fill in."""

from clausegen.assembly.inventory import InventoryRow
from clausegen.assembly.numbering import document_of
from clausegen.assembly.tables import OPENNESS
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.document.sheets import Cell, Column, Sheet
from clausegen.facts.formatting import yes_no

YES_NO = ("oui", "non")
BLANK_ROWS = 15


def inventory_sheets(f: Findings) -> tuple[Sheet, ...]:
    """Return one sheet, a row per data set; what the library does not know is left to be chosen in a list."""
    lists = f.library.frame.lists
    columns = (
        Column("Identifiant", 18), Column("Jeu de données", 26), Column("Source", 18),
        Column("Catégorie", 14, tuple(map(typeset, lists.owners))), Column("Données personnelles", 15, YES_NO),
        Column("Sensibilité", 12, lists.sensitivities), Column("Format", 12), Column("Schéma", 15), Column("Fréquence", 12),
        Column("Canal", 13, lists.channels), Column("Ouverture", 12, tuple(OPENNESS.values())),
        Column("Licence", 12, tuple(lists.licences)), Column("Première remise", 12), Column("Pénalité", 10),
        Column("Clause", 18), Column("Article", 14),
    )  # fmt: skip
    note = "Une ligne par jeu de données. Complétez, corrigez, ajoutez : l’inventaire arrêté par les parties fait foi."
    return (
        Sheet("Inventaire des données", columns, tuple(_row(row) for row in f.contents.inventory), BLANK_ROWS, note),
    )


def _row(row: InventoryRow) -> tuple[Cell, ...]:
    data, first = row.dataset, row.first
    return (
        data.id, typeset(data.name), typeset(data.source), None, yes_no(data.personal), data.sensitivity, data.format,
        typeset(data.schema_name), data.frequency, None, OPENNESS[data.openness], row.licence or None,
        (first.day or first.due) if first else None, first.penalty if first else None, typeset(row.clause_title),
        f"{row.article}, {document_of(row.annex)}",
    )  # fmt: skip
