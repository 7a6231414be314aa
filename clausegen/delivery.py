"""What leaves the house, in two bundles that never mix: what bidders receive, what the authority keeps."""

from collections.abc import Iterator

from clausegen.companions.companion import Audience
from clausegen.document.nodes import Document
from clausegen.document.sheets import Sheet
from clausegen.dossier.dossier import dump_dossier
from clausegen.pipeline import Draft
from clausegen.renderers.bundle import safe_name, zip_bundle
from clausegen.renderers.word import render_docx
from clausegen.renderers.workbook import render_xlsx

DOSSIER_FILE = "dossier.json"


def bundle_files(draft: Draft, audience: Audience | None = None) -> dict[str, bytes]:
    """Return file name -> content of one bundle; of both, each in a folder of its name, without `audience`.

    Same dossier, same library: same bytes. RenderError when a document cannot be made.
    """
    if audience is None:
        return {f"{each.value}/{name}": file for each in Audience for name, file in bundle_files(draft, each).items()}
    created = draft.facts.as_of
    files = {f"{document.name}.docx": render_docx(document, created=created) for document in documents(draft, audience)}
    for name, sheets in workbooks(draft, audience):
        files[f"{name}.xlsx"] = render_xlsx(sheets, draft.dossier.title, created)
    if audience is Audience.INTERNAL:
        files[DOSSIER_FILE] = dump_dossier(draft.dossier).encode("utf-8")
    return files


def bundle_zip(draft: Draft, audience: Audience | None = None) -> bytes:
    """Return the ZIP of a bundle, of both without `audience`."""
    return zip_bundle(bundle_files(draft, audience))


def bundle_name(draft: Draft, audience: Audience | None = None) -> str:
    """Return the name of the ZIP, from the dossier's title."""
    stem = safe_name(draft.dossier.title) or "dossier"
    return f"{stem}-{audience.value}.zip" if audience else f"{stem}.zip"


def documents(draft: Draft, audience: Audience | None = None) -> tuple[Document, ...]:
    """Return the Word documents of a bundle (of both without `audience`): the annexes, which bidders receive, then the others."""
    annexes = () if audience is Audience.INTERNAL else draft.annexes
    beside = (each.document for each in draft.companions if each.document and audience in (None, each.audience))
    return (*annexes, *beside)


def workbooks(draft: Draft, audience: Audience | None = None) -> Iterator[tuple[str, tuple[Sheet, ...]]]:
    """Yield the name and the sheets of each workbook of a bundle."""
    return ((c.name, c.sheets) for c in draft.companions if c.sheets and audience in (None, c.audience))
