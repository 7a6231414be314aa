"""Take in a Word file made elsewhere: keep its look, leave its past behind, refuse what could not be sent.

A template carries more than a look: its authors, its revisions, its comments, links to the network it came from. None of
that may reach bidders. What can go without a trace is left behind; what cannot is refused, with what to do.
"""

from collections.abc import Iterator

from lxml import etree

from clausegen.errors import listed
from clausegen.renderers.word_package import ROOT, Package, Relation
from clausegen.renderers.word_parts import DOCUMENT, MAIN, SETTINGS, W, parse, serialized

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
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
)
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_SETTINGS = (
    "attachedTemplate", "mailMerge", "trackRevisions", "documentProtection", "writeProtection", "updateFields", "revisionView",
    "docVars", "rsids",
)  # fmt: skip
"""What would follow the bidders home, or change the file under their eyes."""


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
    if revised := [
        _place(name) for name, part in texts.items() if any(True for _ in part.iter(*(W + tag for tag in _REVISIONS)))
    ]:
        yield f"il contient des modifications suivies ({listed(revised)}) : acceptez-les ou refusez-les, puis enregistrez-le"
    for source in sorted(package.parts):
        for relation in package.relations(source) if not source.endswith(".rels") else ():
            if told := _unwanted(relation):
                yield told


def _unwanted(relation: Relation) -> str:
    if relation.external and relation.kind not in {"hyperlink", *_LEFT_BEHIND}:
        return f"il affiche un contenu resté ailleurs ({relation.target[:80]}) : incorporez-le au modèle"
    if relation.kind in _KEPT or relation.kind in _LEFT_BEHIND:
        return ""
    what = _REFUSED.get(relation.kind, f"un élément « {relation.kind} » que le logiciel ne sait pas reprendre")
    return f"il contient {what} : retirez-le, ou remplacez-le par une image"


def _cleaned(package: Package) -> Iterator[str]:
    for name in texts_of(package):
        root = parse(name, package.parts[name])
        comments = list(root.iter(*(W + tag for tag in _COMMENTS)))
        for mark in comments:
            mark.getparent().remove(mark)
        if comments:
            package.parts[name] = serialized(root)
            yield f"les commentaires ({_place(name)}) ne sont pas repris"
    settings = package.related(DOCUMENT, "settings")
    if settings:
        root = parse(SETTINGS, package.parts[settings])
        unwanted = [each for each in root if isinstance(each.tag, str) and each.tag in {W + tag for tag in _SETTINGS}]
        if any(each.tag in (f"{W}documentProtection", f"{W}writeProtection") for each in unwanted):
            yield "la protection du document n'est pas reprise"
        for each in unwanted:
            root.remove(each)
        package.parts[settings] = serialized(root)
    for source in (ROOT, *sorted(package.parts)):
        if not source.endswith(".rels"):
            package.unrelate(source, lambda relation: relation.kind in _LEFT_BEHIND)
    package.prune()


def texts_of(package: Package) -> list[str]:
    """Return the parts that hold text: the document, its headers, footers and notes."""
    beside = ("header", "footer", "footnotes", "endnotes")
    found = [r.target for r in package.relations(DOCUMENT) if r.kind in beside and r.target in package.parts]
    return [DOCUMENT, *dict.fromkeys(found)]


def undescribed_pictures(package: Package) -> int:
    """Return how many pictures say nothing to who cannot see them."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    pictures = [each for name in texts_of(package) for each in parse(name, package.parts[name]).iter(drawing)]
    return sum(1 for each in pictures if not (each.get("descr") or each.get("title")))


def _place(name: str) -> str:
    for word, place in (("header", "en-tête"), ("footer", "pied de page"), ("notes", "notes")):
        if word in name:
            return place
    return "texte"
