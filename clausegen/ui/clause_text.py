"""A clause as its file words it, before any dossier fills it: for the sheets of the library and for variants side by side."""

from collections.abc import Iterator

from clausegen.assembly.resolution import written
from clausegen.document import nodes
from clausegen.document.nodes import Alinea, Block, Document, Filling, Inline, Item, Paragraph, Run, Table, Value
from clausegen.facts.conditions import ALWAYS
from clausegen.facts.sentences import Sentences
from clausegen.library.clause import Clause, Variant
from clausegen.library.contracts import Contract, Party
from clausegen.library.library import ClauseLibrary
from clausegen.renderers.html import render_html
from clausegen.ui import wording

_ANY = Contract("", "", "le contrat", Party("opérateur"), Party("acheteur"))
"""The parties when the contract type is unknown."""


def variant_html(
    clause: Clause, variant: Variant, library: ClauseLibrary, sentences: Sentences, contract: Contract | None = None
) -> str:
    """Return the whole wording as HTML; blanks show their proposed value, optional paragraphs their condition."""
    source = _Source(clause, library, sentences, contract or _ANY)
    document = Document("", clause.title, "", tuple(source.blocks(variant)))
    return f'<div class="cg-wording">{render_html(document)}</div>'


class _Source:
    def __init__(self, clause: Clause, library: ClauseLibrary, sentences: Sentences, contract: Contract) -> None:
        self._clause, self._library, self._sentences, self._contract = clause, library, sentences, contract

    def blocks(self, variant: Variant) -> Iterator[Block]:
        for alinea in variant.text:
            yield Paragraph((*self._condition(alinea), *map(self._part, alinea.content)), f"{alinea.number}.")
            for child in alinea.children:
                yield self._child(child)

    def _condition(self, alinea: Alinea) -> Iterator[Run]:
        optional = self._clause.optional.get(alinea.condition)
        if optional is None:
            return
        parts = [self._sentences.condition(optional.condition)] if optional.condition != ALWAYS else []
        if optional.with_clause and optional.with_clause in self._library:
            parts.append(wording.beside(self._library[optional.with_clause].title))
        yield Run(wording.optional_paragraph(" ; ".join(parts)), italic=True)

    def _child(self, child: Item | Table) -> Block:
        if isinstance(child, Item):
            return Item(child.label, tuple(map(self._part, child.content)))
        rows = tuple(tuple(tuple(map(self._part, cell)) for cell in row) for row in child.rows)
        header = tuple(tuple(map(self._part, cell)) for cell in child.header)
        return Table(header, rows, child.widths, child.caption)

    def _part(self, part: Inline) -> Inline:
        match part:
            case nodes.Blank(name):
                return self._blank(name)
            case nodes.Role(party, form, capital):
                return Run(self._contract.party(party).form(form, capital), part.bold, part.italic)
            case nodes.Reference(targets, paragraph):
                titles = [self._library[id].title if id in self._library else id for id in targets]
                named = wording.either(titles) if titles else wording.paragraph(paragraph)
                return Run(named, part.bold, part.italic)
        return part

    def _blank(self, name: str) -> Value:
        general = self._library.frame.contracts.general.get(name.removeprefix("contrat."))
        blank = self._clause.blanks.get(name) or general
        if name in self._clause.defaults and blank:
            return Value(written(blank, self._clause.defaults[name]), Filling.DEFAULT)
        return Value(f"[{blank.label if blank else name}]", Filling.MISSING)
