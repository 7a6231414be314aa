"""Cross-references are live and right: what is shown is what Word, or LibreOffice, would find by counting again."""

import re
import subprocess
from pathlib import Path

import pytest
from libreoffice import converted, refreshed
from pypdf import PdfReader
from sample_annex import sample, text
from word_reading import fields, numbers, opened, parts, root, words

from clausegen.delivery import documents
from clausegen.document.nodes import Document, Heading, Link, Paragraph
from clausegen.pipeline import Draft
from clausegen.renderers.archive import archive
from clausegen.renderers.office import page_numbers
from clausegen.renderers.paged import render_all
from clausegen.renderers.word import UNDATED, render_docx
from clausegen.renderers.word_options import USUAL
from clausegen.renderers.word_parts import W


def document(*blocks: Heading | Paragraph) -> Document:
    return Document("essai", "Annexe", "", blocks)


def two_articles(*content: str | Link) -> Document:
    return document(
        Heading(1, "Objet", "1"),
        Heading(2, "Portée", "1.1", "cg_portee"),
        Paragraph(text(*content), "1.1.1", "cg_portee_1"),
        Paragraph(text("Le prix est ferme."), "1.1.2", "cg_portee_2"),
    )


def test_a_reference_is_a_field_around_the_number_and_words_stay_words() -> None:
    link = Link("l’article\u00a01.1 de la présente annexe", "cg_portee", number="1.1")
    content = render_docx(two_articles("Voir ", link, "."))
    assert list(fields(content, "REF")) == [("cg_portee", "1.1")]
    assert "Voir l’article\u00a01.1 de la présente annexe." in [p.text for p in opened(content).paragraphs]


def test_a_reference_to_another_document_is_plain_text() -> None:
    content = render_docx(two_articles(Link("l’article\u00a02.1 de l’annexe\u00a03", "cg_ailleurs", number="2.1")))
    assert list(fields(content, "REF")) == []
    assert "l’article\u00a02.1 de l’annexe\u00a03" in words(root(content))


def test_every_reference_of_every_example_shows_the_number_of_its_target(drafts: dict[str, Draft]) -> None:
    checked = 0
    for drafted in drafts.values():
        for annex in drafted.annexes:
            content = render_docx(annex)
            drawn = numbers(content)
            for target, shown in fields(content, "REF"):
                assert shown == drawn[target], f"{annex.name} : {target}"
                checked += 1
    assert checked > 500


@pytest.mark.libreoffice
def test_libreoffice_counting_again_finds_the_same_numbers(drafts: dict[str, Draft], tmp_path: Path) -> None:
    annex = max(
        drafts["concession-eau-metropole"].annexes, key=lambda annex: len(list(fields(render_docx(annex), "REF")))
    )
    content = render_docx(annex)
    wrong = re.sub(r"(REF cg_\w+ .*?<w:t xml:space=\"preserve\">)[\d.]+", r"\g<1>9.9.9", root_text(content))
    assert wrong.count("9.9.9") > 20
    right = refreshed(content, tmp_path / "a")
    assert refreshed(replaced(content, wrong), tmp_path / "b") == right
    assert "9.9.9" not in right and "alinéa" in right


def root_text(content: bytes) -> str:
    return parts(content)["word/document.xml"].decode()


def replaced(content: bytes, xml: str) -> bytes:
    return archive({**parts(content), "word/document.xml": xml.encode()})


@pytest.mark.libreoffice
def test_the_contents_give_the_page_where_each_title_is_printed(drafts: dict[str, Draft], tmp_path: Path) -> None:
    annexes = drafts["mgp-eclairage-commune"].annexes[1:3]
    for stem, content in render_all(annexes, USUAL, UNDATED, True, print).items():
        (tmp_path / stem).mkdir()
        pdf = PdfReader(converted(content, "pdf", tmp_path / stem))
        pages = [page.extract_text() for page in pdf.pages]
        shown = [int(number) for _, number in fields(content, "PAGEREF")]
        annex = next(annex for annex in annexes if annex.name == stem)
        titles = [block for block in annex.blocks if isinstance(block, Heading)]
        assert len(shown) == len(titles) and shown == sorted(shown)
        for title, page in zip(titles, shown, strict=True):
            assert "".join(title.text.split()) in "".join(pages[page - 1].split())


@pytest.mark.libreoffice
@pytest.mark.parametrize("example", [
    "avenant-eau-syndicat", "compact-eau-commune", "concession-eau-metropole", "mgp-eclairage-commune", "partenariat-innovation-plateforme",
])  # fmt: skip
def test_every_document_of_every_example_opens_and_its_contents_are_its_titles(
    drafts: dict[str, Draft], example: str
) -> None:
    found = documents(drafts[example])
    for stem, content in render_all(found, USUAL, UNDATED, True, print).items():
        titles = [block for each in found if each.name == stem for block in each.blocks if isinstance(block, Heading)]
        shown = [target for target, _ in fields(content, "PAGEREF")]
        has_contents = b"TOC \\o" in parts(content)["word/document.xml"]
        assert len(shown) == (len(titles) if has_contents else 0), stem


@pytest.mark.libreoffice
def test_page_numbers_are_those_of_the_second_layout_too(tmp_path: Path) -> None:
    written = render_all([sample()], USUAL, UNDATED, True, print)
    again = page_numbers(written)[sample().name]
    assert [int(number) for _, number in fields(written[sample().name], "PAGEREF")] == [page for _, page in again]


def test_without_a_layout_the_contents_have_no_page_numbers() -> None:
    content = render_docx(sample())
    assert list(fields(content, "PAGEREF")) == []
    assert next(e.text for e in root(content).iter(f"{W}instrText")) == r' TOC \o "1-2" \h \z \u '


@pytest.mark.libreoffice
def test_with_libreoffice_a_reference_still_leads_to_its_target_in_the_pdf(tmp_path: Path) -> None:
    pdf = converted(
        render_docx(two_articles("Voir ", Link("l’alinéa 1.1.2", "cg_portee_2", number="1.1.2"), ".")), "pdf", tmp_path
    )
    said = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    assert "1.1.1 Voir l’alinéa 1.1.2." in " ".join(said.split())
