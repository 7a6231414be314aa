"""The parts of a Word file: their names, how one is read, safely."""

from lxml import etree

from clausegen.errors import RenderError

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W, R = f"{{{MAIN}}}", f"{{{RELATIONS}}}"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
DOCUMENT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
SETTINGS, FOOTNOTES = "word/settings.xml", "word/footnotes.xml"
PROPERTIES, TYPES = "docProps/core.xml", "[Content_Types].xml"


def parse(name: str, content: bytes) -> etree._Element:
    """Return the root of a part, read strictly and on its own; RenderError when it is not sound XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise RenderError(f"la partie {name} n'est pas du XML valable ({error}).") from error
    if root.getroottree().docinfo.doctype:
        raise RenderError(
            f"la partie {name} contient une définition de type (DTD) ; enregistrez le modèle depuis Word."
        )
    return root


def serialized(root: etree._Element) -> bytes:
    """Return a part as it is written in the file."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
