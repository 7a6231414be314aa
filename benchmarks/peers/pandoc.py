"""pandoc with a reference document: one process for each file, its input the tree that pandoc itself would have read."""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.peers.contestant import Contestant, Made
from benchmarks.peers.plain import Data, plain
from benchmarks.peers.shell import template

_API = [1, 23, 1]


def pandoc(program: Path) -> Contestant:
    folder = TemporaryDirectory()
    reference = Path(folder.name) / "reference.docx"
    reference.write_bytes(template("", lambda path: ""))
    command = [
        str(program),
        "--from=json",
        "--to=docx",
        "--toc",
        "--toc-depth=2",
        f"--reference-doc={reference}",
        "--output=-",
    ]
    return Contestant(
        "pandoc, document de référence",
        lambda document: json.dumps(_tree(plain(document, links=True))).encode(),
        lambda source: _made(command, source, Path(folder.name)),
        "sommaire vide, à mettre à jour dans Word ; en-tête et pied non remplis",
        stop=folder.cleanup,
    )


def _made(command: Sequence[str], source: bytes, folder: Path) -> Made:
    given, made = folder / "source.json", folder / "made.docx"
    given.write_bytes(source)
    with (
        given.open("rb") as entry,
        made.open("wb") as output,
        subprocess.Popen(command, stdin=entry, stdout=output) as process,
    ):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"pandoc : {process.returncode}")
    return made.read_bytes(), usage.ru_utime + usage.ru_stime


def _tree(data: Data) -> Data:
    said = {"title": data["title"], "subtitle": data["subtitle"], "toc-title": "Sommaire", "lang": "fr-FR"}
    cover = [[_cell([_plain(_text(line[name]))]) for name in ("label", "value")] for line in data["cover"]]
    return {
        "pandoc-api-version": _API,
        "meta": {name: {"t": "MetaInlines", "c": _text(text)} for name, text in said.items()},
        "blocks": [_table([], cover, 2), *_blocks(data)],
    }


def _blocks(data: Data) -> Iterator[Data]:
    for section in data["sections"]:
        yield _heading(1, section)
        for clause in section["clauses"]:
            yield _heading(2, clause)
            for paragraph in clause["paragraphs"]:
                yield _styled("Alinéa numéroté", paragraph)
                yield from (_styled("Point d'un alinéa", point) for point in paragraph["points"])
                for table in paragraph["tables"]:
                    yield _table([_row(table, "n")], [_row(row, "c") for row in table["rows"]], table["columns"])


def _heading(level: int, heading: Data) -> Data:
    return {"t": "Header", "c": [level, [heading["anchor"], [], []], _text(heading["text"])]}


def _styled(style: str, paragraph: Data) -> Data:
    named = [paragraph.get("anchor", ""), [], [["custom-style", style]]]
    return {"t": "Div", "c": [named, [{"t": "Para", "c": _pieces(paragraph["runs"])}]]}


def _row(row: Data, name: str) -> list[list[Any]]:
    cells = [value for key, value in row.items() if key.startswith(name) and key[1:].isdigit()]
    return [_cell([_plain(_pieces(cell))]) for cell in cells]


def _pieces(runs: list[Data]) -> list[Data]:
    found: list[Data] = []
    for run in runs:
        text = _text(run["text"])
        if run["link"]:
            text = [{"t": "Link", "c": [["", [], []], text, [f"#{run['link']}", ""]]}]
        found += [{"t": "Strong", "c": text}] if run["bold"] else text
    return found


def _text(text: str) -> list[Data]:
    """Return the words and the spaces between them, as pandoc's readers give them."""
    found: list[Data] = []
    for rank, word in enumerate(text.split(" ")):
        found += [{"t": "Space"}] * (rank > 0) + [{"t": "Str", "c": word}] * bool(word)
    return found


def _plain(inside: list[Data]) -> Data:
    return {"t": "Plain", "c": inside}


def _cell(blocks: list[Data]) -> list[Any]:
    return [["", [], []], {"t": "AlignDefault"}, 1, 1, blocks]


def _table(head: list[list[Any]], rows: list[list[Any]], columns: int) -> Data:
    nothing: list[Any] = ["", [], []]
    widths = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": 1 / columns}]] * columns
    styled: list[Any] = ["", [], [["custom-style", "TableauClause"]]]
    header, lines = ([[nothing, row] for row in group] for group in (head, rows))
    return {
        "t": "Table",
        "c": [styled, [None, []], widths, [nothing, header], [[nothing, 0, [], lines]], [nothing, []]],
    }
