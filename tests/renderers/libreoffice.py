"""A real LibreOffice: what it lays out is what people read."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def converted(content: bytes, kind: str, folder: Path) -> Path:
    """Return the .docx converted to another format. Without LibreOffice, the test fails under CI, else is skipped."""
    if missing := [tool for tool in ("soffice", "pdftotext") if not shutil.which(tool)]:
        reason = f"il manque {', '.join(missing)}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    source, target = folder / "document.docx", folder / "converti"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target / f"document.{kind}"


def printed(content: bytes, folder: Path) -> str:
    """Return the words on paper, in order, numbers included, single spaces between them."""
    pdf = converted(content, "pdf", folder)
    pages = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(pages.split())
