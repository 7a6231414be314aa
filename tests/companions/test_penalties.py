"""The penalties are counted by formulas of ours, against the ceiling that a clause sets; the sums of an unfilled file are right."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from table_tools import EXAMPLES, clause, contract, example, plain, rows, sheet

from clausegen.delivery import bundle_files
from clausegen.document.sheets import Formula, Percent
from clausegen.pipeline import Draft
from clausegen.renderers.text import render_text

PENALTIES = clause(
    """a_completer:
  p: {type: montant, libelle: P, unite: par jour de retard, defaut: 150}
  q: {type: montant, libelle: Q, unite: par écart, defaut: 1000}
  r: {type: pourcentage, libelle: R, unite: du montant qui manque, defaut: 10}
  plafond: {type: pourcentage, libelle: Plafond, unite: de l'assiette annuelle, defaut: 5}
indicateurs:
  - {id: plans, quoi: plans remis, cible: 100 %, penalite: p, alinea: 1}
  - {id: ecarts, quoi: écarts corrigés, cible: "0", penalite: q, alinea: 1}
  - {id: part, quoi: part confiée, cible: 20 %, penalite: r, hors_plafond: oui, alinea: 2}
plafond_penalites: plafond""",
    "1. Pénalités de {{ p }} et {{ q }}, dans la limite de {{ plafond }}.\n2. Pénalité de {{ r }} si la part n'est pas de 20 %.",
)


def total(drafted: Draft) -> dict[str, object]:
    return {plain(row["Poste"]): row["Valeur"] for row in rows(sheet(drafted, "penalites", 1))}


def test_a_row_is_a_breach_with_its_unit_amount_and_what_is_due(small) -> None:
    plans, _, part = rows(sheet(contract(small, a=PENALTIES), "penalites"))
    assert (plans["Code"], plans["Montant unitaire"], plans["Unité"]) == ("P01", Decimal(150), "par jour de retard")
    assert plans["Montant dû"] == Formula("D5*J5", Decimal(0)) and plans["Compte dans le plafond"] == "oui"
    assert (
        plain(part["Montant unitaire"]) == "10 %"
        and part["Montant dû"] is None
        and part["Compte dans le plafond"] == "non"
    )


def test_a_ceiling_in_euros_is_compared_with_the_penalties(small) -> None:
    fixed = PENALTIES.replace(
        "{type: pourcentage, libelle: Plafond, unite: de l'assiette annuelle, defaut: 5}",
        "{type: montant, libelle: Plafond, unite: par an, defaut: 12500}",
    )
    known = total(contract(small, a=fixed))
    assert known["Plafond annuel, hors taxes"] == Decimal(12_500)
    assert getattr(known["Reste avant le plafond"], "value", None) == Decimal(12_500)
    assert getattr(known["Si chaque pénalité jouait une fois"], "value", None) == Decimal(1_150)
    assert getattr(known["Part du plafond, dans ce cas"], "value", None) == Decimal("0.092")


def test_the_buyers_estimate_of_the_base_is_in_the_note_and_not_with_the_bidders(small) -> None:
    drafted = contract(small, {"montant_ht": 1_000_000, "duree_ans": 4}, a=PENALTIES)
    given = total(drafted)
    assert given["Assiette annuelle, hors taxes"] is None
    assert getattr(given["Plafond annuel, hors taxes"], "value", None) == ""
    note = next(c.document for c in drafted.companions if c.name == "note-de-justification")
    assert note and "12 500 €, soit 5 % de 250 000 € HT" in plain(render_text(note))
    assert "1 150 €, soit 9,2 % de ce plafond" in plain(render_text(note))


def test_else_it_stays_a_share_and_the_base_is_left_to_fill_in(small) -> None:
    unknown = total(contract(small, a=PENALTIES))
    assert unknown["Assiette annuelle, hors taxes"] is None
    assert getattr(unknown["Plafond annuel, hors taxes"], "value", None) == ""
    assert unknown["Plafond annuel, en part de l'assiette"] == Percent(Decimal(5))


def test_a_contract_shorter_than_a_year_has_its_whole_value_for_base(small) -> None:
    cap = contract(small, {"montant_ht": 90_000, "duree_ans": "0,5"}, a=PENALTIES)
    note = next(c.document for c in cap.companions if c.name == "note-de-justification")
    assert note and "de 90 000 € HT" in plain(render_text(note))


def test_without_a_ceiling_the_sums_stay(small) -> None:
    bare = PENALTIES.replace("plafond_penalites: plafond\n", "")
    assert list(total(contract(small, a=bare))) == [
        "Pénalités dues", "Dont comptées dans le plafond", "Si chaque pénalité jouait une fois",
    ]  # fmt: skip


def test_without_a_penalty_there_is_no_workbook(small) -> None:
    assert not any(companion.name == "penalites" for companion in contract(small, a=clause("", "1. A.")).companions)


@pytest.mark.parametrize("name", [name for name in EXAMPLES if not name.startswith(("avenant", "partenariat"))])
def test_the_formulas_of_an_example_point_to_the_right_cells(name, library) -> None:
    book = bundle_files(example(name, library))["consultation/penalites.xlsx"]
    formulas, values = (openpyxl.load_workbook(BytesIO(book), data_only=only) for only in (False, True))
    page, sums = formulas["Pénalités"], formulas["Total et plafond"]
    head = {cell.value: cell.column_letter for cell in page[4]}
    last = page.max_row
    for row in range(5, last + 1):
        due = page[f"{head['Montant dû']}{row}"].value
        assert due in (f"={head['Montant unitaire']}{row}*{head['Nombre constaté']}{row}", None)
    assert sums["B3"].value == f"=SUM('Pénalités'!{head['Montant dû']}5:{head['Montant dû']}{last})"
    shown = {row[0].value: row[1].value for row in values["Total et plafond"].iter_rows(min_row=3)}
    amounts = [
        page[f"{head['Montant unitaire']}{row}"].value
        for row in range(5, last + 1)
        if page[f"{head['Compte dans le plafond']}{row}"].value == "oui"
    ]
    assert shown["Si chaque pénalité jouait une fois"] == pytest.approx(
        sum(a for a in amounts if isinstance(a, int | float))
    )
    base = next(row[0].row for row in sums.iter_rows(min_row=3) if row[0].value == "Assiette annuelle, hors taxes")
    assert sums[f"B{base}"].value is None
    assert sums[f"B{base + 1}"].value == f'=IF(ISNUMBER(B{base}),ROUND(B{base - 1}*B{base},2),"")'
