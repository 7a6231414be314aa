"""A real LibreOffice: what it lays out is what people read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_REFRESH = Path(__file__).with_name("refresh_fields.py")


def _needed(*tools: str) -> None:
    """Without LibreOffice, the test fails under CI, else is skipped."""
    if missing := [tool for tool in tools if not shutil.which(tool)]:
        reason = f"il manque {', '.join(missing)}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


def converted(content: bytes, kind: str, folder: Path, suffix: str = "docx") -> Path:
    """Return the file converted to another format."""
    _needed("soffice", "pdftotext")
    folder.mkdir(exist_ok=True)
    source, target = folder / f"document.{suffix}", folder / "converti"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target / f"document.{kind.partition(':')[0]}"


def printed(content: bytes, folder: Path) -> str:
    """Return the words on paper, in order, numbers included, single spaces between them."""
    pdf = converted(content, "pdf", folder)
    pages = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(pages.split())


def refreshed(content: bytes, folder: Path) -> str:
    """Return the text of the file once LibreOffice has worked out every field again."""
    _needed("soffice")
    folder.mkdir()
    source, target = folder / "document.docx", folder / "document.txt"
    source.write_bytes(content)
    python = next((p for p in ("/usr/bin/python3", sys.executable) if _has_uno(p)), None)
    if python is None:
        reason = "il manque python3-uno, le pont de LibreOffice"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    command = [python, str(_REFRESH), str(source), str(target), str(folder / "profil")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target.read_text("utf-8")


def _has_uno(python: str) -> bool:
    return Path(python).exists() and subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0
