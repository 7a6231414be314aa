"""What only a word processor can do: lay pages out. LibreOffice is asked, when it is installed, and never otherwise needed."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from clausegen.errors import RenderError

Kind = Literal["pdf", "odt", "docx"]
_PDF = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "ExportNotes": False,
}
"""A tagged PDF that a screen reader can follow (PDF/UA, ISO 14289), with its outline."""
_START, _EACH = 90, 20
"""Seconds allowed to begin, and for each file."""
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def program() -> str | None:
    """Return where LibreOffice is, None when it is not installed."""
    return (
        shutil.which("soffice") or shutil.which("libreoffice") or next((p for p in _PLACES if Path(p).is_file()), None)
    )


def converted(files: Mapping[str, bytes], kind: Kind) -> dict[str, bytes]:
    """Return stem -> content for each .docx, in another format; RenderError when LibreOffice is missing or fails."""
    soffice = program()
    if soffice is None:
        raise RenderError(
            "LibreOffice n'est pas installé sur cette machine : sans lui, ni PDF, ni ODT, ni numéros de page dans les sommaires. "
            "Installez-le (libreoffice.org), ou enregistrez le document en PDF depuis Word."
        )
    if not files:
        return {}
    with TemporaryDirectory(prefix="clausegen-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        sources = []
        for stem, content in files.items():
            sources.append(root / f"{stem}.docx")
            sources[-1].write_bytes(content)
        # -- a profile of its own: another LibreOffice may be open, and no macro of the user runs --
        command = [soffice, f"-env:UserInstallation={(root / 'profil').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", _filter(kind), "--outdir", str(root / "faits"), *map(str, sources)]
        try:
            _run(command, _START + _EACH * len(files))
            return {stem: (root / "faits" / f"{stem}.{kind}").read_bytes() for stem in files}
        except (OSError, subprocess.SubprocessError) as error:
            raise RenderError(
                f"LibreOffice n'a pas pu faire le {kind.upper()} ({type(error).__name__}). Recommencez ; si cela dure, demandez "
                "les documents Word seuls."
            ) from error


def _run(command: list[str], seconds: int) -> None:
    """Run LibreOffice, and end it whole when it lasts too long: its launcher leaves a child behind."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=os.name == "posix"
    ) as process:
        try:
            if process.wait(seconds):
                raise subprocess.CalledProcessError(process.returncode, command)
        except subprocess.TimeoutExpired:
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            raise


def page_numbers(files: Mapping[str, bytes]) -> dict[str, list[tuple[str, int]]]:
    """Return, for each .docx, its titles in order, each with the page where it stands, as printed on it.

    A document whose pages have no plain numbers has none: no number is better than a wrong one.
    """
    return {stem: _pages(pdf) for stem, pdf in converted(files, "pdf").items()}


def _pages(pdf: bytes) -> list[tuple[str, int]]:
    from pypdf import PdfReader  # -- slow to import, and needed here only --
    from pypdf.errors import PyPdfError

    try:
        return _titles(PdfReader(BytesIO(pdf)))
    except (PyPdfError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise RenderError(
            "Le PDF que LibreOffice a fait ne se lit pas : demandez les documents sans numéros de page."
        ) from error


def _titles(reader: Any) -> list[tuple[str, int]]:
    labels = reader.page_labels
    found = [(str(each.title), reader.get_destination_page_number(each)) for each in _flat(reader.outline)]
    shown = [(title, labels[page] if page is not None else "") for title, page in found]
    return [(title, int(label)) for title, label in shown] if all(label.isdecimal() for _, label in shown) else []


def _flat(outline: list[Any]) -> list[Any]:
    """Return the entries of an outline in reading order, whatever their depth."""
    return [each for part in outline for each in (_flat(part) if isinstance(part, list) else [part])]


def _filter(kind: Kind) -> str:
    if kind != "pdf":
        return kind
    options = {name: {"type": "boolean", "value": str(value).lower()} for name, value in _PDF.items()}
    return f"pdf:writer_pdf_Export:{json.dumps(options)}"
