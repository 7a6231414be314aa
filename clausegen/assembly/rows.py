"""What the rows of all the tables share: where a row is printed, whether its paragraph stands, how its words begin."""

from dataclasses import dataclass

from clausegen.assembly.numbering import Place
from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.library.clause_rows import Asset, Deliverable, Indicator


@dataclass(frozen=True)
class Row:
    """Where a row comes from. `article` is « 4.2.3 », the paragraph that creates it; `id` is unique in the contract."""

    id: str
    clause: str
    clause_title: str
    annex: int
    article: str
    bookmark: str


def stands(clause: ResolvedClause, item: Deliverable | Indicator | Asset, place: Place) -> bool:
    """Return True when the paragraph of the item is printed, in a wording that the item is about."""
    worded = not item.variants or clause.decision.variant in item.variants
    return worded and item.paragraph in place.paragraphs


def located(
    clause: ResolvedClause, item: Deliverable | Indicator | Asset, place: Place
) -> tuple[str, str, str, int, str, str]:
    """Return the fields of Row for an item that stands."""
    bookmark = place.bookmark(clause.id, item.paragraph)
    article = place.paragraphs[item.paragraph]
    return f"{clause.id}/{item.id}", clause.id, clause.clause.title, place.annex, article, bookmark


def capitalised(text: str) -> str:
    """Return the text as the beginning of a row."""
    return typeset(text[:1].upper() + text[1:])


def blank_of(clause: ResolvedClause, name: str | None) -> FilledBlank | None:
    """Return the blank as filled; None when the printed text holds none of that name."""
    return next((filled for filled in clause.blanks if filled.name == name), None) if name else None
