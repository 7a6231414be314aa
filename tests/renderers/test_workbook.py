"""An Excel workbook holds values, and no formula but ours; what Excel could not hold is refused."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from document_strategies import PATIENT, TEXTS
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from clausegen.document.sheets import Cell, Column, Formula, Percent, Sheet
from clausegen.errors import RenderError
from clausegen.renderers.workbook import render_xlsx
from clausegen.renderers.workbook_rows import MAX_TEXT

CELLS = (
    TEXTS
    | st.none()
    | st.integers(-(10**9), 10**9)
    | st.decimals(-(10**9), 10**9, places=2)
    | st.dates(date(1900, 3, 1))
)
INVENTORY = Sheet(
    "Inventaire des données",
    (Column("Jeu", 30), Column("Ouverture", 12, ("Ouvert", "Partagé", "Restreint, sur demande")), Column("Prix"), Column("Date"), Column("Nombre")),
    (("Abonnés", "Restreint, sur demande", Decimal("1234.5"), date(2026, 11, 22), 2026),),
    blank_rows=3,
    note="Complétez les lignes vides.",
)  # fmt: skip


def written(*sheets: Sheet) -> list[Worksheet]:
    return list(openpyxl.load_workbook(BytesIO(render_xlsx(sheets, "Classeur"))).worksheets)


def one_column(*cells: Cell) -> Sheet:
    return Sheet("Feuille", (Column("Titre"),), tuple((cell,) for cell in cells))


@PATIENT
@given(st.lists(CELLS, min_size=1, max_size=6))
def test_cells_are_read_back_as_typed(cells: list[Cell]) -> None:
    page = written(one_column(*cells))[0]
    for row, cell in enumerate(cells, start=3):
        found = page.cell(row, 1)
        assert found.data_type != "f"
        match cell:
            case None | "":
                assert found.value is None
            case str():
                # -- the file escapes « _x0041_ », which openpyxl shows as written there --
                assert str(found.value).replace("_x005F_", "_") == cell
            case date():
                assert found.value.date() == cell
            case _:
                assert found.value == pytest.approx(float(cell))


@pytest.mark.parametrize(
    "typed", ["=1+1", "+1", "-2+3", "@SUM(A1)", " =HYPERLINK(1)", "{=A1}", "http://exemple.fr", "007"]
)
def test_text_that_looks_like_something_else_stays_text(typed: str) -> None:
    cell = written(one_column(typed))[0]["A3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (typed, "s", None)


def test_the_head_stays_in_sight_filters_and_repeats_on_paper() -> None:
    page = written(INVENTORY)[0]
    assert [cell.value for cell in page[3]] == [column.title for column in INVENTORY.columns]
    assert page["A2"].value == INVENTORY.note
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:E7"
    assert page.print_title_rows == "$3:$3"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.column_dimensions["A"].width == pytest.approx(30, abs=1)
    assert page["A4"].alignment.wrap_text


def test_amounts_dates_and_numbers_are_typed() -> None:
    amount, day, number = (written(INVENTORY)[0][f"{column}4"] for column in "CDE")
    assert (amount.value, amount.number_format) == (1234.5, '#,##0.00\u00a0"€"')
    assert day.value.date() == date(2026, 11, 22)
    assert day.number_format == "dd/mm/yyyy"
    assert (number.value, number.number_format) == (2026, "0")


def test_a_date_before_excel_is_written_in_words() -> None:
    assert written(one_column(date(1789, 7, 14)))[0]["A3"].value == "14/07/1789"


def test_choices_are_offered_down_to_the_last_blank_row_whatever_they_hold() -> None:
    page, lists = written(INVENTORY)
    (rule,) = page.data_validations.dataValidation
    assert (rule.type, str(rule.sqref), rule.formula1) == ("list", "B4:B7", "Listes!$A$1:$A$3")
    assert [row[0].value for row in lists.rows] == list(INVENTORY.columns[1].choices)
    assert lists.sheet_state == "hidden"


def test_tab_titles_are_made_acceptable_and_distinct() -> None:
    titles = ["Données : A/B [x]?", "données a b x", "x" * 40, "x" * 41, "History", "listes", "''", ""]
    found = [page.title for page in written(*(Sheet(title, (Column("T"),), ()) for title in titles))]
    assert all(0 < len(title) <= 31 and not set("[]:*?/\\'") & set(title) for title in found)
    assert len({title.lower() for title in found}) == len(titles)


@pytest.mark.parametrize("typed", ["x" * (MAX_TEXT + 1), "𝒜" * (MAX_TEXT // 2 + 1)])
def test_a_text_that_excel_would_cut_is_refused_with_its_place(typed: str) -> None:
    with pytest.raises(RenderError, match="Feuille « Feuille », case A3 : ce texte compte 3276"):
        render_xlsx([one_column(typed)], "Classeur")


@pytest.mark.parametrize("typed", ["a\x00", "\ud800", "\uffff"])
def test_a_character_that_excel_cannot_hold_is_refused(typed: str) -> None:
    with pytest.raises(RenderError, match=r"U\+"):
        render_xlsx([one_column(typed)], "Classeur")


def test_an_amount_that_is_none_is_refused() -> None:
    with pytest.raises(RenderError, match="n'est pas un montant"):
        render_xlsx([one_column(Decimal("NaN"))], "Classeur")


def test_a_formula_of_ours_is_calculated_and_shows_its_value_to_those_who_do_not_calculate() -> None:
    cells = (
        Decimal(2),
        Formula("A3*2", Decimal(4)),
        Percent(Decimal("12.5")),
        Formula('IF(A3>9,A3,"")', "", "percent"),
    )
    content = render_xlsx([one_column(*cells)], "Classeur")
    page, shown = (openpyxl.load_workbook(BytesIO(content), data_only=only).worksheets[0] for only in (False, True))
    assert (page["A4"].value, page["A4"].data_type, shown["A4"].value) == ("=A3*2", "f", 4)
    assert page["A5"].value == 0.125 and "%" in page["A5"].number_format
    assert shown["A6"].value in (None, "")


def test_several_lines_of_a_note_stand_above_the_head() -> None:
    sheet = Sheet("Feuille", (Column("Titre"),), (("a",),), note="Une ligne.\nUne autre.")
    page = written(sheet)[0]
    assert [page[f"A{row}"].value for row in range(1, 6)] == ["Feuille", "Une ligne.", "Une autre.", "Titre", "a"]
    assert sheet.first_row == 5 and page.freeze_panes == "A5"


def test_a_column_of_numbers_refuses_words() -> None:
    page = written(Sheet("Feuille", (Column("Nombre", least=0),), ((None,),)))[0]
    (rule,) = page.data_validations.dataValidation
    assert (rule.type, rule.operator, rule.formula1, str(rule.sqref)) == ("decimal", "greaterThanOrEqual", "0", "A3")


def test_same_sheets_same_bytes() -> None:
    first, second = (render_xlsx([INVENTORY], "Classeur", date(2026, 11, 22)) for _ in range(2))
    assert first == second
    assert openpyxl.load_workbook(BytesIO(first)).properties.created.date() == date(2026, 11, 22)


def test_workbooks_of_the_same_shape_have_their_own_title_and_rows() -> None:
    render_xlsx([one_column("Premier secret")], "Premier contrat")
    content = render_xlsx([one_column("autre")], 'Ville « A » & B <"Lot">')
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.properties.title == 'Ville « A » & B <"Lot">'
    assert book.worksheets[0].oddHeader.left.text == 'Ville « A » && B <"Lot">'
    with zipfile.ZipFile(BytesIO(content)) as parts:
        whole = b"".join(map(parts.read, parts.namelist())).decode()
    assert "autre" in whole and "Premier" not in whole and "\ue000" not in whole
