"""The digital assets as a workbook: what becomes of each at the end of the contract, and what proves that it is handed over."""

from clausegen.assembly.inventory import AssetRow
from clausegen.assembly.numbering import document_of
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.document.sheets import Cell, Column, Sheet

KINDS = {
    "logiciel": "Logiciel", "base_de_donnees": "Base de données", "interface": "Interface", "equipement": "Équipement",
    "compte": "Compte et accès", "nom_et_adresse": "Nom et adresse", "parametrage": "Paramétrage et clés", "licence": "Licence",
    "documentation": "Documentation",
}  # fmt: skip
REGIMES = {"retour": "Retour", "reprise": "Reprise", "propre": "Propre"}
BLANK_ROWS = 20


def assets_sheets(f: Findings) -> tuple[Sheet, ...]:
    """Return the assets that the clauses classify, then rows to fill in; nothing when no clause classifies any."""
    if not f.contents.assets:
        return ()
    columns = (
        Column("Identifiant", 20), Column("Bien numérique", 34), Column("Nature", 16, tuple(KINDS.values())),
        Column("Régime", 10, tuple(REGIMES.values())), Column("Support", 15), Column("Titulaire des droits", 14),
        Column("Valeur d’acquisition (€ HT)", 13, least=0), Column("Amortissement (années)", 17, least=0),
        Column("Valeur nette comptable (€ HT)", 13, least=0), Column("Biens dont il dépend", 14), Column("Article", 17),
        Column("Observations", 16),
    )  # fmt: skip
    note = (
        "Le régime est celui de l’article ; une ligne de l’article couvre plusieurs biens : détaillez-les sur les lignes vides.\n"
        "L’état que le Concessionnaire remet ensuite le complète."
    )
    rows = tuple(_row(row) for row in f.contents.assets)
    return (
        Sheet("Biens numériques", columns, rows, BLANK_ROWS, note.replace("Concessionnaire", f.contract.operator.name)),
    )


def _row(row: AssetRow) -> tuple[Cell, ...]:
    asset = row.asset
    where = f"{row.article}, {document_of(row.annex)}"
    return (
        asset.id, typeset(asset.name), KINDS[asset.kind], REGIMES[asset.regime], typeset(asset.medium), None, None, None, None,
        None, where, None,
    )  # fmt: skip
