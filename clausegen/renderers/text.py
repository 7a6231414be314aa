"""Documents as plain text: one line per paragraph, numbers included. What tests and comparisons read."""

from collections.abc import Iterator

from clausegen.document.nodes import Block, Document, Heading, Inline, Item, Paragraph, Table, plain_text


def render_text(document: Document) -> str:
    """Return the document as text, each line ended.

    >>> print(render_text(Document("a", "Annexe 1", "", (Heading(1, "Objet", "1"), Paragraph((), "1.1.1")))), end="")
    Annexe 1
    Article 1 – Objet
    1.1.1
    """
    return "".join(f"{line}\n" for line in _lines(document))


def heading_text(heading: Heading) -> str:
    """Return a title with its number as it is read aloud: « Article 4 – Qualité », « 4.2 Contrôles », « Signatures ».

    >>> heading_text(Heading(1, "Qualité", "4")), heading_text(Heading(2, "Contrôles", "4.2"))
    ('Article 4 – Qualité', '4.2 Contrôles')
    """
    if not heading.number:
        return heading.text
    return f"Article {heading.number} – {heading.text}" if heading.level == 1 else f"{heading.number} {heading.text}"


def _lines(document: Document) -> Iterator[str]:
    head = [document.draft_mark, document.title, document.subtitle]
    yield from (_line(text) for text in head if text)
    yield from (_line(f"{line.label} : {line.value.text}") for line in document.cover)
    for block in document.blocks:
        yield from _block(block)
    if document.footer:
        yield _line(document.footer)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _line(heading_text(block))
        case Paragraph(content, number):
            yield _line(f"{number} {plain_text(content)}")
        case Item(label, content):
            yield _line(f"{label} {plain_text(content)}")
        case Table(header, rows, caption=caption):
            if caption:
                yield _line(caption)
            yield from (_row(row) for row in (header, *rows) if row)


def _row(cells: tuple[tuple[Inline, ...], ...]) -> str:
    return " | ".join(_line(plain_text(cell)) for cell in cells)


def _line(text: str) -> str:
    """The words on one line: a break inside a value is a space here. No-break spaces stay."""
    return " ".join(text.splitlines()).strip(" ")
