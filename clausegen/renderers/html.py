"""Documents as an HTML fragment for the preview on screen: everything escaped, numbers written out, no style of its own.

Classes begin with `cg-`; what is still to be filled in stands in `<mark>`. Titles start at `<h2>`: the page has its own.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from clausegen.document.nodes import Block, Document, Filling, Heading, Inline, Item, Link, Paragraph, Run, Table, Value
from clausegen.renderers.characters import unresolved
from clausegen.renderers.text import heading_text


def render_html(document: Document) -> str:
    """Return the document as `<article>…</article>`."""
    return "".join(_Fragment(document).parts())


class _Fragment:
    def __init__(self, document: Document) -> None:
        self._document = document
        marked = (block.bookmark for block in document.blocks if isinstance(block, Heading | Paragraph))
        self._bookmarks = {bookmark for bookmark in marked if bookmark}
        self._waiting = set(self._bookmarks)

    def parts(self) -> Iterator[str]:
        document = self._document
        yield f'<article class="cg-document" lang="fr" aria-label="{escape(document.title)}"><header class="cg-cover">'
        head = {"draft": document.draft_mark, "title": document.title, "subtitle": document.subtitle}
        yield from (_p(name, _text(text)) for name, text in head.items() if text)
        if document.cover:
            lines = (f"<dt>{_text(line.label)}</dt><dd>{self._part(line.value)}</dd>" for line in document.cover)
            yield f"<dl>{''.join(lines)}</dl>"
        yield "</header>"
        yield from self._sections()
        yield f'<footer class="cg-footer">{_text(document.footer)}</footer></article>'

    def _sections(self) -> Iterator[str]:
        section = False
        for listed, blocks in groupby(self._document.blocks, lambda block: isinstance(block, Item)):
            if listed:
                yield f'<div class="cg-points" role="list">{"".join(map(self._block, blocks))}</div>'
                continue
            for block in blocks:
                if isinstance(block, Heading) and block.level != 2:
                    yield "</section>" * section + '<section class="cg-section">'
                    section = True
                yield self._block(block)
        yield "</section>" * section

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                tag = "h3" if block.level == 2 else "h2"
                return f"<{tag}{self._id(block.bookmark)}>{_text(heading_text(block))}</{tag}>"
            case Paragraph():
                name = "alinea" if block.number else block.style
                return _p(name, _number(block.number) + self._inline(block.content), self._id(block.bookmark))
            case Item():
                return _p("point", _number(block.label) + self._inline(block.content), ' role="listitem"')
            case Table():
                return self._table(block)

    def _table(self, block: Table) -> str:
        caption = f"<caption>{_text(block.caption)}</caption>" if block.caption else ""
        head = "".join(f'<th scope="col">{self._inline(cell)}</th>' for cell in block.header)
        rows = ("".join(f"<td>{self._inline(cell)}</td>" for cell in row) for row in block.rows)
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f'<table class="cg-table">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'

    def _inline(self, content: Sequence[Inline]) -> str:
        return "".join(map(self._part, content))

    def _part(self, part: Inline) -> str:
        match part:
            case Run(text):
                inside = _text(text)
            case Value(text, Filling.MISSING):
                inside = f'<mark class="cg-missing">{_text(text)}</mark>'
            case Value(text, filling):
                inside = f'<span class="cg-{filling.value}">{_text(text)}</span>'
            case Link(text, bookmark) if bookmark in self._bookmarks:
                inside = f'<a class="cg-link" href="#{escape(bookmark)}">{_text(text)}</a>'
            case Link(text):
                inside = _text(text)
            case _:
                raise unresolved(part)
        inside = f"<em>{inside}</em>" if part.italic else inside
        return f"<strong>{inside}</strong>" if part.bold else inside

    def _id(self, bookmark: str) -> str:
        """The place that links lead to, the first time that the bookmark is met."""
        if bookmark not in self._waiting:
            return ""
        self._waiting.discard(bookmark)
        return f' id="{escape(bookmark)}"'


def _p(name: str, inside: str, attributes: str = "") -> str:
    return f'<p class="cg-{name}"{attributes}>{inside}</p>'


def _number(number: str) -> str:
    return f'<span class="cg-number">{_text(number)}</span> ' if number else ""


def _text(text: str) -> str:
    return "<br>".join(map(escape, text.replace("\r\n", "\n").split("\n")))
