"""Read a Word shell: any .docx that lawyers restyle or bring along, completed, checked, compiled once and kept by content."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from lxml import etree

from clausegen import paths
from clausegen.errors import RenderError, listed
from clausegen.renderers import word_lists, word_manifest, word_styles
from clausegen.renderers.word_footnotes import EMPTY as NO_FOOTNOTES
from clausegen.renderers.word_intake import hides_text, take_in, texts_of, undescribed_pictures
from clausegen.renderers.word_marks import NAMES, SLOTS, Template, compiled, slot_of, with_room
from clausegen.renderers.word_options import ShellFile, shell_file
from clausegen.renderers.word_package import ROOT, Package, read_package
from clausegen.renderers.word_parts import (
    DOCUMENT,
    FOOTNOTES,
    MAIN,
    NUMBERING,
    PROPERTIES,
    RELATIONS,
    SETTINGS,
    STYLES,
    W,
    parse,
    serialized,
)  # fmt: skip
from clausegen.renderers.word_slots import column_width, ensure_headers, place_slots
from clausegen.renderers.word_xml import escape

SHELL = "annexe.docx"
_FIRST_BOOKMARK = 1000
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_SETTINGS = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:settings xmlns:w="{MAIN}"/>'.encode()


@dataclass(frozen=True)
class Shell:
    """A shell ready to be filled in."""

    parts: Mapping[str, bytes]
    """The parts kept as they are, and those that are completed: lists, footnotes."""
    templates: Mapping[str, Template]
    slots: tuple[str, ...]
    """The whole paragraphs that the shell leaves to be written."""
    styles: Mapping[str, str]
    """Style name -> identifier in this file."""
    text_width: int
    """Of the column where the text goes, in twentieths of a point."""
    letters: str
    """The abstract list « a) » from which each free lettered list is made."""
    next_list: int
    next_footnote: int
    next_bookmark: int
    numbering: str
    footnotes: str
    """The names of the two parts that are completed."""
    remarks: tuple[str, ...]
    """What was added to the shell or left behind, and what it would be better to mend: French, no full stop."""


def usual_shell(layout: str = "") -> ShellFile:
    """Return the product's own shell of that layout."""
    return shell_file(paths.templates() / (f"{layout}.docx" if layout else SHELL))


def load_shell(file: ShellFile) -> Shell:
    """Return the shell; RenderError, with everything that must be mended, when it cannot serve."""
    try:
        return _shell(file.content)
    except RenderError as error:
        raise RenderError(f"Modèle Word « {file.name} » : {error}") from error
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        # -- a file made elsewhere can be wrong in more ways than can be named --
        raise RenderError(
            f"Modèle Word « {file.name} » : il est abîmé, ou écrit d'une façon inattendue ({type(error).__name__}). Ouvrez-le dans Word "
            "et enregistrez-le de nouveau ; si cela ne suffit pas, partez du modèle d'origine."
        ) from error


@lru_cache(maxsize=8)
def _shell(content: bytes) -> Shell:
    package = read_package(content)
    refused, remarks = take_in(package)
    if refused:
        raise RenderError(" ; ".join(refused) + ".")
    if pictures := undescribed_pictures(package):
        remarks.append(f"{pictures} image(s) sans texte de remplacement : décrivez-les, pour les lecteurs d'écran")
    if hides_text(package):
        remarks.append("il contient du texte masqué, que le lecteur peut afficher : vérifiez-le")
    styles, lists = _completed(package, remarks)
    if ensure_headers(package):
        remarks.append("un en-tête est ajouté, où la mention PROJET paraît tant qu'il manque quelque chose")
    root = parse(DOCUMENT, package.parts[DOCUMENT])
    body = _body_of(root)
    if place_slots(body):
        remarks.append("page vierge : la garde, le sommaire et le texte y prennent place, dans cet ordre")
    width = column_width(body)
    next_bookmark = _renamed_bookmarks(body)
    package.parts[DOCUMENT] = serialized(root)
    templates = {name: _compiled(package, name) for name in _filled_in(package)}
    _check(templates[DOCUMENT], root)
    numbering, footnotes = (str(package.related(DOCUMENT, kind)) for kind in ("numbering", "footnotes"))
    notes = parse(footnotes, package.parts[footnotes])
    if not len(notes):  # -- a part that says nothing has no place for a note to be added --
        package.parts[footnotes], notes = NO_FOOTNOTES, parse(footnotes, NO_FOOTNOTES)
    return Shell(
        {name: part for name, part in package.parts.items() if name not in templates},
        templates,
        tuple(name for name in templates[DOCUMENT].names if name in SLOTS),
        styles,
        width,
        lists.letters,
        lists.next_list,
        max((int(each.get(f"{W}id")) for each in notes.iter(f"{W}footnote")), default=0) + 1,
        next_bookmark,
        numbering,
        footnotes,
        tuple(remarks),
    )


