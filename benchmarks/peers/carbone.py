"""The template and the data of carbone, which shows a loop by its first element, « [i] », and the place of the next, « [i+1] »."""

from benchmarks.peers.plain import COLUMNS, Data, plain
from benchmarks.peers.shell import BEGIN_CONTENTS, END_CONTENTS, grid, line, row, run
from clausegen.document.nodes import Document

_CLAUSES = "sections[i].clauses"
_PARAGRAPHS = f"{_CLAUSES}[i].paragraphs"


def value(path: str) -> str:
    return f"{{d.{path}}}"


def data(document: Document) -> Data:
    """Return the tree with one list of tables for each width: this edition has no condition."""
    whole = plain(document)
    for section in whole["sections"]:
        for clause in section["clauses"]:
            for paragraph in clause["paragraphs"]:
                tables = paragraph.pop("tables")
                paragraph |= {f"of{n}": [table for table in tables if table["columns"] == n] for n in COLUMNS}
    return whole


def body() -> str:
    cover = row([line("GardeLibelle", run(value("cover[i].label"))), line("GardeValeur", run(value("cover[i].value")))])
    clauses = _headings(_CLAUSES, "Heading2", _paragraphs())
    return "".join(
        [
            line("Title", run(value("title"))),
            line("Subtitle", run(value("subtitle"))),
            grid("TableauGarde", 2, cover + _next_row("cover", 2)),
            line("TOCHeading", run("Sommaire") + BEGIN_CONTENTS),
            _entries("sections", "TOC1", _entries(_CLAUSES, "TOC2")),
            line("Separateur", END_CONTENTS),
            _headings("sections", "Heading1", clauses),
        ]
    )


def _headings(path: str, style: str, inside: str) -> str:
    return line(style, run(value(f"{path}[i].text"))) + inside + line(style, run(value(f"{path}[i+1]")))


def _entries(path: str, style: str, inside: str = "") -> str:
    text = run(value(f"{path}[i].label")) + "<w:r><w:tab/></w:r>" + run(value(f"{path}[i].text"))
    return line(style, text) + inside + line(style, run(value(f"{path}[i+1]")))


def _paragraphs() -> str:
    points = f"{_PARAGRAPHS}[i].points"
    return "".join(
        [
            line("AlineaNumerote", _runs(f"{_PARAGRAPHS}[i].runs")),
            line("PointAlinea", _runs(f"{points}[i].runs")),
            line("PointAlinea", run(value(f"{points}[i+1]"))),
            *(_table(f"{_PARAGRAPHS}[i].of{columns}", columns) for columns in COLUMNS),
            line("AlineaNumerote", run(value(f"{_PARAGRAPHS}[i+1]"))),
        ]
    )


def _table(path: str, columns: int) -> str:
    ranks = range(1, columns + 1)
    head = row([line("TableauEntete", _runs(f"{path}[i].n{rank}")) for rank in ranks], "<w:tblHeader/>")
    first = row([line("TableauTexte", _runs(f"{path}[i].rows[i].c{rank}")) for rank in ranks])
    shown = grid("TableauClause", columns, head + first + _next_row(f"{path}[i].rows", columns))
    return shown + grid("TableauClause", columns, _next_row(path, columns))


def _next_row(path: str, columns: int) -> str:
    return row([line("TableauTexte", run(value(f"{path}[i+1]"))), *[line("TableauTexte")] * (columns - 1)])


def _runs(path: str) -> str:
    shown = run(value(f"{path}[i].usual")) + run(value(f"{path}[i].strong"), bold=True)
    return shown + run(value(f"{path}[i+1]"))
