"""Check that deliverables and indicators say what their paragraph says."""

from collections.abc import Iterator

from clausegen.document.nodes import Blank
from clausegen.errors import Problem
from clausegen.library.clause import Clause, Variant
from clausegen.library.clause_rows import Deliverable, Indicator
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import parts_of


def obligations(library: ClauseLibrary) -> Iterator[Problem]:
    """Un livrable ou un indicateur désigne l'alinéa qui le crée, et le blanc de son délai ou de sa pénalité y figure."""
    for clause in library:
        for key, items in (("livrables", clause.deliverables), ("indicateurs", clause.indicators)):
            seen: set[str] = set()
            for item in items:
                if item.id in seen:
                    yield Problem(clause.path, clause.line(key), f"« {item.id} » est décrit deux fois sous « {key} ».")
                seen.add(item.id)
                yield from _faults(clause, key, item)


def _faults(clause: Clause, key: str, item: Deliverable | Indicator) -> Iterator[Problem]:
    blank = item.when.delay if isinstance(item, Deliverable) else item.penalty or None
    line = clause.line(key)
    if blank and blank not in clause.blanks:
        yield Problem(
            clause.path, line, f"« {item.id} » cite le blanc « {blank} », qui n'est pas décrit sous « a_completer »."
        )
        return
    for name in item.variants:
        if name not in clause.variant_names:
            yield Problem(clause.path, line, f"« {item.id} » cite la variante « {name} », qui n'existe pas.")
    for variant in clause.variants:
        if not item.variants or variant.name in item.variants:
            yield from _in_text(clause, line, item, variant, blank)


def _in_text(
    clause: Clause, line: int, item: Deliverable | Indicator, variant: Variant, blank: str | None
) -> Iterator[Problem]:
    text = f"le texte « {variant.name} »" if variant.name else "le texte"
    alinea = next((alinea for alinea in variant.text if alinea.number == item.paragraph), None)
    if alinea is None:
        yield Problem(clause.path, line, f"« {item.id} » vise l'alinéa {item.paragraph}, qui n'existe pas dans {text}.")
    elif blank and not any(isinstance(part, Blank) and part.name == blank for part in parts_of(alinea)):
        yield Problem(
            clause.path,
            alinea.line,
            f"« {item.id} » vise l'alinéa {item.paragraph} dans {text}, mais le blanc « {blank} » n'y figure pas.",
        )
