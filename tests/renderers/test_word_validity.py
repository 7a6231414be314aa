"""Every Word and Excel file is valid for Microsoft's own validator, and sound where a schema cannot look."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from document_strategies import PATIENT, documents
from hypothesis import given
from lxml import etree
from ooxml import errors
from sample_annex import sample
from small_library import TODAY
from word_reading import W, parts, root
from word_structure import faults

from clausegen.delivery import bundle_files
from clausegen.document.nodes import Document
from clausegen.dossier.dossier import Dossier
from clausegen.facts.questionnaire import Question
from clausegen.library.clause import CONTRACT_TYPES
from clausegen.library.library import ClauseLibrary
from clausegen.pipeline import Draft, draft
from clausegen.renderers.archive import archive
from clausegen.renderers.word import render_docx
from clausegen.renderers.word_options import USUAL, WordOptions

OPTIONS = {
    "usual": USUAL,
    "sources": WordOptions(sources=True),
    "unmarked": WordOptions(marks=False),
}
DOSSIERS, TOGETHER = 200, 25


@pytest.mark.parametrize("example", ["avenant-eau-syndicat", "compact-eau-commune", "concession-eau-metropole", "mgp-eclairage-commune", "partenariat-innovation-plateforme"])  # fmt: skip
def test_every_file_of_every_example_is_valid(drafts: dict[str, Draft], example: str, tmp_path: Path) -> None:
    files = {name: file for name, file in bundle_files(drafts[example]).items() if name.endswith((".docx", ".xlsx"))}
    assert errors(files, tmp_path) == []
    for name, file in files.items():
        if name.endswith(".docx"):
            assert faults(file) == [], name


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_gives_a_valid_file(drafts: dict[str, Draft], option: str, tmp_path: Path) -> None:
    annexes = [*drafts["concession-eau-metropole"].annexes[:3], *drafts["compact-eau-commune"].annexes[:1], sample()]
    pages = {f"_Toc{rank:08d}": 3 for rank in range(1, 40)}
    files = {f"{rank}.docx": render_docx(annex, OPTIONS[option], pages=pages) for rank, annex in enumerate(annexes)}
    assert errors(files, tmp_path) == []
    assert [fault for file in files.values() for fault in faults(file)] == []


def test_two_hundred_dossiers_drawn_at_random_are_valid(library: ClauseLibrary, tmp_path: Path) -> None:
    """The validator takes a second a file: bodies are judged many at a time, and each file is checked by itself for what
    joining hides."""
    drawn = random.Random(20261122)
    batches: dict[str, bytes] = {}
    bodies: list[etree._Element] = []
    count = 0
    for rank in range(DOSSIERS):
        for document in _documents(library, drawn):
            content = render_docx(document, drawn.choice(list(OPTIONS.values())))
            assert faults(content) == [], document.name
            bodies.append(root(content).find(f"{W}body"))
            count += 1
        if rank % TOGETHER == TOGETHER - 1:
            batches[f"{rank}.docx"] = _joined(bodies)
            bodies = []
    assert count > 4 * DOSSIERS
    assert errors(batches, tmp_path) == []


def test_a_file_broken_on_purpose_is_found(tmp_path: Path) -> None:
    """Both nets hold: what the schema forbids, and what it cannot see."""
    files = parts(render_docx(sample()))
    body = files["word/document.xml"]
    nested = archive({**files, "word/document.xml": body.replace(b"<w:keepNext/>", b"<w:b/>", 1)})
    assert errors({"a.docx": nested}, tmp_path) and faults(nested) == []
    for broken in (
        body.replace(b'w:anchor="_Toc00000001"', b'w:anchor="_Toc99999999"', 1),
        body.replace(b'w:val="AlineaNumerote"', b'w:val="Alinea"', 1),
        body.replace(b'<w:fldChar w:fldCharType="end"/>', b"", 1),
        body.replace(b'w:name="cg_clause_1_1_1"', b'w:name="cg_clause_1_1_2"', 1),
    ):
        assert broken != body and faults(archive({**files, "word/document.xml": broken}))


@PATIENT
@given(documents())
def test_whatever_is_written_the_structure_holds(asked: Document) -> None:
    assert faults(render_docx(asked)) == []


def _documents(library: ClauseLibrary, drawn: random.Random) -> Iterator[Document]:
    questions = library.frame.questionnaire.questions.values()
    answers = {q.name: _answer(q, drawn) for q in questions if drawn.random() < 0.7 and _offered(q)}
    answers["type_contrat"] = drawn.choice(CONTRACT_TYPES)
    drafted = draft(Dossier(title=drawn.choice(["Essai", "Marché « Eau & Vie » <1>"]), answers=answers), library, TODAY)
    yield from drafted.annexes
    yield from (companion.document for companion in drafted.companions if companion.document)


def _offered(question: Question) -> list[str]:
    return list(question.answers or question.scale) or (["oui", "non"] if question.kind == "oui_non" else [])


def _answer(question: Question, drawn: random.Random) -> str | list[str]:
    offered = _offered(question)
    return (
        drawn.sample(offered, drawn.randint(1, len(offered)))
        if question.kind == "choix_multiple"
        else drawn.choice(offered)
    )


def _joined(bodies: list[etree._Element]) -> bytes:
    """Return one file with the text of them all; bookmarks, controls and notes are numbered afresh."""
    files = parts(render_docx(replace(sample(), blocks=())))
    whole = etree.fromstring(files["word/document.xml"])
    body = whole.find(f"{W}body")
    for other in bodies:
        for child in other[:-1]:
            body.insert(len(body) - 1, child)
    for rank, mark in enumerate(body.iter(f"{W}bookmarkStart")):
        mark.set(f"{W}name", f"b{rank}")
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for rank, mark in enumerate(body.iter(f"{W}{tag}")):
            mark.set(f"{W}id", str(rank))
    for rank, control in enumerate(body.iterfind(f".//{W}sdtPr/{W}id")):
        control.set(f"{W}val", str(rank + 1))
    for note in list(body.iter(f"{W}footnoteReference")):
        note.getparent().remove(note)
    return archive(
        {**files, "word/document.xml": etree.tostring(whole, xml_declaration=True, encoding="UTF-8", standalone=True)}
    )
