"""Each deliverable, indicator and penalty of a printed paragraph has one row in every table; each row has its paragraph."""

import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_library import TODAY
from table_tools import EXAMPLES, clause, contract, dossiers, example, plain, rows

from clausegen.assembly.numbering import bookmark
from clausegen.document.nodes import Paragraph, Table, plain_text
from clausegen.document.sheets import Sheet
from clausegen.pipeline import Draft, draft
from clausegen.renderers.word import render_docx

MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def printed(drafted: Draft) -> dict[tuple[int, str], str]:
    """Return (annex, number of the paragraph) -> its bookmark, as the documents print them."""
    found = {}
    for document in drafted.annexes:
        rank = int(document.name[7:9]) if document.name.startswith("annexe-") else 0
        found |= {(rank, b.number): b.bookmark for b in document.blocks if isinstance(b, Paragraph) and b.number}
    return found


def owed(drafted: Draft, key: str) -> list[str]:
    """Return what the clause files announce for the printed paragraphs: worked out from the documents, not from the rows."""
    bookmarks = set(printed(drafted).values())
    return [
        f"{clause.id}/{item.id}"
        for clause in drafted.numbering.clauses
        for item in getattr(clause.clause, key)
        if not item.variants or clause.decision.variant in item.variants
        if bookmark(f"{clause.id}_{item.paragraph}") in bookmarks
    ]


def twin(drafted: Draft) -> dict:
    return dict(next(c.data for c in drafted.companions if c.name == "jumeau"))


def found_sheet(drafted: Draft, title: str) -> Sheet | None:
    sheets = (sheet for companion in drafted.companions for sheet in companion.sheets)
    return next((sheet for sheet in sheets if sheet.title == title), None)


def places(sheet: Sheet) -> list[tuple[int, str]]:
    return [(0 if row["Annexe"] == "avenant" else row["Annexe"], row["Article"]) for row in rows(sheet)]


def check(drafted: Draft) -> None:
    there, data = printed(drafted), twin(drafted)
    calendar, indicators = found_sheet(drafted, "Obligations et livrables"), found_sheet(drafted, "Indicateurs")
    assert calendar and indicators
    deliverables, measured = owed(drafted, "deliverables"), owed(drafted, "indicators")
    assert [row["id"] for row in data["obligations"]] == deliverables
    assert [row["id"] for row in data["indicateurs"]] == measured
    assert len(set(deliverables)) == len(deliverables) and len(set(measured)) == len(measured)
    assert places(calendar) == [(row["annexe"], row["article"]) for row in data["obligations"]]
    assert places(indicators) == [(row["annexe"], row["article"]) for row in data["indicateurs"]]
    penal = [row for row in data["indicateurs"] if row["penalite"]]
    assert [row["id"] for row in data["penalites"]] == [row["id"] for row in penal]
    assert [row["code"] for row in data["penalites"]] == [f"P{rank:02}" for rank in range(1, len(penal) + 1)]
    if penalties := found_sheet(drafted, "Pénalités"):
        assert [row["Code"] for row in rows(penalties)] == [row["code"] for row in data["penalites"]]
        assert places(penalties) == [(row["annexe"], row["article"]) for row in data["penalites"]]
    for row in (*data["obligations"], *data["indicateurs"], *data["penalites"], *data["biens"]):
        assert there[row["annexe"], row["article"]] == row["signet"]
    codes = {row["code"] for row in data["penalites"]}
    assert {row["penalite"] for row in data["obligations"] if row["penalite"]} <= codes
    datasets = {row["id"] for row in data["jeux"]}
    assert {row["source"] for row in data["indicateurs"] if row["source"]} <= datasets
    dated = [row["id"] for row in data["obligations"] if row["date"]]
    events = next((c.events for c in drafted.companions if c.name == "obligations-et-livrables"), ())
    assert [event.key for event in events] == dated


def check_printed_tables(drafted: Draft) -> None:
    """The tables that the clauses print have the rows of the workbooks."""
    data = twin(drafted)
    for annex in drafted.annexes:
        for table in (block for block in annex.blocks if isinstance(block, Table)):
            head = plain_text(table.header[0])
            if head == "Indicateur":
                assert [plain_text(row[0]) for row in table.rows] == [row["indicateur"] for row in data["indicateurs"]]
            if head.startswith("Indicateur dont"):
                assert [plain_text(row[1]) for row in table.rows] == [row["texte"] for row in data["penalites"]]
            if head == "Jeu de données":
                assert [plain_text(row[0]) for row in table.rows if row[0]] == [plain_name(row) for row in data["jeux"]]


def plain_name(row: dict) -> str:
    from clausegen.assembly.typography import typeset

    return typeset(row["nom"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_tables_of_an_example_have_a_row_per_paragraph_and_a_paragraph_per_row(name, library) -> None:
    drafted = example(name, library)
    check(drafted)
    check_printed_tables(drafted)


@MANY
@given(st.data())
def test_so_have_those_of_any_dossier(library, data) -> None:
    drafted = draft(data.draw(dossiers(library)), library, TODAY)
    check(drafted)
    check_printed_tables(drafted)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_has_its_bookmark_in_the_word_file_of_its_annex(name, library) -> None:
    drafted = example(name, library)
    marks = {}
    for document in drafted.annexes:
        rank = int(document.name[7:9]) if document.name.startswith("annexe-") else 0
        with zipfile.ZipFile(BytesIO(render_docx(document))) as word:
            body = word.read("word/document.xml").decode()
        marks[rank] = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    data = twin(drafted)
    for row in (*data["obligations"], *data["indicateurs"], *data["penalites"], *data["biens"], *data["clauses"]):
        assert row["signet"] in marks[row["annexe"]], row["id"]


def test_a_table_of_deliverables_that_a_clause_prints_has_the_rows_of_the_calendar(small) -> None:
    matter = """livrables:
  - {id: plan, quoi: Le plan, qui: operateur, quand: {apres: prise_d_effet}, alinea: 1}
  - {id: bilan, quoi: Le bilan, qui: operateur, quand: {chaque: annee}, alinea: 2}
tableau: livrables"""
    body = "1. {L'opérateur} remet le plan à la prise d'effet.\n2. {L'opérateur} remet chaque année le bilan."
    drafted = contract(small, a=clause(matter, body))
    table = next(block for block in drafted.annexes[0].blocks if isinstance(block, Table))
    calendar = found_sheet(drafted, "Obligations et livrables")
    assert calendar
    assert (
        [plain(plain_text(row[0])) for row in table.rows]
        == [row["Livrable"] for row in rows(calendar)]
        == ["Le plan", "Le bilan"]
    )


def test_a_paragraph_that_falls_takes_its_row_with_it(small) -> None:
    matter = """alineas: {p: {si: {capteurs: oui}}}
livrables: [{id: plan, quoi: Le plan, qui: operateur, quand: {apres: prise_d_effet}, alinea: 2}]"""
    body = "1. A.\n2. {p} {L'opérateur} remet le plan à la prise d'effet."
    for answer, expected in (("oui", ["Le plan"]), ("non", [])):
        calendar = found_sheet(
            contract(small, {"capteurs": answer}, a=clause(matter, body)), "Obligations et livrables"
        )
        assert calendar and [row["Livrable"] for row in rows(calendar)] == expected
