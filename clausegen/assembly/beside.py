"""What is told beside the clauses, and when: warnings, reminders, extracts for the consultation, sentences of the sheets."""

from collections.abc import Iterator

from clausegen.facts.conditions import AllOf, Condition
from clausegen.library.library import Frame


def told_beside(frame: Frame) -> Iterator[tuple[Condition, str]]:
    """Yield the condition of each, with the companion (`CompanionName`) that prints it; empty when every dossier tells it."""
    yield from ((warning.condition, "") for warning in frame.cautions.warnings)
    yield from ((reminder.condition, "") for reminder in frame.cautions.reminders)
    yield from ((ceiling.condition, "") for ceiling in frame.cautions.ceilings)
    yield from ((extract.condition, "reglement") for extract in frame.consultation.extracts)
    sheets = frame.sheet_plan.condition
    yield sheets, "fiches"
    for sentence in (sentence for row in frame.sheet_plan.rows for sentence in row.sentences):
        yield AllOf((sheets, sentence.condition)), "fiches"
