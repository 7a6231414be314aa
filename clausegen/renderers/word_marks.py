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
from clausegen.renderers.word_parts import DOCUMENT, W, parse

BODY, CONTENTS = "corps", "sommaire"
SLOTS = ("garde", CONTENTS, BODY)
"""Whole paragraphs of the shell, replaced by what is written for them."""
NAMES = ("titre", "sous_titre", "projet", "pied", *SLOTS)

_SIMPLE = (nodes.Output, nodes.TemplateData, nodes.Name)
_MARK = re.compile(r"\{\{(p )? *(\w+) *\}\}")
_SLOT = re.compile(rf"\{{\{{p +({'|'.join(SLOTS)}) *\}}\}}")
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


def compiled(name: str, content: bytes) -> Template:
    """Return the part, written in UTF-8, ready to be filled in; RenderError when a mark is not understood."""
    from docxtpl import DocxTemplate  # -- slow to import, and needed once --

    for paragraph in parse(name, content).iter(f"{W}p"):
        _check(_words(paragraph), inside=name == DOCUMENT)
    text = content.decode()
    if _BRACES.search(text) or "{" in "".join(parse(name, content).itertext()):
        # -- only where there are marks: it joins other signs too, across paragraphs --
        text = DocxTemplate(None).patch_xml(text)
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
    return Template(tuple(pieces))


def slot_of(paragraph: etree._Element) -> str:
    """Return the slot that a paragraph of the shell is, empty for any other paragraph."""
    found = _SLOT.fullmatch(_words(paragraph))
    return found.group(1) if found else ""


def _words(paragraph: etree._Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(f"{W}t")).strip()


def with_room(header: Template) -> Template:
    """Return a header with room for a paragraph at its end."""
    before, closing, after = header.pieces[-1].rpartition("</w:hdr>")
    return Template((*header.pieces[:-1], before, MENTION, f"{closing}{after}"))


def _check(paragraph: str, inside: bool) -> None:
    """Refuse what docxtpl would drop or misread: half a mark, a calculation, words beside a slot, a slot in a header."""
    marks = _MARK.findall(paragraph)
    names = {name for _, name in marks}
    if len(_BRACES.findall(paragraph)) != 2 * len(marks) or names - set(NAMES):
        raise _not_understood(paragraph)
    for opening, name in marks:
        if name in SLOTS and not inside:
            raise RenderError(f"{_written(name)} n'a sa place que dans le texte, ni en en-tête ni en pied de page.")
        if name in SLOTS and not _SLOT.fullmatch(paragraph):
            raise RenderError(f"écrivez {_written(name)}, avec le « p », seul dans son paragraphe.")
        if opening and name not in SLOTS:
            raise RenderError(f"écrivez {_written(name)}, sans « p » : ce repère tient dans une ligne.")


def _not_understood(what: str) -> RenderError:
    return RenderError(
        f"« {what[:80]} » n'est pas compris. Seuls sont permis, sans calcul ni condition, les repères "
        f"{listed([_written(name) for name in NAMES])}."
    )


def _written(name: str) -> str:
    return f"{{{{p {name} }}}}" if name in SLOTS else f"{{{{ {name} }}}}"
