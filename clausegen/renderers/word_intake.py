"""Take in a Word file made elsewhere: keep its look, leave its past behind, refuse what could not be sent.

A template carries more than a look: its authors, its revisions, its comments, links to the network it came from. None of
that may reach bidders. What can go without a trace is left behind; what cannot is refused, with what to do.
"""

import re
from collections.abc import Iterator

from lxml import etree

from clausegen.errors import listed
from clausegen.renderers.word_package import ROOT, Package, Relation
from clausegen.renderers.word_parts import DOCUMENT, MAIN, R, W, parse, serialized

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KEPT = {
    "officeDocument", "styles", "numbering", "settings", "fontTable", "font", "theme", "webSettings", "header", "footer",
    "footnotes", "endnotes", "image", "hyperlink",
}  # fmt: skip
_LEFT_BEHIND = {
    "core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps", "comments",
    "commentsExtended", "commentsIds", "commentsExtensible", "people", "glossaryDocument", "keyMapCustomizations",
    "stylesWithEffects", "printerSettings", "recipientData", "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource",
    "documenttasks", "classificationlabels",
}  # fmt: skip
_REFUSED = {
    "vbaProject": "des macros",
    "chart": "un graphique",
    "chartEx": "un graphique",
    "oleObject": "un objet incorporé",
    "package": "un objet incorporé",
    "control": "un contrôle ActiveX",
    "aFChunk": "un document incorporé",
    "subDocument": "un sous-document",
    "diagramData": "un SmartArt",
    "frame": "un cadre lié",
}
_REVISIONS = (
    "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "cellIns", "cellDel", "cellMerge", "rPrChange",
    "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
    "customXmlInsRangeStart", "customXmlDelRangeStart", "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
)  # fmt: skip
_DROPPED = (
    "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd", "dataBinding", "proofErr", "smartTagPr",
    "customXmlPr",
)  # fmt: skip
"""Traces of who worked on the template, and links to parts that stay behind."""
_SETTINGS = (
    "attachedTemplate", "mailMerge", "trackRevisions", "documentProtection", "writeProtection", "updateFields", "revisionView",
    "docVars", "rsids", "attachedSchema", "saveThroughXslt", "smartTagType",
)  # fmt: skip
"""What would follow the bidders home, or change the file under their eyes."""
_FIELDS = {
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TOC", "REF", "PAGEREF", "HYPERLINK", "SEQ", "SYMBOL", "QUOTE",
    "DATE", "TIME", "NOTEREF", "=", "IF",
}  # fmt: skip
"""The others read a file, a property or a data source: they would say where the template was made, or fetch something."""
_ADDRESSES = ("http://", "https://", "mailto:", "tel:", "#")


def take_in(package: Package) -> tuple[list[str], list[str]]:
    """Clean the package in place; return what makes it impossible to use, and what was left behind (French, no full stop)."""
    refused = list(_refused(package))
    if refused:
        return refused, []
    left = list(_cleaned(package))
    if package.media(DOCUMENT) != _MEDIA:
        package.add(DOCUMENT, package.parts[DOCUMENT], _MEDIA)
    return [], left


def _refused(package: Package) -> Iterator[str]:
    if "macroEnabled" in package.media(DOCUMENT):
        yield "il peut contenir des macros : enregistrez-le au format .docx"
    root = parse(DOCUMENT, package.parts[DOCUMENT])
    if etree.QName(root).namespace != MAIN:
        yield "il est au format « Open XML strict » : enregistrez-le au format « Document Word (.docx) »"
        return
    texts = {name: parse(name, package.parts[name]) for name in texts_of(package)}
    lists = package.related(DOCUMENT, "numbering")
    spliced = texts | ({lists: parse(lists, package.parts[lists])} if lists else {})
    if odd := [_place(name) for name, part in spliced.items() if part.nsmap.get("w") != MAIN]:
        yield f"il n'est pas écrit comme Word l'écrit ({listed(odd)}) : ouvrez-le dans Word et enregistrez-le de nouveau"
    codes = sorted({code for part in texts.values() for code in _field_codes(part)} - _FIELDS)
    if codes:
        yield f"il contient des champs qui lisent ailleurs ({listed(codes)}) : remplacez-les par leur texte (Ctrl+Maj+F9 dans Word)"
    if revised := [
        _place(name) for name, part in texts.items() if any(True for _ in part.iter(*(W + tag for tag in _REVISIONS)))
    ]:
        yield f"il contient des modifications suivies ({listed(revised)}) : acceptez-les ou refusez-les, puis enregistrez-le"
    told = (
        _unwanted(relation)
        for source in sorted(package.parts)
        if not source.endswith(".rels")
        for relation in package.relations(source)
    )
    yield from dict.fromkeys(filter(None, told))


def _field_codes(part: etree._Element) -> Iterator[str]:
    """Yield the name of each field: « PAGE »."""
    codes = [str(each.get(f"{W}instr")) for each in part.iter(f"{W}fldSimple")]
    for paragraph in part.iter(f"{W}p"):
        whole, depth = "", 0
        for run in paragraph.iter(f"{W}fldChar", f"{W}instrText"):
            if run.tag == f"{W}instrText":
                whole += run.text or ""
            elif run.get(f"{W}fldCharType") == "begin":
                codes.append(whole)
                whole, depth = "", depth + 1
        codes.append(whole)
    return (code.split()[0].upper() for code in codes if code.strip())


