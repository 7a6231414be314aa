"""Where the text goes in a shell: the marked paragraphs, the page around them, room in every header for the draft mark."""

import re
from copy import deepcopy

from lxml import etree

from clausegen.errors import RenderError
from clausegen.renderers.word_marks import BODY, SLOTS, slot_of
from clausegen.renderers.word_package import Package
from clausegen.renderers.word_parts import DOCUMENT, MAIN, RELATIONS, SETTINGS, R, W, parse, serialized

_HEADER = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="{MAIN}"><w:p/></w:hdr>'.encode()
_HEADER_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_BESIDE = ("drawing", "pict", "object", "sym", "br", "fldChar", "fldSimple", "instrText", "footnoteReference", "sdt")
"""What would go with a paragraph that is replaced."""
_SEEN = ("t", "tbl", *_BESIDE)
"""What makes a page more than a letterhead."""
_UNITS = {"": 1.0, "pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}
_LEAST = 1134
"""The narrowest column that a clause can be read in: 2 cm, in twentieths of a point."""


def place_slots(body: etree._Element) -> bool:
    """Make sure that the slots stand alone in the body; return True when a blank letterhead was given its own.

    RenderError, with what to do, when the text has no place to go.
    """
    slots = [(slot_of(p), p) for p in body.iter(f"{W}p") if slot_of(p)]
    blank = not slots and not any(True for _ in body.iter(*(W + tag for tag in _SEEN)))
    if blank:
        for paragraph in body.findall(f"{W}p"):
            if paragraph.find(f"{W}pPr/{W}sectPr") is None:
                body.remove(paragraph)
        for position, name in enumerate(SLOTS):
            body.insert(position, _written(name))
    elif [name for name, _ in slots].count(BODY) != 1:
        raise RenderError(
            "le point d'insertion du texte doit s'y trouver une fois et une seule : écrivez {{p corps }} seul dans un "
            "paragraphe, à l'endroit où le texte doit venir."
        )
    for name, paragraph in slots:
        if paragraph.getparent() is not body:
            raise RenderError(
                f"{{{{p {name} }}}} se trouve dans un tableau, une zone de texte ou un contrôle : placez-le seul dans un "
                "paragraphe du texte."
            )
        if any(True for _ in paragraph.iter(*(W + tag for tag in _BESIDE))):
            raise RenderError(
                f"le paragraphe de {{{{p {name} }}}} contient autre chose que ce repère (image, saut, champ), qui serait perdu : "
                "mettez-le dans un paragraphe à part."
            )
        _keep_section(paragraph)
        _close_bookmarks(paragraph, body)
    return blank


def _close_bookmarks(slot: etree._Element, body: etree._Element) -> None:
    """Take away the bookmarks that begin or end in the paragraph that is replaced: half of one is a broken file."""
    marks = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
    ids = {mark.get(f"{W}id") for mark in slot.iter(*marks)}
    for mark in [each for each in body.iter(*marks) if each.get(f"{W}id") in ids]:
        mark.getparent().remove(mark)


def _written(name: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = f"{{{{p {name} }}}}"
    return paragraph


def _keep_section(slot: etree._Element) -> None:
    """Move the end of a section out of the paragraph that is about to be replaced."""
    section = slot.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        keeper = etree.Element(f"{W}p")
        etree.SubElement(keeper, f"{W}pPr").append(deepcopy(section))
        section.getparent().remove(section)
        slot.addnext(keeper)


def column_width(body: etree._Element) -> int:
    """Return the width of the text where the body goes, in twentieths of a point: its column's, when there are several."""
    passed = False
    for element in body.iter(f"{W}p", f"{W}sectPr"):
        passed = passed or (element.tag == f"{W}p" and slot_of(element) == BODY)
        if passed and element.tag == f"{W}sectPr":
            return _width(element)
    raise RenderError("la mise en page (format, marges) y manque ; enregistrez-le de nouveau depuis Word.")


def _width(section: etree._Element) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None or not size.get(f"{W}w"):
        raise RenderError("le format de page et les marges n'y sont pas définis.")
    width = _twips(size.get(f"{W}w")) - sum(
        _twips(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter")
    )
    columns = section.find(f"{W}cols")
    if columns is not None:
        count = max(1, int(columns.get(f"{W}num", "1")))
        widths = [_twips(each.get(f"{W}w")) for each in columns.iter(f"{W}col") if each.get(f"{W}w")]
        width = min(widths) if widths else (width - (count - 1) * _twips(columns.get(f"{W}space", "720"))) // count
    if width < _LEAST:
        raise RenderError("la place du texte y est trop étroite : réduisez les marges, ou le nombre de colonnes.")
    return width


def _twips(measure: str) -> int:
    """Return a measure in twentieths of a point: a number of them, or a number and its unit (ECMA-376, 22.9.2.14)."""
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)([a-z]*)", measure)
    if not found or found[2] not in _UNITS:
        raise RenderError(
            f"la mesure « {measure[:20]} » de sa mise en page n'est pas comprise ; réglez le format et les marges dans Word."
        )
    return round(float(found[1]) * _UNITS[found[2]])


def ensure_headers(package: Package) -> bool:
    """Give each section the headers that it lacks, so that a draft can say so on every page; True when one was made."""
    root = parse(DOCUMENT, package.parts[DOCUMENT])
    settings = package.related(DOCUMENT, "settings")
    both = bool(settings) and parse(SETTINGS, package.parts[str(settings)]).find(f"{W}evenAndOddHeaders") is not None
    here: set[str] = set()
    made = False
    for section in root.iter(f"{W}sectPr"):
        # -- a section without a header of its own has that of the section before --
        here |= {str(each.get(f"{W}type")) for each in section.iter(f"{W}headerReference")}
        wanted = ["default", *["first"] * (section.find(f"{W}titlePg") is not None), *["even"] * both]
        for kind in (kind for kind in wanted if kind not in here):
            name = f"word/header-{kind}-clausegen.xml"
            package.add(name, _HEADER, _HEADER_MEDIA)
            id = package.relate(DOCUMENT, f"{RELATIONS}/header", name)
            section.insert(0, etree.Element(f"{W}headerReference", {f"{W}type": kind, f"{R}id": id}))
            here.add(kind)
            made = True
    if made:
        package.parts[DOCUMENT] = serialized(root)
    return made
