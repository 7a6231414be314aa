"""Where the text goes in a shell: the marked paragraphs, the page around them, room in every header for the draft mark."""

from copy import deepcopy

from lxml import etree

from clausegen.errors import RenderError
from clausegen.renderers.word_marks import BODY, SLOTS, slot_of
from clausegen.renderers.word_package import Package
from clausegen.renderers.word_parts import DOCUMENT, MAIN, RELATIONS, SETTINGS, R, W, parse, serialized

_HEADER = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="{MAIN}"><w:p/></w:hdr>'.encode()
_HEADER_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_SEEN = ("t", "drawing", "pict", "object", "tbl")
"""What makes a page more than a letterhead."""


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
        _keep_section(paragraph)
    return blank


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
    if size is None or margins is None:
        raise RenderError("le format de page et les marges n'y sont pas définis.")
    whole = int(size.get(f"{W}w")) - sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter"))
    columns = section.find(f"{W}cols")
    if columns is None:
        return whole
    if widths := [int(each.get(f"{W}w")) for each in columns.iter(f"{W}col") if each.get(f"{W}w")]:
        return min(widths)
    count = int(columns.get(f"{W}num", "1"))
    return (whole - (count - 1) * int(columns.get(f"{W}space", "720"))) // count


def ensure_headers(package: Package) -> bool:
    """Give the first section the headers that it lacks, so that a draft can say so on every page; True when one was made."""
    root = parse(DOCUMENT, package.parts[DOCUMENT])
    section = next(root.iter(f"{W}sectPr"), None)
    if section is None:
        raise RenderError("la mise en page (format, marges) y manque ; enregistrez-le de nouveau depuis Word.")
    settings = package.related(DOCUMENT, "settings")
    both = settings and parse(SETTINGS, package.parts[settings]).find(f"{W}evenAndOddHeaders") is not None
    wanted = ["default", *["first"] * (section.find(f"{W}titlePg") is not None), *["even"] * bool(both)]
    here = {each.get(f"{W}type") for each in section.iter(f"{W}headerReference")}
    missing = [kind for kind in wanted if kind not in here]
    for kind in missing:
        name = f"word/header-{kind}-clausegen.xml"
        package.add(name, _HEADER, _HEADER_MEDIA)
        id = package.relate(DOCUMENT, f"{RELATIONS}/header", name)
        section.insert(0, etree.Element(f"{W}headerReference", {f"{W}type": kind, f"{R}id": id}))
    if missing:
        package.parts[DOCUMENT] = serialized(root)
    return bool(missing)
