"""Compose the extracts for the rules of the consultation or its notice: only those whose condition holds. For bidders."""

from collections.abc import Iterator

from clausegen.assembly.wording import worded
from clausegen.companions.findings import Findings
from clausegen.companions.note import SHORT, document, references, text, title
from clausegen.document.nodes import Block, Document, Item, Paragraph
from clausegen.facts.conditions import Holds, Waits
from clausegen.library.consultation import Extract

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def consultation(f: Findings) -> Document | None:
    """Return the extracts under their headings; None when there is none."""
    blocks = tuple(_blocks(f))
    if not blocks:
        return None
    return document(
        "extraits-reglement-consultation",
        "Extraits pour le règlement de la consultation",
        (_opening(), *blocks),
        f,
        SHORT,
    )


def waiting_extracts(f: Findings) -> tuple[tuple[Extract, tuple[str, ...]], ...]:
    """Return the extracts whose condition waits, with the questions that they wait for."""
    verdicts = ((each, each.condition.verdict(f.facts)) for each in f.library.frame.consultation.extracts)
    return tuple((each, verdict.missing) for each, verdict in verdicts if isinstance(verdict, Waits))


def _opening() -> Block:
    return text(
        "Passages à reporter, selon leur objet, dans le règlement de la consultation ou dans l'avis, qui seuls font foi. Les mentions entre crochets se complètent "
        "avant la publication.",
        "intro",
    )


def _blocks(f: Findings) -> Iterator[Block]:
    told = f.library.frame.consultation
    kept = [each for each in told.extracts if isinstance(each.condition.verdict(f.facts), Holds)]
    for key, label in told.headings.items():
        mine = [each for each in kept if each.heading == key]
        if mine:
            yield title(label)
        for each in mine:
            yield Paragraph(worded(each.text, f.contract))
            yield from (Item(f"{_LETTERS[rank]})", worded(point, f.contract)) for rank, point in enumerate(each.points))
            if cited := references(each.bases, f):
                yield text(f"Fondement : {cited}.", "note")
