"""Contestants in this process: ours, docxtpl in three ways, python-docx, docxcompose."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docxtpl import DocxTemplate, RichText

from benchmarks.peers.contestant import Contestant, timed
from benchmarks.peers.plain import Data, heads, plain
from benchmarks.peers.shell import line, run, template
from benchmarks.peers.templates import Dialect, body
from benchmarks.peers.writers import Writer, saved, written
from clausegen.document.nodes import Block, Document, Heading
from clausegen.renderers.word import render_docx

OURS = "clausegen"
_JINJA = Dialect(
    value=lambda path: f"{{{{ {path} }}}}",
    loop=lambda kind, item, path: (f"{{%{kind} for {item} in {path} %}}", f"{{%{kind} endfor %}}"),
    when=lambda kind, path: (f"{{%{kind} if {path} %}}", f"{{%{kind} endif %}}"),
    own_rows=True,
    links=True,
)
_RICH = Dialect(_JINJA.value, _JINJA.loop, _JINJA.when, own_rows=True, runs=lambda path: f"{{{{ {path} }}}}")


def ours() -> Contestant:
    return Contestant(OURS, lambda document: document, lambda document: timed(lambda: render_docx(document)))


def docxtpl_loop() -> Contestant:
    model = template(body(_JINJA), _JINJA.value)
    return Contestant(
        "docxtpl, boucle dans le modèle",
        lambda document: plain(document, links=True),
        lambda data: timed(lambda: _rendered(model, data)),
    )


def docxtpl_rich_text() -> Contestant:
    model = template(body(_RICH), _RICH.value)
    return Contestant(
        "docxtpl, boucle et RichText",
        plain,
        lambda data: timed(lambda: _rendered(model, _enriched(data))),
        "renvois et sommaire sans lien",
    )


def docxtpl_subdocument() -> Contestant:
    """One subdocument for all the clauses, filled in by python-docx: one for each would take longer."""
    model = template(line("BodyText", run("{{p body }}")), _JINJA.value)

    def rendered(document: Document) -> bytes:
        target = DocxTemplate(BytesIO(model))
        inside = target.new_subdoc()
        writer = Writer(inside)
        writer.cover(document)
        writer.contents(document.blocks)
        writer.body(document.blocks)
        target.render(heads(document) | {"body": inside}, autoescape=True)
        return saved(target)

    return Contestant(
        "docxtpl, sous-document", lambda document: document, lambda document: timed(lambda: rendered(document))
    )


def python_docx() -> Contestant:
    shell = template("", lambda path: "")
    return Contestant(
        "python-docx",
        lambda document: document,
        lambda document: timed(lambda: written(shell, document)),
        "en-tête et pied non remplis",
    )


def docxcompose() -> Contestant:
    """One file for each clause, already filled in: only putting them together is timed."""
    from docxcompose.composer import Composer

    shell = template("", lambda path: "")

    def prepared(document: Document) -> tuple[bytes, list[bytes]]:
        master = docx.Document(BytesIO(shell))
        writer = Writer(master)
        writer.cover(document)
        writer.contents(document.blocks)
        return saved(master), [_clause(shell, blocks) for blocks in _by_clause(document)]

    def composed(files: tuple[bytes, list[bytes]]) -> bytes:
        composer = Composer(docx.Document(BytesIO(files[0])))
        composer.restart_numbering = False
        for content in files[1]:
            composer.append(docx.Document(BytesIO(content)))
        return saved(composer)

    return Contestant(
        "docxcompose, un fichier par clause",
        prepared,
        lambda files: timed(lambda: composed(files)),
        "assemble des fichiers déjà remplis (non compté)",
    )


def _rendered(model: bytes, data: Data) -> bytes:
    target = DocxTemplate(BytesIO(model))
    target.render(data, autoescape=True)
    return saved(target)


def _enriched(data: Any) -> Any:
    """Return the data with each sentence as a RichText."""
    if isinstance(data, dict):
        return {name: _enriched(value) for name, value in data.items()}
    if not isinstance(data, list):
        return data
    if not data or "usual" not in data[0]:
        return [_enriched(value) for value in data]
    rich = RichText()
    for pair in data:
        rich.add(pair["usual"])
        if pair["strong"]:
            rich.add(pair["strong"], bold=True)
    return rich


def _by_clause(document: Document) -> Iterator[list[Block]]:
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Heading) and blocks and not isinstance(blocks[-1], Heading):
            yield blocks
            blocks = []
        blocks.append(block)
    yield blocks


def _clause(shell: bytes, blocks: list[Block]) -> bytes:
    target = docx.Document(BytesIO(shell))
    Writer(target).body(blocks)
    return saved(target)
