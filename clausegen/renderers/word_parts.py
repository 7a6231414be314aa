"""The parts of a Word file: their names, and how one is read."""

from lxml import etree

from clausegen.errors import RenderError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
PROPERTIES, TYPES = "docProps/core.xml", "[Content_Types].xml"


def parse(name: str, content: bytes) -> etree._Element:
    """Return the root of a part, read strictly; RenderError when it is not sound XML."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise RenderError(f"la partie {name} n'est pas du XML valable ({error}).") from error
