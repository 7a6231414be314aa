"""What a schema cannot see: references that lead nowhere, names used twice, fields left open, tags never filled in."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from word_reading import W, parts

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXTS = re.compile(r"word/(document|header[\w-]*|footer[\w-]*|footnotes)\.xml")


def faults(content: bytes) -> list[str]:
    """Return everything that is wrong in the structure of a Word file, empty when nothing is."""
    files = parts(content)
    return [*_package(files), *_document(files)]


def _package(files: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(files["[Content_Types].xml"])
    overrides = {e.get("PartName") for e in types if e.get("PartName")}
    extensions = {e.get("Extension") for e in types if e.get("Extension")}
    for name in files:
        if f"/{name}" not in overrides and name.rpartition(".")[2] not in extensions and name != "[Content_Types].xml":
            yield f"{name} has no content type"
    yield from (f"{name} is declared and absent" for name in overrides if name.lstrip("/") not in files)
    reached = {"[Content_Types].xml"}
    for name in (n for n in files if n.endswith(".rels")):
        reached.add(name)
        source = posixpath.dirname(posixpath.dirname(name))
        relations = etree.fromstring(files[name])
        ids = [e.get("Id") for e in relations]
        yield from (f"{name}: {id} twice" for id, count in Counter(ids).items() if count > 1)
        for each in (e for e in relations if e.get("TargetMode") != "External"):
            target = posixpath.normpath(posixpath.join("/" + source, each.get("Target"))).lstrip("/")
            reached.add(target)
            if target not in files:
                yield f"{name}: {target} is absent"
    yield from (f"{name} is led to by nothing" for name in files if name not in reached)


def _document(files: dict[str, bytes]) -> Iterator[str]:
    texts = {name: etree.fromstring(content) for name, content in files.items() if _TEXTS.fullmatch(name)}
    styles = {e.get(f"{W}styleId") for e in etree.fromstring(files["word/styles.xml"]).iter(f"{W}style")}
    numbering = etree.fromstring(files["word/numbering.xml"])
    lists = {e.get(f"{W}numId") for e in numbering.iter(f"{W}num")} | {"0"}
    notes = {e.get(f"{W}id") for e in texts["word/footnotes.xml"].iter(f"{W}footnote")}
    marks = [e.get(f"{W}name") for text in texts.values() for e in text.iter(f"{W}bookmarkStart")]
    yield from (f"bookmark {name} twice" for name, count in Counter(map(str.lower, marks)).items() if count > 1)
    yield from (f"bookmark name {name}" for name in marks if not re.fullmatch(r"[A-Za-z_]\w{0,39}", name))
    for name, text in texts.items():
        for kind, attribute in (("bookmarkStart", "id"), ("sdtPr/" + W + "id", "val")):
            ids = [e.get(f"{W}{attribute}") for e in text.iterfind(f".//{W}{kind}")]
            yield from (f"{name}: {kind} {id} twice" for id, count in Counter(ids).items() if count > 1)
        starts = {e.get(f"{W}id") for e in text.iter(f"{W}bookmarkStart")}
        if starts != {e.get(f"{W}id") for e in text.iter(f"{W}bookmarkEnd")}:
            yield f"{name}: a bookmark is left open"
        for tag in ("pStyle", "rStyle", "tblStyle"):
            used = {e.get(f"{W}val") for e in text.iter(f"{W}{tag}")}
            yield from (f"{name}: style {style} does not exist" for style in used - styles)
        yield from (
            f"{name}: list {e.get(f'{W}val')} does not exist"
            for e in text.iter(f"{W}numId")
            if e.get(f"{W}val") not in lists
        )
        yield from (
            f"note {e.get(f'{W}id')}" for e in text.iter(f"{W}footnoteReference") if e.get(f"{W}id") not in notes
        )
        yield from (
            f"{name}: link to {e.get(f'{W}anchor')}"
            for e in text.iter(f"{W}hyperlink")
            if e.get(f"{W}anchor") not in marks
        )
        for code in text.iter(f"{W}instrText"):
            target = re.match(r"\s*(?:PAGE)?REF (\S+)", code.text or "")
            if target and target[1] not in marks:
                yield f"{name}: field to {target[1]}"
        states = Counter(e.get(f"{W}fldCharType") for e in text.iter(f"{W}fldChar"))
        if len(states) not in (0, 3) or len(set(states.values())) > 1:
            yield f"{name}: fields left open ({states})"
        yield from (f"{name}: a cell without a paragraph" for e in text.iter(f"{W}tc") if e[-1].tag != f"{W}p")
        for control in text.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            if not len(control.find(f"{W}sdtContent")):
                yield f"{name}: an empty control"
            if tag is not None and len(tag.get(f"{W}val")) > 64:
                yield f"{name}: tag {tag.get(f'{W}val')}"