def _unwanted(relation: Relation) -> str:
    if relation.kind == "hyperlink" and not relation.target.lower().startswith(_ADDRESSES):
        return f"il mène à un fichier de votre réseau ({relation.target[:80]}) : retirez ce lien"
    if relation.external and relation.kind not in {"hyperlink", *_LEFT_BEHIND}:
        return f"il affiche un contenu resté ailleurs ({relation.target[:80]}) : incorporez-le au modèle"
    if relation.kind in _KEPT or relation.kind in _LEFT_BEHIND:
        return ""
    kind = "diagramData" if relation.kind.startswith("diagram") else relation.kind
    what = _REFUSED.get(kind, f"un élément « {relation.kind} » que le logiciel ne sait pas reprendre")
    return f"il contient {what} : retirez-le, ou remplacez-le par une image"


def _cleaned(package: Package) -> Iterator[str]:
    held = ("styles", "numbering", "settings")
    beside = [str(name) for kind in held if (name := package.related(DOCUMENT, kind))]
    for name in (*texts_of(package), *beside):
        root = parse(name, package.parts[name])
        if any(True for _ in root.iter(f"{W}commentReference")):
            yield f"les commentaires ({_place(name)}) ne sont pas repris"
        if any(True for _ in root.iter(f"{W}documentProtection", f"{W}writeProtection")):
            yield "la protection du document n'est pas reprise"
        _strip(root)
        if not len(root) and root.tag == f"{W}hdr":
            etree.SubElement(root, f"{W}p")
        # -- whatever it was written in, it is UTF-8 from here on: text is spliced into it --
        package.parts[name] = serialized(root)
    # -- of what the package itself names, the document alone: not its author's properties, signatures or panes --
    package.unrelate(ROOT, lambda relation: relation.kind != "officeDocument")
    for source in sorted(package.parts):
        if not source.endswith(".rels"):
            package.unrelate(source, lambda relation: relation.kind in _LEFT_BEHIND)
    _forget_unused(package)
    package.prune()


def _forget_unused(package: Package) -> None:
    """Drop the headers, footers and notes that the template no longer shows: nobody has read them again."""
    root = parse(DOCUMENT, package.parts[DOCUMENT])
    used = {value for each in root.iter() for name, value in each.attrib.items() if str(name).startswith(R)}
    package.unrelate(DOCUMENT, lambda relation: relation.kind in ("header", "footer") and relation.id not in used)
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        if not (name := package.related(DOCUMENT, kind)):
            continue
        called = {each.get(f"{W}id") for each in root.iter(f"{W}{tag}Reference")}
        notes = parse(name, package.parts[name])
        for note in [e for e in notes if e.get(f"{W}type") is None and e.get(f"{W}id") not in called]:
            notes.remove(note)
        package.parts[name] = serialized(notes)


def _strip(root: etree._Element) -> None:
    """Take away what tells of the making: identifiers of sessions, permissions, comments of the file itself."""
    for comment in [*root.iter(etree.Comment), *root.iter(etree.ProcessingInstruction)]:
        if comment.getparent() is not None:
            comment.getparent().remove(comment)
    unwanted = {W + tag for tag in (*_DROPPED, *_SETTINGS, *_REVISIONS)}
    for each in [e for e in root.iter() if e.tag in unwanted or str(e.tag).endswith("}docId")]:
        each.getparent().remove(each)
    # -- their content stays, the address that they bear does not --
    for each in [*root.iter(f"{W}smartTag", f"{W}customXml")]:
        for child in list(each):
            each.addprevious(child)
        each.getparent().remove(each)
    for each in root.iter():
        for name in [
            name for name in each.attrib if str(name).rpartition("}")[2].startswith(("rsid", "paraId", "textId"))
        ]:
            del each.attrib[name]
        if "descr" in each.attrib and re.search(r"[/\\\\]", str(each.get("descr"))):
            each.set("descr", "")  # -- the path of the picture on its author's machine --


def texts_of(package: Package) -> list[str]:
    """Return the parts that hold text: the document, its headers, footers and notes."""
    beside = ("header", "footer", "footnotes", "endnotes")
    found = [r.target for r in package.relations(DOCUMENT) if r.kind in beside and r.target in package.parts]
    return [DOCUMENT, *dict.fromkeys(found)]


def hides_text(package: Package) -> bool:
    """Return whether a part holds hidden text, which a reader may show."""
    return any(True for name in texts_of(package) for _ in parse(name, package.parts[name]).iter(f"{W}vanish"))


def undescribed_pictures(package: Package) -> int:
    """Return how many pictures say nothing to who cannot see them."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    pictures = [each for name in texts_of(package) for each in parse(name, package.parts[name]).iter(drawing)]
    return sum(1 for each in pictures if not (each.get("descr") or each.get("title")))


def _place(name: str) -> str:
    for word, place in (("header", "en-tête"), ("footer", "pied de page"), ("notes", "notes"), ("numbering", "listes")):
        if word in name:
            return place
    return "texte"
