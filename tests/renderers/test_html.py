"""The preview shows the whole text, inert, with real titles and tables."""

from document_strategies import PATIENT, documents
from hypothesis import given
from lxml import etree
from sample_annex import sample, text

from clausegen.document.nodes import Document, Heading, Item, Link, Paragraph, Table, Value, plain_text
from clausegen.renderers.html import render_html
from clausegen.renderers.text import heading_text

TAGS = "article header footer section p dl dt dd h2 h3 div span strong em mark a br table caption thead tbody tr th td"


def read(document: Document) -> etree._Element:
    """The fragment, read as strictly as XML is."""
    return etree.fromstring(render_html(document).replace("<br>", "<br/>"))


def words(element: etree._Element) -> list[str]:
    return " ".join(element.itertext()).split()


@PATIENT
@given(documents())
def test_text_is_inert_and_whole(asked: Document) -> None:
    page = read(asked)
    assert {element.tag for element in page.iter()} <= set(TAGS.split())
    assert not {name for element in page.iter() for name in element.attrib} - {
        "class",
        "id",
        "href",
        "lang",
        "role",
        "scope",
        "aria-label",
    }
    shown = "".join("".join(page.itertext()).split())
    for block in asked.blocks:
        content = block.text if isinstance(block, Heading) else plain_text(getattr(block, "content", ()))
        assert "".join(content.split()) in shown


def test_titles_number_the_articles_and_links_lead_to_them() -> None:
    page = read(sample())
    titles = ["".join(title.itertext()) for title in page.iter("h2", "h3")]
    assert titles == [heading_text(block) for block in sample().blocks if isinstance(block, Heading)]
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    targets = {link.get("href") for link in page.iter("a")}
    assert targets == {"#cg_clause_2_2"}
    assert "cg_clause_2_2" in ids


def test_what_is_missing_is_marked() -> None:
    marks = ["".join(mark.itertext()) for mark in read(sample()).iter("mark")]
    assert marks[0] == "[à compléter : référence de la consultation]"
    assert len(marks) == 1 + 5


def test_tables_say_what_their_columns_are() -> None:
    table = read(sample()).find(".//table")
    assert [head.get("scope") for head in table.iter("th")] == ["col"] * 5
    assert table.findtext("caption") == "Inventaire initial des données du service"


def test_points_that_follow_one_another_make_one_list() -> None:
    blocks = (
        Paragraph(text("Soit :")),
        Item("a)", text("un")),
        Item("b)", text("deux")),
        Table((text("T"),), ()),
        Item("a)", text("trois")),
    )
    lists = read(Document("essai", "Annexe", "", blocks)).findall(".//div[@role='list']")
    assert [[words(point) for point in one] for one in lists] == [[["a)", "un"], ["b)", "deux"]], [["a)", "trois"]]]


def test_a_link_to_another_document_is_plain_text_and_a_break_is_kept() -> None:
    blocks = (Paragraph((Link("l’article 2 de l’annexe 3", "cg_loin"), Value("un\ndeux"))),)
    page = read(Document("essai", "Annexe", "", blocks))
    assert page.find(".//a") is None
    assert page.find(".//br") is not None