def _completed(package: Package, remarks: list[str]) -> tuple[dict[str, str], word_lists.Lists]:
    """Add to the package the parts, styles and lists that it lacks."""
    usual = read_package(usual_shell().content)
    named = partial(_part, package)
    styles_name = named("styles", STYLES, f'<w:styles xmlns:w="{MAIN}"/>'.encode())
    numbering_name = named("numbering", NUMBERING, word_lists.EMPTY)
    named("settings", SETTINGS, _SETTINGS)
    named("footnotes", FOOTNOTES, NO_FOOTNOTES)
    styles, numbering = (parse(name, package.parts[name]) for name in (styles_name, numbering_name))
    found, added = word_styles.complete(styles, parse(STYLES, usual.parts[STYLES]))
    lists = word_lists.tie(found, numbering, parse(NUMBERING, usual.parts[NUMBERING]))
    texts = {name: parse(name, package.parts[name]) for name in texts_of(package)}
    word_lists.leave_alone(styles, found, numbering, texts.values())
    package.parts |= {name: serialized(text) for name, text in texts.items()}
    word_styles.speak_french(styles)
    package.parts[styles_name], package.parts[numbering_name] = serialized(styles), serialized(numbering)
    if added:
        remarks.append(f"styles absents, ajoutés : {listed([f'« {name} »' for name in added])}")
    if lists.replaced:
        remarks.append("la numérotation des articles, des alinéas et des points est celle du modèle d'origine")
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    package.add(PROPERTIES, b"", core)
    package.relate(ROOT, f"{_PACKAGE}/core-properties", PROPERTIES)
    office = "application/vnd.openxmlformats-officedocument"
    package.add(word_manifest.CUSTOM, b"", f"{office}.custom-properties+xml")
    package.relate(ROOT, f"{RELATIONS}/custom-properties", word_manifest.CUSTOM)
    package.add(word_manifest.MANIFEST, b"", "application/xml")
    package.relate(DOCUMENT, f"{RELATIONS}/customXml", word_manifest.MANIFEST)
    package.add(word_manifest.MANIFEST_PROPERTIES, b"", f"{office}.customXmlProperties+xml")
    package.relate(word_manifest.MANIFEST, f"{RELATIONS}/customXmlProps", word_manifest.MANIFEST_PROPERTIES)
    # -- an identifier is written in XML as it stands --
    return {name: escape(str(style.get(f"{W}styleId"))) for name, style in found.items()}, lists


def _part(package: Package, kind: str, name: str, content: bytes) -> str:
    """Return the name of a part of the document, made when there is none."""
    if existing := package.related(DOCUMENT, kind):
        return existing
    package.add(name, content, f"{_WORDML}.{kind}+xml")
    package.relate(DOCUMENT, f"{RELATIONS}/{kind}", name)
    return name


def _body_of(root: etree._Element) -> etree._Element:
    """Return the body of the document; RenderError when it does not end with a page layout."""
    body = root.find(f"{W}body")
    if body is None or not len(body) or body[-1].tag != f"{W}sectPr":
        raise RenderError("la mise en page (format, marges) y manque ; enregistrez-le de nouveau depuis Word.")
    return body


def _filled_in(package: Package) -> list[str]:
    return [
        name
        for name in texts_of(package)
        if package.media(name).rpartition(".")[2] in ("main+xml", "header+xml", "footer+xml")
    ]


def _compiled(package: Package, name: str) -> Template:
    template = compiled(name, package.parts[name])
    header = package.media(name).endswith(".header+xml")
    return with_room(template) if header and "projet" not in template.names else template


def _renamed_bookmarks(body: etree._Element) -> int:
    """Take away the template's bookmarks that bear the names of ours; return the first number that is free."""
    ids = []
    for mark in list(body.iter(f"{W}bookmarkStart")):
        ids.append(int(mark.get(f"{W}id")))
        if str(mark.get(f"{W}name")).lower().startswith(("_toc", "cg_")):
            for each in [
                e for e in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd") if e.get(f"{W}id") == str(ids[-1])
            ]:
                each.getparent().remove(each)
    return max([_FIRST_BOOKMARK, *ids]) + 1


def _check(template: Template, root: etree._Element) -> None:
    """Fill the slots with nothing and read again, strictly: nothing else may have gone."""
    empty = _body_of(parse(DOCUMENT, template.filled_in(dict.fromkeys(NAMES, ""))))
    slots = sum(1 for paragraph in root.iter(f"{W}p") if slot_of(paragraph))
    if sum(1 for _ in empty.iter(f"{W}p")) != sum(1 for _ in root.iter(f"{W}p")) - slots:
        raise RenderError(
            "ses repères sont mêlés à d'autres éléments ; tapez-les de nouveau, seuls dans leur paragraphe."
        )
