"""Walk through the texts of a clause: shared by the checks that look inside them."""

from collections.abc import Iterator

from clausegen.document.nodes import Alinea, Inline, Item
from clausegen.library.clause import Clause, Variant


def paragraphs_of(clause: Clause) -> Iterator[tuple[Variant, Alinea]]:
    """Yield every numbered paragraph of every wording."""
    for variant in clause.variants:
        for alinea in variant.text:
            yield variant, alinea


def parts_of(alinea: Alinea) -> Iterator[Inline]:
    """Yield every inline part of a paragraph, its points and its table included."""
    yield from alinea.content
    for child in alinea.children:
        if isinstance(child, Item):
            yield from child.content
        else:
            for row in (child.header, *child.rows):
                for cell in row:
                    yield from cell
