"""Walk through the texts of a clause: shared by the checks that look inside them."""

from collections.abc import Iterator

from clausegen.document.nodes import Alinea, Inline, sentences_of
from clausegen.library.clause import Clause, Variant


def paragraphs_of(clause: Clause) -> Iterator[tuple[Variant, Alinea]]:
    """Yield every numbered paragraph of every wording."""
    for variant in clause.variants:
        for alinea in variant.text:
            yield variant, alinea


def parts_of(alinea: Alinea) -> Iterator[Inline]:
    """Yield every inline part of a paragraph, its points and its table included."""
    for sentence in sentences_of(alinea):
        yield from sentence
