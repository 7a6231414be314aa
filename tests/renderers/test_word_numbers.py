"""The numbers that Word draws are the numbers that the text refers to."""

from pathlib import Path

import pytest
from libreoffice import printed
from sample_annex import sample, text

from clausegen.document.nodes import Block, Document, Heading, Item, Paragraph, Table, plain_text
from clausegen.errors import RenderError
from clausegen.renderers.word import render_docx

FURTHEST = 600
"""Characters that may lie between two blocks in the PDF: the rest of the first, a page's foot and head, a table."""
TABLE = Table((text("Jeu"),), ((text("Abonnés"),),))


def document(*blocks: Block) -> Document:
    return Document("essai", "Annexe 1", "", blocks)


def points(*labels: str) -> list[Block]:
    return [Item(label, text(f"point {label} qui se lit après sa lettre")) for label in labels]


def interrupted() -> Document:
    """Everything that could throw a list out of step: tables, plain paragraphs, untitled parts, lists of their own."""
    blocks: list[Block] = [Paragraph(text("En tête :")), *points("a)", "b)")]
    for article in range(1, 12):
        blocks.append(Heading(1, f"Titre {article}", str(article)))
        for clause in (1, 2, 3):
            number = f"{article}.{clause}"
            blocks += [
                Heading(2, f"Clause {number} et sa suite", number),
                Paragraph(text(f"Premier alinéa de {number}"), f"{number}.1"),
                *points("a)", "b)", "c)"),
                TABLE,
                Paragraph(text(f"Deuxième alinéa de {number}"), f"{number}.2"),
                Paragraph(text("Sans numéro :")),
                *points("a)", "b)"),
                Paragraph(text("Puis encore, sans numéro :")),
                *points("a)"),
                TABLE,
                TABLE,
                Paragraph(text(f"Troisième alinéa de {number}"), f"{number}.3"),
                *points("a)", "–", "b)"),
                Heading(2, "Sous-titre sans numéro"),
                *points("a)"),
            ]
    blocks += [Heading(0, "Signatures"), Paragraph(text("Sont arrêtés :")), *points("a)", "b)")]
    return document(*blocks)


def labelled(block: Block) -> str:
    """A block as it must read on paper, number first."""
    match block:
        case Heading(level, words, number):
            return f"Article {number} {words}" if number and level == 1 else f"{number} {words}"
        case Paragraph(content, number):
            return f"{number} {plain_text(content)}"
        case Item(label, content):
            return f"{label} {plain_text(content)}"
        case _:
            return ""


@pytest.mark.libreoffice
@pytest.mark.parametrize("asked", [interrupted(), sample()], ids=["interrupted", "sample"])
def test_the_numbers_on_paper_are_those_asked(asked: Document, tmp_path: Path) -> None:
    paper = printed(render_docx(asked), tmp_path)
    position = paper.index(plain_text(asked.blocks[0].content)[:40].strip())  # -- past the contents --
    for block in asked.blocks:
        expected = " ".join(labelled(block).split())[:40].strip()
        found = paper.find(expected, position, position + FURTHEST)
        assert found >= 0, f"« {expected} » n'est pas imprimé après « {paper[position : position + 120]} »"
        position = found + len(expected)


@pytest.mark.parametrize(
    ("blocks", "wrong", "shown"),
    [
        ([Heading(1, "Objet", "2")], "2", "1"),
        ([Heading(1, "Objet", "1"), Heading(2, "Clause", "1.2")], "1.2", "1.1"),
        ([Heading(1, "Objet", "1"), Heading(2, "Clause", "1.1"), Paragraph((), "1.1.3")], "1.1.3", "1.1.1"),
        ([Heading(1, "Objet", "1"), Paragraph((), "1.1")], "1.1", "1.0.1"),
    ],
)
def test_a_number_that_word_would_not_show_is_refused(blocks: list[Block], wrong: str, shown: str) -> None:
    with pytest.raises(RenderError, match=rf"Le numéro {wrong} est attendu là où Word afficherait {shown}"):
        render_docx(document(*blocks))
