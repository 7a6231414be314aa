"""Read a Word shell: the file that lawyers restyle, checked, compiled once and kept by content."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from jinja2 import Template
from lxml import etree

from clausegen.errors import RenderError, listed
from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_marks import BODY, NAMES, SLOTS, compiled
from clausegen.renderers.word_parts import DOCUMENT, NUMBERING, PROPERTIES, STYLES, TYPES, W, parse

_NEEDED = (TYPES, DOCUMENT, NUMBERING, STYLES, PROPERTIES)
_FILLED_IN = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


@dataclass(frozen=True)
class Shell:
    """A shell ready to be filled in."""

    parts: Mapping[str, bytes]
    """The parts kept as they are, except the numbering and the properties, which are completed."""
    templates: Mapping[str, Template]
    slots: tuple[str, ...]
    """The whole paragraphs that the shell leaves to be written."""
    styles: Mapping[str, str]
    """Style name -> identifier in this file."""
    text_width: int
    """Between the margins, in twentieths of a point."""
    paragraphs: int
    """How many the shell itself brings."""
    letters: str
    """The abstract list « a) » from which each free lettered list is made."""
    next_list: int
    """The first free list number."""


def load_shell(path: Path) -> Shell:
    """Return the shell; RenderError, with what to do, when it is missing or cannot serve."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RenderError(
            f"Le modèle Word « {path} » ne peut pas être lu ({error.strerror}). Remettez-le en place : "
            "« python templates/make_shell.py » refait celui d'origine."
        ) from error
    try:
        return _shell(content)
    except RenderError as error:
        raise RenderError(f"Modèle Word « {path} » : {error}") from error


@lru_cache(maxsize=8)
def _shell(content: bytes) -> Shell:
    files = _unzipped(content)
    filled_in = {name: compiled(name, files[name]) for name in files if _FILLED_IN.fullmatch(name)}
    templates = {name: template for name, (template, _) in filled_in.items()}
    slots = tuple(name for name in filled_in[DOCUMENT][1] if name in SLOTS)
    if slots.count(BODY) != 1:
        raise RenderError(
            "le point d'insertion du texte doit s'y trouver une fois et une seule : écrivez {{p corps }} seul dans un "
            "paragraphe, à l'endroit où le texte doit venir."
        )
    body = _body_of(templates[DOCUMENT])
    names, numbering = _styles(files[STYLES]), parse(NUMBERING, files[NUMBERING])
    return Shell(
        {name: part for name, part in files.items() if name not in templates},
        templates,
        slots,
        {name: str(style.get(f"{W}styleId")) for name, style in names.items()},
        _text_width(body),
        paragraphs=len(list(body.iter(f"{W}p"))),
        letters=_letters(names[styles.FREE_POINT], numbering),
        next_list=max(int(num.get(f"{W}numId")) for num in numbering.iter(f"{W}num")) + 1,
    )


def _unzipped(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as source:
            files = {name: source.read(name) for name in source.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise RenderError("ce n'est pas un fichier .docx lisible ; enregistrez-le de nouveau depuis Word.") from error
    if missing := [name for name in _NEEDED if name not in files]:
        raise RenderError(f"il manque {listed(missing)} ; partez du modèle d'origine plutôt que d'un document neuf.")
    return files


def _body_of(template: Template) -> etree._Element:
    root = parse(DOCUMENT, template.render(dict.fromkeys(NAMES, "")).encode())
    body = root.find(f"{W}body")
    if body is None or not len(body) or body[-1].tag != f"{W}sectPr":
        raise RenderError("la mise en page (format, marges) y manque ; enregistrez-le de nouveau depuis Word.")
    return body


def _text_width(body: etree._Element) -> int:
    size, margins = body[-1].find(f"{W}pgSz"), body[-1].find(f"{W}pgMar")
    if size is None or margins is None:
        raise RenderError("le format de page et les marges n'y sont pas définis.")
    return int(size.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))


def _styles(content: bytes) -> dict[str, etree._Element]:
    # -- « heading 1 » for Word, « Heading 1 » for LibreOffice --
    found = {style.find(f"{W}name").get(f"{W}val").lower(): style for style in parse(STYLES, content).iter(f"{W}style")}
    if missing := sorted(name for name in styles.REQUIRED if name.lower() not in found):
        written = listed([f"« {name} »" for name in missing])
        raise RenderError(f"il y manque des styles : {written} ; reprenez-les du modèle d'origine.")
    return {name: found[name.lower()] for name in styles.REQUIRED}


def _letters(style: etree._Element, numbering: etree._Element) -> str:
    """Return the abstract list behind the style of free points."""
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    for num in numbering.iter(f"{W}num"):
        if number is not None and num.get(f"{W}numId") == number.get(f"{W}val"):
            return str(num.find(f"{W}abstractNumId").get(f"{W}val"))
    raise RenderError(f"le style « {styles.FREE_POINT} » n'y est lié à aucune liste ; reprenez-le du modèle d'origine.")
