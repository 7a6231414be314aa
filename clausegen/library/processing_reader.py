"""Read how the sheets of personal data processing are laid out: `fiches.yml`."""

from clausegen.facts.condition_syntax import Vocabulary
from clausegen.library.consultation_files import SheetsFile
from clausegen.library.frame_source import FrameSource
from clausegen.library.processing import Conditional, RoleList, SheetPlan, SheetRow


def read_sheet_plan(source: FrameSource, words: Vocabulary) -> SheetPlan:
    """Return what the file says; without it, no sheet is ever made."""
    if not (file := source.read("fiches.yml", SheetsFile, required=False)):
        return SheetPlan()
    written = file.content
    rows = []
    for rank, row in enumerate(written.rows):
        path = ("rubriques", rank, "phrases")
        sentences = tuple(
            Conditional(each.text, file.condition(words, each.condition, *path, place, "si"))
            for place, each in enumerate(row.sentences)
        )
        rows.append(SheetRow(row.label, row.blank, row.dataset, row.role, sentences, row.articles))
    return SheetPlan(
        file.condition(words, written.condition, "si"),
        written.clause,
        written.title,
        written.introduction,
        tuple(RoleList(each.clause, each.blank, each.role, each.articles) for each in written.lists),
        tuple(rows),
    )
