"""The indicators as a workbook: how each is worked out, from which data set, and its target year after year."""

from clausegen.assembly.measures import Measure
from clausegen.assembly.numbering import document_of
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.document.sheets import Cell, Column, Sheet

_YEARS = 12
"""Years side by side that a page still shows."""
_LONGEST = 60
"""Years of the longest contract: beyond, a date was mistyped."""


def indicators_sheets(f: Findings) -> tuple[Sheet, ...]:
    """Return the indicators, then their targets for each year of the contract when its first and last days are known."""
    return (indicators_sheet(f), *_targets(f))


def indicators_sheet(f: Findings) -> Sheet:
    """Return a row per indicator whose paragraph is printed."""
    columns = (
        Column("Annexe", 9), Column("Article", 10), Column("Clause", 22), Column("Indicateur", 34),
        Column("Formule ou mode de calcul", 38), Column("Jeu de données source", 17), Column("Fréquence", 13),
        Column("Valeur de référence", 13), Column("Cible", 22), Column("Pénalité", 26), Column("Valeur mesurée", 12),
        Column("Période", 12),
    )  # fmt: skip
    rows = tuple(_row(measure) for measure in f.contents.measures)
    note = "Une ligne par indicateur des annexes ; le jeu source porte l’identifiant de l’inventaire des données."
    return Sheet("Indicateurs", columns, rows, note=typeset(note))


def _row(m: Measure) -> tuple[Cell, ...]:
    penalty = typeset(f"{m.code} : {m.penalty}") if m.code else None
    return (
        m.annex or document_of(m.annex), m.article, typeset(m.clause_title), m.what, m.formula, m.source, m.frequency, None,
        m.target, penalty, None, None,
    )  # fmt: skip


def _targets(f: Findings) -> tuple[Sheet, ...]:
    days = f.contents.days
    start = days.days.get(days.periods_since)
    if start is None or days.end is None or not f.contents.measures or days.end.year - start.year > _LONGEST:
        return ()
    sheets = []
    for first in range(start.year, days.end.year + 1, _YEARS):
        years = range(first, min(first + _YEARS, days.end.year + 1))
        title = f"Cibles {years[0]}-{years[-1]}" if len(years) > 1 else f"Cibles {years[0]}"
        fixed = (Column("Article", 18), Column("Indicateur", 40), Column("Cible", 24))
        columns = (*fixed, *(Column(str(year), 10) for year in years))
        rows = tuple(
            (f"{m.article}, {document_of(m.annex)}", m.what, m.target, *(None for _ in years))
            for m in f.contents.measures
        )
        note = "Valeur visée à la fin de chaque année. La cible de l’article vaut tant qu’une année n’est pas remplie."
        sheets.append(Sheet(title, columns, rows, note=typeset(note)))
    return tuple(sheets)
