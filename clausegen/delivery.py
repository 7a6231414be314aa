"""What leaves the house: every file of a draft, and the ZIP of them all. The app and the command line share it."""

from clausegen.document.nodes import Document
from clausegen.dossier.dossier import dump_dossier
from clausegen.pipeline import Draft
from clausegen.renderers.bundle import safe_name, zip_bundle
from clausegen.renderers.word import render_docx
from clausegen.renderers.workbook import render_xlsx

DOSSIER_FILE = "dossier.json"


def bundle_files(draft: Draft) -> dict[str, bytes]:
    """Return file name -> content: the annexes, the justification note, the spreadsheets, the dossier.

    Same dossier, same library: same bytes. RenderError when a document cannot be made.
    """
    created = draft.facts.as_of
    files = {f"{document.name}.docx": render_docx(document, created=created) for document in documents(draft)}
    for name, sheets in draft.workbooks.items():
        files[f"{name}.xlsx"] = render_xlsx(sheets, draft.dossier.title, created)
    files[DOSSIER_FILE] = dump_dossier(draft.dossier).encode("utf-8")
    return files


def bundle_zip(draft: Draft) -> bytes:
    """Return the ZIP of every file of the draft."""
    return zip_bundle(bundle_files(draft))


def bundle_name(draft: Draft) -> str:
    """Return the name of the ZIP, from the dossier's title."""
    return f"{safe_name(draft.dossier.title) or 'dossier'}.zip"


def documents(draft: Draft) -> tuple[Document, ...]:
    """Return every Word document of the draft, in order: the annexes, then the note."""
    return (*draft.annexes, draft.note)
