"""Write the blocks of a document as the body of a Word file, and say what else the file must hold for them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clausegen.document.nodes import Block, Document, Heading, Inline, Item, Paragraph, Run, Table
from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_bookmarks import bookmark_names
from clausegen.renderers.word_controls import CONTROL_CLOSING, control_opening
from clausegen.renderers.word_footnotes import FootnoteText, footnote_mark
from clausegen.renderers.word_marks import CONTENTS
from clausegen.renderers.word_numbering import Counting
from clausegen.renderers.word_options import WordOptions
from clausegen.renderers.word_shell import Shell
from clausegen.renderers.word_table import table
from clausegen.renderers.word_toc import Entry, title_bookmark
from clausegen.renderers.word_xml import List, inline, paragraph, run

_PARAGRAPHS = {"body": styles.BODY, "intro": styles.INTRODUCTION, "note": styles.NOTE}
_END = re.compile(r"[\u00a0\u202f ]?[.;:]$")


@dataclass(frozen=True)
class Body:
    """The body as XML, and what goes with it elsewhere in the file."""

    xml: str
    contents: tuple[Entry, ...]
    lists: str
    """The definitions of its free lettered lists."""
    footnotes: tuple[FootnoteText, ...]


def write_body(document: Document, shell: Shell, options: WordOptions) -> Body:
    """Return the body; RenderError when a number asked for is not the one that Word would show."""
    return _Writer(document, shell, options).write()


class _Writer:
    def __init__(self, document: Document, shell: Shell, options: WordOptions) -> None:
        self._blocks = document.blocks
        self._versions = {each.clause: each.version for each in document.provenance.clauses}
        self._shell = shell
        self._options = options
        self._names: Mapping[str, str] = bookmark_names(document.blocks)
        self._waiting = dict(self._names)
        self._next_bookmark = shell.next_bookmark
        self._counting = Counting()
        self._contents: list[Entry] = []
        self._footnotes: list[FootnoteText] = []
        self._source = ""
        """The legal bases of the clause just opened, until its first paragraph carries them."""

    def write(self) -> Body:
        pieces: list[str] = []
        controlled: set[str] = set()
        closing = ""
        # -- after a table of contents the text starts a page; without one it follows the title --
        first = CONTENTS in self._shell.slots
        for block, after in zip(self._blocks, [*self._blocks[1:], None], strict=False):
            if isinstance(block, Heading):
                pieces.append(closing)
                closing = ""
                if block.clause and block.clause not in controlled:
                    controlled.add(block.clause)
                    pieces.append(control_opening(block.clause, self._versions.get(block.clause, ""), block.text))
                    closing = CONTROL_CLOSING
            pieces.append(self._block(block, after, first))
            first = False
        pieces.append(closing)
        xml = "".join(pieces) or self._of(styles.SEPARATOR, "")
        return Body(xml, tuple(self._contents), self._definitions(), tuple(self._footnotes))

    def _block(self, block: Block, after: Block | None, first: bool) -> str:
        match block:
            case Paragraph():
                # -- « … comprend : » never stands alone at the foot of a page, nor a note at the head of the next --
                noted = isinstance(after, Paragraph) and after.style == "note"
                return self._paragraph(block, first, keep_next=noted or isinstance(after, Item | Table))
            case Item():
                return self._item(block, first)
            case Heading():
                return self._heading(block, first)
            case Table():
                opening = self._of(styles.SEPARATOR, "", first) if first else ""
                # -- Word merges two tables that touch, and wants a paragraph after the last one --
                closing = self._of(styles.SEPARATOR, "") if after is None or isinstance(after, Table) else ""
                return opening + table(block, self._shell, self._names, self._options.marks) + closing

    def _heading(self, block: Heading, first: bool) -> str:
        level = 2 if block.level == 2 else 1
        label = ""
        if block.number:
            self._counting.number(level - 1, block.number)
            style = styles.ARTICLE if level == 1 else styles.CLAUSE
            label = f"Article {block.number}" if level == 1 else block.number
        else:
            self._counting.interrupt()
            style = styles.TITLE_WITHOUT_NUMBER if level == 1 else styles.SUBTITLE_WITHOUT_NUMBER
        target = title_bookmark(len(self._contents) + 1)
        self._contents.append(Entry(level, label, block.text, target))
        self._source = block.sources if self._options.sources else ""
        return self._of(style, self._marked(target, self._placed(block.bookmark, run(block.text))), first)

    def _paragraph(self, block: Paragraph, first: bool, keep_next: bool) -> str:
        if block.number:
            self._counting.number(2, block.number)
        style = styles.NUMBERED if block.number else _PARAGRAPHS[block.style]
        return self._of(style, self._placed(block.bookmark, self._noted(block.content)), first, keep_next)

    def _item(self, block: Item, first: bool) -> str:
        text = self._noted(block.content)
        rank = self._counting.letter(block.label)
        if rank is None:
            return self._of(styles.DASH, run(f"{block.label}\t" if block.label else "") + text, first)
        if rank == 0:
            return self._of(styles.POINT, text, first)
        return self._of(styles.FREE_POINT, text, first, at=List(self._shell.next_list + rank - 1, 0))

    def _inline(self, content: tuple[Inline, ...]) -> str:
        return inline(content, self._names, self._options.marks)

    def _noted(self, content: tuple[Inline, ...]) -> str:
        """Return the sentence, with the call of the footnote that waits, if any: before its last point, as French has it."""
        if not self._source:
            return self._inline(content)
        last = content[-1] if content else None
        end = _END.search(last.text) if isinstance(last, Run) else None
        if last is None or end is None or not isinstance(last, Run):
            return self._inline(content) + self._note()
        before = Run(last.text[: end.start()], last.bold, last.italic)
        after = Run(end.group(), last.bold, last.italic)
        return self._inline((*content[:-1], before)) + self._note() + self._inline((after,))

    def _note(self) -> str:
        """Return the mark of the footnote that waits for a paragraph of its clause, if any."""
        if not self._source:
            return ""
        note = FootnoteText(self._shell.next_footnote + len(self._footnotes), self._source)
        self._footnotes.append(note)
        self._source = ""
        return footnote_mark(note, self._shell)

    def _definitions(self) -> str:
        return "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._shell.letters}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number, start in enumerate(self._counting.free_lists, start=self._shell.next_list)
        )

    def _of(
        self, style: str, content: str, starts_page: bool = False, keep_next: bool = False, at: List | None = None
    ) -> str:
        return paragraph(self._shell.styles[style], content, starts_page, keep_next, at)

    def _placed(self, bookmark: str, content: str) -> str:
        """The content between the marks of its bookmark, the first time that the bookmark is met."""
        name = self._waiting.pop(bookmark, "")
        return self._marked(name, content) if name else content

    def _marked(self, name: str, content: str) -> str:
        self._next_bookmark += 1
        opening = f'<w:bookmarkStart w:id="{self._next_bookmark}" w:name="{name}"/>'
        return f'{opening}{content}<w:bookmarkEnd w:id="{self._next_bookmark}"/>'
