"""Read a Word file as Word does: numbers drawn from the lists, fields with their targets, controls with their clauses."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as source:
        return {name: source.read(name) for name in source.namelist()}


def opened(content: bytes) -> WordDocument:
    """Return the file as python-docx reads it, which does not look inside content controls: those of clauses are unwrapped."""
    document = docx.Document(BytesIO(content))
    for control in list(document.element.body.iter(f"{W}sdt")):
        if control.find(f"{W}sdtPr/{W}tag") is not None:
            inside = control.find(f"{W}sdtContent")
            for element in list(inside):
                control.addprevious(element)
            control.getparent().remove(control)
    return document


def root(content: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(content)[part])


def controls(content: bytes) -> dict[str, etree._Element]:
    """Return tag -> content of each clause."""
    found = root(content).iter(f"{W}sdt")
    tagged = ((control, control.find(f"{W}sdtPr/{W}tag")) for control in found)
    return {tag.get(f"{W}val"): control.find(f"{W}sdtContent") for control, tag in tagged if tag is not None}


def words(element: etree._Element) -> str:
    """Return the text of an element as it shows, fields with their result."""
    shown = {f"{W}t": lambda e: e.text or "", f"{W}tab": lambda e: "\t", f"{W}br": lambda e: "\n"}
    return "".join(shown[e.tag](e) for e in element.iter(*shown) if e.getparent().tag == f"{W}r")


def fields(content: bytes, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the target and the text shown of each field of a kind (REF, PAGEREF)."""
    for paragraph in root(content).iter(f"{W}p"):
        instruction, result, depth = [""], [""], 0
        shown = False
        for run in paragraph.iter(f"{W}r"):
            mark = run.find(f"{W}fldChar")
            state = mark.get(f"{W}fldCharType") if mark is not None else ""
            if state == "begin":
                depth, shown = depth + 1, False
                instruction.append("")
                result.append("")
            elif state == "separate":
                shown = True
            elif state == "end":
                depth = depth - 1
                found = instruction.pop().split() if len(instruction) > 1 else []
                text = result.pop() if len(result) > 1 else ""
                result[-1] += text
                if found and found[0] == kind:
                    yield found[1], text
            elif (code := run.find(f"{W}instrText")) is not None:
                instruction[-1] += code.text or ""
            elif shown or depth == 0:
                result[-1] += words(run)


def numbers(content: bytes) -> dict[str, str]:
    """Return bookmark -> the number that the list draws before its paragraph, counted from the file alone."""
    document = opened(content)
    lists = _lists(parts(content))
    styles = {style.style_id: style.element for style in document.styles}
    counts: dict[str, list[int]] = {}
    found: dict[str, str] = {}
    for paragraph in document.element.body.iter(f"{W}p"):
        place = _place(paragraph, styles)
        text = ""
        if place and place[0] in lists:
            abstract, level = lists[place[0]], place[1]
            count = counts.setdefault(abstract[0], [0] * 9)
            count[level] += 1
            count[level + 1 :] = [0] * (8 - level)
            text = re.sub(r"%(\d)", lambda m, c=count: str(c[int(m[1]) - 1]), abstract[1][level])
        for mark in paragraph.iter(f"{W}bookmarkStart"):
            found[mark.get(f"{W}name")] = text
    return found


def _place(paragraph: etree._Element, styles: dict[str, etree._Element]) -> tuple[str, int] | None:
    """Return the list and the level of a paragraph: its own, else that of its style or of those it is made from."""
    element = paragraph
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    while element is not None:
        number = element.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
            return number.get(f"{W}val"), int(level.get(f"{W}val")) if level is not None else 0
        element = styles.get(style.get(f"{W}val")) if style is not None else None
        style = element.find(f"{W}basedOn") if element is not None else None
    return None


def _lists(files: dict[str, bytes]) -> dict[str, tuple[str, dict[int, str]]]:
    """Return list number -> (abstract list, text of each level)."""
    numbering = etree.fromstring(files["word/numbering.xml"])
    texts = {
        abstract.get(f"{W}abstractNumId"): {
            int(level.get(f"{W}ilvl")): level.find(f"{W}lvlText").get(f"{W}val") for level in abstract.iter(f"{W}lvl")
        }
        for abstract in numbering.iter(f"{W}abstractNum")
    }
    named = ((num.get(f"{W}numId"), num.find(f"{W}abstractNumId").get(f"{W}val")) for num in numbering.iter(f"{W}num"))
    return {number: (abstract, texts[abstract]) for number, abstract in named}
