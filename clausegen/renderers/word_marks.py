"""The marks of a Word shell: `{{ titre }}` inside a line, `{{p corps }}` for a whole paragraph to be replaced.

docxtpl joins the marks that Word scatters over several runs, Jinja tells marks from text. Neither renders: docxtpl reads its
own result with a parser that forgives, and forgiving means dropping words. A shell holds names and no logic at all, which
is checked; filling it in is joining strings.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from clausegen.errors import RenderError, listed
from clausegen.renderers.word_parts import W, parse

BODY, CONTENTS = "corps", "sommaire"
SLOTS = ("garde", CONTENTS, BODY)
"""Whole paragraphs of the shell, replaced by what is written for them."""
NAMES = ("titre", "sous_titre", "projet", "pied", *SLOTS)

_SIMPLE = (nodes.Output, nodes.TemplateData, nodes.Name)
_MARK = re.compile(r"\{\{(?:p\s)?\s*(\w+)\s*\}\}")
_SLOT = re.compile(rf"\{{\{{p\s+({'|'.join(SLOTS)})\s*\}}\}}")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_ENVIRONMENT = ImmutableSandboxedEnvironment(keep_trailing_newline=True, newline_sequence="\n")


MENTION = "mention"
"""Where the mark of a draft goes in a header that has no mark of its own."""


@dataclass(frozen=True)
class Template:
    """A part of a shell: text as it stands and, in between, the names of what goes there."""

    pieces: tuple[str, ...]
    """Text, name, text, name… text."""

    @property
    def names(self) -> tuple[str, ...]:
        return self.pieces[1::2]

    def filled_in(self, values: Mapping[str, str]) -> bytes:
        """Return the part with these values, already written as XML, in place of the names."""
        pieces = list(self.pieces)
        pieces[1::2] = [values[name] for name in self.names]
        return "".join(pieces).encode()


def compiled(name: str, content: bytes, mention: bool = False) -> Template:
    """Return the part ready to be filled in; RenderError when a mark is not understood.

    `mention`: leave room for a paragraph at the end of a header.
    """
    from docxtpl import DocxTemplate  # -- slow to import, and needed once --

    for paragraph in parse(name, content).iter(f"{W}p"):
        _check(_words(paragraph))
    text = DocxTemplate(None).patch_xml(content.decode("utf-8-sig"))
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        raise _not_understood(str(error.message)) from error
    # -- braces may also stand where no reader sees them: in a field, in an attribute --
    if odd := [node for node in tree.find_all(nodes.Node) if not isinstance(node, _SIMPLE)]:
        raise _not_understood(type(odd[0]).__name__)
    pieces = [""]
    for node in tree.find_all((nodes.TemplateData, nodes.Name)):
        if isinstance(node, nodes.Name):
            pieces += [node.name, ""]
        elif isinstance(node, nodes.TemplateData):
            pieces[-1] += node.data
    return Template(_with_room(pieces) if mention else tuple(pieces))


def slot_of(paragraph: etree._Element) -> str:
    """Return the slot that a paragraph of the shell is, empty for any other paragraph."""
    found = _SLOT.fullmatch(_words(paragraph))
    return found.group(1) if found else ""


def _words(paragraph: etree._Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(f"{W}t")).strip()


def _with_room(header: list[str]) -> tuple[str, ...]:
    before, closing, after = header[-1].rpartition("</w:hdr>")
    return (*header[:-1], before, MENTION, f"{closing}{after}")


def _check(paragraph: str) -> None:
    """Refuse what docxtpl would drop or misread: half a mark, a calculation, words beside a slot."""
    names = _MARK.findall(paragraph)
    if len(_BRACES.findall(paragraph)) != 2 * len(names) or set(names) - set(NAMES):
        raise _not_understood(paragraph)
    for slot in set(names) & set(SLOTS):
        if not _SLOT.fullmatch(paragraph):
            raise RenderError(f"écrivez {_written(slot)}, avec le « p », seul dans son paragraphe.")


def _not_understood(what: str) -> RenderError:
    return RenderError(
        f"« {what[:80]} » n'est pas compris. Seuls sont permis, sans calcul ni condition, les repères "
        f"{listed([_written(name) for name in NAMES])}."
    )


def _written(name: str) -> str:
    return f"{{{{p {name} }}}}" if name in SLOTS else f"{{{{ {name} }}}}"
