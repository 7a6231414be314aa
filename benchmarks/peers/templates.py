"""The same body in the tags of each engine: cover, table of contents, sections, clauses, paragraphs, points, tables."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.peers.plain import COLUMNS
from benchmarks.peers.shell import BEGIN_CONTENTS, END_CONTENTS, grid, line, row, run

Tags = tuple[str, str]


@dataclass(frozen=True)
class Dialect:
    """How an engine writes a value, a loop and a condition; names come as « b.text », where `b` is the loop's item.

    `p` and `tr` tell that the tag stands alone in a paragraph, in a row.
    """

    value: Callable[[str], str]
    loop: Callable[[str, str, str], Tags]
    when: Callable[[str, str], Tags]
    own_rows: bool
    """Tags that repeat a row stand in rows of their own, not in its first and last cells."""
    own_paragraphs: bool = True
    """The same for paragraphs."""
    runs: Callable[[str], str] | None = None
    """How all the pieces of a sentence are written at once, in place of a loop over them."""
    links: bool = False
    """Tags may stand in the attributes of the XML too: bookmarks and references are then real."""


def body(tags: Dialect) -> str:
    """Return the whole text: cover, table of contents, clauses."""
    cover = [line("GardeLibelle", run(tags.value("l.label"))), line("GardeValeur", run(tags.value("l.value")))]
    return "".join(
        [
            line("Title", run(tags.value("title"))),
            line("Subtitle", run(tags.value("subtitle"))),
            _table(tags, "TableauGarde", "l", "cover", cover),
            line("TOCHeading", run("Sommaire") + BEGIN_CONTENTS),
            _around(tags, tags.loop("p", "e", "contents"), _entry(tags, 1, "first") + _entry(tags, 2, "second")),
            line("Separateur", END_CONTENTS),
            _around(tags, tags.loop("p", "s", "sections"), _section(tags)),
        ]
    )


def _around(tags: Dialect, pair: Tags, inside: str) -> str:
    if tags.own_paragraphs:
        return line("Separateur", run(pair[0])) + inside + line("Separateur", run(pair[1]))
    if inside.startswith("<w:tbl>"):
        inside = line("Separateur") + inside + line("Separateur")
    return _with(inside, *pair)


def _section(tags: Dialect) -> str:
    tables = "".join(_around(tags, tags.when("p", f"t.of{columns}"), _columns(tags, columns)) for columns in COLUMNS)
    points = line("PointAlinea", _pieces(tags, "o.runs"))
    paragraph = "".join(
        [
            line("AlineaNumerote", _placed(tags, "p", _pieces(tags, "p.runs"))),
            _around(tags, tags.loop("p", "o", "p.points"), points),
            _around(tags, tags.loop("p", "t", "p.tables"), tables),
        ]
    )
    clause = line("Heading2", _placed(tags, "c", run(tags.value("c.text"))))
    clause += _around(tags, tags.loop("p", "p", "c.paragraphs"), paragraph)
    heading = line("Heading1", _placed(tags, "s", run(tags.value("s.text"))))
    return heading + _around(tags, tags.loop("p", "c", "s.clauses"), clause)


def _columns(tags: Dialect, columns: int) -> str:
    cells = [line("TableauTexte", _pieces(tags, f"w.c{rank}")) for rank in range(1, columns + 1)]
    head = [line("TableauEntete", _pieces(tags, f"t.n{rank}")) for rank in range(1, columns + 1)]
    return _table(tags, "TableauClause", "w", "t.rows", cells, head)


def _entry(tags: Dialect, level: int, flag: str) -> str:
    text = run(tags.value("e.label")) + "<w:r><w:tab/></w:r>" + run(tags.value("e.text"))
    return _around(tags, tags.when("p", f"e.{flag}"), line(f"TOC{level}", _linked(tags, "e.anchor", text)))


def _linked(tags: Dialect, anchor: str, text: str) -> str:
    return f'<w:hyperlink w:anchor="{tags.value(anchor)}" w:history="1">{text}</w:hyperlink>' if tags.links else text


def _placed(tags: Dialect, item: str, text: str) -> str:
    if not tags.links:
        return text
    id, name = tags.value(f"{item}.id"), tags.value(f"{item}.anchor")
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{text}<w:bookmarkEnd w:id="{id}"/>'


def _pieces(tags: Dialect, path: str) -> str:
    if tags.runs:
        return tags.runs(path)
    opening, closing = tags.loop("", "r", path)
    if not tags.links:
        return run(opening) + run(tags.value("r.usual")) + run(tags.value("r.strong"), bold=True) + run(closing)
    text = tags.value("r.text")
    (bold, after_bold), (usual, after_usual) = tags.when("", "r.bold"), tags.when("", "r.usual")
    link, after_link = tags.when("", "r.link")
    # -- between the runs, not in them: no empty run is left behind --
    return "".join(
        [
            *(opening, bold, run(text, bold=True), after_bold),
            *(link, _linked(tags, "r.link", run(text)), after_link),
            *(usual, run(text), after_usual, closing),
        ]
    )


def _table(tags: Dialect, style: str, item: str, path: str, cells: list[str], head: list[str] | None = None) -> str:
    """Return a table whose row is repeated; `cells` and `head` are paragraphs."""
    opening, closing = tags.loop("tr", item, path)
    if tags.own_rows:
        blank = [line("TableauTexte")] * (len(cells) - 1)
        before, after = (row([line("TableauTexte", run(tag)), *blank]) for tag in (opening, closing))
        repeated = before + row(cells) + after
    else:
        repeated = row([_with(cells[0], opening, ""), *cells[1:-1], _with(cells[-1], "", closing)])
    return grid(style, len(cells), (row(head, "<w:tblHeader/>") if head else "") + repeated)


def _with(inside: str, opening: str, closing: str) -> str:
    """Return paragraphs with a tag at the beginning of the first, another at the end of the last."""
    start, rest = inside.split("</w:pPr>", 1)
    runs = [run(tag) if tag else "" for tag in (opening, closing)]
    return f"{start}</w:pPr>{runs[0]}{rest.removesuffix('</w:p>')}{runs[1]}</w:p>"
