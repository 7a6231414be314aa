"""The grid by which the answers of bidders are judged: each sub-criterion with the questions it weighs."""

from collections.abc import Iterator, Sequence

from clausegen.companions.asked import Asked
from clausegen.companions.findings import Findings
from clausegen.companions.note import row, text, title
from clausegen.document.nodes import Block, Table


def grid(asked: Sequence[Asked], f: Findings) -> Iterator[Block]:
    """Yield the grid, points left to the buyer; nothing when no sub-criterion weighs a question."""
    rows = []
    by_theme = {
        theme: [a.number for a in asked if a.clause.clause.theme == theme]
        for theme in f.library.frame.consultation.graded
    }
    for criterion in f.library.frame.consultation.criteria:
        for part in criterion.parts:
            numbers = sorted(number for theme in part.themes for number in by_theme[theme])
            if numbers:
                rows.append(row(criterion.label, part.label, ranges(numbers), "", ""))
    if not rows:
        return
    yield title("Grille d'analyse")
    buyer = f.contract.buyer.form("a")
    yield text(
        f"Les deux dernières colonnes sont réservées {buyer} : les points au plus sont arrêtés avant l'envoi de la consultation, les points obtenus à l'analyse.",
        "note",
    )
    header = row("Groupe", "Sous-critère", "Questions", "Points au plus", "Points obtenus")
    yield Table(header, tuple(rows), (0.26, 0.32, 0.18, 0.12, 0.12))


def ranges(numbers: Sequence[int]) -> str:
    """Return the questions, those that follow one another joined.

    >>> ranges([1, 2, 3, 7, 9, 10])
    'Q1 à Q3, Q7, Q9, Q10'
    """
    runs: list[list[int]] = []
    for number_ in numbers:
        if runs and number_ == runs[-1][-1] + 1:
            runs[-1].append(number_)
        else:
            runs.append([number_])
    parts = [f"Q{run[0]} à Q{run[-1]}" if len(run) > 2 else ", ".join(f"Q{each}" for each in run) for run in runs]
    return ", ".join(parts)
