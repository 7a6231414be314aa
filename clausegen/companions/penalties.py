"""The penalties as a workbook: what each breach costs, what is due, and how far the ceiling is."""

from decimal import Decimal

from clausegen.assembly.measures import Cap, Measure
from clausegen.assembly.numbering import document_of
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.document.sheets import Cell, Column, Formula, Percent, Sheet
from clausegen.facts.formatting import amount, percentage

_TITLE = "Pénalités"
_NOTE = (
    "Une ligne par pénalité des annexes, pour une année civile : comptez les unités constatées, le montant dû suit.\n"
    "Une part n’a pas de montant unitaire : écrivez le montant dû. L’article l’emporte sur le tableau."
)
_COLUMNS = (
    Column("Code", 8), Column("Indicateur dont la cible n’est pas atteinte", 40), Column("Cible", 18), Column("Montant unitaire", 13),
    Column("Unité", 24), Column("Compte dans le plafond", 13, ("oui", "non")), Column("Annexe", 9), Column("Article", 9),
    Column("Clause", 26), Column("Nombre constaté", 11, least=0), Column("Montant dû", 14), Column("Observations", 22),
)  # fmt: skip
_ZERO = Decimal(0)


def penalties_sheets(f: Findings) -> tuple[Sheet, ...]:
    """Return the penalties and their total against the ceiling; nothing when the contract has no penalty."""
    measured = [measure for measure in f.contents.measures if measure.code]
    if not measured:
        return ()
    first = Sheet(_TITLE, _COLUMNS, (), note=_NOTE).first_row
    rows = tuple(_row(measure, first + rank) for rank, measure in enumerate(measured))
    return (Sheet(_TITLE, _COLUMNS, rows, note=_NOTE), _total(f.contents.cap, measured, first, first + len(rows) - 1))


def _row(m: Measure, row: int) -> tuple[Cell, ...]:
    due = None if m.amount is None else Formula(f"D{row}*J{row}", _ZERO)
    unit = m.penalty.removesuffix(m.unit).strip() if m.amount is None else m.amount
    return (
        m.code, m.what, m.target, unit, m.unit, "non" if m.uncapped else "oui", m.annex or document_of(m.annex), m.article,
        typeset(m.clause_title), None, due, None,
    )  # fmt: skip


def _total(cap: Cap | None, measured: list[Measure], first: int, last: int) -> Sheet:
    """Return the sums; column B is « Valeur », its rows follow the title and the header."""

    def column(letter: str) -> str:
        return f"'{_TITLE}'!{letter}{first}:{letter}{last}"

    once, limit = sum(map(_counted, measured), _ZERO), cap.limit if cap and cap.share is None else None
    rows: list[tuple[Cell, ...]] = []
    at = {}

    def add(name: str, label: str, value: Cell, said: str = "") -> None:
        at[name] = f"B{3 + len(rows)}"
        rows.append((typeset(label), value, typeset(said)))

    add("due", "Pénalités dues", Formula(f"SUM({column('K')})", _ZERO), "somme des montants dus de l'année")
    counting = f'SUMIF({column("F")},"oui",{{}})'
    add("counted", "Dont comptées dans le plafond", Formula(counting.format(column("K")), _ZERO))
    if cap:
        where = f"article {cap.article}, {document_of(cap.annex)}"
        if cap.share is not None:
            add("share", "Plafond annuel, en part de l'assiette", Percent(cap.share), where)
            # -- the estimate of the buyer stays in the note: bidders receive this file --
            add("base", "Assiette annuelle, hors taxes", None, "à remplir chaque année, selon l'article")
            worked = Formula(f'IF(ISNUMBER({at["base"]}),ROUND({at["share"]}*{at["base"]},2),"")', "")
            add("limit", "Plafond annuel, hors taxes", worked)
        else:
            add("limit", "Plafond annuel, hors taxes", cap.limit, where)
        left = Formula(f'IF(ISNUMBER({at["limit"]}),MAX(0,{at["limit"]}-{at["counted"]}),"")', _shown(limit))
        add("left", "Reste avant le plafond", left)
    add(
        "once",
        "Si chaque pénalité jouait une fois",
        Formula(counting.format(column("D")), once),
        "une unité de chaque, hors parts",
    )
    if cap:
        part = once / limit if limit else ""
        share = Formula(f'IF(ISNUMBER({at["limit"]}),{at["once"]}/{at["limit"]},"")', part, "percent")
        add("part", "Part du plafond, dans ce cas", share)
    columns = (Column("Poste", 40), Column("Valeur", 20), Column("Lecture", 70))
    return Sheet("Total et plafond", columns, tuple(rows), filters=False)


def ceiling_estimate(f: Findings) -> str:
    """Return the yearly ceiling in euros and what one unit of each penalty weighs, for the buyer; empty when unknown."""
    cap, once = f.contents.cap, sum(map(_counted, f.contents.measures), _ZERO)
    if cap is None or cap.share is None or cap.base is None or not cap.limit:
        return ""
    base, limit, weight = (
        amount(cap.base, excluding_tax=True),
        amount(cap.limit),
        percentage(round(100 * once / cap.limit, 2)),
    )
    return (
        f"{limit}, soit {percentage(cap.share)} de {base}, montant estimé du contrat rapporté à sa durée ; une unité de chaque "
        f"pénalité chiffrée : {amount(once)}, soit {weight} de ce plafond"
    )


def _counted(m: Measure) -> Decimal:
    return _ZERO if m.uncapped or m.amount is None or not m.code else m.amount


def _shown(limit: Decimal | None) -> Decimal | str:
    return "" if limit is None else limit
