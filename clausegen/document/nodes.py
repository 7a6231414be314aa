"""The parts of a text: as a lawyer wrote it (with blanks, roles and references) and as it is printed.

Inline parts of a source text are `Run`, `Blank`, `Role`, `Reference`; of a printed text `Run`, `Value`, `Link`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from clausegen.document.provenance import UNTRACED, Provenance


@dataclass(frozen=True)
class Run:
    """Plain text of the library, with its emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


# -- as written -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Blank:
    """`{{ nom }}`"""

    name: str
    bold: bool = False
    italic: bool = False

    @property
    def text(self) -> str:
        return "{{ " + self.name + " }}"


@dataclass(frozen=True)
class Role:
    """`{à l'opérateur}`: a party, with the preposition and article that the sentence calls for.

    `party` is operateur or acheteur; `form` is nom, le, de or a; `capital` for a sentence's first word.
    """

    party: str
    form: str
    capital: bool = False
    bold: bool = False
    italic: bool = False

    @property
    def text(self) -> str:
        return "{" + f"{self.form} {self.party}" + "}"


@dataclass(frozen=True)
class Reference:
    """`[[clause]]`, `[[a|b]]` (whichever is retained) or `[[#7]]` (paragraph 7 of the same clause)."""

    targets: tuple[str, ...] = ()
    paragraph: int | None = None
    bold: bool = False
    italic: bool = False

    @property
    def text(self) -> str:
        return f"[[#{self.paragraph}]]" if self.paragraph is not None else f"[[{'|'.join(self.targets)}]]"


# -- as printed -------------------------------------------------------------------------------------------------


class Filling(StrEnum):
    """Where the content of a blank comes from."""

    GIVEN = "given"
    DEFAULT = "default"
    MISSING = "missing"


@dataclass(frozen=True)
class Value:
    """The content of a blank. User text stands here character for character and is never interpreted."""

    text: str
    filling: Filling = Filling.GIVEN
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Link:
    """A reference resolved: the text to print and the bookmark it points to.

    `number` is the part of the text that is the number of its target: Word can count it again. Empty for plain words.
    """

    text: str
    bookmark: str
    bold: bool = False
    italic: bool = False
    number: str = ""


Inline = Run | Blank | Role | Reference | Value | Link


# -- blocks -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Item:
    """A lettered point under a paragraph: label « a) »."""

    label: str
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells; `widths` are fractions of the text width, empty for equal columns."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""


@dataclass(frozen=True)
class Alinea:
    """A numbered paragraph of a clause as written: its number in the source, its optional name, what follows it."""

    number: int
    content: tuple[Inline, ...]
    children: tuple[Item | Table, ...] = ()
    condition: str = ""
    """Name of the optional paragraph (`alineas:`), empty when it always stands."""
    line: int = 0

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # -- paragraphs of the library are looked up at every contract: all their words are walked through once --
        return hash((self.number, self.content, self.children, self.condition, self.line))

    @cached_property
    def blanks(self) -> tuple[str, ...]:
        """The names of the blanks that it holds."""
        return tuple([part.name for parts in sentences_of(self) for part in parts if isinstance(part, Blank)])

    @cached_property
    def refers(self) -> bool:
        """True when it holds a reference."""
        return any(isinstance(part, Reference) for parts in sentences_of(self) for part in parts)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What it says, sentence by sentence."""
        return tuple([plain_text(parts) for parts in sentences_of(self)])


@dataclass(frozen=True)
class Heading:
    """A numbered title: level 1 « Article 4 », level 2 « 4.2 »; level 0 an unnumbered title."""

    level: int
    text: str
    number: str = ""
    bookmark: str = ""
    clause: str = ""
    """The clause that this heading opens, empty for a section."""
    sources: str = ""
    """The legal bases of the clause, for a footnote."""


@dataclass(frozen=True)
class Paragraph:
    """A printed paragraph: « 4.2.1 » when numbered, plain text otherwise. `style` is body, intro or note."""

    content: tuple[Inline, ...]
    number: str = ""
    bookmark: str = ""
    style: str = "body"


Block = Heading | Paragraph | Item | Table


@dataclass(frozen=True)
class CoverLine:
    """One line of the cover: « Acheteur » — « Ville de … »."""

    label: str
    value: Value


@dataclass(frozen=True)
class Document:
    """A whole printed document, in reading order. `name` is a safe file stem."""

    name: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    cover: tuple[CoverLine, ...] = ()
    draft_mark: str = ""
    """« PROJET » while something is missing, empty otherwise."""
    footer: str = ""
    layout: str = ""
    """The name of the shell that the document is printed in, empty for the usual one."""
    provenance: Provenance = UNTRACED


def sentences_of(alinea: Alinea) -> Iterator[tuple[Inline, ...]]:
    """Yield what a paragraph says, in reading order: its own text, then each of its points and each cell of its tables."""
    yield alinea.content
    for child in alinea.children:
        if isinstance(child, Item):
            yield child.content
        else:
            for row in (child.header, *child.rows):
                yield from row


def mapped(alinea: Alinea, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Alinea:
    """Return the paragraph with another text: what `change` makes of each sentence."""
    children = tuple([_mapped(child, change) for child in alinea.children])
    return Alinea(alinea.number, change(alinea.content), children, alinea.condition, alinea.line)


def _mapped(child: Item | Table, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Item | Table:
    if isinstance(child, Item):
        return Item(child.label, change(child.content))
    rows = tuple(tuple(change(cell) for cell in row) for row in child.rows)
    return replace(child, header=tuple(change(cell) for cell in child.header), rows=rows)


def plain_text(content: tuple[Inline, ...]) -> str:
    """Return the printed text of inline parts; source parts show as they are written."""
    return "".join([part.text for part in content])
