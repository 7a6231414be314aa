"""A Word shell may be restyled in Word; one that can no longer serve is refused with what to do."""

import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from libreoffice import converted
from pypdf import PdfReader
from sample_annex import sample

from clausegen import paths
from clausegen.dossier.dossier import load_dossier
from clausegen.errors import RenderError
from clausegen.pipeline import draft
from clausegen.renderers.archive import archive
from clausegen.renderers.word import SHELL, render_docx

ORIGINAL = paths.templates() / SHELL
BODY = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"


def files() -> dict[str, bytes]:
    with zipfile.ZipFile(ORIGINAL) as source:
        return {name: source.read(name) for name in source.namelist()}


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[Mapping[str, bytes]], Path]:
    def write(parts: Mapping[str, bytes]) -> Path:
        path = tmp_path / "modele.docx"
        path.write_bytes(archive(parts))
        return path

    return write


Shell = Callable[[Mapping[str, bytes]], Path]


def changed(part: str, old: str, new: str) -> dict[str, bytes]:
    parts = files()
    assert old.encode() in parts[part]
    return {**parts, part: parts[part].replace(old.encode(), new.encode())}


def test_the_script_makes_a_shell_that_serves(tmp_path: Path) -> None:
    made = tmp_path / "annexe.docx"
    subprocess.run([sys.executable, str(paths.templates() / "make_shell.py"), str(made)], check=True)
    assert render_docx(sample(), made)


def test_a_shell_saved_by_a_french_word_serves_as_well(shell: Shell) -> None:
    parts = files()
    for old, new in (("Heading1", "Titre1"), ("Heading2", "Titre2"), ("BodyText", "Corpsdetexte"), ("TOC1", "TM1")):
        parts = {name: content.replace(f'"{old}"'.encode(), f'"{new}"'.encode()) for name, content in parts.items()}
    scattered = '{{p</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> corps</w:t></w:r><w:r><w:t> }}'
    parts[BODY] = parts[BODY].replace(b"{{p corps }}", scattered.encode())
    restyled = docx.Document(BytesIO(render_docx(sample(), shell(parts))))
    usual = docx.Document(BytesIO(render_docx(sample())))
    assert [(p.style.name, p.text) for p in restyled.paragraphs] == [(p.style.name, p.text) for p in usual.paragraphs]


@pytest.mark.libreoffice
def test_a_shell_saved_by_libreoffice_serves_as_well(tmp_path: Path) -> None:
    saved = converted(ORIGINAL.read_bytes(), "docx", tmp_path)
    assert len(docx.Document(BytesIO(render_docx(sample(), saved))).paragraphs) == len(
        docx.Document(BytesIO(render_docx(sample()))).paragraphs
    )


def test_wider_margins_make_narrower_tables(shell: Shell) -> None:
    narrow = shell(changed(BODY, 'w:left="1418"', 'w:left="2418"'))
    widths = [
        sum(column.width for column in docx.Document(BytesIO(content)).tables[1].columns)
        for content in (render_docx(sample()), render_docx(sample(), narrow))
    ]
    assert widths[0] - widths[1] == pytest.approx(1000 * 635, rel=0.01)  # -- 635 EMU to the twentieth of a point --


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (BODY, "{{p corps }}", "Texte", r"point d'insertion.*\{\{p corps \}\} seul dans un paragraphe"),
        (BODY, "{{p sommaire }}", "{{p corps }}", "une fois et une seule"),
        (BODY, "{{p corps }}", "{{ corps }}", r"écrivez \{\{p corps \}\}, avec le « p », seul"),
        (BODY, "{{p corps }}", "Texte {{p corps }}", r"écrivez \{\{p corps \}\}, avec le « p », seul"),
        (BODY, "{{p garde }}", "{{ gardes }}", r"« \{\{ gardes \}\} » n'est pas compris.*\{\{ titre \}\}"),
        (BODY, "{{p garde }}", "{{ titre", "n'est pas compris"),
        (BODY, "{{p garde }}", "{% if titre %}{% endif %}", "sans calcul ni condition"),
        (BODY, "{{p garde }}", "{{ titre.__class__ }}", "sans calcul ni condition"),
        (BODY, 'w:header="709"', 'w:header="{{ titre.upper() }}"', "sans calcul ni condition"),
        (BODY, "<w:pgSz", "<w:pgSiz", "format de page"),
        (BODY, "</w:body>", "", "XML valable"),
        (STYLES, 'w:val="Alinéa numéroté"', 'w:val="Alinéa"', "« Alinéa numéroté »"),
        (NUMBERING, '<w:num w:numId="2">', '<w:num w:numId="7">', "Point libre"),
    ],
)
def test_a_shell_that_cannot_serve_says_why(shell: Shell, part: str, old: str, new: str, said: str) -> None:
    path = shell(changed(part, old, new))
    with pytest.raises(RenderError, match=said) as refusal:
        render_docx(sample(), path)
    assert str(path) in str(refusal.value)


def test_a_missing_shell_says_how_to_make_it_again(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"absent\.docx.*make_shell\.py"):
        render_docx(sample(), tmp_path / "absent.docx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old Word", ORIGINAL.read_bytes()[:3000]])
def test_what_is_not_a_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(content)
    with pytest.raises(RenderError, match=r"fichier \.docx lisible"):
        render_docx(sample(), path)


def test_a_document_without_lists_is_refused_as_a_shell(shell: Shell) -> None:
    parts = files()
    del parts[NUMBERING]
    with pytest.raises(RenderError, match=r"il manque word/numbering\.xml"):
        render_docx(sample(), shell(parts))


@pytest.mark.libreoffice
def test_the_small_file_prints_on_twelve_to_sixteen_pages(tmp_path: Path, library) -> None:
    drafted = draft(load_dossier(paths.examples() / "compact-eau-commune.yml"), library, date(2026, 11, 22))
    pages = 0
    for rank, annex in enumerate(drafted.annexes):
        folder = tmp_path / str(rank)
        folder.mkdir()
        pages += len(PdfReader(converted(render_docx(annex), "pdf", folder)).pages)
    assert len(drafted.annexes) == 4 and 12 <= pages <= 16


def test_the_compact_shell_is_the_one_that_the_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "compacte.docx"
    subprocess.run([sys.executable, str(paths.templates() / "make_shell.py"), "--compact", str(made)], check=True)
    assert made.read_bytes() == (paths.templates() / "annexe-compacte.docx").read_bytes()


def test_without_a_table_of_contents_the_text_follows_the_title() -> None:
    small = docx.Document(BytesIO(render_docx(replace(sample(), layout="annexe-compacte"))))
    assert "Sommaire" not in [paragraph.text for paragraph in small.paragraphs]
    assert not any(paragraph.paragraph_format.page_break_before for paragraph in small.paragraphs)
    usual = docx.Document(BytesIO(render_docx(sample())))
    body = [p.text for p in usual.paragraphs if not p.style.name.lower().startswith("toc")]
    assert [p.text for p in small.paragraphs if p.text] == [text for text in body if text]
