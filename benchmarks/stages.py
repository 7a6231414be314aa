"""From facts to ZIP, stage by stage, for libraries of four sizes."""

import gc
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import libraries
from benchmarks.measure import Stopwatch, Table, ratio
from clausegen import paths
from clausegen.assembly.selection import select
from clausegen.delivery import DOSSIER_FILE, documents, workbooks
from clausegen.dossier.dossier import dump_dossier, load_dossier
from clausegen.library.reader import read_library
from clausegen.pipeline import compose_draft, understand
from clausegen.renderers.bundle import zip_bundle
from clausegen.renderers.word import render_docx
from clausegen.renderers.workbook import render_xlsx

SIZES = {30: 9, 150: 7, 600: 5, 3000: 3}
"""Clauses in the library -> rounds."""
STAGES = ("lire", "choisir", "composer", "word", "tableurs", "zip")
EXAMPLE = "concession-eau-metropole.yml"
_DEFLATE = "deflate"


def measure() -> Table:
    rows = []
    smallest = 0.0
    for size, rounds in SIZES.items():
        with TemporaryDirectory() as folder:
            clauses = libraries.write(size, Path(folder))
            watch = Stopwatch()
            for _ in range(rounds):
                retained, count = _round(Path(folder) / "clauses", watch)
        unit = watch.median(_DEFLATE)
        stages = [watch.median(stage) for stage in STAGES]
        shown = [str(clauses), str(retained), f"{count / 1e6:.1f}".replace(".", ",")]
        total = sum(stages)
        smallest = smallest or total / clauses
        rows.append([*shown, *(ratio(each, unit) for each in (*stages, total)), ratio(total / clauses, smallest)])
    return Table(
        "Des réponses au ZIP",
        "Une unité est le temps de compresser (deflate, niveau 6) les octets que l'archive contient une fois tout décompressé : le "
        "travail qu'aucun générateur de documents Word n'évite. « lire » lit et vérifie toute la bibliothèque, ce que l'application ne fait "
        "qu'une fois. « par clause » compare le temps par clause à celui de la plus petite bibliothèque : il croîtrait avec elles si un "
        "travail était refait pour chaque paire de clauses.",
        ["clauses", "retenues", "Mo", *STAGES, "total", "par clause"],
        rows,
    )


def _round(folder: Path, watch: Stopwatch) -> tuple[int, int]:
    """Make one archive, each stage timed; return how many clauses it prints and its bytes, uncompressed."""
    today = date(2026, 11, 22)
    dossier = load_dossier(paths.examples() / EXAMPLE)
    gc.collect()
    library = watch.run("lire", lambda: read_library(folder).sound())
    understood = understand(dossier, library, today)
    selection = watch.run("choisir", lambda: select(library, understood.facts, understood.choices))
    draft = watch.run("composer", lambda: compose_draft(dossier, understood, library))
    # -- composing selects first: that part is counted once --
    watch.seconds["composer"][-1] -= watch.seconds["choisir"][-1]
    files = watch.run("word", lambda: {f"{document.name}.docx": render_docx(document) for document in documents(draft)})
    files |= watch.run(
        "tableurs",
        lambda: {f"{name}.xlsx": render_xlsx(sheets, dossier.title) for name, sheets in workbooks(draft)},
    )
    files[DOSSIER_FILE] = dump_dossier(draft.dossier).encode()
    watch.run("zip", lambda: zip_bundle(files))
    parts = unzipped(files)
    watch.run(_DEFLATE, lambda: [zlib.compress(part, 6) for part in parts])
    return len(selection.retained), sum(map(len, parts))


def unzipped(files: Mapping[str, bytes]) -> list[bytes]:
    """Return every part of every file; .docx and .xlsx are archives themselves."""
    parts = []
    for content in files.values():
        if zipfile.is_zipfile(BytesIO(content)):
            with zipfile.ZipFile(BytesIO(content)) as archive:
                parts += [archive.read(name) for name in archive.namelist()]
        else:
            parts.append(content)
    return parts
