"""A Word file says what the document says: every word, nothing else, the same bytes each time."""

import re
from datetime import date

import docx
import pytest
from document_strategies import HOSTILE, PATIENT, TEXTS, documents
from docx.table import Table as WordTable
from hypothesis import given
from lxml import etree
from sample_annex import sample, text
from word_reading import opened

from clausegen.document.nodes import (
    Blank,
    Block,
    CoverLine,
    Document,
    Filling,
    Heading,
    Item,
    Link,
    Paragraph,
    Run,
    Table,
    Value,
    plain_text,
)
from clausegen.errors import RenderError
from clausegen.renderers.word import render_docx
from clausegen.renderers.word_parts import W


def document(*blocks: Block, **more: object) -> Document:
    return Document("essai", **{"title": "Annexe", "subtitle": "", "blocks": blocks, **more})  # type: ignore[arg-type]


def body(content: bytes) -> etree._Element:
    return opened(content).element.body


def texts_of(content: bytes, cover: int) -> list[str]:
    """The text of each paragraph and cell after the cover, in order of print."""
    found: list[str] = []
    for part in list(opened(content).iter_inner_content())[cover:]:
        if isinstance(part, WordTable):
            found += ["\n".join(p.text for p in cell.paragraphs) for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return found


def texts_asked(asked: Document) -> list[str]:
    expected: list[str] = []
    for block in asked.blocks:
        match block:
            case Heading(text=text):
                expected.append(text)
            case Paragraph(content) | Item("a)" | "b)" | "c)" | "", content):
                expected.append(plain_text(content))
            case Item(label, content):
                expected.append(f"{label}\t{plain_text(content)}")
            case Table(header, rows, caption=caption):
                expected += [caption, *(plain_text(cell) for row in (header, *rows) for cell in row)]
    return [text.replace("\r\n", "\n").replace("\r", "\n") for text in expected if text]


@PATIENT
@given(documents())
def test_words_in_are_words_out(asked: Document) -> None:
    found = texts_of(render_docx(asked), cover=2 if asked.subtitle else 1)
    assert [text for text in found if text] == texts_asked(asked)


@PATIENT
@given(TEXTS)
def test_a_value_changes_its_own_text_and_nothing_else(typed: str) -> None:
    def structure(value: str) -> list[str]:
        content = render_docx(document(Paragraph(text("Le délai est de ", Value(value), "."), "")))
        return [e.tag for e in body(content).iter() if e.tag not in {f"{W}t", f"{W}br", f"{W}tab", f"{W}r"}]

    assert structure(typed) == structure("30 jours")


@pytest.mark.parametrize("typed", HOSTILE)
def test_cover_header_and_properties_hold_text_as_typed(typed: str) -> None:
    cover = (CoverLine(typed, Value(typed)),)
    content = opened(render_docx(document(title=typed, subtitle=typed, footer=typed, draft_mark=typed, cover=cover)))
    title, subtitle = content.paragraphs[:2]
    cells = [cell.text for cell in content.tables[0].rows[0].cells]
    assert [title.text, subtitle.text, *cells] == [typed] * 4
    assert content.core_properties.title == typed
    section = content.sections[0]
    assert content_of(section.header).count(" ".join(typed.split())) == 3
    assert " ".join(typed.split()) in content_of(section.footer)


def content_of(part: docx.section._BaseHeaderFooter) -> str:
    return " ".join("".join(e.text or "" for e in part._element.iter(f"{W}t")).split()).replace("  ", " ")


@PATIENT
@given(documents())
def test_same_document_same_bytes(asked: Document) -> None:
    assert render_docx(asked, created=date(2026, 11, 22)) == render_docx(asked, created=date(2026, 11, 22))


@pytest.mark.parametrize("typed", ["a\x00b", "a\x0bb", "a\ud800b", "a\uffffb"])
@pytest.mark.parametrize("place", ["content", "title", "footer", "cover"])
def test_a_character_that_word_cannot_hold_is_refused_by_name(typed: str, place: str) -> None:
    asked = {
        "content": lambda: document(Paragraph((Value(typed),))),
        "title": lambda: document(title=typed),
        "footer": lambda: document(footer=typed),
        "cover": lambda: document(cover=(CoverLine("Objet", Value(typed)),)),
    }[place]()
    with pytest.raises(RenderError, match=rf"U\+{ord(typed[1]):04X}, en position 2 après « a »"):
        render_docx(asked)


def test_a_clause_still_to_be_resolved_is_refused() -> None:
    with pytest.raises(RenderError, match="delai"):
        render_docx(document(Paragraph((Blank("delai"),))))


def test_what_is_missing_is_highlighted_and_nothing_else() -> None:
    parts = (Value("30", Filling.GIVEN), Value("60", Filling.DEFAULT), Value("[à compléter]", Filling.MISSING))
    runs = opened(render_docx(document(Paragraph(parts)))).paragraphs[1].runs
    assert [(run.text, run.font.highlight_color is not None) for run in runs] == [
        ("30", False),
        ("60", False),
        ("[à compléter]", True),
    ]


def test_a_link_leads_to_its_bookmark_or_is_plain_text() -> None:
    content = body(
        render_docx(
            document(
                Heading(1, "Objet", "1", "cg_objet"),
                Paragraph((Link("l’article 1", "cg_objet"), Run(" et "), Link("l’article 2 de l’annexe 3", "cg_loin"))),
            )
        )
    )
    anchors = [link.get(f"{W}anchor") for link in content[-2].iter(f"{W}hyperlink")]
    assert anchors == ["cg_objet"]
    assert "cg_objet" in [mark.get(f"{W}name") for mark in content.iter(f"{W}bookmarkStart")]


@PATIENT
@given(documents())
def test_every_anchor_has_one_bookmark_of_a_name_that_word_accepts(asked: Document) -> None:
    content = body(render_docx(asked))
    names = [mark.get(f"{W}name") for mark in content.iter(f"{W}bookmarkStart")]
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", name) for name in names)
    assert len({name.lower() for name in names}) == len(names)
    ids = [mark.get(f"{W}id") for mark in content.iter(f"{W}bookmarkStart")]
    assert len(set(ids)) == len(ids)
    assert {link.get(f"{W}anchor") for link in content.iter(f"{W}hyperlink")} <= set(names)


def test_contents_list_every_title_with_its_number() -> None:
    content = body(render_docx(sample()))
    lines = ["".join(e.text or "\t" for e in p.iter(f"{W}t", f"{W}tab")) for p in content.find(f"{W}sdt").iter(f"{W}p")]
    headings = [block for block in sample().blocks if isinstance(block, Heading)]
    labels = [f"Article {h.number}" if h.level == 1 else h.number for h in headings]
    expected = [f"{label}\t{h.text}" if label else h.text for label, h in zip(labels, headings, strict=True)]
    assert [line.lstrip("\t") for line in lines] == ["Sommaire", *expected]


def test_tables_repeat_their_head_and_keep_their_widths() -> None:
    asked = Table((text("Jeu"), text("Source")), ((text("Abonnés"), ()),), (0.75, 0.25), "Inventaire")
    table = opened(render_docx(document(asked))).tables[0]
    head = table.rows[0]._tr
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    first, second = (column.width for column in table.columns)
    assert first == pytest.approx(3 * second, rel=0.01)
    assert table.style.name == "Tableau de clause"


def test_two_tables_that_touch_stay_two_and_a_last_one_is_closed() -> None:
    table = Table((text("A"),), ((text("b"),),))
    parts = list(opened(render_docx(document(table, table))).iter_inner_content())
    assert [isinstance(part, WordTable) for part in parts] == [False, False, True, False, True, False]


def test_no_empty_paragraph_stands_for_a_space() -> None:
    assert all(p.text for p in opened(render_docx(sample())).paragraphs)


def test_titles_are_real_and_stay_with_what_follows() -> None:
    styles = {p.text: p.style for p in opened(render_docx(sample())).paragraphs}
    assert styles["Statut et droits"].name == "Heading 1"
    assert styles["Données personnelles"].name == "Heading 2"
    assert styles["Signatures"].name == "Titre sans numéro"
    assert styles["Signatures"].element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"
    assert all(styles[title].paragraph_format.keep_with_next for title in ("Statut et droits", "Signatures"))


def test_the_draft_mark_is_on_the_cover_and_on_every_page() -> None:
    section = opened(render_docx(sample())).sections[0]
    for header in (section.first_page_header, section.header):
        assert sample().draft_mark in content_of(header)


def test_properties_say_title_language_author_and_date() -> None:
    properties = opened(render_docx(sample(), created=date(2026, 11, 22))).core_properties
    assert (properties.title, properties.language, properties.author) == (sample().title, "fr-FR", "clausegen")
    assert properties.created.date() == properties.modified.date() == date(2026, 11, 22)
