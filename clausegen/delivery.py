"""What leaves the house, in two bundles that never mix: what bidders receive, what the authority keeps."""

from collections.abc import Iterator
from dataclasses import dataclass

from clausegen.companions.companion import Audience, Companion
from clausegen.document.nodes import Document
from clausegen.document.sheets import Sheet
from clausegen.dossier.dossier import dump_dossier
from clausegen.pipeline import Draft
from clausegen.renderers.bundle import safe_name, zip_bundle
from clausegen.renderers.diary import render_ics
from clausegen.renderers.office import Kind, converted
from clausegen.renderers.paged import Progress, render_all
from clausegen.renderers.plain_data import render_csv, render_json
from clausegen.renderers.word_options import USUAL, WordOptions
from clausegen.renderers.workbook import render_xlsx

DOSSIER_FILE = "dossier.json"


@dataclass(frozen=True)
class Options:
    """What a buyer may choose of the files. LibreOffice is asked for `pages` (page numbers in the tables of contents) and
    for a PDF or an ODT beside each Word file."""

    word: WordOptions = USUAL
    pages: bool = False
    pdf: bool = False
    odt: bool = False


PLAIN = Options()


def _silent(_: str) -> None:
    """Nobody watches."""


def bundle_files(
    draft: Draft, audience: Audience | None = None, options: Options = PLAIN, progress: Progress = _silent
) -> dict[str, bytes]:
    """Return file name -> content of one bundle; of both, each in a folder of its name, without `audience`.

    Same dossier, library and options: same bytes; with `pages`, `pdf` or `odt`, for one version of LibreOffice and its fonts.
    RenderError when a document cannot be made.
    """
    written = word_files(documents(draft, audience), draft, options, progress)
    both = {each: _bundle(draft, each, written) for each in ((audience,) if audience else Audience)}
    return both[audience] if audience else {f"{e.value}/{name}": file for e in both for name, file in both[e].items()}


def word_files(
    documents: tuple[Document, ...], draft: Draft, options: Options = PLAIN, progress: Progress = _silent
) -> dict[str, dict[str, bytes]]:
    """Return stem -> file name -> content: the Word file of each document, and beside it the other formats asked for.

    All go to LibreOffice at once: it takes longer to start than to convert.
    """
    words = render_all(documents, options.word, draft.facts.as_of, options.pages, progress)
    files = {stem: {f"{stem}.docx": content} for stem, content in words.items()}
    wanted: dict[Kind, bool] = {"pdf": options.pdf, "odt": options.odt}
    for kind in (kind for kind, asked in wanted.items() if asked):
        progress(f"Conversion en {kind.upper()}")
        for stem, content in converted(words, kind).items():
            files[stem][f"{stem}.{kind}"] = content
    return files


def _bundle(draft: Draft, audience: Audience, written: dict[str, dict[str, bytes]]) -> dict[str, bytes]:
    files = {name: file for each in documents(draft, audience) for name, file in written[each.name].items()}
    for name, sheets in workbooks(draft, audience):
        files[f"{name}.xlsx"] = render_xlsx(sheets, draft.dossier.title, draft.facts.as_of)
    for companion in (each for each in draft.companions if each.audience is audience):
        files |= machine_files(companion, draft)
    if audience is Audience.INTERNAL:
        files[DOSSIER_FILE] = dump_dossier(draft.dossier).encode("utf-8")
    return files


def machine_files(companion: Companion, draft: Draft) -> dict[str, bytes]:
    """Return the files of a companion that another software reads: calendar, table, data. Dates are those of the law applied."""
    name, files = companion.name, {}
    if companion.events:
        files[f"{name}.ics"] = render_ics(companion.events, draft.dossier.title, draft.facts.as_of)
    if companion.table:
        files[f"{name}.csv"] = render_csv(companion.table)
    if companion.data:
        files[f"{name}{companion.suffix}"] = render_json(companion.data)
    return files


def bundle_zip(
    draft: Draft, audience: Audience | None = None, options: Options = PLAIN, progress: Progress = _silent
) -> bytes:
    """Return the ZIP of a bundle, of both without `audience`."""
    return zip_bundle(bundle_files(draft, audience, options, progress))


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
