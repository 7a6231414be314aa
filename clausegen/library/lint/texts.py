"""Walk through the texts of a clause: shared by the checks that look inside them."""

import re
from collections.abc import Iterator

from clausegen.document.nodes import Alinea, Blank, Inline, Item, Reference, Role, plain_text, sentences_of
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


def written(parts: tuple[Inline, ...]) -> str:
    """Return a text as a lawyer reads it: a party, a blank and a reference stand for what they print."""
    return "".join(_said(part) for part in parts)


def _said(part: Inline) -> str:
    match part:
        case Role(capital=True):
            return "L'une des parties"
        case Role():
            return "l'une des parties"
        case Blank():
            return "…"
        case Reference():
            return "l'article"
    return plain_text((part,))


def blocks_of(alinea: Alinea) -> Iterator[str]:
    """Yield the text of a paragraph and of each of its points, its tables left out."""
    yield written(alinea.content)
    for child in alinea.children:
        if isinstance(child, Item):
            yield written(child.content)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text; a number after « L. » or « art. » does not begin one.

    >>> split_sentences("Il remet le fichier. L'article L. 3131-2 le dit.")
    ['Il remet le fichier.', "L'article L. 3131-2 le dit."]
    """
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÀÂÉÈÊÎÔÛÇ«…])", text.strip()) if part]
