"""LibreOffice makes a PDF that a screen reader can follow, and an ODT; without it, people are told what to do."""

from pathlib import Path

import pytest
from libreoffice import _needed
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from sample_annex import sample

from clausegen.errors import RenderError
from clausegen.renderers import office
from clausegen.renderers.office import converted
from clausegen.renderers.word import render_docx

STANDARD = {
    f"/{name}"
    for name in [
        "Document",
        "H1",
        "H2",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "TOC",
        "TOCI",
        "Link",
        "Span",
        "Note",
    ]
}
"""Structure types that every reader knows (ISO 32000-1, 14.8.4); the others must be mapped to one of them."""


def _tags(element: object, found: set[str]) -> set[str]:
    """Collect the names of the structure elements of a tagged PDF."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for each in element:
            _tags(each, found)
    elif isinstance(element, DictionaryObject):
        if "/S" in element:
            found.add(str(element["/S"]))
        if "/K" in element:
            _tags(element["/K"], found)
    return found


@pytest.mark.libreoffice
def test_the_pdf_is_tagged_titled_and_in_french(tmp_path: Path) -> None:
    _needed("soffice")
    path = tmp_path / "annexe.pdf"
    path.write_bytes(converted({"annexe": render_docx(sample())}, "pdf")["annexe"])
    reader = PdfReader(path)
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"] and catalog["/Lang"] == "fr-FR"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == sample().title
    roles = catalog["/StructTreeRoot"]["/RoleMap"]
    tags = {str(roles.get(tag, tag)) for tag in _tags(catalog["/StructTreeRoot"]["/K"], set())}
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/TOC", "/Link"} <= tags <= STANDARD
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()


@pytest.mark.libreoffice
def test_several_files_are_converted_at_once_under_their_own_names() -> None:
    _needed("soffice")
    found = converted({"annexe-01": render_docx(sample()), "annexe-02": render_docx(sample())}, "odt")
    assert set(found) == {"annexe-01", "annexe-02"}
    assert all(b"application/vnd.oasis.opendocument.text" in content[:100] for content in found.values())


def test_without_libreoffice_people_are_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(RenderError, match=r"LibreOffice n'est pas installé.*libreoffice\.org.*PDF depuis Word"):
        converted({"annexe": b""}, "pdf")


def test_a_libreoffice_that_fails_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(broken))
    with pytest.raises(RenderError, match="n'a pas pu faire le PDF"):
        converted({"annexe": b""}, "pdf")


def test_nothing_to_convert_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: "/nulle/part")
    assert converted({}, "pdf") == {}
