"""Any text a person may type, and any document the assembly may compose."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from clausegen.document.nodes import (
    Block,
    Document,
    Filling,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Run,
    Table,
    Value,
)

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Whole documents take a while to invent and to read back."""
HOSTILE = (
    "SA « Eau & Vie » <filiale>",
    "]]> <!-- <?x <![CDATA[ </w:t></w:r></w:p></w:body>",
    "{{ titre }} {% for x in y %} {_{ }} {# #} {{p corps }}",
    "<w:p>",
    "&amp; &lt; \" ' `",
    "_x0041_ =1+1 @SUM(A1) -2+3",
    "מסמך بعقد \u202eabc\u202c 👩🏽‍⚖️ 𝒜",
    "ligne\nsuite\tcolonne",
    "  deux espaces  ",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
)
WRITABLE = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t")
TEXTS = st.sampled_from(HOSTILE) | st.text(WRITABLE, max_size=12)
BOOKMARKS = st.sampled_from(("", "cg_a", "CG_A", "données du service", "x" * 60, "x" * 61))


@st.composite
def inlines(draw: st.DrawFn) -> tuple[Inline, ...]:
    part = st.one_of(
        st.builds(Run, TEXTS, st.booleans(), st.booleans()),
        st.builds(Value, TEXTS, st.sampled_from(Filling)),
        st.builds(Link, TEXTS, BOOKMARKS),
    )
    return tuple(draw(st.lists(part, max_size=3)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[inlines()] * columns)
    widths = draw(st.just(()) | st.tuples(*[st.floats(0.1, 1)] * columns))
    return Table(draw(row), tuple(draw(st.lists(row, max_size=3))), widths, draw(TEXTS))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Articles, clauses and paragraphs that follow one another; points, tables and plain paragraphs in between."""
    loose = st.one_of(
        st.builds(Paragraph, inlines(), st.just(""), BOOKMARKS, st.sampled_from(("body", "intro", "note"))),
        st.builds(Item, st.sampled_from(("a)", "b)", "c)", "–", "")), inlines()),
        tables(),
    )
    blocks: list[Block] = draw(st.lists(loose, max_size=2))
    for article in range(1, draw(st.integers(0, 3)) + 1):
        blocks.append(Heading(1, draw(TEXTS), str(article), draw(BOOKMARKS)))
        for clause in range(1, draw(st.integers(0, 2)) + 1):
            blocks.append(Heading(2, draw(TEXTS), f"{article}.{clause}", draw(BOOKMARKS)))
            for alinea in range(1, draw(st.integers(0, 2)) + 1):
                blocks.append(Paragraph(draw(inlines()), f"{article}.{clause}.{alinea}", draw(BOOKMARKS)))
                blocks += draw(st.lists(loose, max_size=2))
        if draw(st.booleans()):
            blocks.append(Heading(draw(st.integers(0, 2)), draw(TEXTS)))
            blocks += draw(st.lists(loose, max_size=2))
    title, subtitle, mark, footer = (draw(TEXTS) for _ in range(4))
    return Document("annexe", title, subtitle, tuple(blocks), (), mark, footer)
